//! The panel in which files are picked: its texts, one row for each file, and the way on.

use super::{
    button::{Action, Button, Disabled, Emphasis},
    file_row::{FileRow, Tone, UnlockView, file_row, isolated},
    months::{MonthStrip, month_strips},
};
use crate::core::{
    config::Config,
    files::{
        finding::Finding,
        limits::Accept,
        report::{Report, Status},
    },
    i18n::{Catalog, MessageKey, Value},
    offer::Offer,
    redacted::partial_debug,
    session::{Destination, Session, Stage},
};

/// A list that is longer than this begins with what needs a look.
const MAX_PLAIN_ROWS: usize = 4;
/// The most rows of all. Whoever picks more has picked a wrong folder.
const MAX_ROWS: usize = 200;
/// The most names below what several files share.
const MAX_NAMES: usize = 12;

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
    /// How much the file picker stands out: it is the next step until a file can be uploaded.
    pub browse_emphasis: Emphasis,
    /// Whether there are files, so that the drop zone needs less room.
    pub is_compact: bool,
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
    /// Which months are covered, account by account.
    pub months: Vec<MonthStrip>,
    /// What is true of the batch as a whole.
    pub findings: Vec<BatchFinding>,
    /// What the list is called.
    pub list_label: String,
    /// One row for each file, in the order picked. Of many, those that need a look, the gravest first.
    pub rows: Vec<FileRow>,
    /// The other ones of many, which need none.
    pub folded: Option<Folded>,
    /// How many files have no row, because there are too many; empty if all have one.
    pub more: String,
    /// The file that was removed last.
    pub removed: Option<Removed>,
    /// What went wrong when the person wanted to go on.
    pub error: Option<String>,
    /// That the files are chosen a second time after this; empty if they are not.
    pub choose_again: String,
    /// What the name of an unlocked copy says of it.
    pub unlocked_suffix: String,
    /// The way on.
    pub continue_button: Button,
    /// The way back to bank linking.
    pub back_button: Option<Button>,
    /// What belongs into one upload.
    pub note: String,
}

/// What is true of the batch as a whole.
#[derive(Clone, PartialEq, Eq)]
pub struct BatchFinding {
    /// Its code.
    pub code: &'static str,
    /// What it means and what to do.
    pub text: String,
    /// Before the names, how many files share it; empty if it is about all of them together.
    pub label: String,
    /// The names of the files that share it: text from outside.
    pub names: Vec<String>,
}

/// Files that need no look, below one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    /// How many there are.
    pub label: String,
    /// One row for each, in the order picked.
    pub rows: Vec<FileRow>,
}

/// The file that was removed last.
#[derive(Clone, PartialEq, Eq)]
pub struct Removed {
    /// Says so.
    pub text: String,
    /// Brings it back.
    pub undo: Button,
}

partial_debug! {
    BatchFinding { code }
    Removed { undo }
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
    let has_files = report.totals.files > 0;
    let mut findings = Vec::new();
    for finding in &report.findings {
        findings.push(batch_finding(catalog, finding));
    }
    let is_long = report.files.len() > MAX_PLAIN_ROWS;
    let [mut rows, mut locked, mut noted, mut neutral, mut calm] = [const { Vec::new() }; 5];
    let (mut unusable_files, mut locked_files) = (0, 0);
    for file in &report.files {
        let row = file_row(catalog, config, report, file);
        let weight = Weight::of(&row);
        unusable_files += u32::from(weight == Weight::Unusable);
        locked_files += u32::from(weight == Weight::Locked);
        let rows_of_weight = match weight {
            Weight::Locked if is_long => &mut locked,
            Weight::Noted if is_long => &mut noted,
            Weight::Neutral if is_long => &mut neutral,
            Weight::Calm if is_long => &mut calm,
            _ => &mut rows,
        };
        rows_of_weight.push(row);
    }
    for mut lighter in [locked, noted, neutral] {
        rows.append(&mut lighter);
    }
    // What is said of the batch is not said again of each file.
    for row in &mut rows {
        row.findings.retain(|finding| !findings.iter().any(|known| known.code == finding.code));
    }
    if is_long {
        share_findings(catalog, &mut rows, &mut findings);
    }
    let calm_files = u32::try_from(calm.len()).unwrap_or(u32::MAX);
    let key = if report.complete { MessageKey::ReadyFiles } else { MessageKey::Checking };
    calm.truncate(MAX_ROWS.saturating_sub(rows.len()));
    rows.truncate(MAX_ROWS);
    let more = report.files.len() - rows.len() - calm.len();
    let folded = (!calm.is_empty()).then(|| Folded { label: catalog.files(key, calm_files), rows: calm });
    let needs_files = report.complete && !session.may_continue() && !is_submitting;
    let to_unlock = rows.iter_mut().find_map(|row| row.unlock.as_mut()).filter(|_| needs_files);
    let can_unlock = to_unlock.map(|unlock: &mut UnlockView| unlock.emphasis = Emphasis::Primary).is_some();
    let second_choice = offer.is_some() && report.totals.ready > 0 && !config.host_takes_files();
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
        browse: catalog.text(if has_files { MessageKey::BrowseMore } else { MessageKey::Browse }),
        browse_emphasis: if needs_files && !can_unlock { Emphasis::Primary } else { Emphasis::Secondary },
        is_compact: has_files,
        browse_folder: catalog.text(MessageKey::BrowseFolder),
        accepts_images,
        limits: limits(catalog, report),
        privacy: catalog.text(MessageKey::Private),
        summary: summary(catalog, report, unusable_files, locked_files),
        months: report.coverage.as_ref().map_or_else(Vec::new, |coverage| month_strips(catalog, coverage)),
        findings,
        list_label: catalog.text(MessageKey::FileList),
        rows,
        folded,
        more: match u32::try_from(more) {
            Ok(0) | Err(_) => String::new(),
            Ok(more) => catalog.files(MessageKey::MoreFiles, more),
        },
        removed: session.last_removed().map(|name| Removed {
            text: catalog.format(MessageKey::Removed, &[("name", Value::Text(&isolated(name)))]),
            undo: Button::quiet(catalog.text(MessageKey::Undo), Action::Undo),
        }),
        error: session.visible_error().map(|error| catalog.error_message(error)),
        choose_again: if second_choice {
            with_unlocked(catalog, config, report, &catalog.text(MessageKey::ChooseAgain))
        } else {
            String::new()
        },
        continue_button: continue_button(catalog, session, offer.is_some(), is_submitting, can_unlock),
        back_button: can_go_back.then(|| Button::quiet(catalog.text(MessageKey::BackToLogin), Action::Retry)),
        note: catalog.text(MessageKey::OneUpload),
        unlocked_suffix: catalog.text(MessageKey::UnlockedSuffix),
    }
}

