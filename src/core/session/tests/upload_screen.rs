//! The way to the upload screen, and back.

use super::*;

#[test]
fn the_login_waits_behind_the_files_and_comes_back_as_it_was() {
    let mut session = session(Mode::Primary);
    select(&mut session, "TD");
    let before = session.stage().frame().cloned();
    session.update(Event::OfferAccepted);
    assert_eq!(session.stage().frame().cloned(), before);
    session.update(Event::Retry);
    assert!(matches!(session.stage(), Stage::Connect { offer: Some(_), .. }));
    assert_eq!(session.stage().frame().cloned(), before);
}

#[test]
fn the_person_arrives_at_the_upload_screen_of_the_institution() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, detail) = requested_handoff(&session.update(Event::Continue));
    assert_eq!(detail.url, "https://toolbox-iframe.private.fin.ag/v2/upload/RBC%20%2F%20HSBC?language=en");
    assert_eq!(detail.files, [FileId(1)]);
    session.update(Event::HandoffAnswered { request, proceed: true });
    assert_eq!(open_address(&session), detail.url.as_str());
    assert!(matches!(view(&session).panel, Panel::Checklist { .. }));
}

#[test]
fn parameters_are_kept_through_to_the_upload_address() {
    let mut with_params = config(Mode::Primary);
    let options = with_params.connect.as_mut().unwrap();
    options.params = Params::parse("demo=true&tag=7").unwrap();
    with_params.token = Token::Fixed("t".into());
    let mut session = ready_to_go(with_params);
    assert_eq!(
        open_address(&session),
        "https://toolbox-iframe.private.fin.ag/v2/?authorizeToken=t&language=en&demo=true&tag=7"
    );
    let (_, detail) = requested_handoff(&session.update(Event::Continue));
    assert!(detail.url.ends_with("/upload/RBC%20%2F%20HSBC?authorizeToken=t&language=en&demo=true&tag=7"));
}

#[test]
fn the_host_can_keep_the_component_from_going_there_and_nothing_is_lost() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: false });
    assert!(matches!(session.stage(), Stage::Collect { background_frame: Some(_), .. }));
    assert!(session.may_continue());
    let late = session.update(Event::HandoffAnswered { request, proceed: true });
    assert!(late.is_empty() && matches!(session.stage(), Stage::Collect { .. }), "an answer counts once");
}

#[test]
fn with_navigate_the_page_goes_there_and_with_event_the_host_does_the_rest() {
    for handoff in [Handoff::Navigate, Handoff::Event] {
        let mut session = ready_to_go(Config { handoff, ..config(Mode::Primary) });
        let (request, detail) = requested_handoff(&session.update(Event::Continue));
        let effects = session.update(Event::HandoffAnswered { request, proceed: true });
        let expected = if handoff == Handoff::Navigate { vec![Effect::Navigate(detail.url)] } else { vec![] };
        assert_eq!(effects, expected);
        assert!(matches!(session.stage(), Stage::HandedOver { .. }));
        session.update(Event::ChangeFiles);
        assert!(session.may_continue(), "the files are still there");
    }
}

#[test]
fn staff_go_to_the_dashboard_in_a_window_of_its_own() {
    let mut session = session(Mode::Dashboard);
    pick_good(&mut session, 2);
    let (request, detail) = requested_handoff(&session.update(Event::Continue));
    assert_eq!((detail.url.as_str(), detail.institution), ("https://dashboard.flinks.com", None));
    let effects = session.update(Event::HandoffAnswered { request, proceed: true });
    assert_eq!(effects, [Effect::OpenWindow("https://dashboard.flinks.com".into())]);
}

#[test]
fn staff_may_have_a_receipt_once_every_file_has_its_verdict() {
    let mut staff = session(Mode::Dashboard);
    assert!(view(&staff).receipt.is_none());
    pick_good(&mut staff, 2);
    assert!(view(&staff).receipt.is_some());
    let event = staff.pick([picked("b.pdf", 70)]);
    staff.update(event);
    assert!(view(&staff).receipt.is_none());
    staff.answer_all();
    let (request, _) = requested_handoff(&staff.update(Event::Continue));
    staff.update(Event::HandoffAnswered { request, proceed: true });
    assert!(view(&staff).receipt.is_some());
    let mut person = session(Mode::Upload);
    pick_good(&mut person, 2);
    assert!(view(&person).receipt.is_none());
}

