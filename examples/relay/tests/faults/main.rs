//! What a relay loses when the machine fails: a full or read-only disk, `kill -9`, a killed database connection, two
//! relays over one file. Each test asks whether every webhook that was answered 200 is stored, exactly once, and prints it.
//!
//! `RELAY_FAULT_ROUNDS` sets how often the random ones are repeated.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::needless_pass_by_value,
    clippy::missing_panics_doc,
    unreachable_pub,
    dead_code,
    missing_docs,
    reason = "tests"
)]

mod disk;
mod ledger;
mod postgres;
mod postgres_server;
mod read_only;
mod restarts;
mod small_disk;
#[path = "../relay/support.rs"]
mod support;
mod upkeep;
