//! Which kind of answer it is: a result, "not yet", or an error. A webhook's body is such an answer, too.
//!
//! Source: the provider's pages. A webhook of the type `GetAccountsDetail` has the body of a 200; `KYC` comes earlier
//! with the holder alone; the payload of fraud alerts is not documented. Errors have a `FlinksCode`.

use super::{
    detail::{AccountsDetail, Login},
    malformed::{At, Malformed},
    record::{self, Field, record},
};
use crate::core::{connect::error_code::ErrorCode, string_enum::string_enum};
use serde_json::{Map, Value};

string_enum! {
    /// What a webhook is about.
    pub enum ResponseType {
        /// The documents were processed: accounts and transactions.
        GetAccountsDetail = "GetAccountsDetail",
        /// The holder's identity, before the accounts.
        Kyc = "KYC",
    }
}

impl Field for ResponseType {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        String::read(value, at).map(|text| Self::from_text(&text))
    }
}

impl Field for ErrorCode {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        String::read(value, at).map(|text| Self::from_text(&text))
    }
}

record! {
    /// What comes instead of accounts: an error, or "not yet".
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct ErrorBody {
        http_status_code: u16 = "HttpStatusCode",
        /// In webhooks only.
        response_type: ResponseType = "ResponseType",
        flinks_code: ErrorCode = "FlinksCode",
        message: String = "Message",
        login: Login = "Login",
        request_id: String = "RequestId",
        /// The tag that was given to Connect.
        tag: String = "Tag",
    }
}

/// An answer of the API, or the body of a webhook.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The accounts are there.
    Ready(Box<AccountsDetail>),
    /// Status 202: ask again.
    Pending(Box<ErrorBody>),
    /// It failed, and asking again does not help.
    Failed(Box<ErrorBody>),
    /// A webhook of another type, as it came.
    Other(ResponseType, Map<String, Value>),
}

/// Reads an answer; `status` is the one it came with, which counts only where the body names none.
///
/// # Errors
/// Names where something is not as expected, without the value.
///
/// ```
/// use flinks_upload::core::{accounts::{Answer, read_answer}, code::ErrorCode};
/// let answer = read_answer(br#"{"HttpStatusCode":400,"FlinksCode":"Document_Processing_Failed"}"#, 200)?;
/// assert!(matches!(answer, Answer::Failed(error) if error.flinks_code == Some(ErrorCode::DocumentProcessingFailed)));
/// # Ok::<(), flinks_upload::core::results::accounts::Malformed>(())
/// ```
pub fn read_answer(body: &[u8], status: u16) -> Result<Answer, Malformed> {
    let map: Map<String, Value> = record::parse(body)?;
    let kind = map.get("ResponseType").and_then(Value::as_str).map(ResponseType::from_text);
    if let Some(kind) = kind.filter(|kind| *kind != ResponseType::GetAccountsDetail) {
        return Ok(Answer::Other(kind, map));
    }
    let status = map.get("HttpStatusCode").and_then(Value::as_u64).unwrap_or(status.into());
    // A code without accounts is an error whatever the status says.
    let is_error = map.get("FlinksCode").is_some_and(Value::is_string) && !map.contains_key("Accounts");
    let value = Value::Object(map);
    Ok(match status {
        202 => Answer::Pending(Field::read(value, &At::Answer).map(Box::new)?),
        200 if !is_error => Answer::Ready(Field::read(value, &At::Answer).map(Box::new)?),
        _ => Answer::Failed(Field::read(value, &At::Answer).map(Box::new)?),
    })
}

impl Answer {
    /// The tag that was given to Connect.
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.tag.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.tag.as_deref(),
            Self::Other(_, map) => map.get("Tag").and_then(Value::as_str),
        }
    }

    /// The id of the request that it answers.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.request_id.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.request_id.as_deref(),
            Self::Other(_, map) => map.get("RequestId").and_then(Value::as_str),
        }
    }

    /// The id of the link to the institution; unlike a request's it does not expire.
    pub fn login_id(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.login.as_ref()?.id.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.login.as_ref()?.id.as_deref(),
            Self::Other(_, map) => map.get("Login")?.get("Id")?.as_str(),
        }
    }
}
