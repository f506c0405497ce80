//! Which pages may ask: those of the relay's own origin, and those on the list.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::{app::Relay, config::Config, failure::Failure};

/// What the browsers of pages of other origins are told.
pub fn cors(config: &Config) -> CorsLayer {
    let origins = config.allowed_origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, HeaderName::from_static("last-event-id")])
}

/// Keeps pages of other origins from asking for things in a person's name: CORS alone only hides the answer from them.
///
/// # Errors
/// If the page is of another origin that is not on the list.
pub async fn guard(State(relay): State<Relay>, request: Request, next: Next) -> Result<Response, Failure> {
    let may = may_ask(&relay.config, request.headers());
    if may { Ok(next.run(request).await) } else { Err(Failure::ForeignOrigin) }
}

fn may_ask(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    // No browser: browsers send it with each POST.
    let Some(origin) = text(header::ORIGIN) else { return true };
    let own = origin.split_once("://").map(|(_, authority)| authority);
    config.allowed_origins.iter().any(|one| one == origin) || (own.is_some() && own == text(header::HOST))
}
