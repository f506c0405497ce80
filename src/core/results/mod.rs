//! What comes back after an upload, for the host's server and page: accounts, status, webhooks, receipts.

pub mod accounts;
pub mod event_stream;
pub mod member;
pub mod receipt;
#[cfg(feature = "signature")]
pub mod signature;
pub mod status;
