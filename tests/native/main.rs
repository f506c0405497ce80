//! The tests of the crate that need no browser and see it as its users do: one program, since each would be linked by itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "easy to read, and speed does not matter here")]

mod host_interface;
mod pdf;
mod statement_facts;
mod statement_work;
mod tally;
