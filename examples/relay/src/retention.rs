//! Purges uploads that are older than the configured retention.
//!
//! A clock can be wrong: set forward by a month, it makes every running upload look old. So an upload is also kept until
//! relays have been *running* for a day since it began, which is counted in ticks by a clock that nobody can set.

use crate::{app::Relay, clock, error::storage_failed};
use std::time::Duration;

/// How often time is counted and old uploads are purged.
const TICK: Duration = Duration::from_mins(10);
/// Longer than Flinks repeats a webhook (10 times, 30 minutes apart), after the four hours that processing may take.
const FLOOR: Duration = Duration::from_hours(24);

/// Purges old uploads until the process ends.
pub async fn run(relay: Relay) {
    loop {
        match purge(&relay).await {
            Ok(0) => {}
            Ok(purged) => tracing::info!(purged, "purged old uploads"),
            Err(error) => storage_failed(&error),
        }
        // Several instances over one database count each tick once: only one of them still finds this number.
        let seen = relay.store.ticks().await;
        tokio::time::sleep(TICK).await;
        if let Ok(seen) = seen
            && let Err(error) = relay.store.tick(seen).await
        {
            storage_failed(&error);
        }
    }
}

async fn purge(relay: &Relay) -> Result<u64, sqlx::Error> {
    let retention = relay.config.retention;
    relay.store.purge(clock::now() - clock::millis(retention), floor(retention)).await
}

/// In ticks. A shorter retention has a shorter floor.
fn floor(retention: Duration) -> i64 {
    i64::try_from(retention.min(FLOOR).as_secs() / TICK.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        secret::{Secret, UploadId},
        store::{ProviderIds, Store},
    };
    use flinks_upload::core::results::status::UploadStatus;

    #[test]
    fn the_floor_is_a_day_or_the_retention_if_that_is_shorter() {
        assert_eq!(floor(Duration::from_hours(168)), 144);
        assert_eq!(floor(Duration::from_hours(1)), 6);
    }

    /// A clock set forward by 30 days made the relay forget uploads that were being processed.
    // @claim:relay-retention
    #[tokio::test]
    async fn a_clock_set_forward_forgets_no_running_upload() {
        let file = std::env::temp_dir().join(format!("relay-retention-{}.db", std::process::id()));
        let store = Store::open(&format!("sqlite://{}?mode=rwc", file.display())).await.unwrap();
        let upload = UploadId::from_tag(&Secret::new().unwrap());
        store.create(&upload, &Secret::new().unwrap()).await.unwrap();
        assert!(store.advance_status(&upload, &UploadStatus::Ready, &ProviderIds::default()).await.unwrap());
        let in_a_month = clock::now() + clock::millis(Duration::from_hours(30 * 24));
        for tick in 0..144 {
            assert_eq!(store.purge(in_a_month, 144).await.unwrap(), 0);
            // Two instances, of which one counts.
            store.tick(tick).await.unwrap();
            store.tick(tick).await.unwrap();
        }
        assert_eq!(store.events_after(&upload, 0).await.unwrap().len(), 1);
        assert_eq!(store.purge(clock::now() - 1000, 144).await.unwrap(), 0, "its time has not come");
        assert_eq!(store.purge(in_a_month, 144).await.unwrap(), 1);
        assert_eq!(store.events_after(&upload, 0).await.unwrap().len(), 0);
        std::fs::remove_file(file).unwrap();
    }
}
