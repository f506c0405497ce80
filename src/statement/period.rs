//! From when to when a statement reaches.
//!
//! It reads ranges ("A to B", the year once or twice, the month once, stacked on several lines), ends ("period ending B",
//! a statement date, boxes for day, month and year), and the dates of two balance rows. It never takes a range that is
//! labelled as something else: a previous or next statement, an offer, a rate, a pay period.
//!
//! A range has to fit the entries of the statement: where most of their dates lie outside, it is another period.

use super::{
    date::{self, Written},
    fold::Folded,
    row::{Row, RowCell, above, below},
};
use crate::core::date::Date;
use serde::Serialize;

/// From when to when a statement reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day; `None` if the statement shows only its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
}

/// A period with what speaks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) period: Period,
    /// Whether two hints agree.
    pub(super) is_sure: bool,
    /// Whether it is labelled as that of a bill, which is a statement's only if an institution issued it.
    pub(super) is_billing: bool,
    /// Whether its label is good and stands in the upper half of its page.
    pub(super) is_heading: bool,
}

/// Between two dates of a range.
const SEPARATORS: &[&str] =
    &["to", "through", "thru", "until", "jusqu'au", "jusqu'a", "au", "a", "-", "and", "et", "ending", "?"];
/// Before a statement's period.
const STRONG: &[&str] = &[
    "statementperiod", "periodeduruleve", "periodedureleve", "periodedereleve", "periodedurelev", "statementfrom",
    "periodcovered", "periodecouverte", "statementdates", "opening/closingdate", "releveducompte", "releveddu", "relevedu-au",
    "relevedu", "statementfor", "statementcovers", "accountstatement", "statementofaccount", "relevedecompte", "activityperiod",
    "showingtransactions", "operationsaffichees", "transactionsfrom", "forthisperiod", "reportingperiod",
];
/// Before the period of a bill.
const BILLING: &[&str] = &["billingperiod", "billingcycle", "periodedefacturation", "cyclefacturation", "cycledefacturation"];
/// Words that often stand before a period, and before other ranges as well.
const WEAK: &[&str] = &["period", "periode", "statement", "releve", "cycle", "activity", "transactions", "operations"];
const WEAK_WORDS: &[&str] = &["from", "du", "for", "pour", "between", "entre", "dates", "de"];
/// What labels another range or date.
const OTHER: &[&str] = &[
    "previous", "preceden", "prcdent", "prochain", "promotion", "special", "payperiod", "periodedepaie", "periodedepaye",
    "echeance", "copyright", "interest", "interet", "intrt", "effective", "vigueur", "derniere", "dernier", "maintenance",
    "taxyear", "valid", "valable", "expir", "imprim", "printed", "annualpercentage", "yeartodate", "lease", "coverage",
];
const OTHER_WORDS: &[&str] = &[
    "last", "prior", "next", "offer", "offre", "rate", "rates", "taux", "due", "before", "avant", "tax", "impot", "pay", "paie",
    "hours", "heures", "form", "term", "terme", "earn", "promo", "bonus", "effect", "until", "runs",
];
/// Before the only or last date of a statement.
const ENDS: &[&str] = &[
    "periodending", "periodended", "periodeterminee", "periodetermineele", "periodeterminantle", "periodeseterminant",
    "periodesterminant", "statementdate", "statementclosingdate", "closingdate", "dateofstatement", "datedureleve", "datedereleve",
    "datedurelev", "datederelev", "datedefermeture", "datedecloture", "statementending", "statementended", "statementenddate",
    "periodend", "enddate", "datedefin",
];
/// Before the first date.
const STARTS: &[&str] = &["openingdate", "startdate", "periodstart", "datededebut", "periodbegin"];
const OPENINGS: &[&str] = &[
    "openingbalance", "beginningbalance", "startingbalance", "balanceforward", "broughtforward", "soldeouverture", "solded'ouverture", "soldereporte",
    "soldereport", "soldeaudebut", "soldeinitial", "soldededepart",
];
const CLOSINGS: &[&str] = &[
    "closingbalance", "endingbalance", "soldefermeture", "soldedefermeture", "soldedecloture", "soldefinal", "soldealafin",
    "newbalanceason", "newbalanceon",
];

