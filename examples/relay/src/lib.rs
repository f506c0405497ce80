//! A reference server for what comes after an upload: it receives Flinks' webhooks and streams the status to the browser
//! that uploaded.
//!
//! The browser creates an upload and gets a tag for Connect and a cookie. A webhook names the tag; its status is stored,
//! then sent to each stream that was opened with the cookie. Nothing personal is stored or logged; accounts are fetched
//! when the browser requests them.

pub mod accounts;
pub mod app;
pub mod client_address;
pub mod clock;
pub mod config;
pub mod error;
pub mod events;
pub mod flinks;
pub mod metrics;
pub mod origin;
pub mod pg_notify;
pub mod poll;
pub mod quota;
pub mod rate_limit;
pub mod readiness;
pub mod retention;
pub mod secret;
pub mod server;
pub mod signature;
pub mod status;
pub mod store;
pub mod token;
pub mod uploads;
pub mod webhook;
