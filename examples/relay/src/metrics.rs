//! `GET /metrics`, in the text form that Prometheus reads (`OpenMetrics`), on a listener of its own.
//!
//! Not on the public one with a token: a proxy passes everything on unless it is told otherwise, and how many people upload is
//! nobody else's business. Labels come from closed lists, a route is the pattern and not the path: no request can
//! add a series, and none holds a tag, an id or an address.

use crate::{
    app::Relay,
    error::{ApiError, KINDS},
};
use axum::{
    Router,
    extract::State,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::text,
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};
use std::{sync::LazyLock, time::Duration};

/// Of the process, because errors are counted where nothing else is known of the relay.
static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// What becomes of a webhook that is not refused.
const STORED: &str = "stored";
const NOT_OURS: &str = "not-ours";

type Label = [(&'static str, &'static str); 1];

struct Metrics {
    registry: Registry,
    requests: Family<[(&'static str, String); 2], Counter>,
    rejected: Family<Label, Counter>,
    webhooks: Family<Label, Counter>,
    event_lag: Histogram,
    database_errors: Family<Label, Counter>,
    flinks_errors: Counter,
    streams: Gauge,
    unverified_bytes: Gauge,
    ready: Gauge,
}

impl Metrics {
    fn new() -> Self {
        let mut registry = Registry::with_prefix("relay");
        let requests = Family::default();
        registry.register("requests", "Requests, by route and status", requests.clone());
        let (rejected, webhooks, database_errors): (
            Family<Label, Counter>,
            Family<Label, Counter>,
            Family<Label, Counter>,
        ) = Default::default();
        registry.register("rejected_requests", "Requests that were refused, by reason", rejected.clone());
        registry.register("webhooks", "Webhooks, by outcome", webhooks.clone());
        registry.register("database_errors", "Statements that failed, by kind", database_errors.clone());
        let event_lag =
            Histogram::new([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0]);
        let help = "From the webhook, when its event is about to be stored, to the event in an open stream";
        registry.register("event_lag_seconds", help, event_lag.clone());
        let flinks_errors = Counter::default();
        registry.register("flinks_errors", "Requests that Flinks did not answer as documented", flinks_errors.clone());
        let (streams, unverified_bytes, ready): (Gauge, Gauge, Gauge) = Default::default();
        registry.register("open_streams", "Event streams that are open", streams.clone());
        registry.register(
            "unverified_body_bytes",
            "Bytes of webhooks that are not verified yet",
            unverified_bytes.clone(),
        );
        registry.register("ready", "1 if an event can be stored", ready.clone());
        // From 0 on: the first increase would be no increase if nothing was there before.
        for reason in ApiError::REFUSALS {
            drop(rejected.get_or_create(&[("reason", reason)]));
        }
        for outcome in [STORED, NOT_OURS].iter().chain(ApiError::OF_WEBHOOKS) {
            drop(webhooks.get_or_create(&[("outcome", outcome)]));
        }
        for kind in KINDS {
            drop(database_errors.get_or_create(&[("kind", kind)]));
        }
        Self {
            registry,
            requests,
            rejected,
            webhooks,
            event_lag,
            database_errors,
            flinks_errors,
            streams,
            unverified_bytes,
            ready,
        }
    }
}

/// A request was answered. `route` is a pattern, such as `/uploads/{tag}/events`.
pub fn answered(route: String, status: u16) {
    METRICS.requests.get_or_create(&[("route", route), ("status", status.to_string())]).inc();
}

/// A request was refused.
pub fn refused(reason: &'static str) {
    METRICS.rejected.get_or_create(&[("reason", reason)]).inc();
}

/// A webhook was answered: whether it was stored, or is about no upload of this relay, or why it was refused.
pub fn webhook(result: Result<bool, &ApiError>) {
    let outcome = match result {
        Ok(true) => STORED,
        Ok(false) => NOT_OURS,
        Err(error) => error.reason(),
    };
    METRICS.webhooks.get_or_create(&[("outcome", outcome)]).inc();
}

/// An event was sent to a stream that was open when it came.
pub fn delivered(lag: Duration) {
    METRICS.event_lag.observe(lag.as_secs_f64());
}

/// The database failed.
pub fn database_error(kind: &'static str) {
    METRICS.database_errors.get_or_create(&[("kind", kind)]).inc();
}

/// Flinks did not answer as documented.
pub fn flinks_error() {
    METRICS.flinks_errors.inc();
}

/// The routes of the metrics' own listener.
pub fn router(relay: Relay) -> Router {
    Router::new().route("/metrics", get(show)).with_state(relay)
}

async fn show(State(relay): State<Relay>) -> Response {
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    METRICS.streams.set(count(relay.streams.used()));
    METRICS.unverified_bytes.set(count(relay.bodies.used()));
    METRICS.ready.set(i64::from(relay.readiness.is_ready(&relay.store).await));
    let mut body = String::new();
    // Writing to a text does not fail.
    let _ = text::encode(&mut body, &METRICS.registry);
    ([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], body).into_response()
}
