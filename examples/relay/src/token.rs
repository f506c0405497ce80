//! `POST /authorize-token`: a token for Connect, as plain text.

use crate::{app::Relay, error::ApiError};
use axum::extract::State;

/// Requests a new token, because each can be used only once.
///
/// # Errors
/// If Flinks does not give one.
pub async fn create(State(relay): State<Relay>) -> Result<String, ApiError> {
    relay.flinks.authorize_token().await
}
