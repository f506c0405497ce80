//! The picked files, and the way back to bank linking.

use super::{
    Config, Destination, Effect, FileId, Frame, FrameActivity, HostEvent, Institution, PickedFile, Reason, Session,
    Stage, Task, TaskResult, Timer, UploadError,
};
use crate::core::{
    config::{CheckCoverage, ReadStatements, Unlock},
    date::Date,
    files::{intake::MAX_PICKED_FILES, requirements::Requirements},
    offer::Offer,
    redacted::Redacted,
    results::status::UploadStatus,
};

impl Session {
    pub(super) fn accept(&mut self) {
        match std::mem::take(&mut self.stage) {
            Stage::Connect { frame, offer: Some(offer) } => {
                // What is not about files was about the login.
                self.last_error.take_if(|error| !error.is_about_pick());
                self.collect(Destination::Upload(offer), Some(frame));
            }
            other => self.stage = other,
        }
    }

    pub(super) fn begin_collecting(&mut self, destination: Destination, background_frame: Option<Frame>) {
        self.timers.cancel(Timer::Inactivity);
        let asks_for_files = self.config.as_ref().is_some_and(Config::asks_for_files);
        self.stage = Stage::Collect { destination, background_frame };
        // Another institution may be selected than when the files were picked.
        self.apply_checks();
        if !asks_for_files {
            self.continue_to_upload();
        }
    }

    /// Every file comes in here, so the limit of a batch holds for all of them.
    pub(super) fn add_files(&mut self, mut files: Vec<(FileId, PickedFile)>) {
        if files.is_empty() {
            return;
        }
        let room = MAX_PICKED_FILES.saturating_sub(self.batch.ids().count());
        let is_done = matches!(self.stage, Stage::Done(_));
        let refused = files.split_off(files.len().min(if is_done { 0 } else { room }));
        self.last_error.take_if(|error| error.is_about_pick());
        if !refused.is_empty() {
            self.effects.push(Effect::ReleaseFiles(refused.into_iter().map(|(id, _)| id).collect()));
            if is_done {
                return;
            }
            self.notify_pick_error(UploadError::too_many_picked());
        }
        self.last_removed = None;
        let tasks = self.batch.add(files, &mut self.request_ids);
        self.perform(tasks);
        self.notify_report();
    }

    /// Tells the person and the host that not all of what was picked has been added.
    pub(super) fn notify_pick_error(&mut self, error: UploadError) {
        if matches!(self.stage, Stage::Done(_)) {
            return;
        }
        self.notify(HostEvent::Error(error.clone()));
        self.last_error = Some(error);
    }

    pub(super) fn apply_results(&mut self, results: Vec<TaskResult>) {
        // Each is applied, so this must not stop at the first.
        let applied = results.into_iter().filter_map(|result| self.batch.apply(result).then_some(())).count();
        if applied > 0 {
            let tasks = self.batch.check(&mut self.request_ids);
            self.perform(tasks);
            self.apply_checks();
        }
    }

    /// Reads what is to be read by now, and renews the report.
    pub(super) fn apply_checks(&mut self) {
        self.request_statements();
        self.refresh_report();
    }

    fn request_statements(&mut self) {
        let requirements = self.requirements();
        if requirements.reads_statements {
            let tasks = self.batch.read(requirements.institution.as_deref(), &mut self.request_ids);
            self.perform(tasks);
        }
    }

    fn perform(&mut self, tasks: Vec<Task>) {
        let Requirements { reads_statements: is_read_next, institution, .. } = self.requirements();
        self.effects.extend(tasks.into_iter().map(|task| match task {
            Task::Inspect { id, request } => Effect::Inspect { id, request, is_read_next },
            Task::Read { id, request } => Effect::Read { id, request, institution: institution.clone() },
            Task::Hash { id, request } => Effect::Hash { id, request },
        }));
    }

    /// Tries a password on the file for which it was entered, and on all others that are locked.
    pub(super) fn unlock(&mut self, id: FileId, password: &Redacted) {
        let is_on = self.config.as_ref().is_some_and(|config| config.unlock == Unlock::On);
        if !is_on || password.is_empty() || !matches!(self.stage, Stage::Collect { .. }) {
            return;
        }
        for (id, request) in self.batch.unlock(id, &mut self.request_ids) {
            self.effects.push(Effect::Unlock { id, request, password: password.clone() });
        }
        self.refresh_report();
    }

    /// What the statements are compared with.
    pub(super) fn requirements(&self) -> Requirements {
        let Some(config) = &self.config else { return Requirements::default() };
        // The files go to the institution of the offer that was accepted, whatever a frame in the background says.
        let institution = match &self.stage {
            Stage::Collect { destination: Destination::Upload(offer), .. }
            | Stage::HandingOff { destination: Destination::Upload(offer), .. }
            | Stage::HandedOver { destination: Destination::Upload(offer) }
            | Stage::Upload { offer, .. } => offer.institution.clone(),
            _ => self.institution(),
        };
        Requirements {
            reads_statements: config.read_statements == ReadStatements::On,
            days: config.required_days,
            is_coverage_required: config.check_coverage == CheckCoverage::Required,
            today: self.today,
            institution: institution.map(|institution| institution.as_str().to_owned()),
        }
    }

    pub(super) fn on_date(&mut self, today: Date) {
        self.today = Some(today);
        self.refresh_report();
    }

    pub(super) fn remove(&mut self, id: FileId) {
        let name = self.report.files.iter().find(|file| file.id == id).map(|file| file.name.clone());
        if self.batch.remove(id) {
            self.last_removed = name.map(Redacted::from);
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
