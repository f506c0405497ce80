//! Webhooks: whose they are, how large, how slow, how often, in which order.

use crate::support::{Browser, Database, Relay, TIMEOUT, WEBHOOK_KEY, client, database, runs_on};
use flinks_upload::core::results::signature::sign;
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What could be a signature.
const FORGED: &str = "X-Flinks-Signature: W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=\r\n";

// @claim:forged-webhook
#[tokio::test]
async fn a_webhook_without_a_signature_is_refused_before_its_body_is_read() {
    let relay = Relay::start().await;
    for header in ["", "X-Flinks-Signature: \r\n", "X-Flinks-Signature: AAAA\r\n", "Flinks-Authenticity-Key: no\r\n"] {
        let mut socket = TcpStream::connect(relay.url.trim_start_matches("http://")).await.unwrap();
        let head = format!("POST /webhooks/flinks HTTP/1.1\r\nHost: relay\r\n{header}Content-Length: 9999999\r\n\r\n");
        socket.write_all(head.as_bytes()).await.unwrap();
        assert!(first_line(&mut socket).await.starts_with("HTTP/1.1 401"), "{header}");
    }
}

// @claim:key-change
#[tokio::test]
async fn the_previous_key_is_accepted_while_keys_change() {
    let previous = "a-webhook-key-of-last-year";
    let relay = Relay::start_with(&database().await, &[("FLINKS_WEBHOOK_KEY_PREVIOUS", previous)]);
    let body = Browser::begin(&relay).await.accounts().to_string();
    for (key, status) in [(WEBHOOK_KEY, 200), (previous, 200), ("another-key-of-somebody", 401)] {
        assert_eq!(relay.webhook_signed(&body, "x-flinks-signature", key).await, status, "{key}");
    }
}

/// Such an id became a part of an address of Flinks' API.
#[tokio::test]
async fn an_id_of_a_signed_webhook_that_can_not_be_one_is_left_out() {
    let relay = Relay::start().await;
    for id in ["../../secrets", "a b", "é", &"a".repeat(1_000_000)] {
        let browser = Browser::begin(&relay).await;
        let mut body = browser.accounts();
        body["RequestId"] = json!(id);
        body["Login"]["Id"] = json!(id);
        assert_eq!(relay.webhook(&body).await, 200);
        browser.listen(&relay, None).await.expect("ready").await;
        // Flinks can't be asked without one.
        assert_eq!(browser.get(&relay, "accounts").await.status(), 502);
        relay.log_with("named no request and no login").await;
    }
}

#[tokio::test]
async fn a_signed_webhook_is_taken_in_either_header() {
    let relay = Relay::start().await;
    for header in ["flinks-authenticity-key", "Flinks-Authenticity-Key", "X-Flinks-Signature"] {
        let browser = Browser::begin(&relay).await;
        assert_eq!(relay.webhook_signed(&browser.accounts().to_string(), header, WEBHOOK_KEY).await, 200);
        browser.listen(&relay, None).await.expect("ready").await;
    }
}

#[tokio::test]
async fn a_wrong_signature_beside_a_right_one_does_no_harm() {
    let relay = Relay::start().await;
    let body = Browser::begin(&relay).await.accounts().to_string();
    let right = sign(body.as_bytes(), WEBHOOK_KEY.as_bytes()).unwrap();
    let request = client().post(format!("{}/webhooks/flinks", relay.url)).header("flinks-authenticity-key", "AAAA");
    assert_eq!(request.header("x-flinks-signature", right).body(body).send().await.unwrap().status(), 200);
}

// @claim:forged-webhook
#[tokio::test]
async fn a_forged_webhook_is_refused_and_changes_nothing() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let body = browser.accounts().to_string();
    let right = sign(body.as_bytes(), WEBHOOK_KEY.as_bytes()).unwrap();
    let wrong = sign(body.as_bytes(), b"another-key-of-somebody").unwrap();
    let url = format!("{}/webhooks/flinks", relay.url);
    let post = |body: &str| client().post(&url).body(body.to_owned());
    for request in [
        post(&body),
        post(&body).header("flinks-authenticity-key", &wrong),
        post(&body).header("flinks-authenticity-key", ""),
        post(&body).header("x-signature", &right),
        post(&format!("{body} ")).header("flinks-authenticity-key", &right),
        post("").header("flinks-authenticity-key", &right),
    ] {
        assert_eq!(request.send().await.unwrap().status(), 401);
    }
    assert_eq!(browser.get(&relay, "accounts").await.status(), 409);
    // Whoever goes on like that is not even answered in detail, while Flinks still is.
    let mut last = 401;
    for _ in 0..30 {
        last = post(&body).send().await.unwrap().status().as_u16();
    }
    assert_eq!(last, 429);
    assert_eq!(relay.webhook(&browser.accounts()).await, 200);
}

