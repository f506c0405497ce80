//! How many answers agree.

/// A share of answers that agree.
#[derive(Default)]
pub(crate) struct Share {
    pub(crate) right: u32,
    pub(crate) all: u32,
}

impl Share {
    pub(crate) fn count(&mut self, right: bool) -> bool {
        self.right += u32::from(right);
        self.all += 1;
        right
    }

    pub(crate) fn percent(&self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.all.max(1))
    }

    pub(crate) fn show(&self, what: &str) {
        println!("{what:<32} {:6.2} %  ({} of {})", self.percent(), self.right, self.all);
    }
}
