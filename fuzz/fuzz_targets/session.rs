//! Any sequence of events, with answers that are late, repeated or missing: no panic, and the invariants hold.
#![no_main]

use flinks_upload::{
    core::{
        config::Attributes,
        connect::message::read_text,
        files::{
            file::{FileId, PickedFile},
            task::TaskResult,
        },
        request::RequestId,
        results::status::StatusUpdate,
        session::{
            Effect, Event, HostEvent,
            harness::{Harness, RequestKind, answers_to},
        },
        view::{Panel, view},
    },
    pdf::{Budget, inspect},
    statement::Facts,
};
use libfuzzer_sys::{
    arbitrary::{self, Arbitrary},
    fuzz_target,
};

#[derive(Debug, Arbitrary)]
enum Happening {
    Configured {
        mode: u8,
        check: u8,
        handoff: u8,
        max_files: u8,
        max_total: u16,
        asks_token: bool,
        offer_on: bool,
    },
    Wrong(String),
    Message(Message),
    Text(String),
    /// The answer to one of the questions so far, whether it was answered before or not.
    Answer {
        which: u8,
        answer: Answer,
    },
    NotListed,
    OfferRequested,
    OfferAccepted,
    Retry,
    Picked(Vec<u16>),
    Removed(u8),
    Password(u8),
    Continue,
    ChangeFiles,
    Reset,
}

#[derive(Debug, Arbitrary)]
enum Message {
    Selected(bool),
    Code(u8),
    Redirect,
}

#[derive(Debug, Arbitrary)]
enum Answer {
    /// One of those that make a difference.
    Usual(u8),
    Bytes(Vec<u8>),
}

const CODES: [&str; 4] = ["INVALID_LOGIN", "RETRY_LATER", "UNAUTHORIZED", "SOMETHING_NEW"];

fn one_of<'a>(words: &[&'a str], which: u8) -> Option<String> {
    words.get(usize::from(which) % (words.len() + 1)).map(|word: &&'a str| (*word).to_owned())
}

/// The answer to a request, whether it was answered before or not.
fn answer_to((kind, request): (RequestKind, RequestId), answer: Answer) -> Option<Event> {
    let bytes = match answer {
        Answer::Usual(which) => {
            let answers = answers_to(kind, request);
            return answers.get(usize::from(which) % answers.len().max(1)).cloned();
        }
        Answer::Bytes(bytes) => bytes,
    };
    Some(match kind {
        RequestKind::Inspect => {
            Event::Checked(vec![TaskResult::Inspected(request, Ok(inspect(&bytes, &Budget::default())))])
        }
        RequestKind::Read => {
            let facts = Facts::from_bytes(&bytes).unwrap_or_default();
            Event::Checked(vec![TaskResult::Read(request, Box::new(facts))])
        }
        RequestKind::Hash => {
            let digest = [bytes.first().copied().unwrap_or(0) % 2; 32];
            Event::Checked(vec![TaskResult::Hashed(request, Ok(Some(digest)))])
        }
        RequestKind::Unlock => {
            let copy = PickedFile { name: String::from_utf8_lossy(&bytes).into_owned(), size: bytes.len() as u64 };
            Event::Checked(vec![TaskResult::Unlocked(request, Ok(copy))])
        }
        RequestKind::Token => Event::Token { request, answer: Ok(String::from_utf8_lossy(&bytes).into_owned().into()) },
        RequestKind::Stream => {
            let text = String::from_utf8_lossy(&bytes);
            let update = StatusUpdate::from_fields(|_| Some(text.clone().into_owned()));
            Event::StatusReceived { request, id: text.clone().into_owned().into(), update }
        }
        RequestKind::Handoff | RequestKind::Timer(_) => return None,
    })
}

fn event(happening: Happening, harness: &mut Harness, asked: &[(RequestKind, RequestId)]) -> Option<Event> {
    Some(match happening {
        Happening::Configured { mode, check, handoff, max_files, max_total, asks_token, offer_on } => {
            let attributes = Attributes {
                instance: Some("toolbox".to_owned()),
                mode: one_of(&["primary", "fallback", "upload", "dashboard"], mode),
                check: one_of(&["required", "optional", "off"], check),
                handoff: one_of(&["frame", "navigate", "event"], handoff),
                max_files: (max_files > 0).then(|| max_files.to_string()),
                max_total_size: (max_total > 0).then(|| max_total.to_string()),
                offer_on: offer_on.then(|| "not-listed, inactivity:9".to_owned()),
                asks_token,
                ..Attributes::default()
            };
            Event::Configured(attributes.read().map(Box::new))
        }
        Happening::Wrong(text) => {
            let attributes = Attributes { instance: Some(text.clone()), mode: Some(text), ..Attributes::default() };
            Event::Configured(attributes.read().map(Box::new))
        }
        Happening::Message(message) => Event::Message(read_text(&match message {
            Message::Selected(first) => {
                format!(r#"{{"step":"INSTITUTION_SELECTED","institution":"{}"}}"#, if first { "One" } else { "Two" })
            }
            Message::Code(which) => format!(r#"{{"flinksCode":"{}"}}"#, one_of(&CODES, which).unwrap_or_default()),
            Message::Redirect => r#"{"step":"REDIRECT","loginId":"l"}"#.to_owned(),
        })),
        Happening::Text(text) => Event::Message(read_text(&text)),
        Happening::Answer { which, answer } => {
            answer_to(*asked.get(usize::from(which) % asked.len().max(1))?, answer)?
        }
        Happening::NotListed => Event::NotListed,
        Happening::OfferRequested => Event::OfferRequested,
        Happening::OfferAccepted => Event::OfferAccepted,
        Happening::Retry => Event::Retry,
        Happening::Picked(sizes) => harness.pick(
            sizes.into_iter().take(40).map(|size| PickedFile { name: "a.pdf".to_owned(), size: u64::from(size) }),
        ),
        Happening::Removed(id) => Event::FileRemoved(FileId(u32::from(id))),
        Happening::Password(id) => Event::PasswordEntered { file: FileId(u32::from(id)), password: "p".into() },
        Happening::Continue => Event::Continue,
        Happening::ChangeFiles => Event::ChangeFiles,
        Happening::Reset => Event::Reset,
    })
}

fuzz_target!(|happenings: Vec<Happening>| {
    let mut harness = Harness::default();
    let mut asked: Vec<(RequestKind, RequestId)> = Vec::new();
    for happening in happenings.into_iter().take(200) {
        let Some(event) = event(happening, &mut harness, &asked) else { continue };
        // It panics where the session asks for something wrongly.
        let effects = harness.update(event);
        asked.extend(harness.open.iter().filter(|request| !asked.contains(request)).copied().collect::<Vec<_>>());
        harness.drop_stale();
        for effect in effects {
            if let Effect::RequestHandoff { detail, .. } = &effect {
                assert!(detail.files.len() == detail.report.totals.ready as usize, "every accepted file goes, and no other");
            }
            if let Effect::Notify(HostEvent::Check(report)) = &effect {
                assert!(!report.can_continue || report.complete && report.totals.ready > 0);
                assert!(report.totals.ready <= report.limits.max_files);
                assert!(!report.limits.max_total_size.is_over(report.totals.ready_bytes));
            }
        }
        let shown = view(&harness);
        let beside_action = matches!(&shown.panel, Panel::Files(files) if files.error.is_some());
        assert_eq!(shown.alert.is_some() || beside_action, harness.visible_error().is_some(), "each error is shown");
    }
});
