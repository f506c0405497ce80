//! What Connect posts to the page.
//!
//! Source: the provider's pages. User events have a `step`; API errors have a `flinksCode` and no `step`; a code may
//! also arrive as the step's name. The journey ends with `REDIRECT`, which has its ids beside it or only inside its
//! `url`. Everything else is [`MessageKind::Unknown`], never an error. Whether a message is trusted is decided before it
//! gets here.

mod fields;

pub use fields::{FieldValue, Fields};

use super::{address, error_code::ErrorCode};
use crate::core::{
    redacted::Redacted,
    string_enum::{closed_string_enum, string_enum},
};
use serde::Serialize;
use serde_json::Value;

/// The longest text that is parsed, in bytes. Longer ones are not from Connect; the bound keeps hostile ones cheap.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;
/// The longest value of a field, in bytes. Longer ones are dropped.
const MAX_FIELD_BYTES: usize = 4096;

string_enum! {
    /// A step of the person's way through Connect.
    ///
    /// Source: the provider's list of user events. Beyond the names it documents little, so most of these say only what
    /// the name does.
    pub enum Step {
        /// Connect has started; its first message.
        AppMounted = "APP_MOUNTED",
        /// Connect is online.
        AppOnline = "APP_ONLINE",
        /// Connect is offline.
        AppOffline = "APP_OFFLINE",
        /// The list of institutions is shown.
        InstitutionSelector = "COMPONENT_LOAD_INSTITUTION_SELECTOR",
        /// The person selected the institution that `institution` names.
        InstitutionSelected = "INSTITUTION_SELECTED",
        /// The login form is shown.
        Credential = "COMPONENT_LOAD_CREDENTIAL",
        /// The login form is shown again.
        CredentialRetry = "COMPONENT_LOAD_CREDENTIAL_RETRY",
        /// The person submitted the login form.
        SubmitCredential = "SUBMIT_CREDENTIAL",
        /// The form for multi-factor authentication is shown.
        Mfa = "COMPONENT_LOAD_MFA",
        /// The form for multi-factor authentication is shown again.
        MfaRetry = "COMPONENT_LOAD_MFA_RETRY",
        /// The person submitted the form for multi-factor authentication.
        SubmitMfa = "SUBMIT_MFA",
        /// The list of accounts is shown.
        AccountSelection = "COMPONENT_LOAD_ACCOUNT_SELECTION",
        /// The person selected an account.
        AccountSelected = "ACCOUNT_SELECTED",
        /// The request for consent is shown.
        Consent = "COMPONENT_LOAD_CONSENT",
        /// The person gave consent.
        AcceptConsent = "COMPONENT_ACCEPT_CONSENT",
        /// The person refused consent.
        DenyConsent = "COMPONENT_DENY_CONSENT",
        /// The person accepted the terms.
        AcceptTerms = "COMPONENT_ACCEPT_TERMS",
        /// The person refused the terms.
        DenyTerms = "COMPONENT_DENY_TERMS",
        /// The session was closed.
        CloseSession = "COMPONENT_CLOSE_SESSION",
        /// The institution is disabled.
        DisabledInstitution = "DISABLED_INSTITUTION",
        /// A pop-up window was opened.
        PopupOpened = "POPUP_OPENED",
        /// The browser blocked a pop-up window.
        PopupBlocked = "POPUP_BLOCKED",
        /// Connect asks for another size.
        AppResize = "APP_RESIZE",
        /// The person gave the consent that a provider asks for.
        AcceptProviderConsent = "COMPONENT_ACCEPT_PROVIDER_CONSENT",
        /// The person clicked the link for a new password.
        ClickResetPassword = "COMPONENT_CLICK_RESET_PASSWORD",
        /// The person clicked the link to the terms.
        ClickTermsUrl = "COMPONENT_CLICK_TERMS_URL",
        /// The person asked what two-factor authentication is.
        Help2faInfo = "COMPONENT_HELP2FA_INFO",
        /// The person asked for help with two-factor authentication.
        Help2faTroubleshooting = "COMPONENT_HELP2FA_TROUBLESHOOTING",
        /// Connect has finished: the bank was linked, or documents were uploaded.
        Redirect = "REDIRECT",
    }
}

closed_string_enum! {
    /// Which family a message belongs to.
    pub enum MessageKind {
        /// The person took a step.
        Step = "step",
        /// Something failed.
        Error = "error",
        /// Connect has finished: the bank was linked, or documents were uploaded.
        Redirect = "redirect",
        /// Not a message that is documented.
        Unknown = "unknown",
    }
}

