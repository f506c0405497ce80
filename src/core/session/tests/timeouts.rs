//! What never comes: a message of Connect, a token, the person.

use super::{config, open_address, pick_good, ready_to_go, requested_handoff, requested_token, say, started};
use crate::core::{
    config::{Config, Handoff, Mode, OfferOn, Token},
    connect::address::Institution,
    request::RequestId,
    session::{Effect, Event, HostEvent, Session, Stage, Timer, harness::Harness},
    view::view,
};

fn waits(effects: &[Effect], wanted: Timer) -> Option<RequestId> {
    effects.iter().find_map(|effect| match effect {
        Effect::StartTimer { request, timer, .. } if *timer == wanted => Some(*request),
        _ => None,
    })
}

fn is_silent(session: &Session) -> bool {
    view(session).frame.is_some_and(|frame| frame.is_unresponsive)
}

#[test]
fn connect_that_says_nothing_for_long_is_a_doubt_and_can_be_opened_anew() {
    let (mut session, effects) = started(config(Mode::Fallback));
    let request = waits(&effects, Timer::ConnectResponse).unwrap();
    let effects = session.update(Event::TimerElapsed { timer: Timer::ConnectResponse, request });
    let [Effect::Notify(HostEvent::Error(error))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(error.code(), "connect-silent");
    assert!(is_silent(&session) && session.visible_error().is_none(), "the window stays as it is");
    let effects = session.update(Event::Retry);
    assert!(!is_silent(&session) && waits(&effects, Timer::ConnectResponse).is_some());
}

#[test]
fn connect_that_speaks_late_is_fine() {
    let (mut session, effects) = started(config(Mode::Fallback));
    session.update(Event::TimerElapsed {
        timer: Timer::ConnectResponse,
        request: waits(&effects, Timer::ConnectResponse).unwrap(),
    });
    say(&mut session, r#"{"step":"APP_MOUNTED"}"#);
    assert!(!is_silent(&session));
    let before = session.stage().clone();
    session.update(Event::Retry);
    assert_eq!(session.stage(), &before, "a login under way is not taken away");
}

#[test]
fn whether_the_upload_screen_speaks_is_not_known_so_its_silence_says_nothing() {
    let (mut session, effects) = started(config(Mode::Fallback));
    let request = waits(&effects, Timer::ConnectResponse).unwrap();
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let (proposed, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request: proposed, proceed: true });
    assert_eq!(session.update(Event::TimerElapsed { timer: Timer::ConnectResponse, request }), []);
    assert!(!is_silent(&session));
}

fn errors(effects: &[Effect]) -> Vec<&'static str> {
    let errors = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(HostEvent::Error(error)) => Some(error.code()),
        _ => None,
    });
    errors.collect()
}

/// A host whose answer hung kept the person before "One moment…" for ever, without a way back.
#[test]
fn a_token_that_never_comes_is_given_up_and_the_files_stay() {
    let mut session = ready_to_go(Config { token: Token::Asked, ..config(Mode::Upload) });
    let effects = session.update(Event::Continue);
    let (late, request) = (requested_token(&effects), waits(&effects, Timer::Token).unwrap());
    assert_eq!(
        errors(&session.update(Event::TimerElapsed { timer: Timer::Token, request })),
        ["authorize-token-failed"]
    );
    assert!(session.may_continue() && session.visible_error().is_some());
    assert_eq!(session.update(Event::Token { request: late, answer: Ok("late".into()) }), []);
    let again = requested_token(&session.update(Event::Continue));
    assert!(
        requested_handoff(&session.update(Event::Token { request: again, answer: Ok("t".into()) }))
            .1
            .url
            .contains("=t")
    );
}

