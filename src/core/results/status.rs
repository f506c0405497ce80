//! What the host's server says of an upload once the provider has told it, by webhook.
//!
//! Source: the shape is this project's own; `examples/relay` sends it. Times are the host's to promise, not ours: the
//! provider publishes anything from minutes to hours.

use crate::core::string_enum::string_enum;
use serde::Serialize;

/// Longer values are no status. In bytes.
const LONGEST: usize = 64;

string_enum! {
    /// How far an upload is.
    pub enum Status {
        /// The documents are there.
        Received = "received",
        /// They are being read.
        Processing = "processing",
        /// The results are there.
        Ready = "ready",
        /// The lender has to look, or to ask.
        NeedsAttention = "needs-attention",
        /// The documents could not be read.
        Failed = "failed",
    }
}

impl Status {
    /// Whether nothing more will come.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Ready | Self::Failed)
    }
}

/// What the stream said: the `detail` of `upload-status`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusUpdate {
    /// How far the upload is.
    pub status: Status,
    /// When that became so, as the server wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

impl StatusUpdate {
    /// Reads the fields of an event's data; `None` if it names no status.
    pub fn from_fields(mut field: impl FnMut(&str) -> Option<String>) -> Option<Self> {
        let mut short = |name| field(name).filter(|text| !text.trim().is_empty() && text.len() <= LONGEST);
        Some(Self { status: Status::from_text(short("status")?.trim()), at: short("at") })
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
        assert_eq!(Status::KNOWN.iter().map(Status::as_str).collect::<Vec<_>>(), words);
        for word in words {
            assert!(Status::KNOWN.contains(&read(word, "").unwrap().status));
        }
        assert_eq!(read("on-holiday", "").unwrap().status, Status::Unknown("on-holiday".into()));
    }

    #[test]
    fn only_ready_and_failed_are_the_end() {
        let last: Vec<_> = Status::KNOWN.iter().filter(|status| status.is_final()).collect();
        assert_eq!(last, [&Status::Ready, &Status::Failed]);
        assert!(!Status::Unknown("done".into()).is_final());
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
