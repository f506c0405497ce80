//! What the component decides: pure, without a clock, randomness or a DOM. They come in as [`session::Event`]s and
//! leave as [`session::Effect`]s.

mod vocabulary;

pub mod accounts;
pub mod address;
pub mod batch;
pub mod code;
pub mod config;
pub mod error;
pub mod event_stream;
pub mod finding;
pub mod limits;
pub mod member;
pub mod message;
pub mod receipt;
pub mod report;
pub mod session;
pub mod status;
pub mod view;
pub mod words;

#[cfg(test)]
mod testing;
