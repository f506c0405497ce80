//! The cross-reference: where each object is stored (ISO 32000-1, 7.5.4 and 7.5.8).
//!
//! Holds the sections of all revisions and looks up single objects. Never loads a section: that takes a document and is
//! the task of [`xref_loader`](super::xref_loader) and [`recovery`](super::recovery).

mod entry;
mod revision;
mod stream;
mod table;

use super::{error::ParseResult, object::Dict, source::Source};
pub(super) use {
    entry::XrefEntry,
    revision::Revision,
    stream::StreamEntries,
    table::{ENTRY_LEN, Entries, Subsection, entry, parse_entry},
};

/// The cross-reference of one revision.
pub(super) enum Section {
    /// A table.
    Table {
        subsections: Vec<Subsection>,
        /// Whether the trailer names a cross-reference stream for further objects (7.5.8.4).
        is_hybrid: bool,
    },
    /// A stream.
    Stream(StreamEntries),
    /// The objects that a scan of the file found, by number in ascending order.
    Recovered(Vec<(u32, XrefEntry)>),
}

/// The sections loaded so far.
#[derive(Default)]
pub(super) struct Xref {
    base: u64,
    /// Newest first.
    sections: Vec<Section>,
    /// Newest first.
    trailers: Vec<Dict>,
    /// Subsections in all sections.
    lookup_cost: usize,
}

impl Xref {
    /// An empty cross-reference whose offsets count from `base`: the start of the file, or the `%PDF-` header.
    pub(super) fn new(base: u64) -> Self {
        Self { base, ..Self::default() }
    }

    /// A cross-reference made of the objects that a scan found, by number in ascending order.
    pub(super) fn recovered(entries: Vec<(u32, XrefEntry)>, trailers: Vec<Dict>) -> Self {
        Self { sections: vec![Section::Recovered(entries)], trailers, ..Self::default() }
    }

    /// Adds a section that is older than those loaded so far.
    pub(super) fn push(&mut self, section: Section, trailer: Dict) {
        self.lookup_cost = self.lookup_cost.saturating_add(match &section {
            Section::Table { subsections, .. } => subsections.len(),
            Section::Stream(entries) => entries.subsections.len(),
            Section::Recovered(_) => 1,
        });
        self.sections.push(section);
        self.trailers.push(trailer);
    }

    /// Adds trailers that are older than all others.
    pub(super) fn append_trailers(&mut self, mut trailers: Vec<Dict>) {
        self.trailers.append(&mut trailers);
    }

    /// The offset that all other offsets count from.
    pub(super) fn base(&self) -> u64 {
        self.base
    }

    /// Whether no section was loaded yet.
    pub(super) fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// The trailers, newest first.
    pub(super) fn trailers(&self) -> &[Dict] {
        &self.trailers
    }

    /// The newest trailer that has an entry of that key.
    pub(super) fn trailer_with(&self, key: &[u8]) -> Option<&Dict> {
        self.trailers.iter().find(|trailer| trailer.has(key))
    }

    /// The entries of a recovered cross-reference.
    pub(super) fn recovered_entries(&mut self) -> Option<&mut Vec<(u32, XrefEntry)>> {
        match self.sections.first_mut() {
            Some(Section::Recovered(entries)) => Some(entries),
            _ => None,
        }
    }

    /// The most steps that [`Self::find`] takes, for the work budget.
    pub(super) fn lookup_cost(&self) -> usize {
        self.lookup_cost
    }

    /// Where the object of that number is stored.
    pub(super) fn find(&self, source: &mut Source, id: u32) -> ParseResult<XrefEntry> {
        // A table of a hybrid file calls an object free if it is in the stream that the trailer names.
        let mut is_hidden = false;
        for section in &self.sections {
            let found = section.find(source, id)?;
            match section {
                Section::Table { is_hybrid, .. } => is_hidden = *is_hybrid && found == Some(XrefEntry::Free),
                Section::Stream(_) if found.is_none() && is_hidden => return Ok(XrefEntry::Free),
                Section::Stream(_) => is_hidden = false,
                Section::Recovered(_) => {}
            }
            if let Some(entry) = found
                && !is_hidden
            {
                return Ok(entry);
            }
        }
        Ok(XrefEntry::Free)
    }

    /// Where the first revision has the object of that number, if a later one has it elsewhere.
    pub(super) fn find_replaced(&self, source: &mut Source, id: u32) -> ParseResult<Option<XrefEntry>> {
        for section in self.sections.iter().rev() {
            if let Some(entry) = section.find(source, id)?.filter(|&entry| entry != XrefEntry::Free) {
                return Ok(Some(entry).filter(|&entry| Ok(entry) != self.find(source, id)));
            }
        }
        Ok(None)
    }
}

impl Section {
    /// The entry of an object, if this section has one.
    fn find(&self, source: &mut Source, id: u32) -> ParseResult<Option<XrefEntry>> {
        match self {
            Self::Table { subsections, .. } => table::find(subsections, source, id),
            Self::Stream(entries) => Ok(entries.find(id)),
            Self::Recovered(entries) => {
                let index = entries.binary_search_by_key(&id, |entry| entry.0);
                Ok(index.ok().and_then(|index| entries.get(index)).map(|entry| entry.1))
            }
        }
    }
}
