//! `POST /authorize-token`: a token for Connect, as plain text.

use crate::{app::Relay, failure::Failure};
use axum::extract::State;

/// Asks Flinks for one, each time anew: a token serves once.
///
/// # Errors
/// If Flinks gives none.
pub async fn make(State(relay): State<Relay>) -> Result<String, Failure> {
    relay.flinks.token().await
}
