//! How a test says that it can't run here.

use std::{io::Write, thread};

/// Prints that the test of this thread did not run, and why. The runner counts such a line as skipped, not as passed
/// (`scripts/test/skipped.mjs`).
pub(crate) fn skip(reason: &str) {
    // In one write, so that no other thread's comes between; and not by `println!`, which a test that passes keeps to itself.
    let line = format!("skipped: {}: {reason}\n", thread::current().name().unwrap_or("main"));
    let _ = std::io::stderr().write_all(line.as_bytes());
}
