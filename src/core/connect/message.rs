//! What Connect posts to the page.
//!
//! Source: the provider's pages. User events have a `step`; API errors have a `flinksCode` and no `step`; a code may
//! also arrive as the step's name. The end is `REDIRECT`, with the ids beside it or only inside its `url`. Everything
//! else is [`MessageKind::Unknown`], never an error. Whether a message is to be trusted is decided before it comes here.

use super::{address, error_code::ErrorCode};
use crate::core::string_enum::string_enum;
use serde::Serialize;
use serde_json::Value;

/// Longer texts are no messages of Connect; the bound keeps hostile ones cheap. In bytes.
pub const LONGEST_TEXT: usize = 64 * 1024;
/// Longer values of a field are dropped. In bytes.
const LONGEST_FIELD: usize = 4096;

string_enum! {
    /// A step of the person's way through Connect.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub enum Step {
        AppMounted = "APP_MOUNTED",
        AppOnline = "APP_ONLINE",
        AppOffline = "APP_OFFLINE",
        InstitutionSelector = "COMPONENT_LOAD_INSTITUTION_SELECTOR",
        InstitutionSelected = "INSTITUTION_SELECTED",
        Credential = "COMPONENT_LOAD_CREDENTIAL",
        CredentialRetry = "COMPONENT_LOAD_CREDENTIAL_RETRY",
        SubmitCredential = "SUBMIT_CREDENTIAL",
        Mfa = "COMPONENT_LOAD_MFA",
        MfaRetry = "COMPONENT_LOAD_MFA_RETRY",
        SubmitMfa = "SUBMIT_MFA",
        AccountSelection = "COMPONENT_LOAD_ACCOUNT_SELECTION",
        AccountSelected = "ACCOUNT_SELECTED",
        Consent = "COMPONENT_LOAD_CONSENT",
        AcceptConsent = "COMPONENT_ACCEPT_CONSENT",
        DenyConsent = "COMPONENT_DENY_CONSENT",
        AcceptTerms = "COMPONENT_ACCEPT_TERMS",
        DenyTerms = "COMPONENT_DENY_TERMS",
        CloseSession = "COMPONENT_CLOSE_SESSION",
        DisabledInstitution = "DISABLED_INSTITUTION",
        PopupOpened = "POPUP_OPENED",
        PopupBlocked = "POPUP_BLOCKED",
        Redirect = "REDIRECT",
    }
}

/// Which family a message belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MessageKind {
    /// The person took a step.
    Step,
    /// Something failed.
    Error,
    /// The journey is over.
    Redirect,
    /// Not a message that is documented.
    Unknown,
}

/// A message of Connect, decoded. It is the `detail` of `connect-event`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the provider's own words")]
pub struct ConnectMessage {
    pub kind: MessageKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flinks_code: Option<ErrorCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The fields of a message that are looked at; a field that is no text is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the provider's own words")]
pub struct RawMessage {
    pub step: Option<String>,
    pub flinks_code: Option<String>,
    pub institution: Option<String>,
    pub request_id: Option<String>,
    pub login_id: Option<String>,
    pub url: Option<String>,
}

impl RawMessage {
    /// The names of the fields, as the provider writes them.
    pub const FIELDS: [&'static str; 6] = ["step", "flinksCode", "institution", "requestId", "loginId", "url"];

    /// Collects the fields, each asked for by its name.
    pub fn from_fields(mut field: impl FnMut(&str) -> Option<String>) -> Self {
        let [step, flinks_code, institution, request_id, login_id, url] = Self::FIELDS
            .map(|name| field(name).filter(|value| !value.trim().is_empty() && value.len() <= LONGEST_FIELD));
        Self { step, flinks_code, institution, request_id, login_id, url }
    }
}

/// Reads a message that came as JSON text, as it does with `stringify=true`.
pub fn read_text(text: &str) -> ConnectMessage {
    let value: Value = match text.len() {
        0..=LONGEST_TEXT => serde_json::from_str(text).unwrap_or_default(),
        _ => Value::Null,
    };
    read(RawMessage::from_fields(|name| value.get(name).and_then(Value::as_str).map(str::to_owned)))
}

/// Reads a message from its fields.
pub fn read(raw: RawMessage) -> ConnectMessage {
    let RawMessage { step, flinks_code, institution, request_id, login_id, url } = raw;
    let step = step.map(|step| Step::from_text(&step));
    let code_as_step = step.as_ref().and_then(|step| match step {
        Step::Unknown(text) => Some(ErrorCode::from_text(text)).filter(|code| !matches!(code, ErrorCode::Unknown(_))),
        _ => None,
    });
    let flinks_code = flinks_code.map(|code| ErrorCode::from_text(&code)).or(code_as_step);
    let kind = match (&step, &flinks_code) {
        (Some(Step::Redirect), _) => MessageKind::Redirect,
        (_, Some(_)) => MessageKind::Error,
        (Some(_), None) => MessageKind::Step,
        (None, None) => MessageKind::Unknown,
    };
    let in_url = |name: &str| {
        let query = url.as_deref().filter(|_| kind == MessageKind::Redirect)?.split_once('?')?.1;
        address::find_parameter(query.split('#').next()?, name).filter(|value| !value.is_empty())
    };
    let login_id = login_id.or_else(|| in_url("loginId"));
    let request_id = request_id.or_else(|| in_url("requestId"));
    let institution = institution.or_else(|| in_url("institution"));
    ConnectMessage { kind, step, flinks_code, institution, request_id, login_id, url }
}

#[cfg(test)]
mod tests {
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
        let huge = format!(r#"{{"step":"REDIRECT","x":"{}"}}"#, "x".repeat(LONGEST_TEXT));
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
        fn only_the_step_redirect_ends_the_journey(step in "\\PC{0,12}", code in "\\PC{0,12}") {
            let text = serde_json::json!({"step": step, "flinksCode": code}).to_string();
            prop_assert_eq!(kind_of(&text) == MessageKind::Redirect, step == "REDIRECT");
        }
    }
}