/// The longest period with a good label, and without one, in days.
const LONGEST: i32 = 400;
const LONGEST_UNLABELLED: i32 = 100;
/// Entries may be dated so many days before the period, as those of cards are.
const EARLY_ENTRIES: i32 = 10;
/// So many entries tell whether a period is theirs.
const MIN_ENTRIES: usize = 3;
/// How many dates of the document are compared with a period.
const MAX_ENTRIES: usize = 200;

/// How good the label of a range is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    None,
    Weak,
    Billing,
    Strong,
}

/// A range that was found.
#[derive(Debug, Clone, Copy)]
struct Range {
    from: Date,
    to: Date,
    label: Label,
    page: usize,
    is_upper: bool,
    rank: i32,
    is_on_two_pages: bool,
}

/// The period of some rows, which are those of one statement.
pub(super) fn period(rows: &[Row]) -> Option<Found> {
    let first_page = rows.first()?.page;
    let ends = ends(rows);
    let (opening, closing) = balance_dates(rows);
    let mut ranges = ranges(rows, &ends);
    let entries: Vec<Written> = entries(rows);
    // Where most entries lie outside, it is another statement's period.
    ranges.retain(|range| fit(&entries, range.from, range.to) != Fit::Outside);
    for range in &mut ranges {
        range.rank += i32::from(range.page == first_page) + i32::from(ends.contains(&range.to));
    }
    ranges.sort_by_key(|range| std::cmp::Reverse(range.rank));
    if let Some(best) = ranges.first().copied().filter(|best| best.rank >= 3) {
        let is_rivalled = ranges.get(1).is_some_and(|rival| rival.rank == best.rank);
        if is_rivalled {
            return None;
        }
        let balances_agree = opening.is_some_and(|opening| same_day(opening, best.from))
            || closing.is_some_and(|closing| same_day(closing, best.to));
        let hints = [
            best.label == Label::Strong && best.is_upper,
            best.is_on_two_pages,
            balances_agree,
            ends.contains(&best.to),
            fit(&entries, best.from, best.to) == Fit::Inside,
        ];
        let is_labelled = best.label >= Label::Weak && best.is_upper;
        return Some(Found {
            period: Period { from: Some(best.from), to: best.to },
            is_sure: is_labelled && hints.iter().filter(|hint| **hint).count() >= 2,
            is_billing: best.label == Label::Billing,
            is_heading: best.label >= Label::Weak && best.is_upper,
        });
    }
    let end = ends.first().copied().filter(|end| ends.iter().all(|other| other == end));
    if let (Some(opening), Some(closing)) = (opening, closing)
        && let Some((from, to)) = between_balances(rows, opening, closing, end)
    {
        let is_sure = fit(&entries, from, to) == Fit::Inside || end == Some(to);
        return Some(Found { period: Period { from: Some(from), to }, is_sure, is_billing: false, is_heading: false });
    }
    let to = end?;
    let from = to.plus_days(-31)?;
    let is_sure = closing.is_some_and(|closing| same_day(closing, to)) || fit(&entries, from, to) == Fit::Inside;
    Some(Found { period: Period { from: None, to }, is_sure, is_billing: false, is_heading: false })
}

fn same_day(written: Written, date: Date) -> bool {
    written.in_year(Some(date.year())) == Some(date)
}

