//! The session beside the outside: what was asked and not answered yet, and which files are kept.

use super::rules;
use crate::core::{
    files::{batch::TaskResult, file::FileId},
    request::RequestId,
    session::{Effect, Event, FrameUrl, HandoffStep, Session, Stage, Timer},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a request was drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::core) enum Asked {
    Token,
    Inactivity,
    Patience,
    Handoff,
    Inspect,
    Hash,
    Stream,
}

#[derive(Debug, Clone, Default)]
pub(super) struct World {
    pub(super) session: Session,
    /// Which of the scope's configurations is in force.
    pub(super) config: Option<usize>,
    /// Questions that await their answers.
    pub(super) open: Vec<(Asked, RequestId)>,
    /// Files that the outside keeps.
    pub(super) kept: Vec<FileId>,
    /// The newest request that the outside heard of.
    pub(super) newest: u32,
    /// The pause before the present try of the stream.
    pub(super) pause: u32,
}

impl World {
    /// What follows from an event: another world, unless a rule is broken.
    pub(super) fn after(&self, event: &Event, config: Option<usize>) -> Result<Self, String> {
        let mut next = self.clone();
        next.config = config.or(self.config);
        let effects = next.session.update(event.clone());
        next.open.retain(|(_, request)| answered(event) != Some(*request));
        for effect in &effects {
            next.perform(effect)?;
        }
        rules::hold(self, event, &effects, &next)?;
        let (awaited, dropped): (Vec<_>, Vec<_>) =
            next.open.iter().partition(|question| next.session.awaited().contains(question));
        next.open = awaited;
        let is_left = dropped.iter().any(|(asked, _)| *asked == Asked::Stream);
        rules::demand(!is_left, || "a stream is followed, and nobody hears it".to_owned())?;
        next.is_deaf_to(&dropped)?;
        Ok(next)
    }

    fn perform(&mut self, effect: &Effect) -> Result<(), String> {
        match effect {
            Effect::RetainFiles(ids) => {
                let is_new = ids.iter().all(|id| self.kept.iter().all(|known| known < id));
                rules::demand(is_new, || format!("the ids {ids:?} were given out before"))?;
                self.kept.extend(ids);
            }
            Effect::ReleaseFiles(ids) => {
                let are_kept = ids.iter().all(|id| self.kept.contains(id));
                rules::demand(are_kept, || format!("{ids:?} are forgotten, and not kept"))?;
                self.kept.retain(|id| !ids.contains(id));
            }
            Effect::Inspect { request, .. } => self.ask(Asked::Inspect, *request)?,
            Effect::Hash { request, .. } => self.ask(Asked::Hash, *request)?,
            Effect::RequestToken { request } => self.ask(Asked::Token, *request)?,
            Effect::RequestHandoff { request, .. } => self.ask(Asked::Handoff, *request)?,
            Effect::StartTimer { request, timer, .. } => {
                let asked = match timer {
                    Timer::Inactivity => Asked::Inactivity,
                    Timer::Patience => Asked::Patience,
                };
                self.open.retain(|(running, _)| *running != asked);
                self.ask(asked, *request)?;
            }
            Effect::OpenStream { request, pause, .. } => {
                let follows = self.open.iter().any(|(asked, _)| *asked == Asked::Stream);
                rules::demand(!follows, || "two streams are followed".to_owned())?;
                self.pause = *pause;
                self.ask(Asked::Stream, *request)?;
            }
            Effect::CloseStream => {
                let before = self.open.len();
                self.open.retain(|(asked, _)| *asked != Asked::Stream);
                rules::demand(self.open.len() < before, || "no stream was followed".to_owned())?;
            }
            Effect::Navigate(_) | Effect::OpenWindow(_) | Effect::Notify(_) => {}
        }
        Ok(())
    }

    fn ask(&mut self, asked: Asked, request: RequestId) -> Result<(), String> {
        rules::demand(request.0 > self.newest, || format!("{request:?} was drawn before"))?;
        self.newest = request.0;
        self.open.push((asked, request));
        Ok(())
    }

