//! Stands in for everything outside the session: it answers requests, holds the files and runs the timers.
//!
//! Unit tests, the state search and the fuzzer all use it, so that they agree on what the outside may do. It checks what
//! the session asks for: each request id is new, only held files are released, and one stream is open at a time.

use super::{Effect, Event, FrameUrl, HandoffDetail, HandoffStep, Session, Stage, StatusStream, StreamEnd, Timer};
use crate::core::{
    files::{
        file::{Digest, FileId, FileIds, PickedFile, Unreadable},
        lock::UnlockFailure,
        task::{Task, TaskResult},
    },
    request::RequestId,
    results::status::StatusUpdate,
};
use crate::{
    core::date::Date,
    pdf::{Encryption, FileKind, PdfReport, State},
    statement::{Confidence, Fact, Facts, Kind, Period},
};

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequestKind {
    /// A token of the host.
    Token,
    /// The host's answer to a hand-off.
    Handoff,
    /// The inspection of a file.
    Inspect,
    /// What a file says.
    Read,
    /// The hash of a file.
    Hash,
    /// An unlocked copy of a file.
    Unlock,
    /// The host's event stream.
    Stream,
    /// The end of a timer.
    Timer(Timer),
}

/// The session, and all that is outside of it.
#[derive(Debug, Clone, Default)]
pub struct Harness {
    /// The session.
    pub session: Session,
    /// Requests that have no final answer yet, in the order asked.
    pub open: Vec<(RequestKind, RequestId)>,
    /// The files that the outside holds.
    pub held: Vec<FileId>,
    /// The pause before the newest try of the stream, in seconds.
    pub pause: u32,
    file_ids: FileIds,
    newest: RequestId,
}

impl Harness {
    /// Gives ids to files, and holds them, as the component does.
    pub fn pick(&mut self, files: impl IntoIterator<Item = PickedFile>) -> Event {
        let files: Vec<_> = files.into_iter().map(|file| (self.file_ids.next_id(), file)).collect();
        self.held.extend(files.iter().map(|(id, _)| *id));
        Event::FilesPicked(files)
    }

    /// Updates the session and performs its effects.
    ///
    /// # Errors
    /// What the session asked for wrongly.
    pub fn try_update(&mut self, event: Event) -> Result<Vec<Effect>, String> {
        let answered = final_answer_to(&event);
        let effects = self.session.update(event);
        self.open.retain(|request| answered != Some(*request));
        for effect in &effects {
            self.perform(effect)?;
        }
        Ok(effects)
    }

