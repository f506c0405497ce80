//! The whole way with the mock of Flinks: token, documents, webhook, accounts; and what goes wrong on it.

use crate::support::{API_KEY, Browser, Relay, SECRET_KEY, WEBHOOK_KEY, client, upload_documents, with_mock};
use serde_json::{Value, json};
use std::time::Duration;

const SOON: Duration = Duration::from_millis(200);
/// A webhook seems to be lost at once.
const POLL_AT_ONCE: [(&str, &str); 3] =
    [("RELAY_POLL_AFTER_SECONDS", "0.1"), ("RELAY_POLL_EVERY_SECONDS", "0.2"), ("RELAY_POLL_FOR_SECONDS", "60")];

async fn token(relay: &Relay) -> reqwest::Response {
    client().post(format!("{}/authorize-token", relay.url)).send().await.unwrap()
}

// @claim:relay-log
#[tokio::test]
async fn documents_lead_to_accounts_and_the_log_tells_nothing_of_them() {
    let (relay, mock) = with_mock(&[], SOON).await;
    let answer = token(&relay).await;
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
    let first = answer.text().await.unwrap();
    assert_eq!(first.len(), 36);
    assert_ne!(token(&relay).await.text().await.unwrap(), first);

    let browser = Browser::begin(&relay).await;
    let (request, login) =
        upload_documents(&mock, &json!({ "tag": browser.tag, "institution": "FlinksCapital" })).await;
    assert_eq!(browser.submitted(&relay, json!({ "requestId": request })).await, 204);
    // On a busy machine the webhook may have been faster than the page.
    let mut stream = browser.listen(&relay, Some(0)).await;
    let mut told = Vec::new();
    while let Some((_, status)) = stream.next().await {
        told.push(status);
    }
    assert!(told == ["received", "ready"] || told == ["ready"], "{told:?}");
    let accounts: Value = browser.get(&relay, "accounts").await.json().await.unwrap();
    let shown: Vec<_> =
        accounts.as_array().unwrap().iter().map(|one| (one["number"].clone(), one["kind"].clone())).collect();
    let expected = [("••••1238", "chequing"), ("xxxx2354-1", "savings"), ("xxxx2354-0", "chequing")];
    assert_eq!(shown, expected.map(|(number, kind)| (json!(number), json!(kind))));
    assert_eq!(accounts[0]["transactions"]["from"], "2024-12-02");

    let log = relay.log_with("/uploads/{tag}/accounts").await;
    assert!(log.lines().count() > 5 && log.contains("/uploads/{tag}/events"), "{log}");
    let (_, cookie) = browser.cookie.split_once('=').unwrap();
    for secret in
        [&browser.tag, cookie, &request, &login, &first, WEBHOOK_KEY, SECRET_KEY, API_KEY, "Ada", "1238", "2354"]
    {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}

#[tokio::test]
async fn an_expired_request_is_no_end_of_it() {
    let (relay, mock) = with_mock(&[], SOON).await;
    let browser = Browser::begin(&relay).await;
    let (_, login) = upload_documents(&mock, &json!({ "tag": browser.tag, "ending": "lost" })).await;
    tokio::time::sleep(SOON * 2).await;
    let mut body = browser.accounts();
    body["RequestId"] = json!("expired");
    body["Login"]["Id"] = json!(login);
    assert_eq!(relay.webhook(&body).await, 200);
    let answer = browser.get(&relay, "accounts").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.json::<Value>().await.unwrap().as_array().map(Vec::len), Some(3));
}

// @claim:lost-webhook-polled
#[tokio::test]
async fn a_lost_webhook_is_found_by_asking() {
    let (relay, mock) = with_mock(&POLL_AT_ONCE, Duration::from_secs(3)).await;
    let browser = Browser::begin(&relay).await;
    let (request, _) = upload_documents(&mock, &json!({ "tag": browser.tag, "ending": "lost" })).await;
    assert_eq!(browser.submitted(&relay, json!({ "requestId": request })).await, 204);
    let mut stream = browser.listen(&relay, Some(0)).await;
    for status in ["received", "processing", "ready"] {
        stream.expect(status).await;
    }
    assert_eq!(browser.get(&relay, "accounts").await.status(), 200);
}

#[tokio::test]
async fn asking_ends_after_its_time() {
    let settings = [POLL_AT_ONCE[0], POLL_AT_ONCE[1], ("RELAY_POLL_FOR_SECONDS", "2")];
    let (relay, mock) = with_mock(&settings, Duration::from_secs(4)).await;
    let browser = Browser::begin(&relay).await;
    let (request, _) = upload_documents(&mock, &json!({ "tag": browser.tag, "ending": "lost" })).await;
    browser.submitted(&relay, json!({ "requestId": request })).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    // Not failed: the webhook may still come.
    browser.listen(&relay, None).await.expect("processing").await;
}

// @claim:tag-needs-cookie
#[tokio::test]
async fn the_request_of_somebody_else_shows_nothing() {
    let (relay, mock) = with_mock(&POLL_AT_ONCE, Duration::from_millis(1)).await;
    let victim = Browser::begin(&relay).await;
    for (turn, tag) in [json!(victim.tag), Value::Null].into_iter().enumerate() {
        let thief = Browser::begin(&relay).await;
        let (request, _) = upload_documents(&mock, &json!({ "tag": tag, "ending": "lost" })).await;
        assert_eq!(thief.submitted(&relay, json!({ "requestId": request })).await, 204);
        let refused = || relay.log().matches("not of its upload").count();
        for _ in 0..100 {
            if refused() > turn {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(refused(), turn + 1, "it was never asked about, or more than once");
        assert_eq!(thief.get(&relay, "accounts").await.status(), 409);
        thief.listen(&relay, None).await.expect("received").await;
    }
}

#[tokio::test]
async fn documents_that_fail_and_documents_without_accounts_are_told_apart() {
    let (relay, mock) = with_mock(&[], SOON).await;
    for (ending, status) in [("failed", "failed"), ("empty", "needs-attention")] {
        let browser = Browser::begin(&relay).await;
        upload_documents(&mock, &json!({ "tag": browser.tag, "ending": ending })).await;
        browser.listen(&relay, None).await.expect(status).await;
        assert_eq!(browser.get(&relay, "accounts").await.status(), 409);
    }
}

// @claim:keys-stay-on-server
#[tokio::test]
async fn a_key_that_flinks_refuses_is_told_to_nobody() {
    let wrong = [("FLINKS_SECRET_KEY", "a-secret-key-that-is-wrong"), ("FLINKS_API_KEY", "an-api-key-that-is-wrong")];
    let (relay, mock) = with_mock(&wrong, SOON).await;
    let answer = token(&relay).await;
    assert_eq!(answer.status(), 502);
    assert_eq!(answer.text().await.unwrap(), r#"{"error":"Flinks did not answer as documented"}"#);
    let browser = Browser::begin(&relay).await;
    upload_documents(&mock, &json!({ "tag": browser.tag })).await;
    browser.listen(&relay, None).await.expect("ready").await;
    assert_eq!(browser.get(&relay, "accounts").await.status(), 502);
    let log = relay.log_with("got status 401").await;
    assert!(!log.contains("that-is-wrong"), "{log}");
}

#[tokio::test]
async fn without_flinks_the_rest_goes_on() {
    let relay = Relay::start().await;
    assert_eq!(token(&relay).await.status(), 502);
    let browser = Browser::begin(&relay).await;
    relay.webhook(&browser.accounts()).await;
    browser.listen(&relay, None).await.expect("ready").await;
    assert_eq!(browser.get(&relay, "accounts").await.status(), 502);
}
