//! `GET /uploads/{tag}/accounts`: the accounts, masked for the page, once the upload is `ready`.
//!
//! They are fetched from Flinks with each request and never stored.

use crate::{app::Relay, error::ApiError, flinks::FlinksResponse, store::ProviderIds, uploads::OwnUpload};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use flinks_upload::core::results::{
    accounts::{AccountSummary, ResponseKind, accounts, read_notification},
    status::UploadStatus,
};
use serde_json::{Value, json};

/// The documented interval of polling.
const RETRY_AFTER_SECONDS: &str = "10";

/// Fetches the accounts and sums them up.
///
/// # Errors
/// If the upload is not this browser's or not `ready`, or Flinks fails.
pub async fn show(State(relay): State<Relay>, upload: OwnUpload) -> Result<Response, ApiError> {
    if relay.store.newest(&upload.id).await?.is_none_or(|newest| newest.status != UploadStatus::Ready) {
        return Err(ApiError::NotReady);
    }
    let ids = relay.store.provider_ids(&upload.id).await?;
    let response = fetch(&relay, &ids).await?;
    let notification =
        read_notification(&response.body, response.status).map_err(|error| ApiError::Upstream(error.to_string()))?;
    match notification.kind {
        ResponseKind::Pending => {
            Ok((StatusCode::ACCEPTED, [(RETRY_AFTER, RETRY_AFTER_SECONDS)], Json(json!([]))).into_response())
        }
        ResponseKind::Accounts(_) | ResponseKind::NoAccounts
            if ids.allow_response(&upload.id, notification.tag.as_deref()) =>
        {
            Ok(Json(summarize(&response)?).into_response())
        }
        ResponseKind::Accounts(_) | ResponseKind::NoAccounts => {
            Err(ApiError::Upstream("the accounts of another upload".to_owned()))
        }
        ResponseKind::DocumentsFailed
        | ResponseKind::Error(_)
        | ResponseKind::OtherType(_)
        | ResponseKind::Unrecognized => Err(ApiError::Upstream(format!("status {}", response.status))),
    }
}

/// Asks with the request id of the webhook; if that has expired, with a new session for the login.
async fn fetch(relay: &Relay, ids: &ProviderIds) -> Result<FlinksResponse, ApiError> {
    let first = if ids.request.is_empty() { None } else { Some(relay.flinks.accounts_detail(&ids.request).await?) };
    match first {
        Some(response) if response.status == 202 => relay.flinks.accounts_detail_async(&ids.request).await,
        Some(response) if response.status < 400 || ids.login.is_empty() => Ok(response),
        None if ids.login.is_empty() => Err(ApiError::Upstream("the webhook named no request and no login".to_owned())),
        _ => relay.flinks.accounts_detail(&relay.flinks.authorize(&ids.login).await?).await,
    }
}

fn summarize(response: &FlinksResponse) -> Result<Vec<AccountSummary>, ApiError> {
    let json: Value = serde_json::from_slice(&response.body).map_err(|_| ApiError::Upstream("no JSON".to_owned()))?;
    accounts(&json).map_err(|error| ApiError::Upstream(error.to_string()))
}
