//! The tables. Numbers are 64 bits and texts never null, which both databases support alike.

use sqlx::{AnyConnection, AnyPool};

const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS uploads (
        upload TEXT PRIMARY KEY, cookie TEXT NOT NULL, began_at BIGINT NOT NULL,
        level BIGINT NOT NULL DEFAULT 0, seq BIGINT NOT NULL DEFAULT 0,
        request_id TEXT NOT NULL DEFAULT '', login_id TEXT NOT NULL DEFAULT '', proven BIGINT NOT NULL DEFAULT 0,
        handed_at BIGINT NOT NULL DEFAULT 0, asked_at BIGINT NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS events (
        upload TEXT NOT NULL, seq BIGINT NOT NULL, level BIGINT NOT NULL, at BIGINT NOT NULL,
        PRIMARY KEY (upload, seq))",
    "CREATE INDEX IF NOT EXISTS uploads_by_age ON uploads (began_at)",
];

pub(super) async fn create(pool: &AnyPool, is_postgres: bool) -> Result<(), sqlx::Error> {
    let mut transaction = pool.begin().await?;
    if is_postgres {
        // Two instances that start at the same time would both create the tables.
        sqlx::query("SELECT pg_advisory_xact_lock(7063250)").execute(&mut *transaction).await?;
    }
    for table in TABLES {
        sqlx::query(table).execute(&mut *transaction).await?;
    }
    transaction.commit().await
}

/// SQLite: readers don't wait for a writer, commits survive a power cut, and a writer waits for another one.
pub(super) async fn configure(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    for pragma in ["PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"] {
        sqlx::query(pragma).execute(&mut *connection).await?;
    }
    Ok(())
}
