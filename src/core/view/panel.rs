//! What stands beside or instead of the provider's frame.

use super::{
    button::{Action, Button},
    file_row::{file_facts, save_label},
    files::{FilesView, files_view, from_institution, with_unlocked},
    statement::SEPARATOR,
};
use crate::core::redacted::partial_debug;
use crate::core::{
    config::{Config, Handoff, Mode},
    error::UploadError,
    files::{
        file::FileId,
        report::{FileReport, Report, Status},
    },
    i18n::{Catalog, MessageKey, Value},
    offer::{Offer, Reason},
    results::status::UploadStatus,
    session::{Destination, Session, Stage},
};

/// What stands beside or instead of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Panel {
    /// Nothing.
    None,
    /// A way to say that the institution isn't listed.
    NotListed(Button),
    /// The offer to upload.
    Offer(OfferView),
    /// The picking and checking of files.
    Files(Box<FilesView>),
    /// The accepted files, beside the upload screen or after the person was sent on.
    Checklist(ChecklistView),
    /// The end.
    End(EndView),
}

/// The offer to upload statements instead of linking the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferView {
    /// Why it is made, as in `upload-offer`.
    pub reason: &'static str,
    /// The heading.
    pub title: String,
    /// Why upload is offered, and what for.
    pub text: String,
    /// Takes the person to their files.
    pub accept: Button,
    /// What the button is called that makes the offer stay below the login.
    pub dismiss: String,
    /// Whether it is a mere line, because nothing has gone wrong.
    pub is_quiet: bool,
    /// The provider's error code, for support.
    pub support_code: Option<String>,
}

/// The accepted files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistView {
    /// The heading.
    pub title: String,
    /// Whose statements; empty if that isn't known.
    pub subtitle: String,
    /// What to do, step by step.
    pub steps: Vec<String>,
    /// How many files there are to choose.
    pub list_label: String,
    /// One row for each accepted file, in the order picked.
    pub rows: Vec<ChecklistRow>,
    /// What the person can do here, the next step first.
    pub buttons: Vec<Button>,
}

/// One accepted file.
#[derive(Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// Its id.
    pub id: FileId,
    /// Its name: text from outside.
    pub name: String,
    /// What it says about itself, its size and pages, and that it has a note.
    pub facts: String,
    /// What the button is called that saves the unlocked copy, if it is one.
    pub save_label: Option<String>,
}

partial_debug! {
    ChecklistRow { id }
    EndView { kind, status, title, text, retry }
}

/// The end of the journey.
#[derive(Clone, PartialEq, Eq)]
pub struct EndView {
    /// How it ended.
    pub kind: EndKind,
    /// How far the upload is, as the host's server said.
    pub status: Option<UploadStatus>,
    /// The heading.
    pub title: String,
    /// What it means.
    pub text: String,
    /// What a person may want to keep: a name and a value each.
    pub details: Vec<(String, String)>,
    /// What the button is called that prints the page, where there is something to keep.
    pub print_label: Option<String>,
    /// Begins anew, after a failure.
    pub retry: Option<Button>,
}

/// How the journey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndKind {
    /// Documents were received.
    Received,
    /// The bank was linked.
    Linked,
}

pub(super) fn panel(catalog: &Catalog, session: &Session, config: &Config) -> Panel {
    match session.stage() {
        // The host's server knows more than a checklist that waits for the last message of Connect.
        Stage::Upload { .. } | Stage::HandedOver { .. } if session.status().0.is_some() => received(catalog, session),
        Stage::Connect { offer: Some(offer), .. } => Panel::Offer(offer_view(catalog, offer)),
        Stage::Connect { offer: None, .. } if session.can_report_not_listed() => {
            Panel::NotListed(Button::quiet(catalog.text(MessageKey::NotListed), Action::ReportNotListed))
        }
        Stage::Unconfigured | Stage::Connect { offer: None, .. } => Panel::None,
        Stage::Collect { destination: Destination::Upload(offer), .. }
        | Stage::HandingOff { destination: Destination::Upload(offer), .. }
            if !config.asks_for_files() && session.report().totals.files == 0 =>
        {
            without_files(catalog, session, config, offer)
        }
        Stage::Collect { destination, .. } | Stage::HandingOff { destination, .. } => {
            Panel::Files(Box::new(files_view(catalog, session, config, destination)))
        }
        Stage::Upload { offer, .. } => {
            let ready = session.report().totals.ready;
            let (title, text) = match ready {
                0 => (MessageKey::UploadTitle, String::new()),
                _ => (MessageKey::ChecklistTitle, catalog.files(MessageKey::Checklist, ready)),
            };
            checklist(catalog, session.report(), config, title, from_institution(catalog, offer), &text)
        }
        Stage::HandedOver { destination } => {
            let text = catalog.text(match (destination, config.handoff) {
                (Destination::Dashboard, _) => MessageKey::InDashboard,
                (Destination::Upload(_), Handoff::Navigate) => MessageKey::OnItsWay,
                (Destination::Upload(_), Handoff::Frame | Handoff::Event) => MessageKey::HandedOver,
            });
            let report = session.report();
            let is_checked = report.complete && report.totals.ready > 0;
            let title = if is_checked { MessageKey::HandedOverTitle } else { MessageKey::UploadTitle };
            checklist(catalog, report, config, title, String::new(), &text)
        }
        Stage::Done(completion) if completion.uploaded => received(catalog, session),
        Stage::Done(_) => Panel::End(EndView {
            kind: EndKind::Linked,
            status: None,
            title: catalog.text(MessageKey::LinkedTitle),
            text: catalog.text(MessageKey::Linked),
            details: Vec::new(),
            print_label: None,
            retry: None,
        }),
    }
}

