//! Texts that must not get into logs.

use serde::Serialize;
use std::{fmt, ops::Deref};

/// A text that must not get into a log: a token, an id at Flinks, or an address that may hold one of them. Its `Debug` form is
/// blank, and so is that of whatever holds it. It has no `Display`; who needs the text takes it as a `&str`.
///
/// ```
/// use flinks_upload::core::redacted::Redacted;
/// let login_id = Redacted::from("5e115eac-1209-4f19-641c-08d6d484e2fe");
/// assert_eq!(format!("{login_id:?}"), "…");
/// assert_eq!(login_id.as_str().len(), 36);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Redacted(String);

impl Redacted {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

impl Deref for Redacted {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Redacted {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Redacted {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl PartialEq<str> for Redacted {
    fn eq(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl PartialEq<&str> for Redacted {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

/// Implements `Debug` for structs that hold names or numbers of people: only the fields that are listed are written.
macro_rules! partial_debug {
    ($($Name:ident { $($field:ident),* })+) => {
        $(impl std::fmt::Debug for $Name {
            /// Without what must not get into a log.
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(stringify!($Name))$(.field(stringify!($field), &self.$field))*.finish_non_exhaustive()
            }
        })+
    };
}

pub(crate) use partial_debug;

#[cfg(test)]
mod tests;
