//! Cross-reference streams (ISO 32000-1, 7.5.8): rows of fields of given widths, usually predicted and compressed.

use super::{Place, Section};
use crate::pdf::{
    document::{Document, Entry},
    object::{Dict, Object},
    source::{Parsed, Stop},
};

/// The rows of one stream.
pub(super) struct Rows {
    bytes: Vec<u8>,
    widths: [usize; 3],
    /// Runs of consecutive numbers: the first, and how many.
    index: Vec<(u32, u32)>,
}

/// Reads the stream at `at`, counted from the base.
pub(super) fn read(document: &mut Document, at: u64) -> Parsed<(Section, Dict)> {
    let entry = document.read_at(at, None)?;
    let dict = entry.dict().filter(|_| entry.is_stream()).ok_or(Stop::Broken)?;
    if !dict.get(b"Type").is_some_and(|kind| kind.is_name(b"XRef")) {
        return Err(Stop::Broken);
    }
    let rows = rows(document, &entry, dict)?;
    Ok((Section::Stream(rows), dict.clone()))
}

fn rows(document: &mut Document, entry: &Entry, dict: &Dict) -> Parsed<Rows> {
    let field = |at: usize| {
        let width = dict.get(b"W").and_then(Object::array)?.get(at)?.int()?;
        usize::try_from(width).ok().filter(|&width| width <= 8)
    };
    let (Some(kind), Some(second), Some(third)) = (field(0), field(1), field(2)) else { return Err(Stop::Broken) };
    if second == 0 {
        return Err(Stop::Broken);
    }
    let number = |object: Option<&Object>| object.and_then(Object::int).and_then(|value| u32::try_from(value).ok());
    let index = match dict.get(b"Index").and_then(Object::array) {
        Some(runs) => runs.chunks(2).filter_map(|run| Some((number(run.first())?, number(run.get(1))?))).collect(),
        None => vec![(0, number(dict.get(b"Size")).ok_or(Stop::Broken)?)],
    };
    let bytes = document.decode(entry, u64::MAX)?;
    Ok(Rows { bytes, widths: [kind, second, third], index })
}

impl Rows {
    /// Of how many runs of numbers the rows are.
    pub(super) fn runs(&self) -> usize {
        self.index.len()
    }

    /// Where the object stands, if a row is about it.
    pub(super) fn find(&self, id: u32) -> Option<Place> {
        let mut before = 0usize;
        for &(first, count) in &self.index {
            if let Some(index) = id.checked_sub(first).filter(|&index| index < count) {
                return self.row(before.saturating_add(index as usize));
            }
            before = before.saturating_add(count as usize);
        }
        None
    }

    fn row(&self, index: usize) -> Option<Place> {
        let [kind, second, third] = self.widths;
        let width = kind + second + third;
        let start = index.checked_mul(width)?;
        let row = self.bytes.get(start..start.checked_add(width)?)?;
        let field = |from: usize, len: usize| {
            let bytes = row.get(from..from + len)?;
            Some(bytes.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte)))
        };
        let second_field = field(kind, second)?;
        Some(match if kind == 0 { 1 } else { field(0, kind)? } {
            1 if second_field > 0 => Place::At(second_field),
            2 => Place::In(u32::try_from(second_field).ok()?, usize::try_from(field(kind + second, third)?).ok()?),
            _ => Place::Free,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_over_several_runs_of_numbers() {
        let rows = Rows { bytes: vec![0, 0, 1, 1, 7, 2, 2, 3, 4], widths: [1, 1, 1], index: vec![(0, 1), (10, 5)] };
        assert_eq!(rows.find(0), Some(Place::Free));
        assert_eq!(rows.find(10), Some(Place::At(7)));
        assert_eq!(rows.find(11), Some(Place::In(3, 4)));
        // Announced, but the stream is too short; and not announced.
        assert_eq!((rows.find(12), rows.find(1), rows.find(u32::MAX)), (None, None, None));
    }

    #[test]
    fn a_row_without_a_kind_is_about_an_object_of_its_own() {
        let rows = Rows { bytes: vec![1, 0], widths: [0, 2, 0], index: vec![(5, 1)] };
        assert_eq!(rows.find(5), Some(Place::At(256)));
    }
}
