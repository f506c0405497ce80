//! Texts with places for values: `{name}`, and by a count `{files|file|files}`: a word for one, a word for others.

use super::{LanguagePack, number};

/// What is put into a text.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// As it is.
    Text(&'a str),
    /// A number, which words can go by.
    Count(u32),
}

/// Puts values into their places. A place without a value stays empty.
pub(super) fn fill(pack: &LanguagePack, text: &str, values: &[(&str, Value<'_>)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        filled.push_str(before);
        let (name, forms) = place.split_once('|').unwrap_or((place, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        match (value, forms.split_once('|')) {
            (Some((_, Value::Count(count))), Some((one, other))) => {
                let is_singular = pack.plural_rule().is_singular(u64::from(*count));
                filled.push_str(if is_singular { one } else { other });
            }
            (Some((_, Value::Count(count))), None) => filled.push_str(&number::grouped(pack, u64::from(*count))),
            (Some((_, Value::Text(text))), _) => filled.push_str(text),
            (None, _) => {}
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// What stands before the next place, what is in it, and what comes after it.
fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place, after))
}

/// The places of a text, each once; `None` if its braces are not in pairs.
pub(super) fn placeholders(text: &str) -> Option<Vec<&str>> {
    let mut places = Vec::new();
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        if before.contains('}') || place.contains('{') {
            return None;
        }
        if !places.contains(&place) {
            places.push(place);
        }
        rest = after;
    }
    (!rest.contains(['{', '}'])).then_some(places)
}
