//! Relays that are killed or ended while webhooks arrive, and several over one database.

use crate::{
    ledger::{Ledger, say},
    support::{Browser, Relay, TIMEOUT, database},
};
use futures_util::future::join_all;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const NO_LIMIT: [(&str, &str); 1] = [("RELAY_REQUESTS_PER_MINUTE", "1000000")];

fn rounds(short: usize) -> usize {
    std::env::var("RELAY_FAULT_ROUNDS").map_or(short, |rounds| rounds.parse().expect("RELAY_FAULT_ROUNDS is a number"))
}

async fn begin_many(relay: &Relay, number: usize) -> Vec<Browser> {
    let mut browsers = Vec::new();
    for _ in 0..number {
        browsers.push(Browser::begin(relay).await);
    }
    browsers
}

/// Sends a signal once this many more webhooks are acknowledged.
async fn signal_after(ledger: &Ledger, acknowledged: usize, signal: &str, pid: u32) {
    let before = ledger.len();
    while ledger.len() < before + acknowledged {
        tokio::task::yield_now().await;
    }
    std::process::Command::new("kill").args([signal, &pid.to_string()]).status().unwrap();
}

/// Delivers until it is answered 200, as Flinks does.
async fn deliver_all(ledger: &Ledger, relay: &Relay, browsers: &[Browser]) {
    let began = Instant::now();
    for browser in browsers {
        while ledger.ready(relay, browser).await != 200 {
            assert!(began.elapsed() < TIMEOUT, "it did not recover");
        }
    }
}

// @claim:no-lost-webhook
#[tokio::test]
async fn kill_9_in_a_burst_loses_nothing_that_was_acknowledged() {
    let (database, ledger) = (database().await, Ledger::default());
    let mut cut_off = 0;
    for round in 0..rounds(3) {
        let mut relay = Relay::start_with(&database, &NO_LIMIT);
        let browsers = begin_many(&relay, 60).await;
        let (answers, ()) = tokio::join!(
            join_all(browsers.iter().map(|browser| ledger.ready(&relay, browser))),
            // In the middle of the burst, a little later each time.
            signal_after(&ledger, 5 + 3 * (round % 10), "-KILL", relay.pid())
        );
        cut_off += answers.iter().filter(|status| **status == 0).count();
        relay.kill();
        assert!(answers.iter().all(|status| [0, 200].contains(status)), "{answers:?}");
        let again = Relay::start_with(&database, &NO_LIMIT);
        deliver_all(&ledger, &again, &browsers).await;
    }
    say(&format!("kill -9: {cut_off} were cut off"));
    assert!(cut_off > 0, "it was killed too late each time");
    ledger.settle("kill -9", &database, 60).await;
}