/// A message of Connect, decoded. It is the `detail` of `connect-event`, which has only the fields that were received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectMessage {
    /// Which family it belongs to.
    pub kind: MessageKind,
    /// The step that the person took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// What failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flinks_code: Option<ErrorCode>,
    /// The institution, by the provider's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// The id of the provider's request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<Redacted>,
    /// The id by which the host's server asks the provider for the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_id: Option<Redacted>,
    /// The address that a redirect leads to: http or https. Any other one, such as `javascript:`, is dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Redacted>,
    /// Its other values that are no lists or objects, such as `accountId`.
    #[serde(skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
}

/// The fields of a message that are read, by the names of [`RawMessage::FIELDS`]; `None` for one that is absent, blank,
/// too long or not a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawMessage {
    /// `step`.
    pub step: Option<String>,
    /// `flinksCode`.
    pub flinks_code: Option<String>,
    /// `institution`.
    pub institution: Option<String>,
    /// `requestId`.
    pub request_id: Option<Redacted>,
    /// `loginId`.
    pub login_id: Option<Redacted>,
    /// `url`.
    pub url: Option<Redacted>,
    /// All others.
    pub fields: Fields,
}

impl RawMessage {
    /// The names of the fields, as the provider writes them.
    pub const FIELDS: [&'static str; 6] = ["step", "flinksCode", "institution", "requestId", "loginId", "url"];

    /// Collects the fields, each by its name.
    pub fn from_fields(mut field: impl FnMut(&str) -> Option<String>) -> Self {
        let [step, flinks_code, institution, request_id, login_id, url] = Self::FIELDS
            .map(|name| field(name).filter(|value| !value.trim().is_empty() && value.len() <= MAX_FIELD_BYTES));
        let [request_id, login_id, url] = [request_id, login_id, url].map(|value| value.map(Redacted::from));
        Self { step, flinks_code, institution, request_id, login_id, url, fields: Fields::default() }
    }
}

/// Reads a message that was posted as JSON text, as Connect does with `stringify=true`.
pub fn read_text(text: &str) -> ConnectMessage {
    let value: Value = match text.len() {
        0..=MAX_TEXT_BYTES => serde_json::from_str(text).unwrap_or_default(),
        _ => Value::Null,
    };
    let mut raw = RawMessage::from_fields(|name| value.get(name).and_then(Value::as_str).map(str::to_owned));
    for (name, value) in value.as_object().into_iter().flatten() {
        let value = match value {
            Value::String(text) => FieldValue::Text(text.as_str().into()),
            Value::Number(number) => FieldValue::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::Bool(is_true) => FieldValue::Bool(*is_true),
            Value::Null | Value::Array(_) | Value::Object(_) => continue,
        };
        raw.fields.add(name, value);
    }
    read(raw)
}

/// Reads a message from its fields.
pub fn read(raw: RawMessage) -> ConnectMessage {
    let RawMessage { step, flinks_code, institution, request_id, login_id, url, fields } = raw;
    let step = step.map(|step| Step::from_text(&step));
    let code_as_step = step.as_ref().and_then(Step::as_unknown).map(ErrorCode::from_text);
    let code_as_step = code_as_step.filter(|code| code.as_unknown().is_none());
    let flinks_code = flinks_code.map(|code| ErrorCode::from_text(&code)).or(code_as_step);
    let kind = match (&step, &flinks_code) {
        (Some(Step::Redirect), _) => MessageKind::Redirect,
        (_, Some(_)) => MessageKind::Error,
        (Some(_), None) => MessageKind::Step,
        (None, None) => MessageKind::Unknown,
    };
    let url = url.filter(|url| is_web_address(url));
    let in_url = |name: &str| {
        let query = url.as_deref().filter(|_| kind == MessageKind::Redirect)?.split_once('?')?.1;
        address::find_parameter(query.split('#').next()?, name).filter(|value| !value.is_empty())
    };
    let login_id = login_id.or_else(|| in_url("loginId").map(Redacted::from));
    let request_id = request_id.or_else(|| in_url("requestId").map(Redacted::from));
    let institution = institution.or_else(|| in_url("institution"));
    ConnectMessage { kind, step, flinks_code, institution, request_id, login_id, url, fields }
}

/// Whether the host may follow this address: a browser runs some of the others as scripts.
fn is_web_address(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| ["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests;
