//! Purges uploads that are older than the configured retention.

use crate::{app::Relay, clock, error::kind_of};
use std::time::Duration;

/// How often old uploads are purged. The retention is counted in hours.
const INTERVAL: Duration = Duration::from_hours(1);

/// Purges old uploads until the process ends.
pub async fn run(relay: Relay) {
    loop {
        match relay.store.purge(clock::now() - clock::millis(relay.config.retention)).await {
            Ok(purged) => tracing::info!(purged, "purged old uploads"),
            Err(error) => tracing::error!(kind = kind_of(&error), "storage failed"),
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
