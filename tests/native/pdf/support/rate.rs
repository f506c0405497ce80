//! A success rate.

/// How many of a number of cases succeeded.
#[derive(Default)]
pub(crate) struct Rate {
    pub(crate) successes: u32,
    pub(crate) total: u32,
}

impl Rate {
    /// Counts a case, and returns whether it succeeded.
    pub(crate) fn count(&mut self, success: bool) -> bool {
        self.successes += u32::from(success);
        self.total += 1;
        success
    }

    pub(crate) fn percent(&self) -> f64 {
        100.0 * f64::from(self.successes) / f64::from(self.total.max(1))
    }

    pub(crate) fn print(&self, name: &str) {
        println!("{name:<32} {:6.2} %  ({} of {})", self.percent(), self.successes, self.total);
    }
}
