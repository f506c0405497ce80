//! `GET /readyz`: whether an event can be stored.

use crate::{error::kind_of, metrics, store::Store};
use std::time::{Duration, Instant};
use tokio::{sync::Mutex, time::timeout};

/// How long an answer holds, so that asking often does not make the relay write often.
const LIFETIME: Duration = Duration::from_secs(1);
/// A database that takes longer is not ready; a load balancer has given up by then.
const PROBE_TIMEOUT: Duration = Duration::from_secs(2);

/// The last answer.
#[derive(Default)]
pub struct Readiness {
    last: Mutex<Option<(Instant, bool)>>,
}

impl Readiness {
    /// Writes to the database at most once a second. Whoever asks meanwhile waits for that answer.
    pub async fn is_ready(&self, store: &Store) -> bool {
        let mut last = self.last.lock().await;
        if let Some((_, is_ready)) = last.filter(|(at, _)| at.elapsed() < LIFETIME) {
            return is_ready;
        }
        let failure = match timeout(PROBE_TIMEOUT, store.probe()).await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(kind_of(&error)),
            Err(_) => Some("no answer in time"),
        };
        if let Some(kind) = failure {
            tracing::error!(kind, "not ready: no event can be stored");
            metrics::database_error(kind);
        }
        *last = Some((Instant::now(), failure.is_none()));
        failure.is_none()
    }
}
