//! What comes back after an upload: the answers of `GetAccountsDetail`, which are also the bodies of webhooks.
//!
//! Source: the integration guide names the call, the provider's pages its shape. Nearly every field may be null, what
//! looks like a number may be a text with leading zeros, and more fields may come: so all is optional, texts stay texts,
//! and what is not known here is kept. An error says where, what was expected and what came, and never quotes a value:
//! these are people's bank accounts.
//!
//! - [`answer`] tells a result from "not yet" and from an error, for servers.
//! - [`notice`] is the little of it that a server acts on.
//! - [`detail`] is the typed form, for servers.
//! - [`summary`] is the little of it that a page shows.

pub mod answer;
pub mod detail;
pub mod malformed;
mod node;
pub mod notice;
mod record;
pub mod summary;

pub use answer::{Answer, ErrorBody, ResponseType, read_answer};
pub use detail::AccountsDetail;
pub use malformed::Malformed;
pub use notice::{Notice, Outcome, read_notice};
pub use summary::{AccountSummary, accounts};

#[cfg(test)]
mod tests;