#[test]
fn a_token_for_connect_that_never_comes_is_given_up_and_can_be_asked_for_again() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Fallback) });
    let request = waits(&effects, Timer::Token).unwrap();
    assert_eq!(
        errors(&session.update(Event::TimerElapsed { timer: Timer::Token, request })),
        ["authorize-token-failed"]
    );
    assert!(session.stage().frame().unwrap().has_failed());
    let request = requested_token(&session.update(Event::Retry));
    session.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(open_address(&session).contains("authorizeToken=t"));
}

// @claim:token-never-comes
#[test]
fn of_two_tokens_that_never_come_both_are_given_up() {
    let (mut session, _) = started(Config { token: Token::Asked, ..config(Mode::Fallback) });
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let first = waits(&session.update(Event::Continue), Timer::Token).unwrap();
    let second =
        waits(&session.update(Event::TimerElapsed { timer: Timer::Token, request: first }), Timer::Token).unwrap();
    assert!(session.may_continue());
    session.update(Event::TimerElapsed { timer: Timer::Token, request: second });
    assert!(session.stage().frame().unwrap().has_failed());
}

/// A talkative login in the background must not keep the person for ever.
#[test]
fn messages_of_connect_do_not_lengthen_the_wait_for_a_token() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    session.update(Event::Token { request: requested_token(&effects), answer: Ok("t".into()) });
    say(&mut session, r#"{"step":"INSTITUTION_SELECTED","institution":"TD"}"#);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let request = waits(&session.update(Event::Continue), Timer::Token).unwrap();
    assert_eq!(waits(&say(&mut session, r#"{"step":"APP_MOUNTED"}"#), Timer::Token), None);
    assert_eq!(
        errors(&session.update(Event::TimerElapsed { timer: Timer::Token, request })),
        ["authorize-token-failed"]
    );
    session.update(Event::Retry);
    assert!(!is_silent(&session), "it has spoken");
}

// @claim:page-restored
#[test]
fn a_person_who_comes_back_to_a_page_that_went_on_finds_the_files() {
    let mut session = ready_to_go(Config { handoff: Handoff::Navigate, ..config(Mode::Primary) });
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    assert!(matches!(session.stage(), Stage::HandedOver { .. }));
    session.update(Event::Hidden(false));
    assert!(matches!(session.stage(), Stage::HandedOver { .. }), "it was seen all the time");
    session.update(Event::Hidden(true));
    session.update(Event::Hidden(false));
    assert!(session.may_continue());
}

#[test]
fn where_the_host_took_over_nothing_comes_back_by_itself() {
    let mut session = ready_to_go(Config { handoff: Handoff::Event, ..config(Mode::Primary) });
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    session.update(Event::Hidden(true));
    session.update(Event::Hidden(false));
    assert!(matches!(session.stage(), Stage::HandedOver { .. }));
}

#[test]
fn another_wait_for_inactivity_begins_at_once_and_the_same_one_goes_on() {
    let of = |seconds| {
        let offer_on = OfferOn { inactivity: Some(seconds), ..OfferOn::default() };
        Event::Configured(Ok(Box::new(Config { offer_on, ..config(Mode::Fallback) })))
    };
    let mut session = Harness::default();
    session.update(of(60));
    assert_eq!(waits(&session.update(of(60)), Timer::Inactivity), None);
    let effects = session.update(of(5));
    assert!(matches!(&effects[..], [Effect::StartTimer { seconds: 5, timer: Timer::Inactivity, .. }]), "{effects:?}");
}

#[test]
fn another_institution_is_another_journey_where_the_host_names_it_for_the_upload() {
    let of = |mode, name| Config { institution: Some(Institution::new(name).unwrap()), ..config(mode) };
    for (mode, is_another) in [(Mode::Upload, true), (Mode::Primary, false), (Mode::Fallback, false)] {
        let (mut session, _) = started(of(mode, "TD"));
        let effects = session.update(Event::Configured(Ok(Box::new(of(mode, "BMO")))));
        assert_eq!(!effects.is_empty(), is_another, "{mode:?}: {effects:?}");
    }
}
