use super::*;
use crate::core::files::intake::MAX_PICKED_FOLDERS;

#[test]
fn each_error_has_its_code_and_says_what_was_expected_and_what_came() {
    let received = || "an error".to_owned();
    let table = [
        (UploadError::invalid("mode", "`primary`", "x"), "invalid-attribute", Some("mode"), "`primary`", "x"),
        (
            UploadError::MissingAttribute { attribute: "instance", expected: "a name".to_owned() },
            "missing-attribute",
            Some("instance"),
            "a name",
            "nothing",
        ),
        (
            UploadError::TokenFailed { received: received() },
            "authorize-token-failed",
            Some("getAuthorizeToken"),
            "a promise of a token",
            "an error",
        ),
        (
            UploadError::StatusRefused { received: received() },
            "status-refused",
            Some("status-url"),
            "an event stream",
            "an error",
        ),
        (UploadError::ConnectSilent { seconds: 20 }, "connect-silent", None, "a message of Connect", "nothing"),
        (
            UploadError::FrameIsolated { attribute: "frame-credentialless" },
            "frame-isolated",
            Some("frame-credentialless"),
            "a message of Connect",
            "nothing",
        ),
        (UploadError::TooManyPicked { limit: 9 }, "too-many-picked", None, "at most 9 files", "more"),
        (UploadError::FilesLeftOut {}, "files-left-out", None, "readable files, in at most 500 folders", "others"),
    ];
    for (error, code, attribute, expected, received) in table {
        let told = serde_json::to_value(&error).unwrap();
        assert_eq!(told["code"], code);
        assert_eq!(told.get("attribute").and_then(|name| name.as_str()), attribute);
        assert_eq!((told["expected"].as_str(), told["received"].as_str()), (Some(expected), Some(received)));
        assert_eq!(told["message"], error.to_string());
    }
    assert_eq!(MAX_PICKED_FOLDERS, 500, "as an error says");
}

#[test]
fn an_error_names_what_was_expected_and_what_came() {
    let error = UploadError::invalid("mode", &"`primary` or `fallback`", "primry");
    assert_eq!(
        serde_json::to_value(error).unwrap(),
        serde_json::json!({
            "code": "invalid-attribute",
            "message": "`mode` expects `primary` or `fallback`, got 'primry'",
            "attribute": "mode",
            "expected": "`primary` or `fallback`",
            "received": "primry",
        })
    );
}

#[test]
fn a_long_value_is_cut_between_characters() {
    assert_eq!(truncate(&"é".repeat(500)).chars().count(), MAX_QUOTED_CHARS + 1);
}

// @claim:nothing-quoted
#[test]
fn no_error_quotes_what_may_be_a_token_in_an_address_or_a_query_string() {
    for (attribute, value, quoted) in [
        ("params", "authorizeToken=sentinel", "authorizeToken=…"),
        ("params", "demo=true&authorizeToken=sentinel", "demo=…"),
        ("params", "requestId=sentinel&a=%FF", "requestId=…"),
        (
            "connect-base",
            "https://toolbox.example/v2/?authorizeToken=sentinel",
            "https://toolbox.example/v2/?authorizeToken=…",
        ),
        ("status-url", "//lender.example/events?upload=sentinel", "//lender.example/events?upload=…"),
        ("dashboard-url", "http://dashboard.example/?key=sentinel", "http://dashboard.example/?key=…"),
        ("mode", "=", "="),
        ("mode", "a=", "a="),
        ("mode", "é=é", "é=…"),
    ] {
        let error = UploadError::invalid(attribute, "x", value);
        let told = serde_json::to_string(&error).unwrap();
        assert!(!told.contains("sentinel") && !format!("{error} {error:?}").contains("sentinel"), "{told}");
        assert_eq!(error.received(), quoted);
    }
}
