//! One picked file: its verdict, what it says about itself, what was found, and how a locked one is unlocked.

use super::{
    button::Emphasis,
    describe::{FindingText, split},
    statement::SEPARATOR,
};
use crate::core::{
    config::{Config, Unlock},
    files::{
        file::FileId,
        finding::{Finding, Severity},
        lock::{Lock, UnlockFailure},
        report::{FileReport, Report, Status},
    },
    i18n::{Catalog, MessageKey, Value},
    redacted::partial_debug,
};

/// One picked file.
#[derive(Clone, PartialEq)]
pub struct FileRow {
    /// Its id.
    pub id: FileId,
    /// Its name, as the person's system has it: text from outside.
    pub name: String,
    /// Its verdict in the report.
    pub status: Status,
    /// What the row looks like.
    pub tone: Tone,
    /// The verdict in words.
    pub verdict: String,
    /// What it says about itself (bank, account and period, as far as they are known), its size and pages.
    pub facts: String,
    /// What was found, the most severe first.
    pub findings: Vec<RowFinding>,
    /// How it can be unlocked, if it is locked.
    pub unlock: Option<UnlockView>,
    /// What the button is called that saves the unlocked copy, if it is one.
    pub save_label: Option<String>,
    /// What the button that removes it is called.
    pub remove_label: String,
}

/// What a row looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As its verdict says.
    OfStatus,
    /// Nothing is wrong with the file, but it is left out or skipped.
    Neutral,
    /// The file is locked, and can be unlocked here.
    Locked,
}

/// The field for the password of a locked file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlockView {
    /// What the field is called.
    pub label: String,
    /// The text of the button.
    pub button: String,
    /// How much the button stands out: to unlock is the next step if no file can be uploaded.
    pub emphasis: Emphasis,
    /// Whether a password is being tried.
    pub is_busy: bool,
    /// Where the password goes, or why the last one did not help.
    pub hint: String,
    /// Whether the hint says that the last one did not help.
    pub is_refused: bool,
}

/// One finding about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFinding {
    /// Its code.
    pub code: &'static str,
    /// How severe it is.
    pub severity: Severity,
    /// What is the matter.
    pub summary: String,
    /// Why it matters, and what to do.
    pub detail: String,
}

partial_debug! {
    FileRow { id, status, verdict, findings }
}

/// How a file is locked that can be unlocked here.
pub(super) fn lock_of(config: &Config, file: &FileReport) -> Option<Lock> {
    file.lock.filter(|_| config.unlock == Unlock::On)
}

/// The verdict on a file with which nothing is wrong, and which doesn't go: a locked one, a copy, or one that doesn't fit.
pub(super) fn own_verdict(config: &Config, file: &FileReport) -> Option<MessageKey> {
    if lock_of(config, file).is_some() {
        return Some(MessageKey::StatusLocked);
    }
    let mut key = None;
    for finding in file.findings.iter().filter(|finding| finding.severity() == Severity::Error) {
        key = Some(match finding {
            Finding::Duplicate { .. } => MessageKey::StatusSkipped,
            Finding::TooManyFiles { .. } | Finding::OverTotalSize { .. } => MessageKey::StatusLeftOut,
            _ => return None,
        });
    }
    key
}

/// What a file says about itself, its size and pages.
pub(super) fn file_facts(catalog: &Catalog, file: &FileReport) -> String {
    let mut facts = file.statement.as_ref().map(|facts| catalog.statement(facts)).unwrap_or_default();
    if !facts.is_empty() {
        facts.push_str(SEPARATOR);
    }
    facts.push_str(&catalog.size(file.size));
    if let Some(pages) = file.pages {
        facts.push_str("\u{a0}·\u{a0}");
        facts.push_str(&catalog.format(MessageKey::Pages, &[("pages", Value::Count(pages))]));
    }
    facts
}

/// What the button is called that saves an unlocked copy; `None` for any other file.
pub(super) fn save_label(catalog: &Catalog, file: &FileReport) -> Option<String> {
    file.findings.contains(&Finding::Unlocked).then(|| catalog.text(MessageKey::SaveUnlocked))
}

fn unlock_view(catalog: &Catalog, lock: Lock) -> UnlockView {
    let is_busy = lock == Lock::Unlocking;
    let hint = match lock {
        Lock::Locked | Lock::Unlocking => MessageKey::PasswordHint,
        Lock::Refused(UnlockFailure::WrongPassword) => MessageKey::PasswordRefused,
        Lock::Refused(UnlockFailure::Failed) => MessageKey::CannotUnlock,
    };
    UnlockView {
        label: catalog.text(MessageKey::Password),
        button: catalog.text(if is_busy { MessageKey::Unlocking } else { MessageKey::Unlock }),
        emphasis: Emphasis::Secondary,
        is_busy,
        hint: catalog.text(hint),
        is_refused: matches!(lock, Lock::Refused(_)),
    }
}

pub(super) fn file_row(catalog: &Catalog, config: &Config, report: &Report, file: &FileReport) -> FileRow {
    let lock = lock_of(config, file);
    let finding = |finding: &Finding| {
        let twin = match finding {
            Finding::Duplicate { of } => report.files.iter().find(|file| file.id == *of),
            _ => None,
        };
        let text = match finding {
            Finding::PasswordRequired if lock.is_some() => split(&catalog.text(MessageKey::UnlockHere)),
            // The host has the copy already.
            Finding::Unlocked if config.host_takes_files() => {
                FindingText { detail: String::new(), ..catalog.describe(finding, "") }
            }
            _ => catalog.describe(finding, &isolated(twin.map_or("", |twin| &twin.name))),
        };
        let (code, severity) = (finding.code(), finding.severity());
        RowFinding { code, severity, summary: text.summary, detail: text.detail }
    };
    let verdict = own_verdict(config, file);
    // Of the same severity, in the order found. A pass for each is less wasm than a sort, and a loop than an iterator.
    let mut findings = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        for found in &file.findings {
            // Of a file that doesn't go, only why.
            let is_said = file.status != Status::Rejected || severity == Severity::Error;
            if is_said && found.severity() == severity {
                findings.push(finding(found));
            }
        }
    }
    findings.retain(|finding| !finding.summary.is_empty());
    FileRow {
        id: file.id,
        name: file.name.clone(),
        status: file.status,
        tone: match verdict {
            None => Tone::OfStatus,
            Some(MessageKey::StatusLocked) => Tone::Locked,
            Some(_) => Tone::Neutral,
        },
        verdict: verdict.map_or_else(|| catalog.status(file.status), |key| catalog.text(key)),
        facts: file_facts(catalog, file),
        findings,
        unlock: lock.map(|lock| unlock_view(catalog, lock)),
        save_label: save_label(catalog, file),
        remove_label: catalog.format(MessageKey::Remove, &[("name", Value::Text(&file.name))]),
    }
}

/// A text from outside within a sentence: in a direction of its own.
pub(super) fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}
