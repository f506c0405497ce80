//! Lists what each revision of a file adds to its cross-reference.

use super::{Section, Xref, XrefEntry, table};
use crate::pdf::{
    document::Meter,
    error::{ParseResult, ok_unless_io},
    object::Dict,
    source::Source,
};
use std::slice;

/// The cost of an entry, in bytes of the work budget: what it takes in memory.
const ENTRY_COST: usize = 32;

/// What a revision adds.
pub(in crate::pdf) struct Revision {
    /// By number in ascending order, each once.
    pub(in crate::pdf) entries: Vec<(u32, XrefEntry)>,
    pub(in crate::pdf) trailer: Dict,
}

impl Revision {
    /// Makes one revision of this and a newer one.
    pub(in crate::pdf) fn merge(&mut self, newer: &Self) {
        let older = std::mem::replace(&mut self.entries, newer.entries.clone());
        self.entries.extend(older);
        sort(&mut self.entries);
        self.trailer = newer.trailer.clone();
    }
}

impl Xref {
    /// The revisions, oldest first. The stream of a hybrid file (ISO 32000-1, 7.5.8.4) belongs to the revision of its table.
    pub(in crate::pdf) fn revisions(&self, source: &mut Source, meter: &mut Meter) -> ParseResult<Vec<Revision>> {
        let mut revisions: Vec<Revision> = Vec::new();
        let mut has_hybrid_table = false;
        for (section, trailer) in self.sections.iter().zip(&self.trailers) {
            let mut entries = section.entries(source, meter)?;
            match (section, revisions.last_mut()) {
                (Section::Stream(_), Some(table)) if has_hybrid_table => {
                    // An object that the table calls free may be in the stream.
                    table.entries.retain(|entry| entry.1 != XrefEntry::Free);
                    table.entries.append(&mut entries);
                    sort(&mut table.entries);
                }
                _ => {
                    sort(&mut entries);
                    revisions.push(Revision { entries, trailer: trailer.clone() });
                }
            }
            has_hybrid_table = matches!(section, Section::Table { is_hybrid: true, .. });
        }
        revisions.reverse();
        Ok(revisions)
    }
}

/// Sorts by number, and keeps the first entry of each.
fn sort(entries: &mut Vec<(u32, XrefEntry)>) {
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
}

impl Section {
    /// All entries. Those that cannot be read are left out.
    fn entries(&self, source: &mut Source, meter: &mut Meter) -> ParseResult<Vec<(u32, XrefEntry)>> {
        let mut entries = Vec::new();
        match self {
            Self::Table { subsections, .. } => {
                for subsection in subsections {
                    for id in subsection.first..subsection.first.saturating_add(subsection.count) {
                        meter.charge_work(ENTRY_COST)?;
                        let entry = ok_unless_io(table::find(slice::from_ref(subsection), source, id))?.flatten();
                        entries.extend(entry.map(|entry| (id, entry)));
                    }
                }
            }
            Self::Stream(stream) => {
                for &(first, count) in &stream.subsections {
                    for id in first..first.saturating_add(count) {
                        meter.charge_work(stream.subsections.len().saturating_add(ENTRY_COST))?;
                        let Some(entry) = stream.find(id) else { break };
                        entries.push((id, entry));
                    }
                }
            }
            Self::Recovered(recovered) => {
                meter.charge_work(recovered.len().saturating_mul(ENTRY_COST))?;
                entries.extend_from_slice(recovered);
            }
        }
        Ok(entries)
    }
}
