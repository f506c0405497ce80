//! What the page's developer should know: the `detail` of `upload-error`.

use crate::core::{files::intake::MAX_PICKED_FILES, schema::Word};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// The longest part of an invalid value that an error quotes, in characters.
const MAX_QUOTED_CHARS: usize = 120;

macro_rules! upload_errors {
    ($(
        $(#[doc = $doc:literal])+
        #[error($message:literal)]
        $Variant:ident = $code:literal { $($(#[doc = $field_doc:literal])+ $field:ident: $Type:ty,)* }
    )+) => {
        /// Something that the page's developer should know. It never holds a token, a login id or a file's name.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        pub enum UploadError {
            $($(#[doc = $doc])+ #[error($message)] $Variant { $($(#[doc = $field_doc])+ $field: $Type,)* },)+
        }

        impl UploadError {
            /// Every code with its documentation.
            pub const SCHEMA: &'static [Word] = &[$(Word { text: $code, docs: &[$($doc),+] },)+];

            /// The stable code by which hosts tell errors apart.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$Variant { .. } => $code,)+
                }
            }
        }
    };
}

upload_errors! {
    /// An attribute or property has an invalid value.
    #[error("`{attribute}` expects {expected}, got '{received}'")]
    InvalidAttribute = "invalid-attribute" {
        /// Its name.
        attribute: &'static str,
        /// What was expected.
        expected: String,
        /// What was received, truncated.
        received: String,
    }

    /// A required attribute is missing.
    #[error("`{attribute}` is missing: {expected}")]
    MissingAttribute = "missing-attribute" {
        /// Its name.
        attribute: &'static str,
        /// What was expected.
        expected: String,
    }

    /// `getAuthorizeToken` failed, took longer than 30 seconds, or returned no token.
    #[error("`getAuthorizeToken` expects a promise of a token, got {received}")]
    TokenFailed = "authorize-token-failed" {
        /// What was received, without the token itself.
        received: String,
    }

    /// Your server refused the stream of `status-url`.
    #[error("`status-url` expects an event stream, got {received}")]
    StatusRefused = "status-refused" {
        /// What was received.
        received: String,
    }

    /// Connect posted no message for 20 seconds after it was opened: it is blocked, offline or slow.
    #[error("Connect posted no message within {seconds} s of being opened; is it blocked by a policy, or offline?")]
    ConnectSilent = "connect-silent" {
        /// For how many seconds.
        seconds: u32,
    }

    /// Connect is silent and your page is cross-origin isolated: its `Cross-Origin-Embedder-Policy` blocks frames that do not opt in.
    #[error("`Cross-Origin-Embedder-Policy` expects an opt-in that Connect may not send, got no message; set `{attribute}=\"on\"` or leave the policy out")]
    FrameIsolated = "frame-isolated" {
        /// The attribute that helps.
        attribute: &'static str,
    }

    /// More files were picked, dropped or added than are taken in, such as a folder of thousands; the rest was left out.
    #[error("at most {limit} files are taken in, got more; the rest was left out")]
    TooManyPicked = "too-many-picked" {
        /// How many files are taken in.
        limit: u32,
    }

    /// Some files or folders that were dropped or pasted could not be read, or there were more than 500 folders; the rest was added.
    #[error("readable files, in at most 500 folders, are taken in; others were left out")]
    FilesLeftOut = "files-left-out" {}
}

impl UploadError {
    /// An attribute with an invalid value, which is truncated: at some length, and after the first `=`. What follows that in an
    /// address or a query string may be a token or an id.
    pub fn invalid(attribute: &'static str, expected: &(impl ToString + ?Sized), received: &str) -> Self {
        Self::InvalidAttribute { attribute, expected: expected.to_string(), received: truncate(received) }
    }

    /// More files than a batch holds.
    pub fn too_many_picked() -> Self {
        Self::TooManyPicked { limit: u32::try_from(MAX_PICKED_FILES).unwrap_or(u32::MAX) }
    }

    /// Whether it is about the files that were picked last.
    pub(crate) fn is_about_pick(&self) -> bool {
        matches!(self, Self::TooManyPicked { .. } | Self::FilesLeftOut { .. })
    }

    /// The attribute or property that the error is about.
    pub fn attribute(&self) -> Option<&'static str> {
        match self {
            Self::InvalidAttribute { attribute, .. }
            | Self::MissingAttribute { attribute, .. }
            | Self::FrameIsolated { attribute } => Some(attribute),
            Self::TokenFailed { .. } => Some("getAuthorizeToken"),
            Self::StatusRefused { .. } => Some("status-url"),
            Self::ConnectSilent { .. } | Self::TooManyPicked { .. } | Self::FilesLeftOut { .. } => None,
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::InvalidAttribute { expected, .. } | Self::MissingAttribute { expected, .. } => expected.clone(),
            Self::TokenFailed { .. } => "a promise of a token".to_owned(),
            Self::StatusRefused { .. } => "an event stream".to_owned(),
            Self::ConnectSilent { .. } | Self::FrameIsolated { .. } => "a message of Connect".to_owned(),
            Self::TooManyPicked { limit } => format!("at most {limit} files"),
            Self::FilesLeftOut {} => "readable files, in at most 500 folders".to_owned(),
        }
    }

    fn received(&self) -> &str {
        match self {
            Self::InvalidAttribute { received, .. }
            | Self::TokenFailed { received }
            | Self::StatusRefused { received } => received,
            Self::MissingAttribute { .. } | Self::ConnectSilent { .. } | Self::FrameIsolated { .. } => "nothing",
            Self::TooManyPicked { .. } => "more",
            Self::FilesLeftOut { .. } => "others",
        }
    }
}

/// Cuts a text off after its first `=`, and a long one between two characters, and marks the cut.
fn truncate(text: &str) -> String {
    let long = text.char_indices().nth(MAX_QUOTED_CHARS).map_or(text.len(), |(end, _)| end);
    let end = text.find('=').map_or(long, |at| long.min(at + 1));
    match text.get(..end) {
        Some(start) if end < text.len() => format!("{start}…"),
        _ => text.to_owned(),
    }
}

impl Serialize for UploadError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("message", &self.to_string())?;
        if let Some(attribute) = self.attribute() {
            map.serialize_entry("attribute", attribute)?;
        }
        map.serialize_entry("expected", &self.expected())?;
        map.serialize_entry("received", self.received())?;
        map.end()
    }
}

#[cfg(test)]
mod tests;
