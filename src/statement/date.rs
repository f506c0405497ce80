//! Reads dates: English and French months, ISO, and numbers.
//!
//! It decides what a date is and where it ends. A year of two digits is read only behind a slash or an apostrophe: "1 - 28,
//! 2026" holds no year 28. Which of two numbers is the month is left to [`super::period`], which knows both ends.

use super::fold::{Folded, byte_at, longest_prefix};
use crate::core::date::Date;

/// The months, folded. Among them what is left when accented letters are lost.
const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("janvier", 1),
    ("janv", 1),
    ("jan", 1),
    ("february", 2),
    ("fevrier", 2),
    ("fevr", 2),
    ("fev", 2),
    ("feb", 2),
    ("fvrier", 2),
    ("f?vrier", 2),
    ("fvr", 2),
    ("march", 3),
    ("mars", 3),
    ("mar", 3),
    ("april", 4),
    ("avril", 4),
    ("avr", 4),
    ("apr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juin", 6),
    ("jun", 6),
    ("july", 7),
    ("juillet", 7),
    ("juil", 7),
    ("jul", 7),
    ("august", 8),
    ("aout", 8),
    ("aug", 8),
    ("aou", 8),
    ("aot", 8),
    ("ao?t", 8),
    ("september", 9),
    ("septembre", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("octobre", 10),
    ("oct", 10),
    ("november", 11),
    ("novembre", 11),
    ("nov", 11),
    ("december", 12),
    ("decembre", 12),
    ("dec", 12),
    ("dcembre", 12),
    ("d?cembre", 12),
    ("dc", 12),
];

/// Words after which a month may begin although its letters touch them, as in squashed text.
const BEFORE_MONTH: &[&str] = &[
    "from",
    "to",
    "through",
    "thru",
    "and",
    "between",
    "until",
    "for",
    "on",
    "of",
    "the",
    "du",
    "au",
    "le",
    "et",
    "period",
    "periode",
    "ending",
    "ended",
    "end",
    "terminee",
    "statement",
    "releve",
    "date",
    "cycle",
    "summary",
    "activity",
    "balance",
    "er",
    "st",
    "nd",
    "rd",
    "th",
];

/// The years in which statements are dated.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// A date as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// `None` if no year stands beside it.
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: u8,
    /// Whether day and month are numbers that may be the other way round.
    pub(super) is_ambiguous: bool,
}

impl From<Date> for Written {
    fn from(date: Date) -> Self {
        Self { year: Some(date.year()), month: date.month(), day: date.day(), is_ambiguous: false }
    }
}

impl Written {
    fn new(year: Option<i32>, month: u8, day: u8) -> Option<Self> {
        let is_possible = (1..=12).contains(&month) && (1..=31).contains(&day);
        is_possible.then_some(Self { year, month, day, is_ambiguous: false })
    }

    /// The date, in a year if none is written.
    pub(super) fn in_year(self, year: Option<i32>) -> Option<Date> {
        Date::new(self.year.or(year)?, self.month, self.day)
    }

    /// The same with day and month exchanged.
    pub(super) fn swapped(self) -> Self {
        Self { month: self.day, day: self.month, ..self }
    }
}

/// Reads a date that begins at a place of the squashed form, and says where it ends there.
pub(super) fn at(text: &Folded, start: usize) -> Option<(Written, usize)> {
    if may_begin(text, start) { behind_separator(text, start) } else { None }
}

/// The same where a word or dash between two dates ended: "12/01/22-12/31/22".
pub(super) fn behind_separator(text: &Folded, start: usize) -> Option<(Written, usize)> {
    let cursor = Cursor { text: &text.squashed, at: start };
    if text.byte(start).is_ascii_alphabetic() {
        return month_first(cursor);
    }
    iso(cursor).or_else(|| day_first(cursor)).or_else(|| numeric(cursor))
}

/// All dates of a text, in their order: where each begins and ends in the squashed form.
pub(super) fn all(text: &Folded) -> Vec<(usize, Written, usize)> {
    let mut dates = Vec::new();
    let mut place = 0;
    while place < text.squashed.len() {
        match at(text, place) {
            Some((written, end)) if end > place => {
                dates.push((place, written, end));
                place = end;
            }
            _ => place += 1,
        }
    }
    dates
}

/// Whether dates of two numbers in a text can only be read with the day first, and whether only with the month first. Without a
/// year it may be something else, "open 24/7", unless the text is an entry, which begins with its date.
pub(super) fn orders(text: &Folded, is_entry: bool) -> (bool, bool) {
    let (mut day_first, mut month_first) = (false, false);
    for at in 0..text.squashed.len() {
        let mut cursor = Cursor { text: &text.squashed, at };
        if !cursor.peek().is_ascii_digit() || !may_begin(text, at) {
            continue;
        }
        if let Some((written, _)) = numeric(cursor)
            && written.day > 12
            && (written.year.is_some() || is_entry && at == 0)
        {
            let is_day_first = cursor.number(2) == Some(written.day.into());
            day_first |= is_day_first;
            month_first |= !is_day_first;
        }
    }
    (day_first, month_first)
}

