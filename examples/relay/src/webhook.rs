//! `POST /webhooks/flinks`.
//!
//! It answers 200 only once the status is on disk; after any other answer Flinks delivers again, up to ten times. Deliveries may
//! repeat and arrive out of order, which changes nothing: see `status`.

use crate::{
    app::Relay,
    error::ApiError,
    rate_limit,
    secret::{Secret, UploadId},
    store::ProviderIds,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
};
use flinks_upload::core::results::{
    accounts::{ResponseKind, WebhookNotification, read_notification},
    signature::{SIGNATURE_HEADERS, verify_signature},
};
use std::{net::SocketAddr, time::Instant};

/// Verifies a webhook and stores what it says.
///
/// # Errors
/// If it is not signed by Flinks, too large, too slow, no JSON object, or can't be stored.
pub async fn receive(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, ApiError> {
    let body = read_body(&relay, &headers, body).await?;
    let key = relay.config.flinks.webhook_key.as_bytes();
    // Either header may hold the signature; a wrong one beside a right one does no harm.
    let mut signatures = SIGNATURE_HEADERS.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    if !signatures.any(|signature| verify_signature(&body, signature, key)) {
        let address = rate_limit::client_address(peer, &headers, relay.config.trusted_proxies);
        // Only wrong signatures are limited: Flinks itself is never slowed down.
        let is_allowed = relay.bad_signatures.try_acquire(address, Instant::now());
        return Err(if is_allowed { ApiError::Unsigned } else { ApiError::TooManyRequests });
    }
    let notification = read_notification(&body, 200).map_err(|error| ApiError::BadRequest(error.to_string()))?;
    store(&relay, &notification).await?;
    Ok(StatusCode::OK)
}

async fn read_body(relay: &Relay, headers: &HeaderMap, body: Body) -> Result<Bytes, ApiError> {
    let max = relay.config.webhook_max_bytes;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > max) {
        return Err(ApiError::TooLarge(max));
    }
    match tokio::time::timeout(relay.config.webhook_timeout, to_bytes(body, max)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        // Too long, or the connection broke off: then nobody reads the answer.
        Ok(Err(_)) => Err(ApiError::TooLarge(max)),
        Err(_) => Err(ApiError::TooSlow),
    }
}

async fn store(relay: &Relay, notification: &WebhookNotification) -> Result<(), ApiError> {
    let kind = match &notification.kind {
        ResponseKind::Accounts(_) | ResponseKind::NoAccounts => "accounts",
        ResponseKind::Pending => "pending",
        ResponseKind::DocumentsFailed | ResponseKind::Error(_) => "failure",
        ResponseKind::OtherType(_) => "other",
        ResponseKind::Unrecognized => "unrecognized",
    };
    let tag = notification.tag.as_deref().and_then(Secret::parse);
    let (Some(tag), Some(status)) = (tag, notification.kind.upload_status()) else {
        // A linked bank, an upload that began elsewhere, or something else: there is nothing to store.
        tracing::info!(kind, ours = false, "webhook");
        return Ok(());
    };
    let ids = ProviderIds {
        request: notification.request_id.clone().unwrap_or_default(),
        login: notification.login_id.clone().unwrap_or_default(),
        verified: true,
    };
    let ours = relay.store.advance_status(&UploadId::from_tag(&tag), &status, &ids).await?;
    tracing::info!(kind, ours, "webhook");
    Ok(())
}
