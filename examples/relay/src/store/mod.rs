//! Uploads and their events, in SQLite or PostgreSQL. The only personal data are the provider's ids.

use crate::{
    clock,
    secret::{Secret, UploadId},
    status,
};
use flinks_upload::core::results::status::UploadStatus;
use sqlx::{
    AnyPool, Row,
    any::{AnyPoolOptions, AnyRow},
    pool::PoolOptions,
};
use std::time::Duration;
use tokio::sync::broadcast;

mod polling;
mod schema;

/// The channel of PostgreSQL on which instances notify each other of changes.
pub const CHANNEL: &str = "flinks_upload_relay";
/// The most connections to the database at the same time.
const MAX_CONNECTIONS: u32 = 8;
/// How long a request waits for a connection.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(5);
/// How many changes a stream may lag behind; after more it queries the database once for all of them.
const MAX_UNREAD_CHANGES: usize = 256;

/// A change of the status of an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEvent {
    /// The number of the event within its upload, from 1.
    pub seq: i64,
    /// The new status.
    pub status: UploadStatus,
    /// When it was stored, in milliseconds since 1970.
    pub at: i64,
}

/// The provider's ids of an upload; empty where there is none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProviderIds {
    /// The id of the request; it expires.
    pub request: String,
    /// The id of the login; it does not expire.
    pub login: String,
    /// Whether they came in a signed webhook, or with the upload's tag, rather than from the browser alone.
    pub verified: bool,
}

impl ProviderIds {
    /// Whether a response to a request with these ids may be shown for the upload. Ids that came in a signed webhook are the
    /// upload's. One that the browser named may be anyone's, so the response must have the upload's tag. A response with
    /// another tag is refused in any case.
    pub fn allow_response(&self, upload: &UploadId, echoed_tag: Option<&str>) -> bool {
        match echoed_tag {
            Some(tag) => Secret::parse(tag).is_some_and(|tag| UploadId::from_tag(&tag) == *upload),
            None => self.verified,
        }
    }
}

/// The database.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    is_postgres: bool,
    /// Sends the upload that changed; `None` for any of them.
    pub changes: broadcast::Sender<Option<UploadId>>,
}

