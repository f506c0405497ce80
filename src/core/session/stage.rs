//! The stages of the journey, one at a time, and the provider's frame in each.

use super::event::Completion;
use crate::core::{offer::Offer, redacted::Redacted, request::RequestId};

/// Where the journey stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// No valid configuration yet.
    #[default]
    Unconfigured,
    /// Connect is shown, and an offer beside it if there is one.
    Connect {
        /// The frame in which Connect is open.
        frame: Frame,
        /// The offer beside it.
        offer: Option<Offer>,
    },
    /// The person picks files.
    Collect {
        /// Where the files go.
        destination: Destination,
        /// Connect, kept open for a person who goes back to it.
        background_frame: Option<Frame>,
    },
    /// The person went on. A token or the host's answer is awaited.
    HandingOff {
        /// Where the files go.
        destination: Destination,
        /// Connect, kept open.
        background_frame: Option<Frame>,
        /// What is awaited.
        step: HandoffStep,
    },
    /// The upload screen is shown, with the checklist beside it.
    Upload {
        /// The offer that led here.
        offer: Offer,
        /// The upload screen.
        frame: Frame,
    },
    /// The person was sent elsewhere, or the host took over.
    HandedOver {
        /// Where the files go.
        destination: Destination,
    },
    /// Connect posted `REDIRECT`.
    Done(Completion),
}

impl Stage {
    /// The open frame, shown or in the background.
    pub fn frame(&self) -> Option<&Frame> {
        match self {
            Self::Connect { frame, .. } | Self::Upload { frame, .. } => Some(frame),
            Self::Collect { background_frame, .. } | Self::HandingOff { background_frame, .. } => {
                background_frame.as_ref()
            }
            Self::Unconfigured | Self::HandedOver { .. } | Self::Done(_) => None,
        }
    }

    pub(super) fn frame_mut(&mut self) -> Option<&mut Frame> {
        match self {
            Self::Connect { frame, .. } | Self::Upload { frame, .. } => Some(frame),
            Self::Collect { background_frame, .. } | Self::HandingOff { background_frame, .. } => {
                background_frame.as_mut()
            }
            Self::Unconfigured | Self::HandedOver { .. } | Self::Done(_) => None,
        }
    }
}

/// A frame of the provider. Messages from a frame that was replaced are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The id under which it was opened. Another id is another frame.
    pub request: RequestId,
    /// What is open in it.
    pub url: FrameUrl,
    /// Whether it posts messages.
    pub activity: FrameActivity,
}

/// Whether a frame posts messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameActivity {
    /// No message yet.
    Pending,
    /// No message for too long. It may be empty; a page can't see that.
    Unresponsive,
    /// At least one message.
    Active,
}

impl Frame {
    pub(super) fn new(request: RequestId, url: FrameUrl) -> Self {
        Self { request, url, activity: FrameActivity::Pending }
    }

    pub(super) fn awaits(&self, request: RequestId) -> bool {
        self.request == request && self.url == FrameUrl::AwaitingToken
    }

    /// Whether it could not be opened.
    pub fn has_failed(&self) -> bool {
        self.url == FrameUrl::Failed
    }
}

/// The address of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameUrl {
    /// Not open yet: the host is asked for a token.
    AwaitingToken,
    /// Open at this address. It may hold a token.
    Open(Redacted),
    /// Not open: no token came.
    Failed,
}

/// What is awaited before the person goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandoffStep {
    /// A token of the host, by the answer to this request.
    AwaitingToken(RequestId),
    /// The host's answer to the hand-off.
    AwaitingHost {
        /// The id that the answer carries.
        request: RequestId,
        /// Where the person goes.
        url: Redacted,
    },
}

/// Where the files go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// The upload screen, after this offer.
    Upload(Offer),
    /// The Flinks Dashboard, by staff.
    Dashboard,
}
