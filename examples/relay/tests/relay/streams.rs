//! The event stream: first what is, then what comes, and what was missed.

use crate::support::{Browser, Relay, database};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_stream_tells_what_is_and_then_what_comes() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    assert_eq!(browser.submitted(&relay, json!({})).await, 204);
    let mut stream = browser.listen(&relay, None).await;
    assert_eq!(stream.answer.headers()["content-type"], "text/event-stream");
    assert_eq!(stream.answer.headers()["cache-control"], "no-store");
    assert_eq!(stream.expect("received").await, 1);
    relay.webhook(&browser.pending()).await;
    assert_eq!(stream.expect("processing").await, 2);
    relay.webhook(&browser.failure()).await;
    assert_eq!(stream.expect("failed").await, 3);
    relay.webhook(&browser.accounts()).await;
    assert_eq!(stream.expect("ready").await, 4);
    assert_eq!(stream.next().await, None, "after the end nothing can come");
}

#[tokio::test]
async fn a_stream_of_an_upload_of_which_nothing_is_known_waits() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let mut stream = browser.listen(&relay, None).await;
    let hello = stream.block().await.unwrap();
    assert!(hello.contains("retry:") && hello.contains(": connected"), "{hello}");
    relay.webhook(&browser.accounts()).await;
    assert_eq!(stream.expect("ready").await, 1);
}

#[tokio::test]
async fn who_comes_again_is_told_all_that_was_missed_in_order() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    browser.submitted(&relay, json!({})).await;
    let mut stream = browser.listen(&relay, None).await;
    let seen = stream.expect("received").await;
    drop(stream);
    relay.webhook(&browser.pending()).await;
    relay.webhook(&browser.failure()).await;
    let mut again = browser.listen(&relay, Some(seen)).await;
    assert_eq!(again.expect("processing").await, 2);
    assert_eq!(again.expect("failed").await, 3);
    relay.webhook(&browser.accounts()).await;
    assert_eq!(again.expect("ready").await, 4);
}

#[tokio::test]
async fn an_id_that_was_never_told_gets_the_newest_status() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    browser.submitted(&relay, json!({})).await;
    relay.webhook(&browser.pending()).await;
    for id in [99, -1, i64::MAX, i64::MIN] {
        assert_eq!(browser.listen(&relay, Some(id)).await.expect("processing").await, 2);
    }
}

#[tokio::test]
async fn who_has_seen_the_end_is_told_to_stop() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    relay.webhook(&browser.accounts()).await;
    let end = browser.listen(&relay, None).await.expect("ready").await;
    assert_eq!(browser.listen(&relay, Some(end)).await.answer.status(), 204);
}

#[tokio::test]
async fn a_quiet_stream_says_that_it_is_there() {
    let relay = Relay::start_with(&database().await, &[("RELAY_KEEP_ALIVE_SECONDS", "0.2")]);
    let mut stream = Browser::begin(&relay).await.listen(&relay, None).await;
    stream.block().await.unwrap();
    for _ in 0..3 {
        assert_eq!(stream.block().await.unwrap().trim(), ": keep-alive");
    }
}

#[tokio::test]
async fn no_more_streams_are_opened_than_allowed_and_closed_ones_count_no_more() {
    let settings = [("RELAY_STREAMS", "1"), ("RELAY_TRUSTED_PROXIES", "1")];
    let relay = Relay::start_with(&database().await, &settings);
    let (browser, other) = (Browser::begin_at(&relay, "192.0.2.1").await, Browser::begin_at(&relay, "192.0.2.2").await);
    let first = browser.listen(&relay, None).await;
    assert_eq!(other.listen(&relay, None).await.answer.status(), 429);
    drop(first);
    for _ in 0..50 {
        if other.listen(&relay, None).await.answer.status() == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the stream that was closed is still counted");
}

#[tokio::test]
async fn every_stream_of_an_upload_is_told_and_no_other() {
    let relay = Relay::start().await;
    let (one, other) = (Browser::begin(&relay).await, Browser::begin(&relay).await);
    let mut streams = [one.listen(&relay, None).await, one.listen(&relay, None).await];
    let mut others = other.listen(&relay, None).await;
    relay.webhook(&one.accounts()).await;
    for stream in &mut streams {
        stream.expect("ready").await;
    }
    relay.webhook(&other.failure()).await;
    others.expect("failed").await;
}

/// With one cookie all streams could be taken, and everyone else got 429.
#[tokio::test]
async fn one_upload_has_four_streams_and_the_oldest_gives_way() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    let mut streams = Vec::new();
    for _ in 0..5 {
        let mut stream = browser.listen(&relay, None).await;
        stream.block().await.unwrap();
        streams.push(stream);
    }
    // It does not come back at once, or the five would take turns.
    assert!(streams[0].block().await.unwrap().contains("retry: 30000"));
    assert_eq!(streams[0].next().await, None);
    relay.webhook(&browser.accounts()).await;
    for stream in &mut streams[1..] {
        stream.expect("ready").await;
    }
}

// @claim:relay-floods
#[tokio::test]
async fn the_address_with_the_most_streams_gives_way_and_never_another_one() {
    let settings = [("RELAY_STREAMS", "6"), ("RELAY_STREAMS_PER_ADDRESS", "5"), ("RELAY_TRUSTED_PROXIES", "1")];
    let relay = Relay::start_with(&database().await, &settings);
    let mut greedy = Vec::new();
    for _ in 0..8 {
        let mut stream = Browser::begin_at(&relay, "192.0.2.1").await.listen(&relay, None).await;
        stream.block().await.unwrap();
        greedy.push(stream);
    }
    let other = Browser::begin_at(&relay, "192.0.2.2").await;
    let third = Browser::begin_at(&relay, "2001:db8::1").await;
    let mut streams = [other.listen(&relay, None).await, third.listen(&relay, None).await];
    for stream in &mut streams {
        assert_eq!(stream.answer.status(), 200);
        stream.block().await.unwrap();
    }
    // Three by the limit of the address, one by that of all.
    for stream in &mut greedy[..4] {
        assert_eq!(stream.next().await, None);
    }
    relay.webhook(&other.accounts()).await;
    relay.webhook(&third.accounts()).await;
    for stream in &mut streams {
        stream.expect("ready").await;
    }
}

#[tokio::test]
async fn a_stream_ends_after_its_longest_life_and_the_next_one_goes_on() {
    let relay = Relay::start_with(&database().await, &[("RELAY_STREAM_SECONDS", "1")]);
    let browser = Browser::begin(&relay).await;
    browser.submitted(&relay, json!({})).await;
    let mut stream = browser.listen(&relay, None).await;
    let seen = stream.expect("received").await;
    assert_eq!(stream.next().await, None);
    relay.webhook(&browser.accounts()).await;
    browser.listen(&relay, Some(seen)).await.expect("ready").await;
}
