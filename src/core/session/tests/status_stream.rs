//! After the hand-off: when the host's event stream is open, and what its updates change.

use super::{config, end, pick_good, ready_to_go, requested_handoff, say};
use crate::core::{
    config::{Config, Handoff, Mode},
    request::RequestId,
    results::status::{StatusUpdate, UploadStatus},
    session::{Destination, Effect, Event, HostEvent, Stage, StreamEnd, Timer, harness::Harness},
    view::EndKind,
};
use proptest::prelude::*;

const URL: &str = "/uploads/a1/events";
const LOST: StreamEnd = StreamEnd::Lost { retry_after: None };

fn following(config: Config) -> (Harness, Vec<Effect>) {
    let mut session = ready_to_go(Config { status_url: Some(URL.into()), ..config });
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    let effects = session.update(Event::HandoffAnswered { request, proceed: true });
    (session, effects)
}

/// The try that the effects begin, with the id it goes on from and the pause before it.
fn begun(effects: &[Effect]) -> Option<(RequestId, String, u32)> {
    effects.iter().find_map(|effect| match effect {
        Effect::OpenStream { request, url, last_id, pause } => {
            assert_eq!(url.as_str(), URL);
            Some((*request, last_id.as_str().to_owned(), *pause))
        }
        _ => None,
    })
}

fn update_to(status: &str) -> Option<StatusUpdate> {
    StatusUpdate::from_fields(|name| (name == "status").then(|| status.to_owned()))
}

fn on_update(session: &mut Harness, request: RequestId, status: &str) -> Vec<Effect> {
    session.update(Event::StatusReceived { request, id: "7".into(), update: update_to(status) })
}

fn told(effects: &[Effect]) -> Vec<&str> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(HostEvent::Status(update)) => Some(update.status.as_str()),
        _ => None,
    });
    told.collect()
}

#[test]
fn the_stream_is_followed_from_the_hand_off_on_and_not_before() {
    let mut session = ready_to_go(Config { status_url: Some(URL.into()), ..config(Mode::Primary) });
    let effects = session.update(Event::Continue);
    assert_eq!(begun(&effects), None);
    let (request, _) = requested_handoff(&effects);
    let effects = session.update(Event::HandoffAnswered { request, proceed: true });
    assert!(matches!(begun(&effects), Some((_, id, 0)) if id.is_empty()));
}

#[test]
fn without_an_address_nothing_is_followed_and_one_that_comes_later_is() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    assert_eq!(begun(&session.update(Event::HandoffAnswered { request, proceed: true })), None);
    let late = Config { status_url: Some(URL.into()), ..config(Mode::Primary) };
    assert!(begun(&session.update(Event::Configured(Ok(Box::new(late))))).is_some());
}

#[test]
fn the_dashboard_has_no_stream() {
    let (mut session, _) = following(config(Mode::Primary));
    session.stage = Stage::HandedOver { destination: Destination::Dashboard };
    assert!(session.update(Event::Hidden(false)).contains(&Effect::CloseStream));
}

#[test]
fn news_are_told_to_the_host_and_shown() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    for (word, status) in [("processing", UploadStatus::Processing), ("needs-attention", UploadStatus::NeedsAttention)]
    {
        assert_eq!(told(&on_update(&mut session, request, word)), [word]);
        assert_eq!(end(&session), (EndKind::Received, Some(status)));
    }
}

#[test]
fn a_server_that_knows_before_connect_says_so_is_believed() {
    for handoff in [Handoff::Frame, Handoff::Event] {
        let (mut session, effects) = following(Config { handoff, ..config(Mode::Primary) });
        let (request, ..) = begun(&effects).unwrap();
        on_update(&mut session, request, "received");
        assert_eq!(end(&session), (EndKind::Received, Some(UploadStatus::Received)));
    }
}

