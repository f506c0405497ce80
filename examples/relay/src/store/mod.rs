//! Uploads and their events, in SQLite or PostgreSQL. The only personal data are the provider's ids.

use crate::{
    clock,
    secret::{Secret, UploadId},
    status,
};
use connections::Connections;
use flinks_upload::core::results::status::UploadStatus;
use sqlx::{Row, any::AnyRow};
use tokio::sync::broadcast;

mod connections;
mod heartbeat;
mod polling;
mod schema;

/// The channel of PostgreSQL on which instances notify each other of changes.
pub const CHANNEL: &str = "flinks_upload_relay";
/// How many changes a stream may lag behind; after more it queries the database once for all of them.
const MAX_UNREAD_CHANGES: usize = 256;

const SQLITE_ADVANCE: &str =
    "UPDATE uploads SET level = $2, seq = seq + 1, advanced_at = $6, proven = CASE WHEN $3 <> '' THEN $5 ELSE proven END,
     request_id = COALESCE(NULLIF($3, ''), request_id), login_id = COALESCE(NULLIF($4, ''), login_id)
     WHERE upload = $1 AND level < $2";
/// The notification is sent to every instance, this one included, when the statement is committed.
const POSTGRES_ADVANCE: &str = "WITH advanced AS (
     UPDATE uploads SET level = $2, seq = seq + 1, advanced_at = $6, proven = CASE WHEN $3 <> '' THEN $5 ELSE proven END,
     request_id = COALESCE(NULLIF($3, ''), request_id), login_id = COALESCE(NULLIF($4, ''), login_id)
     WHERE upload = $1 AND level < $2 RETURNING upload, seq
     ), stored AS (INSERT INTO events (upload, seq, level, at) SELECT upload, seq, $2, $6 FROM advanced)
     SELECT pg_notify('flinks_upload_relay', upload) FROM advanced";

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

/// The longest id of the provider; a GUID has 36 characters. In bytes.
const MAX_ID_BYTES: usize = 64;

impl ProviderIds {
    /// Whether a text can be an id: letters, digits and hyphens.
    pub fn is_id(text: &str) -> bool {
        (1..=MAX_ID_BYTES).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }

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
    connections: Connections,
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
        let is_postgres = !url.starts_with("sqlite:");
        let connections = Connections::open(url, is_postgres).await?;
        Ok(Self { connections, is_postgres, changes: broadcast::channel(MAX_UNREAD_CHANGES).0 })
    }

    /// Whether several instances can share it, and notify each other.
    pub fn is_shared(&self) -> bool {
        self.is_postgres
    }

    /// Stores a new upload and the hash of its cookie.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn create(&self, upload: &UploadId, cookie: &Secret) -> Result<(), sqlx::Error> {
        let insert = sqlx::query(
            "INSERT INTO uploads (upload, cookie, began_at, tick) VALUES ($1, $2, $3, (SELECT tick FROM heartbeat))",
        );
        let insert = insert.bind(upload.as_str()).bind(cookie.hash()).bind(clock::now());
        self.connections.write(insert).await.map(drop)
    }

    /// Whether this is the cookie of the upload.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn owns(&self, upload: &UploadId, cookie: &Secret) -> Result<bool, sqlx::Error> {
        let row = sqlx::query("SELECT 1 FROM uploads WHERE upload = $1 AND cookie = $2");
        Ok(row.bind(upload.as_str()).bind(cookie.hash()).fetch_optional(&self.connections.readers).await?.is_some())
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
        // The event is stored by the same statement: by the trigger, or by its second part. The update locks the row, so that
        // no two events get the same number.
        let advance = if self.is_postgres { POSTGRES_ADVANCE } else { SQLITE_ADVANCE };
        let advance = sqlx::query(advance).bind(upload.as_str()).bind(level).bind(&ids.request).bind(&ids.login);
        let advance = advance.bind(i64::from(ids.verified)).bind(clock::now());
        let advanced = self.connections.write(advance).await?;
        // On another connection: what it can read is committed, whatever the first one believes.
        let row = sqlx::query("SELECT level FROM uploads WHERE upload = $1").bind(upload.as_str());
        let Some(row) = row.fetch_optional(&self.connections.readers).await? else { return Ok(false) };
        if row.try_get::<i64, _>(0)? < level {
            return Err(not_stored());
        }
        if advanced > 0 && !self.is_postgres {
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
        self.connections.write(update.bind(upload.as_str()).bind(clock::now())).await.map(drop)
    }

    /// The events of an upload after this number, in order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn events_after(&self, upload: &UploadId, seq: i64) -> Result<Vec<StatusEvent>, sqlx::Error> {
        let rows = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 AND seq > $2 ORDER BY seq");
        rows.bind(upload.as_str()).bind(seq).fetch_all(&self.connections.readers).await?.iter().map(event).collect()
    }

    /// The newest event of an upload.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn newest(&self, upload: &UploadId) -> Result<Option<StatusEvent>, sqlx::Error> {
        let row = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 ORDER BY seq DESC LIMIT 1");
        row.bind(upload.as_str()).fetch_optional(&self.connections.readers).await?.as_ref().map(event).transpose()
    }

    /// The provider's ids of an upload.
    ///
    /// # Errors
    /// If the database fails, or has no such upload.
    pub async fn provider_ids(&self, upload: &UploadId) -> Result<ProviderIds, sqlx::Error> {
        let row = sqlx::query("SELECT request_id, login_id, proven FROM uploads WHERE upload = $1");
        let row = row.bind(upload.as_str()).fetch_one(&self.connections.readers).await?;
        let verified = row.try_get::<i64, _>(2)? != 0;
        Ok(ProviderIds { request: row.try_get(0)?, login: row.try_get(1)?, verified })
    }
}

/// A write that another connection does not see.
fn not_stored() -> sqlx::Error {
    sqlx::Error::Protocol("a write is not there".to_owned())
}

fn event(row: &AnyRow) -> Result<StatusEvent, sqlx::Error> {
    let status = status::from_level(row.try_get(1)?).ok_or(sqlx::Error::RowNotFound)?;
    Ok(StatusEvent { seq: row.try_get(0)?, status, at: row.try_get(2)? })
}
