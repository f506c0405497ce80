//! Errors of the API: the status and the JSON body of an answer, `{"error": "…"}`.
//!
//! The messages are for the developer of the page. The reason of an error on this side of the API is only logged, and never
//! holds an id, a tag or a name.

use crate::metrics;
use axum::{
    Json,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

const RETRY_AFTER_SECONDS: &str = "10";

/// Why a request fails.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// There is no such upload, or it is another browser's. The answer is the same, so that it does not tell which.
    #[error("no such upload")]
    NotFound,
    /// The webhook is not signed by Flinks.
    #[error("the signature is missing or wrong")]
    Unsigned,
    /// The request is not as documented; says what was expected.
    #[error("{0}")]
    BadRequest(String),
    /// The body has more bytes than allowed.
    #[error("the body is larger than {0} bytes")]
    TooLarge(u32),
    /// The body did not arrive in time.
    #[error("the body did not arrive in time")]
    TooSlow,
    /// The proxy does not say whose request it is, or not by an address.
    #[error("the proxy in front of the relay names no address of the client")]
    UnknownClient,
    /// Unverified bodies take all the memory that they may have.
    #[error("too many bodies at the same time")]
    Busy,
    /// Too many requests from one address, or too many streams.
    #[error("too many requests")]
    TooManyRequests,
    /// The page is of an origin that is not on the list.
    #[error("this origin may not ask")]
    ForeignOrigin,
    /// The upload is not `ready`.
    #[error("the accounts are not there yet")]
    NotReady,
    /// Flinks did not answer as documented; the reason is for the log.
    #[error("Flinks did not answer as documented")]
    Upstream(String),
    /// The database failed.
    #[error("the storage can't be used at the moment")]
    Storage(#[from] sqlx::Error),
    /// The system has no randomness.
    #[error("no randomness")]
    Randomness(#[from] getrandom::Error),
}

impl ApiError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unsigned => StatusCode::UNAUTHORIZED,
            Self::BadRequest(_) | Self::UnknownClient => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotReady => StatusCode::CONFLICT,
            Self::Upstream(_) => StatusCode::BAD_GATEWAY,
            Self::Busy | Self::Storage(_) | Self::Randomness(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl ApiError {
    /// The reasons for which a request is refused, as [`Self::reason`] gives them.
    pub const REFUSALS: [&'static str; 10] = [
        "no-such-upload",
        "unsigned",
        "malformed",
        "too-large",
        "too-slow",
        "no-client-address",
        "no-room",
        "too-many",
        "foreign-origin",
        "not-ready",
    ];
    /// Those for which a webhook is not acknowledged.
    pub const OF_WEBHOOKS: &'static [&'static str] =
        &["unsigned", "malformed", "too-large", "too-slow", "no-room", "too-many", "not-stored"];

    /// What it is called in the metrics.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::NotFound => "no-such-upload",
            Self::Unsigned => "unsigned",
            Self::BadRequest(_) => "malformed",
            Self::TooLarge(_) => "too-large",
            Self::TooSlow => "too-slow",
            Self::UnknownClient => "no-client-address",
            Self::Busy => "no-room",
            Self::TooManyRequests => "too-many",
            Self::ForeignOrigin => "foreign-origin",
            Self::NotReady => "not-ready",
            Self::Upstream(_) => "flinks",
            Self::Storage(_) => "not-stored",
            Self::Randomness(_) => "no-randomness",
        }
    }

    /// Logs and counts it.
    pub fn record(&self) {
        match self {
            Self::Storage(error) => storage_failed(error),
            Self::Upstream(reason) => {
                tracing::warn!(reason, "Flinks failed");
                metrics::flinks_error();
            }
            Self::Randomness(_) => tracing::error!("no randomness"),
            refusal => metrics::refused(refusal.reason()),
        }
        if matches!(self, Self::UnknownClient) {
            tracing::error!(
                "the proxy names no address of a client: see RELAY_TRUSTED_PROXIES, RELAY_FORWARDED_HEADER"
            );
        }
    }
}

