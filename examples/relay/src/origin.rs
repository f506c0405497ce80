//! Which pages may send requests: those of the relay's own origin, and those of origins on the list.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::{app::Relay, config::Config, error::ApiError};

/// The CORS headers for origins on the list.
pub fn cors(config: &Config) -> CorsLayer {
    let origins = config.allowed_origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, HeaderName::from_static("last-event-id")])
}

/// Middleware: refuses requests of pages of other origins. CORS alone hides only the answer from them, not the effect.
///
/// # Errors
/// If the page is of another origin that is not on the list.
pub async fn guard(State(relay): State<Relay>, request: Request, next: Next) -> Result<Response, ApiError> {
    let is_allowed = is_allowed(&relay.config, request.headers());
    if is_allowed { Ok(next.run(request).await) } else { Err(ApiError::ForeignOrigin) }
}

fn is_allowed(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    // Not a POST of a browser, which always has the header.
    let Some(origin) = text(header::ORIGIN) else { return true };
    let own = origin.split_once("://").map(|(_, authority)| authority);
    config.allowed_origins.iter().any(|one| one == origin) || (own.is_some() && own == text(header::HOST))
}
