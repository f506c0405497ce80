//! The status of an upload after the hand-off, as the host's server tells it.
//!
//! It decides which words are a status and which of them are final. It never promises a time: the provider publishes
//! anything from minutes to hours.
//!
//! Source: the words and the shape of an update are this project's own. `examples/relay` sends them; which response of the
//! provider leads to which status is decided in `results::accounts::classify`.

use crate::core::string_enum::string_enum;
use serde::Serialize;

/// The longest `status` or `at` that is accepted, in bytes.
const MAX_FIELD_BYTES: usize = 64;

string_enum! {
    /// The status of an upload after the hand-off.
    pub enum UploadStatus {
        /// The documents were handed over.
        Received = "received",
        /// The provider is reading them.
        Processing = "processing",
        /// The accounts can be fetched.
        Ready = "ready",
        /// The lender has to look at the documents, or ask the person.
        NeedsAttention = "needs-attention",
        /// The documents could not be read; others may help.
        Failed = "failed",
    }
}

impl UploadStatus {
    /// Whether the component stops listening after this status.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Ready | Self::Failed)
    }
}

/// An update that the host's server sent: the `detail` of `upload-status`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusUpdate {
    /// The new status.
    pub status: UploadStatus,
    /// Since when, as the server wrote it. `examples/relay` writes RFC 3339, but any text is passed on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

impl StatusUpdate {
    /// Reads an update from the fields of an event's data; `field` gives a field's text, or `None` where it has none.
    /// Without a status, or with one of more than 64 bytes, there is no update.
    ///
    /// ```
    /// use flinks_upload::core::results::status::{StatusUpdate, UploadStatus};
    /// let update = StatusUpdate::from_fields(|name| (name == "status").then(|| "ready".to_owned()));
    /// assert_eq!(update.map(|update| update.status), Some(UploadStatus::Ready));
    /// ```
    pub fn from_fields(mut field: impl FnMut(&str) -> Option<String>) -> Option<Self> {
        let mut short = |name| field(name).filter(|text| !text.trim().is_empty() && text.len() <= MAX_FIELD_BYTES);
        Some(Self { status: UploadStatus::from_text(short("status")?.trim()), at: short("at") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: &str, at: &str) -> Option<StatusUpdate> {
        StatusUpdate::from_fields(|name| match name {
            "status" => Some(status.to_owned()),
            "at" => Some(at.to_owned()),
            _ => None,
        })
    }

    #[test]
    fn every_status_is_told_by_its_word_and_others_are_kept_as_they_came() {
        let words = ["received", "processing", "ready", "needs-attention", "failed"];
        assert_eq!(UploadStatus::KNOWN.iter().map(UploadStatus::as_str).collect::<Vec<_>>(), words);
        for word in words {
            assert!(UploadStatus::KNOWN.contains(&read(word, "").unwrap().status));
        }
        assert_eq!(read("on-holiday", "").unwrap().status, UploadStatus::Unknown("on-holiday".into()));
    }

    #[test]
    fn only_ready_and_failed_are_the_end() {
        let last: Vec<_> = UploadStatus::KNOWN.iter().filter(|status| status.is_final()).collect();
        assert_eq!(last, [&UploadStatus::Ready, &UploadStatus::Failed]);
        assert!(!UploadStatus::Unknown("done".into()).is_final());
    }

    #[test]
    fn what_names_no_status_is_no_news() {
        assert_eq!(StatusUpdate::from_fields(|_| None), None);
        assert_eq!(read("  ", ""), None);
        assert_eq!(read(&"x".repeat(65), ""), None);
    }

    #[test]
    fn the_detail_has_a_status_and_the_time_if_there_is_one() {
        let news = read("ready", "2026-11-23T10:00:00Z").unwrap();
        assert_eq!(
            serde_json::to_value(news).unwrap(),
            serde_json::json!({"status": "ready", "at": "2026-11-23T10:00:00Z"})
        );
        assert_eq!(serde_json::to_value(read("failed", "").unwrap()).unwrap(), serde_json::json!({"status": "failed"}));
    }
}
