//! Which path leads where, and what all of them share.

use crate::{
    accounts, config::Config, events, flinks::Flinks, limit, limit::Limit, origin, store::Store, token, uploads,
    webhook,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::Response,
    routing::{get, post},
};
use std::{sync::Arc, time::Duration, time::Instant};
use tokio::sync::{Semaphore, watch};
use tower_http::{set_header::SetResponseHeaderLayer, timeout::TimeoutLayer};

/// Longer than Flinks may take to answer.
const LONGEST_REQUEST: Duration = Duration::from_mins(2);
/// What browsers send is an id.
const LONGEST_BODY: usize = 4096;
/// Wrong signatures of one address.
const FORGERIES_PER_MINUTE: u32 = 20;

/// What the handlers share.
#[derive(Clone)]
pub struct Relay {
    /// The configuration.
    pub config: Arc<Config>,
    /// The database.
    pub store: Store,
    /// Flinks' API.
    pub flinks: Flinks,
    /// Requests of browsers.
    pub requests: Arc<Limit>,
    /// Webhooks that are not Flinks's.
    pub forgeries: Arc<Limit>,
    /// Streams that may still be opened.
    pub streams: Arc<Semaphore>,
    /// Becomes true when the relay is to end.
    pub stop: watch::Receiver<bool>,
}

impl Relay {
    /// Puts it together.
    pub fn new(config: Config, store: Store, flinks: Flinks, stop: watch::Receiver<bool>) -> Self {
        Self {
            requests: Arc::new(Limit::per_minute(config.requests_per_minute)),
            forgeries: Arc::new(Limit::per_minute(FORGERIES_PER_MINUTE)),
            streams: Arc::new(Semaphore::new(config.streams)),
            config: Arc::new(config),
            store,
            flinks,
            stop,
        }
    }
}

/// The paths.
pub fn router(relay: Relay) -> Router {
    let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_REQUEST);
    let browsers = Router::new()
        .route("/uploads", post(uploads::begin))
        .route("/uploads/{tag}/submitted", post(uploads::submitted))
        .route("/uploads/{tag}/accounts", get(accounts::show))
        .route("/authorize-token", post(token::make))
        .layer(timeout)
        // A stream has no end to wait for.
        .route("/uploads/{tag}/events", get(events::stream))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(relay.clone(), origin::guard))
        .layer(middleware::from_fn_with_state(relay.clone(), limit::browsers))
        .layer(origin::cors(&relay.config));
    let always = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .merge(browsers)
        .route("/webhooks/flinks", post(webhook::receive))
        .route("/healthz", get(|| async { "alive" }))
        .route("/readyz", get(ready))
        .layer(always(header::CACHE_CONTROL, "no-store"))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(middleware::from_fn(log))
        .with_state(relay)
}

async fn ready(State(relay): State<Relay>) -> Result<&'static str, StatusCode> {
    let is_ready = !*relay.stop.borrow() && relay.store.ping().await.is_ok();
    if is_ready { Ok("ready") } else { Err(StatusCode::SERVICE_UNAVAILABLE) }
}

/// A line for each request, with the route instead of the path: a path holds a tag.
async fn log(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status = response.status().as_u16(), milliseconds, "request");
    response
}
