//! Errors of the API: the status and the JSON body of an answer, `{"error": "…"}`.
//!
//! The messages are for the developer of the page. The reason of an error on this side of the API is only logged, and never
//! holds an id, a tag or a name.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::json;

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
    TooLarge(usize),
    /// The body did not arrive in time.
    #[error("the body did not arrive in time")]
    TooSlow,
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
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotReady => StatusCode::CONFLICT,
            Self::Upstream(_) => StatusCode::BAD_GATEWAY,
            Self::Storage(_) | Self::Randomness(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = self.status();
        match &self {
            // Only the kind: the database's messages may quote values.
            Self::Storage(error) => tracing::error!(kind = kind_of(error), "storage failed"),
            Self::Upstream(reason) => tracing::warn!(reason, "Flinks failed"),
            Self::Randomness(_) => tracing::error!("no randomness"),
            _ => {}
        }
        let mut response = (status, Json(json!({ "error": self.to_string() }))).into_response();
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }
}

/// The kind of a database error, without its message, which may quote values.
pub fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Database(_) => "refused by the database",
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) => "no connection",
        sqlx::Error::PoolTimedOut => "all connections are taken",
        sqlx::Error::RowNotFound => "a row is missing",
        _ => "other",
    }
}
