//! The stages of the journey. States that exclude each other are one enum.

use super::event::Completion;
use crate::core::{offer::Offer, request::RequestId};

/// Where the journey stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// No usable attributes yet.
    #[default]
    Unconfigured,
    /// Connect is shown, and an offer beside it if there is one.
    Connect {
        /// Connect.
        frame: Frame,
        /// The offer beside it.
        offer: Option<Offer>,
    },
    /// The person picks files.
    Collect {
        /// What for.
        destination: Destination,
        /// Connect, kept as it was for a person who goes back to it.
        background_frame: Option<Frame>,
    },
    /// The person went on; the token or the host's word is awaited.
    HandingOff {
        /// What for.
        destination: Destination,
        /// Connect, kept as it was.
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
        /// What for.
        destination: Destination,
    },
    /// Connect said its last word.
    Done(Completion),
}

impl Stage {
    /// The frame that is open, shown or background_frame.
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

/// A frame of the provider. A new request is a new frame, so messages of the old one are nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its request.
    pub request: RequestId,
    /// What is open in it.
    pub url: FrameUrl,
    /// Whether it said something.
    pub activity: FrameActivity,
}

/// Whether a frame said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameActivity {
    /// Not yet.
    Pending,
    /// Not for long: it may be empty, which a page can't see.
    Unresponsive,
    /// It did.
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
#[derive(Clone, PartialEq, Eq)]
pub enum FrameUrl {
    /// The host is asked for a token first.
    AwaitingToken,
    /// Open.
    Open(String),
    /// No token came.
    Failed,
}

impl std::fmt::Debug for FrameUrl {
    /// Without the address: it may hold a token.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::AwaitingToken => "AwaitingToken",
            Self::Open(_) => "Open(…)",
            Self::Failed => "Failed",
        })
    }
}

/// What is awaited before the person goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the request of the answer, and the address that it is about")]
pub enum HandoffStep {
    /// A token from the host.
    AwaitingToken(RequestId),
    /// The host's word on the hand-off.
    AwaitingHost { request: RequestId, url: String },
}

/// What files are picked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To be uploaded after this offer.
    Upload(Offer),
    /// To be put into the Dashboard by staff.
    Dashboard,
}
