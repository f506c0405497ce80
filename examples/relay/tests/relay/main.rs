//! The relay as a process, over a real database: SQLite, or PostgreSQL where `RELAY_TEST_DATABASE` names one.

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

mod browsers;
mod floods;
mod metrics;
mod restart;
mod results;
mod streams;
mod support;
mod webhooks;
