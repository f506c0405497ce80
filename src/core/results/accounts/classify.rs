//! What a response of `GetAccountsDetail` says: accounts, not yet, failed. The one place that decides it.
//!
//! Typed responses ([`super::response`]), webhooks ([`super::webhook`]), summaries ([`super::summary`]) and the status that
//! a server tells ([`ResponseKind::upload_status`]) all follow from [`classify`], so that they can't contradict each other.
//! `www/accounts/classify.js` is the same function for pages; `tests/account_responses.json` is the table of cases that
//! both pass, with the reason for each. It never reads more than it needs: a field that is not as documented must not
//! keep a server from hearing that the documents were processed.
//!
//! Source: the provider's documentation. A result has status 200 and `Accounts`; status 202 means pending; an error has a
//! `FlinksCode`, which is `Document_Processing_Failed` when the documents could not be processed.

use super::response_type::ResponseType;
use crate::core::{connect::error_code::ErrorCode, results::status::UploadStatus};
use serde_json::{Map, Value};

/// JavaScript can't tell whole numbers above this one apart; the two functions must agree on every number.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// What a response says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponseKind {
    /// Accounts; how many, at least one.
    Accounts(usize),
    /// The documents were processed, and hold no account.
    NoAccounts,
    /// Not yet: ask again, or wait for the webhook.
    Pending,
    /// `Document_Processing_Failed`: the documents could not be processed. Other documents may help.
    DocumentsFailed,
    /// Another error, with its code if it has one.
    Error(Option<ErrorCode>),
    /// A webhook about something else.
    OtherType(ResponseType),
    /// Neither accounts nor an error: this is not a response as documented.
    Unrecognized,
}

impl ResponseKind {
    /// The status of the upload after this response; `None` if it says nothing about the documents.
    ///
    /// A webhook of another type is `None`: the holder alone is no result, and a fraud alert is for the provider's
    /// Dashboard, not for the applicant.
    ///
    /// ```
    /// use flinks_upload::core::results::{accounts::ResponseKind, status::UploadStatus};
    /// assert_eq!(ResponseKind::Accounts(2).upload_status(), Some(UploadStatus::Ready));
    /// assert_eq!(ResponseKind::NoAccounts.upload_status(), Some(UploadStatus::NeedsAttention));
    /// ```
    pub fn upload_status(&self) -> Option<UploadStatus> {
        match self {
            Self::Accounts(_) => Some(UploadStatus::Ready),
            Self::Pending => Some(UploadStatus::Processing),
            Self::DocumentsFailed => Some(UploadStatus::Failed),
            // Nothing that the applicant did wrong for certain: someone has to look.
            Self::NoAccounts | Self::Error(_) | Self::Unrecognized => Some(UploadStatus::NeedsAttention),
            Self::OtherType(_) => None,
        }
    }
}

/// Classifies the JSON object of a response or webhook. `http_status` is the status that it came with (200 for a webhook);
/// it counts only where the body has no `HttpStatusCode`.
///
/// ```
/// use flinks_upload::core::results::accounts::{ResponseKind, classify};
/// let body = serde_json::json!({"HttpStatusCode": 200, "Accounts": [{}], "FlinksCode": "Document_Processing_Failed"});
/// let body = body.as_object().ok_or("no object")?;
/// assert_eq!(classify(body, 200), ResponseKind::DocumentsFailed);
/// # Ok::<(), &str>(())
/// ```
pub fn classify(body: &Map<String, Value>, http_status: u16) -> ResponseKind {
    if let Some(other) = text(body, "ResponseType")
        .map(ResponseType::from_text)
        .filter(|response_type| *response_type != ResponseType::GetAccountsDetail)
    {
        return ResponseKind::OtherType(other);
    }
    let code = text(body, "FlinksCode").map(ErrorCode::from_text);
    if code == Some(ErrorCode::DocumentProcessingFailed) {
        return ResponseKind::DocumentsFailed;
    }
    match body.get("HttpStatusCode").and_then(whole_number).unwrap_or(http_status.into()) {
        200 => {}
        202 => return ResponseKind::Pending,
        _ => return ResponseKind::Error(code),
    }
    let accounts = body.get("Accounts");
    let items = accounts.and_then(Value::as_array);
    match items.map(Vec::as_slice) {
        Some(items @ [_, ..]) if items.iter().all(Value::is_object) => ResponseKind::Accounts(items.len()),
        _ if has_code(body) => ResponseKind::Error(code),
        Some([]) => ResponseKind::NoAccounts,
        None if accounts.is_some_and(Value::is_null) => ResponseKind::NoAccounts,
        _ => ResponseKind::Unrecognized,
    }
}

/// A text that is not empty; a value of another type counts as absent.
fn text<'a>(body: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str().filter(|text| !text.is_empty())
}

/// Whether there is an error code, of whatever type: without accounts, something in this field is no success.
fn has_code(body: &Map<String, Value>) -> bool {
    body.get("FlinksCode").is_some_and(|code| !code.is_null() && code.as_str() != Some(""))
}

/// A whole number, also when it is written as `200.0`; anything else counts as absent.
fn whole_number(value: &Value) -> Option<i64> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER)?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
    let number = number as i64;
    Some(number)
}
