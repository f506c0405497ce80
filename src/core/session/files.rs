//! The picked files, and the way back to bank linking.

use super::{Check, Effect, FileId, Frame, PickedFile, Purpose, Session, Stage, Voice, Work};
use crate::core::status::Status;

impl Session {
    pub(super) fn accept(&mut self) {
        match std::mem::take(&mut self.stage) {
            Stage::Connect { frame, offer: Some(offer) } => self.collect(Purpose::Upload(offer), Some(frame)),
            other => self.stage = other,
        }
    }

    pub(super) fn collect(&mut self, purpose: Purpose, behind: Option<Frame>) {
        self.idle = None;
        self.stage = Stage::Collect { purpose, behind };
        if self.config.as_ref().is_some_and(|config| config.check == Check::Off) {
            self.go_on();
        }
    }

    pub(super) fn pick(&mut self, files: Vec<PickedFile>) {
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

    pub(super) fn remove(&mut self, id: FileId) {
        if self.batch.remove(id) {
            self.effects.push(Effect::Forget(vec![id]));
            self.tell_report();
        }
    }

    /// Back to bank linking: to the frame that was left, else to a new one.
    pub(super) fn retry(&mut self) {
        // The documents could not be read: everything begins anew, with the files.
        if matches!(self.status(), (Some(Status::Failed), _)) {
            return self.start();
        }
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
            Stage::Connect { frame, offer } if frame.has_failed() || frame.voice == Voice::Silent => {
                self.open_connect(offer);
            }
            other => self.stage = other,
        }
    }
}