    /// Answers that nobody awaits change nothing, whatever they are.
    pub(super) fn is_deaf_to(&self, questions: &[(Asked, RequestId)]) -> Result<(), String> {
        if questions.is_empty() {
            return Ok(());
        }
        let before = self.key();
        for event in questions.iter().flat_map(|(asked, request)| super::alphabet::answers_to(*asked, *request)) {
            let mut session = self.session.clone();
            let effects = session.update(event.clone());
            let is_same = effects.is_empty() && key(&session, self.config) == before;
            rules::demand(is_same, || format!("{event:?} is awaited by nobody, and changed something: {effects:?}"))?;
        }
        Ok(())
    }

    pub(super) fn key(&self) -> u64 {
        key(&self.session, self.config)
    }
}

/// The question that an event answers for good; a stream that tells something goes on.
fn answered(event: &Event) -> Option<RequestId> {
    match event {
        Event::Token { request, .. }
        | Event::TimerElapsed { request }
        | Event::HandoffAnswered { request, .. }
        | Event::StreamClosed { request, .. } => Some(*request),
        Event::Checked(results) => {
            results.first().map(|(TaskResult::Inspected(request, _) | TaskResult::Hashed(request, _))| *request)
        }
        _ => None,
    }
}

impl Session {
    /// Every question that the session waits for.
    fn awaited(&self) -> Vec<(Asked, RequestId)> {
        let mut awaited = self.batch.awaited();
        if let Some(frame) = self.stage.frame()
            && frame.address == FrameUrl::AwaitingToken
        {
            awaited.push((Asked::Token, frame.request));
        }
        if let Stage::HandingOff { step, .. } = &self.stage {
            awaited.push(match step {
                HandoffStep::AwaitingToken(request) => (Asked::Token, *request),
                HandoffStep::AwaitingHost { request, .. } => (Asked::Handoff, *request),
            });
        }
        awaited.extend(self.idle.map(|request| (Asked::Inactivity, request)));
        awaited.extend(self.silence.map(|request| (Asked::Patience, request)));
        awaited.extend(self.following.iter().flat_map(super::super::StatusStream::awaited));
        awaited
    }

    pub(super) fn awaits_only(&self, open: &[(Asked, RequestId)]) -> Result<(), String> {
        match self.awaited().into_iter().find(|question| !open.contains(question)) {
            Some(question) => Err(format!("{question:?} is awaited, and nobody is to answer it")),
            None => Ok(()),
        }
    }
}

/// Sessions of the same key have the same future. RequestIds and ids count by their order of appearance only.
fn key(session: &Session, config: Option<usize>) -> u64 {
    // A field that joins the session has to be thought of here.
    let Session {
        config: _,
        config_errors,
        last_error,
        stage,
        batch,
        request_ids: _,
        selected_institution,
        idle,
        silence,
        following,
        is_hidden,
        effects,
    } = session;
    assert!(effects.is_empty(), "effects are handed over with each event");
    let last_error = last_error.as_ref().map(super::super::UploadError::code);
    let text = format!(
        "{} {stage:?} {selected_institution:?} {idle:?} {silence:?} {following:?} {is_hidden} {last_error:?} {} {config:?}",
        batch.outline(),
        config_errors.len()
    );
    let mut hasher = DefaultHasher::new();
    let (mut request_ids, mut ids) = (Vec::new(), Vec::new());
    let mut last = "";
    for piece in text.split_inclusive('(') {
        let seen = if last.ends_with("RequestId(") { &mut request_ids } else { &mut ids };
        match piece.split_once(')') {
            Some((number, others)) if last.ends_with("RequestId(") || last.ends_with("FileId(") => {
                let order = seen.iter().position(|known| *known == number).unwrap_or(seen.len());
                if order == seen.len() {
                    seen.push(number);
                }
                (order, others).hash(&mut hasher);
            }
            _ => piece.hash(&mut hasher),
        }
        last = piece;
    }
    hasher.finish()
}