// @claim:forged-webhook
#[tokio::test]
async fn an_oversized_webhook_is_refused_whether_it_says_so_or_not() {
    let relay = Relay::start_with(&database().await, &[("RELAY_WEBHOOK_MAX_BYTES", "2000")]);
    let mut body = Browser::begin(&relay).await.accounts();
    body["Padding"] = json!("x".repeat(2000));
    assert_eq!(relay.webhook(&body).await, 413);
    let mut socket = TcpStream::connect(relay.url.trim_start_matches("http://")).await.unwrap();
    let head = format!("POST /webhooks/flinks HTTP/1.1\r\nHost: relay\r\n{FORGED}Transfer-Encoding: chunked\r\n\r\n");
    socket.write_all(format!("{head}bb8\r\n{}\r\n0\r\n\r\n", "x".repeat(3000)).as_bytes()).await.unwrap();
    assert!(first_line(&mut socket).await.starts_with("HTTP/1.1 413"));
}

// @claim:forged-webhook
#[tokio::test]
async fn a_webhook_that_does_not_arrive_is_given_up() {
    let relay = Relay::start_with(&database().await, &[("RELAY_WEBHOOK_SECONDS", "0.5")]);
    let began = Instant::now();
    let mut socket = TcpStream::connect(relay.url.trim_start_matches("http://")).await.unwrap();
    let head = format!("POST /webhooks/flinks HTTP/1.1\r\nHost: relay\r\n{FORGED}Content-Length: 100\r\n\r\n{{\"Tag\"");
    socket.write_all(head.as_bytes()).await.unwrap();
    assert!(first_line(&mut socket).await.starts_with("HTTP/1.1 408"));
    assert!(began.elapsed() < TIMEOUT);
}

async fn first_line(socket: &mut TcpStream) -> String {
    let mut bytes = vec![0; 200];
    let read = tokio::time::timeout(TIMEOUT, socket.read(&mut bytes)).await.expect("no answer in time").unwrap();
    String::from_utf8_lossy(&bytes[..read]).lines().next().unwrap_or_default().to_owned()
}

// @claim:webhook-order
#[tokio::test]
async fn ten_repeated_and_shuffled_deliveries_give_one_result() {
    let relay = Relay::start().await;
    for seed in 0..6_usize {
        let browser = Browser::begin(&relay).await;
        let all = [browser.pending(), browser.failure(), browser.accounts()];
        // Each at least three times; a step of 3, 7 or 9 goes through ten in another order each.
        let order = (0..10).map(|turn| (seed + turn * [3, 7, 9][seed % 3]) % 10 % 3);
        for which in order {
            assert_eq!(relay.webhook(&all[which]).await, 200);
        }
        let mut stream = browser.listen(&relay, Some(0)).await;
        let mut told = Vec::new();
        while let Some((id, status)) = stream.next().await {
            told.push(status);
            assert_eq!(id, i64::try_from(told.len()).unwrap());
        }
        assert_eq!(told.last().map(String::as_str), Some("ready"), "{told:?}");
        assert!(told.len() <= 3 && told.is_sorted_by_key(|status| rank(status)), "{told:?}");
    }
}

// @claim:forged-webhook
#[tokio::test]
async fn a_webhook_that_is_replayed_changes_nothing_and_serves_for_no_other_upload() {
    let relay = Relay::start().await;
    let (browser, other) = (Browser::begin(&relay).await, Browser::begin(&relay).await);
    let heard = browser.pending().to_string();
    let signature = sign(heard.as_bytes(), WEBHOOK_KEY.as_bytes()).unwrap();
    let send_again = async |body: String| {
        let request = client().post(format!("{}/webhooks/flinks", relay.url)).header("x-flinks-signature", &signature);
        request.body(body).send().await.unwrap().status().as_u16()
    };
    assert_eq!(send_again(heard.clone()).await, 200);
    assert_eq!(relay.webhook(&browser.accounts()).await, 200);
    for _ in 0..5 {
        assert_eq!(send_again(heard.clone()).await, 200);
        assert_eq!(send_again(heard.replace(&browser.tag, &other.tag)).await, 401);
    }
    let mut stream = browser.listen(&relay, Some(0)).await;
    stream.expect("processing").await;
    assert_eq!(stream.expect("ready").await, 2);
    assert_eq!(stream.next().await, None);
    other.submitted(&relay, json!({})).await;
    assert_eq!(other.listen(&relay, Some(0)).await.expect("received").await, 1);
}