#[test]
fn a_required_check_waits_for_every_verdict_and_one_good_file() {
    let mut session = session(Mode::Upload);
    assert!(!session.may_continue() && session.update(Event::Continue).is_empty());
    let event = session.pick([picked("a.pdf", 1)]);
    session.update(event);
    assert!(!session.may_continue() && session.update(Event::Continue).is_empty());
    session.answer_all();
    assert!(session.may_continue());
}

#[test]
fn an_optional_check_can_be_skipped_and_off_asks_for_no_files() {
    let (mut optional, _) = started(Config { check: Check::Optional, ..config(Mode::Upload) });
    assert!(optional.may_continue());
    requested_handoff(&optional.update(Event::Continue));
    let (_, effects) = started(Config { check: Check::Off, ..config(Mode::Upload) });
    assert!(requested_handoff(&effects).1.files.is_empty());
    let (mut off, _) = started(Config { check: Check::Off, ..config(Mode::Primary) });
    select(&mut off, "TD");
    requested_handoff(&off.update(Event::OfferAccepted));
}

#[test]
fn staff_pick_files_even_where_none_are_asked_for_since_a_window_needs_their_click() {
    let (mut staff, effects) = started(Config { check: Check::Off, ..config(Mode::Dashboard) });
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::RequestHandoff { .. })), "{effects:?}");
    assert!(matches!(view(&staff).panel, Panel::Files(_)));
    let (request, _) = requested_handoff(&staff.update(Event::Continue));
    staff.update(Event::HandoffAnswered { request, proceed: true });
    let Panel::Checklist(checklist) = view(&staff).panel else { panic!("{:?}", view(&staff).panel) };
    assert_eq!(checklist.buttons.len(), 1, "the way back");
}

#[test]
fn a_token_is_asked_for_just_before_each_address_is_opened() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let first = requested_token(&effects);
    assert_eq!(view(&session).frame.unwrap().url, None);
    session.update(Event::Token { request: first, answer: Ok("one".into()) });
    assert!(open_address(&session).contains("authorizeToken=one"));
    select(&mut session, "TD");
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let second = requested_token(&session.update(Event::Continue));
    assert!(session.update(Event::Token { request: first, answer: Ok("late".into()) }).is_empty());
    let effects = session.update(Event::Token { request: second, answer: Ok("two".into()) });
    assert!(requested_handoff(&effects).1.url.contains("authorizeToken=two"));
}

#[test]
fn a_token_function_that_comes_late_opens_connect_anew_until_somebody_has_begun() {
    // A framework gave its properties to an element of the server's page after the element had begun: Connect stayed open
    // without a token, in which nobody can log in.
    let asks = || Event::Configured(Ok(Box::new(Config { token: Token::Asked, ..config(Mode::Fallback) })));
    let mut late = session(Mode::Fallback);
    let before = late.stage().frame().unwrap().request;
    let request = requested_token(&late.update(asks()));
    late.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(open_address(&late).contains("authorizeToken=t"));
    assert_ne!(late.stage().frame().unwrap().request, before);
    assert!(late.update(asks()).is_empty());

    let mut begun = session(Mode::Fallback);
    select(&mut begun, "TD");
    assert!(begun.update(asks()).is_empty());
    let mut offered = session(Mode::Fallback);
    fail(&mut offered, "INVALID_LOGIN");
    assert!(offered.update(asks()).is_empty());
    // Where no files are asked for, it is the upload screen that is there at once.
    let off = |token| Config { check: Check::Off, token, ..config(Mode::Upload) };
    let (mut off_late, effects) = started(off(Token::None));
    let (request, _) = requested_handoff(&effects);
    off_late.update(Event::HandoffAnswered { request, proceed: true });
    assert!(!open_address(&off_late).contains("authorizeToken"));
    let effects = off_late.update(Event::Configured(Ok(Box::new(off(Token::Asked)))));
    assert_eq!(offers(&effects), [], "it stands");
    let (request, _) = requested_handoff(
        &off_late.update(Event::Token { request: requested_token(&effects), answer: Ok("t".into()) }),
    );
    off_late.update(Event::HandoffAnswered { request, proceed: true });
    assert!(open_address(&off_late).contains("authorizeToken=t"));
    // The attribute is in the server's page from the start.
    let mut fixed = session(Mode::Fallback);
    let token = Token::Fixed("t".into());
    assert!(fixed.update(Event::Configured(Ok(Box::new(Config { token, ..config(Mode::Fallback) })))).is_empty());
}

#[test]
fn a_token_that_does_not_come_is_said_and_can_be_asked_for_again() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let effects =
        session.update(Event::Token { request: requested_token(&effects), answer: Err("undefined".to_owned()) });
    assert!(matches!(&effects[..], [Effect::Notify(HostEvent::Error(UploadError::TokenFailed { .. }))]));
    assert!(session.stage().frame().unwrap().has_failed());
    let request = requested_token(&session.update(Event::Retry));
    assert_eq!(session.visible_error(), None);
    session.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(open_address(&session).contains("authorizeToken=t"));
}

