//! Uploads and what happened to them, in SQLite or PostgreSQL. Of a person nothing is stored but the provider's ids.

use crate::{clock, secret::Key, status::Status};
use sqlx::{
    AnyPool, Row,
    any::{AnyPoolOptions, AnyRow},
    pool::PoolOptions,
};
use std::time::Duration;
use tokio::sync::broadcast;

mod schema;

/// The channel of PostgreSQL on which instances tell each other what changed.
pub const CHANNEL: &str = "flinks_upload_relay";

/// Something that happened to an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Counts the events of one upload.
    pub seq: i64,
    /// What it is now.
    pub status: Status,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// The provider's ids of an upload; empty where there is none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ids {
    /// Expires.
    pub request: String,
    /// Does not.
    pub login: String,
    /// They came by a signed webhook, or with the upload's tag; not from the browser alone.
    pub proven: bool,
}

/// The database.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    is_postgres: bool,
    /// Which upload changed; `None` for any of them.
    pub changes: broadcast::Sender<Option<Key>>,
}

impl Store {
    /// Opens it, and makes its tables if they are not there.
    ///
    /// # Errors
    /// If the database can't be opened.
    pub async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let is_postgres = !url.starts_with("sqlite:");
        let options: AnyPoolOptions = PoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(5));
        let options = if is_postgres {
            options
        } else {
            options.after_connect(|connection, _| Box::pin(schema::tune(connection)))
        };
        let pool = options.connect(url).await?;
        schema::create(&pool, is_postgres).await?;
        Ok(Self { pool, is_postgres, changes: broadcast::channel(256).0 })
    }

    /// Whether instances hear of each other's changes.
    pub fn is_shared(&self) -> bool {
        self.is_postgres
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// If it does not.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        sqlx::query("SELECT 1").execute(&self.pool).await.map(drop)
    }

    /// Begins an upload.
    ///
    /// # Errors
    /// If the database fails, as all of these.
    pub async fn begin(&self, upload: &Key, cookie: &Key) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO uploads (upload, cookie, began_at) VALUES ($1, $2, $3)")
            .bind(upload.text())
            .bind(cookie.text())
            .bind(clock::now())
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Whether this upload was begun with this cookie.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn owns(&self, upload: &Key, cookie: &Key) -> Result<bool, sqlx::Error> {
        let found = sqlx::query("SELECT 1 FROM uploads WHERE upload = $1 AND cookie = $2");
        Ok(found.bind(upload.text()).bind(cookie.text()).fetch_optional(&self.pool).await?.is_some())
    }

    /// Raises the status of an upload, if it is lower, and takes the ids with it. Returns once that is on disk: whether
    /// there is such an upload.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn raise(&self, upload: &Key, status: Status, ids: &Ids) -> Result<bool, sqlx::Error> {
        let mut transaction = self.pool.begin().await?;
        // The update locks the row, so that no two events get the same number.
        let raised = sqlx::query(
            "UPDATE uploads SET level = $2, seq = seq + 1, proven = CASE WHEN $3 <> '' THEN $5 ELSE proven END,
             request_id = COALESCE(NULLIF($3, ''), request_id), login_id = COALESCE(NULLIF($4, ''), login_id)
             WHERE upload = $1 AND level < $2 RETURNING seq",
        )
        .bind(upload.text())
        .bind(status.level())
        .bind(&ids.request)
        .bind(&ids.login)
        .bind(i64::from(ids.proven))
        .fetch_optional(&mut *transaction)
        .await?;
        let Some(raised) = raised else {
            let known = sqlx::query("SELECT 1 FROM uploads WHERE upload = $1").bind(upload.text());
            return Ok(known.fetch_optional(&mut *transaction).await?.is_some());
        };
        sqlx::query("INSERT INTO events (upload, seq, level, at) VALUES ($1, $2, $3, $4)")
            .bind(upload.text())
            .bind(raised.try_get::<i64, _>(0)?)
            .bind(status.level())
            .bind(clock::now())
            .execute(&mut *transaction)
            .await?;
        if self.is_postgres {
            // Heard by every instance, this one too, once the transaction is there to be read.
            let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(upload.text());
            notify.execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        if !self.is_postgres {
            // Nobody listening is no failure.
            let _ = self.changes.send(Some(upload.clone()));
        }
        Ok(true)
    }

    /// The browser said that the documents were handed over, and maybe which request that is.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn hand_over(&self, upload: &Key, request: &str) -> Result<(), sqlx::Error> {
        let ids = Ids { request: request.to_owned(), ..Ids::default() };
        self.raise(upload, Status::Received, &ids).await?;
        let handed = sqlx::query("UPDATE uploads SET handed_at = $2 WHERE upload = $1 AND handed_at = 0");
        handed.bind(upload.text()).bind(clock::now()).execute(&self.pool).await.map(drop)
    }

    /// What happened to an upload after this event.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn events_after(&self, upload: &Key, seq: i64) -> Result<Vec<Event>, sqlx::Error> {
        let rows = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 AND seq > $2 ORDER BY seq");
        rows.bind(upload.text()).bind(seq).fetch_all(&self.pool).await?.iter().map(event).collect()
    }

    /// The newest thing that happened to an upload.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn newest(&self, upload: &Key) -> Result<Option<Event>, sqlx::Error> {
        let row = sqlx::query("SELECT seq, level, at FROM events WHERE upload = $1 ORDER BY seq DESC LIMIT 1");
        row.bind(upload.text()).fetch_optional(&self.pool).await?.as_ref().map(event).transpose()
    }

    /// The provider's ids of an upload.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn ids(&self, upload: &Key) -> Result<Ids, sqlx::Error> {
        let row = sqlx::query("SELECT request_id, login_id, proven FROM uploads WHERE upload = $1");
        let row = row.bind(upload.text()).fetch_one(&self.pool).await?;
        let proven = row.try_get::<i64, _>(2)? != 0;
        Ok(Ids { request: row.try_get(0)?, login: row.try_get(1)?, proven })
    }

    /// Forgets uploads that began before this moment.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn forget(&self, before: i64) -> Result<u64, sqlx::Error> {
        let events = "DELETE FROM events WHERE upload IN (SELECT upload FROM uploads WHERE began_at < $1)";
        sqlx::query(events).bind(before).execute(&self.pool).await?;
        let uploads = sqlx::query("DELETE FROM uploads WHERE began_at < $1").bind(before);
        Ok(uploads.execute(&self.pool).await?.rows_affected())
    }
}

