use super::*;
use proptest::prelude::*;

fn kind_of(text: &str) -> MessageKind {
    read_text(text).kind
}

#[test]
fn a_user_event_has_a_step() {
    let message = read_text(r#"{"step":"INSTITUTION_SELECTED","institution":"FlinksCapital"}"#);
    assert_eq!(message.kind, MessageKind::Step);
    assert_eq!(message.step, Some(Step::InstitutionSelected));
    assert_eq!(message.institution.as_deref(), Some("FlinksCapital"));
}

#[test]
fn an_api_error_has_a_code_and_no_step() {
    let message = read_text(r#"{"requestId":"r","flinksCode":"INVALID_LOGIN","institution":"FlinksCapital"}"#);
    assert_eq!((message.kind, message.step), (MessageKind::Error, None));
    assert_eq!(message.flinks_code, Some(ErrorCode::InvalidLogin));
    assert_eq!(message.request_id.as_deref(), Some("r"));
}

#[test]
fn each_code_may_arrive_as_the_steps_name() {
    for code in ErrorCode::KNOWN.iter().filter(|code| **code != ErrorCode::DisabledInstitution) {
        let message = read_text(&format!(r#"{{"step":"{}"}}"#, code.as_str()));
        assert_eq!((message.kind, message.flinks_code.as_ref()), (MessageKind::Error, Some(code)));
    }
}

#[test]
fn disabled_institution_is_a_step_when_it_comes_as_one() {
    assert_eq!(kind_of(r#"{"step":"DISABLED_INSTITUTION"}"#), MessageKind::Step);
    assert_eq!(kind_of(r#"{"flinksCode":"DISABLED_INSTITUTION"}"#), MessageKind::Error);
}

#[test]
fn every_step_reads_back_as_itself_and_later_ones_are_kept() {
    for step in Step::KNOWN {
        assert_eq!(&Step::from_text(step.as_str()), step);
    }
    let message = read_text(r#"{"step":"COMPONENT_LOAD_SOMETHING"}"#);
    assert_eq!(message.kind, MessageKind::Step);
    assert_eq!(message.step.unwrap().as_str(), "COMPONENT_LOAD_SOMETHING");
}

#[test]
fn a_redirect_has_its_ids_beside_it() {
    let message = read_text(r#"{"step":"REDIRECT","loginId":"l","requestId":"r","institution":"TD"}"#);
    assert_eq!(message.kind, MessageKind::Redirect);
    assert_eq!((message.login_id.as_deref(), message.request_id.as_deref()), (Some("l"), Some("r")));
}

#[test]
fn the_older_redirect_has_its_ids_only_inside_its_url() {
    let message = read_text(
        r#"{"step":"REDIRECT","url":"https://x.example/done?loginId=l-1&institution=Neo%20Financial&tag=t#top"}"#,
    );
    assert_eq!(message.login_id.as_deref(), Some("l-1"));
    assert_eq!(message.institution.as_deref(), Some("Neo Financial"));
    assert!(message.url.is_some());
}

// @claim:redirect-address
#[test]
fn only_http_and_https_addresses_reach_the_host() {
    let redirect = |url: &str| read_text(&serde_json::json!({"step": "REDIRECT", "url": url}).to_string());
    for url in ["https://x.example/?loginId=l", "http://x.example/?loginId=l", "HTTPS://x.example/?loginId=l"] {
        let message = redirect(url);
        assert_eq!((message.url.as_deref(), message.login_id.as_deref()), (Some(url), Some("l")));
    }
    for url in [
        "javascript:alert(1)//?loginId=l",
        "JavaScript://x.example/%0aalert(1)?loginId=l",
        " javascript:alert(1)//?loginId=l",
        "java\nscript:alert(1)//?loginId=l",
        "data:text/html,<script>alert(1)</script>?loginId=l",
        "blob:https://x.example/0?loginId=l",
        "vbscript:x?loginId=l",
        "file:///etc/passwd?loginId=l",
        "view-source:https://x.example/?loginId=l",
        "intent://x.example/?loginId=l",
        "filesystem:https://x.example/?loginId=l",
        "https:x.example/?loginId=l",
        "//x.example/?loginId=l",
        "/done?loginId=l",
        "?loginId=l",
        "://x.example/?loginId=l",
    ] {
        let message = redirect(url);
        assert_eq!((message.kind, message.url, message.login_id), (MessageKind::Redirect, None, None), "{url}");
    }
}

// @claim:redirect-address
#[test]
fn no_step_and_no_error_brings_another_address_to_the_host() {
    for message in [
        serde_json::json!({"step": "APP_MOUNTED", "url": "javascript:alert(1)"}),
        serde_json::json!({"flinksCode": "INVALID_LOGIN", "url": "javascript:alert(1)"}),
        serde_json::json!({"url": "javascript:alert(1)"}),
    ] {
        assert_eq!(read_text(&message.to_string()).url, None);
    }
}

#[test]
fn a_redirect_with_a_code_is_still_the_end() {
    assert_eq!(kind_of(r#"{"step":"REDIRECT","flinksCode":"INVALID_LOGIN"}"#), MessageKind::Redirect);
}

#[test]
fn an_id_inside_a_url_counts_only_in_a_redirect() {
    let message = read_text(r#"{"step":"APP_MOUNTED","url":"https://x.example/?loginId=l"}"#);
    assert_eq!(message.login_id, None);
}

#[test]
fn the_longest_text_has_64_kib_and_the_longest_field_4() {
    let sized = |bytes: usize| {
        let around = r#"{"step":"REDIRECT","x":""}"#.len();
        format!(r#"{{"step":"REDIRECT","x":"{}"}}"#, "x".repeat(bytes - around))
    };
    assert_eq!(kind_of(&sized(65_536)), MessageKind::Redirect);
    assert_eq!(kind_of(&sized(65_537)), MessageKind::Unknown);
    let login =
        |bytes: usize| read_text(&format!(r#"{{"step":"REDIRECT","loginId":"{}"}}"#, "x".repeat(bytes))).login_id;
    assert!(login(4096).is_some() && login(4097).is_none());
}

#[test]
fn anything_else_is_unknown_and_never_an_error() {
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let huge = format!(r#"{{"step":"REDIRECT","x":"{}"}}"#, "x".repeat(MAX_TEXT_BYTES));
    for text in [
        "",
        "null",
        "7",
        "true",
        "[]",
        "{}",
        "\"REDIRECT\"",
        "{\"step\":1}",
        "{\"step\":{}}",
        "{\"step\":\"\"}",
        "{\"step\":\" \"}",
        "{step:'REDIRECT'}",
        "{\"Step\":\"REDIRECT\"}",
        deep.as_str(),
        huge.as_str(),
    ] {
        assert_eq!(kind_of(text), MessageKind::Unknown, "{}", text.get(..40).unwrap_or(text));
    }
}

#[test]
fn a_field_that_is_too_long_is_dropped() {
    let text = format!(r#"{{"step":"INSTITUTION_SELECTED","institution":"{}"}}"#, "x".repeat(5000));
    assert_eq!(read_text(&text).institution, None);
}

#[test]
fn the_detail_has_only_the_fields_that_came() {
    let json = serde_json::to_value(read_text(r#"{"flinksCode":"NEW_ONE"}"#)).unwrap();
    assert_eq!(json, serde_json::json!({"kind": "error", "flinksCode": "NEW_ONE"}));
}

proptest! {
    #[test]
    fn no_text_makes_the_decoder_fail(text in "\\PC{0,200}") {
        let _ = read_text(&text);
    }

    #[test]
    fn every_address_that_reaches_the_host_is_one_of_the_web(scheme in "[a-zA-Z \t]{0,12}", rest in "\\PC{0,20}") {
        let address = format!("{scheme}:{rest}");
        let text = serde_json::json!({"step": "REDIRECT", "url": address}).to_string();
        if let Some(url) = read_text(&text).url
            && let Ok(parsed) = url::Url::parse(&url)
        {
            prop_assert!(["http", "https"].contains(&parsed.scheme()), "{}", url.as_str());
        }
    }

    #[test]
    fn only_the_step_redirect_ends_the_journey(step in "\\PC{0,12}", code in "\\PC{0,12}") {
        let text = serde_json::json!({"step": step, "flinksCode": code}).to_string();
        prop_assert_eq!(kind_of(&text) == MessageKind::Redirect, step == "REDIRECT");
    }
}
