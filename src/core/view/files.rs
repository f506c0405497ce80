//! The panel in which files are picked: its texts, one row for each file, and the way on.

use super::button::{Action, Button, Disabled};
use crate::core::{
    config::Config,
    files::{
        file::FileId,
        finding::{Finding, Severity},
        limits::Accept,
        report::{FileReport, Report, Status},
    },
    i18n::{Catalog, MessageKey, Value},
    offer::Offer,
    session::{Destination, Session, Stage},
};

/// The panel in which files are picked.
#[derive(Debug, Clone, PartialEq)]
pub struct FilesView {
    /// The heading.
    pub title: String,
    /// Whose statements to pick, or what staff pick files for; empty for nothing.
    pub subtitle: String,
    /// The days that the statements have to cover; empty if none are asked for.
    pub required_period: String,
    /// What can be dropped.
    pub drop_hint: String,
    /// The label of the file picker.
    pub browse: String,
    /// The label of the folder picker.
    pub browse_folder: String,
    /// Whether images are accepted beside PDF files.
    pub accepts_images: bool,
    /// How many files of which size.
    pub limits: String,
    /// That files stay on the device.
    pub privacy: String,
    /// Where the batch stands; empty without files.
    pub summary: String,
    /// What is true of the batch as a whole.
    pub findings: Vec<BatchFinding>,
    /// What the list is called.
    pub list_label: String,
    /// One row for each file, in the order picked.
    pub rows: Vec<FileRow>,
    /// The way on.
    pub continue_button: Button,
    /// The way back to bank linking.
    pub back_button: Option<Button>,
    /// What belongs into one upload.
    pub note: String,
}

/// What is true of the batch as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchFinding {
    /// Its code.
    pub code: &'static str,
    /// What it means and what to do.
    pub text: String,
}

/// One picked file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRow {
    /// Its id.
    pub id: FileId,
    /// Its name, as the person's system has it: text from outside.
    pub name: String,
    /// Its verdict, which gives the row its tone.
    pub status: Status,
    /// The verdict in words.
    pub verdict: String,
    /// What it says about itself (bank, account and period, as far as they are known), its size and pages.
    pub facts: String,
    /// What was found, the most severe first.
    pub findings: Vec<RowFinding>,
    /// What the button that removes it is called.
    pub remove_label: String,
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

pub(super) fn files_view(
    catalog: &Catalog,
    session: &Session,
    config: &Config,
    destination: &Destination,
) -> FilesView {
    let report = session.report();
    let is_submitting = matches!(session.stage(), Stage::HandingOff { .. });
    let offer = match destination {
        Destination::Upload(offer) => Some(offer),
        Destination::Dashboard => None,
    };
    let accepts_images = config.limits.accept == Accept::PdfAndImages;
    let can_go_back = config.mode.shows_connect() && !is_submitting;
    FilesView {
        title: catalog.text(MessageKey::CollectTitle),
        subtitle: match offer {
            None => catalog.text(MessageKey::CollectForStaff),
            Some(offer) => from_institution(catalog, offer),
        },
        required_period: report
            .coverage
            .as_ref()
            .and_then(|coverage| coverage.required)
            .map(|range| catalog.required_period(range))
            .unwrap_or_default(),
        drop_hint: catalog.text(if accepts_images { MessageKey::DropImages } else { MessageKey::DropPdf }),
        browse: catalog.text(MessageKey::Browse),
        browse_folder: catalog.text(MessageKey::BrowseFolder),
        accepts_images,
        limits: limits(catalog, report),
        privacy: catalog.text(MessageKey::Private),
        summary: summary(catalog, report),
        findings: report.findings.iter().map(|finding| batch_finding(catalog, finding)).collect(),
        list_label: catalog.text(MessageKey::FileList),
        rows: report.files.iter().map(|file| file_row(catalog, file)).collect(),
        continue_button: continue_button(catalog, session, offer.is_some(), is_submitting),
        back_button: can_go_back.then(|| Button::secondary(catalog.text(MessageKey::BackToLogin), Action::Retry)),
        note: catalog.text(MessageKey::OneUpload),
    }
}

