//! The picked files: which are accepted, which are not, and why.
//!
//! What fits is kept in the order picked, the rest is named; when room appears, what was left out comes in. Files are
//! told apart by id, copies by content, never by name, size or date.

use super::{
    coverage::Completeness,
    file::{Digest, FileId, PickedFile},
    finding::{Finding, Severity},
    limits::Limits,
    lock::Unlocking,
    report::{FileReport, Report, Status, Totals},
    requirements::Requirements,
    statements,
    task::{Pending, Task, TaskResult},
    usage::Usage,
    verdict::add_findings,
};
use crate::{
    core::request::{RequestId, RequestIds},
    pdf::{Encryption, FileKind, PdfReport},
    statement::Facts,
};

/// Larger files are not hashed, in bytes: no upload takes them, so reading them would only cost time.
const MAX_HASHED_SIZE: u64 = 1 << 30;

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    id: FileId,
    file: PickedFile,
    inspection: Pending<PdfReport>,
    reading: Pending<Box<Facts>>,
    /// The institution that was selected when the file was read.
    selected: Option<String>,
    digest: Pending<Option<Digest>>,
    unlocking: Unlocking,
}

/// The picked files, in the order picked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    entries: Vec<Entry>,
    /// The highest id so far. Ids only grow, so a known one is recognized without a search.
    last_id: FileId,
}

impl Batch {
    /// Adds files and returns what to find out about them. Ids must grow, also from call to call; a
    /// file with a lower id is ignored.
    pub fn add(
        &mut self,
        files: impl IntoIterator<Item = (FileId, PickedFile)>,
        request_ids: &mut RequestIds,
    ) -> Vec<Task> {
        for (id, file) in files {
            if id > self.last_id {
                self.last_id = id;
                self.entries.push(Entry::new(id, file));
            }
        }
        self.check(request_ids)
    }

    /// What to find out about the files that were added or unlocked.
    pub fn check(&mut self, request_ids: &mut RequestIds) -> Vec<Task> {
        let mut tasks = Vec::new();
        for entry in &mut self.entries {
            if entry.file.size > 0 && matches!(entry.inspection, Pending::NotRequested) {
                let request = request_ids.next_id();
                entry.inspection = Pending::Requested(request);
                tasks.push(Task::Inspect { id: entry.id, request });
            }
        }
        self.request_digests(request_ids, &mut tasks);
        tasks
    }

    /// Which files to unlock with the password that was entered for one of them: that one, and all others that are locked.
    /// Each is answered by [`TaskResult::Unlocked`].
    pub fn unlock(&mut self, id: FileId, request_ids: &mut RequestIds) -> Vec<(FileId, RequestId)> {
        let mut requests = Vec::new();
        if self.entries.iter().any(|entry| entry.id == id && entry.is_locked()) {
            for entry in
                self.entries.iter_mut().filter(|entry| entry.is_locked() && entry.unlocking.request().is_none())
            {
                let request = request_ids.next_id();
                entry.unlocking = Unlocking::Requested { request, is_own: entry.id == id };
                requests.push((entry.id, request));
            }
        }
        requests
    }

    /// What to read of the files that were inspected. `selected` is the institution with which they are compared: when another one
    /// is selected, they are read again.
    pub fn read(&mut self, selected: Option<&str>, request_ids: &mut RequestIds) -> Vec<Task> {
        let mut tasks = Vec::new();
        for entry in &mut self.entries {
            let is_readable = entry.inspection.value().is_some_and(has_readable_pages);
            let is_wanted = match &entry.reading {
                Pending::NotRequested => true,
                Pending::Requested(_) => false,
                Pending::Received(_) => selected.is_some() && entry.selected.as_deref() != selected,
            };
            if is_readable && is_wanted {
                let request = request_ids.next_id();
                entry.reading = Pending::Requested(request);
                entry.selected = selected.map(str::to_owned);
                tasks.push(Task::Read { id: entry.id, request });
            }
        }
        tasks
    }

