//! Buttons: what they say, what they do and why they may be disabled.

use crate::core::session::Event;

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Its text.
    pub label: String,
    /// What it does.
    pub action: Action,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Why it can't be used now. It is never removed or made unfocusable, so that a person hears why.
    pub disabled: Option<Disabled>,
}

/// What a button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The person says that their institution isn't listed.
    ReportNotListed,
    /// The person wants to upload.
    AcceptOffer,
    /// The person wants to try again: to log in, to open Connect or to begin anew.
    Retry,
    /// The person goes on to the upload.
    Continue,
    /// The person goes back to their files.
    ChangeFiles,
    /// The person wants the removed file back.
    Undo,
}

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// The next step.
    Primary,
    /// Another way.
    Secondary,
    /// A way back or aside, as a link.
    Quiet,
}

/// Why a button can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disabled {
    /// Files are being checked; the summary says so.
    Checking,
    /// No file can be uploaded.
    NoUsableFile {
        /// What to do about it, unless the person is already going on.
        hint: Option<String>,
    },
}

impl Action {
    /// The event that the button sends.
    pub fn event(self) -> Event {
        match self {
            Self::ReportNotListed => Event::NotListed,
            Self::AcceptOffer => Event::OfferAccepted,
            Self::Retry => Event::Retry,
            Self::Continue => Event::Continue,
            Self::ChangeFiles => Event::ChangeFiles,
            Self::Undo => Event::RemovalUndone,
        }
    }
}

impl Button {
    pub(super) fn primary(label: String, action: Action) -> Self {
        Self { label, action, emphasis: Emphasis::Primary, disabled: None }
    }

    pub(super) fn quiet(label: String, action: Action) -> Self {
        Self { label, action, emphasis: Emphasis::Quiet, disabled: None }
    }

    pub(super) fn secondary(label: String, action: Action) -> Self {
        Self { label, action, emphasis: Emphasis::Secondary, disabled: None }
    }
}
