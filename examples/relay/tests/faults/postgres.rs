//! PostgreSQL: connections that are killed while webhooks arrive.

use crate::{
    ledger::{Ledger, say},
    support::{Browser, Relay, TIMEOUT, database, on_postgres},
};
use sqlx::{AnyConnection, Connection};
use std::time::{Duration, Instant};

#[tokio::test]
async fn killed_connections_lose_nothing_that_was_acknowledged() {
    if !on_postgres() {
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