    /// As [`Harness::try_update`].
    ///
    /// # Panics
    /// If the session asks for something wrongly.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match self.try_update(event) {
            Ok(effects) => effects,
            Err(broken) => panic!("{broken}"),
        }
    }

    /// Answers every open request about files: good PDFs, each with bytes of its own.
    pub fn answer_all(&mut self) {
        let answer = |(kind, request): &(RequestKind, RequestId)| match kind {
            RequestKind::Inspect => Some(TaskResult::Inspected(*request, Ok(good_pdf()))),
            RequestKind::Read => Some(TaskResult::Read(*request, Box::default())),
            RequestKind::Hash => Some(TaskResult::Hashed(*request, Ok(Some(digest_of(*request))))),
            RequestKind::Unlock => Some(TaskResult::Unlocked(*request, Ok(unlocked_copy()))),
            RequestKind::Token | RequestKind::Handoff | RequestKind::Stream | RequestKind::Timer(_) => None,
        };
        while let Some(result) = self.open.iter().find_map(answer) {
            self.update(Event::Checked(vec![result]));
        }
    }

    /// Forgets the requests whose answers the session no longer awaits, and returns them.
    pub fn drop_stale(&mut self) -> Vec<(RequestKind, RequestId)> {
        let awaited = self.session.awaited();
        let (open, stale) = std::mem::take(&mut self.open).into_iter().partition(|request| awaited.contains(request));
        self.open = open;
        stale
    }

    fn perform(&mut self, effect: &Effect) -> Result<(), String> {
        match effect {
            Effect::ReleaseFiles(ids) => {
                ensure(ids.iter().all(|id| self.held.contains(id)), || format!("{ids:?} are released but not held"))?;
                self.held.retain(|id| !ids.contains(id));
            }
            Effect::Inspect { request, .. } => self.request(RequestKind::Inspect, *request)?,
            Effect::Read { request, .. } => self.request(RequestKind::Read, *request)?,
            Effect::Hash { request, .. } => self.request(RequestKind::Hash, *request)?,
            Effect::Unlock { request, .. } => self.request(RequestKind::Unlock, *request)?,
            Effect::RequestToken { request } => self.request(RequestKind::Token, *request)?,
            Effect::RequestHandoff { request, .. } => self.request(RequestKind::Handoff, *request)?,
            Effect::StartTimer { request, timer, .. } => {
                let kind = RequestKind::Timer(*timer);
                self.open.retain(|(running, _)| *running != kind);
                self.request(kind, *request)?;
            }
            Effect::OpenStream { request, pause, .. } => {
                ensure(!self.is_streaming(), || "two streams are open".to_owned())?;
                self.pause = *pause;
                self.request(RequestKind::Stream, *request)?;
            }
            Effect::CloseStream => {
                ensure(self.is_streaming(), || "no stream is open to be closed".to_owned())?;
                self.open.retain(|(kind, _)| *kind != RequestKind::Stream);
            }
            Effect::ReadClock
            | Effect::Navigate(_)
            | Effect::OpenWindow(_)
            | Effect::RestoreFile
            | Effect::Notify(_) => {}
        }
        Ok(())
    }

    /// Whether a stream is open.
    pub fn is_streaming(&self) -> bool {
        self.open.iter().any(|(kind, _)| *kind == RequestKind::Stream)
    }

    fn request(&mut self, kind: RequestKind, request: RequestId) -> Result<(), String> {
        ensure(request > self.newest, || format!("{request:?} was issued before"))?;
        self.newest = request;
        self.open.push((kind, request));
        Ok(())
    }
}

impl std::ops::Deref for Harness {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl std::ops::DerefMut for Harness {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.session
    }
}

/// # Errors
/// What is said otherwise.
pub(super) fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

/// The request that an event answers for good. A stream that sends an update goes on.
fn final_answer_to(event: &Event) -> Option<(RequestKind, RequestId)> {
    match event {
        Event::Token { request, .. } => Some((RequestKind::Token, *request)),
        Event::TimerElapsed { timer, request } => Some((RequestKind::Timer(*timer), *request)),
        Event::HandoffAnswered { request, .. } => Some((RequestKind::Handoff, *request)),
        Event::StreamClosed { request, .. } => Some((RequestKind::Stream, *request)),
        Event::Checked(results) => results.first().map(|result| match result {
            TaskResult::Inspected(request, _) => (RequestKind::Inspect, *request),
            TaskResult::Read(request, _) => (RequestKind::Read, *request),
            TaskResult::Hashed(request, _) => (RequestKind::Hash, *request),
            TaskResult::Unlocked(request, _) => (RequestKind::Unlock, *request),
        }),
        _ => None,
    }
}

/// A digest that no other request has.
fn digest_of(request: RequestId) -> Digest {
    let mut digest = [0; 32];
    digest.iter_mut().zip(request.0.to_le_bytes()).for_each(|(byte, of_request)| *byte = of_request);
    digest
}

/// A report on an intact, unencrypted PDF of two pages.
pub fn good_pdf() -> PdfReport {
    PdfReport { pages: Some(2), encryption: Some(Encryption::None), ..PdfReport::of_kind(FileKind::Pdf, State::Intact) }
}

/// A report on an intact PDF that needs a password.
pub fn locked_pdf() -> PdfReport {
    PdfReport { pages: None, encryption: Some(Encryption::NeedsPassword), ..good_pdf() }
}

/// The unlocked copy of a file.
pub fn unlocked_copy() -> PickedFile {
    PickedFile { name: "a (unlocked).pdf".to_owned(), size: 2 }
}

