//! The connections to the database, and the one way in which it is written.
//!
//! A write is a single statement without a transaction of its own, so that there is no transaction whose state the driver
//! could be wrong about: SQLite ends one by itself when the disk is full, and the driver does not notice (sqlx 0.9). A
//! connection on which a write failed is closed, not reused.

use super::schema;
use sqlx::{
    Any, AnyConnection, AnyPool, Connection, Error,
    any::{AnyArguments, AnyPoolOptions},
    pool::PoolOptions,
    query::Query,
};
use std::{
    fs,
    future::ready,
    io,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
    str::FromStr,
    time::Duration,
};

/// SQLite has one writer at a time; more connections would only wait for each other.
const SQLITE_WRITERS: u32 = 1;
const POSTGRES_WRITERS: u32 = 8;
const READERS: u32 = 8;
/// How long a request waits for a connection.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(5);
/// Longer than a statement waits for a lock (5 seconds, see [`configure`]). A server that is unreachable ends here.
const STATEMENT_TIMEOUT: Duration = Duration::from_secs(10);

/// Connections that write, and others that read: a reader never waits for a writer that waits for a lock.
#[derive(Clone)]
pub(super) struct Connections {
    writers: AnyPool,
    pub(super) readers: AnyPool,
}

impl Connections {
    /// Opens the database, and creates the tables if there are none.
    pub(super) async fn open(url: &str, is_postgres: bool) -> Result<Self, Error> {
        sqlx::any::install_default_drivers();
        if !is_postgres {
            keep_private(url).map_err(Error::Io)?;
        }
        let pool = |size, role| {
            let options: AnyPoolOptions = PoolOptions::new().max_connections(size).acquire_timeout(CONNECTION_TIMEOUT);
            options
                .after_connect(move |connection, _| Box::pin(configure(connection, is_postgres, role)))
                // Nothing here opens a transaction; should one ever be open, it is not ours to go on with.
                .before_acquire(|connection, _| Box::pin(ready(Ok(!Connection::is_in_transaction(connection)))))
        };
        let writers =
            pool(if is_postgres { POSTGRES_WRITERS } else { SQLITE_WRITERS }, Role::Writer).connect(url).await?;
        schema::create(&writers, is_postgres).await?;
        let readers = pool(READERS, Role::Reader).connect(url).await?;
        Ok(Self { writers, readers })
    }

    /// Executes a statement that is a transaction of its own; returns how many rows it changed, once that is on disk.
    pub(super) async fn write(&self, statement: Query<'_, Any, AnyArguments>) -> Result<u64, Error> {
        let mut connection = self.writers.acquire().await?;
        // To the end, not to the first row: what fails after that, such as the commit, would go unnoticed.
        let result = match tokio::time::timeout(STATEMENT_TIMEOUT, statement.execute(&mut *connection)).await {
            Ok(result) => result,
            Err(_) => Err(Error::Io(io::ErrorKind::TimedOut.into())),
        };
        if result.is_err() {
            connection.close_on_drop();
        }
        Ok(result?.rows_affected())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Reader,
    Writer,
}

/// Settings of each new connection. A statement that waits for a lock gives up after five seconds. A commit survives a
/// power cut.
async fn configure(connection: &mut AnyConnection, is_postgres: bool, role: Role) -> Result<(), Error> {
    let settings: &[&str] = match (is_postgres, role) {
        (true, _) => &[
            "SET lock_timeout = '5s'",
            "SET statement_timeout = '8s'",
            // Left alone where the server asks for more than that, such as `remote_apply`.
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')",
        ],
        (false, Role::Writer) => {
            &["PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"]
        }
        (false, Role::Reader) => &["PRAGMA busy_timeout = 5000", "PRAGMA query_only = ON"],
    };
    for setting in settings {
        sqlx::query(*setting).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Only the user of the relay may read the file. SQLite gives `-wal` and `-shm` the mode of the file itself.
fn keep_private(url: &str) -> io::Result<()> {
    let options = sqlx::sqlite::SqliteConnectOptions::from_str(url).map_err(|_| io::ErrorKind::InvalidInput)?;
    let path = options.get_filename();
    if url.contains("mode=rwc") {
        match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Ok(_) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let path = Path::new(&name);
        let Ok(metadata) = fs::metadata(path) else { continue };
        if metadata.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(())
}
