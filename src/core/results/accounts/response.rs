//! A response of `GetAccountsDetail` in typed form, for servers that keep or process accounts.
//!
//! Which kind of response it is, is [`classify`]'s to decide; here it is only read. A server that acts on the kind alone
//! uses [`super::webhook`], which accepts fields of other types.
//!
//! Source: the provider's documentation. A webhook of the type `GetAccountsDetail` has the body of a 200.

use super::{
    classify::{ResponseKind, classify},
    decode_error::{DecodeError, JsonPath, JsonType},
    detail::{AccountsDetail, Login},
    lenient_struct::{FromJson, JsonObject, lenient_struct, parse},
    response_type::ResponseType,
};
use crate::core::connect::error_code::ErrorCode;
use serde_json::{Map, Value};
use std::fmt;

impl FromJson for ErrorCode {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        String::from_json(value, path).map(|text| Self::from_text(&text))
    }
}

lenient_struct! {
    /// The body of a response without accounts: an error, or "not yet".
    pub struct ErrorBody {
        /// The HTTP status, repeated in the body.
        http_status_code: u16 = "HttpStatusCode",
        /// Present in webhooks only.
        response_type: ResponseType = "ResponseType",
        /// What went wrong; also present in pending responses, as `OPERATION_PENDING`.
        flinks_code: ErrorCode = "FlinksCode",
        /// An explanation in English, for developers.
        message: String = "Message",
        /// The login at the institution, where it is known.
        login: Login = "Login",
        /// The id of the request; it expires.
        request_id: String = "RequestId",
        /// The `tag` that was given to Connect.
        tag: String = "Tag",
    }
}

/// A response of the API, or the body of a webhook.
#[derive(Clone, PartialEq)]
pub enum AccountsResponse {
    /// The documents were processed. The list of accounts may be empty or null.
    Ready(Box<AccountsDetail>),
    /// Status 202: ask again, or wait for the webhook.
    Pending(Box<ErrorBody>),
    /// It failed; asking again does not help.
    Failed(Box<ErrorBody>),
    /// A webhook of another type, unchanged.
    Other(ResponseType, Map<String, Value>),
}

impl fmt::Debug for AccountsResponse {
    /// Without the values of a body: these are people's accounts.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready(detail) => formatter.debug_tuple("Ready").field(detail).finish(),
            Self::Pending(body) => formatter.debug_tuple("Pending").field(body).finish(),
            Self::Failed(body) => formatter.debug_tuple("Failed").field(body).finish(),
            Self::Other(response_type, _) => {
                formatter.debug_tuple("Other").field(response_type).finish_non_exhaustive()
            }
        }
    }
}

/// Reads a response or webhook. `http_status` is the status that it came with (200 for a webhook); it counts only where
/// the body has no `HttpStatusCode`.
///
/// # Errors
/// If the body is not a JSON object, is neither a result nor an error, or has a field of another type than documented. The
/// error names the field and never quotes its value.
///
/// ```
/// use flinks_upload::core::{connect::error_code::ErrorCode, results::accounts::{AccountsResponse, read_response}};
/// let body = br#"{"HttpStatusCode":400,"FlinksCode":"Document_Processing_Failed"}"#;
/// let AccountsResponse::Failed(error) = read_response(body, 400)? else { return Ok(()) };
/// assert_eq!(error.flinks_code, Some(ErrorCode::DocumentProcessingFailed));
/// # Ok::<(), flinks_upload::core::results::accounts::DecodeError>(())
/// ```
pub fn read_response(body: &[u8], http_status: u16) -> Result<AccountsResponse, DecodeError> {
    let body: JsonObject = parse(body)?;
    match classify(&body, http_status) {
        ResponseKind::OtherType(response_type) => Ok(AccountsResponse::Other(response_type, body)),
        ResponseKind::Accounts(_) | ResponseKind::NoAccounts => read(body).map(AccountsResponse::Ready),
        ResponseKind::Pending => read(body).map(AccountsResponse::Pending),
        ResponseKind::DocumentsFailed | ResponseKind::Error(_) => read(body).map(AccountsResponse::Failed),
        ResponseKind::Unrecognized => {
            // This fails for `Accounts` of another type, and names the place; without the field it does not.
            read::<AccountsDetail>(body)?;
            Err(JsonPath::Field(&JsonPath::Root, "Accounts").error("a list", JsonType::Null))
        }
    }
}

fn read<T: FromJson>(body: JsonObject) -> Result<Box<T>, DecodeError> {
    T::from_json(Value::Object(body), &JsonPath::Root).map(Box::new)
}

impl AccountsResponse {
    /// The `tag` that was given to Connect.
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.tag.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.tag.as_deref(),
            Self::Other(_, body) => body.get("Tag").and_then(Value::as_str),
        }
    }

    /// The id of the request; it expires.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.request_id.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.request_id.as_deref(),
            Self::Other(_, body) => body.get("RequestId").and_then(Value::as_str),
        }
    }

    /// The id of the login at the institution; unlike a request's it does not expire.
    pub fn login_id(&self) -> Option<&str> {
        match self {
            Self::Ready(detail) => detail.login.as_ref()?.id.as_deref(),
            Self::Pending(body) | Self::Failed(body) => body.login.as_ref()?.id.as_deref(),
            Self::Other(_, body) => body.get("Login")?.get("Id")?.as_str(),
        }
    }
}