impl Store {
    /// Opens the database, and creates the tables if there are none.
    ///
    /// # Errors
    /// If the database can't be opened.
    pub async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let is_postgres = !url.starts_with("sqlite:");
        let options: AnyPoolOptions =
            PoolOptions::new().max_connections(MAX_CONNECTIONS).acquire_timeout(CONNECTION_TIMEOUT);
        let options = if is_postgres {
            options
        } else {
            options.after_connect(|connection, _| Box::pin(schema::configure(connection)))
        };
        let pool = options.connect(url).await?;
        schema::create(&pool, is_postgres).await?;
        Ok(Self { pool, is_postgres, changes: broadcast::channel(MAX_UNREAD_CHANGES).0 })
    }

    /// Whether several instances can share it, and notify each other.
    pub fn is_shared(&self) -> bool {
        self.is_postgres
    }

    /// Checks that the database answers.
    ///
    /// # Errors
    /// If it does not.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        sqlx::query("SELECT 1").execute(&self.pool).await.map(drop)
    }

    /// Stores a new upload and the hash of its cookie.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn create(&self, upload: &UploadId, cookie: &Secret) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO uploads (upload, cookie, began_at) VALUES ($1, $2, $3)")
            .bind(upload.as_str())
            .bind(cookie.hash())
            .bind(clock::now())
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Whether this is the cookie of the upload.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn owns(&self, upload: &UploadId, cookie: &Secret) -> Result<bool, sqlx::Error> {
        let row = sqlx::query("SELECT 1 FROM uploads WHERE upload = $1 AND cookie = $2");
        Ok(row.bind(upload.as_str()).bind(cookie.hash()).fetch_optional(&self.pool).await?.is_some())
    }

    /// Advances the status of an upload, and stores the ids with it; a status that is not higher changes nothing. Returns
    /// once that is on disk: whether there is such an upload.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn advance_status(
        &self,
        upload: &UploadId,
        status: &UploadStatus,
        ids: &ProviderIds,
    ) -> Result<bool, sqlx::Error> {
        let level = status::level(status);
        let mut transaction = self.pool.begin().await?;
        // The update locks the row, so that no two events get the same number.
        let advanced = sqlx::query(
            "UPDATE uploads SET level = $2, seq = seq + 1, proven = CASE WHEN $3 <> '' THEN $5 ELSE proven END,
             request_id = COALESCE(NULLIF($3, ''), request_id), login_id = COALESCE(NULLIF($4, ''), login_id)
             WHERE upload = $1 AND level < $2 RETURNING seq",
        )
        .bind(upload.as_str())
        .bind(level)
        .bind(&ids.request)
        .bind(&ids.login)
        .bind(i64::from(ids.verified))
        .fetch_optional(&mut *transaction)
        .await?;
        let Some(advanced) = advanced else {
            let known = sqlx::query("SELECT 1 FROM uploads WHERE upload = $1").bind(upload.as_str());
            return Ok(known.fetch_optional(&mut *transaction).await?.is_some());
        };
        sqlx::query("INSERT INTO events (upload, seq, level, at) VALUES ($1, $2, $3, $4)")
            .bind(upload.as_str())
            .bind(advanced.try_get::<i64, _>(0)?)
            .bind(level)
            .bind(clock::now())
            .execute(&mut *transaction)
            .await?;
        if self.is_postgres {
            // Sent to every instance, this one included, when the transaction is committed.
            let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(upload.as_str());
            notify.execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        if !self.is_postgres {
            // Fails only if no stream is open.
            let _ = self.changes.send(Some(upload.clone()));
        }
        Ok(true)
    }

    /// Stores that the documents were handed over, and the request id, if the page knows it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mark_submitted(&self, upload: &UploadId, request: &str) -> Result<(), sqlx::Error> {
        let ids = ProviderIds { request: request.to_owned(), ..ProviderIds::default() };
        self.advance_status(upload, &UploadStatus::Received, &ids).await?;
        let update = sqlx::query("UPDATE uploads SET handed_at = $2 WHERE upload = $1 AND handed_at = 0");
        update.bind(upload.as_str()).bind(clock::now()).execute(&self.pool).await.map(drop)
    }

    /// The events of an upload after this number, in order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn events_after(&self, upload: &UploadId, seq: i64) -> Result<Vec<StatusEvent>, sqlx::Error> {
        let rows = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 AND seq > $2 ORDER BY seq");
        rows.bind(upload.as_str()).bind(seq).fetch_all(&self.pool).await?.iter().map(event).collect()
    }

    /// The newest event of an upload.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn newest(&self, upload: &UploadId) -> Result<Option<StatusEvent>, sqlx::Error> {
        let row = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 ORDER BY seq DESC LIMIT 1");
        row.bind(upload.as_str()).fetch_optional(&self.pool).await?.as_ref().map(event).transpose()
    }

    /// The provider's ids of an upload.
    ///
    /// # Errors
    /// If the database fails, or has no such upload.
    pub async fn provider_ids(&self, upload: &UploadId) -> Result<ProviderIds, sqlx::Error> {
        let row = sqlx::query("SELECT request_id, login_id, proven FROM uploads WHERE upload = $1");
        let row = row.bind(upload.as_str()).fetch_one(&self.pool).await?;
        let verified = row.try_get::<i64, _>(2)? != 0;
        Ok(ProviderIds { request: row.try_get(0)?, login: row.try_get(1)?, verified })
    }

    /// Deletes uploads that began before this time, in milliseconds since 1970. Returns how many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn purge(&self, before: i64) -> Result<u64, sqlx::Error> {
        let events = "DELETE FROM events WHERE upload IN (SELECT upload FROM uploads WHERE began_at < $1)";
        sqlx::query(events).bind(before).execute(&self.pool).await?;
        let uploads = sqlx::query("DELETE FROM uploads WHERE began_at < $1").bind(before);
        Ok(uploads.execute(&self.pool).await?.rows_affected())
    }
}

fn event(row: &AnyRow) -> Result<StatusEvent, sqlx::Error> {
    let status = status::from_level(row.try_get(1)?).ok_or(sqlx::Error::RowNotFound)?;
    Ok(StatusEvent { seq: row.try_get(0)?, status, at: row.try_get(2)? })
}
