//! The configuration itself, with every value checked.

use super::{
    choice::{Check, CheckCoverage, FrameCredentialless, Handoff, Loading, Mode, ReadStatements, Unlock},
    token::Token,
};
use crate::core::{
    connect::address::{ConnectBase, ConnectOptions, Institution, Theme},
    files::{coverage::RequiredDays, limits::Limits},
    i18n::Messages,
    language::Language,
    redacted::Redacted,
};
use std::ops::RangeInclusive;

/// The address of the Flinks Dashboard, unless the host sets another.
pub const DASHBOARD_URL: &str = "https://dashboard.flinks.com";
/// What the frame may use of the device, unless the host says otherwise.
///
/// Source: Connect has a card scanner (the provider's pages); that it uses the camera is likely. Nothing else is known to need
/// a permission.
pub const FRAME_ALLOW: &str = "camera";
/// The heading levels of HTML.
pub const HEADING_LEVELS: RangeInclusive<u8> = 1..=6;
/// Unless set: one below the title of the page.
pub(super) const DEFAULT_HEADING_LEVEL: u8 = 2;

/// Further reasons to offer upload, off unless the host sets them.
///
/// Source: the provider's pages name both as reasons for upload that have no error code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OfferOn {
    /// The person reports that the institution is not listed.
    pub not_listed: bool,
    /// Connect posts no message for this many seconds.
    pub inactivity: Option<u32>,
}

/// What the host asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where Connect is; `None` only in dashboard mode, which does not show it.
    pub connect: Option<ConnectOptions>,
    /// When upload is offered.
    pub mode: Mode,
    /// The institution that the upload is for when Connect names none.
    pub institution: Option<Institution>,
    /// Where the authorization token comes from.
    pub token: Token,
    /// The component's language.
    pub language: Language,
    /// The host's texts, which replace the component's own.
    pub messages: Messages,
    /// The component's color scheme.
    pub theme: Theme,
    /// The level of the component's headings in the outline of the page; one of [`HEADING_LEVELS`].
    pub heading_level: u8,
    /// How the person gets to the upload screen.
    pub handoff: Handoff,
    /// Whether files are checked before the hand-off.
    pub check: Check,
    /// How much fits in one upload.
    pub limits: Limits,
    /// How many days up to today the statements have to cover.
    pub required_days: Option<RequiredDays>,
    /// What follows where they don't.
    pub check_coverage: CheckCoverage,
    /// Whether the text of statements is read.
    pub read_statements: ReadStatements,
    /// Whether a locked file can be unlocked with its password.
    pub unlock: Unlock,
    /// When the custom element opens. The component itself opens when it is mounted.
    pub loading: Loading,
    /// The `allow` of the frame.
    pub frame_allow: String,
    /// The `sandbox` of the frame; empty for none.
    pub frame_sandbox: String,
    /// Whether the frame is without cookies and storage.
    pub frame_credentialless: FrameCredentialless,
    /// Further reasons to offer upload.
    pub offer_on: OfferOn,
    /// The address of the Flinks Dashboard: https, without a trailing slash.
    pub dashboard_url: String,
    /// The address of the host's event stream, which is read after the hand-off: https, http on a loopback host, or a
    /// path of the page's own origin.
    pub status_url: Option<Redacted>,
}

impl Config {
    /// Primary mode for Connect at this address, with every other setting at its default.
    pub fn new(base: ConnectBase) -> Self {
        Self {
            connect: Some(ConnectOptions { language: Some(Language::English), ..ConnectOptions::new(base) }),
            mode: Mode::default(),
            institution: None,
            token: Token::default(),
            language: Language::English,
            messages: Messages::default(),
            theme: Theme::System,
            heading_level: DEFAULT_HEADING_LEVEL,
            handoff: Handoff::default(),
            check: Check::default(),
            limits: Limits::default(),
            required_days: None,
            check_coverage: CheckCoverage::default(),
            read_statements: ReadStatements::default(),
            unlock: Unlock::default(),
            loading: Loading::default(),
            frame_allow: FRAME_ALLOW.to_owned(),
            frame_sandbox: String::new(),
            frame_credentialless: FrameCredentialless::default(),
            offer_on: OfferOn::default(),
            dashboard_url: DASHBOARD_URL.to_owned(),
            status_url: None,
        }
    }

    /// Whether the person picks files here. Staff do in any case: the window of the Dashboard opens only with a click of
    /// theirs.
    pub fn asks_for_files(&self) -> bool {
        self.check != Check::Off || self.mode == Mode::Dashboard
    }

    /// Whether the host gets the files themselves, so that nobody chooses them a second time.
    pub fn host_takes_files(&self) -> bool {
        self.handoff == Handoff::Event && self.mode != Mode::Dashboard
    }
}
