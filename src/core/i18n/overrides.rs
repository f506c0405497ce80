//! The host's own texts.
//!
//! It decides which keys and places are taken: those that `key.rs` has. It never looks at the texts of a language.

use super::{MessageKey, key::is_count, template::placeholders};
use crate::core::error::UploadError;
use std::rc::Rc;

/// Texts that stand in for those of the catalog, in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages(Rc<Vec<(MessageKey, String)>>);

impl Messages {
    /// Takes texts by the names of their keys.
    ///
    /// # Errors
    /// Every key that is not in the catalog, and every text that is blank or has a place that its key knows no value
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
                None => refuse("keys of the catalog (`MessageKey` in index.d.ts)", name),
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

/// What was expected of a text with which something is wrong: the places that its key has values for.
fn misplaced(key: MessageKey, text: &str) -> Option<String> {
    let is_known = |place: &&str| {
        let (name, forms) = place.split_once('|').unwrap_or((place, ""));
        let has_two = is_count(name) && forms.split('|').count() == 2;
        key.values().any(|value| value == name) && (!place.contains('|') || has_two)
    };
    let is_fine = !text.trim().is_empty() && placeholders(text).is_some_and(|places| places.iter().all(is_known));
    (!is_fine).then(|| match places_of(key.values()) {
        places if places.is_empty() => "without places in braces".to_owned(),
        places => format!("with no other places than {places}"),
    })
}

/// The places that a text can have for these values, as they are written in messages and documentation.
pub(super) fn places_of(values: impl Iterator<Item = &'static str>) -> String {
    let mut places = Vec::new();
    for value in values {
        places.push(format!("`{{{value}}}`"));
        if is_count(value) {
            places.push(format!("`{{{value}|one|other}}`"));
        }
    }
    places.join(", ")
}
