//! Polls for results whose webhook seems to be lost: every 10 seconds, for 30 minutes at most.
//!
//! It needs the id of the request, which the page sends with `submitted`. A webhook that arrives later changes nothing.
//!
//! Source: the provider's documentation gives the interval and the time.

use crate::{
    app::Relay,
    clock::{self, millis},
    error::ApiError,
    secret::UploadId,
    store::ProviderIds,
};
use flinks_upload::core::results::accounts::{ResponseKind, read_notification};

/// Polls until the process ends.
pub async fn run(relay: Relay) {
    loop {
        tokio::time::sleep(relay.config.poll.interval).await;
        if let Err(error) = poll_overdue(&relay).await {
            tracing::warn!("polling failed");
            error.record();
        }
    }
}

async fn poll_overdue(relay: &Relay) -> Result<(), ApiError> {
    let (poll, now) = (relay.config.poll, clock::now());
    let submitted_before = now - millis(poll.after);
    let polled_before = now - millis(poll.interval);
    let overdue =
        relay.store.overdue(submitted_before - millis(poll.duration), submitted_before, polled_before).await?;
    for (upload, is_first) in overdue {
        // Another instance may have claimed it in the meantime.
        if relay.store.claim_poll(&upload, polled_before).await?
            && let Err(error) = poll_upload(relay, &upload, is_first).await
        {
            tracing::warn!("polling failed");
            error.record();
        }
    }
    Ok(())
}

async fn poll_upload(relay: &Relay, upload: &UploadId, is_first: bool) -> Result<(), ApiError> {
    let ids = relay.store.provider_ids(upload).await?;
    let response = if is_first {
        relay.flinks.accounts_detail(&ids.request).await?
    } else {
        relay.flinks.accounts_detail_async(&ids.request).await?
    };
    // About our keys, our pace or their servers, not about the documents: try again next time.
    if matches!(response.status, 401 | 403 | 429 | 500..) {
        return Err(ApiError::Upstream(format!("status {}", response.status)));
    }
    let notification =
        read_notification(&response.body, response.status).map_err(|error| ApiError::Upstream(error.to_string()))?;
    let is_verified = ids.allow_response(upload, notification.tag.as_deref());
    let is_result =
        matches!(notification.kind, ResponseKind::Accounts(_) | ResponseKind::NoAccounts | ResponseKind::Unrecognized);
    if is_result && !is_verified {
        tracing::warn!("the request that a page named is not of its upload");
        return Ok(relay.store.stop_polling(upload).await?);
    }
    let Some(status) = notification.kind.upload_status() else { return Ok(()) };
    let login = notification.login_id.filter(|_| is_verified).unwrap_or_default().into_string();
    let ids = ProviderIds { request: ids.request, login, verified: is_verified };
    relay.store.advance_status(upload, &status, &ids).await?;
    Ok(())
}