/// A day of the month without a month: "1er au 31 janvier". Where it ends.
pub(super) fn bare_day(text: &Folded, start: usize) -> Option<(u8, usize)> {
    let mut cursor = Cursor { text: &text.squashed, at: start };
    let day = cursor.number(2)?;
    cursor.skip("st nd rd th er");
    ((1..=31).contains(&day) && !cursor.peek().is_ascii_digit()).then_some((u8::try_from(day).ok()?, cursor.at))
}

/// A year of four digits at a place, and where it ends.
pub(super) fn year_at(text: &Folded, start: usize) -> Option<(i32, usize)> {
    let mut cursor = Cursor { text: &text.squashed, at: start };
    Some((cursor.year()?, cursor.at))
}

/// Whether a date may begin here: not within a number, an amount or a word.
fn may_begin(text: &Folded, start: usize) -> bool {
    let first = text.byte(start);
    let Some(before) = start.checked_sub(1) else { return first.is_ascii_alphanumeric() };
    if text.has_space_before(start) {
        return first.is_ascii_alphanumeric();
    }
    let last = text.byte(before);
    if first.is_ascii_digit() {
        let is_in_number =
            matches!(last, b'/' | b'.' | b',' | b'-') && before > 0 && text.byte(before - 1).is_ascii_digit();
        return !last.is_ascii_digit() && !is_in_number;
    }
    let touches = |word: &&str| text.squashed.get(..start).is_some_and(|before| before.ends_with(*word));
    first.is_ascii_lowercase() && (!last.is_ascii_lowercase() || BEFORE_MONTH.iter().any(touches))
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(self) -> u8 {
        byte_at(self.text, self.at)
    }

    /// How many digits follow, up to nine.
    fn digits(self) -> usize {
        self.rest().bytes().take(9).take_while(u8::is_ascii_digit).count()
    }

    /// A number of at most so many digits.
    fn number(&mut self, max_digits: usize) -> Option<u32> {
        let len = self.digits().min(max_digits);
        let number = self.rest().get(..len)?.parse().ok()?;
        self.at += len;
        Some(number)
    }

    /// Skips the longest of a list of texts, if any follows.
    fn skip(&mut self, texts: &'static str) -> bool {
        let longest = longest_prefix(self.rest(), texts);
        self.at += longest;
        longest > 0
    }

    fn month(&mut self) -> Option<u8> {
        let rest = self.rest();
        let (name, month) =
            MONTHS.iter().filter(|(name, _)| rest.starts_with(name)).max_by_key(|(name, _)| name.len())?;
        self.at += name.len();
        Some(*month)
    }

    /// A year of four digits, and no more of them.
    fn year(&mut self) -> Option<i32> {
        if self.digits() != 4 {
            return None;
        }
        let year = self.rest().get(..4)?.parse().ok().filter(|year| YEARS.contains(year))?;
        self.at += 4;
        Some(year)
    }

    /// A year after a day and a month, with what leads to it.
    fn year_behind(&mut self) -> Option<i32> {
        let mut long = *self;
        long.skip(", . - / ., de of");
        if let Some(year) = long.year() {
            self.at = long.at;
            return Some(year);
        }
        let mut short = *self;
        if short.skip("/ ' ,'") && short.digits() == 2 {
            let year = 2000 + i32::try_from(short.number(2)?).ok()?;
            self.at = short.at;
            return Some(year);
        }
        None
    }
}

/// "January 31, 2025", "JAN 31/25", "Jan. 31".
fn month_first(mut cursor: Cursor<'_>) -> Option<(Written, usize)> {
    let month = cursor.month()?;
    cursor.skip(". - .-");
    let digits = cursor.digits();
    // In squashed text the year touches the day: "jan312025".
    let day_digits = match digits {
        1 | 2 => digits,
        5 | 6 => digits - 4,
        _ => return None,
    };
    let day = u8::try_from(cursor.number(day_digits)?).ok()?;
    let year = if digits > 2 {
        Some(cursor.year()?)
    } else {
        cursor.skip("st nd rd th er");
        cursor.year_behind()
    };
    Some((Written::new(year, month, day)?, cursor.at))
}

/// "31 January 2025", "1er mars 2025", "31 jan", "31-Jan-2025".
fn day_first(mut cursor: Cursor<'_>) -> Option<(Written, usize)> {
    let day = u8::try_from(cursor.number(2)?).ok()?;
    cursor.skip("st nd rd th er e - . /");
    let mut plain = cursor;
    let month = if let Some(month) = plain.month() {
        cursor = plain;
        month
    } else {
        cursor.skip("of de dayof");
        cursor.month()?
    };
    let mut behind = cursor;
    behind.skip(".");
    let year = behind.year_behind();
    if year.is_some() {
        cursor = behind;
    }
    Some((Written::new(year, month, day)?, cursor.at))
}

