//! The authorization token of Connect.
//!
//! Source: the provider's pages. The host's server makes the token; it is valid for 30 minutes.

use crate::core::redacted::Redacted;

/// Where the authorization token comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Token {
    /// There is none.
    #[default]
    None,
    /// The host gave one with the attribute `authorize-token`.
    Fixed(Redacted),
    /// The host's `getAuthorizeToken` is called just before each address is opened.
    Asked,
}

/// Whether a text can be an authorization token: it is not blank and has no control characters, which can't be part of
/// an address.
pub fn is_token(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}
