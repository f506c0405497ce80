//! The browser's side of an upload: beginning it, saying that the documents were handed over, and proving that it is
//! the one that began it.

use crate::{
    app::Relay,
    failure::Failure,
    secret::{Key, Secret},
};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde::Deserialize;
use serde_json::json;

/// `__Host-`: browsers take such a cookie from this host alone, never from a neighbour under the same domain.
fn cookie_name(upload: &Key) -> String {
    format!("__Host-upload-{}", upload.short())
}

/// `POST /uploads`: a tag for Connect's `tag`, and a cookie that only this browser has.
///
/// # Errors
/// If the database fails.
pub async fn begin(State(relay): State<Relay>) -> Result<impl IntoResponse, Failure> {
    let (tag, cookie) = (Secret::new()?, Secret::new()?);
    relay.store.begin(&tag.digest(), &cookie.digest()).await?;
    tracing::info!("upload began");
    let name = cookie_name(&tag.digest());
    let age = relay.config.retention.as_secs();
    let cookie = format!("{name}={}; Path=/; Max-Age={age}; HttpOnly; Secure; SameSite=Strict", cookie.text());
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(json!({ "tag": tag.text() }))))
}

/// An upload that this browser began, by the tag in the path and the cookie: for handlers to ask for.
pub struct OwnUpload {
    /// The tag itself, as Flinks echoes it.
    pub tag: Secret,
    /// What names the upload here.
    pub key: Key,
}

impl FromRequestParts<Relay> for OwnUpload {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, relay: &Relay) -> Result<Self, Failure> {
        let tag = Path::<String>::from_request_parts(parts, relay).await.map_err(|_| Failure::NotFound)?;
        let tag = Secret::read(&tag).ok_or(Failure::NotFound)?;
        let key = tag.digest();
        let cookie = cookie(&parts.headers, &cookie_name(&key)).ok_or(Failure::NotFound)?;
        if relay.store.owns(&key, &cookie.digest()).await? { Ok(Self { tag, key }) } else { Err(Failure::NotFound) }
    }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<Secret> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    Secret::read(pairs.find(|(found, _)| *found == name)?.1)
}

/// What the page knows of the request, from `upload-complete`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandedOver {
    request_id: Option<String>,
}

/// `POST /uploads/{tag}/submitted`: the documents were handed over.
///
/// # Errors
/// If it is not this browser's upload, or the id is none.
pub async fn submitted(
    State(relay): State<Relay>,
    upload: OwnUpload,
    Json(body): Json<HandedOver>,
) -> Result<StatusCode, Failure> {
    let request = body.request_id.unwrap_or_default();
    let fits = request.len() <= 64 && request.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !fits {
        return Err(Failure::Malformed("`requestId` expects a GUID, got another text".to_owned()));
    }
    relay.store.hand_over(&upload.key, &request).await?;
    tracing::info!("documents were handed over");
    Ok(StatusCode::NO_CONTENT)
}
