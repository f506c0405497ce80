//! Every word that people read, in English and Canadian French, and in the host's own catalog where it gave some.
//!
//! A new key does not compile without its catalog in both.

mod en;
mod fr;
mod key;
mod number;
mod overrides;
mod template;

pub use key::MessageKey;
pub use overrides::Messages;
pub use template::Value;

use super::language::Language;

impl Language {
    fn message(self, key: MessageKey) -> &'static str {
        match self {
            Self::English => en::TEXTS.get(key),
            Self::French => fr::TEXTS.get(key),
        }
    }
}

/// What the component says: in a language, unless the host has catalog of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// The language of all that the host does not replace.
    pub language: Language,
    /// What it replaces.
    pub overrides: Messages,
}

impl Catalog {
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
        let text = self.overrides.get(key).unwrap_or_else(|| self.language.message(key));
        template::fill(self.language, text, values)
    }

    /// A size for people: megabytes and kilobytes of 10^6 and 10^3 bytes.
    pub fn size(&self, bytes: u64) -> String {
        number::size(self.language, bytes)
    }
}

#[cfg(test)]
mod tests;
