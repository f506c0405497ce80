//! The texts and settings of one language: compiled in, or read at run time.
//!
//! It decides nothing about which language is wanted; that is `core::language`. It never mixes two languages: a pack is
//! complete, or it is refused with the name of what is missing.

use super::{
    key::{MessageKey, nth},
    languages,
    pack_data::{PackData, Setting},
    plural::PluralRule,
};
use crate::core::language::Language;
use std::{borrow::Cow, rc::Rc};

/// Of a language without texts. The units are the same in every language.
const NO_TEXTS: PackData = PackData {
    language: Language::English,
    plural_rule: PluralRule::One,
    group_from: usize::MAX,
    joined: Cow::Borrowed("en,.BBkBMB"),
    lengths: Cow::Borrowed(&[2, 1, 1, 1, 1, 2, 2]),
    staff: &[],
};

/// What a language pack lacks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the language pack has no usable `{name}`")]
pub struct LanguagePackError {
    /// The key of a message, or the name of a setting.
    pub name: &'static str,
}

/// The texts of one language, and how it writes numbers, sizes and plurals. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguagePack(Rc<PackData>);

impl LanguagePack {
    /// The pack of a language, if its Cargo feature (`english`, `french`, `spanish`) is on.
    pub fn built_in(language: Language) -> Option<Self> {
        languages::built_in(language).map(|data| Self(Rc::new(data)))
    }

    /// The pack of a language or, if it is not compiled in, of the first language that is. Where none is, the pack has no
    /// texts: in the place of each text stands the name of its key, such as `collect-title`.
    ///
    /// ```
    /// # use flinks_upload::core::{i18n::LanguagePack, language::Language};
    /// # #[cfg(feature = "french")]
    /// assert_eq!(LanguagePack::built_in_or_default(Language::French).locale(), "fr-CA");
    /// ```
    pub fn built_in_or_default(language: Language) -> Self {
        let mut wanted = std::iter::once(language).chain(Language::ALL.iter().copied());
        wanted.find_map(Self::built_in).unwrap_or_else(Self::without_texts)
    }

    /// In the place of each text stands the name of its key.
    pub(super) fn without_texts() -> Self {
        Self(Rc::new(NO_TEXTS))
    }

    /// As it is when it is read from a file for customers.
    #[cfg(test)]
    pub(super) fn without_texts_for_staff(&self) -> Self {
        Self(Rc::new(PackData { staff: &[], ..(*self.0).clone() }))
    }

    /// A pack that is read at run time, such as a file of `www/languages`, of which each language has one for customers and one for
    /// staff: `lookup` gives the value of a name, for each name
    /// once. The settings come first: `tag`, `singular` (`one`, or `zero-or-one`), `groupFrom` (how many digits a number has
    /// at least that is written in groups), `locale`, `group`, `decimal`, `byte`, `bytes`, `kilobyte`, `megabyte`. Then
    /// come the keys of the messages ([`MessageKey::name`]), in the order of [`MessageKey::ALL`], in which a file of `www/languages`
    /// has the texts. No setting has the name of a key.
    ///
    /// ```
    /// use flinks_upload::core::i18n::LanguagePack;
    /// let error = LanguagePack::from_lookup(|name| (name == "tag").then(|| "fr".to_owned())).unwrap_err();
    /// assert_eq!(error.to_string(), "the language pack has no usable `singular`");
    /// ```
    ///
    /// # Errors
    /// The first name that has no value, an empty one, or one that is not understood. Other names are not looked at.
    pub fn from_lookup(mut lookup: impl FnMut(&str) -> Option<String>) -> Result<Self, LanguagePackError> {
        Self::read(&mut lookup)
    }

    /// Not generic, so that it is compiled once.
    fn read(lookup: &mut dyn FnMut(&str) -> Option<String>) -> Result<Self, LanguagePackError> {
        let mut value = |name: &'static str| {
            let found = lookup(name).filter(|text| !text.is_empty());
            found.ok_or(LanguagePackError { name })
        };
        let tag = Language::lookup(&value("tag")?).ok_or(LanguagePackError { name: "tag" })?;
        let singular = PluralRule::from_name(&value("singular")?).ok_or(LanguagePackError { name: "singular" })?;
        let group_from = value("groupFrom")?.parse().map_err(|_| LanguagePackError { name: "groupFrom" })?;
        // More than a language has today.
        let mut joined = String::with_capacity(12_000);
        let mut lengths = Vec::with_capacity(Setting::ALL.len() + MessageKey::ALL.len());
        let settings = Setting::ALL.iter().map(|(_, name)| *name);
        for name in settings.chain(MessageKey::ALL.iter().map(|key| key.name())) {
            let text = value(name)?;
            joined.push_str(&text);
            lengths.push(text.len());
        }
        Ok(Self(Rc::new(PackData {
            language: tag,
            plural_rule: singular,
            group_from,
            joined: joined.into(),
            lengths: lengths.into(),
            staff: &[],
        })))
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The locale in which it writes, for `Intl`: `en-CA`.
    pub fn locale(&self) -> &str {
        self.setting(Setting::Locale)
    }

    /// Which counts take the singular form.
    pub fn plural_rule(&self) -> PluralRule {
        self.0.plural_rule
    }

    /// How many digits a number has at least that is written in groups.
    pub(super) fn group_from(&self) -> usize {
        self.0.group_from
    }

    pub(super) fn setting(&self, setting: Setting) -> &str {
        nth(&self.0.joined, &self.0.lengths, setting as usize)
    }

    /// A text as it stands, with its places; the name of the key where the pack has none.
    pub fn text(&self, key: MessageKey) -> &str {
        match nth(&self.0.joined, &self.0.lengths, Setting::ALL.len() + key as usize) {
            "" => key.name(),
            text => text,
        }
    }

    /// What staff read, in dashboard mode: they ask a customer for what is missing, where a customer asks the bank. As
    /// [`text`](Self::text) where that addresses nobody, and in a pack that was read at run time.
    ///
    /// ```
    /// # use flinks_upload::core::{i18n::{LanguagePack, MessageKey}, language::Language};
    /// # #[cfg(feature = "english")] {
    /// let pack = LanguagePack::built_in_or_default(Language::English);
    /// assert_eq!(pack.text_for_staff(MessageKey::CollectTitle), "Choose the customer’s statements");
    /// # }
    /// ```
    pub fn text_for_staff(&self, key: MessageKey) -> &str {
        // A wasm that reads all its packs at run time needs no code for it.
        if !languages::ARE_COMPILED_IN {
            return self.text(key);
        }
        let own = self.0.staff.iter().find(|(known, _)| *known == key);
        own.map_or_else(|| self.text(key), |(_, text)| text)
    }
}
