//! The order of the statuses of an upload, and how they are stored.
//!
//! Webhooks repeat and arrive out of order, so the status of an upload is the highest that was ever reported: whatever the
//! order, the result is the same. Which response leads to which status is the crate's decision
//! (`ResponseKind::upload_status`), so that the relay and the page agree.

use flinks_upload::core::results::status::UploadStatus;

/// From the lowest to the highest. `ready` is above `failed`, because another attempt with other documents may succeed.
pub const ORDER: [UploadStatus; 5] = [
    UploadStatus::Received,
    UploadStatus::Processing,
    UploadStatus::Failed,
    UploadStatus::NeedsAttention,
    UploadStatus::Ready,
];

/// The number under which a status is stored and compared, from 1; 0 for an upload without a status, and for a status
/// that is not in the order.
pub fn level(status: &UploadStatus) -> i64 {
    ORDER.iter().zip(1..).find_map(|(one, level)| (one == status).then_some(level)).unwrap_or_default()
}

/// The status that was stored under this number.
pub fn from_level(level: i64) -> Option<UploadStatus> {
    ORDER.into_iter().zip(1..).find_map(|(status, one)| (one == level).then_some(status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flinks_upload::core::results::accounts::read_notification;
    use serde_json::Value;

    #[test]
    fn every_status_of_the_crate_has_a_level_and_reads_back_from_it() {
        for status in UploadStatus::KNOWN {
            assert_eq!(from_level(level(status)).as_ref(), Some(status));
        }
        assert_eq!((from_level(0), from_level(6)), (None, None));
        assert_eq!(level(&UploadStatus::Unknown("done".to_owned())), 0);
    }

    /// The table that also holds the core and the page (`tests/node/accounts.test.mjs`).
    #[test]
    fn each_notification_has_the_status_of_the_table() {
        let cases: Vec<Value> = serde_json::from_str(include_str!("../../../tests/account_responses.json")).unwrap();
        assert!(cases.len() > 50);
        for case in cases {
            let http_status = case["httpStatus"].as_u64().map_or(200, |status| status.try_into().unwrap());
            let status =
                read_notification(case["body"].to_string().as_bytes(), http_status).unwrap().kind.upload_status();
            assert_eq!(status.as_ref().map(UploadStatus::as_str), case["uploadStatus"].as_str(), "{}", case["name"]);
        }
    }
}
