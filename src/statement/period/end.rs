//! The dates that say where a statement begins or ends: labelled ones, dates in boxes, and those of balance rows.

use super::{
    super::{
        date::{self, Written},
        fold::Folded,
        row::{Row, RowCell, below},
    },
    label::is_other,
    range::resolve,
};
use crate::core::date::Date;

/// Before the only or last date of a statement.
const ENDS: &[&str] = &[
    "periodending",
    "periodended",
    "periodeterminee",
    "periodetermineele",
    "periodeterminantle",
    "periodeseterminant",
    "periodesterminant",
    "statementdate",
    "statementclosingdate",
    "closingdate",
    "dateofstatement",
    "datedureleve",
    "datedereleve",
    "datedurelev",
    "datederelev",
    "datedefermeture",
    "datedecloture",
    "statementending",
    "statementended",
    "statementenddate",
    "periodend",
    "enddate",
    "datedefin",
];
/// Before the first date.
const STARTS: &[&str] = &["openingdate", "startdate", "periodstart", "datededebut", "periodbegin"];
const OPENINGS: &[&str] = &[
    "openingbalance",
    "beginningbalance",
    "startingbalance",
    "balanceforward",
    "broughtforward",
    "soldeouverture",
    "solded'ouverture",
    "soldereporte",
    "soldereport",
    "soldeaudebut",
    "soldeinitial",
    "soldededepart",
];
const CLOSINGS: &[&str] = &[
    "closingbalance",
    "endingbalance",
    "soldefermeture",
    "soldedefermeture",
    "soldedecloture",
    "soldefinal",
    "soldealafin",
    "newbalanceason",
    "newbalanceon",
];

/// The dates that are labelled as the end, each once.
pub(super) fn ends(rows: &[Row]) -> Vec<Date> {
    let mut ends: Vec<Date> = Vec::new();
    let mut add = |date: Date| {
        if !ends.contains(&date) {
            ends.push(date);
        }
    };
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_entry) {
        for (cell_index, cell) in row.cells.iter().enumerate() {
            if let Some(date) = labelled(rows, at, row, cell_index, cell, ENDS) {
                add(date);
            }
        }
        if let Some(date) = boxes(rows, at, row) {
            add(date);
        }
    }
    ends
}

/// The date that a cell labels with one of some words: behind it, to the right or below.
fn labelled(rows: &[Row], at: usize, row: &Row, cell_index: usize, cell: &RowCell, labels: &[&str]) -> Option<Date> {
    let text = &cell.text;
    let place_and_end = |label: &&str| text.squashed.find(*label).map(|place| (place, place + label.len()));
    let (place, end) = labels.iter().filter_map(place_and_end).max_by_key(|(place, end)| end - place)?;
    let before = text.slice(0, place);
    if is_other(&before) {
        return None;
    }
    let lead = text.squashed_from(end).bytes().take_while(|byte| matches!(byte, b':' | b'-' | b'.' | b',')).count();
    let mut value = end + lead;
    for word in ["le", "on", "is", "as", "of"] {
        if text.squashed_from(value).starts_with(word) && date::at(text, value).is_none() {
            value += word.len();
        }
    }
    let read = |text: &Folded, at: usize| {
        let (written, _) = date::at(text, at)?;
        // Which number is the month isn't known without a second date; here, the month comes first.
        written.in_year(None)
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
    let has = |words: &[&str]| row.joined.has_any_word(words);
    let is_labelled = has(&["jour", "day"]) && has(&["mois", "month"]) && has(&["annee", "anne", "ann?e", "year"]);
    if !is_labelled {
        return None;
    }
    let numbers = |text: &str| -> Vec<u16> {
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).take(4).collect()
    };
    let order = |words: &[&str]| words.iter().filter_map(|word| row.joined.find_word(word)).min().unwrap_or(usize::MAX);
    let mut parts =
        [(order(&["jour", "day"]), 0), (order(&["mois", "month"]), 1), (order(&["annee", "anne", "ann?e", "year"]), 2)];
    parts.sort_unstable();
    let own = numbers(&row.joined.spaced);
    let next = rows.get(at + 1).filter(|next| next.page == row.page);
    let values = if own.len() >= 3 { own } else { numbers(&next?.joined.spaced) };
    let value = |part: usize| -> Option<u16> {
        let position = parts.iter().position(|(_, own)| *own == part)?;
        values.get(position).copied()
    };
    Date::new(i32::from(value(2)?), u8::try_from(value(1)?).ok()?, u8::try_from(value(0)?).ok()?)
        .filter(|date| (1990..2100).contains(&date.year()))
}

/// The dates of the first opening and the last closing balance.
pub(super) fn balance_dates(rows: &[Row]) -> (Option<Written>, Option<Written>) {
    let dated = |labels: &'static [&'static str]| {
        rows.iter().filter(move |row| row.joined.has_any(labels)).filter_map(|row| {
            let of_cell = row
                .cells
                .iter()
                .filter(|cell| cell.text.has_any(labels))
                .find_map(|cell| date::all(&cell.text).first().map(|(_, date, _)| *date));
            of_cell.or_else(|| date::all(&row.joined).first().map(|(_, date, _)| *date))
        })
    };
    let started = |labels: &'static [&'static str]| {
        rows.iter().enumerate().flat_map(move |(at, row)| {
            row.cells.iter().enumerate().filter_map(move |(index, cell)| labelled(rows, at, row, index, cell, labels))
        })
    };
    let written =
        |date: Date| Written { year: Some(date.year()), month: date.month(), day: date.day(), is_ambiguous: false };
    let opening = dated(OPENINGS).next().or_else(|| started(STARTS).next().map(written));
    let closing = dated(CLOSINGS).next_back().or_else(|| started(STARTS).next().and(started(ENDS).next()).map(written));
    (opening, closing)
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
