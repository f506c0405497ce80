//! Any row of events, with answers that are late, repeated or missing: no panic, and what holds of every session holds.
#![no_main]

use flinks_upload::{core::{config::Attributes, connect::message::read_text, files::{batch::TaskResult, file::{FileId, PickedFile, Unreadable}}, request::RequestId, session::{Effect, Event, HostEvent, Session}, view::view}, pdf::{Budget, inspect}};
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
    Good,
    Bad,
    Bytes(Vec<u8>),
}

const CODES: [&str; 4] = ["INVALID_LOGIN", "RETRY_LATER", "UNAUTHORIZED", "SOMETHING_NEW"];

fn one_of<'a>(words: &[&'a str], which: u8) -> Option<String> {
    words.get(usize::from(which) % (words.len() + 1)).map(|word: &&'a str| (*word).to_owned())
}

/// A question with the request that its answer brings back.
#[derive(Clone)]
enum Question {
    Inspect(RequestId),
    Hash(RequestId),
    Token(RequestId),
    Handoff(RequestId),
}

fn question(effect: &Effect) -> Option<Question> {
    match effect {
        Effect::Inspect { request, .. } => Some(Question::Inspect(*request)),
        Effect::Hash { request, .. } => Some(Question::Hash(*request)),
        Effect::RequestToken { request } => Some(Question::Token(*request)),
        Effect::RequestHandoff { request, .. } => Some(Question::Handoff(*request)),
        _ => None,
    }
}

impl Question {
    fn request(&self) -> RequestId {
        match self {
            Self::Inspect(request) | Self::Hash(request) | Self::Token(request) | Self::Handoff(request) => *request,
        }
    }

    fn answered(&self, answer: Answer) -> Event {
        let request = self.request();
        match (self, answer) {
            (Self::Inspect(_), answer) => {
                let report = match answer {
                    Answer::Bad => Err(Unreadable),
                    Answer::Good => Ok(inspect(b"%PDF-1.4", &Budget::default())),
                    Answer::Bytes(bytes) => Ok(inspect(&bytes, &Budget::default())),
                };
                Event::Checked(vec![TaskResult::Inspected(request, report)])
            }
            (Self::Hash(_), answer) => {
                let digest = match answer {
                    Answer::Bad => Err(Unreadable),
                    Answer::Good => Ok(None),
                    Answer::Bytes(bytes) => Ok(Some([bytes.first().copied().unwrap_or(0) % 2; 32])),
                };
                Event::Checked(vec![TaskResult::Hashed(request, digest)])
            }
            (Self::Token(_), Answer::Good) => Event::Token { request, answer: Ok("token".to_owned()) },
            (Self::Token(_), Answer::Bad) => Event::Token { request, answer: Err("a rejection".to_owned()) },
            (Self::Token(_), Answer::Bytes(bytes)) => {
                Event::Token { request, answer: Ok(String::from_utf8_lossy(&bytes).into_owned()) }
            }
            (Self::Handoff(_), answer) => Event::HandoffAnswered { request, proceed: !matches!(answer, Answer::Bad) },
        }
    }
}

fn event(happening: Happening, questions: &[Question]) -> Option<Event> {
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
            questions.get(usize::from(which) % questions.len().max(1))?.answered(answer)
        }
        Happening::NotListed => Event::NotListed,
        Happening::OfferRequested => Event::OfferRequested,
        Happening::OfferAccepted => Event::OfferAccepted,
        Happening::Retry => Event::Retry,
        Happening::Picked(sizes) => Event::FilesPicked(
            sizes
                .into_iter()
                .take(40)
                .map(|size| PickedFile { name: "a.pdf".to_owned(), size: u64::from(size) })
                .collect(),
        ),
        Happening::Removed(id) => Event::FileRemoved(FileId(u32::from(id))),
        Happening::Continue => Event::Continue,
        Happening::ChangeFiles => Event::ChangeFiles,
        Happening::Reset => Event::Reset,
    })
}

fuzz_target!(|happenings: Vec<Happening>| {
    let mut session = Session::default();
    let mut questions: Vec<Question> = Vec::new();
    for happening in happenings.into_iter().take(200) {
        let Some(event) = event(happening, &questions) else { continue };
        for effect in session.update(event) {
            if let Some(question) = question(&effect) {
                assert!(questions.iter().all(|asked| asked.request() != question.request()), "a request is drawn once");
                questions.push(question);
            }
            if let Effect::RequestHandoff { detail, .. } = &effect {
                assert!(detail.files.len() == detail.report.totals.ready as usize, "what is ready goes, and only that");
            }
            if let Effect::Notify(HostEvent::Check(report)) = &effect {
                assert!(!report.can_continue || report.complete && report.totals.ready > 0);
                assert!(report.totals.ready <= report.limits.max_files);
                assert!(!report.limits.max_total_size.is_over(report.totals.ready_bytes));
            }
        }
        let shown = view(&session);
        assert!(shown.errors.len() == session.errors().count());
    }
});
