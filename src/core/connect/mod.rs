//! Flinks Connect: where it is, what it posts to the page, and its error codes.

pub mod address;
pub mod error_code;
pub mod message;
