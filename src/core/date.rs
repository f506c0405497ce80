//! Civil dates without a clock, a time zone or a library: the proleptic Gregorian calendar as day numbers.
//!
//! It decides which dates exist and how many days lie between two. It never knows which day it is: the caller says so.

use serde::{Serialize, Serializer};
use std::fmt::{Display, Formatter, Result as FormatResult};

/// The days from 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i32 = 719_468;
/// The days of 400 years, after which the calendar repeats.
const DAYS_PER_ERA: i32 = 146_097;

/// A date of the proleptic Gregorian calendar, in the years 1 to 9999.
///
/// ```
/// use flinks_upload::core::date::Date;
/// let last = Date::parse("2024-02-28").and_then(|date| date.plus_days(1)).ok_or("no date")?;
/// assert_eq!(last.to_string(), "2024-02-29");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// 1970-01-01, from which days are counted.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// A date; `None` if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= last_day(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`; `None` for everything else.
    pub fn parse(text: &str) -> Option<Self> {
        let is_separator = |at: usize| at == 4 || at == 7;
        let has_shape = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if is_separator(at) { byte == b'-' } else { byte.is_ascii_digit() });
        if !has_shape {
            return None;
        }
        Self::new(text.get(..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?, text.get(8..)?.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; negative before. Counts in years that begin in March, so that a leap day is the last day.
    pub fn number(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(self.day) - 1;
        era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_EPOCH
    }

    /// The date of a day number; `None` outside the years 1 to 9999.
    pub fn from_number(number: i32) -> Option<Self> {
        let days = number.checked_add(DAYS_TO_EPOCH)?;
        let era = days.div_euclid(DAYS_PER_ERA);
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = u8::try_from(day_of_year - (153 * month_from_march + 2) / 5 + 1).ok()?;
        let month =
            u8::try_from(if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 }).ok()?;
        Self::new(year_of_era + era * 400 + i32::from(month <= 2), month, day)
    }

    /// So many days later, or earlier.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// The days from this date to another; negative if that is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.number() - self.number()
    }

    /// Whether it is the last day of its month.
    pub fn ends_month(self) -> bool {
        self.day == last_day(self.year, self.month)
    }

    /// The same day of the month before. A last day of a month counts as the same day as any other last day.
    pub fn month_before(self) -> Option<Self> {
        let (year, month) = if self.month == 1 { (self.year - 1, 12) } else { (self.year, self.month - 1) };
        let last = last_day(year, month);
        Self::new(year, month, if self.ends_month() { last } else { self.day.min(last) })
    }
}

/// A minute where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub date: Date,
    /// The hour, 0 to 23.
    pub hour: u32,
    /// The minute, 0 to 59.
    pub minute: u32,
}

impl Display for Date {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FormatResult {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The last day of a month.
fn last_day(year: i32, month: u8) -> u8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn every_day_number_of_five_centuries_is_a_date_and_comes_back() {
        let mut before: Option<Date> = None;
        for number in date("1799-12-31").number()..=date("2300-01-01").number() {
            let day = Date::from_number(number).unwrap();
            assert_eq!(day.number(), number);
            assert!(before.is_none_or(|before| before < day));
            before = Some(day);
        }
    }

    #[test]
    fn the_epoch_is_day_0() {
        assert_eq!(date("1970-01-01").number(), 0);
        assert_eq!(date("2000-03-01").number(), 11_017);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some() && Date::parse("2000-02-29").is_some());
    }

    #[test]
    fn only_ten_ascii_characters_are_read() {
        for text in ["", "2025-1-01", "2025/01/01", "2025-01-01 ", "+025-01-01", "٢٠٢٥-01-01", "20250101"] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_month_before_keeps_the_day_and_a_last_day_stays_a_last_day() {
        for (day, before) in [
            ("2025-02-13", "2025-01-13"),
            ("2025-01-04", "2024-12-04"),
            ("2025-02-28", "2025-01-31"),
            ("2025-03-31", "2025-02-28"),
            ("2024-03-31", "2024-02-29"),
            ("2025-03-30", "2025-02-28"),
            ("2025-04-30", "2025-03-31"),
        ] {
            assert_eq!(date(day).month_before(), Some(date(before)), "{day}");
        }
    }

    #[test]
    fn no_number_of_days_overflows() {
        assert_eq!(Date::from_number(i32::MAX), None);
        assert_eq!(Date::from_number(i32::MIN), None);
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("2025-01-01").plus_days(i32::MIN), None);
    }
}