#[test]
fn a_status_of_a_later_time_is_told_and_changes_nothing_that_is_shown() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    on_update(&mut session, request, "processing");
    assert_eq!(told(&on_update(&mut session, request, "on-holiday")), ["on-holiday"]);
    assert_eq!(session.status().0, Some(&UploadStatus::Processing));
}

#[test]
fn the_last_word_ends_it() {
    for word in ["ready", "failed"] {
        let (mut session, effects) = following(config(Mode::Primary));
        let (request, ..) = begun(&effects).unwrap();
        assert!(on_update(&mut session, request, word).contains(&Effect::CloseStream));
        assert_eq!(told(&on_update(&mut session, request, "processing")), [""; 0]);
        assert_eq!(begun(&session.update(Event::StreamClosed { request, end: LOST })), None);
        assert_eq!(begun(&session.update(Event::Hidden(false))), None);
    }
}

#[test]
fn a_lost_stream_is_followed_again_from_its_last_id_less_and_less_often() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (mut request, ..) = begun(&effects).unwrap();
    on_update(&mut session, request, "received");
    let mut pauses = Vec::new();
    for _ in 0..40 {
        let again = begun(&session.update(Event::StreamClosed { request, end: LOST })).unwrap();
        assert_eq!(again.1, "7");
        assert_ne!(again.0, request);
        pauses.push(again.2);
        request = again.0;
    }
    assert_eq!(pauses[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
    assert_eq!(pauses.last(), Some(&60));
    on_update(&mut session, request, "processing");
    let (.., pause) = begun(&session.update(Event::StreamClosed { request, end: LOST })).unwrap();
    assert_eq!(pause, 1, "after update, a loss is the first again");
}

/// Bug: a server that had too many streams asked for 30 seconds, and the streams took turns every second.
#[test]
fn a_server_that_asks_for_a_longer_pause_gets_it_up_to_a_minute() {
    for (retry_after, seconds) in [(0, 1), (1, 1), (1_001, 2), (30_000, 30), (60_001, 60), (u32::MAX, 60)] {
        let (mut session, effects) = following(config(Mode::Primary));
        let (request, ..) = begun(&effects).unwrap();
        on_update(&mut session, request, "received");
        let end = StreamEnd::Lost { retry_after: Some(retry_after) };
        let (.., pause) = begun(&session.update(Event::StreamClosed { request, end })).unwrap();
        assert_eq!(pause, seconds, "{retry_after} ms");
    }
}

#[test]
fn a_stream_that_is_refused_is_told_and_not_asked_for_again() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    let effects = session.update(Event::StreamClosed { request, end: StreamEnd::Refused("HTTP status 404".into()) });
    let [Effect::Notify(HostEvent::Error(error))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((error.code(), error.attribute()), ("status-refused", Some("status-url")));
    assert_eq!(begun(&session.update(Event::Hidden(false))), None);
    assert!(session.visible_error().is_none(), "the person is not troubled with it");
}

#[test]
fn a_server_that_has_no_more_to_say_is_no_error() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    assert_eq!(session.update(Event::StreamClosed { request, end: StreamEnd::NoMoreEvents }), []);
    assert_eq!(begun(&session.update(Event::Hidden(false))), None);
}

#[test]
fn while_the_page_is_hidden_nothing_is_followed() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    on_update(&mut session, request, "received");
    assert_eq!(session.update(Event::Hidden(true)), [Effect::CloseStream]);
    assert_eq!(told(&on_update(&mut session, request, "processing")), [""; 0]);
    let (again, id, pause) = begun(&session.update(Event::Hidden(false))).unwrap();
    assert_ne!(again, request);
    assert_eq!((id.as_str(), pause), ("7", 0));
}

#[test]
fn late_answers_of_an_earlier_try_are_dropped() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (old, ..) = begun(&effects).unwrap();
    session.update(Event::StreamClosed { request: old, end: LOST });
    assert_eq!(session.update(Event::StreamClosed { request: old, end: LOST }), []);
    assert_eq!(told(&on_update(&mut session, old, "ready")), [""; 0]);
}

