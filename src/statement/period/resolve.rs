//! Which range two written dates make: what lacks its year or may be read in two ways is decided by the other.

use super::super::date::Written;
use crate::core::date::Date;

/// The longest period, in days.
pub(super) const MAX_DAYS: i32 = 400;

/// The range between two written dates: the reading that is nearest to a month.
pub(super) fn resolve(first: Written, second: Written, year: Option<i32>) -> Option<(Date, Date)> {
    let plain = (first, second);
    let swapped = (first.swapped(), second.swapped());
    let may_swap = |written: Written| written.is_ambiguous || written.day == written.month;
    let can_swap = (first.is_ambiguous || second.is_ambiguous) && may_swap(first) && may_swap(second);
    let readings = [Some(plain), can_swap.then_some(swapped), mixed(first, second)];
    let dates = readings.into_iter().flatten().filter_map(|(first, second)| {
        let (from, to) = years(first, second, year)?;
        (1..MAX_DAYS).contains(&from.days_until(to)).then_some((from, to))
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
