//! Whether an event can be stored, how long relays have been running, and which uploads are old.

use super::Store;
use crate::secret::Secret;
use sqlx::{Error, Row};

/// What a probe writes, in bytes: more than an event, so that there is room for one when the probe succeeds.
const PROBE_BYTES: usize = 16 << 10;

impl Store {
    /// Writes, and reads that on another connection.
    ///
    /// # Errors
    /// If an event can't be stored.
    pub async fn probe(&self) -> Result<(), Error> {
        let before = self.probes().await?;
        // Different each time: SQLite does not write a page that stays the same.
        let random = Secret::new().map_err(|error| Error::Io(error.into()))?.hash();
        let padding = random.repeat(PROBE_BYTES / random.len());
        let probe = sqlx::query("UPDATE heartbeat SET probes = probes + 1, padding = $1 WHERE id = 1").bind(padding);
        self.connections.write(probe).await?;
        if self.probes().await? > before { Ok(()) } else { Err(super::not_stored()) }
    }

    async fn probes(&self) -> Result<i64, Error> {
        sqlx::query("SELECT probes FROM heartbeat").fetch_one(&self.connections.readers).await?.try_get(0)
    }

    /// How many ticks relays have been running for.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ticks(&self) -> Result<i64, Error> {
        sqlx::query("SELECT tick FROM heartbeat").fetch_one(&self.connections.readers).await?.try_get(0)
    }

    /// Counts a tick, unless another instance has counted one since this number was read.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn tick(&self, seen: i64) -> Result<(), Error> {
        let tick = sqlx::query("UPDATE heartbeat SET tick = tick + 1 WHERE id = 1 AND tick = $1").bind(seen);
        self.connections.write(tick).await.map(drop)
    }

    /// Deletes uploads that began before this time, in milliseconds since 1970, and at least `floor` ticks ago. Returns how
    /// many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn purge(&self, before: i64, floor: i64) -> Result<u64, Error> {
        // The event of an upload is deleted by the same statement: by the trigger, or by the second part.
        let purge = if self.is_postgres {
            "WITH old AS (DELETE FROM uploads WHERE began_at < $1 AND tick + $2 <= (SELECT tick FROM heartbeat)
             RETURNING upload), gone AS (DELETE FROM events WHERE upload IN (SELECT upload FROM old))
             SELECT upload FROM old"
        } else {
            "DELETE FROM uploads WHERE began_at < $1 AND tick + $2 <= (SELECT tick FROM heartbeat)"
        };
        self.connections.write(sqlx::query(purge).bind(before).bind(floor)).await
    }
}