/// Where an offer comes as a line, or a way to say that the institution isn't listed. Above a frame that could not be opened
/// there is no login to be moved.
pub(super) fn keeps_line(session: &Session, config: &Config) -> bool {
    matches!(session.stage(), Stage::Connect { frame, .. } if !frame.has_failed())
        && (config.mode == Mode::Primary || config.offer_on.not_listed)
}

fn offer_view(catalog: &Catalog, offer: &Offer) -> OfferView {
    let code = match &offer.reason {
        Reason::Error(code) => Some(code),
        Reason::Primary | Reason::Forced | Reason::NotListed | Reason::Inactivity => None,
    };
    let is_quiet = offer.reason == Reason::Primary;
    let button = if is_quiet { Button::quiet } else { Button::primary };
    OfferView {
        reason: offer.reason.as_str(),
        title: catalog.offer_title(&offer.reason),
        text: catalog.offer(offer),
        accept: button(catalog.text(MessageKey::UseUpload), Action::AcceptOffer),
        dismiss: catalog.text(MessageKey::Dismiss),
        is_quiet,
        support_code: code.map(|code| catalog.format(MessageKey::SupportCode, &[("code", Value::Text(code.as_str()))])),
    }
}

fn checklist(
    catalog: &Catalog,
    report: &Report,
    config: &Config,
    title: MessageKey,
    subtitle: String,
    text: &str,
) -> Panel {
    let row = |file: &FileReport| {
        let facts = file_facts(catalog, file);
        let facts = match file.status {
            Status::Warning => format!("{facts}{SEPARATOR}{}", catalog.status(file.status)),
            _ => facts,
        };
        ChecklistRow { id: file.id, name: file.name.clone(), facts, save_label: save_label(catalog, file) }
    };
    let ready = report.totals.ready;
    // Who takes the files lets nobody choose them again.
    let list = if config.host_takes_files() { MessageKey::ReadyFiles } else { MessageKey::FilesToChoose };
    let change = if ready > 0 { MessageKey::ChangeFiles } else { MessageKey::Browse };
    Panel::Checklist(ChecklistView {
        title: catalog.text(title),
        subtitle,
        // Which copies to choose is said where it is said what to choose.
        steps: match text.split_once('\n') {
            Some((first, second)) => vec![with_unlocked(catalog, config, report, first), second.to_owned()],
            None if text.is_empty() => Vec::new(),
            None => vec![with_unlocked(catalog, config, report, text)],
        },
        list_label: catalog.files(list, ready),
        rows: report.ready().map(row).collect(),
        // Where no files are asked for, there are none to change.
        buttons: if ready > 0 || config.asks_for_files() {
            vec![Button::quiet(catalog.text(change), Action::ChangeFiles)]
        } else {
            Vec::new()
        },
    })
}

/// The way to the upload screen where no files are asked for here: a moment, unless something keeps the person from going on.
fn without_files(catalog: &Catalog, session: &Session, config: &Config, offer: &Offer) -> Panel {
    let is_waiting = matches!(session.stage(), Stage::HandingOff { .. });
    let mut buttons = Vec::new();
    if !is_waiting {
        let has_failed = matches!(session.visible_error(), Some(UploadError::TokenFailed { .. }));
        let label = if has_failed { MessageKey::TryAgain } else { MessageKey::Continue };
        buttons.push(Button::primary(catalog.text(label), Action::Continue));
        if config.mode.shows_connect() {
            buttons.push(Button::quiet(catalog.text(MessageKey::BackToLogin), Action::Retry));
        }
    }
    Panel::Checklist(ChecklistView {
        title: catalog.text(MessageKey::UploadTitle),
        subtitle: from_institution(catalog, offer),
        steps: is_waiting.then(|| catalog.text(MessageKey::Going)).into_iter().collect(),
        list_label: String::new(),
        rows: Vec::new(),
        buttons,
    })
}

fn received(catalog: &Catalog, session: &Session) -> Panel {
    let (status, is_slow) = session.status();
    let (title, text) = catalog.received(status, is_slow);
    let has_failed = status == Some(&UploadStatus::Failed);
    let details = if has_failed { Vec::new() } else { details(catalog, session) };
    Panel::End(EndView {
        kind: EndKind::Received,
        status: status.cloned(),
        title,
        text,
        print_label: (!details.is_empty()).then(|| catalog.text(MessageKey::Print)),
        details,
        retry: has_failed.then(|| Button::primary(catalog.text(MessageKey::ChooseOther), Action::Retry)),
    })
}

/// What a person may want to keep of an upload: the provider's reference, how many files, and when.
fn details(catalog: &Catalog, session: &Session) -> Vec<(String, String)> {
    let Stage::Done(completion) = session.stage() else { return Vec::new() };
    let ready = session.report().totals.ready;
    let values = [
        (MessageKey::Reference, completion.request_id.as_ref().map(|id| id.as_str().to_owned())),
        (MessageKey::ReceivedFiles, (ready > 0).then(|| ready.to_string())),
        (MessageKey::ReceivedDate, session.received_at().map(|time| catalog.time(time))),
    ];
    let known = values.into_iter().filter_map(|(key, value)| Some((catalog.text(key), value?)));
    known.collect()
}

/// Whether staff can have a receipt: of a batch in which every file has its verdict.
pub(super) fn offers_receipt(session: &Session) -> bool {
    let is_for_staff = matches!(
        session.stage(),
        Stage::Collect { destination: Destination::Dashboard, .. }
            | Stage::HandingOff { destination: Destination::Dashboard, .. }
            | Stage::HandedOver { destination: Destination::Dashboard }
    );
    let report = session.report();
    is_for_staff && report.complete && report.totals.files > 0
}
