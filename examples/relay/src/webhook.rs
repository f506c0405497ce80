//! `POST /webhooks/flinks`.
//!
//! It answers 200 only once the status is on disk; after any other answer Flinks delivers again, up to ten times. Deliveries may
//! repeat and arrive out of order, which changes nothing: see `status`.

use crate::{
    app::Relay,
    client_address::{UNKNOWN, client_address},
    error::ApiError,
    metrics,
    secret::{Secret, UploadId},
    signature::Verifier,
    store::ProviderIds,
};
use axum::{
    body::Body,
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
};
use flinks_upload::core::results::accounts::{ResponseKind, WebhookNotification, read_notification};
use futures_util::StreamExt;
use std::{
    net::{IpAddr, SocketAddr},
    time::Instant,
};

/// What a body counts at least, in bytes: its first block.
const MIN_BODY_BYTES: u64 = BLOCK_BYTES as u64;
const BLOCK_BYTES: usize = 16 << 10;

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
    let result = verify_and_store(&relay, peer, &headers, body).await;
    metrics::webhook(result.as_ref().copied());
    result.map(|_| StatusCode::OK)
}

/// Returns whether it is about an upload of this relay.
async fn verify_and_store(relay: &Relay, peer: SocketAddr, headers: &HeaderMap, body: Body) -> Result<bool, ApiError> {
    let address = client_address(peer, headers, relay.config.proxies).unwrap_or(UNKNOWN);
    let Some(verifier) = Verifier::new(headers, relay.config.flinks.webhook_keys()) else {
        return Err(unsigned(relay, address));
    };
    let reading = read_body(relay, address, headers, body, verifier);
    let body = tokio::time::timeout(relay.config.webhook_timeout, reading).await.map_err(|_| ApiError::TooSlow)??;
    let notification = read_notification(&body, 200).map_err(|error| ApiError::BadRequest(error.to_string()))?;
    drop(body);
    store(relay, &notification).await
}

/// Only wrong signatures are limited: Flinks itself is never slowed down.
fn unsigned(relay: &Relay, address: IpAddr) -> ApiError {
    let is_allowed = relay.bad_signatures.try_acquire(address, Instant::now());
    if is_allowed { ApiError::Unsigned } else { ApiError::TooManyRequests }
}

/// Reads a signed body. Until all of it is there, nobody knows whether it is signed, so the bytes of all bodies together
/// are limited, and whoever sends most gives way.
async fn read_body(
    relay: &Relay,
    address: IpAddr,
    headers: &HeaderMap,
    body: Body,
    mut verifier: Verifier,
) -> Result<Vec<u8>, ApiError> {
    let max = relay.config.webhook_max_bytes;
    let is_too_large =
        |length: usize| u32::try_from(length).is_ok_and(|length| length > max) || length > u32::MAX as usize;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(is_too_large) {
        return Err(ApiError::TooLarge(max));
    }
    let mut lease = relay.bodies.acquire(&address, MIN_BODY_BYTES).ok_or(ApiError::Busy)?;
    let (mut bytes, mut chunks) = (Blocks::default(), body.into_data_stream());
    loop {
        let chunk = tokio::select! {
            () = lease.revoked() => return Err(ApiError::Busy),
            chunk = chunks.next() => chunk,
        };
        let Some(chunk) = chunk else { break };
        // The connection broke off: nobody reads the answer.
        let chunk = chunk.map_err(|_| ApiError::TooSlow)?;
        if is_too_large(bytes.length + chunk.len()) {
            return Err(ApiError::TooLarge(max));
        }
        if !lease.grow(chunk.len() as u64) {
            return Err(ApiError::Busy);
        }
        verifier.update(&chunk);
        bytes.push(&chunk);
    }
    if verifier.is_signed() { Ok(bytes.concat()) } else { Err(unsigned(relay, address)) }
}

/// Bytes in blocks of one size. A vector that grows holds up to three times as much while it moves.
#[derive(Default)]
struct Blocks {
    blocks: Vec<Vec<u8>>,
    length: usize,
}

impl Blocks {
    fn push(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len();
        while !bytes.is_empty() {
            match self.blocks.last_mut() {
                Some(block) if block.len() < BLOCK_BYTES => {
                    let (now, later) = bytes.split_at(bytes.len().min(BLOCK_BYTES - block.len()));
                    block.extend_from_slice(now);
                    bytes = later;
                }
                _ => self.blocks.push(Vec::with_capacity(BLOCK_BYTES)),
            }
        }
    }

    fn concat(self) -> Vec<u8> {
        self.blocks.concat()
    }
}

async fn store(relay: &Relay, notification: &WebhookNotification) -> Result<bool, ApiError> {
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
        return Ok(false);
    };
    let ids = ProviderIds {
        request: provider_id(notification.request_id.as_deref()),
        login: provider_id(notification.login_id.as_deref()),
        verified: true,
    };
    let ours = relay.store.advance_status(&UploadId::from_tag(&tag), &status, &ids).await?;
    tracing::info!(kind, ours, "webhook");
    Ok(ours)
}

/// An id becomes a part of an address later. One that can't be an id is left out, because the status counts without it.
fn provider_id(text: Option<&str>) -> String {
    match text {
        Some(id) if ProviderIds::is_id(id) => id.to_owned(),
        Some(_) => {
            tracing::warn!("a webhook names an id that can't be one");
            String::new()
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_give_back_what_was_put_in() {
        let all: Vec<u8> = (0..100_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        for size in [1, 7, BLOCK_BYTES - 1, BLOCK_BYTES, 50_000, all.len()] {
            let mut blocks = Blocks::default();
            all.chunks(size).for_each(|chunk| blocks.push(chunk));
            assert_eq!(blocks.length, all.len());
            assert!(blocks.concat() == all, "{size}");
        }
    }
}