/// All ranges, each once, with the best of what speaks for it.
fn ranges(rows: &[Row], ends: &[Date]) -> Vec<Range> {
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
            let stacked = stack(rows, &cell.text, next_row, next_cell);
            for text in stacked {
                let start = found.len();
                in_text(&text, left, label_above, row, ends, &mut found);
                if found.len() > start {
                    break;
                }
            }
        }
        if found.len() == before {
            in_text(&row.joined, None, None, row, ends, &mut found);
        }
    }
    let mut ranges: Vec<Range> = Vec::new();
    for range in found.into_iter().take(MAX_ENTRIES) {
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
    ends: &[Date],
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
        if days > LONGEST || (label < Label::Billing && days > LONGEST_UNLABELLED) {
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

/// What a range is labelled as; `None` if it is labelled as something else.
fn label(own: &Folded, behind: &Folded, left: Option<&Folded>, above: Option<&Folded>) -> Option<Label> {
    let is_other = |text: &Folded| text.has_any(OTHER) || text.has_any_word(OTHER_WORDS);
    let of = |text: &Folded| {
        if text.has_any(STRONG) {
            Label::Strong
        } else if text.has_any(BILLING) {
            Label::Billing
        } else if text.has_any(WEAK) || text.has_any_word(WEAK_WORDS) || text.squashed.ends_with("from") || text.squashed.ends_with("du") {
            Label::Weak
        } else {
            Label::None
        }
    };
    let own_label = of(own);
    // The nearest label counts: "previous statement" before the range, or an offer around it.
    if is_other(own) || (own_label < Label::Billing && is_other(behind)) {
        return None;
    }
    let has_words = own.squashed.bytes().filter(u8::is_ascii_lowercase).count() > 4;
    if own_label >= Label::Billing || has_words {
        return Some(own_label);
    }
    let beside = [left, above].into_iter().flatten().map(|text| (of(text), is_other(text)));
    let nearest: Vec<(Label, bool)> = beside.collect();
    if let Some((label, _)) = nearest.iter().filter(|(label, is_other)| *label >= Label::Billing && !is_other).max() {
        return Some(*label);
    }
    if left.is_some_and(is_other) {
        return None;
    }
    Some(own_label.max(nearest.iter().filter(|(_, is_other)| !is_other).map(|(label, _)| *label).max().unwrap_or(Label::None)))
}

/// A range that begins at a place, and where it ends. `ends` may lend a year.
fn range_at(text: &Folded, place: usize, ends: &[Date]) -> Option<(Date, Date, usize)> {
    if !text.byte(place).is_ascii_alphanumeric() {
        return None;
    }
    let (first, first_end) = match date::at(text, place) {
        Some((written, end)) => (First::Date(written), end),
        None => date::bare_day(text, place).map(|(day, end)| (First::Day(day), end))?,
    };
    let (at, has_separator) = skip_separator(text, first_end);
    // Two lines need no word between them.
    if !has_separator && (at == first_end || matches!(first, First::Day(_))) {
        return None;
    }
    let (second, end) = match date::at(text, at) {
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
    let year = ends.iter().find(|date| same_day(second, **date)).map(|date| date.year());
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
    let skip = |at: usize, words: &[&str]| {
        let rest = text.squashed_from(at);
        at + words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0)
    };
    let start = skip(at, &["|", ",|", ",", "."]);
    let middle = skip(start, SEPARATORS);
    let end = skip(middle, &["|", ":"]);
    (skip(end, &["the", "le"]), middle > start)
}

/// The range between two written dates: the reading that is nearest to a month.
fn resolve(first: Written, second: Written, year: Option<i32>) -> Option<(Date, Date)> {
    let plain = (first, second);
    let swapped = (first.swapped(), second.swapped());
    let can_swap = first.is_ambiguous && second.is_ambiguous
        || first.is_ambiguous && second.day == second.month
        || second.is_ambiguous && first.day == first.month;
    let readings = [Some(plain), can_swap.then_some(swapped), mixed(first, second)];
    let dates = readings.into_iter().flatten().filter_map(|(first, second)| {
        let (from, to) = years(first, second, year)?;
        (1..LONGEST).contains(&from.days_until(to)).then_some((from, to))
    });
    dates.min_by_key(|(from, to)| (from.days_until(*to) - 30).abs())
}

/// "01/12/2024 - 31/12/2024": one of two shows which is the day.
fn mixed(first: Written, second: Written) -> Option<(Written, Written)> {
    match (first.is_ambiguous, second.is_ambiguous) {
        (true, false) if second.day > 12 => Some((first.swapped(), second)),
        (false, true) if first.day > 12 => Some((first, second.swapped())),
        _ => None,
    }
}

/// Fills in the years that are missing.
fn years(first: Written, second: Written, year: Option<i32>) -> Option<(Date, Date)> {
    let crosses = (first.month, first.day) > (second.month, second.day);
    let from_first = first.year.map(|year| if crosses { year + 1 } else { year });
    let to_year = second.year.or(from_first).or(year)?;
    let from_year = first.year.unwrap_or(if crosses { to_year - 1 } else { to_year });
    Some((first.in_year(Some(from_year))?, second.in_year(Some(to_year))?))
}

/// The dates that are labelled as the end, each once.
fn ends(rows: &[Row]) -> Vec<Date> {
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
    if before.has_any(OTHER) || before.has_any_word(OTHER_WORDS) {
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
    let mut parts = [(order(&["jour", "day"]), 0), (order(&["mois", "month"]), 1), (order(&["annee", "anne", "ann?e", "year"]), 2)];
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
fn balance_dates(rows: &[Row]) -> (Option<Written>, Option<Written>) {
    let dated = |labels: &'static [&'static str]| {
        rows.iter().filter(move |row| row.joined.has_any(labels)).filter_map(|row| {
            let of_cell = row.cells.iter().filter(|cell| cell.text.has_any(labels)).find_map(|cell| date::all(&cell.text).first().map(|(_, date, _)| *date));
            of_cell.or_else(|| date::all(&row.joined).first().map(|(_, date, _)| *date))
        })
    };
    let started = |labels: &'static [&'static str]| {
        rows.iter().enumerate().flat_map(move |(at, row)| {
            row.cells.iter().enumerate().filter_map(move |(index, cell)| labelled(rows, at, row, index, cell, labels))
        })
    };
    let written = |date: Date| Written { year: Some(date.year()), month: date.month(), day: date.day(), is_ambiguous: false };
    let opening = dated(OPENINGS).next().or_else(|| started(STARTS).next().map(written));
    let closing = dated(CLOSINGS).last().or_else(|| started(STARTS).next().and(started(ENDS).next()).map(written));
    (opening, closing)
}

/// The period between two balance rows, whose year may stand in a date of its own.
fn between_balances(rows: &[Row], opening: Written, closing: Written, end: Option<Date>) -> Option<(Date, Date)> {
    let lent = || {
        let first_page = rows.first()?.page;
        let dates = rows.iter().filter(|row| row.page == first_page).flat_map(|row| date::all(&row.joined));
        let same = |date: &Written| date.year.is_some() && date.month == closing.month && date.day == closing.day;
        dates.map(|(_, date, _)| date).find(same)?.year
    };
    let year = closing.year.or(opening.year).or(end.map(Date::year)).or_else(lent);
    resolve(opening, closing, year)
}

/// The dates of the entries.
fn entries(rows: &[Row]) -> Vec<Written> {
    let entries = rows.iter().filter(|row| row.is_entry).take(MAX_ENTRIES);
    entries.filter_map(|row| date::at(&row.joined, 0).map(|(written, _)| written)).collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Fit {
    Inside,
    Outside,
    Unknown,
}

/// Whether the entries lie within a range.
fn fit(entries: &[Written], from: Date, to: Date) -> Fit {
    if entries.len() < MIN_ENTRIES {
        return Fit::Unknown;
    }
    let Some(earliest) = from.plus_days(-EARLY_ENTRIES) else { return Fit::Unknown };
    let lies_within = |written: &&Written| {
        [from.year(), to.year()].iter().any(|year| {
            let is_within = |written: Written| written.in_year(Some(*year)).is_some_and(|date| earliest <= date && date <= to);
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


