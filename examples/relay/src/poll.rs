//! Asks for results whose webhook seems to be lost, as documented: every ten seconds, for half an hour at most. It needs
//! the id of the request, which the page tells with `submitted`. And forgets what is old.

use crate::{
    app::Relay,
    clock,
    failure::Failure,
    secret::{Key, Secret},
    status::Status,
    store::Ids,
};
use flinks_upload::core::results::accounts::{Outcome, read_notice};
use std::time::Duration;

const HOUR: Duration = Duration::from_hours(1);

/// Forgets old uploads, for ever.
pub async fn forget(relay: Relay) {
    loop {
        match relay.store.forget(clock::now() - millis(relay.config.retention)).await {
            Ok(forgotten) => tracing::info!(forgotten, "forgot old uploads"),
            Err(error) => tracing::error!(kind = crate::failure::kind_of(&error), "storage failed"),
        }
        tokio::time::sleep(HOUR).await;
    }
}

/// Asks, for ever.
pub async fn run(relay: Relay) {
    loop {
        tokio::time::sleep(relay.config.poll.every).await;
        if let Err(failure) = round(&relay).await {
            tracing::warn!(reason = failure.to_string(), "asking for a result failed");
        }
    }
}

async fn round(relay: &Relay) -> Result<(), Failure> {
    let (poll, now) = (relay.config.poll, clock::now());
    let handed_before = now - millis(poll.after);
    let asked_before = now - millis(poll.every);
    for (upload, is_first) in
        relay.store.overdue(handed_before - millis(poll.during), handed_before, asked_before).await?
    {
        // Another instance may have been faster.
        if relay.store.claim(&upload, asked_before).await?
            && let Err(failure) = ask(relay, &upload, is_first).await
        {
            tracing::warn!(reason = failure.to_string(), "asking for a result failed");
        }
    }
    Ok(())
}

async fn ask(relay: &Relay, upload: &Key, is_first: bool) -> Result<(), Failure> {
    let ids = relay.store.ids(upload).await?;
    let answer = if is_first {
        relay.flinks.detail(&ids.request).await?
    } else {
        relay.flinks.detail_again(&ids.request).await?
    };
    // About our keys, our pace or their servers, not about the documents: next time.
    if matches!(answer.status, 401 | 403 | 429 | 500..) {
        return Err(Failure::Upstream(format!("status {}", answer.status)));
    }
    let notice = read_notice(&answer.body, answer.status).map_err(|wrong| Failure::Upstream(wrong.to_string()))?;
    let is_of = notice.tag.as_deref().and_then(Secret::read).map_or(ids.proven, |tag| tag.digest() == *upload);
    if matches!(notice.outcome, Outcome::Ready(_)) && !is_of {
        tracing::warn!("the request that a page named is not of its upload");
        return Ok(relay.store.give_up(upload).await?);
    }
    let Some(status) = Status::of(&notice) else { return Ok(()) };
    let login = notice.login_id.filter(|_| is_of).unwrap_or_default();
    relay.store.raise(upload, status, &Ids { request: ids.request, login, proven: is_of }).await?;
    Ok(())
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4)
}
