//! Which counts take the singular form. The rules are those of CLDR for whole numbers, as far as our languages need them.

/// Which counts take the singular form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralRule {
    /// 1.
    One,
    /// 0 and 1.
    ZeroOrOne,
}

impl PluralRule {
    const ALL: [Self; 2] = [Self::One, Self::ZeroOrOne];

    /// Its name in language files.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::ZeroOrOne => "zero-or-one",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// Whether a count takes the singular form.
    pub fn is_singular(self, count: u64) -> bool {
        match self {
            Self::One => count == 1,
            Self::ZeroOrOne => count <= 1,
        }
    }
}
