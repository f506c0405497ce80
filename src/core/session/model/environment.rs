//! The session in its harness, with the configuration in force: one state of the search.

use super::{
    super::harness::{Harness, RequestKind, answers_to, ensure},
    invariants,
};
use crate::core::{
    error::UploadError,
    redacted::Redacted,
    session::{
        Event, HandoffStep, Session, Stage,
        status_stream::{ClosedStream, StatusStream},
    },
};
use std::hash::{DefaultHasher, Hash, Hasher};

#[derive(Debug, Clone, Default)]
pub(super) struct Environment {
    pub(super) harness: Harness,
    /// Which of the scope's configurations is in force.
    pub(super) config: Option<usize>,
}

impl Environment {
    /// What follows from an event: another state, unless an invariant is broken.
    pub(super) fn check_transition(&self, event: &Event, config: Option<usize>) -> Result<Self, String> {
        let mut next = self.clone();
        next.config = config.or(self.config);
        if let Event::FilesPicked(files) = event {
            // As they were given their ids when the event was made.
            let again = next.harness.pick(files.iter().map(|(_, file)| file.clone()));
            ensure(matches!(&again, Event::FilesPicked(same) if same == files), || "other ids".to_owned())?;
        }
        let effects = next.harness.try_update(event.clone())?;
        invariants::hold(self, event, &effects, &next)?;
        let stale = next.harness.drop_stale();
        let is_left = stale.iter().any(|(kind, _)| *kind == RequestKind::Stream);
        ensure(!is_left, || "a stream is open whose updates nobody awaits".to_owned())?;
        let late = stale.iter().flat_map(|(kind, request)| answers_to(*kind, *request));
        next.ignores(&late.collect::<Vec<_>>())?;
        Ok(next)
    }

    /// Answers that are not awaited change nothing, whatever they are.
    pub(super) fn ignores(&self, answers: &[Event]) -> Result<(), String> {
        if answers.is_empty() {
            return Ok(());
        }
        let before = &self.harness.session;
        let mut session = before.clone();
        for event in answers {
            let effects = session.update(event.clone());
            // Comparing costs less than making keys.
            let is_same = effects.is_empty() && (session == *before || key(&session, self.config) == self.key());
            ensure(is_same, || format!("{event:?} is not awaited, yet changed something: {effects:?}"))?;
        }
        Ok(())
    }

    pub(super) fn key(&self) -> u64 {
        key(&self.harness.session, self.config)
    }
}

/// Sessions of the same key have the same future. Request ids and file ids count by their order of appearance only.
fn key(session: &Session, config: Option<usize>) -> u64 {
    // A field that joins the session has to be thought of here.
    let Session {
        config: _,
        config_errors,
        last_error,
        last_removed,
        stage,
        batch,
        request_ids: _,
        selected_institution,
        report: _,
        timers,
        status_stream,
        closed_stream,
        is_hidden,
        today,
        // Nothing follows from it.
        received_at: _,
        effects,
    } = session;
    assert!(effects.is_empty(), "effects are handed over with each event");
    let last_error = last_error.as_ref().map(UploadError::code);
    // In its `Debug` form a stage shows no address, and a stream no id.
    let url = match stage {
        Stage::HandingOff { step: HandoffStep::AwaitingHost { url, .. }, .. } => url.as_str(),
        _ => "",
    };
    let last_removed = last_removed.as_ref().map(Redacted::as_str);
    let last_id = status_stream.as_ref().map(StatusStream::last_id);
    let closed_id = closed_stream.as_ref().map(ClosedStream::last_id).filter(|id| !id.is_empty());
    let text = format!(
        "{url} {last_id:?} {closed_id:?} {} {stage:?} {selected_institution:?} {timers:?} {status_stream:?} {is_hidden} {today:?} {last_error:?} {last_removed:?} {} {config:?}",
        batch.outline(),
        config_errors.len()
    );
    let mut hasher = DefaultHasher::new();
    let (mut request_ids, mut file_ids) = (Vec::new(), Vec::new());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("Id(") {
        before.hash(&mut hasher);
        rest = after;
        let seen = if before.ends_with("Request") {
            &mut request_ids
        } else if before.ends_with("File") {
            &mut file_ids
        } else {
            continue;
        };
        let Some((number, after)) = after.split_once(')') else { break };
        rest = after;
        let order = seen.iter().position(|known| *known == number).unwrap_or(seen.len());
        if order == seen.len() {
            seen.push(number);
        }
        order.hash(&mut hasher);
    }
    rest.hash(&mut hasher);
    hasher.finish()
}
