//! Ids of requests to the outside, by which late answers are recognized and dropped.

/// Identifies one request. An answer that carries an older id is dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// Issues request ids, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RequestIds(u32);

impl RequestIds {
    /// The next id.
    pub fn next_id(&mut self) -> RequestId {
        self.0 = self.0.wrapping_add(1);
        RequestId(self.0)
    }
}
