//! Whether the entries of a statement lie within a period.

use super::super::{
    date::{self, Written},
    row::Row,
};
use crate::core::date::Date;

/// Entries may be dated so many days before the period, as those of cards are.
const EARLY_ENTRIES: i32 = 10;
/// So many entries tell whether a period is theirs.
const MIN_ENTRIES: usize = 3;
/// How many dates of the document are compared with a period.
const MAX_ENTRIES: usize = 200;

/// The dates of the entries.
pub(super) fn entries(rows: &[Row]) -> Vec<Written> {
    let entries = rows.iter().filter(|row| row.is_entry).take(MAX_ENTRIES);
    entries.filter_map(|row| date::at(&row.joined, 0).map(|(written, _)| written)).collect()
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Inside,
    Outside,
    Unknown,
}

/// Whether the entries lie within a range.
pub(super) fn fit(entries: &[Written], from: Date, to: Date) -> Fit {
    if entries.len() < MIN_ENTRIES {
        return Fit::Unknown;
    }
    let inside = inside(entries, from, to);
    if inside * 10 >= entries.len() * 8 {
        Fit::Inside
    } else if inside * 2 < entries.len() {
        Fit::Outside
    } else {
        Fit::Unknown
    }
}

/// Whether no entry lies outside of a range, few as they may be.
pub(super) fn contradicts_none(entries: &[Written], from: Date, to: Date) -> bool {
    inside(entries, from, to) == entries.len()
}

/// How many entries lie within a range.
fn inside(entries: &[Written], from: Date, to: Date) -> usize {
    let earliest = from.plus_days(-EARLY_ENTRIES).unwrap_or(from);
    let lies_within = |written: &&Written| {
        [from.year(), to.year()].iter().any(|year| {
            let is_within =
                |written: Written| written.in_year(Some(*year)).is_some_and(|date| earliest <= date && date <= to);
            is_within(**written) || (written.is_ambiguous || written.year.is_none()) && is_within(written.swapped())
        })
    };
    entries.iter().filter(lies_within).count()
}
