//! Which days the statements of a batch cover, and whether that is what the lender asks for.
//!
//! It decides which ranges belong to one account, what lies between them, and whether the newest range is long and recent
//! enough. It never knows today's date, never rejects a file, and never takes a file that couldn't be read for a gap.
//!
//! Neighboring statements share a day, or leave a weekend between them; periods are not calendar months. So days are
//! counted, and a few of them are forgiven.

mod months;

pub use months::{Month, MonthState};

use crate::core::date::Date;
use serde::{Serialize, Serializer};

/// At most so many days between two ranges are no gap.
const JOINED_OVER_DAYS: i32 = 3;
/// A range may be shorter than required by so many days: months have 28 to 31.
const FORGIVEN_DAYS: i32 = 5;
/// The newest statement ends at most so many days before the upload: a month, and the days until it is issued.
const MAX_AGE_DAYS: i32 = 45;
/// So many digits at the end of a number tell accounts apart, because most statements show no more.
const COMPARED_DIGITS: usize = 4;

/// How many days up to today the statements have to cover: 1 to 730.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RequiredDays(u16);

impl RequiredDays {
    /// The most days that can be required: two years.
    pub const MAX: u16 = 730;

    /// A number of days; `None` if it is not in the range.
    pub fn new(days: u16) -> Option<Self> {
        (1..=Self::MAX).contains(&days).then_some(Self(days))
    }

    /// The number of days.
    pub fn get(self) -> u16 {
        self.0
    }

    /// So many days, of which this is the last.
    pub fn up_to(self, last: Date) -> Option<DateRange> {
        DateRange::new(last.plus_days(1 - i32::from(self.0))?, last)
    }
}

/// The days from one date to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DateRange {
    /// The first day.
    pub from: Date,
    /// The last day, not before the first.
    pub to: Date,
}

impl DateRange {
    /// A range; `None` if it would end before it begins.
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The month that ends on a day. It begins a day after the same day of the month before.
    ///
    /// ```
    /// use flinks_upload::core::{date::Date, files::coverage::DateRange};
    /// let month = Date::parse("2025-02-13").and_then(DateRange::month_ending).ok_or("no range")?;
    /// assert_eq!(month.from.to_string(), "2025-01-14");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn month_ending(to: Date) -> Option<Self> {
        Self::new(to.month_before()?.plus_days(1)?, to)
    }

    /// The number of its days.
    pub fn days(self) -> i32 {
        self.from.days_until(self.to) + 1
    }
}

/// What is known of one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementPeriod {
    /// The institution's name.
    pub institution: Option<String>,
    /// The last digits of the account number.
    pub digits: Option<String>,
    /// The account under a credit union's member number.
    pub suffix: Option<u32>,
    /// The first day; `None` if the statement shows only its end.
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
}

/// Whether the statements are what is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// Every account is covered.
    Complete,
    /// Some account isn't.
    Incomplete,
    /// Some file could not be read, or nothing is known.
    Unknown,
}

impl Serialize for Completeness {
    /// `true`, `false` or `"unknown"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Complete => serializer.serialize_bool(true),
            Self::Incomplete => serializer.serialize_bool(false),
            Self::Unknown => serializer.serialize_str("unknown"),
        }
    }
}

/// The days that are covered of one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountCoverage {
    /// The institution's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// The last digits of the account number, four at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digits: Option<String>,
    /// The account under a credit union's member number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<u32>,
    /// The joined ranges, oldest first.
    pub ranges: Vec<DateRange>,
    /// What lies between the ranges. Empty while a file is unread, which may fill it.
    pub gaps: Vec<DateRange>,
}

/// Which days the statements cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The days that the lender asks for, up to today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<DateRange>,
    /// The accounts, in the order of their first statement.
    pub accounts: Vec<AccountCoverage>,
    /// Whether every account has what is required; without a requirement, whether none has a gap.
    pub complete: Completeness,
}

impl Coverage {
    /// The coverage of some statements on a day. `unread` counts the files that may be statements but tell no period.
    ///
    /// A statement that may be of several accounts makes the answer unknown, as an unread file does.
    pub fn new(statements: &[StatementPeriod], unread: usize, required: Option<RequiredDays>, today: Date) -> Self {
        let mut order: Vec<(usize, &StatementPeriod)> = statements.iter().enumerate().collect();
        // Those that say most come first, so that the others find their account.
        order.sort_by_key(|(at, statement)| (std::cmp::Reverse(statement.known_parts()), *at));
        let mut accounts: Vec<(usize, AccountCoverage)> = Vec::new();
        let mut unplaced = unread;
        for (at, statement) in order {
            let Some(range) = statement.range() else {
                unplaced += 1;
                continue;
            };
            match statement.owners(&accounts).as_slice() {
                [] => accounts.push((at, statement.account(range))),
                owners if owners.len() == 1 || statement.is_of_all_suffixes() => {
                    for owner in owners {
                        if let Some((first, account)) = accounts.get_mut(*owner) {
                            *first = at.min(*first);
                            account.ranges.push(range);
                        }
                    }
                }
                _ => unplaced += 1,
            }
        }
        accounts.sort_by_key(|(first, _)| *first);
        let mut accounts: Vec<AccountCoverage> = accounts.into_iter().map(|(_, account)| account).collect();
        for account in &mut accounts {
            account.ranges = joined(std::mem::take(&mut account.ranges));
            account.gaps = if unplaced == 0 { gaps(&account.ranges) } else { Vec::new() };
        }
        let complete = completeness(&accounts, unplaced, required, today);
        Self { required: required.and_then(|required| required.up_to(today)), accounts, complete }
    }
}

