//! An offer to upload documents instead of linking the bank, and why it is made.

use super::connect::{address::Institution, error_code::FallbackCode};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// An offer to upload documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Why it is made.
    pub reason: Reason,
    /// The institution that it is for, if one is known.
    pub institution: Option<Institution>,
}

impl Serialize for Offer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("reason", self.reason.as_str())?;
        if let Reason::Error(code) = &self.reason {
            map.serialize_entry("code", code.as_str())?;
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
    Error(FallbackCode),
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
