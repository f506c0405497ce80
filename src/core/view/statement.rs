//! What is said of a statement: whose it is, of which account, from when to when.

use crate::{
    core::{
        date::{Date, LocalTime},
        files::coverage::{DateRange, Month},
        i18n::{Catalog, MessageKey, Value},
    },
    statement::Facts,
};

/// Between facts where a line may end: a space, since a dot would be left at its end.
pub(super) const SEPARATOR: &str = "\u{2003}";

impl Catalog {
    /// A date: `24 Nov 2025`.
    pub(super) fn date(&self, date: Date) -> String {
        format!("{}\u{a0}{}", self.day_and_month(date), date.year())
    }

    /// When something happened: `24 Nov 2025 at 2:05 p.m.`
    pub(super) fn time(&self, time: LocalTime) -> String {
        let (date, minute) = (self.date(time.date), format!("{:02}", time.minute));
        let hour = time.hour;
        self.format(
            MessageKey::DateTime,
            &[
                ("date", Value::Text(&date)),
                ("hour", Value::Count(hour)),
                ("hour12", Value::Count((hour + 11) % 12 + 1)),
                ("minute", Value::Text(&minute)),
                ("half", Value::Count(hour / 12 + 1)),
            ],
        )
    }

    /// The days from one to another: `24 Oct – 24 Nov 2025`.
    pub(super) fn period(&self, range: DateRange) -> String {
        let from =
            if range.from.year() == range.to.year() { self.day_and_month(range.from) } else { self.date(range.from) };
        if range.from == range.to { self.date(range.to) } else { format!("{from}\u{a0}– {}", self.date(range.to)) }
    }

    fn day_and_month(&self, date: Date) -> String {
        let day = if date.day() == 1 { self.text(MessageKey::FirstDay) } else { date.day().to_string() };
        format!("{day}\u{a0}{}", self.month_name(date.month()))
    }

    /// A month: `Nov`, or `Nov 2025`.
    pub(super) fn month(&self, month: Month, with_year: bool) -> String {
        let name = self.month_name(month.month);
        if with_year { format!("{name}\u{a0}{}", month.year) } else { name }
    }

    fn month_name(&self, month: u8) -> String {
        let names = self.text(MessageKey::MonthNames);
        names.split(' ').nth(usize::from(month) - 1).unwrap_or_default().to_owned()
    }

    /// Which account: `RBC ••1234`.
    pub(super) fn account(&self, institution: Option<&str>, digits: Option<&str>) -> String {
        let digits = digits.map(|digits| format!("••{digits}"));
        let known: Vec<&str> = institution.into_iter().chain(digits.as_deref()).collect();
        if known.is_empty() { self.text(MessageKey::AccountUnknown) } else { known.join("\u{a0}") }
    }

    /// What a file says about itself; empty if nothing is known.
    pub(super) fn statement(&self, facts: &Facts) -> String {
        let institution = facts.institution.as_ref().map(|fact| fact.value.as_ref());
        let digits = facts.account.as_ref().map(|fact| fact.value.digits.as_str()).filter(|digits| !digits.is_empty());
        let account = (institution.is_some() || digits.is_some()).then(|| self.account(institution, digits));
        let period = facts.period.as_ref().map(|fact| {
            match fact.value.from.and_then(|from| DateRange::new(from, fact.value.to)) {
                Some(range) => self.period(range),
                None => self.date(fact.value.to),
            }
        });
        account.into_iter().chain(period).collect::<Vec<_>>().join(SEPARATOR)
    }

    /// The days that are asked for.
    pub(super) fn required_period(&self, range: DateRange) -> String {
        let (days, period) = (range.days().to_string(), self.period(range));
        self.format(MessageKey::RequiredPeriod, &[("days", Value::Text(&days)), ("period", Value::Text(&period))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::{
            i18n::{LanguagePack, Messages},
            language::Language,
            session::harness::short_statement,
        },
        statement::{AccountNumber, Confidence, Fact},
    };

    fn catalog(language: Language) -> Catalog {
        Catalog::new(LanguagePack::built_in(language).unwrap(), Messages::default())
    }

    fn range(from: &str, to: &str) -> DateRange {
        DateRange::new(Date::parse(from).unwrap(), Date::parse(to).unwrap()).unwrap()
    }

    #[test]
    fn a_period_names_its_year_once_and_no_line_begins_with_its_dash() {
        let english = catalog(Language::English);
        let table = [
            ("2025-10-24", "2025-11-24", "24 Oct – 24 Nov 2025"),
            ("2024-12-24", "2025-01-24", "24 Dec 2024 – 24 Jan 2025"),
            ("2025-01-31", "2025-01-31", "31 Jan 2025"),
        ];
        for (from, to, text) in table {
            let period = english.period(range(from, to));
            assert!(!period.contains(" –"), "{period}");
            assert_eq!(period.replace('\u{a0}', " "), text);
        }
    }

    #[test]
    fn every_language_names_twelve_months() {
        for language in Language::ALL {
            let names = catalog(*language).text(MessageKey::MonthNames);
            assert_eq!(names.split(' ').filter(|name| !name.is_empty()).count(), 12, "{names}");
        }
        let french = catalog(Language::French);
        assert_eq!(french.date(Date::parse("2025-12-31").unwrap()), "31\u{a0}déc.\u{a0}2025");
    }

    #[test]
    fn each_language_writes_the_time_of_day_in_its_form() {
        let at = |hour, minute| LocalTime { date: Date::parse("2026-07-06").unwrap(), hour, minute };
        let table = [
            (Language::English, at(0, 5), "6 Jul 2026 at 12:05 a.m."),
            (Language::English, at(11, 59), "6 Jul 2026 at 11:59 a.m."),
            (Language::English, at(12, 0), "6 Jul 2026 at 12:00 p.m."),
            (Language::French, at(0, 5), "6 juill. 2026 à 0 h 05"),
            (Language::French, at(14, 30), "6 juill. 2026 à 14 h 30"),
            (Language::Spanish, at(13, 7), "6 jul 2026, 1:07 p. m."),
        ];
        for (language, time, text) in table {
            assert_eq!(catalog(language).time(time).replace('\u{a0}', " "), text);
        }
    }

    #[test]
    fn the_first_of_a_month_is_written_as_the_language_does() {
        let first = range("2026-01-01", "2026-01-31");
        for (language, text) in [
            (Language::English, "1 Jan – 31 Jan 2026"),
            (Language::French, "1er janv. – 31 janv. 2026"),
            (Language::Spanish, "1 ene – 31 ene 2026"),
        ] {
            assert_eq!(catalog(language).period(first).replace('\u{a0}', " "), text);
        }
    }

    #[test]
    fn a_row_says_what_is_known_and_nothing_else() {
        let english = catalog(Language::English);
        let said = |facts: &Facts| english.statement(facts).replace('\u{a0}', " ");
        let mut facts = short_statement();
        assert_eq!(said(&facts), "1 Jan 1970");
        let confidence = Confidence::Seen;
        facts.institution = Some(Fact { value: "RBC".into(), confidence });
        let number = AccountNumber { digits: "1234".to_owned(), member: None, suffix: None, kind: None };
        facts.account = Some(Fact { value: number, confidence });
        assert_eq!(said(&facts), "RBC ••1234\u{2003}1 Jan 1970");
        facts.period = None;
        assert_eq!(said(&facts), "RBC ••1234");
        assert_eq!(said(&Facts::default()), "");
    }
}
