//! What is told of an upload.
//!
//! Webhooks repeat and come out of order, so the status of an upload is the highest that was ever reported: whatever
//! the order, the end is the same.

use flinks_upload::core::{
    connect::error_code::ErrorCode,
    results::accounts::{Notice, Outcome},
};
use serde::Serialize;

/// From "the documents were handed over" to "the accounts are there", in the order in which they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The browser said that the documents were handed over.
    Received,
    /// Flinks said that it is working on them.
    Processing,
    /// Flinks could not process them.
    Failed,
    /// Somebody should look: another error, or no account in them.
    NeedsAttention,
    /// The accounts are there; also if an attempt before had failed.
    Ready,
}

impl Status {
    /// All of them, lowest first.
    pub const ALL: [Self; 5] = [Self::Received, Self::Processing, Self::Failed, Self::NeedsAttention, Self::Ready];

    /// How it is stored; 0 is an upload of which nothing is known yet.
    pub fn level(self) -> i64 {
        self as i64 + 1
    }

    /// Reads what was stored.
    pub fn of_level(level: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.level() == level)
    }

    /// What a webhook or an answer says; nothing if it is about something else.
    pub fn of(notice: &Notice) -> Option<Self> {
        match &notice.outcome {
            Outcome::Ready(0) => Some(Self::NeedsAttention),
            Outcome::Ready(_) => Some(Self::Ready),
            Outcome::Pending => Some(Self::Processing),
            Outcome::Failed(ErrorCode::DocumentProcessingFailed) => Some(Self::Failed),
            Outcome::Failed(_) => Some(Self::NeedsAttention),
            // The holder's name alone is no result, and a fraud alert is for the Dashboard, not for the applicant.
            Outcome::Other(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flinks_upload::core::results::accounts::read_notice;

    #[test]
    fn every_status_reads_back_from_how_it_is_stored() {
        for status in Status::ALL {
            assert_eq!(Status::of_level(status.level()), Some(status));
        }
        assert_eq!((Status::of_level(0), Status::of_level(6)), (None, None));
    }

    #[test]
    fn each_notice_has_its_status() {
        let of = |body: &str| Status::of(&read_notice(body.as_bytes(), 200).unwrap());
        assert_eq!(of(r#"{"Accounts":[{}]}"#), Some(Status::Ready));
        assert_eq!(of(r#"{"Accounts":[]}"#), Some(Status::NeedsAttention));
        assert_eq!(of(r#"{"HttpStatusCode":202}"#), Some(Status::Processing));
        assert_eq!(of(r#"{"FlinksCode":"Document_Processing_Failed"}"#), Some(Status::Failed));
        assert_eq!(of(r#"{"FlinksCode":"AGGREGATION_ERROR"}"#), Some(Status::NeedsAttention));
        assert_eq!(of(r#"{"ResponseType":"KYC"}"#), None);
        assert_eq!(of(r#"{"ResponseType":"FraudAlert"}"#), None);
    }

    #[test]
    fn a_status_is_told_in_words() {
        let words = serde_json::to_string(&Status::ALL).unwrap();
        assert_eq!(words, r#"["received","processing","failed","needs-attention","ready"]"#);
    }
}
