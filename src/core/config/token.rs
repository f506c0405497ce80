//! The authorization token of Connect.
//!
//! Source: the provider's pages. The host's server makes the token; it is valid for 30 minutes.

/// Where the authorization token comes from.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Token {
    /// There is none.
    #[default]
    None,
    /// The host gave one with the attribute `authorize-token`.
    Fixed(String),
    /// The host's `getAuthorizeToken` is called just before each address is opened.
    Asked,
}

impl std::fmt::Debug for Token {
    /// Without the token itself.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::None => "None",
            Self::Fixed(_) => "Fixed(…)",
            Self::Asked => "Asked",
        })
    }
}

/// Whether a text can be an authorization token: it is not blank and has no control characters, which can't be part of
/// an address.
pub fn is_token(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}