impl AccountCoverage {
    /// The days that are missing: what lies between the ranges, or, where days are required, those of them that the newest
    /// range would have to begin earlier for.
    pub fn missing(&self, required: Option<RequiredDays>) -> Vec<DateRange> {
        let Some(required) = required else { return gaps(&self.ranges) };
        let (Some(oldest), Some(newest)) = (self.ranges.first(), self.ranges.last()) else { return Vec::new() };
        if newest.days() >= i32::from(required.get()) - FORGIVEN_DAYS {
            return Vec::new();
        }
        let Some(wanted) = required.up_to(newest.to) else { return Vec::new() };
        let before = oldest.from.plus_days(-1).and_then(|last| DateRange::new(wanted.from, last));
        let later = gaps(&self.ranges).into_iter().filter_map(|gap| DateRange::new(gap.from.max(wanted.from), gap.to));
        before.into_iter().chain(later).collect()
    }

    /// The last day that is covered, if it is too long ago.
    pub fn outdated(&self, today: Date) -> Option<Date> {
        let newest = self.ranges.last()?;
        (newest.to.days_until(today) > MAX_AGE_DAYS).then_some(newest.to)
    }
}

impl StatementPeriod {
    fn range(&self) -> Option<DateRange> {
        match self.from {
            Some(from) => DateRange::new(from, self.to),
            None => DateRange::month_ending(self.to),
        }
    }

    /// The digits that are compared.
    fn last_digits(&self) -> Option<&str> {
        let digits = self.digits.as_deref()?;
        digits.get(digits.len().saturating_sub(COMPARED_DIGITS)..)
    }

    fn known_parts(&self) -> usize {
        usize::from(self.institution.is_some())
            + usize::from(self.digits.is_some())
            + usize::from(self.suffix.is_some())
    }

    /// Whether it is of a membership as a whole, so that it lists all accounts under it.
    fn is_of_all_suffixes(&self) -> bool {
        self.institution.is_some() && self.digits.is_some() && self.suffix.is_none()
    }

    /// The accounts that it may be of: the one that it names, or those that agree as far as both are known.
    fn owners(&self, accounts: &[(usize, AccountCoverage)]) -> Vec<usize> {
        let exact = accounts.iter().position(|(_, account)| {
            self.institution == account.institution
                && self.last_digits() == account.digits.as_deref()
                && self.suffix == account.suffix
        });
        let is_possible = |account: &AccountCoverage| {
            agree(self.institution.as_deref(), account.institution.as_deref())
                && agree(self.last_digits(), account.digits.as_deref())
                && agree(self.suffix, account.suffix)
        };
        match exact {
            Some(exact) => vec![exact],
            None => (0..).zip(accounts).filter(|(_, (_, account))| is_possible(account)).map(|(at, _)| at).collect(),
        }
    }

    fn account(&self, range: DateRange) -> AccountCoverage {
        AccountCoverage {
            institution: self.institution.clone(),
            digits: self.last_digits().map(str::to_owned),
            suffix: self.suffix,
            ranges: vec![range],
            gaps: Vec::new(),
        }
    }
}

/// Whether two things are the same as far as they are known.
fn agree<T: PartialEq + Copy>(left: Option<T>, right: Option<T>) -> bool {
    left.is_none() || right.is_none() || left == right
}

/// Joins ranges that overlap, share a day or have only a few days between them.
fn joined(mut ranges: Vec<DateRange>) -> Vec<DateRange> {
    ranges.sort_unstable();
    let mut joined: Vec<DateRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.to.days_until(range.from) <= JOINED_OVER_DAYS + 1 => last.to = last.to.max(range.to),
            _ => joined.push(range),
        }
    }
    joined
}

/// What lies between joined ranges.
fn gaps(ranges: &[DateRange]) -> Vec<DateRange> {
    let pairs = ranges.iter().zip(ranges.iter().skip(1));
    pairs.filter_map(|(before, after)| DateRange::new(before.to.plus_days(1)?, after.from.plus_days(-1)?)).collect()
}

fn completeness(
    accounts: &[AccountCoverage],
    unread: usize,
    required: Option<RequiredDays>,
    today: Date,
) -> Completeness {
    if unread > 0 || (accounts.is_empty() && required.is_none()) {
        return Completeness::Unknown;
    }
    let is_covered = |account: &AccountCoverage| {
        account.missing(required).is_empty() && (required.is_none() || account.outdated(today).is_none())
    };
    if !accounts.is_empty() && accounts.iter().all(is_covered) {
        Completeness::Complete
    } else {
        Completeness::Incomplete
    }
}

#[cfg(test)]
mod tests;
