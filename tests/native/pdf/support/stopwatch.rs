//! Measures how long an inspection takes, even on a busy machine.

use std::{
    env,
    fmt::Debug,
    fs,
    time::{Duration, Instant},
};

/// The longest time that one file may take as it is shipped.
const MAX_TIME: Duration = Duration::from_secs(1);
/// How much slower the test profile may be: barely optimized, with overflow checks, on a processor that others use, too.
const TEST_FACTOR: u32 = 3;
/// How much slower code instrumented for coverage may be.
const COVERAGE_FACTOR: u32 = 10;

/// Measures the processor time of this thread where the system reports it (Linux), so that a busy machine fails no test;
/// elsewhere the elapsed time.
pub(crate) struct Stopwatch {
    started: Instant,
    cpu_time: Option<Duration>,
}

fn cpu_time() -> Option<Duration> {
    let schedstat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    schedstat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), cpu_time: cpu_time() }
    }

    pub(crate) fn time(&self) -> Duration {
        match (self.cpu_time, cpu_time()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.started.elapsed(),
        }
    }

    pub(crate) fn assert_within_limit(&self, result: &impl Debug) {
        let time = self.time();
        let factor = if env::var_os("CARGO_LLVM_COV").is_some() { COVERAGE_FACTOR } else { TEST_FACTOR };
        assert!(time < MAX_TIME * factor, "took {time:?}: {result:?}");
    }
}
