//! The journey of one person: a pure state machine from events to effects.
//!
//! It decides when upload is offered, for which institution, when files may go and where to. It never touches the
//! browser: effects are asked for, and what comes of them returns as events with the ticket they answer.

mod event;
mod stage;

pub use event::{Completion, Effect, Event, HandoffDetail, Notice};
pub use stage::{Address, Frame, HandingOff, Offer, Purpose, Reason, Stage};

use super::{
    address::Institution,
    batch::{Batch, FileId, PickedFile, Ticket, Tickets, Work},
    code::ErrorCode,
    config::{Check, Config, Handoff, Mode, Token, is_token},
    error::UploadError,
    message::{ConnectMessage, MessageKind, Step},
    report::Report,
};

/// One person's journey, from the first look at Connect to the documents' receipt.
#[derive(Debug, Default)]
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
            Event::Inactive { ticket } => self.take_inactivity(ticket),
            Event::NotListed => self.offer_where_connect_is(Reason::NotListed),
            Event::OfferRequested => self.offer_where_connect_is(Reason::Forced),
            Event::OfferAccepted => self.accept(),
            Event::Retry => self.retry(),
            Event::FilesPicked(files) => self.pick(files),
            Event::FileRemoved(id) => self.remove(id),
            Event::Inspected { ticket, answer } => {
                if self.batch.inspected(ticket, answer) {
                    self.tell_report();
                }
            }
            Event::Hashed { ticket, answer } => {
                if self.batch.hashed(ticket, answer) {
                    self.tell_report();
                }
            }
            Event::Continue => self.go_on(),
            Event::HandoffAnswered { ticket, proceed } => self.take_handoff_answer(ticket, proceed),
            Event::ChangeFiles => self.change_files(),
            Event::Trouble(error) => self.tell(Notice::Error(error)),
            Event::Reset => self.reset(),
        }
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

    // --- configuration -------------------------------------------------------------------------------------------

    fn configure(&mut self, config: &Config) {
        self.config_errors.clear();
        let Some(old) = self.config.replace(config.clone()) else { return self.start() };
        if is_another_journey(&old, config) {
            return self.start();
        }
        if old.limits != config.limits {
            self.tell_report();
        }
        if old.offer_on != config.offer_on {
            self.watch_for_inactivity();
        }
    }

    fn refuse_config(&mut self, errors: Vec<UploadError>) {
        for error in &errors {
            self.tell(Notice::Error(error.clone()));
        }
        self.config_errors = errors;
    }

    fn start(&mut self) {
        let Some(config) = &self.config else { return };
        let mode = config.mode;
        let institution = config.institution.clone();
        (self.named, self.idle, self.trouble) = (None, None, None);
        match mode {
            Mode::Primary | Mode::Fallback => self.open_connect(None),
            Mode::Upload => {
                let offer = Offer { reason: Reason::Forced, institution };
                self.tell(Notice::Offer(offer.clone()));
                self.collect(Purpose::Upload(offer), None);
            }
            Mode::Dashboard => self.collect(Purpose::Dashboard, None),
        }
    }

    fn reset(&mut self) {
        let ids: Vec<FileId> = self.batch.ids().collect();
        self.batch.clear();
        if !ids.is_empty() {
            self.effects.push(Effect::Forget(ids));
            self.tell_report();
        }
        self.stage = Stage::Waiting;
        self.start();
    }

    // --- Connect -------------------------------------------------------------------------------------------------

    fn open_connect(&mut self, offer: Option<Offer>) {
        let ticket = self.tickets.draw();
        let address = match self.token() {
            Token::Asked => {
                self.effects.push(Effect::AskToken { ticket });
                Address::AwaitingToken
            }
            Token::Fixed(token) => self.connect_address(Some(&token)),
            Token::None => self.connect_address(None),
        };
        self.stage = Stage::Connect { frame: Frame { ticket, address }, offer };
        self.watch_for_inactivity();
    }

    fn connect_address(&self, token: Option<&str>) -> Address {
        let options = self.config.as_ref().and_then(|config| config.connect.as_ref());
        options.map_or(Address::Failed, |options| Address::Open(options.connect_url(token)))
    }

    fn token(&self) -> Token {
        self.config.as_ref().map(|config| config.token.clone()).unwrap_or_default()
    }

    fn take_token(&mut self, ticket: Ticket, answer: Result<String, String>) {
        let answer = answer.and_then(|token| {
            if is_token(&token) { Ok(token) } else { Err("a blank token, or one with control characters".to_owned()) }
        });
        match &mut self.stage {
            Stage::Connect { frame, .. } | Stage::Collect { behind: Some(frame), .. } if frame.awaits(ticket) => {
                let address = match &answer {
                    Ok(token) => self.connect_address(Some(token)),
                    Err(_) => Address::Failed,
                };
                if let Some(frame) = self.stage.frame_mut() {
                    frame.address = address;
                }
            }
            Stage::HandingOff { step: HandingOff::AwaitingToken(awaited), .. } if *awaited == ticket => match &answer {
                Ok(token) => self.propose(Some(token)),
                Err(_) => self.back_to_files(),
            },
            _ => return,
        }
        if let Err(received) = answer {
            let error = UploadError::TokenFailed { received };
            self.tell(Notice::Error(error.clone()));
            self.trouble = Some(error);
        }
    }

    fn hear(&mut self, message: ConnectMessage) {
        self.tell(Notice::Connect(message.clone()));
        if matches!(self.stage, Stage::Waiting | Stage::Done(_)) {
            return;
        }
        match message.kind {
            MessageKind::Redirect => return self.finish(message),
            MessageKind::Error => {
                if let Some(code) = message.flinks_code.filter(ErrorCode::offers_upload) {
                    self.name(message.institution.as_deref());
                    self.offer(Reason::Error(code));
                }
            }
            MessageKind::Step if message.step == Some(Step::InstitutionSelected) => {
                self.named = None;
                self.name(message.institution.as_deref());
                self.select();
            }
            MessageKind::Step | MessageKind::Unknown => {}
        }
        self.watch_for_inactivity();
    }

    fn name(&mut self, institution: Option<&str>) {
        if let Some(institution) = institution.and_then(|name| Institution::new(name).ok()) {
            self.named = Some(institution);
        }
    }

    /// The institution an offer is for: the newest that Connect named, else the host's.
    fn institution(&self) -> Option<Institution> {
        self.named.clone().or_else(|| self.config.as_ref()?.institution.clone())
    }

    /// An institution was selected: an offer that was made for another is withdrawn, and made anew where one stands.
    fn select(&mut self) {
        let institution = self.institution();
        let is_primary = self.config.as_ref().is_some_and(|config| config.mode == Mode::Primary);
        let Stage::Connect { offer, .. } = &mut self.stage else { return };
        let withdrawn = offer.take_if(|offer| offer.institution != institution);
        let stands = offer.is_some();
        if withdrawn.is_some_and(|offer| offer.reason == Reason::Forced) {
            self.offer(Reason::Forced);
        } else if is_primary && !stands {
            self.offer(Reason::Primary);
        }
    }

    /// Offers upload beside Connect. The same offer twice is one.
    fn offer(&mut self, reason: Reason) {
        let institution = if reason == Reason::NotListed { None } else { self.institution() };
        let new = Offer { reason, institution };
        let Stage::Connect { offer, .. } = &mut self.stage else { return };
        if offer.as_ref() != Some(&new) {
            *offer = Some(new.clone());
            self.tell(Notice::Offer(new));
        }
    }

    fn offer_where_connect_is(&mut self, reason: Reason) {
        let allowed = match reason {
            Reason::NotListed => self.may_say_not_listed(),
            _ => matches!(self.stage, Stage::Connect { offer: None, .. }),
        };
        if allowed {
            self.offer(reason);
        }
    }

    fn watch_for_inactivity(&mut self) {
        self.idle = None;
        let seconds = self.config.as_ref().and_then(|config| config.offer_on.inactivity);
        if let (Some(seconds), Stage::Connect { offer: None, .. }) = (seconds, &self.stage) {
            let ticket = self.tickets.draw();
            self.idle = Some(ticket);
            self.effects.push(Effect::Wait { ticket, seconds });
        }
    }

    fn take_inactivity(&mut self, ticket: Ticket) {
        if self.idle == Some(ticket) {
            self.idle = None;
            self.offer_where_connect_is(Reason::Inactivity);
        }
    }

    // --- files ---------------------------------------------------------------------------------------------------

    fn accept(&mut self) {
        match std::mem::take(&mut self.stage) {
            Stage::Connect { frame, offer: Some(offer) } => self.collect(Purpose::Upload(offer), Some(frame)),
            other => self.stage = other,
        }
    }

    fn collect(&mut self, purpose: Purpose, behind: Option<Frame>) {
        self.idle = None;
        self.stage = Stage::Collect { purpose, behind };
        if self.config.as_ref().is_some_and(|config| config.check == Check::Off) {
            self.go_on();
        }
    }

    fn pick(&mut self, files: Vec<PickedFile>) {
        if files.is_empty() || matches!(self.stage, Stage::Done(_)) {
            return;
        }
        let known = self.batch.ids().count();
        let work = self.batch.add(files, &mut self.tickets);
        self.effects.push(Effect::Keep(self.batch.ids().skip(known).collect()));
        self.effects.extend(work.into_iter().map(|work| match work {
            Work::Inspect { id, ticket } => Effect::Inspect { id, ticket },
            Work::Hash { id, ticket } => Effect::Hash { id, ticket },
        }));
        self.tell_report();
    }

    fn remove(&mut self, id: FileId) {
        if self.batch.remove(id) {
            self.effects.push(Effect::Forget(vec![id]));
            self.tell_report();
        }
    }

    /// Back to bank linking: to the frame that was left, else to a new one.
    fn retry(&mut self) {
        let shows_connect = self.config.as_ref().is_some_and(|config| config.mode.shows_connect());
        if !shows_connect {
            return;
        }
        self.trouble = None;
        match std::mem::take(&mut self.stage) {
            Stage::Collect { purpose: Purpose::Upload(offer), behind: Some(frame) } if !frame.has_failed() => {
                self.stage = Stage::Connect { frame, offer: Some(offer) };
            }
            Stage::Collect { purpose: Purpose::Upload(offer), .. } => self.open_connect(Some(offer)),
            Stage::Connect { frame, offer } if frame.has_failed() => self.open_connect(offer),
            other => self.stage = other,
        }
    }

    // --- hand-off ------------------------------------------------------------------------------------------------

    fn go_on(&mut self) {
        let may = self.may_continue();
        match std::mem::take(&mut self.stage) {
            Stage::Collect { purpose, behind } if may => {
                self.trouble = None;
                let ticket = self.tickets.draw();
                let asks = purpose != Purpose::Dashboard && self.token() == Token::Asked;
                self.stage = Stage::HandingOff { purpose, behind, step: HandingOff::AwaitingToken(ticket) };
                match self.token() {
                    _ if asks => self.effects.push(Effect::AskToken { ticket }),
                    Token::Fixed(token) => self.propose(Some(&token)),
                    Token::Asked | Token::None => self.propose(None),
                }
            }
            other => self.stage = other,
        }
    }

    /// Proposes the hand-off to the host, with what may go by now: files may have changed since the person went on.
    fn propose(&mut self, token: Option<&str>) {
        let (Stage::HandingOff { purpose, behind, .. }, Some(config)) = (std::mem::take(&mut self.stage), &self.config)
        else {
            return;
        };
        let report = self.batch.report(&config.limits);
        let institution = match &purpose {
            Purpose::Upload(offer) => offer.institution.clone(),
            Purpose::Dashboard => None,
        };
        let url = match (&purpose, &config.connect) {
            (Purpose::Upload(_), Some(options)) => Some(options.upload_url(institution.as_ref(), token)),
            (Purpose::Upload(_), None) => None,
            (Purpose::Dashboard, _) => Some(config.dashboard_url.clone()),
        };
        let (Some(url), true) = (url, config.check != Check::Required || report.can_continue) else {
            self.stage = Stage::Collect { purpose, behind };
            return;
        };
        let ticket = self.tickets.draw();
        let files = report.ready().map(|file| file.id).collect();
        let detail = HandoffDetail { url: url.clone(), institution, files, report };
        self.stage = Stage::HandingOff { purpose, behind, step: HandingOff::AwaitingHost { ticket, url } };
        self.effects.push(Effect::ProposeHandoff { ticket, detail: Box::new(detail) });
    }

    fn take_handoff_answer(&mut self, ticket: Ticket, proceed: bool) {
        match &self.stage {
            Stage::HandingOff { step: HandingOff::AwaitingHost { ticket: awaited, .. }, .. } if *awaited == ticket => {}
            _ => return,
        }
        if !proceed {
            return self.back_to_files();
        }
        let handoff = self.config.as_ref().map(|config| config.handoff).unwrap_or_default();
        let Stage::HandingOff { purpose, step: HandingOff::AwaitingHost { url, .. }, .. } =
            std::mem::take(&mut self.stage)
        else {
            return;
        };
        self.stage = match (purpose, handoff) {
            (Purpose::Upload(offer), Handoff::Frame) => {
                let frame = Frame { ticket: self.tickets.draw(), address: Address::Open(url) };
                Stage::Upload { offer, frame }
            }
            (purpose @ Purpose::Upload(_), Handoff::Navigate) => {
                self.effects.push(Effect::Navigate(url));
                Stage::HandedOver { purpose }
            }
            (purpose @ Purpose::Upload(_), Handoff::Event) => Stage::HandedOver { purpose },
            (Purpose::Dashboard, _) => {
                self.effects.push(Effect::OpenWindow(url));
                Stage::HandedOver { purpose: Purpose::Dashboard }
            }
        };
    }

    fn back_to_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::HandingOff { purpose, behind, .. } => Stage::Collect { purpose, behind },
            other => other,
        };
    }

    fn change_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Upload { offer, .. } => Stage::Collect { purpose: Purpose::Upload(offer), behind: None },
            Stage::HandedOver { purpose } => Stage::Collect { purpose, behind: None },
            other => other,
        };
    }

    /// Connect's last word. Whether documents were uploaded is told by where the person was.
    fn finish(&mut self, message: ConnectMessage) {
        let uploaded = matches!(self.stage, Stage::Upload { .. });
        let named = self.institution().map(|institution| institution.as_str().to_owned());
        let completion = Completion {
            uploaded,
            login_id: message.login_id,
            request_id: message.request_id,
            institution: message.institution.or(named),
            url: message.url,
        };
        (self.idle, self.trouble) = (None, None);
        self.stage = Stage::Done(completion.clone());
        if uploaded {
            self.tell(Notice::Complete(completion));
        }
    }
}

/// Whether so much changed that the journey starts again. The files stay.
fn is_another_journey(old: &Config, new: &Config) -> bool {
    let base = |config: &Config| config.connect.as_ref().map(|options| options.base.clone());
    old.mode != new.mode || base(old) != base(new) || (new.mode == Mode::Upload && old.institution != new.institution)
}

#[cfg(test)]
mod tests;
