//! PostgreSQL: connections that are killed, and servers that are stopped, killed and failed over, while webhooks arrive.

use crate::{
    ledger::{Ledger, say},
    postgres_server::{Address, Server},
    small_disk::SmallDisk,
    support::{Browser, Database, Relay, TIMEOUT, database, runs_on, skip},
};
use sqlx::{AnyConnection, Connection};
use std::time::{Duration, Instant};

#[tokio::test]
async fn killed_connections_lose_nothing_that_was_acknowledged() {
    if !runs_on(Database::Postgres) {
        return;
    }
    let database = database().await;
    let relay = Relay::start_with(&database, &[("RELAY_REQUESTS_PER_MINUTE", "1000000")]);
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    for _ in 0..200 {
        browsers.push(Browser::begin(&relay).await);
    }
    let mut killer = AnyConnection::connect(&database).await.unwrap();
    let kill = async {
        for _ in 0..40 {
            let kill = "SELECT pg_terminate_backend(pid)::int FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()";
            sqlx::query(kill).fetch_all(&mut killer).await.unwrap();
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let (answers, ()) = tokio::join!(
        futures_util::future::join_all(browsers.iter().map(|browser| ledger.ready(&relay, browser))),
        kill
    );
    let refused = answers.iter().filter(|status| **status == 503).count();
    say(&format!("killed connections: {refused} of {} were refused", answers.len()));
    assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
    // As Flinks does.
    let began = Instant::now();
    for (browser, status) in browsers.iter().zip(answers) {
        let mut status = status;
        while status != 200 {
            assert!(began.elapsed() < TIMEOUT, "it did not recover");
            status = ledger.ready(&relay, browser).await;
        }
    }
    ledger.settle("killed connections", &database, 200).await;
}

/// Sends webhooks until each is acknowledged, as Flinks does, while `fault` happens.
async fn through(name: &str, relay: &Relay, fault: impl AsyncFnOnce()) -> Ledger {
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    for _ in 0..120 {
        browsers.push(Browser::begin(relay).await);
    }
    let deliver = async |browser: &Browser, number: u64| {
        // Over two seconds, so that some arrive before the fault, some during it, and some after it.
        tokio::time::sleep(Duration::from_millis(number * 17)).await;
        let began = Instant::now();
        loop {
            match ledger.ready(relay, browser).await {
                200 => return,
                503 => assert!(began.elapsed() < 2 * TIMEOUT, "{name}: it did not recover"),
                other => panic!("{name}: answered {other}"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let deliveries = browsers.iter().zip(0..).map(|(browser, number)| deliver(browser, number));
    tokio::join!(futures_util::future::join_all(deliveries), async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        fault().await;
    });
    ledger
}

const NO_LIMIT: [(&str, &str); 1] = [("RELAY_REQUESTS_PER_MINUTE", "1000000")];

// @claim:no-lost-webhook
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_and_comes_back_loses_nothing_that_was_acknowledged() {
    if !runs_on(Database::Postgres) {
        return;
    }
    let server = Server::start();
    let relay = Relay::start_with(&server.url(), &NO_LIMIT);
    let ledger = through("PostgreSQL killed", &relay, async || {
        server.kill();
        tokio::time::sleep(Duration::from_secs(1)).await;
        server.resume("");
    })
    .await;
    ledger.settle("PostgreSQL killed", &server.url(), 120).await;
}

/// First a table has no room, then the log of the server: after that it ends, and is started again.
// @claim:no-lost-webhook
#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_disk_is_full_loses_nothing_that_was_acknowledged() {
    if !runs_on(Database::Postgres) {
        return;
    }
    let disk = match SmallDisk::mount(128) {
        Ok(disk) => disk,
        Err(reason) => return skip(&reason),
    };
    let server = Server::start_in(&disk.path);
    let relay = Relay::start_with(&server.url(), &NO_LIMIT);
    let ledger = Ledger::default();
    let mut browsers = Vec::new();
    disk.fill(200_000);
    let mut refused = 0;
    while refused < 10 {
        // The upload must be stored first, and that fails, too.
        let Some(browser) = Browser::try_begin(&relay).await else {
            refused += 1;
            continue;
        };
        if ledger.ready(&relay, &browser).await != 200 {
            refused += 1;
        }
        browsers.push(browser);
        assert!(browsers.len() < 20_000, "the disk was never full");
    }
    disk.free();
    browsers.push(Browser::begin(&relay).await);
    assert!(deliver(&ledger, &relay, &browsers).await.iter().all(|status| *status == 200));

    disk.fill(200_000);
    fill_log(&server).await;
    // Flinks delivers again what was stored before.
    let answers = deliver(&ledger, &relay, &browsers[..10]).await;
    assert!(answers.iter().all(|status| *status == 503), "{answers:?}");
    disk.free();
    server.resume("");
    let began = Instant::now();
    while Browser::try_begin(&relay).await.is_none() {
        assert!(began.elapsed() < TIMEOUT, "it did not recover");
    }
    assert!(deliver(&ledger, &relay, &browsers).await.iter().all(|status| *status == 200));
    ledger.settle("PostgreSQL, full disk", &server.url(), 50).await;
}

/// Some at once.
async fn deliver(ledger: &Ledger, relay: &Relay, browsers: &[Browser]) -> Vec<u16> {
    let mut answers = Vec::new();
    for some in browsers.chunks(20) {
        answers.extend(futures_util::future::join_all(some.iter().map(|browser| ledger.ready(relay, browser))).await);
    }
    answers
}

/// Writes to the server's log until it has no room.
async fn fill_log(server: &Server) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&server.url()).await.unwrap();
    let message = "SELECT pg_logical_emit_message(true, 'filler', repeat('x', 500000))::text";
    let began = Instant::now();
    while sqlx::query(message).execute(&mut connection).await.is_ok() {
        assert!(began.elapsed() < TIMEOUT, "the log was never full");
    }
    // It tries to go on, in vain.
    while server.is_running() {
        assert!(began.elapsed() < TIMEOUT, "it has not ended");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// With a synchronous standby, as docs/operations.md says.
// @claim:no-lost-webhook
#[tokio::test(flavor = "multi_thread")]
async fn a_primary_that_fails_over_to_its_standby_loses_nothing_that_was_acknowledged() {
    if !runs_on(Database::Postgres) {
        return;
    }
    let primary = Server::start();
    let standby = Server::standby_of(&primary);
    let address = Address::of(&primary).await;
    let relay = Relay::start_with(&address.url(), &NO_LIMIT);
    let ledger = through("failover", &relay, async || {
        primary.kill();
        standby.promote();
        address.move_to(&standby);
    })
    .await;
    ledger.settle("failover", &standby.url(), 120).await;
}
