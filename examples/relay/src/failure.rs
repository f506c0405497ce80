//! What a request is answered with when it can't be done. The words are for the page's developer; the reason of a failure
//! of ours is for the log.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is none, or it is another browser's: which of both is nobody's business.
    #[error("no such upload")]
    NotFound,
    /// The webhook is not Flinks's.
    #[error("the signature is missing or wrong")]
    Unsigned,
    /// What came is not what was expected.
    #[error("{0}")]
    Malformed(String),
    /// More bytes than allowed.
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    /// The body came too slowly.
    #[error("the body did not arrive in time")]
    TooSlow,
    /// Too many requests.
    #[error("too many requests")]
    TooMany,
    /// The page is not on the list of those that may ask.
    #[error("this origin may not ask")]
    ForeignOrigin,
    /// The accounts are not there yet.
    #[error("the accounts are not there yet")]
    NotReady,
    /// Flinks did not answer as documented.
    #[error("Flinks did not answer as documented")]
    Upstream(String),
    /// The database can't be used at the moment.
    #[error("the storage can't be used at the moment")]
    Storage(#[from] sqlx::Error),
    /// The system has no randomness to give.
    #[error("no randomness")]
    Randomness(#[from] getrandom::Error),
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unsigned => StatusCode::UNAUTHORIZED,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotReady => StatusCode::CONFLICT,
            Self::Upstream(_) => StatusCode::BAD_GATEWAY,
            Self::Storage(_) | Self::Randomness(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = self.status();
        match &self {
            // Of the database's messages only the kind: they may quote values.
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

/// What kind of database failure it is.
pub fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Database(_) => "refused by the database",
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) => "no connection",
        sqlx::Error::PoolTimedOut => "all connections are taken",
        sqlx::Error::RowNotFound => "a row is missing",
        _ => "other",
    }
}