#[test]
fn a_blank_token_is_none_and_the_files_stay() {
    let mut session = ready_to_go(Config { token: Token::Asked, ..config(Mode::Upload) });
    let request = requested_token(&session.update(Event::Continue));
    session.update(Event::Token { request, answer: Ok(" ".into()) });
    assert!(session.visible_error().is_some());
    assert!(session.may_continue());
}

#[test]
fn redirect_after_the_hand_off_completes_the_upload() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    let effects = say(&mut session, r#"{"step":"REDIRECT","loginId":"l","requestId":"r"}"#);
    let Some(Effect::Notify(HostEvent::Complete(completion))) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(completion.login_id.as_deref(), Some("l"));
    assert_eq!(completion.institution.as_deref(), Some("RBC / HSBC"));
    assert_eq!(end(&session), (EndKind::Received, None));
}

#[test]
fn redirect_from_the_login_links_the_bank_and_uploads_nothing() {
    let mut session = session(Mode::Primary);
    let effects = say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    assert!(matches!(effects[..], [Effect::Notify(HostEvent::Connect(_))]));
    assert_eq!(end(&session), (EndKind::Linked, None));
}

#[test]
fn a_frame_that_is_opened_anew_has_a_ticket_of_its_own() {
    let mut session = ready_to_go(config(Mode::Primary));
    let connect = session.stage().frame().unwrap().request;
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    assert_ne!(session.stage().frame().unwrap().request, connect);
}

#[test]
fn back_from_the_upload_screen_the_files_are_still_there_and_the_login_opens_anew() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    session.update(Event::ChangeFiles);
    assert!(session.may_continue());
    session.update(Event::Retry);
    assert_eq!(open_address(&session), "https://toolbox-iframe.private.fin.ag/v2/?language=en");
}

/// The answer to Connect's token was dropped while the person was going on, so that a person who came back to the login
/// found a frame that waited for ever.
#[test]
fn a_token_for_connect_that_comes_while_the_person_goes_on_opens_it() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let connect = requested_token(&effects);
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let upload = requested_token(&session.update(Event::Continue));
    session.update(Event::Token { request: connect, answer: Ok("t".into()) });
    session.update(Event::Token { request: upload, answer: Err("a rejection".into()) });
    session.update(Event::Retry);
    assert!(open_address(&session).starts_with("https://toolbox-iframe.private.fin.ag/v2/"));
}

/// Bug: "The secure window couldn't be opened" stood over files, and over an upload screen that worked.
#[test]
fn what_failed_about_the_login_is_not_said_of_the_files() {
    let asked = Config { token: Token::Asked, ..config(Mode::Primary) };
    let (mut session, effects) = started(asked.clone());
    session.update(Event::Token { request: requested_token(&effects), answer: Err("a rejection".into()) });
    assert!(session.visible_error().is_some());
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    assert_eq!(session.visible_error(), None);

    let (mut session, effects) = started(asked);
    let connect = requested_token(&effects);
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let upload = requested_token(&session.update(Event::Continue));
    let effects = session.update(Event::Token { request: connect, answer: Err("a rejection".into()) });
    let is_told = effects.iter().any(|effect| matches!(effect, Effect::Notify(HostEvent::Error(_))));
    assert!(is_told, "{effects:?}");
    assert_eq!(session.visible_error(), None);
    session.update(Event::Token { request: upload, answer: Err("a rejection".into()) });
    assert!(session.visible_error().is_some(), "this is what the person waits for");
}

/// Bug: `upload-complete` named the institution of the attribute, though the upload was for none.
#[test]
fn an_upload_is_of_the_institution_of_its_offer() {
    let config = Config {
        institution: Institution::new("BMO").ok(),
        offer_on: OfferOn { not_listed: true, inactivity: None },
        ..config(Mode::Primary)
    };
    let (mut session, _) = started(config);
    session.update(Event::NotListed);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    let completed = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Notify(HostEvent::Complete(end)) => Some(end.institution.clone()),
            _ => None,
        })
    };
    let redirect = r#"{"step":"REDIRECT","loginId":"l"}"#;
    assert_eq!(completed(&say(&mut session.clone(), redirect)), Some(None));
    select(&mut session, "TD");
    assert_eq!(completed(&say(&mut session, redirect)), Some(Some("TD".to_owned())));
}
