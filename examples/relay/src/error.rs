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
        }
    }
}
