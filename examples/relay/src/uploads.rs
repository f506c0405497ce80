//! `POST /uploads` and `POST /uploads/{tag}/submitted`, and the proof that a browser owns an upload.

use crate::{
    app::Relay,
    error::ApiError,
    secret::{Secret, UploadId},
    store::ProviderIds,
};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{AppendHeaders, IntoResponse},
};
use serde::Deserialize;
use serde_json::json;

/// The most uploads of one browser. Their cookies are sent with each request, and servers accept 8 KB of them.
const MAX_COOKIES: usize = 20;
/// How many cookies are deleted at once; a browser that has more is not one of ours.
const MAX_DELETED: usize = 100;
const COOKIE_PREFIX: &str = "__Host-upload-";

/// `__Host-`: browsers accept such a cookie from this host only, not from another one under the same domain.
fn cookie_name(upload: &UploadId) -> String {
    format!("{COOKIE_PREFIX}{}", upload.short())
}

/// `POST /uploads`: creates an upload. Answers with a tag for Connect's `tag`, and a cookie that only this browser has.
///
/// # Errors
/// If the database fails.
pub async fn create(State(relay): State<Relay>, headers: HeaderMap) -> Result<impl IntoResponse, ApiError> {
    let (tag, cookie) = (Secret::new()?, Secret::new()?);
    let id = UploadId::from_tag(&tag);
    relay.store.create(&id, &cookie).await?;
    tracing::info!("upload began");
    let age = relay.config.retention.as_secs();
    let mut cookies = old_cookies(&headers);
    cookies.push(set_cookie(&cookie_name(&id), cookie.as_str(), age));
    let cookies = cookies.into_iter().map(|cookie| (header::SET_COOKIE, cookie));
    Ok((StatusCode::CREATED, AppendHeaders(cookies), Json(json!({ "tag": tag.as_str() }))))
}

fn set_cookie(name: &str, value: &str, age: u64) -> String {
    format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; Secure; SameSite=Strict")
}

/// Deletes the oldest cookies, so that no more than [`MAX_COOKIES`] are left with the new one. Browsers send them from the
/// oldest to the newest (RFC 6265, 5.4).
fn old_cookies(headers: &HeaderMap) -> Vec<String> {
    let names: Vec<&str> = pairs(headers).map(|(name, _)| name).filter(|name| is_cookie_name(name)).collect();
    let surplus = (names.len() + 1).saturating_sub(MAX_COOKIES).min(MAX_DELETED);
    names.into_iter().take(surplus).map(|name| set_cookie(name, "", 0)).collect()
}

fn is_cookie_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    name.strip_prefix(COOKIE_PREFIX).is_some_and(|id| id.len() <= 16 && id.bytes().all(is_letter))
}

/// Extracts the upload of the path, and refuses the request unless it has the upload's cookie.
pub struct OwnUpload {
    /// The id under which the upload is stored.
    pub id: UploadId,
}

impl FromRequestParts<Relay> for OwnUpload {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, relay: &Relay) -> Result<Self, ApiError> {
        let tag = Path::<String>::from_request_parts(parts, relay).await.map_err(|_| ApiError::NotFound)?;
        let tag = Secret::parse(&tag).ok_or(ApiError::NotFound)?;
        let id = UploadId::from_tag(&tag);
        let cookie = cookie(&parts.headers, &cookie_name(&id)).ok_or(ApiError::NotFound)?;
        if relay.store.owns(&id, &cookie).await? { Ok(Self { id }) } else { Err(ApiError::NotFound) }
    }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<Secret> {
    Secret::parse(pairs(headers).find(|(found, _)| *found == name)?.1)
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// The body of `submitted`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Submitted {
    /// The `requestId` of `upload-complete`, if the page knows it.
    request_id: Option<String>,
}

/// `POST /uploads/{tag}/submitted`: the page says that the documents were handed over.
///
/// # Errors
/// If the upload is not this browser's, or the request id can't be one.
pub async fn submitted(
    State(relay): State<Relay>,
    upload: OwnUpload,
    Json(body): Json<Submitted>,
) -> Result<StatusCode, ApiError> {
    let request = body.request_id.unwrap_or_default();
    if !request.is_empty() && !ProviderIds::is_id(&request) {
        return Err(ApiError::BadRequest("`requestId` expects a GUID, got another text".to_owned()));
    }
    relay.store.mark_submitted(&upload.id, &request).await?;
    tracing::info!("documents were handed over");
    Ok(StatusCode::NO_CONTENT)
}
