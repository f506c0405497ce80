//! The days that are covered, month by month: what a person sees at a glance.

use super::{AccountCoverage, Completeness, Coverage, DateRange, RequiredDays};
use crate::core::{date::Date, string_enum::closed_string_enum};

/// The most months that are told, the newest ones: as many as can be required.
const MAX_MONTHS: i32 = 24;

closed_string_enum! {
    /// How much of a month is covered.
    pub enum MonthState {
        /// All of it that counts.
        Covered = "covered",
        /// Some of it.
        Partly = "partly",
        /// Nothing.
        Missing = "missing",
        /// It may be in a file that couldn't be read.
        Unknown = "unknown",
    }
}

/// A calendar month of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// How much of it is covered.
    pub state: MonthState,
}

impl Coverage {
    /// The months from the first day of an account that counts to the last one, oldest first. Days that are not missing, such
    /// as those before the required ones and those since a recent statement, count for nothing.
    ///
    /// ```
    /// use flinks_upload::core::{date::Date, files::coverage::{Coverage, MonthState, StatementPeriod}};
    /// let statement = |from: &str, to: &str| Some(StatementPeriod {
    ///     institution: None, digits: None, suffix: None, from: Date::parse(from), to: Date::parse(to)?,
    /// });
    /// let statements: Vec<_> = [statement("2025-01-01", "2025-01-31"), statement("2025-03-01", "2025-03-31")].into_iter().flatten().collect();
    /// let coverage = Coverage::new(&statements, 0, None, Date::parse("2025-04-10").ok_or("no date")?);
    /// let states: Vec<_> = coverage.accounts.iter().flat_map(|account| coverage.months(account)).map(|month| month.state).collect();
    /// assert_eq!(states, [MonthState::Covered, MonthState::Missing, MonthState::Covered]);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn months(&self, account: &AccountCoverage) -> Vec<Month> {
        let required = self.required.and_then(|range| RequiredDays::new(u16::try_from(range.days()).ok()?));
        let mut missing = account.missing(required);
        if let Some(range) = self.required
            && let Some(last) = account.outdated(range.to)
        {
            missing.extend(last.plus_days(1).and_then(|first| DateRange::new(first.max(range.from), range.to)));
        }
        let all = || account.ranges.iter().chain(&missing);
        let (Some(first), Some(last)) =
            (all().map(|range| index(range.from)).min(), all().map(|range| index(range.to)).max())
        else {
            return Vec::new();
        };
        let mut months = Vec::new();
        for at in first.max(last - MAX_MONTHS + 1)..=last {
            let overlaps = |range: &DateRange| (index(range.from)..=index(range.to)).contains(&at);
            let is_missing = missing.iter().any(overlaps);
            let state = match (is_missing, account.ranges.iter().any(overlaps)) {
                (false, true) => MonthState::Covered,
                (true, true) => MonthState::Partly,
                (true, false) if self.complete == Completeness::Unknown => MonthState::Unknown,
                (true, false) => MonthState::Missing,
                // Nobody asks for it, so what is before it doesn't count either.
                (false, false) => {
                    months.clear();
                    continue;
                }
            };
            let month = u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1);
            months.push(Month { year: at.div_euclid(12), month, state });
        }
        months
    }
}

/// The number of a date's month.
fn index(date: Date) -> i32 {
    date.year() * 12 + i32::from(date.month()) - 1
}

#[cfg(test)]
mod tests {
    use super::super::StatementPeriod;
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    type Periods = [(&'static str, &'static str)];

    fn coverage(periods: &Periods, unread: usize, required: Option<u16>, today: &str) -> Coverage {
        let statements: Vec<_> = periods
            .iter()
            .map(|(from, to)| StatementPeriod {
                institution: None,
                digits: None,
                suffix: None,
                from: Some(date(from)),
                to: date(to),
            })
            .collect();
        Coverage::new(&statements, unread, required.and_then(RequiredDays::new), date(today))
    }

    fn outline(coverage: &Coverage) -> String {
        let months = coverage.accounts.iter().flat_map(|account| coverage.months(account));
        let months: Vec<_> =
            months.map(|month| format!("{}-{:02} {}", month.year, month.month, month.state.as_str())).collect();
        months.join(", ")
    }

    #[test]
    fn months_are_covered_partly_covered_missing_or_unknown() {
        let table: [(&Periods, usize, Option<u16>, &str, &str); 9] = [
            (&[("2025-11-24", "2025-12-23")], 0, None, "2026-01-05", "2025-11 covered, 2025-12 covered"),
            (
                &[("2025-01-01", "2025-01-31"), ("2025-03-01", "2025-03-31")],
                0,
                None,
                "2025-04-05",
                "2025-01 covered, 2025-02 missing, 2025-03 covered",
            ),
            (
                &[("2025-01-01", "2025-01-15"), ("2025-03-10", "2025-03-31")],
                0,
                None,
                "2025-04-05",
                "2025-01 partly, 2025-02 missing, 2025-03 partly",
            ),
            // The days that a lender asks for reach further back.
            (
                &[("2025-03-01", "2025-03-31")],
                0,
                Some(90),
                "2025-04-05",
                "2025-01 missing, 2025-02 missing, 2025-03 covered",
            ),
            (
                &[("2025-03-01", "2025-03-31")],
                1,
                Some(90),
                "2025-04-05",
                "2025-01 unknown, 2025-02 unknown, 2025-03 covered",
            ),
            // Too old: what follows is missing, up to today.
            (
                &[("2024-12-01", "2025-02-28")],
                0,
                Some(90),
                "2025-05-05",
                "2024-12 covered, 2025-01 covered, 2025-02 covered, 2025-03 missing, 2025-04 missing, 2025-05 missing",
            ),
            (&[], 0, Some(90), "2025-05-05", ""),
            // Before the days that are asked for, a gap is none, and what is before it doesn't count.
            (
                &[("2024-01-01", "2024-01-31"), ("2025-01-01", "2025-03-31")],
                0,
                Some(90),
                "2025-04-05",
                "2025-01 covered, 2025-02 covered, 2025-03 covered",
            ),
            (
                &[("2024-01-01", "2024-01-31"), ("2025-02-01", "2025-03-31")],
                0,
                Some(90),
                "2025-04-05",
                "2025-01 missing, 2025-02 covered, 2025-03 covered",
            ),
        ];
        for (periods, unread, required, today, expected) in table {
            assert_eq!(outline(&coverage(periods, unread, required, today)), expected);
        }
    }

    #[test]
    fn the_newest_months_are_told_of_many() {
        let coverage = coverage(&[("1999-01-01", "1999-01-31"), ("2025-03-01", "2025-03-31")], 0, None, "2025-04-05");
        let months = coverage.months(&coverage.accounts[0]);
        assert_eq!(months.len(), 24);
        assert_eq!(months[0], Month { year: 2023, month: 4, state: MonthState::Missing });
        assert_eq!(months[23], Month { year: 2025, month: 3, state: MonthState::Covered });
    }
}