    /// Applies an answer. Returns whether it was still awaited.
    pub fn apply(&mut self, result: TaskResult) -> bool {
        match result {
            TaskResult::Inspected(request, answer) => {
                let entry = self.entries.iter_mut().find(|entry| entry.inspection.is_answered_by(request));
                entry.map(|entry| entry.inspection = Pending::Received(answer)).is_some()
            }
            TaskResult::Read(request, facts) => {
                let entry = self.entries.iter_mut().find(|entry| entry.reading.is_answered_by(request));
                entry.map(|entry| entry.reading = Pending::Received(Ok(facts))).is_some()
            }
            TaskResult::Hashed(request, answer) => {
                let entry = self.entries.iter_mut().find(|entry| entry.digest.is_answered_by(request));
                entry.map(|entry| entry.digest = Pending::Received(answer)).is_some()
            }
            TaskResult::Unlocked(request, answer) => {
                let entry = self.entries.iter_mut().find(|entry| entry.unlocking.request() == Some(request));
                let Some(entry) = entry else { return false };
                match answer {
                    Ok(file) => *entry = Entry { unlocking: Unlocking::Done, ..Entry::new(entry.id, file) },
                    Err(failure) => entry.unlocking = entry.unlocking.refused(failure),
                }
                true
            }
        }
    }

    /// Removes a file. Returns whether there was one.
    pub fn remove(&mut self, id: FileId) -> bool {
        let before = self.entries.len();
        self.entries.retain(|entry| entry.id != id);
        self.entries.len() < before
    }

    /// Removes all files.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The ids, in the order picked.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        self.entries.iter().map(|entry| entry.id)
    }

    /// The verdict on each file and on all of them together.
    pub fn report(&self, limits: &Limits, requirements: &Requirements) -> Report {
        let mut accepted = Usage::default();
        // What would be used without limits on the batch.
        let mut eligible = Usage::default();
        let mut files = Vec::with_capacity(self.entries.len());
        for (position, entry) in self.entries.iter().enumerate() {
            let earlier = self.entries.get(..position).unwrap_or_default();
            let mut findings = entry.findings(limits, requirements, earlier);
            if !has_error(&findings) {
                eligible.add(entry.file.size);
                findings.extend(accepted.violations(entry.file.size, limits));
                if !has_error(&findings) {
                    accepted.add(entry.file.size);
                }
            }
            files.push(entry.report(findings, requirements));
        }
        let mut report = summarize(files, accepted, eligible, limits);
        let coverage = statements::coverage(&report.files, requirements);
        report.findings.extend(statements::batch_findings(&report.files, coverage.as_ref(), requirements));
        report.complete &= !self.entries.iter().any(|entry| entry.unlocking.request().is_some());
        report.can_continue &= report.complete;
        if requirements.is_coverage_required && requirements.days.is_some() {
            report.complete &= !self.entries.iter().any(|entry| entry.reading.is_requested());
            let is_short = coverage.as_ref().is_some_and(|coverage| coverage.complete == Completeness::Incomplete);
            report.can_continue &= report.complete && !is_short;
        }
        report.coverage = coverage;
        report
    }

    /// Files of equal size may be copies; only they are worth reading whole.
    fn request_digests(&mut self, request_ids: &mut RequestIds, tasks: &mut Vec<Task>) {
        let sizes: Vec<u64> = self.entries.iter().map(|entry| entry.file.size).collect();
        for entry in &mut self.entries {
            let size = entry.file.size;
            // A pick is bounded, and counting is cheaper here than code that sorts.
            let same = sizes.iter().filter(|other| **other == size).count();
            if size > 0 && same > 1 && size <= MAX_HASHED_SIZE && matches!(entry.digest, Pending::NotRequested) {
                let request = request_ids.next_id();
                entry.digest = Pending::Requested(request);
                tasks.push(Task::Hash { id: entry.id, request });
            }
        }
    }
}

#[cfg(any(test, fuzzing))]
impl Batch {
    /// The highest id so far.
    #[cfg(test)]
    pub(in crate::core) fn last_id(&self) -> FileId {
        self.last_id
    }

    /// The tasks whose results are awaited.
    pub(in crate::core) fn awaited(&self) -> Vec<Task> {
        let mut tasks = Vec::new();
        for Entry { id, inspection, reading, digest, .. } in &self.entries {
            tasks.extend(inspection.request().map(|request| Task::Inspect { id: *id, request }));
            tasks.extend(reading.request().map(|request| Task::Read { id: *id, request }));
            tasks.extend(digest.request().map(|request| Task::Hash { id: *id, request }));
        }
        tasks
    }

    /// The tries to unlock a file whose results are awaited.
    pub(in crate::core) fn unlocking(&self) -> impl Iterator<Item = RequestId> {
        self.entries.iter().filter_map(|entry| entry.unlocking.request())
    }
}

impl Entry {
    fn new(id: FileId, file: PickedFile) -> Self {
        let (inspection, reading, digest) = (Pending::NotRequested, Pending::NotRequested, Pending::NotRequested);
        Self { id, file, inspection, reading, selected: None, digest, unlocking: Unlocking::NotRequested }
    }