#[test]
fn a_person_who_waits_long_is_told_that_they_need_not() {
    let (mut session, effects) = following(config(Mode::Primary));
    let wait = effects.iter().find_map(|effect| match effect {
        Effect::StartTimer { request, seconds: 60, timer: Timer::SlowStatus } => Some(*request),
        _ => None,
    });
    say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    session.update(Event::TimerElapsed { timer: Timer::SlowStatus, request: wait.unwrap() });
    assert_eq!(end(&session), (EndKind::Received, None));
    assert!(session.status().1);
}

#[test]
fn going_back_to_the_files_or_starting_anew_ends_it() {
    for event in [Event::ChangeFiles, Event::Reset] {
        let (mut session, _) = following(config(Mode::Primary));
        assert!(session.update(event).contains(&Effect::CloseStream));
    }
}

#[test]
fn after_a_failure_the_person_chooses_other_files() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    on_update(&mut session, request, "failed");
    let effects = session.update(Event::Retry);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::ReleaseFiles(_))));
    assert!(matches!(session.stage(), Stage::Collect { destination: Destination::Upload(_), .. }));
    assert_eq!((session.report().totals.files, session.status()), (0, (None, false)));
}

/// Bug: of a second upload it was said at once that it could not be read, because a server begins with the newest status.
#[test]
fn after_a_failure_the_next_upload_goes_on_from_what_was_told() {
    let (mut session, effects) = following(config(Mode::Primary));
    let (request, ..) = begun(&effects).unwrap();
    say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    on_update(&mut session, request, "failed");
    session.update(Event::Retry);
    pick_good(&mut session, 1);
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    let (again, id, _) = begun(&session.update(Event::HandoffAnswered { request, proceed: true })).unwrap();
    assert_eq!((id.as_str(), session.status().0), ("7", None));
    assert_eq!(told(&on_update(&mut session, again, "processing")), ["processing"]);
    // The same address again, without a new upload, begins with the newest status.
    let config_of = |url: Option<&str>| Config { status_url: url.map(Into::into), ..config(Mode::Primary) };
    session.update(Event::Configured(Ok(Box::new(config_of(None)))));
    let (.., id, _) = begun(&session.update(Event::Configured(Ok(Box::new(config_of(Some(URL))))))).unwrap();
    assert_eq!(id, "");
    // Another address is another stream.
    session.update(Event::ChangeFiles);
    session.update(Event::Configured(Ok(Box::new(config_of(Some("/uploads/b2/events"))))));
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    let effects = session.update(Event::HandoffAnswered { request, proceed: true });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::OpenStream { last_id, .. } if last_id.is_empty())));
}

proptest! {
    #[test]
    fn at_most_one_stream_is_followed_and_none_after_the_last_word(turns in prop::collection::vec(0u8..8, 0..60)) {
        let (mut session, effects) = following(config(Mode::Primary));
        let mut open = begun(&effects).map(|(request, ..)| request);
        let mut is_over = false;
        for turn in turns {
            let request = open.unwrap_or(RequestId(u32::MAX));
            let effects = match turn {
                0 => session.update(Event::Hidden(true)),
                1 => session.update(Event::Hidden(false)),
                2 | 3 => session.update(Event::StreamClosed { request, end: LOST }),
                4 => say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#),
                5 => on_update(&mut session, request, "processing"),
                6 => on_update(&mut session, request, "ready"),
                _ => session.update(Event::TimerElapsed { timer: Timer::SlowStatus, request }),
            };
            let begun_now = effects.iter().filter(|effect| matches!(effect, Effect::OpenStream { .. })).count();
            prop_assert!(begun_now <= 1);
            is_over |= told(&effects).contains(&"ready");
            if effects.contains(&Effect::CloseStream) {
                open = None;
            }
            if let Some((request, ..)) = begun(&effects) {
                prop_assert!(!is_over, "followed after the last word");
                open = Some(request);
            }
        }
    }
}
