//! The journey of one person: a pure state machine from events to effects.
//!
//! Decides when upload is offered, for which institution, when the person may go on and where to (integration guide,
//! modes for submitting documents). Never touches the browser: it asks for effects, and their results come back as events
//! that carry the id of the request they answer.

mod connect;
mod deferred;
mod event;
mod files;
mod handoff;
mod journey;
mod stage;
mod status_stream;
mod timer;
mod timers;

#[cfg(feature = "split-element")]
pub(crate) use deferred::install_deferred;
pub use event::{Completion, Effect, Event, HandoffDetail, HostEvent, StreamEnd};
pub use stage::{Destination, Frame, FrameActivity, FrameUrl, HandoffStep, Stage};
pub use timer::Timer;

use crate::core::{
    config::{Check, Config, Handoff, Mode, Token, is_token},
    connect::{
        address::Institution,
        error_code::ErrorCode,
        message::{ConnectMessage, MessageKind, Step},
    },
    date::{Date, LocalTime},
    error::UploadError,
    files::{
        batch::Batch,
        file::{FileId, PickedFile},
        report::Report,
        task::{Task, TaskResult},
    },
    offer::Reason,
    redacted::Redacted,
    request::{RequestId, RequestIds},
};
use status_stream::{ClosedStream, StatusStream};
use std::rc::Rc;
use timers::Timers;

/// One person's journey, from Connect to the receipt of their documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    config: Option<Config>,
    /// What is wrong with the newest attributes. The last valid ones stay in force.
    config_errors: Vec<UploadError>,
    /// What went wrong last. The next attempt clears it.
    last_error: Option<UploadError>,
    /// The name of the file that was removed last, for as long as that can be undone.
    last_removed: Option<Redacted>,
    stage: Stage,
    batch: Batch,
    /// The report on the batch, renewed when the batch or its limits change.
    report: Rc<Report>,
    request_ids: RequestIds,
    /// The newest institution that Connect named.
    selected_institution: Option<Institution>,
    timers: Timers,
    /// The host's event stream, after the hand-off.
    status_stream: Option<StatusStream>,
    /// The stream before that, which a stream of the same address goes on from.
    closed_stream: Option<ClosedStream>,
    is_hidden: bool,
    today: Option<Date>,
    /// When the documents were received.
    received_at: Option<LocalTime>,
    effects: Vec<Effect>,
}

impl Session {
    /// Applies an event and returns the effects to perform, in order.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Configured(Ok(config)) => self.configure(&config),
            Event::Configured(Err(errors)) => self.refuse_config(errors),
            Event::Token { request, answer } => self.on_token(request, answer),
            later => self.apply_later(later),
        }
        self.sync_status_stream();
        std::mem::take(&mut self.effects)
    }

    /// Where the journey stands.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The configuration in force; `None` until the attributes were valid once.
    pub fn config(&self) -> Option<&Config> {
        self.config.as_ref()
    }

    /// What went wrong and is worth showing. Wrong attributes are, as long as nothing works: afterwards the last valid ones
    /// stay in force, and only the page's developer is told.
    pub fn visible_error(&self) -> Option<&UploadError> {
        let error = if self.config.is_none() { self.config_errors.first() } else { None };
        error.or(self.last_error.as_ref())
    }

    /// The name of the file that was removed last, while that can be undone.
    pub fn last_removed(&self) -> Option<&str> {
        self.last_removed.as_ref().map(Redacted::as_str)
    }

    /// The report on the picked files.
    pub fn report(&self) -> &Rc<Report> {
        &self.report
    }

    /// When the documents were received, if that is known.
    pub fn received_at(&self) -> Option<LocalTime> {
        self.received_at
    }

    /// Whether the hand-off may start now.
    pub fn may_continue(&self) -> bool {
        let Some(config) = &self.config else { return false };
        matches!(self.stage, Stage::Collect { .. }) && (config.check != Check::Required || self.report.can_continue)
    }

    /// Whether the person can say that the institution is not listed.
    pub fn can_report_not_listed(&self) -> bool {
        let asked_for = self.config.as_ref().is_some_and(|config| config.offer_on.not_listed);
        asked_for && self.selected_institution.is_none() && matches!(self.stage, Stage::Connect { offer: None, .. })
    }

    fn notify(&mut self, event: HostEvent) {
        self.effects.push(Effect::Notify(event));
    }

    /// Renews the report and tells the host.
    fn notify_report(&mut self) {
        self.renew_report();
        self.notify(HostEvent::Check(Rc::clone(&self.report)));
    }

    /// Renews the report, and tells the host if another one comes of it while there are files.
    fn refresh_report(&mut self) {
        let old = Rc::clone(&self.report);
        self.renew_report();
        if *old != *self.report && !self.report.files.is_empty() {
            self.notify(HostEvent::Check(Rc::clone(&self.report)));
        }
    }

    fn make_report(&mut self) {
        let limits = self.config.as_ref().map(|config| config.limits).unwrap_or_default();
        self.report = Rc::new(self.batch.report(&limits, &self.requirements()));
    }

    /// Applies an event that can't come before there is something to see.
    fn apply(&mut self, event: Event) {
        match event {
            // By `update`, at any time.
            Event::Configured(_) | Event::Token { .. } => {}
            Event::Message(message) => self.on_connect_message(message),
            Event::TimerElapsed { timer, request } => {
                if self.timers.elapse(timer, request) {
                    self.on_timeout(timer);
                }
            }
            Event::NotListed => self.offer_if_connect_visible(Reason::NotListed),
            Event::OfferRequested => self.offer_if_connect_visible(Reason::Forced),
            Event::OfferAccepted => self.accept(),
            Event::Retry => self.back_to_login(),
            Event::FilesPicked(files) => self.add_files(files),
            Event::FilesLeftOut => self.notify_pick_error(UploadError::FilesLeftOut {}),
            Event::FileRemoved(id) => self.remove(id),
            Event::PasswordEntered { file, password } => self.unlock(file, &password),
            Event::RemovalUndone => self.undo_removal(),
            Event::Checked(results) => self.apply_results(results),
            Event::Continue => self.continue_to_upload(),
            Event::HandoffAnswered { request, proceed } => self.on_handoff_answer(request, proceed),
            Event::ChangeFiles => self.change_files(),
            Event::StatusReceived { request, id, update } => self.on_status_event(request, id, update),
            Event::StreamClosed { request, end } => self.on_stream_closed(request, end),
            Event::Today(today) => self.on_date(today),
            Event::Clock(now) => self.received_at = Some(now),
            Event::Hidden(is_hidden) => self.on_visibility_change(is_hidden),
            Event::HostError(error) => self.notify(HostEvent::Error(error)),
            Event::Reset => self.reset(),
        }
    }

    fn on_timeout(&mut self, timer: Timer) {
        match timer {
            Timer::Inactivity => self.on_inactivity_timeout(),
            Timer::ConnectResponse => self.on_connect_timeout(),
            Timer::Token => self.on_token_timeout(),
            Timer::SlowStatus => self.on_status_timeout(),
        }
    }
}

#[cfg(any(test, fuzzing))]
pub mod harness;
#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
