//! Which days a statement covers.
//!
//! It reads ranges ("A to B", the year once or twice, the month once, stacked on several lines), ends ("period ending B",
//! a statement date, boxes for day, month and year), and the dates of two balance rows. It never takes a range that is
//! labeled as something else: a previous or next statement, an offer, a rate, a pay period.
//!
//! A range has to fit the entries of the statement: where most of their dates lie outside, it is another period. An end alone
//! is read as that of a month; "05/02/2025" only where other dates of the document tell the day from the month.

mod end;
mod fit;
mod label;
mod range;
mod resolve;

use self::{
    end::{balance_dates, between_balances, ends},
    fit::{Fit, entries, fit, has_earlier},
    label::Label,
    range::ranges,
};
use super::{date::Written, row::Row};
use crate::core::date::Date;
use serde::Serialize;

/// The days that a statement covers.
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
    /// Whether it is labeled as that of a bill, which is a statement's only if an institution issued it.
    pub(super) is_billing: bool,
    /// Whether its label is good and stands in the upper half of its page.
    pub(super) is_heading: bool,
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
        range.rank += i32::from(range.page == first_page) + i32::from(ends.iter().any(|end| end.may_be(range.to)));
    }
    if let Some(best) = ranges.iter().max_by_key(|range| range.rank).filter(|best| best.rank >= 3) {
        if ranges.iter().filter(|rival| rival.rank == best.rank).count() > 1 {
            return None;
        }
        let balances_agree = opening.is_some_and(|opening| same_day(opening, best.from))
            || closing.is_some_and(|closing| same_day(closing, best.to));
        let hints = [
            best.label == Label::Strong && best.is_upper,
            best.is_on_two_pages,
            balances_agree,
            ends.iter().any(|end| end.may_be(best.to)),
            fit(&entries, best.from, best.to) == Fit::Inside,
        ];
        let is_labeled = best.label >= Label::Weak && best.is_upper;
        return Some(Found {
            period: Period { from: Some(best.from), to: best.to },
            is_sure: is_labeled && hints.iter().filter(|hint| **hint).count() >= 2,
            is_billing: best.label == Label::Billing,
            is_heading: best.label >= Label::Weak && best.is_upper,
        });
    }
    let end = ends.first().copied().filter(|end| ends.iter().all(|other| other == end));
    // Of two readings, the one that the entries are of.
    let end = end.and_then(|end| match end.swapped {
        None => Some(end.date),
        Some(swapped) => {
            let is_fitting = |to: &Date| to.plus_days(-31).is_some_and(|from| fit(&entries, from, *to) == Fit::Inside);
            let (plain, swapped) = (Some(end.date).filter(is_fitting), Some(swapped).filter(is_fitting));
            plain.xor(swapped)
        }
    });
    if let (Some(opening), Some(closing)) = (opening, closing)
        && let Some((from, to)) = between_balances(rows, opening, closing, end)
    {
        let is_sure = fit(&entries, from, to) == Fit::Inside || end == Some(to);
        return Some(Found { period: Period { from: Some(from), to }, is_sure, is_billing: false, is_heading: false });
    }
    let to = end?;
    let from = to.plus_days(-31)?;
    // How long it is, is a guess, which an earlier entry contradicts.
    let is_closing = closing.is_some_and(|closing| same_day(closing, to));
    let is_sure = (is_closing || fit(&entries, from, to) == Fit::Inside) && !has_earlier(&entries, from, to);
    Some(Found { period: Period { from: None, to }, is_sure, is_billing: false, is_heading: false })
}

/// Whether a written date, which may lack its year, can be read as a date.
fn same_day(written: Written, date: Date) -> bool {
    let is_date = |written: Written| written.in_year(Some(date.year())) == Some(date);
    is_date(written) || written.is_ambiguous && is_date(written.swapped())
}

#[cfg(test)]
mod tests;
