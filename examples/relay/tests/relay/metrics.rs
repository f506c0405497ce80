//! What operators can read of a relay, and what they and others can't.

use crate::support::{Browser, Relay, WEBHOOK_KEY, client, database};
use serde_json::json;
use std::time::Duration;

const LISTEN: (&str, &str) = ("RELAY_METRICS_LISTEN", "127.0.0.1:0");

// @claim:relay-metrics
#[tokio::test]
async fn webhooks_streams_and_refusals_are_counted_by_what_became_of_them() {
    let relay = Relay::start_with(&database().await, &[LISTEN]);
    let before = relay.metrics().await;
    for outcome in
        ["stored", "not-ours", "unsigned", "malformed", "too-large", "too-slow", "no-room", "too-many", "not-stored"]
    {
        assert_eq!(before.of(&format!("relay_webhooks_total{{outcome=\"{outcome}\"}}")), 0.0);
    }
    assert_eq!((before.of("relay_ready"), before.of("relay_open_streams")), (1.0, 0.0));

    let browser = Browser::begin(&relay).await;
    let mut stream = browser.listen(&relay, None).await;
    stream.block().await.unwrap();
    assert_eq!(relay.metrics().await.of("relay_open_streams"), 1.0);
    assert_eq!(relay.webhook(&browser.pending()).await, 200);
    stream.expect("processing").await;
    assert_eq!(relay.webhook(&browser.accounts()).await, 200);
    stream.expect("ready").await;
    assert_eq!(relay.webhook(&json!({ "ResponseType": "KYC" })).await, 200);
    assert_eq!(relay.webhook_signed("{}", "flinks-authenticity-key", "another-key-for-tests").await, 401);
    assert_eq!(relay.webhook_signed("no JSON", "flinks-authenticity-key", WEBHOOK_KEY).await, 400);
    let foreign = client().post(format!("{}/uploads", relay.url)).header("origin", "https://evil.example");
    assert_eq!(foreign.send().await.unwrap().status(), 403);
    // A later stream of the same upload: what it is sent has waited for nobody.
    Browser::begin(&relay).await.listen(&relay, None).await.block().await.unwrap();

    let metrics = relay.metrics().await;
    for (series, value) in [
        ("relay_webhooks_total{outcome=\"stored\"}", 2.0),
        ("relay_webhooks_total{outcome=\"not-ours\"}", 1.0),
        ("relay_webhooks_total{outcome=\"unsigned\"}", 1.0),
        ("relay_webhooks_total{outcome=\"malformed\"}", 1.0),
        ("relay_rejected_requests_total{reason=\"foreign-origin\"}", 1.0),
        ("relay_rejected_requests_total{reason=\"unsigned\"}", 1.0),
        ("relay_requests_total{route=\"/webhooks/flinks\",status=\"200\"}", 3.0),
        ("relay_event_lag_seconds_count", 2.0),
        ("relay_event_lag_seconds_bucket{le=\"+Inf\"}", 2.0),
        ("relay_unverified_body_bytes", 0.0),
    ] {
        assert_eq!(metrics.of(series), value, "{series}: {}", metrics.text);
    }
    let lag = metrics.of("relay_event_lag_seconds_sum");
    assert!((0.0..10.0).contains(&lag), "{lag}");
    assert!(metrics.text.ends_with("# EOF\n"));
}

/// Whoever can send requests could otherwise add series until the memory is full, or read who uploads.
// @claim:relay-metrics
#[tokio::test]
async fn no_request_adds_a_series_and_none_tells_anything_of_a_person() {
    let relay = Relay::start_with(&database().await, &[LISTEN, ("RELAY_REQUESTS_PER_MINUTE", "100000")]);
    let browser = Browser::begin(&relay).await;
    relay.webhook(&browser.accounts()).await;
    browser.get(&relay, "accounts").await;
    let url = |path: &str| format!("{}{path}", relay.url);
    client().get(url("/nowhere")).send().await.unwrap();
    let before = relay.metrics().await.text.lines().count();
    for number in 0..50 {
        client().get(url(&format!("/sentinel-{number}?sentinel={number}"))).send().await.unwrap();
        let method = format!("SENTINEL{number}").parse().unwrap();
        client()
            .request(method, url(&format!("/nowhere/{number}")))
            .header("host", format!("sentinel{number}"))
            .send()
            .await
            .unwrap();
    }
    let text = relay.metrics().await.text;
    assert_eq!(text.lines().count(), before, "{text}");
    for told in
        [browser.tag.as_str(), &browser.cookie, "sentinel", "SENTINEL", "7641238", "Example", "r-1", "l-1", "127.0.0.1"]
    {
        assert!(!text.contains(told), "{told}: {text}");
    }
    // Nobody reads them where browsers and Flinks come, and there is nothing else where they are read.
    assert_eq!(client().get(url("/metrics")).send().await.unwrap().status(), 404);
    let uploads = relay.metrics_url.as_ref().unwrap().replace("/metrics", "/uploads");
    assert_eq!(client().post(uploads).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn without_a_setting_nothing_listens_for_metrics() {
    let relay = Relay::start().await;
    assert!(relay.metrics_url.is_none());
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert!(!relay.log().contains("metrics"));
}
