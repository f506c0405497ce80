//! What polling for lost webhooks needs to know of uploads: which are overdue, and who polls.

use super::Store;
use crate::{clock, secret::UploadId, status};
use flinks_upload::core::results::status::UploadStatus;
use sqlx::Row;

/// The most uploads that one round polls for.
const MAX_OVERDUE: i64 = 100;

impl Store {
    /// Uploads whose webhook seems to be lost: submitted in this span, without a result, and not polled for since. Times are
    /// in milliseconds since 1970. With each, whether it was never polled for.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn overdue(
        &self,
        submitted_after: i64,
        submitted_before: i64,
        polled_before: i64,
    ) -> Result<Vec<(UploadId, bool)>, sqlx::Error> {
        let rows = sqlx::query(
            "SELECT upload, asked_at FROM uploads WHERE level < $1 AND request_id <> ''
             AND handed_at > $2 AND handed_at <= $3 AND asked_at <= $4 ORDER BY asked_at LIMIT $5",
        );
        let rows = rows.bind(status::level(&UploadStatus::Failed)).bind(submitted_after).bind(submitted_before);
        let rows = rows.bind(polled_before).bind(MAX_OVERDUE).fetch_all(&self.connections.readers).await?;
        let upload =
            |row: &sqlx::any::AnyRow| Ok((UploadId::from_stored(row.try_get(0)?), row.try_get::<i64, _>(1)? == 0));
        rows.iter().map(upload).collect()
    }

    /// Claims the next poll for this instance; false if another instance was faster.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn claim_poll(&self, upload: &UploadId, polled_before: i64) -> Result<bool, sqlx::Error> {
        let claim = sqlx::query("UPDATE uploads SET asked_at = $2 WHERE upload = $1 AND asked_at <= $3");
        let claim = claim.bind(upload.as_str()).bind(clock::now()).bind(polled_before);
        Ok(self.connections.write(claim).await? == 1)
    }

    /// Deletes the request id that the browser named, because it is not this upload's: without one there is no polling.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stop_polling(&self, upload: &UploadId) -> Result<(), sqlx::Error> {
        let clear = sqlx::query("UPDATE uploads SET request_id = '' WHERE upload = $1 AND proven = 0");
        self.connections.write(clear.bind(upload.as_str())).await.map(drop)
    }
}
