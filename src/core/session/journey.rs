//! How the journey starts, and starts over: with the host's attributes.

use super::{Config, Destination, Effect, FileId, FrameActivity, HostEvent, Mode, Session, Stage, Token, UploadError};
use crate::core::offer::{Offer, Reason};

impl Session {
    pub(super) fn configure(&mut self, config: &Config) {
        self.config_errors.clear();
        let old = self.config.replace(config.clone());
        let Some(old) = old.filter(|old| !is_another_journey(old, config)) else {
            self.apply_config_to_files();
            return self.start();
        };
        self.apply_config_to_files();
        if old.offer_on != config.offer_on {
            self.restart_inactivity();
        }
        // In a page that came from a server, the host's function may come after the element has begun.
        let gets_function = matches!((&old.token, &config.token), (Token::None, Token::Asked));
        match &self.stage {
            Stage::Connect { offer: None, .. } if gets_function && self.selected_institution.is_none() => {
                self.open_connect(None);
            }
            // Without files to pick, the upload screen is opened as early.
            Stage::Upload { offer, frame }
                if gets_function && !config.asks_for_files() && frame.activity == FrameActivity::Pending =>
            {
                let destination = Destination::Upload(offer.clone());
                self.collect(destination, None);
            }
            _ => {}
        }
    }

    pub(super) fn refuse_config(&mut self, errors: Vec<UploadError>) {
        for error in &errors {
            if !self.config_errors.contains(error) {
                self.notify(HostEvent::Error(error.clone()));
            }
        }
        self.config_errors = errors;
    }

    pub(super) fn start(&mut self) {
        let Some(config) = &self.config else { return };
        let mode = config.mode;
        let institution = config.institution.clone();
        (self.selected_institution, self.last_error, self.last_removed) = (None, None, None);
        self.stop_waiting();
        match mode {
            Mode::Primary | Mode::Fallback => self.open_connect(None),
            Mode::Upload => {
                let offer = Offer { reason: Reason::Forced, institution };
                self.notify(HostEvent::Offer(offer.clone()));
                self.collect(Destination::Upload(offer), None);
            }
            Mode::Dashboard => self.collect(Destination::Dashboard, None),
        }
    }

    pub(super) fn release_files(&mut self) {
        let ids: Vec<FileId> = self.batch.ids().collect();
        self.batch.clear();
        if !ids.is_empty() {
            self.effects.push(Effect::ReleaseFiles(ids));
            self.notify_report();
        }
    }

    pub(super) fn reset(&mut self) {
        self.release_files();
        self.stage = Stage::Unconfigured;
        self.start();
    }
}

/// Whether so much changed that the journey starts again. The files stay.
fn is_another_journey(old: &Config, new: &Config) -> bool {
    let base = |config: &Config| config.connect.as_ref().map(|options| options.base.clone());
    old.mode != new.mode || base(old) != base(new) || (new.mode == Mode::Upload && old.institution != new.institution)
}
