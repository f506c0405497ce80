//! The tables. Numbers are 64 bits and texts never null, which both databases support alike.

use sqlx::{AnyConnection, AnyPool, Error};

const TABLES: [&str; 4] = [
    "CREATE TABLE IF NOT EXISTS uploads (
        upload TEXT PRIMARY KEY, cookie TEXT NOT NULL, began_at BIGINT NOT NULL,
        level BIGINT NOT NULL DEFAULT 0, seq BIGINT NOT NULL DEFAULT 0,
        request_id TEXT NOT NULL DEFAULT '', login_id TEXT NOT NULL DEFAULT '', proven BIGINT NOT NULL DEFAULT 0,
        handed_at BIGINT NOT NULL DEFAULT 0, asked_at BIGINT NOT NULL DEFAULT 0,
        advanced_at BIGINT NOT NULL DEFAULT 0, tick BIGINT NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS events (
        upload TEXT NOT NULL, seq BIGINT NOT NULL, level BIGINT NOT NULL, at BIGINT NOT NULL,
        PRIMARY KEY (upload, seq))",
    "CREATE INDEX IF NOT EXISTS uploads_by_age ON uploads (began_at)",
    // One row: how long relays have been running (see `retention`), and what `/readyz` writes.
    "CREATE TABLE IF NOT EXISTS heartbeat (
        id BIGINT PRIMARY KEY, tick BIGINT NOT NULL, probes BIGINT NOT NULL, padding TEXT NOT NULL)",
];

/// Columns that tables of earlier versions do not have.
const ADDED_COLUMNS: [&str; 2] = ["advanced_at", "tick"];

/// SQLite: what belongs to a change is changed by the same statement. PostgreSQL does that within the statements.
const SQLITE_TRIGGERS: [&str; 2] = [
    "CREATE TRIGGER IF NOT EXISTS record_event AFTER UPDATE OF seq ON uploads BEGIN
        INSERT INTO events (upload, seq, level, at) VALUES (NEW.upload, NEW.seq, NEW.level, NEW.advanced_at); END",
    "CREATE TRIGGER IF NOT EXISTS delete_events AFTER DELETE ON uploads BEGIN
        DELETE FROM events WHERE upload = OLD.upload; END",
];

const FIRST_HEARTBEAT: &str =
    "INSERT INTO heartbeat (id, tick, probes, padding) VALUES (1, 0, 0, '') ON CONFLICT DO NOTHING";

/// Creates what is missing. On a connection that is closed after an error.
pub(super) async fn create(pool: &AnyPool, is_postgres: bool) -> Result<(), Error> {
    let mut connection = pool.acquire().await?;
    let result = if is_postgres { postgres(&mut connection).await } else { sqlite(&mut connection).await };
    if result.is_err() {
        connection.close_on_drop();
    }
    result
}

/// Two instances that start at the same time would both create the tables, which fails: one waits for the other.
async fn postgres(connection: &mut AnyConnection) -> Result<(), Error> {
    sqlx::query("SELECT pg_advisory_lock(7063250)").execute(&mut *connection).await?;
    for table in TABLES {
        sqlx::query(table).execute(&mut *connection).await?;
    }
    for column in ADDED_COLUMNS {
        // The names are those above.
        let add = format!("ALTER TABLE uploads ADD COLUMN IF NOT EXISTS {column} BIGINT NOT NULL DEFAULT 0");
        sqlx::query(sqlx::AssertSqlSafe(add)).execute(&mut *connection).await?;
    }
    sqlx::query(FIRST_HEARTBEAT).execute(&mut *connection).await?;
    sqlx::query("SELECT pg_advisory_unlock(7063250)").execute(connection).await.map(drop)
}

async fn sqlite(connection: &mut AnyConnection) -> Result<(), Error> {
    for table in TABLES {
        sqlx::query(table).execute(&mut *connection).await?;
    }
    for column in ADDED_COLUMNS {
        let found = sqlx::query("SELECT 1 FROM pragma_table_info('uploads') WHERE name = $1").bind(column);
        if found.fetch_all(&mut *connection).await?.is_empty() {
            let add = format!("ALTER TABLE uploads ADD COLUMN {column} BIGINT NOT NULL DEFAULT 0");
            sqlx::query(sqlx::AssertSqlSafe(add)).execute(&mut *connection).await?;
        }
    }
    for trigger in SQLITE_TRIGGERS {
        sqlx::query(trigger).execute(&mut *connection).await?;
    }
    sqlx::query(FIRST_HEARTBEAT).execute(connection).await.map(drop)
}
