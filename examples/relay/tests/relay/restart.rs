//! What a relay that ends, in whichever way, leaves behind; and several of them over one database.

use crate::support::{Browser, Relay, database, on_postgres, serve_mock, upload_documents};
use serde_json::json;
use std::time::Duration;
use tokio::net::TcpListener;

// @claim:no-lost-webhook
#[tokio::test]
async fn a_relay_that_is_killed_after_a_webhook_has_lost_nothing() {
    let database = database().await;
    let mut relay = Relay::start_with(&database, &[]);
    let browser = Browser::begin(&relay).await;
    browser.submitted(&relay, json!({})).await;
    let seen = browser.listen(&relay, None).await.expect("received").await;
    assert_eq!(relay.webhook(&browser.accounts()).await, 200);
    relay.kill();
    let again = Relay::start_with(&database, &[]);
    assert_eq!(browser.listen(&again, Some(seen)).await.expect("ready").await, 2);
}

#[tokio::test]
async fn an_open_stream_ends_when_the_relay_is_killed_and_goes_on_with_the_next() {
    let database = database().await;
    let mut relay = Relay::start_with(&database, &[]);
    let browser = Browser::begin(&relay).await;
    browser.submitted(&relay, json!({})).await;
    let mut stream = browser.listen(&relay, None).await;
    let seen = stream.expect("received").await;
    relay.kill();
    assert_eq!(stream.next().await, None);
    let again = Relay::start_with(&database, &[]);
    let mut stream = browser.listen(&again, Some(seen)).await;
    again.webhook(&browser.pending()).await;
    stream.expect("processing").await;
}

#[tokio::test]
async fn a_relay_that_is_told_to_end_closes_its_streams_and_ends_well() {
    let mut relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let mut stream = browser.listen(&relay, None).await;
    stream.block().await.unwrap();
    assert!(relay.terminate());
    assert_eq!(stream.next().await, None);
    relay.log_with("\"ended\"").await;
}

#[tokio::test]
async fn a_webhook_that_nobody_took_comes_again() {
    let database = database().await;
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut relay = Relay::start_with(&database, &[("RELAY_LISTEN", &address)]);
    let browser = Browser::begin(&relay).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mock = format!("http://{}", listener.local_addr().unwrap());
    serve_mock(listener, &relay.url, Duration::from_millis(1));
    relay.kill();
    upload_documents(&mock, &json!({ "tag": browser.tag })).await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    let again = Relay::start_with(&database, &[("RELAY_LISTEN", &address)]);
    browser.listen(&again, None).await.expect("ready").await;
}

#[tokio::test]
async fn what_one_instance_takes_another_one_tells() {
    let database = database().await;
    // With PostgreSQL they tell each other; with SQLite a stream looks for itself with each keep-alive.
    let keep_alive = [("RELAY_KEEP_ALIVE_SECONDS", if on_postgres() { "600" } else { "0.3" })];
    let (one, other) = (Relay::start_with(&database, &keep_alive), Relay::start_with(&database, &keep_alive));
    let browser = Browser::begin(&one).await;
    let mut stream = browser.listen(&other, None).await;
    stream.block().await.unwrap();
    // Its listening may begin a moment after it serves.
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(one.webhook(&browser.accounts()).await, 200);
    stream.expect("ready").await;
}
