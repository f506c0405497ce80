//! `GET /uploads/{tag}/events`: what happens to an upload, as a stream of server-sent events.
//!
//! First the newest status, or with `Last-Event-ID` all that was missed; then each as it comes. The database is what
//! counts: a change that was told is only the reason to look there, and each keep-alive is one, too. After `ready`
//! nothing can come: the stream ends, and who asks again is told by 204 to stop.

use crate::{
    app::Relay, clock::rfc3339, failure::Failure, failure::kind_of, secret::Key, store::Event, uploads::OwnUpload,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{self, KeepAlive, Sse},
    },
};
use serde_json::json;
use std::{convert::Infallible, time::Duration};
use tokio::sync::{OwnedSemaphorePermit, broadcast::error::RecvError, mpsc};

use crate::status::Status;

/// How soon a browser comes again after a connection was lost.
const COME_AGAIN: Duration = Duration::from_secs(3);

/// Opens the stream.
///
/// # Errors
/// If it is not this browser's upload, or too many streams are open.
pub async fn stream(State(relay): State<Relay>, upload: OwnUpload, headers: HeaderMap) -> Result<Response, Failure> {
    let permit = relay.streams.clone().try_acquire_owned().map_err(|_| Failure::TooMany)?;
    // Before looking into the database, so that nothing falls between.
    let changes = relay.store.changes.subscribe();
    let newest = relay.store.newest(&upload.key).await?;
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse::<i64>().ok());
    let from = match (seen, newest) {
        (Some(seen), Some(newest)) if (0..=newest.seq).contains(&seen) => seen,
        (_, Some(newest)) => newest.seq - 1,
        (_, None) => 0,
    };
    if newest.is_some_and(|newest| newest.status == Status::Ready && newest.seq == from) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let (sender, mut receiver) = mpsc::channel(8);
    let keep_alive = relay.config.keep_alive;
    tokio::spawn(Teller { relay, key: upload.key, from, sender, _permit: permit }.run(changes));
    let events = futures_util::stream::poll_fn(move |context| receiver.poll_recv(context));
    let response = Sse::new(events).keep_alive(KeepAlive::new().interval(keep_alive).text("keep-alive"));
    // Proxies that buffer would keep events to themselves.
    Ok(([("x-accel-buffering", "no")], response).into_response())
}

struct Teller {
    relay: Relay,
    key: Key,
    /// The newest event that was told.
    from: i64,
    sender: mpsc::Sender<Result<sse::Event, Infallible>>,
    _permit: OwnedSemaphorePermit,
}

impl Teller {
    async fn run(mut self, mut changes: tokio::sync::broadcast::Receiver<Option<Key>>) {
        let mut stop = self.relay.stop.clone();
        let hello = sse::Event::default().comment("connected").retry(COME_AGAIN);
        if self.sender.send(Ok(hello)).await.is_err() {
            return;
        }
        while self.tell().await {
            tokio::select! {
                () = self.changed(&mut changes) => {}
                () = tokio::time::sleep(self.relay.config.keep_alive) => {}
                () = self.sender.closed() => return,
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Tells what is new; whether more can come.
    async fn tell(&mut self) -> bool {
        let events = match self.relay.store.events_after(&self.key, self.from).await {
            Ok(events) => events,
            Err(error) => {
                tracing::error!(kind = kind_of(&error), "storage failed");
                return true;
            }
        };
        for event in events {
            self.from = event.seq;
            if self.sender.send(Ok(written(event))).await.is_err() || event.status == Status::Ready {
                return false;
            }
        }
        true
    }

    async fn changed(&self, changes: &mut tokio::sync::broadcast::Receiver<Option<Key>>) {
        loop {
            match changes.recv().await {
                Ok(Some(key)) if key != self.key => {}
                // This upload, any of them, or more than could be heard.
                Ok(_) | Err(RecvError::Lagged(_)) => return,
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}

fn written(event: Event) -> sse::Event {
    let data = json!({ "status": event.status, "at": rfc3339(event.at) });
    sse::Event::default().event("status").id(event.seq.to_string()).data(data.to_string())
}
