//! The picked files: which fit, which don't and why.
//!
//! What fits is kept in the order picked, the rest is named; when room appears, what was left out comes in. Files are
//! told apart by id, copies by content, never by name, size or date.

use super::{
    finding::{Finding, Severity},
    limits::{Accept, Limits},
    report::{FileReport, Report, Status, Totals},
};
use crate::pdf::{Encryption, FileKind, PdfReport, State, TextLayer};
use serde::Serialize;

/// Larger files are not hashed, in bytes: nobody is to wait for the bytes of what no upload holds.
const MOST_HASHED: u64 = 1 << 30;

/// Names one picked file for as long as the batch lives; never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FileId(pub u32);

/// Names one question to the outside, so that a late answer to an older one can be told and dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u32);

/// Gives out tickets, each once.
#[derive(Debug, Clone, Default)]
pub struct Tickets(u32);

impl Tickets {
    /// The next ticket.
    pub fn draw(&mut self) -> Ticket {
        self.0 = self.0.wrapping_add(1);
        Ticket(self.0)
    }
}

/// A file as the browser describes it before anyone has looked into it. Size in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "a name and a size")]
pub struct PickedFile {
    pub name: String,
    pub size: u64,
}

/// SHA-256 of a file's bytes.
pub type Digest = [u8; 32];

/// The browser could not read a file: moved, changed, or no permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// What the batch asks the outside to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the file, and the ticket that the answer brings back")]
pub enum Work {
    /// Look into the file.
    Inspect { id: FileId, ticket: Ticket },
    /// Hash all its bytes: another file has the same size.
    Hash { id: FileId, ticket: Ticket },
}

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The answer to [`Work::Inspect`].
    Inspected(Ticket, Result<PdfReport, Unreadable>),
    /// The answer to [`Work::Hash`]. Without a digest, since the checker was lost, the file is taken for no copy: a doubt
    /// never rejects.
    Hashed(Ticket, Result<Option<Digest>, Unreadable>),
}

#[derive(Debug, Clone)]
enum Answer<T> {
    NotAsked,
    Awaited(Ticket),
    Came(Result<T, Unreadable>),
}

impl<T> Answer<T> {
    fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited(_))
    }

    /// Takes the answer to the question with this ticket; a late or unasked one is dropped.
    fn take(&mut self, ticket: Ticket, answer: Result<T, Unreadable>) -> bool {
        let fits = matches!(self, Self::Awaited(awaited) if *awaited == ticket);
        if fits {
            *self = Self::Came(answer);
        }
        fits
    }

    fn known(&self) -> Option<&T> {
        match self {
            Self::Came(Ok(value)) => Some(value),
            _ => None,
        }
    }

    fn failed(&self) -> bool {
        matches!(self, Self::Came(Err(Unreadable)))
    }
}

#[derive(Debug, Clone)]
struct Entry {
    id: FileId,
    file: PickedFile,
    inspection: Answer<PdfReport>,
    digest: Answer<Option<Digest>>,
}

/// The picked files, in the order picked.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    entries: Vec<Entry>,
    last_id: u32,
}

impl Batch {
    /// Takes in files and says what to find out about them.
    pub fn add(&mut self, files: Vec<PickedFile>, tickets: &mut Tickets) -> Vec<Work> {
        let mut work = Vec::new();
        for file in files {
            self.last_id += 1;
            let id = FileId(self.last_id);
            let inspection = if file.size == 0 {
                Answer::NotAsked
            } else {
                let ticket = tickets.draw();
                work.push(Work::Inspect { id, ticket });
                Answer::Awaited(ticket)
            };
            self.entries.push(Entry { id, file, inspection, digest: Answer::NotAsked });
        }
        self.ask_for_digests(tickets, &mut work);
        work
    }

    /// Takes an answer; says whether it was still awaited.
    pub fn take(&mut self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Inspected(ticket, answer) => {
                let mut answer = Some(answer);
                self.entries.iter_mut().any(|entry| {
                    matches!(entry.inspection, Answer::Awaited(awaited) if awaited == ticket)
                        && answer.take().is_some_and(|answer| entry.inspection.take(ticket, answer))
                })
            }
            Outcome::Hashed(ticket, answer) => self.entries.iter_mut().any(|entry| entry.digest.take(ticket, answer)),
        }
    }

    /// Forgets a file; says whether there was one.
    pub fn remove(&mut self, id: FileId) -> bool {
        let before = self.entries.len();
        self.entries.retain(|entry| entry.id != id);
        self.entries.len() < before
    }

    /// Forgets all files. Ids go on counting, so that none is given out twice.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The ids, in the order picked.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        self.entries.iter().map(|entry| entry.id)
    }

    /// The verdict on each file and on all of them together.
    pub fn report(&self, limits: &Limits) -> Report {
        let mut kept = Room::default();
        let mut eligible = Room::default();
        let mut files = Vec::with_capacity(self.entries.len());
        for (position, entry) in self.entries.iter().enumerate() {
            let earlier = self.entries.get(..position).unwrap_or_default();
            let mut findings = entry.findings(limits, earlier);
            if !has_error(&findings) {
                eligible.take(entry.file.size);
                findings.extend(kept.refuse(entry.file.size, limits));
                if !has_error(&findings) {
                    kept.take(entry.file.size);
                }
            }
            files.push(entry.report(findings));
        }
        Self::sum_up(files, kept, eligible, limits)
    }

    fn sum_up(files: Vec<FileReport>, kept: Room, eligible: Room, limits: &Limits) -> Report {
        let mut totals = Totals { files: count(files.len()), ..Totals::default() };
        for file in &files {
            totals.bytes = totals.bytes.saturating_add(file.size);
            if file.status.may_go() {
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
            findings.push(Finding::OverTotalSize { total: eligible.bytes, limit: total_limit.doubt });
        }
        if total_limit.is_doubtful(kept.bytes) {
            findings.push(Finding::NearTotalSize { total: kept.bytes, limit: total_limit.doubt });
        }
        let complete = files.iter().all(|file| file.status != Status::Checking);
        let within_limits = totals.files <= limits.max_files
            && !total_limit.is_over(totals.bytes)
            && !files.iter().any(|file| limits.max_file_size.is_over(file.size));
        let can_continue = complete && totals.ready > 0;
        Report { files, findings, totals, limits: *limits, complete, within_limits, can_continue }
    }

    /// Files of equal size may be copies; only they are worth reading whole.
    fn ask_for_digests(&mut self, tickets: &mut Tickets, work: &mut Vec<Work>) {
        let sizes: Vec<u64> = self.entries.iter().map(|entry| entry.file.size).collect();
        for entry in &mut self.entries {
            let size = entry.file.size;
            // A pick is bounded, and counting is cheaper here than code that sorts.
            let same = sizes.iter().filter(|other| **other == size).count();
            if size > 0 && same > 1 && size <= MOST_HASHED && matches!(entry.digest, Answer::NotAsked) {
                let ticket = tickets.draw();
                entry.digest = Answer::Awaited(ticket);
                work.push(Work::Hash { id: entry.id, ticket });
            }
        }
    }
}

