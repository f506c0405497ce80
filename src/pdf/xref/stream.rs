//! Cross-reference streams (ISO 32000-1, 7.5.8): looks up entries in the decoded data.

use super::entry::XrefEntry;

/// The entries of one cross-reference stream.
pub(in crate::pdf) struct StreamEntries {
    /// The decoded data of the stream.
    pub(in crate::pdf) bytes: Vec<u8>,
    /// The widths of the three fields of an entry, in bytes (`/W`).
    pub(in crate::pdf) widths: [usize; 3],
    /// The subsections (`/Index`): first object number and number of entries.
    pub(in crate::pdf) subsections: Vec<(u32, u32)>,
}

impl StreamEntries {
    /// The entry of an object, if a subsection covers its number and the data is long enough.
    pub(super) fn find(&self, id: u32) -> Option<XrefEntry> {
        let mut preceding = 0usize;
        for &(first, count) in &self.subsections {
            if let Some(index) = id.checked_sub(first).filter(|&index| index < count) {
                return self.entry(preceding.saturating_add(index as usize));
            }
            preceding = preceding.saturating_add(count as usize);
        }
        None
    }

    fn entry(&self, index: usize) -> Option<XrefEntry> {
        let [kind, second, third] = self.widths;
        let width = kind + second + third;
        let start = index.checked_mul(width)?;
        let bytes = self.bytes.get(start..start.checked_add(width)?)?;
        let field = |from: usize, len: usize| {
            let bytes = bytes.get(from..from + len)?;
            Some(bytes.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte)))
        };
        let second_field = field(kind, second)?;
        // Without a first field the type is 1.
        Some(match if kind == 0 { 1 } else { field(0, kind)? } {
            1 if second_field > 0 => XrefEntry::Offset(second_field),
            2 => XrefEntry::InStream {
                stream: u32::try_from(second_field).ok()?,
                index: usize::try_from(field(kind + second, third)?).ok()?,
            },
            _ => XrefEntry::Free,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_across_subsections() {
        let entries = StreamEntries {
            bytes: vec![0, 0, 1, 1, 7, 2, 2, 3, 4],
            widths: [1, 1, 1],
            subsections: vec![(0, 1), (10, 5)],
        };
        assert_eq!(entries.find(0), Some(XrefEntry::Free));
        assert_eq!(entries.find(10), Some(XrefEntry::Offset(7)));
        assert_eq!(entries.find(11), Some(XrefEntry::InStream { stream: 3, index: 4 }));
        // In a subsection, but behind the end of the data; and in no subsection.
        assert_eq!((entries.find(12), entries.find(1), entries.find(u32::MAX)), (None, None, None));
    }

    #[test]
    fn an_entry_without_a_type_is_an_offset() {
        let entries = StreamEntries { bytes: vec![1, 0], widths: [0, 2, 0], subsections: vec![(5, 1)] };
        assert_eq!(entries.find(5), Some(XrefEntry::Offset(256)));
    }
}
