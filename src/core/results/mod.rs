//! What comes back after an upload, for the host's server and page: accounts, status, webhooks, receipts.
//!
//! Pure functions over bytes and text. They never fetch anything and hold no secrets.

pub mod accounts;
pub mod event_stream;
pub mod member;
pub mod receipt;
#[cfg(feature = "signature")]
pub mod signature;
pub mod status;
