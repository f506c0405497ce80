//! `POST /uploads` and `POST /uploads/{tag}/submitted`, and the proof that a browser owns an upload.

use crate::{
    app::Relay,
    error::ApiError,
    secret::{Secret, UploadId},
};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde::Deserialize;
use serde_json::json;

/// The longest `requestId`; a GUID has 36 characters. In bytes.
const MAX_REQUEST_ID_BYTES: usize = 64;

/// `__Host-`: browsers accept such a cookie from this host only, not from another one under the same domain.
fn cookie_name(upload: &UploadId) -> String {
    format!("__Host-upload-{}", upload.short())
}

/// `POST /uploads`: creates an upload. Answers with a tag for Connect's `tag`, and a cookie that only this browser has.
///
/// # Errors
/// If the database fails.
pub async fn create(State(relay): State<Relay>) -> Result<impl IntoResponse, ApiError> {
    let (tag, cookie) = (Secret::new()?, Secret::new()?);
    let id = UploadId::from_tag(&tag);
    relay.store.create(&id, &cookie).await?;
    tracing::info!("upload began");
    let (name, age) = (cookie_name(&id), relay.config.retention.as_secs());
    let cookie = format!("{name}={}; Path=/; Max-Age={age}; HttpOnly; Secure; SameSite=Strict", cookie.as_str());
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(json!({ "tag": tag.as_str() }))))
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
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    Secret::parse(pairs.find(|(found, _)| *found == name)?.1)
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
    let is_valid = request.len() <= MAX_REQUEST_ID_BYTES
        && request.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_valid {
        return Err(ApiError::BadRequest("`requestId` expects a GUID, got another text".to_owned()));
    }
    relay.store.mark_submitted(&upload.id, &request).await?;
    tracing::info!("documents were handed over");
    Ok(StatusCode::NO_CONTENT)
}