#[tokio::test]
async fn sigterm_in_a_burst_finishes_what_it_answers_and_ends_streams_at_once() {
    let (database, ledger) = (database().await, Ledger::default());
    let mut relay = Relay::start_with(&database, &NO_LIMIT);
    let browsers = begin_many(&relay, 100).await;
    let mut streams = Vec::new();
    for browser in &browsers[..20] {
        let mut stream = browser.listen(&relay, None).await;
        stream.block().await.unwrap();
        streams.push(stream);
    }
    let (answers, ()) = tokio::join!(
        join_all(browsers.iter().map(|browser| ledger.ready(&relay, browser))),
        signal_after(&ledger, 20, "-TERM", relay.pid())
    );
    assert!(answers.iter().all(|status| [0, 200].contains(status)), "{answers:?}");
    let began = Instant::now();
    for stream in &mut streams {
        while stream.block().await.is_some() {}
    }
    assert!(relay.terminate() && began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    let again = Relay::start_with(&database, &NO_LIMIT);
    deliver_all(&ledger, &again, &browsers).await;
    ledger.settle("SIGTERM", &database, 100).await;
}

#[tokio::test]
async fn two_relays_over_one_database_store_each_event_once() {
    let (database, ledger) = (database().await, Ledger::default());
    let (one, other) = (Relay::start_with(&database, &NO_LIMIT), Relay::start_with(&database, &NO_LIMIT));
    let browsers = begin_many(&one, 60).await;
    // The same webhook to both at the same moment.
    let both = browsers.iter().flat_map(|browser| [ledger.ready(&one, browser), ledger.ready(&other, browser)]);
    let answers = join_all(both).await;
    assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
    deliver_all(&ledger, &other, &browsers).await;
    ledger.settle("two relays", &database, 120).await;
}

/// A clock that is set forward by 30 days, or back: all that is stored seems to be of another time. At its start a relay deletes
/// what is too old.
#[tokio::test]
async fn a_clock_that_jumps_while_uploads_run_loses_nothing() {
    let (database, ledger) = (database().await, Ledger::default());
    let relay = Relay::start_with(&database, &NO_LIMIT);
    let browsers = begin_many(&relay, 40).await;
    deliver_all(&ledger, &relay, &browsers[..20]).await;
    drop(relay);
    for days in [-30, 60] {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&database).await.unwrap();
        let jump = format!(
            "UPDATE uploads SET began_at = began_at + {0}, advanced_at = advanced_at + {0}, handed_at = handed_at + {0}",
            i64::from(days) * 24 * 3_600_000
        );
        sqlx::query(AssertSqlSafe(jump)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let again = Relay::start_with(&database, &NO_LIMIT);
        deliver_all(&ledger, &again, &browsers).await;
        // The stream of one that was acknowledged before the jump.
        browsers[0].listen(&again, None).await.expect("ready").await;
    }
    ledger.settle("clock jumps", &database, 100).await;
}

/// Two relays behind one address, of which one after the other is replaced by a newer one.
#[tokio::test]
async fn an_upgrade_of_one_relay_after_the_other_loses_nothing() {
    let (database, ledger) = (database().await, Ledger::default());
    let (mut one, other) = (Relay::start_with(&database, &NO_LIMIT), Relay::start_with(&database, &NO_LIMIT));
    let browsers = begin_many(&one, 80).await;
    let (half, rest) = browsers.split_at(40);
    let (answers, ()) = tokio::join!(
        join_all(half.iter().map(|browser| ledger.ready(&one, browser))),
        signal_after(&ledger, 5, "-TERM", one.pid())
    );
    assert!(one.terminate() && answers.iter().all(|status| [0, 200, 503].contains(status)), "{answers:?}");
    // The balancer sends to the other meanwhile.
    deliver_all(&ledger, &other, half).await;
    let newer = Relay::start_with(&database, &NO_LIMIT);
    drop(other);
    deliver_all(&ledger, &newer, rest).await;
    ledger.settle("upgrade", &database, 80).await;
}

/// A proxy that keeps what it is sent until the connection ends, as one does that was not told otherwise.
#[tokio::test]
async fn behind_a_proxy_that_buffers_every_event_arrives_in_the_end() {
    let (database, ledger) = (database().await, Ledger::default());
    let settings = [NO_LIMIT[0], ("RELAY_STREAM_SECONDS", "1")];
    let relay = Relay::start_with(&database, &settings);
    let browsers = begin_many(&relay, 20).await;
    let proxied = relay.behind(&buffering_proxy(&relay.url).await);
    let waiting = browsers.iter().map(|browser| browser.until_ready(&proxied));
    let (waits, ()) = tokio::join!(join_all(waiting), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        deliver_all(&ledger, &proxied, &browsers).await;
    });
    let longest = waits.into_iter().max().unwrap();
    say(&format!("buffering proxy: the last event arrived after {:.1} s", longest.as_secs_f64()));
    ledger.settle("buffering proxy", &database, 20).await;
}

/// Its address. Each connection is for one request, and its answer is kept until the relay closes.
async fn buffering_proxy(relay: &str) -> String {
    let relay = relay.trim_start_matches("http://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let relay = relay.clone();
            tokio::spawn(async move {
                let (mut reader, mut writer) = client.into_split();
                let (mut answer, mut request) = TcpStream::connect(relay).await.unwrap().into_split();
                tokio::spawn(async move { tokio::io::copy(&mut reader, &mut request).await });
                let mut buffered = Vec::new();
                let _ = answer.read_to_end(&mut buffered).await;
                let _ = writer.write_all(&buffered).await;
            });
        }
    });
    address
}

/// 1,000 webhooks, 250 at a time, while clients with open streams read nothing: 200 of them, in a long run 1,000.
#[tokio::test]
async fn clients_that_do_not_read_hold_up_nobody() {
    let (database, ledger) = (database().await, Ledger::default());
    let relay = Relay::start_with(&database, &NO_LIMIT);
    let browsers = begin_many(&relay, 1000).await;
    // Opened and never read.
    let mut slow = Vec::new();
    let readers = if rounds(3) > 3 { 1000 } else { 200 };
    for browser in &browsers[..readers] {
        slow.push(browser.listen(&relay, None).await);
    }
    for some in browsers.chunks(250) {
        let answers = join_all(some.iter().map(|browser| ledger.ready(&relay, browser))).await;
        assert!(answers.iter().all(|status| *status == 200), "{answers:?}");
    }
    ledger.settle("slow readers", &database, 1000).await;
    for stream in &mut slow[..5] {
        stream.expect("ready").await;
    }
}
