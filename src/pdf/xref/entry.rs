//! An entry of a cross-reference table or stream (ISO 32000-1, 7.5.4 and Table 18).

/// Where an object is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum XrefEntry {
    /// There is no such object.
    Free,
    /// At this byte offset, counted from the base of the [`Xref`](super::Xref).
    Offset(u64),
    /// In an object stream.
    InStream {
        /// The object number of the object stream.
        stream: u32,
        /// The index within that object stream.
        index: usize,
    },
}

impl XrefEntry {
    /// Whether the object is in an object stream.
    pub(in crate::pdf) fn is_in_stream(&self) -> bool {
        matches!(self, Self::InStream { .. })
    }
}
