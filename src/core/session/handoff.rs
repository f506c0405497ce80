//! From the files to the upload screen, and the end.

use super::{
    Check, Completion, ConnectMessage, Destination, Effect, Frame, FrameUrl, Handoff, HandoffDetail, HandoffStep,
    HostEvent, RequestId, Session, Stage, Timer, Token,
};
use crate::core::redacted::Redacted;
use std::rc::Rc;

impl Session {
    pub(super) fn continue_to_upload(&mut self) {
        let may = self.may_continue();
        match std::mem::take(&mut self.stage) {
            Stage::Collect { destination, background_frame } if may => {
                (self.last_error, self.last_removed) = (None, None);
                let request = self.request_ids.next_id();
                let asks = destination != Destination::Dashboard && self.token() == Token::Asked;
                self.stage =
                    Stage::HandingOff { destination, background_frame, step: HandoffStep::AwaitingToken(request) };
                match self.token() {
                    _ if asks => {
                        self.effects.push(Effect::RequestToken { request });
                        self.await_frame();
                    }
                    Token::Fixed(token) => self.request_handoff(Some(&token)),
                    Token::Asked | Token::None => self.request_handoff(None),
                }
            }
            other => self.stage = other,
        }
    }

    pub(super) fn ask_host(&mut self, token: Option<&str>) {
        let (Stage::HandingOff { destination, background_frame, .. }, Some(config)) =
            (std::mem::take(&mut self.stage), &self.config)
        else {
            return;
        };
        let report = Rc::clone(&self.report);
        let institution = match &destination {
            Destination::Upload(offer) => offer.institution.clone(),
            Destination::Dashboard => None,
        };
        let url = match (&destination, &config.connect) {
            (Destination::Upload(_), Some(options)) => {
                Some(Redacted::from(options.upload_url(institution.as_ref(), token)))
            }
            (Destination::Upload(_), None) => None,
            (Destination::Dashboard, _) => Some(config.dashboard_url.as_str().into()),
        };
        let (Some(url), true) = (url, config.check != Check::Required || report.can_continue) else {
            self.stage = Stage::Collect { destination, background_frame };
            return;
        };
        let request = self.request_ids.next_id();
        let files = report.ready().map(|file| file.id).collect();
        let detail = HandoffDetail { url: url.clone(), institution, files, report };
        self.stage =
            Stage::HandingOff { destination, background_frame, step: HandoffStep::AwaitingHost { request, url } };
        self.effects.push(Effect::RequestHandoff { request, detail: Box::new(detail) });
    }

    pub(super) fn on_handoff_answer(&mut self, request: RequestId, proceed: bool) {
        match &self.stage {
            Stage::HandingOff { step: HandoffStep::AwaitingHost { request: awaited, .. }, .. }
                if *awaited == request => {}
            _ => return,
        }
        if !proceed {
            return self.back_to_files();
        }
        self.timers.cancel(Timer::Token);
        self.timers.cancel(Timer::ConnectResponse);
        let handoff = self.config.as_ref().map(|config| config.handoff).unwrap_or_default();
        let Stage::HandingOff { destination, step: HandoffStep::AwaitingHost { url, .. }, .. } =
            std::mem::take(&mut self.stage)
        else {
            return;
        };
        self.stage = match (destination, handoff) {
            (Destination::Upload(offer), Handoff::Frame) => {
                let frame = Frame::new(self.request_ids.next_id(), FrameUrl::Open(url));
                Stage::Upload { offer, frame }
            }
            (destination @ Destination::Upload(_), Handoff::Navigate) => {
                self.effects.push(Effect::Navigate(url));
                Stage::HandedOver { destination }
            }
            (destination @ Destination::Upload(_), Handoff::Event) => Stage::HandedOver { destination },
            (Destination::Dashboard, _) => {
                self.effects.push(Effect::OpenWindow(url));
                Stage::HandedOver { destination: Destination::Dashboard }
            }
        };
    }

    pub(super) fn back_to_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::HandingOff { destination, background_frame, .. } => Stage::Collect { destination, background_frame },
            other => other,
        };
        self.await_frame();
    }

    pub(super) fn change_files(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Upload { offer, .. } => {
                Stage::Collect { destination: Destination::Upload(offer), background_frame: None }
            }
            Stage::HandedOver { destination } => Stage::Collect { destination, background_frame: None },
            other => other,
        };
    }

    /// The page is visible again. A person who comes back from the upload screen to a page that the browser kept finds their
    /// files.
    pub(super) fn on_page_restored(&mut self) {
        let has_left = self.config.as_ref().is_some_and(|config| config.handoff == Handoff::Navigate)
            && matches!(&self.stage, Stage::HandedOver { destination: Destination::Upload(_) });
        if has_left && self.status().0.is_none() {
            self.change_files();
        }
    }

    /// Connect posted `REDIRECT`. Documents were uploaded if the person was at the upload screen.
    pub(super) fn finish(&mut self, message: ConnectMessage) {
        let uploaded = matches!(self.stage, Stage::Upload { .. });
        // An upload is for the institution of its offer; without one, for that which was selected since, if any.
        let institution = match &self.stage {
            Stage::Upload { offer, .. } => offer.institution.clone().or_else(|| self.selected_institution.clone()),
            _ => self.institution(),
        };
        let completion = Completion {
            uploaded,
            login_id: message.login_id,
            request_id: message.request_id,
            institution: message.institution.or(institution.map(|institution| institution.as_str().to_owned())),
            url: message.url,
        };
        self.last_error = None;
        self.stop_waiting();
        self.stage = Stage::Done(completion.clone());
        if uploaded {
            self.received_at = None;
            self.effects.push(Effect::ReadClock);
            self.notify(HostEvent::Complete(completion));
        }
    }
}
