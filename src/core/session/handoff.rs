//! The way to the upload screen, and the end.

use super::{
    Address, Check, Completion, ConnectMessage, Effect, Frame, HandingOff, Handoff, HandoffDetail, Notice, Purpose,
    Session, Stage, Ticket, Token,
};

impl Session {
    pub(super) fn go_on(&mut self) {
        let may = self.may_continue();
        match std::mem::take(&mut self.stage) {
            Stage::Collect { purpose, behind } if may => {
                self.trouble = None;
                let ticket = self.tickets.draw();
                let asks = purpose != Purpose::Dashboard && self.token() == Token::Asked;
                self.stage = Stage::HandingOff { purpose, behind, step: HandingOff::AwaitingToken(ticket) };
                match self.token() {
                    _ if asks => {
                        self.effects.push(Effect::AskToken { ticket });
                        self.watch_for_silence();
                    }
                    Token::Fixed(token) => self.propose(Some(&token)),
                    Token::Asked | Token::None => self.propose(None),
                }
            }
            other => self.stage = other,
        }
    }

    /// Proposes the hand-off to the host, with what may go by now: files may have changed since the person went on.
    pub(super) fn propose(&mut self, token: Option<&str>) {
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

    pub(super) fn take_handoff_answer(&mut self, ticket: Ticket, proceed: bool) {
        match &self.stage {
            Stage::HandingOff { step: HandingOff::AwaitingHost { ticket: awaited, .. }, .. } if *awaited == ticket => {}
            _ => return,
        }
        if !proceed {
            return self.back_to_files();
        }
        self.silence = None;
        let handoff = self.config.as_ref().map(|config| config.handoff).unwrap_or_default();
        let Stage::HandingOff { purpose, step: HandingOff::AwaitingHost { url, .. }, .. } =
            std::mem::take(&mut self.stage)
        else {
            return;
        };
        self.stage = match (purpose, handoff) {
            (Purpose::Upload(offer), Handoff::Frame) => {
                let frame = Frame::new(self.tickets.draw(), Address::Open(url));
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

    pub(super) fn back_to_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::HandingOff { purpose, behind, .. } => Stage::Collect { purpose, behind },
            other => other,
        };
        self.watch_for_silence();
    }

    pub(super) fn change_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Upload { offer, .. } => Stage::Collect { purpose: Purpose::Upload(offer), behind: None },
            Stage::HandedOver { purpose } => Stage::Collect { purpose, behind: None },
            other => other,
        };
    }

    /// The page is seen again. From the upload screen, in a page that the browser kept, the person comes back to the files.
    pub(super) fn come_back(&mut self) {
        let has_left = self.config.as_ref().is_some_and(|config| config.handoff == Handoff::Navigate)
            && matches!(&self.stage, Stage::HandedOver { purpose: Purpose::Upload(_) });
        if has_left && self.status().0.is_none() {
            self.change_files();
        }
    }

    /// Connect's last word. Whether documents were uploaded is told by where the person was.
    pub(super) fn finish(&mut self, message: ConnectMessage) {
        let uploaded = matches!(self.stage, Stage::Upload { .. });
        let named = self.institution().map(|institution| institution.as_str().to_owned());
        let completion = Completion {
            uploaded,
            login_id: message.login_id,
            request_id: message.request_id,
            institution: message.institution.or(named),
            url: message.url,
        };
        (self.idle, self.silence, self.trouble) = (None, None, None);
        self.stage = Stage::Done(completion.clone());
        if uploaded {
            self.tell(Notice::Complete(completion));
        }
    }
}
