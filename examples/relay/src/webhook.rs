//! `POST /webhooks/flinks`.
//!
//! Answered with 200 only once what it says is on disk; with anything else Flinks comes again, up to ten times. It may
//! also come twice or out of order, which changes nothing: see `status`.

use crate::{app::Relay, failure::Failure, limit, secret::Secret, status::Status, store::Ids};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
};
use flinks_upload::core::results::{
    accounts::{Notice, Outcome, read_notice},
    signature::{SIGNATURE_HEADERS, verify_signature},
};
use std::{net::SocketAddr, time::Instant};

/// Takes a webhook.
///
/// # Errors
/// If it is not Flinks's, too large, too slow, or can't be stored.
pub async fn receive(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Failure> {
    let body = read(&relay, &headers, body).await?;
    let key = relay.config.flinks.webhook_key.as_bytes();
    let signatures = SIGNATURE_HEADERS.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    // Both are compared, whichever is right.
    if signatures.filter(|signature| verify_signature(&body, signature, key)).count() == 0 {
        let address = limit::address(peer, &headers, relay.config.trusted_proxies);
        // Flinks itself never gets here; who does may not keep us busy.
        return Err(if relay.forgeries.take(address, Instant::now()) { Failure::Unsigned } else { Failure::TooMany });
    }
    let notice = read_notice(&body, 200).map_err(|wrong| Failure::Malformed(wrong.to_string()))?;
    store(&relay, &notice).await?;
    Ok(StatusCode::OK)
}

async fn read(relay: &Relay, headers: &HeaderMap, body: Body) -> Result<Bytes, Failure> {
    let most = relay.config.webhook_bytes;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(Failure::TooLarge(most));
    }
    match tokio::time::timeout(relay.config.webhook_time, to_bytes(body, most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        // Besides a body that is too long, only a connection that broke off: nobody is there to read the answer.
        Ok(Err(_)) => Err(Failure::TooLarge(most)),
        Err(_) => Err(Failure::TooSlow),
    }
}

async fn store(relay: &Relay, notice: &Notice) -> Result<(), Failure> {
    let kind = match &notice.outcome {
        Outcome::Ready(_) => "accounts",
        Outcome::Pending => "pending",
        Outcome::Failed(_) => "failure",
        Outcome::Other(_) => "other",
    };
    let upload = notice.tag.as_deref().and_then(Secret::read).map(|tag| tag.digest());
    let (Some(upload), Some(status)) = (upload, Status::of(notice)) else {
        // Of a linked bank, of an upload that began elsewhere, or about something else: not ours to store.
        tracing::info!(kind, ours = false, "webhook");
        return Ok(());
    };
    let ids = Ids {
        request: notice.request_id.clone().unwrap_or_default(),
        login: notice.login_id.clone().unwrap_or_default(),
        proven: true,
    };
    let ours = relay.store.raise(&upload, status, &ids).await?;
    tracing::info!(kind, ours, "webhook");
    Ok(())
}
