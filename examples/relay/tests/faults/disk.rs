//! A disk that is full, and one that is read-only.

use crate::{
    ledger::Ledger,
    read_only::ReadOnlyFolder,
    small_disk::SmallDisk,
    support::{Browser, Database, Relay, TIMEOUT, client, database, runs_on, scratch_folder, skip},
};
use futures_util::future::join_all;
use sqlx::{AnyConnection, Connection};
use std::{
    os::unix::fs::PermissionsExt,
    path::Path,
    time::{Duration, Instant},
};

const NO_LIMIT: [(&str, &str); 1] = [("RELAY_REQUESTS_PER_MINUTE", "1000000")];

async fn readiness(relay: &Relay) -> u16 {
    client().get(format!("{}/readyz", relay.url)).send().await.unwrap().status().as_u16()
}

async fn readiness_becomes(relay: &Relay, status: u16) {
    let began = Instant::now();
    while readiness(relay).await != status {
        assert!(began.elapsed() < TIMEOUT, "/readyz never answered {status}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn disk(mebibytes: u32) -> Option<SmallDisk> {
    if !runs_on(Database::Sqlite) {
        return None;
    }
    SmallDisk::mount(mebibytes).map_err(|reason| skip(&reason)).ok()
}

/// The relay answered 200 to webhooks that a full disk had kept out of the database, and never wrote again after the disk
/// had room: SQLite had rolled back by itself, and the driver took each later transaction for a part of that one.
// @claim:no-lost-webhook
#[tokio::test]
async fn a_full_disk_loses_nothing_that_was_acknowledged_and_recovers() {
    let Some(disk) = disk(3) else { return };
    let mut relay = Relay::start_with(&disk.database(), &[NO_LIMIT[0], ("RELAY_METRICS_LISTEN", "127.0.0.1:0")]);
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    for _ in 0..40 {
        browsers.push(Browser::begin(&relay).await);
    }
    readiness_becomes(&relay, 200).await;
    for browser in browsers.drain(..5) {
        assert_eq!(ledger.ready(&relay, &browser).await, 200);
    }
    // Room for a few more events, so that it becomes full in the middle of one.
    disk.fill(90_000);
    let mut refused = Vec::new();
    for browser in &browsers {
        // Twice, as deliveries repeat.
        for _ in 0..2 {
            match ledger.ready(&relay, browser).await {
                200 => {}
                503 => refused.push(browser),
                other => panic!("answered {other}"),
            }
        }
    }
    assert!(refused.len() > 10, "the disk was never full: {}", refused.len());
    readiness_becomes(&relay, 503).await;
    let metrics = relay.metrics().await;
    assert_eq!(metrics.of("relay_ready"), 0.0);
    assert!(metrics.of("relay_database_errors_total{kind=\"the disk is full\"}") >= 10.0, "{}", metrics.text);
    let unstored = metrics.of("relay_webhooks_total{outcome=\"not-stored\"}");
    assert!(unstored >= refused.len() as f64, "{unstored}");
    // Readers do not need room.
    assert_eq!(browsers[0].get(&relay, "events").await.status(), 200);
    disk.free();
    readiness_becomes(&relay, 200).await;
    for browser in &refused {
        assert_eq!(ledger.ready(&relay, browser).await, 200);
    }
    let other = Browser::begin(&relay).await;
    assert_eq!(ledger.ready(&relay, &other).await, 200);
    ledger.settle("full disk, running", &disk.database(), 40).await;
    assert!(relay.terminate());
    ledger.settle("full disk, ended", &disk.database(), 40).await;
    let again = Relay::start_with(&disk.database(), &NO_LIMIT);
    other.listen(&again, None).await.expect("ready").await;
}

/// As a disk that fails while it is written (`SQLITE_IOERR`), which is another way for SQLite to end a transaction by itself.
// @claim:no-lost-webhook
#[tokio::test]
async fn a_failing_disk_loses_nothing_that_was_acknowledged_and_recovers() {
    if !runs_on(Database::Sqlite) {
        return;
    }
    let database = database().await;
    let mut relay = Relay::start_limited(&database, &NO_LIMIT);
    let ledger = Ledger::default();
    let mut refused = Vec::new();
    while refused.len() < 10 {
        // The upload must be stored first, and that fails, too.
        let Some(browser) = Browser::try_begin(&relay).await else {
            refused.push(None);
            continue;
        };
        if ledger.ready(&relay, &browser).await != 200 {
            refused.push(Some(browser));
        }
        assert!(ledger.count(&database).await.acknowledged < 500, "the disk never failed");
    }
    readiness_becomes(&relay, 503).await;
    assert!(relay.lift_limit(), "prlimit (util-linux) is needed");
    readiness_becomes(&relay, 200).await;
    for browser in refused.iter().flatten() {
        assert_eq!(ledger.ready(&relay, browser).await, 200);
    }
    let other = Browser::begin(&relay).await;
    assert_eq!(ledger.ready(&relay, &other).await, 200);
    assert!(relay.terminate());
    ledger.settle("failing disk", &database, 10).await;
}

/// New connections can only read then, and would go on so after it.
// @claim:no-lost-webhook
#[tokio::test]
async fn a_file_system_that_turns_read_only_loses_nothing_that_was_acknowledged_and_recovers() {
    if !runs_on(Database::Sqlite) {
        return;
    }
    let folder = ReadOnlyFolder::new();
    let mut settings = folder.settings().to_vec();
    settings.extend([NO_LIMIT[0], ("RELAY_METRICS_LISTEN", "127.0.0.1:0")]);
    let mut relay = Relay::start_with(&folder.database(), &settings);
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    for _ in 0..60 {
        browsers.push(Browser::begin(&relay).await);
    }
    for round in 0..3 {
        let some = &browsers[round * 20..][..20];
        // In the middle of a burst.
        let (answers, ()) = tokio::join!(join_all(some.iter().map(|browser| ledger.ready(&relay, browser))), async {
            let before = ledger.len();
            while ledger.len() < before + 5 {
                tokio::task::yield_now().await;
            }
            folder.begin();
        });
        assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
        readiness_becomes(&relay, 503).await;
        for browser in some {
            // What was stored before needs no writing.
            assert!([200, 503].contains(&ledger.ready(&relay, browser).await));
        }
        assert!(Browser::try_begin(&relay).await.is_none());
        // Readers do not write.
        assert_eq!(browsers[0].get(&relay, "events").await.status(), 200);
        let metrics = relay.metrics().await;
        assert_eq!(metrics.of("relay_ready"), 0.0);
        folder.end();
        readiness_becomes(&relay, 200).await;
        for browser in some {
            assert_eq!(ledger.ready(&relay, browser).await, 200);
        }
    }
    ledger.settle("read-only for a while, running", &folder.database(), 60).await;
    assert!(relay.terminate());
    ledger.settle("read-only for a while, ended", &folder.database(), 60).await;
}

#[tokio::test]
async fn a_read_only_disk_starts_no_relay_and_says_why() {
    let Some(disk) = disk(8) else { return };
    let mut relay = Relay::start_with(&disk.database(), &NO_LIMIT);
    relay.kill();
    assert!(disk.remount("ro"));
    let said = Relay::refused(&disk.database(), &NO_LIMIT);
    assert!(said.contains("the database can't be opened: read-only"), "{said}");
}

#[tokio::test]
async fn while_another_process_locks_the_file_readers_are_answered_and_nothing_is_acknowledged() {
    if !runs_on(Database::Sqlite) {
        return;
    }
    let database = database().await;
    let relay = Relay::start_with(&database, &NO_LIMIT);
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    for _ in 0..20 {
        browsers.push(Browser::begin(&relay).await);
    }
    let mut other = AnyConnection::connect(&database).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let webhooks = join_all(browsers.iter().map(|browser| ledger.ready(&relay, browser)));
    let reading = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let began = Instant::now();
        assert_eq!(browsers[0].get(&relay, "accounts").await.status(), 409);
        assert!(began.elapsed() < Duration::from_secs(2), "a reader waited for {:?}", began.elapsed());
        assert_eq!(readiness(&relay).await, 503);
    };
    let (answers, ()) = tokio::join!(webhooks, reading);
    assert!(answers.iter().all(|status| *status == 503), "{answers:?}");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    readiness_becomes(&relay, 200).await;
    for browser in &browsers {
        assert_eq!(ledger.ready(&relay, browser).await, 200);
    }
    ledger.settle("locked file", &database, 20).await;
}

// @claim:relay-database
#[tokio::test]
async fn only_the_user_of_the_relay_may_read_the_database() {
    if !runs_on(Database::Sqlite) {
        return;
    }
    let folder = scratch_folder("private");
    let database = format!("sqlite://{}?mode=rwc", folder.join("relay.db").display());
    let relay = Relay::start_with(&database, &NO_LIMIT);
    Browser::begin(&relay).await;
    let modes = |path: &Path| -> Vec<u32> {
        let files = std::fs::read_dir(path).unwrap();
        files.map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777).collect()
    };
    assert_eq!(modes(&folder), [0o600; 3], "relay.db, -wal and -shm");
    drop(relay);
    // As earlier versions made them.
    for file in std::fs::read_dir(&folder).unwrap() {
        std::fs::set_permissions(file.unwrap().path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    }
    let again = Relay::start_with(&database, &NO_LIMIT);
    assert!(modes(&folder).iter().all(|mode| *mode == 0o600), "{:?}", modes(&folder));
    drop(again);
    std::fs::remove_dir_all(folder).unwrap();
}
