//! When upload is offered: the table, row by row.

use super::*;

#[test]
fn primary_offers_upload_once_an_institution_is_selected() {
    let mut session = session(Mode::Primary);
    assert!(offered(&session).is_none());
    assert_eq!(offers(&select(&mut session, "FlinksCapital")), primary("FlinksCapital"));
}

#[test]
fn fallback_offers_nothing_when_an_institution_is_selected() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&select(&mut session, "FlinksCapital")), []);
    assert!(offered(&session).is_none());
}

#[test]
fn each_of_the_eight_codes_offers_upload_in_primary_and_fallback() {
    for mode in [Mode::Primary, Mode::Fallback] {
        for code in FallbackCode::ALL.iter().map(|code| code.as_str()) {
            let mut session = session(mode);
            select(&mut session, "FlinksCapital");
            assert_eq!(offers(&fail(&mut session, code)), error(code, Some("FlinksCapital")));
            assert!(matches!(session.stage(), Stage::Connect { .. }), "the login stays");
        }
    }
}

#[test]
fn any_other_code_offers_nothing() {
    let others = ErrorCode::KNOWN.iter().map(ErrorCode::as_str).filter(|code| !offers_upload(code));
    for mode in [Mode::Primary, Mode::Fallback] {
        for code in others.clone().chain(["SOMETHING_NEW", "invalid_login"]) {
            let mut session = session(mode);
            assert_eq!(offers(&fail(&mut session, code)), [], "{code}");
            assert!(offered(&session).is_none());
        }
    }
}

#[test]
fn a_code_without_an_institution_is_offered_for_the_newest_named_else_the_hosts_else_none() {
    let mut selected_institution = session(Mode::Fallback);
    assert_eq!(offers(&fail(&mut selected_institution, "INVALID_LOGIN")), error("INVALID_LOGIN", None));
    let (mut by_host, _) =
        started(Config { institution: Some(Institution::new("TD").unwrap()), ..config(Mode::Fallback) });
    assert_eq!(offers(&fail(&mut by_host, "INVALID_LOGIN")), error("INVALID_LOGIN", Some("TD")));
    select(&mut by_host, "BMO");
    assert_eq!(offers(&fail(&mut by_host, "INVALID_LOGIN")), error("INVALID_LOGIN", Some("BMO")));
    let said = say(&mut by_host, r#"{"flinksCode":"INVALID_LOGIN","institution":"Neo Financial"}"#);
    assert_eq!(offers(&said), error("INVALID_LOGIN", Some("Neo Financial")));
}

#[test]
fn not_listed_and_inactivity_offer_upload_only_if_the_host_says_so() {
    for mode in [Mode::Primary, Mode::Fallback] {
        let mut silent = session(mode);
        assert_eq!(offers(&silent.update(Event::NotListed)), []);
        let offer_on = OfferOn { not_listed: true, inactivity: Some(60) };
        let (mut asked, effects) = started(Config { offer_on, ..config(mode) });
        let Some(Effect::StartTimer { request, seconds: 60, .. }) = effects.last() else { panic!("{effects:?}") };
        assert_eq!(offers(&asked.update(Event::NotListed)), [("not-listed".to_owned(), None, None)]);
        let (mut asked, _) = started(Config { offer_on, ..config(mode) });
        assert_eq!(
            offers(&asked.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *request })),
            [("inactivity".to_owned(), None, None)]
        );
    }
}

#[test]
fn a_message_of_connect_starts_the_wait_for_inactivity_anew() {
    let offer_on = OfferOn { inactivity: Some(60), ..OfferOn::default() };
    let (mut session, effects) = started(Config { offer_on, ..config(Mode::Fallback) });
    let Some(Effect::StartTimer { request: first, .. }) = effects.last() else { panic!("{effects:?}") };
    let effects = say(&mut session, r#"{"step":"APP_MOUNTED"}"#);
    let Some(Effect::StartTimer { request: second, .. }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(offers(&session.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *first })), []);
    assert_eq!(offers(&session.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *second })).len(), 1);
}

#[test]
fn not_listed_can_be_said_until_an_institution_is_selected() {
    let offer_on = OfferOn { not_listed: true, ..OfferOn::default() };
    let (mut session, _) = started(Config { offer_on, ..config(Mode::Fallback) });
    assert!(matches!(view(&session).panel, Panel::NotListed(_)));
    select(&mut session, "TD");
    assert_eq!(view(&session).panel, Panel::None);
    assert_eq!(offers(&session.update(Event::NotListed)), []);
}

#[test]
fn upload_mode_offers_at_the_start_and_shows_no_connect() {
    let institution = Institution::new("TD").unwrap();
    let (session, effects) = started(Config { institution: Some(institution), ..config(Mode::Upload) });
    assert_eq!(offers(&effects), [("forced".to_owned(), None, Some("TD".to_owned()))]);
    assert!(matches!(session.stage(), Stage::Collect { background_frame: None, .. }));
}

