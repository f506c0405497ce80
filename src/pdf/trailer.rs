//! The start and the end of a file: the header (ISO 32000-1, 7.5.2), the offset of the cross-reference (7.5.5), and
//! whether the file was truncated.
//!
//! The end of a file is missing if there is no `%%EOF` behind the last `startxref`, if more of a PDF follows it, or if the
//! file is shorter than its linearization dictionary states (annex F). A truncated file often still contains an older
//! revision that is complete, so nothing else gives it away. What follows and is no part of a PDF, such as a web page
//! that a server appended, is harmless.

use super::{
    chars::is_space,
    error::ParseResult,
    kind::KIND_LEN,
    lex::Lexer,
    object::Object,
    recovery::has_object_header,
    search::{find, find_last},
    source::{SLICE_LEN, Source},
};

/// How many bytes of the start are searched for the header and a linearization dictionary.
pub(super) const HEAD_LEN: u64 = KIND_LEN as u64;
/// How many bytes of the start are read. The first cross-reference of a linearized file and often the first page are in
/// this part.
const HEAD_READ_LEN: u64 = 16 << 10;
/// Files of up to this many bytes are read completely, which costs less than a second round of reading.
const MAX_WHOLE_READ: u64 = 256 << 10;
/// How far from the end readers still search for `startxref`, in bytes. If more of a PDF follows it, they reconstruct the
/// cross-reference.
const MAX_TRAILING_LEN: usize = 1024;
/// Keywords with which an update that was cut off may begin, and which other files don't contain.
const KEYWORDS: [&[u8]; 6] = [b"endobj", b"endstream", b"startxref", b"trailer", b"stream", b"xref"];

/// What the two ends of a file state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FileEnds {
    /// The offset of the `%PDF-` header.
    pub(super) header: u64,
    /// The offset of the newest cross-reference section, if the file states it.
    pub(super) startxref: Option<u64>,
    /// The end seems to be missing.
    pub(super) incomplete: bool,
    /// The file is as it was when it was linearized: one revision, although the cross-reference has two sections.
    pub(super) linearized: bool,
    /// So much of a PDF follows the last end marker that it may include newer objects.
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

/// Parses both ends, which must have been fetched. If there is no end marker where readers expect one, all of the file is
/// searched for it, unless the budget is too small.
pub(super) fn parse(source: &mut Source) -> ParseResult<FileEnds> {
    let size = source.size();
    let head = source.read(0, HEAD_LEN)?;
    let header = find(head, b"%PDF-").unwrap_or(0) as u64;
    let linearized_len = linearized_len(head);
    let is_truncated = linearized_len > Some(size);
    let mut start = size.saturating_sub(SLICE_LEN);
    let has_marker = find_last(source.read(start, SLICE_LEN)?, b"%%EOF").is_some();
    if !has_marker && (source.fits_budget() || source.reaches_end(0)) {
        start = 0;
    }
    let tail = source.read(start, size)?;
    let keyword = find_last(tail, b"startxref");
    let marker = find_last(tail, b"%%EOF").map(|at| at.saturating_add(5));
    let from = |at: usize| tail.get(at..).unwrap_or(&[]);
    let is_complete = marker.is_some_and(|marker| keyword < Some(marker) && !continues(from(marker)));
    let startxref = keyword.and_then(|at| {
        let mut lexer = Lexer::new(from(at.saturating_add(9)), true, 0, 8);
        lexer.int().ok().and_then(|at| u64::try_from(at).ok())
    });
    Ok(FileEnds {
        header,
        startxref,
        linearized: linearized_len == Some(size),
        incomplete: is_truncated || !is_complete,
        outdated: !is_complete && marker.max(keyword).is_none_or(|end| from(end).len() > MAX_TRAILING_LEN),
    })
}

/// Whether the bytes behind an end marker seem to be more of a PDF: the start of an update, or the rest of what an older
/// file, embedded in this one, ends in.
fn continues(bytes: &[u8]) -> bool {
    let rest = bytes.trim_ascii_start();
    let rest = rest.get(rest.iter().take_while(|byte| is_space(**byte)).count()..).unwrap_or(&[]);
    match rest {
        [] => false,
        [b'%' | b'0'..=b'9', ..] => true,
        _ => {
            KEYWORDS.iter().any(|keyword| keyword.starts_with(rest) || find(rest, keyword).is_some())
                || has_object_header(rest)
        }
    }
}

/// The length of the file when it was linearized (`/L`, Table F.1), if it was.
pub(super) fn linearized_len(head: &[u8]) -> Option<u64> {
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
        loop {
            if let Ok(ends) = fetch(&mut source).and_then(|()| parse(&mut source)) {
                return ends;
            }
            let ranges = source.next_ranges().unwrap();
            source.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
        }
    }

    #[test]
    fn a_complete_end_is_recognized() {
        let found = ends(b"..%PDF-1.4\nstartxref\n 42\n%%EOF\r\n");
        assert_eq!(found, FileEnds { header: 2, startxref: Some(42), ..FileEnds::default() });
    }

    #[test]
    fn more_of_a_pdf_behind_the_last_end_marker_makes_a_file_incomplete() {
        let behind = |more: &[u8]| ends(&[b"%PDF-1.4\nstartxref\n42\n%%EOF\n", more].concat());
        for more in
            ["5 0 obj", "5", "%", "xre", "\0 12 0 ob", "endstr", "startxref\n42\n", "<p>endobj", "\u{1A}5 0 obj"]
        {
            assert!(behind(more.as_bytes()).incomplete, "{more}");
        }
        for more in ["", " \r\n\0", "\u{1A}\u{4}", "<html>an <object> of 5 objects</html>", "PK"] {
            assert!(!behind(more.as_bytes()).incomplete, "{more}");
        }
        assert!(behind(&b"5 0 obj<<>>endobj ".repeat(100)).outdated && !behind(b"5 0 obj").outdated);
        assert!(!behind(&b"<p>Thank you</p>".repeat(100)).outdated);
        assert!(ends(b"%PDF-1.4\nstartxref\n42\n%%E").incomplete);
    }

    #[test]
    fn the_end_is_found_in_front_of_a_long_web_page() {
        let mut file = b"%PDF-1.4\nstartxref\n42\n%%EOF\n<html>".to_vec();
        file.extend(b"<p>Thank you for banking with us</p>".repeat(10_000));
        let found = ends(&file);
        assert_eq!(found, FileEnds { header: 0, startxref: Some(42), ..FileEnds::default() });
    }

    #[test]
    fn a_truncated_linearized_file_is_incomplete() {
        let file =
            |len: u32| format!("%PDF-1.4\n1 0 obj<</Linearized 1/L {len}>>endobj startxref 0 %%EOF").into_bytes();
        assert!(ends(&file(5000)).incomplete);
        assert!(!ends(&file(50)).incomplete);
    }
}