/// For lost webhooks.
impl Store {
    /// Uploads whose webhook seems to be lost: handed over in this span, and neither done nor asked about since.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn overdue(
        &self,
        handed_after: i64,
        handed_before: i64,
        asked_before: i64,
    ) -> Result<Vec<(Key, bool)>, sqlx::Error> {
        let rows = sqlx::query(
            "SELECT upload, asked_at FROM uploads WHERE level < $1 AND request_id <> ''
             AND handed_at > $2 AND handed_at <= $3 AND asked_at <= $4 ORDER BY asked_at LIMIT 100",
        );
        let rows = rows.bind(Status::Failed.level()).bind(handed_after).bind(handed_before).bind(asked_before);
        let rows = rows.fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((Key::stored(row.try_get(0)?), row.try_get::<i64, _>(1)? == 0))).collect()
    }

    /// Takes it upon this instance to ask; another one may have been faster.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn claim(&self, upload: &Key, asked_before: i64) -> Result<bool, sqlx::Error> {
        let claim = sqlx::query("UPDATE uploads SET asked_at = $2 WHERE upload = $1 AND asked_at <= $3");
        let claim = claim.bind(upload.text()).bind(clock::now()).bind(asked_before);
        Ok(claim.execute(&self.pool).await?.rows_affected() == 1)
    }

    /// Asks about it no more: the request that the browser named is not this upload's.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn give_up(&self, upload: &Key) -> Result<(), sqlx::Error> {
        let clear = sqlx::query("UPDATE uploads SET request_id = '' WHERE upload = $1 AND proven = 0");
        clear.bind(upload.text()).execute(&self.pool).await.map(drop)
    }
}

fn event(row: &AnyRow) -> Result<Event, sqlx::Error> {
    let status = Status::of_level(row.try_get(1)?).ok_or(sqlx::Error::RowNotFound)?;
    Ok(Event { seq: row.try_get(0)?, status, at: row.try_get(2)? })
}
