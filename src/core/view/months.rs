//! The months that the statements of each account cover, at a glance.

use crate::core::{
    files::coverage::{AccountCoverage, Coverage, Month, MonthState},
    i18n::{Catalog, MessageKey, Value},
    redacted::partial_debug,
};

/// The months of an account, oldest first.
#[derive(Clone, PartialEq, Eq)]
pub struct MonthStrip {
    /// Which account, in words.
    pub label: String,
    /// Each month.
    pub months: Vec<MonthCell>,
}

/// A month of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthCell {
    /// Its short name, with the year where that is new.
    pub name: String,
    /// How much of it is covered.
    pub state: MonthState,
    /// The same in words.
    pub text: String,
}

partial_debug! {
    MonthStrip { months }
}

/// One strip for each account. A single month says no more than the file's own line.
pub(super) fn month_strips(catalog: &Catalog, coverage: &Coverage) -> Vec<MonthStrip> {
    let strip = |account: &AccountCoverage| {
        let mut year = None;
        let cell = |month: &Month| {
            let is_new = year.replace(month.year) != Some(month.year);
            let key = match month.state {
                MonthState::Covered => MessageKey::MonthCovered,
                MonthState::Partly => MessageKey::MonthPartly,
                MonthState::Missing => MessageKey::MonthMissing,
                MonthState::Unknown => MessageKey::MonthUnknown,
            };
            MonthCell { name: catalog.month(*month, is_new), state: month.state, text: catalog.text(key) }
        };
        let months: Vec<_> = coverage.months(account).iter().map(cell).collect();
        let suffix = account.suffix.map(|suffix| format!("-{suffix}")).unwrap_or_default();
        let digits = account.digits.as_ref().map(|digits| format!("{digits}{suffix}"));
        let name = catalog.account(account.institution.as_deref(), digits.as_deref());
        let label = catalog.format(MessageKey::MonthsCovered, &[("account", Value::Text(&name))]);
        (months.len() > 1).then_some(MonthStrip { label, months })
    };
    coverage.accounts.iter().filter_map(strip).collect()
}
