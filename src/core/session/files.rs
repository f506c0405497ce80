//! The picked files, and the way back to bank linking.

use super::{
    Check, Destination, Effect, FileId, Frame, FrameActivity, HostEvent, Institution, PickedFile, Reason, Session,
    Stage, Task, TaskResult, Timer,
};
use crate::core::{offer::Offer, results::status::UploadStatus};

impl Session {
    pub(super) fn accept(&mut self) {
        match std::mem::take(&mut self.stage) {
            Stage::Connect { frame, offer: Some(offer) } => self.collect(Destination::Upload(offer), Some(frame)),
            other => self.stage = other,
        }
    }

    pub(super) fn collect(&mut self, destination: Destination, background_frame: Option<Frame>) {
        self.timers.cancel(Timer::Inactivity);
        self.stage = Stage::Collect { destination, background_frame };
        if self.config.as_ref().is_some_and(|config| config.check == Check::Off) {
            self.continue_to_upload();
        }
    }

    pub(super) fn add_files(&mut self, files: Vec<(FileId, PickedFile)>) {
        if files.is_empty() {
            return;
        }
        if matches!(self.stage, Stage::Done(_)) {
            return self.effects.push(Effect::ReleaseFiles(files.into_iter().map(|(id, _)| id).collect()));
        }
        self.last_removed = None;
        let tasks = self.batch.add(files, &mut self.request_ids);
        self.effects.extend(tasks.into_iter().map(|task| match task {
            Task::Inspect { id, request } => Effect::Inspect { id, request },
            Task::Hash { id, request } => Effect::Hash { id, request },
        }));
        self.notify_report();
    }

    pub(super) fn apply_results(&mut self, results: Vec<TaskResult>) {
        // Each is applied, so this must not stop at the first.
        let applied = results.into_iter().filter_map(|result| self.batch.apply(result).then_some(())).count();
        if applied > 0 {
            self.notify_report();
        }
    }

    pub(super) fn remove(&mut self, id: FileId) {
        let name = self.report.files.iter().find(|file| file.id == id).map(|file| file.name.clone());
        if self.batch.remove(id) {
            self.last_removed = name;
            self.effects.push(Effect::ReleaseFiles(vec![id]));
            self.notify_report();
        }
    }

    /// The file comes back as a new pick.
    pub(super) fn undo_removal(&mut self) {
        if self.last_removed.take().is_some() {
            self.effects.push(Effect::RestoreFile);
        }
    }

    /// The documents could not be read: the person chooses others. None of them is kept, because all were part of it.
    fn choose_other_files(&mut self) {
        let offer = match std::mem::take(&mut self.stage) {
            Stage::Upload { offer, .. } | Stage::HandedOver { destination: Destination::Upload(offer) } => offer,
            Stage::Done(completion) => Offer {
                reason: Reason::Forced,
                institution: completion.institution.as_deref().and_then(|name| Institution::new(name).ok()),
            },
            _ => return self.reset(),
        };
        self.release_files();
        self.last_error = None;
        self.stop_waiting();
        let offer = Offer { reason: Reason::Forced, ..offer };
        self.notify(HostEvent::Offer(offer.clone()));
        self.collect(Destination::Upload(offer), None);
    }

    /// Back to bank linking: to the frame that was left, else to a new one.
    pub(super) fn back_to_login(&mut self) {
        if matches!(self.status(), (Some(UploadStatus::Failed), _)) {
            return self.choose_other_files();
        }
        let shows_connect = self.config.as_ref().is_some_and(|config| config.mode.shows_connect());
        if !shows_connect {
            return;
        }
        self.last_error = None;
        match std::mem::take(&mut self.stage) {
            Stage::Collect { destination: Destination::Upload(offer), background_frame: Some(frame) }
                if !frame.has_failed() =>
            {
                self.stage = Stage::Connect { frame, offer: Some(offer) };
            }
            Stage::Collect { destination: Destination::Upload(offer), .. } => self.open_connect(Some(offer)),
            Stage::Connect { frame, offer } if frame.has_failed() || frame.activity == FrameActivity::Unresponsive => {
                self.open_connect(offer);
            }
            other => self.stage = other,
        }
    }
}
