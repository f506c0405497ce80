//! What the component decides: pure, without a clock, randomness or a DOM. They come in as [`session::Event`]s and
//! leave as [`session::Effect`]s.

pub(crate) mod deferred;
pub(crate) mod string_enum;

pub mod config;
pub mod connect;
pub mod date;
pub mod error;
pub mod event_name;
pub mod files;
pub mod i18n;
pub mod language;
pub mod offer;
pub mod redacted;
pub mod request;
pub mod results;
pub mod schema;
pub mod session;
pub mod view;

#[cfg(test)]
mod testing;