#[test]
fn upload_and_dashboard_mode_offer_nothing_else() {
    for mode in [Mode::Upload, Mode::Dashboard] {
        let mut session = session(mode);
        assert_eq!(offers(&select(&mut session, "TD")), []);
        assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")), []);
        assert_eq!(offers(&session.update(Event::NotListed)), []);
        assert_eq!(offers(&session.update(Event::OfferRequested)), []);
    }
}

#[test]
fn dashboard_mode_collects_for_the_dashboard_and_offers_nothing() {
    let (session, effects) = started(Config { connect: None, ..config(Mode::Dashboard) });
    assert_eq!(offers(&effects), []);
    assert!(matches!(session.stage(), Stage::Collect { destination: Destination::Dashboard, background_frame: None }));
}

#[test]
fn selecting_another_institution_withdraws_an_offer_and_primary_makes_it_anew() {
    let mut fallback = session(Mode::Fallback);
    select(&mut fallback, "TD");
    fail(&mut fallback, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut fallback, "BMO")), []);
    assert!(offered(&fallback).is_none());
    let mut primary_mode = session(Mode::Primary);
    select(&mut primary_mode, "TD");
    fail(&mut primary_mode, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut primary_mode, "BMO")), primary("BMO"));
}

#[test]
fn selecting_the_same_institution_again_keeps_the_offer() {
    let mut session = session(Mode::Primary);
    select(&mut session, "TD");
    fail(&mut session, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut session, "TD")), []);
    assert!(matches!(offered(&session).unwrap().reason, Reason::Error(_)));
}

#[test]
fn the_same_code_twice_is_one_offer() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")).len(), 1);
    assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")).len(), 0);
    assert_eq!(offers(&fail(&mut session, "RETRY_LATER")).len(), 1);
}

#[test]
fn the_host_can_ask_for_an_offer() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&session.update(Event::OfferRequested)), [("forced".to_owned(), None, None)]);
    assert_eq!(offers(&session.update(Event::OfferRequested)), []);
    let again = ("forced".to_owned(), None, Some("TD".to_owned()));
    assert_eq!(
        offers(&select(&mut session, "TD")),
        [again],
        "what the host asked for stays, for the newest institution"
    );
}

#[test]
fn after_redirect_nothing_is_offered() {
    let offer_on = OfferOn { not_listed: true, inactivity: Some(60) };
    for mode in [Mode::Primary, Mode::Fallback, Mode::Upload] {
        let (mut session, _) = started(Config { offer_on, ..config(mode) });
        say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
        assert_eq!(offers(&select(&mut session, "TD")), []);
        assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")), []);
        assert_eq!(offers(&session.update(Event::NotListed)), []);
        assert_eq!(offers(&session.update(Event::OfferRequested)), []);
        session.update(Event::OfferAccepted);
        session.update(Event::Retry);
        assert!(matches!(session.stage(), Stage::Done(_)));
    }
}

#[test]
fn a_message_of_another_shape_changes_nothing() {
    let mut session = session(Mode::Primary);
    for text in ["", "null", "{}", "[1]", r#"{"step":7}"#, r#"{"step":"SOMETHING_NEW"}"#] {
        let effects = say(&mut session, text);
        assert!(matches!(effects[..], [Effect::Notify(HostEvent::Connect(_))]), "the host hears of it: {effects:?}");
        assert!(matches!(session.stage(), Stage::Connect { offer: None, .. }));
    }
}

#[test]
fn an_institution_whose_name_cannot_stand_in_an_address_is_none() {
    let mut session = session(Mode::Primary);
    assert_eq!(offers(&select(&mut session, "..")), [("primary".to_owned(), None, None)]);
}

#[test]
fn an_offer_is_told_with_its_reason_its_code_and_its_institution() {
    let told = |reason, institution: Option<&str>| {
        let institution = institution.map(|name| Institution::new(name).unwrap());
        serde_json::to_value(Offer { reason, institution }).unwrap()
    };
    assert_eq!(told(Reason::Primary, None), serde_json::json!({"reason": "primary"}));
    assert_eq!(told(Reason::Forced, None), serde_json::json!({"reason": "forced"}));
    assert_eq!(told(Reason::NotListed, None), serde_json::json!({"reason": "not-listed"}));
    assert_eq!(told(Reason::Inactivity, Some("TD")), serde_json::json!({"reason": "inactivity", "institution": "TD"}));
    assert_eq!(
        told(Reason::Error(FallbackCode::RetryLater), Some("TD")),
        serde_json::json!({"reason": "error", "code": "RETRY_LATER", "institution": "TD"})
    );
}
