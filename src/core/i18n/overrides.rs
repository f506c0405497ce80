//! The host's own words.

use super::{MessageKey, template::placeholders};
use crate::core::error::UploadError;
use crate::core::language::Language;
use std::rc::Rc;

/// The values that words can go by.
const COUNTS: [&str; 4] = ["files", "ready", "attention", "pages"];

/// Texts that stand in for those of the catalogue, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages(Rc<Vec<(MessageKey, String)>>);

impl Messages {
    /// Takes texts by the names of their keys.
    ///
    /// # Errors
    /// Every key that is not in the catalogue, and every text that is blank or has a place that its key knows no value
    /// for.
    pub fn read(texts: &[(String, String)]) -> Result<Self, Vec<UploadError>> {
        let mut own = Vec::new();
        let mut errors = Vec::new();
        let mut refuse = |expected: &str, received: &str| {
            errors.push(UploadError::invalid("messages", expected, received));
        };
        for (name, text) in texts {
            let key = MessageKey::ALL.iter().copied().find(|key| key.name() == name);
            match key.map(|key| (key, misplaced(key, text))) {
                None => refuse("keys of the catalogue (`MessageKey` in index.d.ts)", name),
                Some((key, None)) => own.push((key, text.clone())),
                Some((_, Some(known))) => refuse(&format!("in `{name}` a text {known}"), text),
            }
        }
        if errors.is_empty() { Ok(Self(Rc::new(own))) } else { Err(errors) }
    }

    pub(super) fn get(&self, key: MessageKey) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, text)| text.as_str())
    }
}

/// What was expected of a text with which something is wrong: those places that the catalogue's own text has.
fn misplaced(key: MessageKey, text: &str) -> Option<String> {
    let known = placeholders(Language::English.message(key)).unwrap_or_default();
    let is_known = |place: &&str| {
        let (name, forms) = place.split_once('|').unwrap_or((place, ""));
        let of_name = |known: &&str| known.split('|').next() == Some(name);
        let has_two = COUNTS.contains(&name) && forms.split('|').count() == 2;
        known.iter().any(of_name) && (!place.contains('|') || has_two)
    };
    let is_fine = !text.trim().is_empty() && placeholders(text).is_some_and(|places| places.iter().all(is_known));
    (!is_fine).then(|| match known.as_slice() {
        [] => "without places in braces".to_owned(),
        known => format!("with no other places than `{{{}}}`", known.join("}`, `{")),
    })
}
