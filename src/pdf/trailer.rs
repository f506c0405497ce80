//! The start and the end of a file: the header (ISO 32000-1, 7.5.2), the offset of the cross-reference (7.5.5), and
//! whether the file was truncated.
//!
//! A file is suspect if `startxref` or `%%EOF` is missing, if anything but white space follows the last `%%EOF`, or if
//! it is shorter than its linearization dictionary states (annex F). A truncated file often still contains an older
//! revision that is complete, so nothing else gives it away.

use super::{
    chars::is_space,
    error::ParseResult,
    lex::Lexer,
    object::Object,
    search::{find, find_last},
    source::{SLICE_LEN, Source},
};

/// How many bytes of the start are searched for the header and a linearization dictionary.
pub(super) const HEAD_LEN: u64 = 1024;
/// How many bytes of the start are read. The first cross-reference of a linearized file and often the first page are in
/// this part.
const HEAD_READ_LEN: u64 = 16 << 10;
/// Files of up to this many bytes are read completely, which costs less than a second round of reading.
const MAX_WHOLE_READ: u64 = 256 << 10;
/// How far from the end readers still search for `startxref`, in bytes. If it is farther away, they reconstruct the
/// cross-reference.
const MAX_TRAILING_LEN: usize = 1024;

/// What the two ends of a file state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileEnds {
    /// The offset of the `%PDF-` header.
    pub(super) header: u64,
    /// The offset of the newest cross-reference section, if the file states it.
    pub(super) startxref: Option<u64>,
    /// The end may be missing.
    pub(super) suspect: bool,
    /// So much follows the last end marker that it may include newer objects.
    pub(super) outdated: bool,
}

/// Requests both ends in one round.
pub(super) fn fetch(source: &mut Source) -> ParseResult<()> {
    let size = source.size();
    if size <= MAX_WHOLE_READ {
        return source.read(0, size).map(|_| ());
    }
    let head = source.read(0, HEAD_READ_LEN).map(|_| ());
    let tail = source.read(size - SLICE_LEN, SLICE_LEN).map(|_| ());
    head.and(tail)
}

/// Parses both ends, which must have been fetched.
pub(super) fn parse(source: &mut Source) -> ParseResult<FileEnds> {
    let size = source.size();
    let head = source.read(0, HEAD_LEN)?;
    let header = find(head, b"%PDF-").unwrap_or(0) as u64;
    let is_truncated = linearized_len(head).is_some_and(|len| len > size);
    let tail = source.read(size.saturating_sub(SLICE_LEN), SLICE_LEN)?;
    let keyword = find_last(tail, b"startxref");
    let eof = find_last(tail, b"%%EOF").map(|at| at.saturating_add(5));
    let from = |at: usize| tail.get(at..).unwrap_or(&[]);
    let is_complete = eof.is_some_and(|eof| from(eof).iter().all(|&byte| is_space(byte)) && keyword < Some(eof));
    let outdated = keyword.is_none_or(|keyword| {
        let end = eof.unwrap_or(keyword).max(keyword);
        !is_complete && from(end).len() > MAX_TRAILING_LEN
    });
    let startxref = keyword.and_then(|at| {
        let mut lexer = Lexer::new(from(at.saturating_add(9)), true, 0, 8);
        lexer.int().ok().and_then(|at| u64::try_from(at).ok())
    });
    Ok(FileEnds { header, startxref, suspect: is_truncated || !is_complete || startxref.is_none(), outdated })
}

/// The length of the file when it was linearized (`/L`, Table F.1), if it was.
fn linearized_len(head: &[u8]) -> Option<u64> {
    let key = find(head, b"/Linearized")?;
    let open = find_last(head.get(..key)?, b"<<")?;
    match Lexer::new(head.get(open..)?, true, 4, 64).object() {
        Ok(Object::Dict(dict)) => dict.get(b"L").and_then(Object::as_int).and_then(|len| u64::try_from(len).ok()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(bytes: &[u8]) -> FileEnds {
        let mut source = Source::new(bytes.len() as u64, u64::MAX);
        assert!(fetch(&mut source).is_err());
        let ranges = source.next_ranges().unwrap();
        source.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
        parse(&mut source).unwrap()
    }

    #[test]
    fn a_complete_end_is_not_suspect() {
        let found = ends(b"..%PDF-1.4\nstartxref\n 42\n%%EOF\r\n");
        assert_eq!(found, FileEnds { header: 2, startxref: Some(42), suspect: false, outdated: false });
    }

    #[test]
    fn anything_behind_the_last_end_marker_is_suspect() {
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%EOF\n5 0 obj").suspect);
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%EOF\nstartxref\n42\n").suspect);
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%E").suspect);
        let mut long = b"%PDF-1.4\nstartxref\n42\n%%EOF\n".to_vec();
        long.extend([b'x'; 2000]);
        assert!(ends(&long).outdated);
    }

    #[test]
    fn a_truncated_linearized_file_is_suspect() {
        let file =
            |len: u32| format!("%PDF-1.4\n1 0 obj<</Linearized 1/L {len}>>endobj startxref 0 %%EOF").into_bytes();
        assert!(ends(&file(5000)).suspect);
        assert!(!ends(&file(50)).suspect);
    }
}
