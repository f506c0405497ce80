//! The name of an institution, as the provider writes it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// RFC 3986's unreserved characters stay; everything else is encoded, the slash included.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Longer names are not institutions; the bound keeps a hostile message from growing an address.
const MAX_CHARS: usize = 1000;

/// The name of an institution that can stand in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution(String);

/// Why a name was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the name of an institution as Flinks writes it: up to 1,000 characters, no control characters, not '.' or '..'"
)]
pub struct InstitutionError;

impl Institution {
    /// Takes a name as it is written; only white space around it is dropped.
    ///
    /// # Errors
    /// Blank names, control characters, more than 1,000 characters, and `.` and `..`, which every browser would take
    /// for a step in the path however they are encoded.
    pub fn new(name: &str) -> Result<Self, InstitutionError> {
        let name = name.trim();
        let refused = name.is_empty()
            || matches!(name, "." | "..")
            || name.chars().any(char::is_control)
            || name.chars().count() > MAX_CHARS;
        if refused { Err(InstitutionError) } else { Ok(Self(name.to_owned())) }
    }

    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as one segment of a path.
    pub fn path_segment(&self) -> String {
        utf8_percent_encode(&self.0, SEGMENT).to_string()
    }
}