fn rank(status: &str) -> usize {
    ["received", "processing", "failed", "needs-attention", "ready"].iter().position(|one| *one == status).unwrap()
}

// @claim:webhook-order
#[tokio::test]
async fn deliveries_at_the_same_moment_give_one_result() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let (pending, accounts) = (browser.pending(), browser.accounts());
    let posts = (0..20).map(|turn| relay.webhook(if turn % 2 == 0 { &pending } else { &accounts }));
    assert!(futures_util::future::join_all(posts).await.iter().all(|status| *status == 200));
    let mut stream = browser.listen(&relay, Some(0)).await;
    let mut told = Vec::new();
    while let Some((_, status)) = stream.next().await {
        told.push(status);
    }
    assert!(told == ["ready"] || told == ["processing", "ready"], "{told:?}");
}

#[tokio::test]
async fn webhooks_about_something_else_are_taken_and_change_nothing() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let mut other = Vec::new();
    for kind in ["KYC", "FraudAlert"] {
        let mut body = browser.accounts();
        body["ResponseType"] = json!(kind);
        other.push(body);
    }
    for tag in [Value::Null, json!("of-somebody-else"), json!(7), json!("A".repeat(43))] {
        let mut body = browser.accounts();
        body["Tag"] = tag;
        other.push(body);
    }
    for body in other {
        assert_eq!(relay.webhook(&body).await, 200, "{body}");
    }
    assert_eq!(browser.get(&relay, "accounts").await.status(), 409);
}

#[tokio::test]
async fn a_signed_text_that_is_no_answer_is_refused_without_quoting_it() {
    let relay = Relay::start().await;
    for body in ["Ada Example", "[]", "{\"Name\": Ada}"] {
        let signature = sign(body.as_bytes(), WEBHOOK_KEY.as_bytes()).unwrap();
        let request =
            client().post(format!("{}/webhooks/flinks", relay.url)).header("flinks-authenticity-key", signature);
        let answer = request.body(body).send().await.unwrap();
        assert_eq!(answer.status(), 400);
        assert!(!answer.text().await.unwrap().contains("Ada"));
    }
}

// @claim:no-lost-webhook
#[tokio::test]
async fn a_webhook_is_taken_only_once_it_is_stored() {
    // With PostgreSQL a writer waits for the lock instead of failing.
    if !runs_on(Database::Sqlite) {
        return;
    }
    let database = database().await;
    let relay = Relay::start_with(&database, &[]);
    let browser = Browser::begin(&relay).await;
    sqlx::any::install_default_drivers();
    let mut other = AnyConnection::connect(&database).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    assert_eq!(relay.webhook(&browser.accounts()).await, 503);
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    assert_eq!(browser.get(&relay, "accounts").await.status(), 409);
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert_eq!(relay.webhook(&browser.accounts()).await, 200);
    browser.listen(&relay, None).await.expect("ready").await;
}

/// The table that also holds the core and the page (`tests/node/accounts.test.mjs`).
#[tokio::test]
async fn each_response_of_the_table_is_told_with_its_status() {
    let relay = Relay::start_with(&database().await, &[("RELAY_REQUESTS_PER_MINUTE", "100000")]);
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/account_responses.json")).unwrap();
    // A webhook has no HTTP status of its own.
    let cases: Vec<&Value> = cases.iter().filter(|case| case["httpStatus"].is_null()).collect();
    assert!(cases.len() > 45);
    for case in cases {
        let browser = Browser::begin(&relay).await;
        let mut body = case["body"].clone();
        body["Tag"] = json!(browser.tag);
        assert_eq!(relay.webhook(&body).await, 200, "{}", case["name"]);
        let status = case["uploadStatus"].as_str();
        // Something that every upload can be told, to know that nothing else was.
        browser.submitted(&relay, json!({})).await;
        let (_, told) = browser.listen(&relay, Some(0)).await.next().await.unwrap();
        assert_eq!(told, status.unwrap_or("received"), "{}", case["name"]);
        if status == Some("ready") || status.is_none() {
            continue;
        }
        assert_eq!(browser.get(&relay, "accounts").await.status(), 409, "{}", case["name"]);
    }
}
