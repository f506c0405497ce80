//! The languages of the component, and which of them is nearest to a BCP 47 tag.
//!
//! The macro `languages!` is the one list of them; `www/languages/list.js` and the files of the npm package are generated from it.
//! The rule is lookup of RFC 4647: a tag is shortened from its end until it names one of ours. As ours are primary
//! subtags only, that is the first subtag. `www/languages/index.js` has the same rule; `tests/languages.json` holds both.

/// Calls a macro with the list of languages: variant, tag, and the Cargo feature that compiles its texts in. The texts
/// stand in `core/i18n/languages`, in the module of that name.
macro_rules! languages {
    ($with:ident) => {
        $with! {
            /// English.
            English = "en", en, "english";
            /// Canadian French.
            French = "fr", fr, "french";
            /// Spanish of the United States.
            Spanish = "es", es, "spanish";
        }
    };
}

pub(in crate::core) use languages;

macro_rules! language_enum {
    ($($(#[$doc:meta])* $Name:ident = $tag:literal, $module:ident, $feature:tt;)+) => {
        /// A language of the component.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Language {
            $($(#[$doc])* $Name,)+
        }

        impl Language {
            /// Every language.
            pub const ALL: &'static [Self] = &[$(Self::$Name),+];

            /// Its tag, in attributes and addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Name => $tag,)+
                }
            }
        }
    };
}

languages!(language_enum);

/// English, where nothing says which.
impl Default for Language {
    fn default() -> Self {
        Self::English
    }
}

impl Language {
    /// The language that a BCP 47 tag names: `fr` and `fr-CA`, in any case, also with an underscore and with spaces around
    /// it. `None` for another language, for none, and for an empty tag, by which HTML says that it is unknown.
    ///
    /// ```
    /// use flinks_upload::core::language::Language;
    /// assert_eq!(Language::lookup(" FR_ca "), Some(Language::French));
    /// assert_eq!(Language::lookup("fry"), None);
    /// ```
    pub fn lookup(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|language| language.as_str().eq_ignore_ascii_case(primary))
    }

    /// The language for the nearest `lang` of a page; English when there is none or it is another.
    pub fn nearest(tag: Option<&str>) -> Self {
        tag.and_then(Self::lookup).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_of_the_table_of_tags_has_its_language() {
        let table: serde_json::Value = serde_json::from_str(include_str!("../../tests/languages.json")).unwrap();
        let cases = table.as_array().unwrap();
        for case in cases {
            let (tag, expected) = (case["tag"].as_str(), case["language"].as_str());
            assert_eq!(tag.and_then(Language::lookup).map(Language::as_str), expected, "{case}");
            assert_eq!(Language::nearest(tag).as_str(), expected.unwrap_or("en"), "{case}");
        }
        assert!(cases.len() >= 20);
    }
}