impl Entry {
    /// All that is known of this file by itself and as a copy of an earlier one.
    fn findings(&self, limits: &Limits, earlier: &[Entry]) -> Vec<Finding> {
        let size = self.file.size;
        let mut findings = Vec::new();
        if size == 0 {
            findings.push(Finding::Empty);
        }
        if self.inspection.failed() || self.digest.failed() {
            findings.push(Finding::Unreadable);
        } else if let Some(report) = self.inspection.known() {
            findings_in(report, limits.accept, &mut findings);
        }
        let file_limit = limits.max_file_size;
        if file_limit.is_over(size) || file_limit.is_doubtful(size) {
            findings.push(Finding::OverFileSize { size, limit: file_limit.doubt, certain: file_limit.is_over(size) });
        }
        if let Some(Some(digest)) = self.digest.known()
            && let Some(original) = earlier.iter().find(|other| other.digest.known() == Some(&Some(*digest)))
        {
            findings.push(Finding::Duplicate { of: original.id });
        }
        findings
    }

    fn report(&self, findings: Vec<Finding>) -> FileReport {
        let status = match findings.iter().map(Finding::severity).max() {
            _ if self.inspection.is_awaited() || self.digest.is_awaited() => Status::Checking,
            Some(Severity::Error) => Status::Rejected,
            Some(Severity::Warning) => Status::Warning,
            Some(Severity::Info) | None => Status::Ready,
        };
        let report = self.inspection.known();
        FileReport {
            id: self.id,
            name: self.file.name.clone(),
            size: self.file.size,
            status,
            kind: report.map(|report| report.kind),
            pages: report.and_then(|report| report.pages),
            encryption: report.and_then(|report| report.encryption),
            text: report.and_then(|report| report.text),
            findings,
        }
    }
}

/// What the bytes of one file say, as findings.
fn findings_in(report: &PdfReport, accept: Accept, findings: &mut Vec<Finding>) {
    let found = report.kind;
    if found.is_image() {
        if accept == Accept::Pdf {
            findings.push(Finding::UnsupportedType { found });
        }
        return;
    }
    if found != FileKind::Pdf {
        findings.push(Finding::NotAPdf { found });
        return;
    }
    match report.encryption {
        Some(Encryption::NeedsPassword) => findings.push(Finding::PasswordRequired),
        Some(Encryption::Opens) => findings.push(Finding::Restricted),
        Some(Encryption::None | Encryption::Unknown) | None => {}
    }
    match report.state {
        State::Intact => {}
        State::Repaired => findings.push(Finding::Repaired),
        State::Damaged => findings.push(Finding::Damaged),
        State::Unchecked(budget) => findings.push(Finding::Unchecked { budget }),
    }
    match report.text {
        Some(TextLayer::Scan) => findings.push(Finding::Scanned),
        Some(TextLayer::None) => findings.push(Finding::NoText),
        Some(TextLayer::Text | TextLayer::ScanWithText) | None => {}
    }
    if report.portfolio {
        findings.push(Finding::Portfolio);
    }
    if report.printed {
        findings.push(Finding::PrintedCopy);
    }
}

fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How much of an upload is taken.
#[derive(Debug, Clone, Copy, Default)]
struct Room {
    files: u32,
    bytes: u64,
}

impl Room {
    fn take(&mut self, size: u64) {
        self.files = self.files.saturating_add(1);
        self.bytes = self.bytes.saturating_add(size);
    }

    /// Why one more file of this size doesn't fit: all reasons, none when it does.
    fn refuse(self, size: u64, limits: &Limits) -> Vec<Finding> {
        let mut with_it = self;
        with_it.take(size);
        let mut reasons = Vec::new();
        if with_it.files > limits.max_files {
            reasons.push(Finding::TooManyFiles { count: with_it.files, limit: limits.max_files });
        }
        if limits.max_total_size.is_over(with_it.bytes) {
            reasons.push(Finding::OverTotalSize { total: with_it.bytes, limit: limits.max_total_size.doubt });
        }
        reasons
    }
}

#[cfg(test)]
mod tests;
