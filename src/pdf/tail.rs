//! The two ends of a file: where the cross-reference is, and whether the end is missing.
//!
//! Suspicious are a missing `startxref` or `%%EOF`, anything but white space behind the last `%%EOF`, and a linearized
//! file that is shorter than it says. A cut file often holds an older, complete revision: only these rules tell.

use super::{
    document::{find, find_last},
    lex::{Lexer, is_space},
    object::Object,
    source::{Parsed, SLICE, Source},
};

/// How much of the beginning is looked at.
pub(super) const HEAD: u64 = 1024;
/// How much of it is read: a linearized file's first cross-reference and many a first page are likely to be among it.
const FETCHED: u64 = 16 << 10;
/// A file of up to so many bytes is read in one go: that costs less than a second question would.
const WHOLE: u64 = 256 << 10;
/// So far from the end, readers still look for `startxref`; further away they put the file together anew.
const NEAR: usize = 1024;

/// What the two ends say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    /// Where `%PDF-` stands.
    pub(super) header: u64,
    /// Where the newest cross-reference stands, if the file says so.
    pub(super) start: Option<u64>,
    /// The end may be missing.
    pub(super) suspect: bool,
    /// There is so much behind the last end mark that newer objects may be among it.
    pub(super) outdated: bool,
}

/// Asks for both ends together.
pub(super) fn fetch(source: &mut Source) -> Parsed<()> {
    let size = source.size();
    if size <= WHOLE {
        return source.read(0, size).map(|_| ());
    }
    let head = source.read(0, FETCHED).map(|_| ());
    let tail = source.read(size - SLICE, SLICE).map(|_| ());
    head.and(tail)
}

/// Looks at both ends, which were fetched.
pub(super) fn look(source: &mut Source) -> Parsed<Ends> {
    let size = source.size();
    let head = source.read(0, HEAD)?;
    let header = find(head, b"%PDF-").unwrap_or(0) as u64;
    let cut = linearized_length(head).is_some_and(|len| len > size);
    let tail = source.read(size.saturating_sub(SLICE), SLICE)?;
    let start = find_last(tail, b"startxref");
    let end = find_last(tail, b"%%EOF").map(|at| at.saturating_add(5));
    let behind = |at: usize| tail.get(at..).unwrap_or(&[]);
    let closed = end.is_some_and(|end| behind(end).iter().all(|&byte| is_space(byte)) && start < Some(end));
    let outdated = start.is_none_or(|start| {
        let from = end.unwrap_or(start).max(start);
        !closed && behind(from).len() > NEAR
    });
    let start = start.and_then(|at| {
        let mut lexer = Lexer::new(behind(at.saturating_add(9)), true, 0, 8);
        lexer.int().ok().and_then(|at| u64::try_from(at).ok())
    });
    Ok(Ends { header, start, suspect: cut || !closed || start.is_none(), outdated })
}

/// The length that a linearized file had when it was written.
fn linearized_length(head: &[u8]) -> Option<u64> {
    let mark = find(head, b"/Linearized")?;
    let open = find_last(head.get(..mark)?, b"<<")?;
    match Lexer::new(head.get(open..)?, true, 4, 64).object() {
        Ok(Object::Dict(dict)) => dict.get(b"L").and_then(Object::int).and_then(|len| u64::try_from(len).ok()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(bytes: &[u8]) -> Ends {
        let mut source = Source::new(bytes.len() as u64, u64::MAX);
        assert!(fetch(&mut source).is_err());
        let ranges = source.ask().unwrap();
        source.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
        look(&mut source).unwrap()
    }

    #[test]
    fn a_file_that_ends_well_is_not_suspicious() {
        let found = ends(b"..%PDF-1.4\nstartxref\n 42\n%%EOF\r\n");
        assert_eq!(found, Ends { header: 2, start: Some(42), suspect: false, outdated: false });
    }

    #[test]
    fn what_stands_behind_the_last_end_mark_is_suspicious() {
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%EOF\n5 0 obj").suspect);
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%EOF\nstartxref\n42\n").suspect);
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%E").suspect);
        let mut long = b"%PDF-1.4\nstartxref\n42\n%%EOF\n".to_vec();
        long.extend([b'x'; 2000]);
        assert!(ends(&long).outdated);
    }

    #[test]
    fn a_linearized_file_tells_when_it_was_cut() {
        let file =
            |len: u32| format!("%PDF-1.4\n1 0 obj<</Linearized 1/L {len}>>endobj startxref 0 %%EOF").into_bytes();
        assert!(ends(&file(5000)).suspect);
        assert!(!ends(&file(50)).suspect);
    }
}
