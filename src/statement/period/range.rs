//! Ranges of dates: "A to B" in one cell, across cells, or stacked on several lines.

use super::{
    super::{
        date::{self, Written},
        fold::{Folded, longest_prefix},
        row::{Row, RowCell, above, below},
    },
    end::{End, labels_end},
    label::{Label, is_other, label},
    resolve::{MAX_DAYS, resolve},
    same_day,
};
use crate::core::date::Date;

/// Between two dates of a range.
const SEPARATORS: &str = "to through thru until jusqu'au jusqu'a au a - and et ending ?";
/// The longest period without a good label, in days.
const MAX_DAYS_UNLABELLED: i32 = 100;
/// How many ranges of a document are compared.
const MAX_RANGES: usize = 200;

/// A range that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) label: Label,
    pub(super) page: usize,
    pub(super) is_upper: bool,
    pub(super) rank: i32,
    pub(super) is_on_two_pages: bool,
}

/// All ranges, each once, with the best of what speaks for it.
pub(super) fn ranges(rows: &[Row], ends: &[End]) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.is_entry {
            continue;
        }
        let before = found.len();
        for (cell_index, cell) in row.cells.iter().enumerate() {
            let left = cell_index.checked_sub(1).and_then(|left| row.cells.get(left));
            let label_above = above(rows, at, cell);
            let start = found.len();
            in_text(&cell.text, left, label_above, row, ends, &mut found);
            if found.len() > start {
                continue;
            }
            // Stacked: the rest of the range stands below.
            let Some((next_row, next_cell)) = below(rows, at, cell) else { continue };
            for text in stack(rows, &cell.text, next_row, next_cell) {
                in_text(&text, left, label_above, row, ends, &mut found);
                if found.len() > start {
                    let next_label = rows.get(next_row).and_then(|row| row.cells.get(next_cell.checked_sub(1)?));
                    // A statement's date above that of a payment is no range.
                    if left.is_some_and(|left| labels_end(&left.text))
                        && next_label.is_some_and(|label| is_other(&label.text))
                    {
                        found.truncate(start);
                    }
                    break;
                }
            }
        }
        if found.len() == before {
            in_text(&row.joined, None, None, row, ends, &mut found);
        }
    }
    let mut ranges: Vec<Range> = Vec::new();
    for range in found.into_iter().take(MAX_RANGES) {
        match ranges.iter_mut().find(|known| known.from == range.from && known.to == range.to) {
            None => ranges.push(range),
            Some(known) => {
                if known.page != range.page && !known.is_on_two_pages {
                    known.is_on_two_pages = true;
                    known.rank += 1;
                }
                known.rank = known.rank.max(range.rank + i32::from(known.is_on_two_pages));
                known.label = known.label.max(range.label);
                known.is_upper |= range.is_upper;
                known.page = known.page.min(range.page);
            }
        }
    }
    ranges
}

/// A cell with the one or two below it.
fn stack(rows: &[Row], text: &Folded, next_row: usize, next_cell: usize) -> Vec<Folded> {
    let Some(second) = rows.get(next_row).and_then(|row| row.cells.get(next_cell)) else { return Vec::new() };
    let mut texts = vec![Folded::join([text, &second.text].into_iter())];
    if let Some((row, cell)) = below(rows, next_row, second)
        && let Some(third) = rows.get(row).and_then(|row| row.cells.get(cell))
    {
        texts.push(Folded::join([text, &second.text, &third.text].into_iter()));
    }
    texts
}

/// The ranges of a text, which stands beside and below other cells.
fn in_text(
    text: &Folded,
    left: Option<&RowCell>,
    label_above: Option<&RowCell>,
    row: &Row,
    ends: &[End],
    found: &mut Vec<Range>,
) {
    let mut label_start = 0;
    let mut place = 0;
    while place < text.squashed.len() {
        let Some((from, to, end)) = range_at(text, place, ends) else {
            place += 1;
            continue;
        };
        let own = text.slice(label_start, place);
        let behind = text.slice(end, text.squashed.len());
        let label = label(&own, &behind, left.map(|cell| &cell.text), label_above.map(|cell| &cell.text));
        label_start = end;
        place = end;
        let days = from.days_until(to) + 1;
        let Some(label) = label else { continue };
        if days > MAX_DAYS || (label < Label::Billing && days > MAX_DAYS_UNLABELLED) {
            continue;
        }
        let is_upper = row.top <= 0.5;
        let of_label = match label {
            Label::Strong => 5,
            Label::Billing => 4,
            Label::Weak => 3,
            Label::None => 1,
        };
        let rank = of_label + i32::from(is_upper) + i32::from((25..=35).contains(&days)) - 2 * i32::from(days < 6);
        found.push(Range { from, to, label, page: row.page, is_upper, rank, is_on_two_pages: false });
    }
}

/// A range that begins at a place, and where it ends. `ends` may lend a year.
fn range_at(text: &Folded, place: usize, ends: &[End]) -> Option<(Date, Date, usize)> {
    if !text.byte(place).is_ascii_alphanumeric() {
        return None;
    }
    let (first, first_end) = match date::at(text, place) {
        Some((written, end)) => (First::Date(written), end),
        None if text.starts_word(place) => date::bare_day(text, place).map(|(day, end)| (First::Day(day), end))?,
        None => return None,
    };
    let (at, has_separator) = skip_separator(text, first_end);
    // Two lines need no word between them.
    if !has_separator && (at == first_end || matches!(first, First::Day(_))) {
        return None;
    }
    let (second, end) = match date::behind_separator(text, at) {
        Some(found) => found,
        // "May 1 - 31, 2025"
        None => match first {
            First::Date(written) if has_separator && written.year.is_none() => {
                let (day, day_end) = date::bare_day(text, at)?;
                let comma = day_end + usize::from(text.byte(day_end) == b',');
                let (year, end) = date::year_at(text, comma)?;
                (Written { year: Some(year), day, ..written }, end)
            }
            _ => return None,
        },
    };
    let first = match first {
        First::Date(written) => written,
        First::Day(day) => Written { day, is_ambiguous: false, ..second },
    };
    let year = ends.iter().find(|end| same_day(second, end.date)).map(|end| end.date.year());
    let (from, to) = resolve(first, second, year)?;
    Some((from, to, end))
}

enum First {
    Date(Written),
    /// A day whose month stands with the second date.
    Day(u8),
}

/// Skips what leads from one date to the next. Whether that was a word or a dash, and not only a bar between cells.
fn skip_separator(text: &Folded, at: usize) -> (usize, bool) {
    let skip = |at: usize, words: &'static str| at + longest_prefix(text.squashed_from(at), words);
    let start = skip(at, "| ,| , .");
    let middle = skip(start, SEPARATORS);
    let end = skip(middle, "| :");
    (skip(end, "the le"), middle > start)
}