/// "2025-01-31", "2025/1/31", "2025.01.31".
fn iso(mut cursor: Cursor<'_>) -> Option<(Written, usize)> {
    let year = cursor.year()?;
    let separator = cursor.peek();
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    cursor.at += 1;
    let month = u8::try_from(cursor.number(2)?).ok()?;
    if cursor.peek() != separator {
        return None;
    }
    cursor.at += 1;
    let day = u8::try_from(cursor.number(2)?).ok()?;
    let is_whole = !cursor.peek().is_ascii_digit() && cursor.peek() != separator;
    if is_whole || separator == b'-' { Some((Written::new(Some(year), month, day)?, cursor.at)) } else { None }
}

/// "12/31/2024", "31-12-2024", "12/31/24", and "12/31" without a year.
fn numeric(mut cursor: Cursor<'_>) -> Option<(Written, usize)> {
    if cursor.digits() > 2 {
        return None;
    }
    let first = u8::try_from(cursor.number(2)?).ok()?;
    let separator = cursor.peek();
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    cursor.at += 1;
    if cursor.digits() > 2 {
        return None;
    }
    let second = u8::try_from(cursor.number(2)?).ok()?;
    let mut behind = cursor;
    let year = if behind.peek() == separator {
        behind.at += 1;
        let digits = behind.digits();
        match digits {
            2 if separator == b'/' => Some(2000 + i32::try_from(behind.number(2)?).ok()?),
            4 => Some(behind.year()?),
            _ => None,
        }
    } else {
        None
    };
    if year.is_some() {
        cursor = behind;
    } else if separator != b'/' {
        return None;
    }
    let month_first = Written::new(year, first, second);
    let written = match month_first {
        Some(written) => Written { is_ambiguous: second <= 12 && first != second, ..written },
        None => Written::new(year, second, first)?,
    };
    Some((written, cursor.at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let written = |(_, date, _): (usize, Written, usize)| {
            let year = date.year.map_or("-".to_owned(), |year| year.to_string());
            format!("{year}/{}/{}{}", date.month, date.day, if date.is_ambiguous { "?" } else { "" })
        };
        all(&Folded::new(text, 400)).into_iter().map(written).collect()
    }

    #[test]
    fn english_and_french_dates_are_read() {
        for text in [
            "January 31, 2025",
            "JAN 31/25",
            "JAN31/25",
            "Jan. 31, 2025",
            "January 31st, 2025",
            "31 janvier 2025",
            "31 janv. 2025",
            "31-Jan-2025",
            "31st of January 2025",
            "2025-01-31",
            "2025/01/31",
            "01/31/2025",
            "01/31/25",
            "31/01/2025",
            "31-01-2025",
            "31.01.2025",
            "JAN312025",
            "Jan 31 '25",
        ] {
            assert_eq!(read(text), ["2025/1/31"], "{text}");
        }
    }

    #[test]
    fn the_first_of_a_french_month_and_its_accents_are_read() {
        assert_eq!(read("1er août 2025"), ["2025/8/1"]);
        assert_eq!(read("1er f\u{fffd}vrier 2025"), ["2025/2/1"]);
        assert_eq!(read("5 dcembre 2024"), ["2024/12/5"]);
    }

    #[test]
    fn a_year_may_be_missing() {
        assert_eq!(read("Dec 5"), ["-/12/5"]);
        assert_eq!(read("5 déc."), ["-/12/5"]);
        assert_eq!(read("12/31"), ["-/12/31"]);
    }

    #[test]
    fn numbers_that_may_be_day_or_month_say_so() {
        assert_eq!(read("04/03/2025"), ["2025/4/3?"]);
        assert_eq!(read("04/04/2025"), ["2025/4/4"]);
    }

    #[test]
    fn a_year_of_two_digits_stands_only_behind_a_slash() {
        assert_eq!(read("February 1 - 28, 2026"), ["-/2/1"]);
        assert_eq!(read("31-12-24"), Vec::<String>::new());
        assert_eq!(read("Jan 5, 24 people"), ["-/1/5"]);
    }

    #[test]
    fn months_touch_the_words_of_squashed_text() {
        assert_eq!(read("STATEMENTFROMOCT24,2025TONOV24,2025"), ["2025/10/24", "2025/11/24"]);
        assert_eq!(read("du1erdecembreau31decembre2022"), ["-/12/1", "2022/12/31"]);
    }

    #[test]
    fn a_date_that_touches_an_amount_is_read_and_the_amount_is_not() {
        assert_eq!(read("4,403.29AUG04"), ["-/8/4"]);
        assert_eq!(read("1,234.56 12.34"), Vec::<String>::new());
    }

    #[test]
    fn words_codes_and_numbers_are_no_dates() {
        for text in [
            "marketing 5",
            "Decision 12",
            "apt 5",
            "7010XX-2025/01",
            "0029-12-31",
            "1-800-555-0199",
            "24/7",
            "4 of 5",
            "2025-13-01",
            "Feb 32",
            "© 2009-2026",
            "September 2025",
            "09946-9454618",
            "1.2.3",
        ] {
            let dates: Vec<String> =
                read(text).into_iter().filter(|date| date != "-/4/7" && date != "-/7/24").collect();
            assert_eq!(dates, Vec::<String>::new(), "{text}");
        }
    }
}
