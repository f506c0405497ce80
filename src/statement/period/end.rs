//! The dates that say where a statement begins or ends: labeled ones, dates in boxes, and those of balance rows.

use super::{
    super::{
        date::{self, Written},
        fold::{Folded, words},
        row::{Row, RowCell, below},
    },
    label::is_other,
    resolve::resolve,
};
use crate::core::date::Date;
use std::cell::OnceCell;

/// Before the only or last date of a statement.
const ENDS: &str = "periodending periodended periodeterminee periodetermineele periodeterminantle periodeseterminant \
    periodesterminant statementdate statementclosingdate closingdate dateofstatement datedureleve datedereleve \
    datedurelev datederelev datedefermeture datedecloture statementending statementended statementenddate periodend \
    enddate datedefin";
/// Before the first date.
const STARTS: &str = "openingdate startdate periodstart datededebut periodbegin";
const OPENINGS: &str = "\
    openingbalance beginningbalance startingbalance balanceforward broughtforward soldeouverture solded'ouverture \
    soldereporte soldereport soldeaudebut soldeinitial soldededepart";
const CLOSINGS: &str = "\
    closingbalance endingbalance soldefermeture soldedefermeture soldedecloture soldefinal soldealafin \
    newbalanceason newbalanceon";

/// A date that is labeled as the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) date: Date,
    /// The same with day and month exchanged, where nothing in the document tells which number is which.
    pub(super) swapped: Option<Date>,
}

impl End {
    /// Whether it may be a date.
    pub(super) fn may_be(self, date: Date) -> bool {
        self.date == date || self.swapped == Some(date)
    }
}

/// The dates that are labeled as the end, each once.
pub(super) fn ends(rows: &[Row]) -> Vec<End> {
    let mut ends: Vec<End> = Vec::new();
    let order = OnceCell::new();
    let mut add = |written: Written| {
        let (date, swapped) = match written.is_ambiguous.then(|| *order.get_or_init(|| is_day_first(rows))) {
            Some(Some(true)) => (written.swapped().in_year(None), None),
            Some(None) => (written.in_year(None), written.swapped().in_year(None)),
            Some(Some(false)) | None => (written.in_year(None), None),
        };
        let end = date.map(|date| End { date, swapped });
        ends.extend(end.filter(|end| !ends.contains(end)));
    };
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_entry) {
        for (cell_index, cell) in row.cells.iter().enumerate() {
            if let Some(written) = labeled(rows, at, row, cell_index, cell, ENDS) {
                add(written);
            }
        }
        if let Some(date) = boxes(rows, at, row) {
            add(Written::from(date));
        }
    }
    ends
}

/// Whether the day stands before the month in the dates of a document that are two numbers, by those that can be read in one
/// way only; `None` if there are none, or both kinds.
fn is_day_first(rows: &[Row]) -> Option<bool> {
    let (mut day_first, mut month_first) = (false, false);
    for row in rows {
        let (has_day_first, has_month_first) = date::orders(&row.joined, row.is_entry);
        day_first |= has_day_first;
        month_first |= has_month_first;
    }
    (day_first != month_first).then_some(day_first)
}

/// Whether a cell labels what is beside or below it as the end.
pub(super) fn labels_end(text: &Folded) -> bool {
    text.has_any(ENDS)
}

/// The date that a cell labels with one of some words: behind it, to the right or below.
fn labeled(
    rows: &[Row],
    at: usize,
    row: &Row,
    cell_index: usize,
    cell: &RowCell,
    labels: &'static str,
) -> Option<Written> {
    let text = &cell.text;
    let place_and_end = |label: &str| text.find(label, 0).map(|place| (place, place + label.len()));
    let (place, end) = words(labels).filter_map(place_and_end).max_by_key(|(place, end)| end - place)?;
    let before = text.slice(0, place);
    if is_other(&before) {
        return None;
    }
    let lead = text.squashed_from(end).bytes().take_while(|byte| matches!(byte, b':' | b'-' | b'.' | b',')).count();
    let mut value = end + lead;
    for word in words("le on is as of") {
        if text.squashed_from(value).starts_with(word) && date::at(text, value).is_none() {
            value += word.len();
        }
    }
    let read = |text: &Folded, at: usize| {
        let (written, _) = date::at(text, at)?;
        written.in_year(None).map(|_| written)
    };
    if value < text.squashed.len() {
        return read(text, value);
    }
    let right = row.cells.get(cell_index + 1).and_then(|right| read(&right.text, 0));
    right.or_else(|| {
        let (row, below_cell) = below(rows, at, cell)?;
        read(&rows.get(row)?.cells.get(below_cell)?.text, 0)
    })
}