    /// Whether a password would open it.
    fn is_locked(&self) -> bool {
        self.inspection.value().is_some_and(|report| report.encryption == Some(Encryption::NeedsPassword))
    }

    /// All findings about this file by itself, and as a copy of an earlier one.
    fn findings(&self, limits: &Limits, requirements: &Requirements, earlier: &[Entry]) -> Vec<Finding> {
        let size = self.file.size;
        let mut findings = Vec::new();
        if size == 0 {
            findings.push(Finding::Empty);
        }
        if self.inspection.has_failed() || self.digest.has_failed() {
            findings.push(Finding::Unreadable);
        } else if let Some(report) = self.inspection.value() {
            add_findings(report, limits.accept, &mut findings);
        }
        if let Some(facts) = self.facts(requirements) {
            let selected = requirements.institution.as_deref().filter(|_| self.selected == requirements.institution);
            statements::add_findings(facts, selected, &mut findings);
        }
        let file_limit = limits.max_file_size;
        if file_limit.is_over(size) || file_limit.exceeds_soft(size) {
            findings.push(Finding::OverFileSize { size, limit: file_limit.soft, certain: file_limit.is_over(size) });
        }
        if let Some(Some(digest)) = self.digest.value()
            && let Some(original) = earlier.iter().find(|other| other.digest.value() == Some(&Some(*digest)))
        {
            findings.push(Finding::Duplicate { of: original.id });
        }
        if self.unlocking == Unlocking::Done {
            findings.push(Finding::Unlocked);
        }
        findings
    }

    /// What its text says, if it was read and is to be read.
    fn facts(&self, requirements: &Requirements) -> Option<&Facts> {
        self.reading.value().map(|facts| &**facts).filter(|facts| facts.is_read && requirements.reads_statements)
    }

    fn report(&self, findings: Vec<Finding>, requirements: &Requirements) -> FileReport {
        let status = match findings.iter().map(Finding::severity).max() {
            _ if self.inspection.is_requested() || self.digest.is_requested() => Status::Checking,
            Some(Severity::Error) => Status::Rejected,
            Some(Severity::Warning) => Status::Warning,
            Some(Severity::Info) | None => Status::Ready,
        };
        let report = self.inspection.value();
        FileReport {
            id: self.id,
            name: self.file.name.clone(),
            size: self.file.size,
            status,
            kind: report.map(|report| report.kind),
            pages: report.and_then(|report| report.pages),
            encryption: report.and_then(|report| report.encryption),
            text: report.and_then(|report| report.text),
            lock: self.is_locked().then(|| self.unlocking.lock()),
            statement: self.facts(requirements).map(|facts| Box::new(facts.clone())),
            findings,
        }
    }
}

/// The report on the whole batch, from the reports on its files.
fn summarize(files: Vec<FileReport>, accepted: Usage, eligible: Usage, limits: &Limits) -> Report {
    let mut totals = Totals { files: count(files.len()), ..Totals::default() };
    for file in &files {
        totals.bytes = totals.bytes.saturating_add(file.size);
        if file.status.is_accepted() {
            totals.ready += 1;
            totals.ready_bytes = totals.ready_bytes.saturating_add(file.size);
        }
    }
    let total_limit = limits.max_total_size;
    let mut findings = Vec::new();
    if eligible.files > limits.max_files {
        findings.push(Finding::TooManyFiles { count: eligible.files, limit: limits.max_files });
    }
    if total_limit.is_over(eligible.bytes) {
        findings.push(Finding::OverTotalSize { total: eligible.bytes, limit: total_limit.soft });
    }
    if total_limit.exceeds_soft(accepted.bytes) {
        findings.push(Finding::NearTotalSize { total: accepted.bytes, limit: total_limit.soft });
    }
    let complete = files.iter().all(|file| file.status != Status::Checking);
    let within_limits = totals.files <= limits.max_files
        && !total_limit.is_over(totals.bytes)
        && !files.iter().any(|file| limits.max_file_size.is_over(file.size));
    let can_continue = complete && totals.ready > 0;
    Report { files, coverage: None, findings, totals, limits: *limits, complete, within_limits, can_continue }
}

/// Whether there are pages that open without a password.
fn has_readable_pages(report: &PdfReport) -> bool {
    let is_open = matches!(report.encryption, Some(Encryption::None | Encryption::Opens));
    report.kind == FileKind::Pdf && is_open && report.pages.is_some_and(|pages| pages > 0)
}

fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
