//! The languages of the component, and which of them is nearest to a BCP 47 tag.

/// A language of the component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Canadian French.
    French,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::English, Self::French];

    /// Its tag, in attributes and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language for a BCP 47 tag such as `fr-CA`; English when there is none or it is another.
    pub fn nearest(tag: Option<&str>) -> Self {
        let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
        if primary.trim().eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }
}