/// A date in boxes: day, month and year each beside or under its word.
fn boxes(rows: &[Row], at: usize, row: &Row) -> Option<Date> {
    let place = |list: &'static str| words(list).filter_map(|word| row.joined.find_word(word)).min();
    let places = [place("jour day")?, place("mois month")?, place("annee anne ann?e year")?];
    let own = numbers(&row.joined.spaced);
    let next = rows.get(at + 1).filter(|next| next.page == row.page);
    let values = if own.len() >= 3 { own } else { numbers(&next?.joined.spaced) };
    // The numbers stand in the order of the words.
    let [day, month, year] = places.map(|own| values.get(places.iter().filter(|other| **other < own).count()).copied());
    Date::new(i32::from(year?), u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)
        .filter(|date| (1990..2100).contains(&date.year()))
}

/// The first numbers of a text; without those that are too large.
fn numbers(text: &str) -> Vec<u16> {
    let mut numbers = Vec::new();
    for word in text.split(|character: char| !character.is_ascii_digit()) {
        let digit = |byte: u8| u32::from(byte.wrapping_sub(b'0'));
        let number = word.bytes().fold(0, |number: u32, byte| number.saturating_mul(10).saturating_add(digit(byte)));
        if let (false, true, Ok(number)) = (word.is_empty(), numbers.len() < 4, u16::try_from(number)) {
            numbers.push(number);
        }
    }
    numbers
}

/// The dates of the first opening and the last closing balance.
pub(super) fn balance_dates(rows: &[Row]) -> (Option<Written>, Option<Written>) {
    let opening = rows.iter().find_map(|row| dated(row, OPENINGS));
    let closing = rows.iter().rev().find_map(|row| dated(row, CLOSINGS));
    if opening.is_some() && closing.is_some() {
        return (opening, closing);
    }
    let start = first_labeled(rows, STARTS);
    let end = start.and_then(|_| first_labeled(rows, ENDS));
    (opening.or(start), closing.or(end))
}

/// The date of a row that holds one of some labels: in the cell that holds it, or else anywhere.
fn dated(row: &Row, labels: &'static str) -> Option<Written> {
    if !row.joined.has_any(labels) {
        return None;
    }
    let first = |text: &Folded| date::all(text).first().map(|(_, date, _)| *date);
    let labeled = row.cells.iter().filter(|cell| cell.text.has_any(labels));
    labeled.map(|cell| &cell.text).chain([&row.joined]).find_map(first)
}

/// The first date that a cell labels with one of some words.
fn first_labeled(rows: &[Row], labels: &'static str) -> Option<Written> {
    for (at, row) in rows.iter().enumerate() {
        for (index, cell) in row.cells.iter().enumerate() {
            if let Some(written) = labeled(rows, at, row, index, cell, labels) {
                return Some(written);
            }
        }
    }
    None
}

/// The period between two balance rows, whose year may stand in a date of its own.
pub(super) fn between_balances(
    rows: &[Row],
    opening: Written,
    closing: Written,
    end: Option<Date>,
) -> Option<(Date, Date)> {
    let lent = || {
        let first_page = rows.first()?.page;
        let dates = rows.iter().filter(|row| row.page == first_page).flat_map(|row| date::all(&row.joined));
        let same = |date: &Written| date.year.is_some() && date.month == closing.month && date.day == closing.day;
        dates.map(|(_, date, _)| date).find(same)?.year
    };
    let year = closing.year.or(opening.year).or(end.map(Date::year)).or_else(lent);
    resolve(opening, closing, year)
}
