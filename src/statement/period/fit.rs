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
    let Some(earliest) = from.plus_days(-EARLY_ENTRIES) else { return Fit::Unknown };
    let lies_within = |written: &&Written| {
        [from.year(), to.year()].iter().any(|year| {
            let is_within =
                |written: Written| written.in_year(Some(*year)).is_some_and(|date| earliest <= date && date <= to);
            is_within(**written) || (written.is_ambiguous || written.year.is_none()) && is_within(written.swapped())
        })
    };
    let inside = entries.iter().filter(lies_within).count();
    if inside * 10 >= entries.len() * 8 {
        Fit::Inside
    } else if inside * 2 < entries.len() {
        Fit::Outside
    } else {
        Fit::Unknown
    }
}

/// Whether an entry is of an earlier day than those of a range can be, in whichever way it is read. Later ones may be days on
/// which something is due.
pub(super) fn has_earlier(entries: &[Written], from: Date, to: Date) -> bool {
    let Some(earliest) = from.plus_days(-EARLY_ENTRIES) else { return false };
    entries.iter().any(|written| {
        let readings = [Some(*written), written.is_ambiguous.then(|| written.swapped())];
        let dates = readings.into_iter().flatten().filter_map(|written| {
            // Of a date without a year, the one that is nearest.
            let years = [from.year(), to.year()].map(|year| written.in_year(Some(year)));
            years.into_iter().flatten().min_by_key(|date| date.days_until(to).abs())
        });
        dates.max().is_some_and(|date| date < earliest)
    })
}