/// What a statement of a single day in 1970 says for sure.
pub fn short_statement() -> Facts {
    let period = Period { from: Some(Date::EPOCH), to: Date::EPOCH };
    let confidence = Confidence::Sure;
    Facts {
        is_read: true,
        kind: Some(Fact { value: Kind::Statement, confidence }),
        period: Some(Fact { value: period, confidence }),
        ..Facts::default()
    }
}

/// Every answer to a request that makes a difference, the most telling ones first.
pub fn answers_to(kind: RequestKind, request: RequestId) -> Vec<Event> {
    let inspected = |answer| Event::Checked(vec![TaskResult::Inspected(request, answer)]);
    let hashed = |answer: Option<Digest>| Event::Checked(vec![TaskResult::Hashed(request, Ok(answer))]);
    match kind {
        RequestKind::Token => ["t", " "].map(|token| Event::Token { request, answer: Ok(token.into()) }).into(),
        RequestKind::Timer(timer) => vec![Event::TimerElapsed { timer, request }],
        RequestKind::Handoff => [true, false].map(|proceed| Event::HandoffAnswered { request, proceed }).into(),
        RequestKind::Inspect => vec![
            inspected(Ok(good_pdf())),
            inspected(Err(Unreadable)),
            inspected(Ok(PdfReport::of_kind(FileKind::Html, State::Intact))),
            inspected(Ok(locked_pdf())),
        ],
        RequestKind::Unlock => [Ok(unlocked_copy()), Err(UnlockFailure::WrongPassword)]
            .map(|answer| Event::Checked(vec![TaskResult::Unlocked(request, answer)]))
            .into(),
        RequestKind::Read => [Facts::default(), short_statement()]
            .map(|facts| Event::Checked(vec![TaskResult::Read(request, Box::new(facts))]))
            .into(),
        RequestKind::Hash => vec![hashed(Some([1; 32])), hashed(Some([2; 32])), hashed(None)],
        RequestKind::Stream => {
            let update = |word: &str| StatusUpdate::from_fields(|name| (name == "status").then(|| word.to_owned()));
            let received = |word| Event::StatusReceived { request, id: "7".into(), update: update(word) };
            let closed = |end| Event::StreamClosed { request, end };
            vec![
                received("processing"),
                received("failed"),
                closed(StreamEnd::Lost { retry_after: None }),
                closed(StreamEnd::Refused("HTTP status 404".to_owned())),
            ]
        }
    }
}

/// The hand-off that the effects ask the host to agree to.
///
/// # Panics
/// If there is none.
pub fn requested_handoff(effects: &[Effect]) -> (RequestId, HandoffDetail) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::RequestHandoff { request, detail } => Some((*request, (**detail).clone())),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no hand-off in {effects:?}"))
}

/// The token that the effects ask the host for.
///
/// # Panics
/// If there is none.
pub fn requested_token(effects: &[Effect]) -> RequestId {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::RequestToken { request } => Some(*request),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no request for a token in {effects:?}"))
}

impl Session {
    /// Every request whose answer the session awaits.
    pub fn awaited(&self) -> Vec<(RequestKind, RequestId)> {
        let of_task = |task| match task {
            Task::Inspect { request, .. } => (RequestKind::Inspect, request),
            Task::Read { request, .. } => (RequestKind::Read, request),
            Task::Hash { request, .. } => (RequestKind::Hash, request),
        };
        let mut awaited: Vec<_> = self.batch.awaited().into_iter().map(of_task).collect();
        awaited.extend(self.batch.unlocking().map(|request| (RequestKind::Unlock, request)));
        if let Some(frame) = self.stage.frame()
            && frame.url == FrameUrl::AwaitingToken
        {
            awaited.push((RequestKind::Token, frame.request));
        }
        if let Stage::HandingOff { step, .. } = &self.stage {
            awaited.push(match step {
                HandoffStep::AwaitingToken(request) => (RequestKind::Token, *request),
                HandoffStep::AwaitingHost { request, .. } => (RequestKind::Handoff, *request),
            });
        }
        awaited.extend(self.timers.running().map(|(timer, request)| (RequestKind::Timer(timer), request)));
        awaited.extend(
            self.status_stream.iter().filter_map(StatusStream::awaited).map(|request| (RequestKind::Stream, request)),
        );
        awaited
    }
}
