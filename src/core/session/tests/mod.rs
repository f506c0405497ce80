//! The journey, stage by stage. What all of its tests use stands here.

mod any_events;
mod attributes;
mod files;
mod offers;
mod status_stream;
mod timeouts;
mod unlock;
mod upload_screen;

use super::{
    harness::{Harness, requested_handoff, requested_token},
    *,
};
use crate::core::offer::Offer;
use crate::core::{
    config::OfferOn,
    connect::{
        address::{ConnectBase, Params},
        error_code::{FallbackCode, offers_upload},
        message,
    },
    files::report::Status,
    testing::{good_pdf, picked},
    view::{EndKind, Panel, view},
};

pub(super) fn config(mode: Mode) -> Config {
    Config { mode, ..Config::new(ConnectBase::from_instance("toolbox").unwrap()) }
}

pub(super) fn started(config: Config) -> (Harness, Vec<Effect>) {
    let mut session = Harness::default();
    let effects = session.update(Event::Configured(Ok(Box::new(config))));
    (session, effects)
}

fn session(mode: Mode) -> Harness {
    started(config(mode)).0
}

pub(super) fn say(session: &mut Harness, text: &str) -> Vec<Effect> {
    session.update(Event::Message(message::read_text(text)))
}

fn select(session: &mut Harness, institution: &str) -> Vec<Effect> {
    say(session, &serde_json::json!({"step": "INSTITUTION_SELECTED", "institution": institution}).to_string())
}

fn fail(session: &mut Harness, code: &str) -> Vec<Effect> {
    say(session, &serde_json::json!({"flinksCode": code, "requestId": "r"}).to_string())
}

/// The offers that the host is told of, as `(reason, code, institution)`.
fn offers(effects: &[Effect]) -> Vec<(String, Option<String>, Option<String>)> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(HostEvent::Offer(offer)) => Some(offer),
        _ => None,
    });
    told.map(|offer| {
        let code = match &offer.reason {
            Reason::Error(code) => Some(code.as_str().to_owned()),
            _ => None,
        };
        let institution = offer.institution.as_ref().map(|institution| institution.as_str().to_owned());
        (offer.reason.as_str().to_owned(), code, institution)
    })
    .collect()
}

fn offered(session: &Session) -> Option<&Offer> {
    match session.stage() {
        Stage::Connect { offer, .. } => offer.as_ref(),
        _ => None,
    }
}

fn primary(institution: &str) -> Vec<(String, Option<String>, Option<String>)> {
    vec![("primary".to_owned(), None, Some(institution.to_owned()))]
}

fn error(code: &str, institution: Option<&str>) -> Vec<(String, Option<String>, Option<String>)> {
    vec![("error".to_owned(), Some(code.to_owned()), institution.map(str::to_owned))]
}

/// How the journey ended, as it is shown.
pub(super) fn end(session: &Session) -> (EndKind, Option<crate::core::results::status::UploadStatus>) {
    match view(session).panel {
        Panel::End(end) => (end.kind, end.status),
        other => panic!("an end, not {other:?}"),
    }
}

pub(super) fn pick_good(session: &mut Harness, count: u64) {
    let event = session.pick((1..=count).map(|size| picked("a.pdf", size)));
    session.update(event);
    session.answer_all();
}

pub(super) fn open_address(session: &Session) -> &str {
    match session.stage().frame().map(|frame| &frame.url) {
        Some(FrameUrl::Open(url)) => url,
        other => panic!("an open frame, not {other:?}"),
    }
}

/// A session of primary mode with one good file, at the point where the person goes on.
pub(super) fn ready_to_go(config: Config) -> Harness {
    let (mut session, _) = started(config);
    select(&mut session, "RBC / HSBC");
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    session
}
