//! A byte range of the file: the unit in which the inspector asks for data.

/// A range of bytes in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Offset of the first byte, from the start of the file.
    pub offset: u64,
    /// Length in bytes.
    pub len: u32,
}

impl Range {
    /// The bytes of this range in `bytes`, which is the whole file. Shorter than `len` if the file ends first.
    pub fn of<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        let start = usize::try_from(self.offset).unwrap_or(usize::MAX).min(bytes.len());
        let end = start.saturating_add(usize::try_from(self.len).unwrap_or(usize::MAX)).min(bytes.len());
        bytes.get(start..end).unwrap_or(&[])
    }
}
