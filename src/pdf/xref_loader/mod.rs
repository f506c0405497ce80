//! Loads the cross-reference: follows the chain of sections from the newest to the oldest, tables and streams mixed
//! (ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8).
//!
//! The entries of a table are not read here but looked up later. A chain that cannot be followed is left to
//! [`recovery`](super::recovery).

mod stream;
mod table;

use super::{
    document::Document,
    error::{ParseError, ParseResult},
    object::{Dict, Object},
    xref::Section,
};

/// The most sections that are loaded; each update of a file adds one.
const MAX_SECTIONS: usize = 4096;

/// The state of loading, which resumes where data was missing.
#[derive(Default)]
pub(super) struct XrefLoader {
    /// Sections to load, next first: the offset, and whether the `/Prev` of that section is followed.
    queue: Vec<(u64, bool)>,
    /// The offsets of the sections loaded so far.
    visited: Vec<u64>,
}

impl XrefLoader {
    /// Starts with the section at `start`, counted from the base of the document's cross-reference.
    pub(super) fn new(start: u64) -> Self {
        Self { queue: vec![(start, true)], visited: Vec::new() }
    }

    /// Loads all sections into the document's cross-reference.
    ///
    /// # Errors
    /// [`ParseError::Malformed`] if the first section cannot be read. An older section that cannot be read only makes
    /// the index damaged, unless offsets count from the header: then they may be meant to count from the first byte,
    /// and the caller tries that.
    pub(super) fn load(&mut self, document: &mut Document) -> ParseResult<()> {
        while let Some(&(at, follow_prev)) = self.queue.first() {
            let mut next = Vec::new();
            if self.visited.contains(&at) || self.visited.len() >= MAX_SECTIONS {
                document.defects.is_index_damaged |= follow_prev;
            } else {
                match load_section(document, at) {
                    Ok((is_table, trailer)) => next = linked_sections(&trailer, is_table, follow_prev),
                    Err(ParseError::Malformed | ParseError::Incomplete)
                        if !document.xref.is_empty() && document.xref.base() == 0 =>
                    {
                        document.defects.is_index_damaged = true;
                    }
                    Err(error) => return Err(error),
                }
                self.visited.push(at);
            }
            next.extend(self.queue.drain(..).skip(1));
            self.queue = next;
        }
        Ok(())
    }
}

/// Loads one section. Returns whether it is a table, and its trailer.
fn load_section(document: &mut Document, at: u64) -> ParseResult<(bool, Dict)> {
    let offset = at.checked_add(document.xref.base()).ok_or(ParseError::Malformed)?;
    let is_table = document.parse_at(offset, |lexer| match lexer.keyword(b"xref") {
        Err(ParseError::Malformed) => Ok(false),
        result => result.map(|()| true),
    })?;
    let (section, trailer): (Section, Dict) =
        if is_table { table::read(document, offset)? } else { stream::read(document, at)? };
    document.meter.charge_object()?;
    document.xref.push(section, trailer.clone());
    Ok((is_table, trailer))
}

/// The sections that a trailer names, next first.
fn linked_sections(trailer: &Dict, is_table: bool, follow_prev: bool) -> Vec<(u64, bool)> {
    let offset = |key: &[u8]| trailer.get(key).and_then(Object::as_int).and_then(|at| u64::try_from(at).ok());
    let mut sections = Vec::new();
    if is_table {
        // The stream of a hybrid file names the same previous section as the table, so it is followed once.
        sections.extend(offset(b"XRefStm").map(|at| (at, false)));
    }
    // Some writers give 0 where there is no previous section.
    sections.extend(offset(b"Prev").filter(|&at| at > 0 && follow_prev).map(|at| (at, true)));
    sections
}
