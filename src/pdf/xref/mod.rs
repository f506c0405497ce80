//! The cross-reference: where each object stands (ISO 32000-1, 7.5.4 and 7.5.8).
//!
//! Follows the chain of sections from the newest to the oldest, tables and streams mixed as they come. Rows of a table
//! are looked up where they stand, without reading the others.

mod recover;
mod stream;
mod table;

use super::{
    document::Document,
    object::Dict,
    source::{Parsed, Source, Stop},
};
pub(super) use recover::{adopt_containers, recover};

/// More sections than any honest file has.
const SECTIONS: usize = 4096;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// There is no such object.
    Free,
    /// From this byte on, counted from [`Xref::base`].
    At(u64),
    /// In that object stream, as its how-manieth.
    In(u32, usize),
}

enum Section {
    Table {
        parts: Vec<table::Part>,
        hybrid: bool,
    },
    Stream(stream::Rows),
    /// Sorted by number.
    Scanned(Vec<(u32, Place)>),
}

/// The sections read so far.
#[derive(Default)]
pub(super) struct Xref {
    /// Where offsets count from: the `%PDF-` marker, in files that need it.
    pub(super) base: u64,
    /// Newest first.
    sections: Vec<Section>,
    /// Newest first.
    pub(super) trailers: Vec<Dict>,
    /// Where sections stand, and whether the older one that they name counts.
    waiting: Vec<(u64, bool)>,
    visited: Vec<u64>,
    /// Runs of numbers in all sections.
    effort: usize,
    /// Object streams that a scan of the whole file came across, with their places.
    containers: Vec<(u32, u64)>,
}

impl Xref {
    /// Begins with the section at `start`.
    pub(super) fn starting_at(start: u64, base: u64) -> Self {
        Self { base, waiting: vec![(start, true)], ..Self::default() }
    }

    /// The newest value of a trailer entry.
    pub(super) fn trailer_with(&self, key: &[u8]) -> Option<&Dict> {
        self.trailers.iter().find(|trailer| trailer.has(key))
    }

    /// How much is gone through at most to find where an object stands.
    pub(super) fn effort(&self) -> usize {
        self.effort
    }

    /// Where the object stands.
    pub(super) fn find(&self, source: &mut Source, id: u32) -> Parsed<Place> {
        let mut ask_next = false;
        for section in &self.sections {
            let found = match section {
                Section::Table { parts, hybrid } => {
                    let found = table::find(parts, source, id)?;
                    // What a table calls free may stand in the stream beside it.
                    ask_next = *hybrid && found == Some(Place::Free);
                    found
                }
                Section::Stream(rows) => {
                    let found = rows.find(id);
                    if found.is_none() && ask_next {
                        return Ok(Place::Free);
                    }
                    ask_next = false;
                    found
                }
                Section::Scanned(places) => {
                    let place = places.binary_search_by_key(&id, |place| place.0);
                    place.ok().and_then(|place| places.get(place)).map(|place| place.1)
                }
            };
            if let Some(place) = found
                && !ask_next
            {
                return Ok(place);
            }
        }
        Ok(Place::Free)
    }
}

/// Follows the chain to its end. A first section that can't be read is [`Stop::Broken`], an older one is suspicious,
/// unless it could stand elsewhere: counted from the first byte instead of the marker.
pub(super) fn follow(document: &mut Document) -> Parsed<()> {
    while let Some(&(at, chained)) = document.xref.waiting.first() {
        if document.xref.visited.contains(&at) || document.xref.visited.len() >= SECTIONS {
            document.suspect |= chained;
        } else {
            match section(document, at, chained) {
                Ok(()) => {}
                Err(Stop::Broken | Stop::Cut) if !document.xref.sections.is_empty() && document.xref.base == 0 => {
                    document.suspect = true;
                }
                Err(stop) => return Err(stop),
            }
            document.xref.visited.push(at);
        }
        document.xref.waiting.remove(0);
    }
    Ok(())
}

fn section(document: &mut Document, at: u64, chained: bool) -> Parsed<()> {
    let place = at.checked_add(document.xref.base).ok_or(Stop::Broken)?;
    let is_table = document.parse_at(place, |lexer| match lexer.word(b"xref") {
        Err(Stop::Broken) => Ok(false),
        result => result.map(|()| true),
    })?;
    let (section, trailer) = if is_table { table::read(document, place)? } else { stream::read(document, at)? };
    document.spend_object()?;
    let mut next = Vec::new();
    let link = |key: &[u8]| trailer.get(key).and_then(super::object::Object::int).and_then(|at| u64::try_from(at).ok());
    if let Section::Table { .. } = section {
        // The stream beside a table names the same older section as the table itself.
        next.extend(link(b"XRefStm").map(|at| (at, false)));
    }
    // Some writers say 0 where there is no older section.
    next.extend(link(b"Prev").filter(|&at| at > 0 && chained).map(|at| (at, true)));
    // In front the section itself is still waiting.
    let mut waiting = std::mem::take(&mut document.xref.waiting).into_iter();
    document.xref.waiting.extend(waiting.next());
    document.xref.waiting.extend(next);
    document.xref.waiting.extend(waiting);
    document.xref.effort = document.xref.effort.saturating_add(match &section {
        Section::Table { parts, .. } => parts.len(),
        Section::Stream(rows) => rows.runs(),
        Section::Scanned(_) => 1,
    });
    document.xref.sections.push(section);
    document.xref.trailers.push(trailer);
    Ok(())
}
