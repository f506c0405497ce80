//! What stands beside or instead of the provider's frame.

use super::{
    button::{Action, Button},
    files::{FilesView, files_view, from_institution},
};
use crate::core::redacted::partial_debug;
use crate::core::{
    config::{Config, Handoff},
    files::{file::FileId, report::Report},
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
    /// That the login stays open, after an error.
    pub still_log_in: Option<String>,
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
    /// What to do with the files; empty without files.
    pub text: String,
    /// One row for each accepted file, in the order picked.
    pub rows: Vec<ChecklistRow>,
    /// Takes the person back to their files.
    pub change: Button,
}

/// One accepted file.
#[derive(Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// Its id.
    pub id: FileId,
    /// Its name: text from outside.
    pub name: String,
    /// Its size.
    pub size: String,
}

partial_debug! {
    ChecklistRow { id, size }
}

/// The end of the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndView {
    /// How it ended.
    pub kind: EndKind,
    /// How far the upload is, as the host's server said.
    pub status: Option<UploadStatus>,
    /// The heading.
    pub title: String,
    /// What it means.
    pub text: String,
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
            Panel::NotListed(Button::secondary(catalog.text(MessageKey::NotListed), Action::ReportNotListed))
        }
        Stage::Unconfigured | Stage::Connect { offer: None, .. } => Panel::None,
        Stage::Collect { destination, .. } | Stage::HandingOff { destination, .. } => {
            Panel::Files(Box::new(files_view(catalog, session, config, destination)))
        }
        Stage::Upload { offer, .. } => {
            let ready = session.report().totals.ready;
            let text = if ready > 0 { catalog.files(MessageKey::Checklist, ready) } else { String::new() };
            let subtitle = from_institution(catalog, offer);
            checklist(catalog, session.report(), MessageKey::ChecklistTitle, subtitle, text)
        }
        Stage::HandedOver { destination } => {
            let text = catalog.text(match (destination, config.handoff) {
                (Destination::Dashboard, _) => MessageKey::InDashboard,
                (Destination::Upload(_), Handoff::Navigate) => MessageKey::OnItsWay,
                (Destination::Upload(_), Handoff::Frame | Handoff::Event) => MessageKey::HandedOver,
            });
            checklist(catalog, session.report(), MessageKey::HandedOverTitle, String::new(), text)
        }
        Stage::Done(completion) if completion.uploaded => received(catalog, session),
        Stage::Done(_) => Panel::End(EndView {
            kind: EndKind::Linked,
            status: None,
            title: catalog.text(MessageKey::LinkedTitle),
            text: catalog.text(MessageKey::Linked),
            retry: None,
        }),
    }
}

fn offer_view(catalog: &Catalog, offer: &Offer) -> OfferView {
    let code = match &offer.reason {
        Reason::Error(code) => Some(code),
        Reason::Primary | Reason::Forced | Reason::NotListed | Reason::Inactivity => None,
    };
    OfferView {
        reason: offer.reason.as_str(),
        title: catalog.offer_title(&offer.reason),
        text: catalog.offer(offer),
        accept: Button::primary(catalog.text(MessageKey::UseUpload), Action::AcceptOffer),
        still_log_in: code.map(|_| catalog.text(MessageKey::StillLogIn)),
        support_code: code.map(|code| catalog.format(MessageKey::SupportCode, &[("code", Value::Text(code.as_str()))])),
    }
}

fn checklist(catalog: &Catalog, report: &Report, title: MessageKey, subtitle: String, text: String) -> Panel {
    let rows =
        report.ready().map(|file| ChecklistRow { id: file.id, name: file.name.clone(), size: catalog.size(file.size) });
    Panel::Checklist(ChecklistView {
        title: catalog.text(title),
        subtitle,
        text,
        rows: rows.collect(),
        change: Button::secondary(catalog.text(MessageKey::ChangeFiles), Action::ChangeFiles),
    })
}

fn received(catalog: &Catalog, session: &Session) -> Panel {
    let (status, is_slow) = session.status();
    let (title, text) = catalog.received(status, is_slow);
    let has_failed = status == Some(&UploadStatus::Failed);
    Panel::End(EndView {
        kind: EndKind::Received,
        status: status.cloned(),
        title,
        text,
        retry: has_failed.then(|| Button::primary(catalog.text(MessageKey::TryAgain), Action::Retry)),
    })
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
