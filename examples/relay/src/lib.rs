//! A reference server for what comes after an upload: it takes Flinks' webhooks, and tells the browser that uploaded.
//!
//! The browser starts an upload and gets a tag for Connect and a cookie. A webhook names the tag; what it says is
//! stored, then told to whoever listens with that cookie. Nothing personal is stored or logged; accounts are asked for
//! when the browser wants them.

pub mod accounts;
pub mod app;
pub mod clock;
pub mod config;
pub mod events;
pub mod failure;
pub mod flinks;
pub mod limit;
pub mod origin;
pub mod poll;
pub mod secret;
pub mod status;
pub mod store;
pub mod token;
pub mod uploads;
pub mod watch;
pub mod webhook;
