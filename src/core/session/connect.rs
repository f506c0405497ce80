//! What is heard from Connect, and when upload is offered.

use super::{
    Address, ConnectMessage, Effect, ErrorCode, Frame, HandingOff, Institution, MessageKind, Mode, Notice, Offer,
    Reason, Session, Stage, Step, Ticket, Timer, Token, UploadError, Voice, is_token,
};

/// Connect that said nothing for so many seconds may not be there.
const SILENCE: u32 = 20;
/// A token that did not come for so many seconds does not come any more.
const TOKEN: u32 = 30;

impl Session {
    pub(super) fn open_connect(&mut self, offer: Option<Offer>) {
        let ticket = self.tickets.draw();
        let address = match self.token() {
            Token::Asked => {
                self.effects.push(Effect::AskToken { ticket });
                Address::AwaitingToken
            }
            Token::Fixed(token) => self.connect_address(Some(&token)),
            Token::None => self.connect_address(None),
        };
        self.stage = Stage::Connect { frame: Frame::new(ticket, address), offer };
        self.watch_for_silence();
        self.watch_for_inactivity();
    }

    pub(super) fn connect_address(&self, token: Option<&str>) -> Address {
        let options = self.config.as_ref().and_then(|config| config.connect.as_ref());
        options.map_or(Address::Failed, |options| Address::Open(options.connect_url(token)))
    }

    pub(super) fn token(&self) -> Token {
        self.config.as_ref().map(|config| config.token.clone()).unwrap_or_default()
    }

    pub(super) fn take_token(&mut self, ticket: Ticket, answer: Result<String, String>) {
        let answer = answer.and_then(|token| {
            if is_token(&token) { Ok(token) } else { Err("a blank token, or one with control characters".to_owned()) }
        });
        match &mut self.stage {
            stage if stage.frame().is_some_and(|frame| frame.awaits(ticket)) => {
                let address = match &answer {
                    Ok(token) => self.connect_address(Some(token)),
                    Err(_) => Address::Failed,
                };
                if let Some(frame) = self.stage.frame_mut() {
                    frame.address = address;
                }
                self.watch_for_silence();
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

    pub(super) fn hear(&mut self, message: ConnectMessage) {
        self.tell(Notice::Connect(message.clone()));
        if matches!(self.stage, Stage::Waiting | Stage::Done(_)) {
            return;
        }
        if let Some(frame) = self.stage.frame_mut() {
            frame.voice = Voice::Heard;
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

    pub(super) fn name(&mut self, institution: Option<&str>) {
        if let Some(institution) = institution.and_then(|name| Institution::new(name).ok()) {
            self.named = Some(institution);
        }
    }

    /// The institution an offer is for: the newest that Connect named, else the host's.
    pub(super) fn institution(&self) -> Option<Institution> {
        self.named.clone().or_else(|| self.config.as_ref()?.institution.clone())
    }

    /// An institution was selected: an offer that was made for another is withdrawn, and made anew where one stands.
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
            self.tell(Notice::Offer(new));
        }
    }

    pub(super) fn offer_where_connect_is(&mut self, reason: Reason) {
        let allowed = match reason {
            Reason::NotListed => self.may_say_not_listed(),
            _ => matches!(self.stage, Stage::Connect { offer: None, .. }),
        };
        if allowed {
            self.offer(reason);
        }
    }

    pub(super) fn watch_for_inactivity(&mut self) {
        self.idle = None;
        let seconds = self.config.as_ref().and_then(|config| config.offer_on.inactivity);
        if let (Some(seconds), Stage::Connect { offer: None, .. }) = (seconds, &self.stage) {
            let ticket = self.tickets.draw();
            self.idle = Some(ticket);
            self.effects.push(Effect::Wait { ticket, seconds, timer: Timer::Inactivity });
        }
    }

    /// Connect says something as soon as it is there. Whether an empty window was blocked, is offline or only slow can't be
    /// seen from a page.
    ///
    /// A token that never comes would keep the person for ever, and is given up.
    pub(super) fn watch_for_silence(&mut self) {
        self.silence = None;
        let seconds = match self.stage.frame() {
            _ if self.awaited_token().is_some() => TOKEN,
            Some(Frame { address: Address::Open(_), voice: Voice::Awaited, .. }) => SILENCE,
            _ => return,
        };
        let ticket = self.tickets.draw();
        self.silence = Some(ticket);
        self.effects.push(Effect::Wait { ticket, seconds, timer: Timer::Patience });
    }

    fn awaited_token(&self) -> Option<Ticket> {
        match &self.stage {
            Stage::HandingOff { step: HandingOff::AwaitingToken(ticket), .. } => Some(*ticket),
            stage => stage.frame().filter(|frame| frame.address == Address::AwaitingToken).map(|frame| frame.ticket),
        }
    }

    pub(super) fn note_silence(&mut self, ticket: Ticket) {
        if self.silence != Some(ticket) {
            return;
        }
        self.silence = None;
        if let Some(awaited) = self.awaited_token() {
            self.take_token(awaited, Err("nothing for too long".to_owned()));
        } else if let Some(frame) = self.stage.frame_mut().filter(|frame| frame.voice == Voice::Awaited) {
            frame.voice = Voice::Silent;
            self.tell(Notice::Error(UploadError::ConnectSilent { seconds: SILENCE }));
        }
    }

    pub(super) fn take_inactivity(&mut self, ticket: Ticket) {
        if self.idle == Some(ticket) {
            self.idle = None;
            self.offer_where_connect_is(Reason::Inactivity);
        }
    }
}
