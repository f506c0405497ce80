//! The stages of the journey. States that exclude each other are one enum.

use super::event::Completion;
use crate::core::{address::Institution, batch::Ticket, code::ErrorCode};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// Where the journey stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// No usable attributes yet.
    #[default]
    Waiting,
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
        purpose: Purpose,
        /// Connect, kept as it was for a person who goes back to it.
        behind: Option<Frame>,
    },
    /// The person went on; the token or the host's word is awaited.
    HandingOff {
        /// What for.
        purpose: Purpose,
        /// Connect, kept as it was.
        behind: Option<Frame>,
        /// What is awaited.
        step: HandingOff,
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
        purpose: Purpose,
    },
    /// Connect said its last word.
    Done(Completion),
}

impl Stage {
    /// The frame that is open, shown or behind.
    pub fn frame(&self) -> Option<&Frame> {
        match self {
            Self::Connect { frame, .. } | Self::Upload { frame, .. } => Some(frame),
            Self::Collect { behind, .. } | Self::HandingOff { behind, .. } => behind.as_ref(),
            Self::Waiting | Self::HandedOver { .. } | Self::Done(_) => None,
        }
    }

    pub(super) fn frame_mut(&mut self) -> Option<&mut Frame> {
        match self {
            Self::Connect { frame, .. } | Self::Upload { frame, .. } => Some(frame),
            Self::Collect { behind, .. } | Self::HandingOff { behind, .. } => behind.as_mut(),
            Self::Waiting | Self::HandedOver { .. } | Self::Done(_) => None,
        }
    }
}

/// A frame of the provider. A new ticket is a new frame, so messages of the old one are nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its ticket.
    pub ticket: Ticket,
    /// What is open in it.
    pub address: Address,
    /// Whether it said something.
    pub voice: Voice,
}

/// Whether a frame said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Not yet.
    Awaited,
    /// Not for long: it may be empty, which a page can't see.
    Silent,
    /// It did.
    Heard,
}

impl Frame {
    pub(super) fn new(ticket: Ticket, address: Address) -> Self {
        Self { ticket, address, voice: Voice::Awaited }
    }

    pub(super) fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == ticket && self.address == Address::AwaitingToken
    }

    /// Whether it could not be opened.
    pub fn has_failed(&self) -> bool {
        self.address == Address::Failed
    }
}

/// The address of a frame.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// The host is asked for a token first.
    AwaitingToken,
    /// Open.
    Open(String),
    /// No token came.
    Failed,
}

impl std::fmt::Debug for Address {
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
#[expect(missing_docs, reason = "the ticket of the answer, and the address that it is about")]
pub enum HandingOff {
    /// A token from the host.
    AwaitingToken(Ticket),
    /// The host's word on the hand-off.
    AwaitingHost { ticket: Ticket, url: String },
}

/// What files are picked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To be uploaded after this offer.
    Upload(Offer),
    /// To be put into the Dashboard by staff.
    Dashboard,
}

/// An offer to upload documents.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "why, and for whom")]
pub struct Offer {
    pub reason: Reason,
    pub institution: Option<Institution>,
}

impl Serialize for Offer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("reason", self.reason.as_str())?;
        if let Reason::Error(code) = &self.reason {
            map.serialize_entry("code", code)?;
        }
        if let Some(institution) = &self.institution {
            map.serialize_entry("institution", institution.as_str())?;
        }
        map.end()
    }
}

/// Why upload is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It stands beside bank linking.
    Primary,
    /// Bank linking failed with this code.
    Error(ErrorCode),
    /// The host asked for it.
    Forced,
    /// The person said that the institution is not listed.
    NotListed,
    /// Nothing was heard from Connect for a while.
    Inactivity,
}

impl Reason {
    /// The word for it in `upload-offer`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Error(_) => "error",
            Self::Forced => "forced",
            Self::NotListed => "not-listed",
            Self::Inactivity => "inactivity",
        }
    }
}
