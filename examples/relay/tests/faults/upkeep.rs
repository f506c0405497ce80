//! What operators do: back up and restore, and start a newer relay over the database of an older one.

use crate::{
    ledger::Ledger,
    support::{Browser, Relay, database, on_postgres},
};
use flinks_upload_relay::secret::{Secret, UploadId};
use futures_util::future::join_all;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::{os::unix::fs::PermissionsExt, path::Path, process::Command};

const NO_LIMIT: [(&str, &str); 1] = [("RELAY_REQUESTS_PER_MINUTE", "1000000")];

async fn execute(database: &str, statement: String) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database).await.unwrap();
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

fn file_of(database: &str) -> &str {
    database.trim_start_matches("sqlite://").trim_end_matches("?mode=rwc")
}

/// As docs/operations.md says, while the relay runs. Returns the database into which it was restored.
async fn back_up_and_restore(from: &str) -> String {
    let to = database().await;
    if on_postgres() {
        let dump = std::env::temp_dir().join(format!("relay-backup-{}.sql", std::process::id()));
        let run = |program: &str, arguments: &[&str]| {
            let output = Command::new(program).args(arguments).output().unwrap();
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        };
        run("pg_dump", &["-d", from, "-f", dump.to_str().unwrap()]);
        run("psql", &["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", &to, "-f", dump.to_str().unwrap()]);
        std::fs::remove_file(dump).unwrap();
    } else {
        execute(from, format!("VACUUM INTO '{}'", file_of(&to))).await;
    }
    to
}

// @claim:relay-backup
#[tokio::test]
async fn a_backup_made_while_webhooks_arrive_has_all_that_was_acknowledged_before_it() {
    let database = database().await;
    let relay = Relay::start_with(&database, &NO_LIMIT);
    let (before, after) = (Ledger::default(), Ledger::default());
    let mut browsers = Vec::new();
    for _ in 0..80 {
        browsers.push(Browser::begin(&relay).await);
    }
    for browser in &browsers[..30] {
        assert_eq!(before.ready(&relay, browser).await, 200);
    }
    let (answers, restored) = tokio::join!(
        join_all(browsers[30..].iter().map(|browser| after.ready(&relay, browser))),
        back_up_and_restore(&database)
    );
    // The backup keeps nobody waiting.
    assert!(answers.iter().all(|status| *status == 200), "{answers:?}");
    drop(relay);
    let again = Relay::start_with(&restored, &NO_LIMIT);
    before.settle("backup", &restored, 30).await;
    // What came after it is there once it is delivered again, and each browser still owns its upload.
    for browser in &browsers {
        assert_eq!(after.ready(&again, browser).await, 200);
        browser.listen(&again, None).await.expect("ready").await;
    }
    after.settle("backup, delivered again", &restored, 130).await;
    if !on_postgres() {
        let mode = Path::new(file_of(&restored)).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "the copy of others becomes private when a relay starts");
    }
}

/// The tables of the first version: without the heartbeat, and without what the clock and the triggers need.
const FIRST_TABLES: [&str; 3] = [
    "CREATE TABLE uploads (upload TEXT PRIMARY KEY, cookie TEXT NOT NULL, began_at BIGINT NOT NULL,
     level BIGINT NOT NULL DEFAULT 0, seq BIGINT NOT NULL DEFAULT 0,
     request_id TEXT NOT NULL DEFAULT '', login_id TEXT NOT NULL DEFAULT '', proven BIGINT NOT NULL DEFAULT 0,
     handed_at BIGINT NOT NULL DEFAULT 0, asked_at BIGINT NOT NULL DEFAULT 0)",
    "CREATE TABLE events (upload TEXT NOT NULL, seq BIGINT NOT NULL, level BIGINT NOT NULL, at BIGINT NOT NULL,
     PRIMARY KEY (upload, seq))",
    "CREATE INDEX uploads_by_age ON uploads (began_at)",
];

#[tokio::test]
async fn a_newer_relay_goes_on_with_the_uploads_of_the_first_version() {
    let database = database().await;
    for table in FIRST_TABLES {
        execute(&database, table.to_owned()).await;
    }
    let (tag, cookie) = (Secret::new().unwrap(), Secret::new().unwrap());
    let upload = UploadId::from_tag(&tag);
    let began = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    let insert = format!(
        "INSERT INTO uploads (upload, cookie, began_at, level, seq) VALUES ('{}', '{}', {began}, 1, 1)",
        upload.as_str(),
        cookie.hash()
    );
    execute(&database, insert).await;
    execute(
        &database,
        format!("INSERT INTO events (upload, seq, level, at) VALUES ('{}', 1, 1, {began})", upload.as_str()),
    )
    .await;

    let relay = Relay::start_with(&database, &NO_LIMIT);
    let browser = Browser {
        tag: tag.as_str().to_owned(),
        cookie: format!("__Host-upload-{}={}", upload.short(), cookie.as_str()),
        set_cookie: String::new(),
        address: String::new(),
    };
    let mut stream = browser.listen(&relay, None).await;
    assert_eq!(stream.expect("received").await, 1);
    let ledger = Ledger::default();
    assert_eq!(ledger.ready(&relay, &browser).await, 200);
    assert_eq!(stream.expect("ready").await, 2);
    drop(relay);
    // And a second start finds nothing to change.
    let again = Relay::start_with(&database, &NO_LIMIT);
    browser.listen(&again, None).await.expect("ready").await;
    ledger.settle("tables of the first version", &database, 1).await;
}
