//! Reads single values out of a response without copying the rest of it.
//!
//! For [`super::summary`], which needs a few fields of what may be megabytes of transactions. Every read checks the type;
//! null and absent fields are both `None`, because nearly every documented field may be null.

use super::decode_error::{DecodeError, JsonPath, JsonType};
use serde_json::Value;

/// A value together with its path, so that an error can name the place.
pub(super) struct Reader<'a> {
    value: &'a Value,
    path: JsonPath<'a>,
}

impl<'a> Reader<'a> {
    /// Starts at the whole response.
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, path: JsonPath::Root }
    }
}

impl Reader<'_> {
    pub(super) fn json_type(&self) -> JsonType {
        JsonType::of(self.value)
    }

    /// The error for a value that is not `expected`.
    pub(super) fn error(&self, expected: &'static str) -> DecodeError {
        self.path.error(expected, self.json_type())
    }

    /// A field of an object; null where there is none.
    pub(super) fn field(&self, name: &'static str) -> Reader<'_> {
        Reader { value: self.value.get(name).unwrap_or(&Value::Null), path: JsonPath::Field(&self.path, name) }
    }

    pub(super) fn text(&self) -> Result<Option<String>, DecodeError> {
        match self.value {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text.clone())),
            // An account number without leading zeros may come as a number.
            Value::Number(number) => Ok(Some(number.to_string())),
            _ => Err(self.error("a text")),
        }
    }

    pub(super) fn number(&self) -> Result<Option<f64>, DecodeError> {
        match self.value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(number.as_f64()),
            _ => Err(self.error("a number")),
        }
    }

    /// An object, or null, whose fields then are null as well.
    pub(super) fn object(self) -> Result<Self, DecodeError> {
        match self.value {
            Value::Null | Value::Object(_) => Ok(self),
            _ => Err(self.error("an object")),
        }
    }

    /// The items of an array; none for null.
    pub(super) fn items(&self) -> Result<impl ExactSizeIterator<Item = Reader<'_>>, DecodeError> {
        let items = match self.value {
            Value::Null => &[],
            Value::Array(items) => items.as_slice(),
            _ => return Err(self.error("a list")),
        };
        Ok(items.iter().enumerate().map(|(index, value)| Reader { value, path: JsonPath::Item(&self.path, index) }))
    }
}