/// Whose statements; empty if the institution isn't known.
pub(super) fn from_institution(catalog: &Catalog, offer: &Offer) -> String {
    offer.institution.as_ref().map_or_else(String::new, |institution| {
        catalog.format(MessageKey::CollectFrom, &[("institution", Value::Text(institution.as_str()))])
    })
}

fn limits(catalog: &Catalog, report: &Report) -> String {
    let size = catalog.size(report.limits.max_total_size.soft);
    let values = [("files", Value::Count(report.limits.max_files)), ("size", Value::Text(&size))];
    catalog.format(MessageKey::Limits, &values)
}

/// Announced once when checking begins and once when it ends: one text for all files, because one for each would drown
/// the person.
fn summary(catalog: &Catalog, report: &Report) -> String {
    let totals = report.totals;
    if totals.files == 0 {
        return String::new();
    }
    if !report.complete {
        return catalog.files(MessageKey::Checking, totals.files);
    }
    let rejected = report.files.iter().filter(|file| file.status == Status::Rejected).count();
    catalog.summary(totals.ready, totals.files, u32::try_from(rejected).unwrap_or(u32::MAX))
}

fn batch_finding(catalog: &Catalog, finding: &Finding) -> BatchFinding {
    let text = catalog.describe(finding);
    BatchFinding { code: finding.code(), text: format!("{} {}", text.summary, text.detail) }
}

fn file_row(catalog: &Catalog, file: &FileReport) -> FileRow {
    let mut facts = file.statement.as_ref().map(|facts| catalog.statement(facts)).unwrap_or_default();
    if !facts.is_empty() {
        facts.push_str("\u{a0}· ");
    }
    facts.push_str(&catalog.size(file.size));
    if let Some(pages) = file.pages {
        facts.push_str("\u{a0}·\u{a0}");
        facts.push_str(&catalog.format(MessageKey::Pages, &[("pages", Value::Count(pages))]));
    }
    let finding = |finding: &Finding| {
        let text = catalog.describe(finding);
        let (code, severity) = (finding.code(), finding.severity());
        RowFinding { code, severity, summary: text.summary, detail: text.detail }
    };
    // Of the same severity, in the order found. A pass for each is less wasm than a sort.
    let by_severity = [Severity::Error, Severity::Warning, Severity::Info];
    let of_severity = |severity| file.findings.iter().filter(move |finding| finding.severity() == severity);
    FileRow {
        id: file.id,
        name: file.name.clone(),
        status: file.status,
        verdict: catalog.status(file.status),
        facts,
        findings: by_severity.into_iter().flat_map(of_severity).map(finding).collect(),
        remove_label: catalog.format(MessageKey::Remove, &[("name", Value::Text(&file.name))]),
    }
}

fn continue_button(catalog: &Catalog, session: &Session, is_upload: bool, is_submitting: bool) -> Button {
    let report = session.report();
    let can_continue = session.may_continue();
    let label = match (is_upload, report.totals.ready) {
        _ if is_submitting => catalog.text(MessageKey::Going),
        (true, 0) if can_continue => catalog.text(MessageKey::ContinueUnchecked),
        (true, 0) => catalog.text(MessageKey::Continue),
        (false, 0) => catalog.text(MessageKey::OpenDashboard),
        (true, ready) => catalog.files(MessageKey::ContinueFiles, ready),
        (false, ready) => catalog.files(MessageKey::OpenDashboardFiles, ready),
    };
    let disabled = match (can_continue, report.complete) {
        (true, _) => None,
        (false, false) => Some(Disabled::Checking),
        (false, true) => {
            // With files that could go, it is days that are missing.
            let hint = if report.totals.ready == 0 { MessageKey::ChooseFirst } else { MessageKey::CoverFirst };
            Some(Disabled::NotEnough { hint: (!is_submitting).then(|| catalog.text(hint)) })
        }
    };
    Button { disabled, ..Button::primary(label, Action::Continue) }
}
