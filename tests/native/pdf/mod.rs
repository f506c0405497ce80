//! The check of PDF files, their text, and unlocked copies.

mod bombs;
mod cases;
#[cfg(feature = "fallback-parser")]
mod corpus;
mod encryption;
mod generated;
mod hostile;
mod mutation_fuzz;
#[cfg_attr(not(feature = "fallback-parser"), allow(dead_code, reason = "`corpus` uses all of it"))]
mod oracle;
mod revisions;
mod structure;
pub(crate) mod support;
mod text;
mod unlock;
