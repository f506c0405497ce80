//! Every text that people read: the keys, the languages, the host's own texts, and how values are put into them.
//!
//! Which key is said when is decided by `core::view`; here is what a key says. A text is looked up in the host's own
//! texts first ([`Messages`]), then in the pack of one language ([`LanguagePack`]), which is compiled in or handed in at
//! run time. A new key does not compile without its text in every language.
//!
//! It never reads the page, loads anything, or guesses: what is missing is named.

#[cfg(any(test, feature = "generate"))]
pub mod accounts;
#[cfg(any(test, feature = "generate"))]
pub mod generate;
mod key;
mod languages;
mod number;
mod overrides;
mod pack;
mod pack_data;
mod plural;
mod template;

pub use key::MessageKey;
pub use overrides::Messages;
pub use pack::{LanguagePack, LanguagePackError};
pub use plural::PluralRule;
pub use template::Value;

use super::language::Language;

/// What the component says: the texts of one language, or the host's own.
///
/// ```
/// use flinks_upload::core::{i18n::{Catalog, LanguagePack, MessageKey, Messages}, language::Language};
/// let own = Messages::read(&[("continue-files".to_owned(), "Send {files} {files|PDF|PDFs}".to_owned())]).unwrap();
/// let catalog = Catalog::new(LanguagePack::built_in_or_default(Language::English), own);
/// assert_eq!(catalog.files(MessageKey::ContinueFiles, 2), "Send 2 PDFs");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    pack: LanguagePack,
    overrides: Messages,
    is_for_staff: bool,
}

impl Catalog {
    /// The texts of a language, with the host's own in their place where it gave some.
    pub fn new(pack: LanguagePack, overrides: Messages) -> Self {
        Self { pack, overrides, is_for_staff: false }
    }

    /// What it says to staff instead of a customer. The host's own texts stay.
    #[must_use]
    pub fn for_staff(self) -> Self {
        Self { is_for_staff: true, ..self }
    }

    /// The language of all that the host does not replace.
    pub fn language(&self) -> Language {
        self.pack.language()
    }

    /// A message without values.
    pub fn text(&self, key: MessageKey) -> String {
        self.format(key, &[])
    }

    /// A message about so many files.
    pub fn files(&self, key: MessageKey, files: u32) -> String {
        self.format(key, &[("files", Value::Count(files))])
    }

    /// A message with its values by name.
    pub fn format(&self, key: MessageKey, values: &[(&str, Value<'_>)]) -> String {
        let text = match self.overrides.get(key) {
            Some(own) => own,
            None if self.is_for_staff => self.pack.text_for_staff(key),
            None => self.pack.text(key),
        };
        template::fill(&self.pack, text, values)
    }

    /// A size for people: megabytes and kilobytes of 10^6 and 10^3 bytes.
    pub fn size(&self, bytes: u64) -> String {
        number::size(&self.pack, bytes)
    }
}

#[cfg(test)]
mod tests;
