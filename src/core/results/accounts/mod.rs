//! Responses of `GetAccountsDetail`, which are also the bodies of webhooks.
//!
//! Source: the integration guide names the call, the provider's documentation its shape. Nearly every field may be null,
//! values that look like numbers may be strings with leading zeros, and fields may be added: so every field is optional,
//! strings stay strings, and unknown fields are kept. An error names the place, the expected type and the type that came.
//! It never quotes a value: these are people's bank accounts.
//!
//! - [`classify()`] decides what a response says: accounts, not yet, failed. Everything else follows it.
//! - [`webhook`] is for servers that act on that decision.
//! - [`response`] and [`detail`] are the typed form, for servers that keep accounts.
//! - [`summary`] is the part of it that a page shows.

pub mod classify;
pub mod decode_error;
pub mod detail;
mod lenient_struct;
mod reader;
pub mod response;
pub mod response_type;
pub mod summary;
pub mod webhook;

pub use classify::{ResponseKind, classify};
pub use decode_error::DecodeError;
pub use detail::AccountsDetail;
pub use response::{AccountsResponse, ErrorBody, read_response};
pub use response_type::ResponseType;
pub use summary::{AccountSummary, accounts};
pub use webhook::{WebhookNotification, read_notification};

#[cfg(test)]
mod tests;
