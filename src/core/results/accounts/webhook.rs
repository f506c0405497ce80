//! What a server acts on when a webhook or a response arrives: its kind, and which upload it is about.
//!
//! It accepts any JSON object: a field that is not as documented must not keep a server from hearing that the documents
//! were processed. To read the accounts as well, use [`super::read_response`].
//!
//! Source: the provider's documentation. Verify the signature first (`results::signature`).

use super::{
    classify::{ResponseKind, classify},
    decode_error::DecodeError,
    lenient_struct::{JsonObject, parse},
};
use crate::core::redacted::Redacted;
use serde_json::Value;

/// The kind of a webhook or response, and the ids that say which upload it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookNotification {
    /// What it says.
    pub kind: ResponseKind,
    /// The `tag` that was given to Connect.
    pub tag: Option<Redacted>,
    /// The id of the request; it expires.
    pub request_id: Option<Redacted>,
    /// The id of the login at the institution; it does not expire.
    pub login_id: Option<Redacted>,
}

/// Reads a webhook or response. `http_status` is the status that it came with (200 for a webhook); it counts only where
/// the body has no `HttpStatusCode`.
///
/// # Errors
/// If the body is not a JSON object.
///
/// ```
/// use flinks_upload::core::results::accounts::{ResponseKind, read_notification};
/// let body = br#"{"ResponseType":"GetAccountsDetail","Accounts":[{}],"Tag":"t"}"#;
/// let notification = read_notification(body, 200)?;
/// assert_eq!((notification.kind, notification.tag.as_deref()), (ResponseKind::Accounts(1), Some("t")));
/// # Ok::<(), flinks_upload::core::results::accounts::DecodeError>(())
/// ```
pub fn read_notification(body: &[u8], http_status: u16) -> Result<WebhookNotification, DecodeError> {
    let body: JsonObject = parse(body)?;
    Ok(WebhookNotification {
        kind: classify(&body, http_status),
        tag: text(body.get("Tag")),
        request_id: text(body.get("RequestId")),
        login_id: text(body.get("Login").and_then(|login| login.get("Id"))),
    })
}

fn text(value: Option<&Value>) -> Option<Redacted> {
    value?.as_str().filter(|text| !text.is_empty()).map(Redacted::from)
}