/// Logs and counts an error of the database. Only its kind: the messages may quote values.
pub fn storage_failed(error: &sqlx::Error) {
    let kind = kind_of(error);
    tracing::error!(kind, "storage failed");
    metrics::database_error(kind);
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = self.status();
        self.record();
        (status, Json(json!({ "error": self.to_string() }))).into_response()
    }
}

/// Middleware: gives each error the JSON body, also those of the framework (a body that is no JSON, a route that does not
/// exist), and says when to try again.
pub async fn as_json(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    if response.headers().get(header::CONTENT_TYPE).is_none_or(|found| found != "application/json") {
        // Not the framework's text, which may quote the body. Its headers stay, such as `Allow`.
        let message = status.canonical_reason().unwrap_or("error").to_lowercase();
        let (parts, body) = Json(json!({ "error": message })).into_response().into_parts();
        *response.body_mut() = body;
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().extend(parts.headers);
    }
    if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_SECONDS));
    }
    response
}

/// What [`kind_of`] gives.
pub const KINDS: [&str; 15] = [
    "no answer in time",
    "no connection",
    "all connections are taken",
    "a row is missing",
    "not as expected",
    "other",
    "the disk is full",
    "read-only",
    "out of resources",
    "locked",
    "interrupted",
    "input or output failed",
    "the file is damaged",
    "the file can't be opened",
    "refused by the database",
];

/// The kind of a database error, without its message, which may quote values.
pub fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Database(error) => kind_of_code(error.code().as_deref().unwrap_or_default()),
        sqlx::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => "no answer in time",
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) => "no connection",
        sqlx::Error::PoolTimedOut => "all connections are taken",
        sqlx::Error::RowNotFound => "a row is missing",
        sqlx::Error::Protocol(_) => "not as expected",
        _ => "other",
    }
}

/// By SQLite's result code, or PostgreSQL's SQLSTATE.
fn kind_of_code(code: &str) -> &'static str {
    // The lowest byte of SQLite's extended code is the code. SQLSTATE has five characters, of which two say the class.
    match (code.len(), code.parse::<u32>().map(|code| code & 0xff)) {
        (5, _) if code == "53100" => "the disk is full",
        (5, _) if code == "25006" => "read-only",
        (5, _) if code.starts_with("53") => "out of resources",
        (5, _) if code.starts_with("55") => "locked",
        (5, _) if code.starts_with("57") => "interrupted",
        (_, Ok(5 | 6)) => "locked",
        (_, Ok(8)) => "read-only",
        (_, Ok(10)) => "input or output failed",
        (_, Ok(11 | 26)) => "the file is damaged",
        (_, Ok(13)) => "the disk is full",
        (_, Ok(14)) => "the file can't be opened",
        _ => "refused by the database",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_either_database_has_a_kind() {
        for (code, kind) in [
            ("13", "the disk is full"),
            ("53100", "the disk is full"),
            ("1032", "read-only"),
            ("25006", "read-only"),
            ("5", "locked"),
            ("55P03", "locked"),
            ("57P01", "interrupted"),
            ("4874", "input or output failed"),
            ("1555", "refused by the database"),
            ("23505", "refused by the database"),
            ("", "refused by the database"),
        ] {
            assert_eq!(kind_of_code(code), kind, "{code}");
            assert!(KINDS.contains(&kind));
        }
        for error in [
            sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()),
            sqlx::Error::Io(std::io::ErrorKind::BrokenPipe.into()),
            sqlx::Error::PoolTimedOut,
            sqlx::Error::RowNotFound,
            sqlx::Error::Protocol(String::new()),
            sqlx::Error::WorkerCrashed,
        ] {
            assert!(KINDS.contains(&kind_of(&error)), "{error}");
        }
    }

    #[test]
    fn a_refusal_is_counted_under_a_name_that_is_there_from_the_start() {
        for error in [
            ApiError::NotFound,
            ApiError::Unsigned,
            ApiError::BadRequest(String::new()),
            ApiError::TooLarge(1),
            ApiError::TooSlow,
            ApiError::UnknownClient,
            ApiError::Busy,
            ApiError::TooManyRequests,
            ApiError::ForeignOrigin,
            ApiError::NotReady,
        ] {
            assert!(ApiError::REFUSALS.contains(&error.reason()), "{error}");
        }
    }
}
