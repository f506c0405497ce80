//! Which pages may send requests: those of the relay's own origin, and those of origins on the list.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::{
    app::Relay,
    config::{Config, parse_origin},
    error::ApiError,
};

/// The CORS headers for origins on the list.
pub fn cors(config: &Config) -> CorsLayer {
    let origins = config.allowed_origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, HeaderName::from_static("last-event-id")])
        .expose_headers([header::RETRY_AFTER])
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
    config.allowed_origins.iter().any(|one| one == origin)
        || text(header::HOST).is_some_and(|host| is_own(origin, host))
}

/// The relay's own origin: https, which ends at the proxy, or http on this machine.
fn is_own(origin: &str, host: &str) -> bool {
    ["https", "http"].iter().any(|scheme| parse_origin(&format!("{scheme}://{host}")).as_deref() == Some(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_origin_has_its_scheme_and_its_port() {
        for (origin, host, is) in [
            ("https://relay.example", "relay.example", true),
            ("https://relay.example", "Relay.example:443", true),
            ("https://relay.example:8443", "relay.example:8443", true),
            ("http://127.0.0.1:8090", "127.0.0.1:8090", true),
            ("http://localhost:8090", "localhost:8090", true),
            ("http://relay.example", "relay.example", false),
            ("https://relay.example:80", "relay.example", false),
            ("ftp://relay.example", "relay.example", false),
            ("null", "null", false),
            ("https://relay.example.evil.example", "relay.example", false),
            ("https://relay.example", "relay.example@evil.example", false),
            ("https://", "", false),
        ] {
            assert_eq!(is_own(origin, host), is, "{origin} {host}");
        }
    }
}
