//! Whose upload it is, which pages may ask, and how often.

use crate::support::{Browser, Relay, client, database};
use reqwest::StatusCode;
use serde_json::json;

// @claim:tag-needs-cookie
#[tokio::test]
async fn the_browser_that_began_an_upload_is_the_only_one_that_sees_it() {
    let relay = Relay::start().await;
    let (one, other) = (Browser::begin(&relay).await, Browser::begin(&relay).await);
    relay.webhook(&one.accounts()).await;
    let without = Browser { cookie: String::new(), ..one.clone() };
    let stolen_tag = Browser { tag: one.tag.clone(), ..other.clone() };
    // The other one's secret under this upload's name.
    let (name, _) = one.cookie.split_once('=').unwrap();
    let (_, secret) = other.cookie.split_once('=').unwrap();
    let mixed = Browser { cookie: format!("{name}={secret}"), ..one.clone() };
    let unknown = Browser { tag: "A".repeat(43), ..one.clone() };
    for stranger in [without, stolen_tag, mixed, unknown] {
        for what in ["events", "accounts"] {
            let answer = stranger.get(&relay, what).await;
            assert_eq!(answer.status(), 404, "{what}");
            assert_eq!(answer.text().await.unwrap(), r#"{"error":"no such upload"}"#);
        }
        assert_eq!(stranger.submitted(&relay, json!({})).await, 404);
    }
    one.listen(&relay, None).await.expect("ready").await;
}

// @claim:tag-needs-cookie
#[tokio::test]
async fn the_cookie_is_for_this_host_alone_and_not_for_scripts() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    assert!(browser.set_cookie.starts_with("__Host-upload-"), "{}", browser.set_cookie);
    for attribute in ["; Path=/;", "; HttpOnly", "; Secure", "; SameSite=Strict", "; Max-Age=604800"] {
        assert!(browser.set_cookie.contains(attribute), "{attribute}");
    }
    assert!(!browser.set_cookie.contains(&browser.tag) && !browser.set_cookie.contains("Domain"));
    // Among others of the same host.
    let among = Browser { cookie: format!("a=b; {}; c", browser.cookie), ..browser };
    relay.webhook(&among.accounts()).await;
    among.listen(&relay, None).await.expect("ready").await;
}

#[tokio::test]
async fn tags_that_are_none_are_not_found() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    for tag in ["x", "..%2f..%2fetc", "%00", "%ff", &"A".repeat(5000), "'%20OR%201=1--"] {
        let stranger = Browser { tag: tag.to_owned(), ..browser.clone() };
        assert_eq!(stranger.get(&relay, "events").await.status(), 404, "{tag}");
    }
}

