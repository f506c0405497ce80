//! How long something takes, on however busy a machine.

use flinks_upload::pdf::PdfReport;
use std::{
    env, fs,
    time::{Duration, Instant},
};

/// What one file may take, without optimisation.
const SOON: Duration = Duration::from_secs(1);

/// How much longer it takes while each branch is counted.
const COUNTING: u32 = 10;

/// Counts the processor time of this thread where the system tells it (Linux), so that a busy machine fails no test;
/// else the time that goes by.
pub(crate) struct Stopwatch {
    begun: Instant,
    worked: Option<Duration>,
}

fn worked() -> Option<Duration> {
    let all = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    all.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { begun: Instant::now(), worked: worked() }
    }

    pub(crate) fn time(&self) -> Duration {
        match (self.worked, worked()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.begun.elapsed(),
        }
    }

    pub(crate) fn assert_soon(&self, report: &PdfReport) {
        let time = self.time();
        let soon = if env::var_os("CARGO_LLVM_COV").is_some() { SOON * COUNTING } else { SOON };
        assert!(time < soon, "took {time:?}: {report:?}");
    }
}
