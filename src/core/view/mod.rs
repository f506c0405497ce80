//! What is to be shown, told from the session: no product decision is left to whoever shows it.

mod describe;
#[cfg(test)]
mod describe_tests;

pub use describe::FindingText;

use crate::core::{
    config::{Config, Handoff},
    connect::address::Theme,
    error::UploadError,
    files::report::Report,
    i18n::{Catalog, LanguagePack, Messages},
    language::Language,
    offer::{Offer, Reason},
    request::RequestId,
    results::status::Status,
    session::{Destination, Frame, FrameActivity, FrameUrl, Session, Stage},
};

/// The whole face of the component.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// All catalog, in their language.
    pub catalog: Catalog,
    /// The look.
    pub theme: Theme,
    /// The level of its headings, 1 to 6.
    pub heading_level: u8,
    /// What is wrong.
    pub errors: Vec<UploadError>,
    /// The provider's frame; it keeps its place in the page for as long as its request is the same.
    pub frame: Option<FrameView>,
    /// What stands beside or instead of the frame.
    pub panel: Panel,
}

/// The provider's frame.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not whatever the others are")]
pub struct FrameView {
    /// Another request is another frame.
    pub request: RequestId,
    /// Its address, once it is known.
    pub url: Option<String>,
    /// Whether it is the upload screen, else bank linking.
    pub is_upload: bool,
    /// Whether it waits background_frame the panel.
    pub is_in_background: bool,
    /// Whether it could not be opened.
    pub has_failed: bool,
    /// Whether it may be empty: it said nothing for long.
    pub is_silent: bool,
}

/// What stands beside or instead of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Panel {
    /// Nothing.
    Empty,
    /// A way to say that the institution is not listed.
    NotListed,
    /// The offer.
    Offer(Offer),
    /// The files.
    Collect(CollectView),
    /// The good files, beside the upload screen.
    Checklist {
        /// The report.
        report: Report,
        /// Where they go.
        institution: Option<String>,
    },
    /// The person was sent on.
    HandedOver {
        /// Whether to the Dashboard.
        to_dashboard: bool,
        /// Whether the page itself went there.
        by_navigation: bool,
        /// The report.
        report: Report,
    },
    /// The documents were received.
    Received {
        /// How far the host's server says that they are.
        status: Option<Status>,
        /// Whether that takes long.
        is_slow: bool,
    },
    /// The bank was linked.
    Linked,
}

/// The picking and checking of files.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is what one control may do, and they are independent")]
pub struct CollectView {
    /// Why the person is here; `None` for staff.
    pub reason: Option<Reason>,
    /// Where the files go.
    pub institution: Option<String>,
    /// The report.
    pub report: Report,
    /// Whether images are taken, too.
    pub takes_images: bool,
    /// Whether the person can go back to bank linking.
    pub can_retry: bool,
    /// Whether the person can go on.
    pub can_continue: bool,
    /// Whether the person is going on just now.
    pub is_going: bool,
}

impl View {
    /// Whether a receipt may be made: for staff, of a batch of which every file has its verdict.
    pub fn offers_receipt(&self) -> bool {
        match &self.panel {
            Panel::Collect(CollectView { reason: None, report, .. })
            | Panel::HandedOver { to_dashboard: true, report, .. } => report.complete && report.totals.files > 0,
            _ => false,
        }
    }
}

/// What is to be shown.
pub fn view(session: &Session) -> View {
    let config = session.config();
    View {
        catalog: config.map_or_else(
            || Catalog::new(LanguagePack::built_in_or_default(Language::default()), Messages::default()),
            |config| Catalog::new(LanguagePack::built_in_or_default(config.language), config.messages.clone()),
        ),
        theme: config.map_or(Theme::System, |config| config.theme),
        heading_level: config.map_or(2, |config| config.heading_level),
        errors: session.errors().cloned().collect(),
        frame: session.stage().frame().map(|frame| frame_view(frame, session.stage())),
        panel: config.map_or(Panel::Empty, |config| panel(session, config)),
    }
}

fn frame_view(frame: &Frame, stage: &Stage) -> FrameView {
    FrameView {
        request: frame.request,
        url: match &frame.address {
            FrameUrl::Open(url) => Some(url.clone()),
            FrameUrl::AwaitingToken | FrameUrl::Failed => None,
        },
        is_upload: matches!(stage, Stage::Upload { .. }),
        is_in_background: matches!(stage, Stage::Collect { .. } | Stage::HandingOff { .. }),
        has_failed: frame.has_failed(),
        is_silent: frame.activity == FrameActivity::Unresponsive,
    }
}

fn panel(session: &Session, config: &Config) -> Panel {
    let (status, is_slow) = session.status();
    match session.stage() {
        // The host's server knows better than a checklist that waits for the last word of Connect.
        Stage::Upload { .. } | Stage::HandedOver { .. } if status.is_some() => {
            Panel::Received { status: status.cloned(), is_slow }
        }
        Stage::Connect { offer: Some(offer), .. } => Panel::Offer(offer.clone()),
        Stage::Connect { offer: None, .. } if session.can_report_not_listed() => Panel::NotListed,
        Stage::Unconfigured | Stage::Connect { offer: None, .. } => Panel::Empty,
        Stage::Collect { destination, .. } => Panel::Collect(collect(session, config, destination, false)),
        Stage::HandingOff { destination, .. } => Panel::Collect(collect(session, config, destination, true)),
        Stage::Upload { offer, .. } => Panel::Checklist { report: session.report(), institution: name_of(Some(offer)) },
        Stage::HandedOver { destination } => Panel::HandedOver {
            to_dashboard: *destination == Destination::Dashboard,
            by_navigation: config.handoff == Handoff::Navigate,
            report: session.report(),
        },
        Stage::Done(completion) if completion.uploaded => Panel::Received { status: status.cloned(), is_slow },
        Stage::Done(_) => Panel::Linked,
    }
}

fn collect(session: &Session, config: &Config, destination: &Destination, is_going: bool) -> CollectView {
    let offer = match destination {
        Destination::Upload(offer) => Some(offer),
        Destination::Dashboard => None,
    };
    CollectView {
        reason: offer.map(|offer| offer.reason.clone()),
        institution: name_of(offer),
        report: session.report(),
        takes_images: config.limits.accept == super::files::limits::Accept::PdfAndImages,
        can_retry: config.mode.shows_connect() && !is_going,
        can_continue: session.may_continue(),
        is_going,
    }
}

fn name_of(offer: Option<&Offer>) -> Option<String> {
    Some(offer?.institution.as_ref()?.as_str().to_owned())
}