#[tokio::test]
async fn what_is_no_id_of_a_request_is_refused() {
    let relay = Relay::start().await;
    let browser = Browser::begin(&relay).await;
    for id in ["../../secrets", "a b", "é", &"a".repeat(65)] {
        assert_eq!(browser.submitted(&relay, json!({ "requestId": id })).await, 400, "{id}");
    }
    assert!(browser.submitted(&relay, json!({ "requestId": 7 })).await.is_client_error());
    assert_eq!(browser.submitted(&relay, json!({ "more": "x".repeat(5000) })).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(browser.submitted(&relay, json!({ "requestId": null })).await, 204);
}

// @claim:other-origins
#[tokio::test]
async fn only_pages_of_this_origin_or_of_the_list_may_ask() {
    let list = "https://www.lender.example,https://apply.lender.example";
    let relay = Relay::start_with(&database().await, &[("RELAY_ALLOWED_ORIGINS", list)]);
    let begin = |origin: &str| client().post(format!("{}/uploads", relay.url)).header("origin", origin).send();
    for origin in ["https://apply.lender.example", "https://www.lender.example"] {
        let answer = begin(origin).await.unwrap();
        assert_eq!(answer.status(), 201);
        assert_eq!(answer.headers()["access-control-allow-origin"], origin);
        assert_eq!(answer.headers()["access-control-allow-credentials"], "true");
        assert_eq!(answer.headers()["access-control-expose-headers"], "retry-after");
    }
    assert_eq!(begin(&relay.url).await.unwrap().status(), 201);
    for origin in
        ["https://evil.example", "null", "", "https://www.lender.example.evil.example", "http://www.lender.example"]
    {
        let answer = begin(origin).await.unwrap();
        assert_eq!(answer.status(), 403, "{origin}");
        assert!(!answer.headers().contains_key("access-control-allow-origin"));
    }
}

#[tokio::test]
async fn who_asks_too_often_is_told_to_wait() {
    let relay =
        Relay::start_with(&database().await, &[("RELAY_REQUESTS_PER_MINUTE", "5"), ("RELAY_TRUSTED_PROXIES", "1")]);
    let begin =
        |address: &str| client().post(format!("{}/uploads", relay.url)).header("x-forwarded-for", address).send();
    for _ in 0..5 {
        assert_eq!(begin("203.0.113.9, 192.0.2.1").await.unwrap().status(), 201);
    }
    let answer = begin("192.0.2.1").await.unwrap();
    assert_eq!(answer.status(), 429);
    assert!(answer.headers().contains_key("retry-after"));
    assert_eq!(begin("192.0.2.2").await.unwrap().status(), 201);
    // No address, which is nobody's bucket and not the proxy's.
    for unknown in ["unknown", "_hidden", "", "192.0.2.3, 127.0.0.1:99999"] {
        assert_eq!(begin(unknown).await.unwrap().status(), 400, "{unknown}");
    }
    assert_eq!(begin("[2001:db8::1]:4711").await.unwrap().status(), 201);
    // Flinks is not a browser.
    assert_eq!(relay.webhook(&json!({ "Accounts": [] })).await, 200);
}

#[tokio::test]
async fn it_says_that_it_is_alive_and_ready() {
    let relay = Relay::start().await;
    for path in ["healthz", "readyz"] {
        assert_eq!(client().get(format!("{}/{path}", relay.url)).send().await.unwrap().status(), 200);
    }
    assert_eq!(client().get(format!("{}/else", relay.url)).send().await.unwrap().status(), 404);
}

// @claim:token-limit
#[tokio::test]
async fn every_error_has_the_same_shape_wherever_it_is_found() {
    let relay = Relay::start_with(&database().await, &[("RELAY_TOKENS_PER_MINUTE", "1")]);
    let browser = Browser::begin(&relay).await;
    let submitted = format!("/uploads/{}/submitted", browser.tag);
    let token = || client().post(format!("{}/authorize-token", relay.url));
    assert_eq!(token().send().await.unwrap().status(), 502);
    let (get, post) = (
        |path: &str| client().get(format!("{}{path}", relay.url)),
        |path: &str| client().post(format!("{}{path}", relay.url)).header("cookie", &browser.cookie),
    );
    for (status, request) in [
        (400, post(&submitted).header("content-type", "application/json").body("{\"requestId\": hunter2}")),
        (401, post("/webhooks/flinks")),
        (403, post("/uploads").header("origin", "https://evil.example")),
        (404, get("/hunter2")),
        (404, get("/uploads/x/events")),
        (405, get("/uploads")),
        (409, get(&format!("/uploads/{}/accounts", browser.tag)).header("cookie", &browser.cookie)),
        (413, post(&submitted).header("content-type", "application/json").body("x".repeat(5000))),
        (415, post(&submitted).body("hunter2")),
        (422, post(&submitted).json(&json!({ "requestId": ["hunter2"] }))),
        (429, token()),
    ] {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers()["content-type"], "application/json", "{status}");
        assert_eq!(answer.headers().contains_key("retry-after"), status == 429, "{status}");
        assert!(status != 405 || answer.headers()["allow"] == "POST");
        let text = answer.text().await.unwrap();
        let body: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(body["error"].is_string() && body.as_object().unwrap().len() == 1, "{status}: {text}");
        assert!(!text.contains("hunter2"), "{text}");
    }
}

/// The cookies of 108 uploads were more than servers accept.
#[tokio::test]
async fn a_browser_keeps_the_cookies_of_its_newest_uploads() {
    let relay = Relay::start().await;
    let mut jar: Vec<String> = Vec::new();
    for _ in 0..30 {
        let request =
            client().post(format!("{}/uploads", relay.url)).header("cookie", format!("a=b; {}", jar.join("; ")));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 201);
        for cookie in answer.headers().get_all("set-cookie") {
            let (pair, attributes) = cookie.to_str().unwrap().split_once("; ").unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            assert_eq!(value.is_empty(), attributes.contains("Max-Age=0;"));
            if value.is_empty() {
                assert!(jar.remove(0).starts_with(name), "only the oldest");
            } else {
                jar.push(pair.to_owned());
            }
        }
        assert!(jar.len() <= 20);
    }
    assert!(jar.len() == 20 && jar.join("; ").len() < 4096);
}
