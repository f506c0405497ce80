//! The picked files: limits, verdicts and the report.

pub mod batch;
pub mod coverage;
pub mod file;
pub mod finding;
pub mod intake;
pub mod limits;
pub mod lock;
pub mod report;
pub mod requirements;
mod statements;
pub mod task;
mod usage;
mod verdict;
