//! `GET /uploads/{tag}/events`: the status of an upload as a stream of server-sent events.
//!
//! It starts with the newest status, or after `Last-Event-ID` with everything that was missed, and goes on with each change. Only
//! the database counts: a notification of a change, and each keep-alive, is a reason to query it. After `ready` nothing can
//! follow: the stream ends, and the next request gets 204, which tells the browser to stop.

use crate::{
    app::Relay,
    client_address::{UNKNOWN, client_address},
    clock::{self, rfc3339},
    error::{ApiError, storage_failed},
    metrics,
    quota::Lease,
    secret::UploadId,
    store::StatusEvent,
    uploads::OwnUpload,
};
use axum::{
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{self, KeepAlive, Sse},
    },
};
use flinks_upload::core::results::status::UploadStatus;
use serde_json::json;
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    time::Duration,
};
use tokio::sync::{
    broadcast::{self, error::RecvError},
    mpsc,
};

/// How long a browser waits before it reconnects.
const RETRY_DELAY: Duration = Duration::from_secs(3);

/// The same after it had to give way to another stream.
const CROWDED_RETRY_DELAY: Duration = Duration::from_secs(30);

/// Opens the stream.
///
/// # Errors
/// If the upload is not this browser's, or too many streams are open.
pub async fn stream(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    upload: OwnUpload,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let address = client_address(peer, &headers, relay.config.proxies).unwrap_or(UNKNOWN);
    let permits = Permits {
        of_address: relay.streams.acquire(&address, 1).ok_or(ApiError::TooManyRequests)?,
        of_upload: relay.upload_streams.acquire(&upload.id, 1).ok_or(ApiError::TooManyRequests)?,
    };
    // Before the query, so that no change falls between the two.
    let changes = relay.store.changes.subscribe();
    let newest = relay.store.newest(&upload.id).await?;
    let last_seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse::<i64>().ok());
    let last_sent = match (last_seen, &newest) {
        (Some(seen), Some(newest)) if (0..=newest.seq).contains(&seen) => seen,
        (_, Some(newest)) => newest.seq - 1,
        (_, None) => 0,
    };
    if newest.is_some_and(|newest| newest.status == UploadStatus::Ready && newest.seq == last_sent) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let (sender, mut receiver) = mpsc::channel(8);
    let keep_alive = relay.config.keep_alive;
    let stream = StatusStream { relay, upload: upload.id, opened: clock::now(), last_sent, sender };
    tokio::spawn(stream.run_until_end(changes, permits));
    let events = futures_util::stream::poll_fn(move |context| receiver.poll_recv(context));
    let response = Sse::new(events).keep_alive(KeepAlive::new().interval(keep_alive).text("keep-alive"));
    // Keeps nginx from buffering the events.
    Ok(([("x-accel-buffering", "no")], response).into_response())
}

/// Sends the events of one upload to one connection.
struct StatusStream {
    relay: Relay,
    upload: UploadId,
    /// When it was opened, in milliseconds since 1970.
    opened: i64,
    /// The number of the newest event that was sent.
    last_sent: i64,
    sender: mpsc::Sender<Result<sse::Event, Infallible>>,
}

/// What an open stream takes of the limits.
struct Permits {
    of_address: Lease<IpAddr>,
    of_upload: Lease<UploadId>,
}

impl StatusStream {
    /// Ends when nothing can follow, when another stream needs the room, and after its longest life: the browser connects
    /// again, and misses nothing. Also if the browser does not read what is sent.
    async fn run_until_end(self, changes: broadcast::Receiver<Option<UploadId>>, mut permits: Permits) {
        let life = longest_life(self.relay.config.stream_life);
        let sender = self.sender.clone();
        tokio::select! {
            () = self.run(changes) => return,
            () = tokio::time::sleep(life) => return,
            () = permits.of_address.revoked() => {}
            () = permits.of_upload.revoked() => {}
        }
        // More streams than there is room for: they should not take turns every three seconds.
        let last = sse::Event::default().comment("too many streams").retry(CROWDED_RETRY_DELAY);
        let _ = sender.try_send(Ok(last));
    }

    async fn run(mut self, mut changes: broadcast::Receiver<Option<UploadId>>) {
        let mut shutdown = self.relay.shutdown.clone();
        let first = sse::Event::default().comment("connected").retry(RETRY_DELAY);
        if self.sender.send(Ok(first)).await.is_err() {
            return;
        }
        while self.send_new_events().await {
            tokio::select! {
                () = self.changed(&mut changes) => {}
                () = tokio::time::sleep(self.relay.config.keep_alive) => {}
                () = self.sender.closed() => return,
                _ = shutdown.wait_for(|shutdown| *shutdown) => return,
            }
        }
    }

    /// Returns whether more events can follow.
    async fn send_new_events(&mut self) -> bool {
        let events = match self.relay.store.events_after(&self.upload, self.last_sent).await {
            Ok(events) => events,
            Err(error) => {
                storage_failed(&error);
                return true;
            }
        };
        for event in events {
            self.last_sent = event.seq;
            if self.sender.send(Ok(to_sse(&event))).await.is_err() {
                return false;
            }
            // What was there before the stream was waits for nobody, and `received` is from the page, not from a webhook.
            if event.at >= self.opened && event.status != UploadStatus::Received {
                let lag = u64::try_from(clock::now() - event.at).unwrap_or_default();
                metrics::delivered(Duration::from_millis(lag));
            }
            if event.status == UploadStatus::Ready {
                return false;
            }
        }
        true
    }

    async fn changed(&self, changes: &mut broadcast::Receiver<Option<UploadId>>) {
        loop {
            match changes.recv().await {
                Ok(Some(upload)) if upload != self.upload => {}
                // This upload, any upload, or more changes than the channel holds.
                Ok(_) | Err(RecvError::Lagged(_)) => return,
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}

/// A little less than configured, and different for each: not all browsers should come back at once.
fn longest_life(configured: Duration) -> Duration {
    let mut random = [0];
    // Without randomness they do come back at once.
    let _ = getrandom::fill(&mut random);
    configured.mul_f64(1.0 - f64::from(random[0]) / 2560.0)
}

fn to_sse(event: &StatusEvent) -> sse::Event {
    let data = json!({ "status": event.status, "at": rfc3339(event.at) });
    sse::Event::default().event("status").id(event.seq.to_string()).data(data.to_string())
}
