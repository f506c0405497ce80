//! The messages of Connect, and when they make an offer of upload.
//!
//! Source: the integration guide (the eight fallback codes, primary and fallback mode). Whether a message is trusted is
//! decided before it comes here.

use super::{
    ConnectMessage, Effect, ErrorCode, Frame, FrameActivity, FrameUrl, HandoffStep, HostEvent, Institution,
    MessageKind, Mode, RequestId, Session, Stage, Step, Timer, Token, UploadError, is_token,
};
use crate::core::{
    offer::{Offer, Reason},
    redacted::Redacted,
};

/// How long Connect may take to post its first message, in seconds.
const CONNECT_TIMEOUT: u32 = 20;
/// How long the host may take to give a token, in seconds.
const TOKEN_TIMEOUT: u32 = 30;

impl Session {
    pub(super) fn open_connect(&mut self, offer: Option<Offer>) {
        let request = self.request_ids.next_id();
        let address = match self.token() {
            Token::Asked => {
                self.effects.push(Effect::RequestToken { request });
                FrameUrl::AwaitingToken
            }
            Token::Fixed(token) => self.connect_address(Some(&token)),
            Token::None => self.connect_address(None),
        };
        self.stage = Stage::Connect { frame: Frame::new(request, address), offer };
        self.await_frame();
        self.restart_inactivity();
    }

    pub(super) fn connect_address(&self, token: Option<&str>) -> FrameUrl {
        let options = self.config.as_ref().and_then(|config| config.connect.as_ref());
        options.map_or(FrameUrl::Failed, |options| FrameUrl::Open(options.connect_url(token).into()))
    }

    pub(super) fn token(&self) -> Token {
        self.config.as_ref().map(|config| config.token.clone()).unwrap_or_default()
    }

    pub(super) fn on_token(&mut self, request: RequestId, answer: Result<Redacted, String>) {
        let answer = answer.and_then(|token| {
            if is_token(&token) { Ok(token) } else { Err("a blank token, or one with control characters".to_owned()) }
        });
        // A frame in the background is opened anew when the person comes back to it.
        let is_in_background = matches!(self.stage, Stage::Collect { .. } | Stage::HandingOff { .. });
        let is_visible = !is_in_background || self.stage.frame().is_none_or(|frame| frame.request != request);
        match &mut self.stage {
            stage if stage.frame().is_some_and(|frame| frame.awaits(request)) => {
                let address = match &answer {
                    Ok(token) => self.connect_address(Some(token)),
                    Err(_) => FrameUrl::Failed,
                };
                if let Some(frame) = self.stage.frame_mut() {
                    frame.url = address;
                }
                self.await_frame();
            }
            Stage::HandingOff { step: HandoffStep::AwaitingToken(awaited), .. } if *awaited == request => match &answer
            {
                Ok(token) => self.request_handoff(Some(token)),
                Err(_) => self.back_to_files(),
            },
            _ => return,
        }
        if let Err(received) = answer {
            let error = UploadError::TokenFailed { received };
            self.notify(HostEvent::Error(error.clone()));
            if is_visible {
                self.last_error = Some(error);
            }
        }
    }

    pub(super) fn on_connect_message(&mut self, message: ConnectMessage) {
        self.notify(HostEvent::Connect(message.clone()));
        if matches!(self.stage, Stage::Unconfigured | Stage::Done(_)) {
            return;
        }
        if let Some(frame) = self.stage.frame_mut() {
            frame.activity = FrameActivity::Active;
        }
        match message.kind {
            MessageKind::Redirect => return self.finish(message),
            MessageKind::Error => {
                if let Some(code) = message.flinks_code.as_ref().and_then(ErrorCode::fallback) {
                    self.set_institution(message.institution.as_deref());
                    self.offer(Reason::Error(code));
                }
            }
            MessageKind::Step if message.step == Some(Step::InstitutionSelected) => {
                self.selected_institution = None;
                self.set_institution(message.institution.as_deref());
                self.select();
            }
            MessageKind::Step | MessageKind::Unknown => {}
        }
        self.restart_inactivity();
    }

    pub(super) fn set_institution(&mut self, institution: Option<&str>) {
        if let Some(institution) = institution.and_then(|name| Institution::new(name).ok()) {
            self.selected_institution = Some(institution);
        }
    }

    /// The institution that an offer is for: the newest one that Connect named, otherwise the host's.
    pub(super) fn institution(&self) -> Option<Institution> {
        self.selected_institution.clone().or_else(|| self.config.as_ref()?.institution.clone())
    }

    /// An institution was selected. An offer for another one is withdrawn, and made again for the new one.
    pub(super) fn select(&mut self) {
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
    pub(super) fn offer(&mut self, reason: Reason) {
        let institution = if reason == Reason::NotListed { None } else { self.institution() };
        let new = Offer { reason, institution };
        let Stage::Connect { offer, .. } = &mut self.stage else { return };
        if offer.as_ref() != Some(&new) {
            *offer = Some(new.clone());
            self.notify(HostEvent::Offer(new));
        }
    }

    pub(super) fn offer_if_connect_visible(&mut self, reason: Reason) {
        let allowed = match reason {
            Reason::NotListed => self.can_report_not_listed(),
            _ => matches!(self.stage, Stage::Connect { offer: None, .. }),
        };
        if allowed {
            self.offer(reason);
        }
    }

    pub(super) fn restart_inactivity(&mut self) {
        self.timers.cancel(Timer::Inactivity);
        let seconds = self.config.as_ref().and_then(|config| config.offer_on.inactivity);
        if let (Some(seconds), Stage::Connect { offer: None, .. }) = (seconds, &self.stage) {
            self.start_timer(Timer::Inactivity, seconds);
        }
    }

    /// Starts the timer for what the open frame or the hand-off waits for: a token, or the first message of Connect.
    ///
    /// Connect posts a message as soon as it runs. A page can't see whether an empty frame was blocked, is offline or is
    /// only slow. Without a limit, a token that never comes would keep the person waiting for ever.
    pub(super) fn await_frame(&mut self) {
        self.timers.cancel(Timer::Token);
        self.timers.cancel(Timer::ConnectResponse);
        if self.awaited_token().is_some() {
            self.start_timer(Timer::Token, TOKEN_TIMEOUT);
        } else if let Some(Frame { url: FrameUrl::Open(_), activity: FrameActivity::Pending, .. }) = self.stage.frame()
        {
            self.start_timer(Timer::ConnectResponse, CONNECT_TIMEOUT);
        }
    }

    fn awaited_token(&self) -> Option<RequestId> {
        match &self.stage {
            Stage::HandingOff { step: HandoffStep::AwaitingToken(request), .. } => Some(*request),
            stage => stage.frame().filter(|frame| frame.url == FrameUrl::AwaitingToken).map(|frame| frame.request),
        }
    }

    pub(super) fn on_token_timeout(&mut self) {
        if let Some(awaited) = self.awaited_token() {
            self.on_token(awaited, Err("nothing for too long".to_owned()));
        }
    }

    pub(super) fn on_connect_timeout(&mut self) {
        if let Some(frame) = self.stage.frame_mut().filter(|frame| frame.activity == FrameActivity::Pending) {
            frame.activity = FrameActivity::Unresponsive;
            self.notify(HostEvent::Error(UploadError::ConnectSilent { seconds: CONNECT_TIMEOUT }));
        }
    }

    pub(super) fn on_inactivity_timeout(&mut self) {
        self.offer_if_connect_visible(Reason::Inactivity);
    }
}
