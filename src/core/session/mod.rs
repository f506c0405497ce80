//! The journey of one person: a pure state machine from events to effects.
//!
//! It decides when upload is offered, for which institution, when files may go and where to. It never touches the
//! browser: effects are asked for, and what comes of them returns as events with the ticket they answer.

mod connect;
mod event;
mod files;
mod handoff;
mod journey;
mod stage;
mod stream;

pub use event::{Completion, Effect, Event, HandoffDetail, Notice, Timer};
pub use stage::{Address, Frame, HandingOff, Offer, Purpose, Reason, Stage, Voice};

use super::{
    address::Institution,
    batch::{Batch, FileId, PickedFile, Ticket, Tickets, Work},
    code::ErrorCode,
    config::{Check, Config, Handoff, Mode, Token, is_token},
    error::UploadError,
    message::{ConnectMessage, MessageKind, Step},
    report::Report,
};
use stream::Following;

/// One person's journey, from the first look at Connect to the documents' receipt.
#[derive(Debug, Clone, Default)]
pub struct Session {
    config: Option<Config>,
    /// What is wrong with the newest attributes; the last good ones stay in force.
    config_errors: Vec<UploadError>,
    /// What went wrong last on the way; the next attempt clears it.
    trouble: Option<UploadError>,
    stage: Stage,
    batch: Batch,
    tickets: Tickets,
    /// The newest institution that Connect named.
    named: Option<Institution>,
    /// The running inactivity timer.
    idle: Option<Ticket>,
    /// The running timer of a frame that said nothing yet, or of a token that did not come.
    silence: Option<Ticket>,
    /// The host's stream, after the hand-off.
    following: Option<Following>,
    is_hidden: bool,
    effects: Vec<Effect>,
}

impl Session {
    /// Takes one event in and says what is to be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Configured(Ok(config)) => self.configure(&config),
            Event::Configured(Err(errors)) => self.refuse_config(errors),
            Event::Message(message) => self.hear(message),
            Event::Token { ticket, answer } => self.take_token(ticket, answer),
            Event::Waited { ticket } => {
                self.take_inactivity(ticket);
                self.lose_patience(ticket);
                self.note_silence(ticket);
            }
            Event::NotListed => self.offer_where_connect_is(Reason::NotListed),
            Event::OfferRequested => self.offer_where_connect_is(Reason::Forced),
            Event::OfferAccepted => self.accept(),
            Event::Retry => self.retry(),
            Event::FilesPicked(files) => self.pick(files),
            Event::FileRemoved(id) => self.remove(id),
            Event::Checked(outcomes) => {
                let mut is_news = false;
                for outcome in outcomes {
                    is_news |= self.batch.take(outcome);
                }
                if is_news {
                    self.tell_report();
                }
            }
            Event::Continue => self.go_on(),
            Event::HandoffAnswered { ticket, proceed } => self.take_handoff_answer(ticket, proceed),
            Event::ChangeFiles => self.change_files(),
            Event::StatusHeard { ticket, id, news } => self.take_news(ticket, id, news),
            Event::StreamLost { ticket, refused } => self.lose_stream(ticket, refused),
            Event::Hidden(is_hidden) => self.hide(is_hidden),
            Event::Trouble(error) => self.tell(Notice::Error(error)),
            Event::Reset => self.reset(),
        }
        self.tend_stream();
        std::mem::take(&mut self.effects)
    }

    /// Where the journey stands.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What the host asked for; `None` until its attributes were right once.
    pub fn config(&self) -> Option<&Config> {
        self.config.as_ref()
    }

    /// What is wrong and worth showing.
    pub fn errors(&self) -> impl Iterator<Item = &UploadError> {
        self.config_errors.iter().chain(&self.trouble)
    }

    /// The verdict on the picked files.
    pub fn report(&self) -> Report {
        let limits = self.config.as_ref().map(|config| config.limits).unwrap_or_default();
        self.batch.report(&limits)
    }

    /// Whether the hand-off may start now.
    pub fn may_continue(&self) -> bool {
        let Some(config) = &self.config else { return false };
        matches!(self.stage, Stage::Collect { .. }) && (config.check != Check::Required || self.report().can_continue)
    }

    /// Whether the person can say that the institution is not listed.
    pub fn may_say_not_listed(&self) -> bool {
        let asked_for = self.config.as_ref().is_some_and(|config| config.offer_on.not_listed);
        asked_for && self.named.is_none() && matches!(self.stage, Stage::Connect { offer: None, .. })
    }

    fn tell(&mut self, notice: Notice) {
        self.effects.push(Effect::Notify(notice));
    }

    fn tell_report(&mut self) {
        let report = self.report();
        self.tell(Notice::Check(report));
    }
}

#[cfg(test)]
mod away;
#[cfg(test)]
pub(in crate::core) mod model;
#[cfg(test)]
mod tests;
