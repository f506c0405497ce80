//! The routes, the limits on requests, and the state that the handlers share.

use crate::{
    accounts,
    config::Config,
    error, events,
    flinks::FlinksClient,
    metrics, origin,
    quota::Quota,
    rate_limit::{self, RateLimiter},
    readiness::Readiness,
    secret::UploadId,
    server::unless_local,
    store::Store,
    token, uploads, webhook,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::Response,
    routing::{get, post},
};
use std::{
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::watch;
use tower_http::{set_header::SetResponseHeaderLayer, timeout::TimeoutLayer};

/// How long a request may take; longer than Flinks may take to answer.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(2);
/// The largest body of a browser's request, in bytes. They send an id at most.
const MAX_BODY_BYTES: usize = 4096;
/// More than the tabs in which somebody has the same upload open; the oldest gives way.
const MAX_STREAMS_PER_UPLOAD: u64 = 4;
/// How many webhooks with a wrong signature one address may send in a minute before it gets 429.
const MAX_BAD_SIGNATURES_PER_MINUTE: u32 = 20;

/// The state that the handlers share.
#[derive(Clone)]
pub struct Relay {
    /// The configuration.
    pub config: Arc<Config>,
    /// The database.
    pub store: Store,
    /// The client of Flinks' API.
    pub flinks: FlinksClient,
    /// Limits the requests of browsers.
    pub requests: Arc<RateLimiter>,
    /// Limits webhooks with a wrong signature.
    pub bad_signatures: Arc<RateLimiter>,
    /// Limits tokens for Connect.
    pub tokens: Arc<RateLimiter>,
    /// Limits the streams of all, and of one address.
    pub streams: Arc<Quota<IpAddr>>,
    /// Limits the streams of one upload.
    pub upload_streams: Arc<Quota<UploadId>>,
    /// Limits the bytes of bodies whose signature is not verified yet.
    pub bodies: Arc<Quota<IpAddr>>,
    /// Whether an event can be stored.
    pub readiness: Arc<Readiness>,
    /// Becomes true when the relay shuts down.
    pub shutdown: watch::Receiver<bool>,
}

impl Relay {
    /// Makes the state; the limits are those of the configuration.
    pub fn new(config: Config, store: Store, flinks: FlinksClient, shutdown: watch::Receiver<bool>) -> Self {
        // A body counts a little more than its bytes.
        let body = u64::from(config.webhook_max_bytes) + (64 << 10);
        let buffer = u64::from(config.webhook_buffer_bytes).max(body);
        Self {
            requests: Arc::new(RateLimiter::per_minute(config.requests_per_minute)),
            bad_signatures: Arc::new(RateLimiter::per_minute(MAX_BAD_SIGNATURES_PER_MINUTE)),
            tokens: Arc::new(RateLimiter::per_minute(config.tokens_per_minute)),
            streams: Quota::new(config.streams.into(), {
                let limit = config.streams_per_address.into();
                move |address| unless_local(*address, limit)
            }),
            upload_streams: Quota::new(u64::MAX, |_| MAX_STREAMS_PER_UPLOAD),
            bodies: Quota::new(buffer, move |_| body.max(buffer / 2)),
            readiness: Arc::default(),
            config: Arc::new(config),
            store,
            flinks,
            shutdown,
        }
    }
}

/// The routes, with the middleware that protects them.
pub fn router(relay: Relay) -> Router {
    let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIMEOUT);
    let limit_tokens = middleware::from_fn_with_state(relay.clone(), rate_limit::limit_tokens);
    let tokens = Router::new().route("/authorize-token", post(token::create)).route_layer(limit_tokens);
    let browsers = Router::new()
        .route("/uploads", post(uploads::create))
        .route("/uploads/{tag}/submitted", post(uploads::submitted))
        .route("/uploads/{tag}/accounts", get(accounts::show))
        .merge(tokens)
        .layer(timeout)
        // After the timeout's layer, which does not apply to it: a stream has no end.
        .route("/uploads/{tag}/events", get(events::stream))
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(middleware::from_fn_with_state(relay.clone(), origin::guard))
        .layer(middleware::from_fn_with_state(relay.clone(), rate_limit::limit_browsers))
        .layer(origin::cors(&relay.config));
    let always = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .merge(browsers)
        .route("/webhooks/flinks", post(webhook::receive))
        .route("/healthz", get(|| async { "alive" }))
        .route("/readyz", get(ready))
        .layer(middleware::from_fn(error::as_json))
        .layer(always(header::CACHE_CONTROL, "no-store"))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(middleware::from_fn(log))
        .with_state(relay)
}

async fn ready(State(relay): State<Relay>) -> Result<&'static str, StatusCode> {
    let is_ready = !*relay.shutdown.borrow() && relay.readiness.is_ready(&relay.store).await;
    if is_ready { Ok("ready") } else { Err(StatusCode::SERVICE_UNAVAILABLE) }
}

/// Logs each request, with the route instead of the path, because a path holds a tag.
async fn log(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    tracing::info!(%method, route, status, milliseconds, "request");
    metrics::answered(route, status);
    response
}