/// What several files share is said once, with their names.
fn share_findings(catalog: &Catalog, rows: &mut [FileRow], findings: &mut Vec<BatchFinding>) {
    let own = findings.len();
    for row in rows.iter() {
        for finding in &row.findings {
            let text = sentence(&finding.summary, &finding.detail);
            if let Some(known) = findings.iter_mut().skip(own).find(|known| known.text == text) {
                known.names.push(row.name.clone());
            } else {
                let names = vec![row.name.clone()];
                findings.push(BatchFinding { code: finding.code, text, label: String::new(), names });
            }
        }
    }
    findings.retain(|known| known.names.len() != 1);
    for known in findings.iter_mut().skip(own) {
        known.label = catalog.files(MessageKey::SharedBy, u32::try_from(known.names.len()).unwrap_or(u32::MAX));
        if known.names.len() > MAX_NAMES {
            known.names.truncate(MAX_NAMES);
            known.names.push("…".to_owned());
        }
    }
    for row in rows {
        row.findings.retain(|finding| {
            let text = sentence(&finding.summary, &finding.detail);
            !findings.iter().any(|known| known.text == text)
        });
    }
}

fn sentence(summary: &str, detail: &str) -> String {
    format!("{summary} {detail}")
}

/// How much a file needs a look, the most first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Unusable,
    Locked,
    Noted,
    Neutral,
    Calm,
}

impl Weight {
    fn of(row: &FileRow) -> Self {
        match (row.status, row.tone) {
            (Status::Rejected, Tone::OfStatus) => Self::Unusable,
            (Status::Rejected, Tone::Locked) => Self::Locked,
            (Status::Rejected, Tone::Neutral) => Self::Neutral,
            (Status::Warning, _) => Self::Noted,
            // Its copy is still to be saved.
            (Status::Ready | Status::Checking, _) if row.save_label.is_some() => Self::Noted,
            (Status::Ready | Status::Checking, _) => Self::Calm,
        }
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
    let key = match report.limits.accept {
        Accept::Pdf => MessageKey::Limits,
        Accept::PdfAndImages => MessageKey::LimitsImages,
    };
    let values = [("files", Value::Count(report.limits.max_files)), ("size", Value::Text(&size))];
    catalog.format(key, &values)
}

/// Announced once when checking begins and once when it ends: one text for all files, because one for each would drown
/// the person.
fn summary(catalog: &Catalog, report: &Report, unusable: u32, locked: u32) -> String {
    let totals = report.totals;
    if totals.files == 0 {
        return String::new();
    }
    if !report.complete {
        return catalog.files(MessageKey::Checking, totals.files);
    }
    catalog.summary(totals.ready, totals.files, unusable, locked)
}

fn batch_finding(catalog: &Catalog, finding: &Finding) -> BatchFinding {
    let text = catalog.describe(finding, "");
    let text = sentence(&text.summary, &text.detail);
    BatchFinding { code: finding.code(), text, label: String::new(), names: Vec::new() }
}

/// Of an unlocked file the person has two, and only the copy can be read.
pub(super) fn with_unlocked(catalog: &Catalog, config: &Config, report: &Report, text: &str) -> String {
    let mut text = text.to_owned();
    // A host that takes the files has the copies already.
    if !config.host_takes_files() && report.ready().any(|file| file.findings.contains(&Finding::Unlocked)) {
        text.push(' ');
        text.push_str(&catalog.text(MessageKey::ChooseUnlocked));
    }
    text
}

fn continue_button(
    catalog: &Catalog,
    session: &Session,
    is_upload: bool,
    is_submitting: bool,
    can_unlock: bool,
) -> Button {
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
            let hint = match report.totals.ready {
                0 if can_unlock => MessageKey::UnlockFirst,
                0 => MessageKey::ChooseFirst,
                _ => MessageKey::CoverFirst,
            };
            Some(Disabled::NotEnough { hint: (!is_submitting).then(|| catalog.text(hint)) })
        }
    };
    Button { disabled, ..Button::primary(label, Action::Continue) }
}
