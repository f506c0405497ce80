//! The values of a message that have no meaning here, and are passed on to the host: some pages depend on them.
//!
//! Source: the provider's pages name `accountId`, `totalAccounts`, `displayedAccounts` and `mfaTypes`; there are more.

use super::RawMessage;
use crate::core::redacted::Redacted;
use serde::{Serialize, Serializer};

/// The most fields of a message that are passed on.
const MAX_FIELDS: usize = 32;
/// The longest name of a field, in bytes.
const MAX_NAME_BYTES: usize = 64;
/// The longest text in a field, in bytes.
const MAX_VALUE_BYTES: usize = 256;

/// A value that is no list and no object.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// A text, which may be an id.
    Text(Redacted),
    /// A number, never NaN: JSON has none.
    Number(f64),
    /// Yes or no.
    Bool(bool),
}

impl Eq for FieldValue {}

/// Names and values, in the order received.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(Vec<(Redacted, FieldValue)>);

impl Fields {
    /// Adds a field, unless it has a meaning of its own, is too long, or there are too many. Names are letters, digits and
    /// underscores: others could mean something to the code that reads them.
    pub fn add(&mut self, name: &str, value: FieldValue) {
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') && !name.starts_with('_');
        let is_short = match &value {
            FieldValue::Text(text) => text.len() <= MAX_VALUE_BYTES,
            FieldValue::Number(number) => number.is_finite(),
            FieldValue::Bool(_) => true,
        };
        let has_room = self.0.len() < MAX_FIELDS && name.len() <= MAX_NAME_BYTES && !name.is_empty();
        if is_name && is_short && has_room && !RawMessage::FIELDS.contains(&name) {
            self.0.push((name.into(), value));
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FieldValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Serialize for FieldValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Bool(is_true) => serializer.serialize_bool(*is_true),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::core::connect::message::read_text;
    use serde_json::{Value, json};

    fn fields(message: &Value) -> Value {
        serde_json::to_value(read_text(&message.to_string())).unwrap()["fields"].clone()
    }

    #[test]
    fn what_the_provider_names_and_what_it_may_add_reaches_the_host() {
        let message = json!({
            "step": "ACCOUNT_SELECTED", "institution": "FlinksCapital", "accountId": "a-1", "totalAccounts": 3, "isJoint": true,
        });
        assert_eq!(fields(&message), json!({"accountId": "a-1", "totalAccounts": 3.0, "isJoint": true}));
    }

    #[test]
    fn nulls_lists_objects_and_fields_with_a_meaning_of_their_own_are_left_out() {
        let message = json!({"step": "REDIRECT", "loginId": "l", "url": "https://a.example", "none": null, "list": [1], "object": {"a": 1}});
        assert_eq!(fields(&message), Value::Null, "and without any there is no `fields`");
    }

    #[test]
    fn names_that_mean_something_to_code_are_left_out() {
        let message = json!({"__proto__": "a", "_a": 1, "": 1, "a b": 1, "a-b": 1, "é": 1, "ok_1": 1});
        assert_eq!(fields(&message), json!({"ok_1": 1.0}));
    }

    #[test]
    fn their_number_and_length_are_bounded() {
        let many: serde_json::Map<_, _> = (0..100).map(|at| (format!("f{at}"), json!(at))).collect();
        assert_eq!(fields(&Value::Object(many)).as_object().unwrap().len(), 32);
        let (long, short) = ("a".repeat(257), "a".repeat(256));
        assert_eq!(fields(&json!({"long": long, "short": short})), json!({"short": short}));
        assert_eq!(fields(&json!({"n".repeat(65): 1, "n".repeat(64): 2})), json!({"n".repeat(64): 2.0}));
    }
}
