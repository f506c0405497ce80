//! Beside the frame: offers, the line kept free, and wrong attributes.

use super::*;

#[test]
fn the_trusted_origin_is_that_of_connect_and_none_without_it() {
    assert_eq!(view(&Session::default()).trusted_origin, None);
    let session = started(config(Mode::Primary));
    assert_eq!(view(&session).trusted_origin.as_deref(), Some("https://toolbox-iframe.private.fin.ag"));
    assert_eq!(view(&started(Config { connect: None, ..config(Mode::Dashboard) })).trusted_origin, None);
}

#[test]
fn an_offer_after_an_error_names_its_code() {
    let mut session = started(config(Mode::Fallback));
    assert!(!view(&session).keeps_line);
    session.update(Event::Message(message::read_text(r#"{"flinksCode":"INVALID_LOGIN"}"#)));
    let shown = view(&session);
    let Panel::Offer(offer) = shown.panel else { panic!("{:?}", shown.panel) };
    assert_eq!((offer.reason, offer.is_quiet, offer.accept.emphasis), ("error", false, Emphasis::Primary));
    assert!(offer.support_code.unwrap().contains("INVALID_LOGIN"));
    assert_eq!(shown.announcement, offer.text);

    session.update(Event::Reset);
    session.update(Event::OfferRequested);
    let Panel::Offer(offer) = view(&session).panel else { panic!("an offer") };
    assert_eq!((offer.is_quiet, offer.support_code), (false, None));
}

#[test]
fn in_primary_mode_the_offer_is_a_line_in_a_place_that_is_kept_free() {
    let mut session = started(config(Mode::Primary));
    let shown = view(&session);
    assert_eq!((shown.panel, shown.keeps_line), (Panel::None, true));
    session.update(Event::Message(message::read_text(r#"{"step":"INSTITUTION_SELECTED","institution":"TD"}"#)));
    let Panel::Offer(offer) = view(&session).panel else { panic!("an offer") };
    assert_eq!((offer.is_quiet, offer.accept.emphasis), (true, Emphasis::Quiet));
    session.update(Event::Message(message::read_text(r#"{"flinksCode":"INVALID_LOGIN"}"#)));
    assert!(view(&session).keeps_line, "the login doesn't move up when the line is gone");
}

/// Between what had failed and the button that tries again stood an empty line.
#[test]
fn no_line_is_kept_free_above_a_frame_that_could_not_be_opened() {
    let mut session = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    assert!(view(&session).keeps_line);
    let request = session.stage().frame().unwrap().request;
    session.update(Event::Token { request, answer: Err("late".to_owned()) });
    assert!(!view(&session).keeps_line);
    session.update(Event::Retry);
    assert!(view(&session).keeps_line);
}

#[test]
fn what_is_wrong_with_attributes_is_shown_while_nothing_works_and_not_to_people_who_can_go_on() {
    let wrong = || Attributes { mode: Some("x".into()), ..Attributes::default() }.read().map(Box::new);
    let mut session = Harness::default();
    session.update(Event::Configured(wrong()));
    assert_eq!(view(&session).alert, Some(english().text(MessageKey::NotSetUp)));
    let mut session = started(config(Mode::Upload));
    session.update(Event::Configured(wrong()));
    assert_eq!(view(&session).alert, None);
    assert_eq!(files_panel(&session).error, None);
}
