//! A value in an answer, with the way to it: what is read of it is of the kind that was expected, or an error.

use super::malformed::{At, Malformed, Shape};
use serde_json::Value;

/// Each reader takes null and absence for nothing, and anything of another kind for an error.
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    pub(super) at: At<'a>,
}

impl Node<'_> {
    pub(super) fn shape(&self) -> Shape {
        Shape::of(self.value)
    }

    pub(super) fn refuse(&self, expected: &'static str) -> Malformed {
        self.at.expects(expected, self.shape())
    }

    /// A field; nothing where there is none.
    pub(super) fn field(&self, name: &'static str) -> Node<'_> {
        Node { value: self.value.get(name).unwrap_or(&Value::Null), at: At::Field(&self.at, name) }
    }

    pub(super) fn text(&self) -> Result<Option<String>, Malformed> {
        match self.value {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text.clone())),
            // An account number without leading zeros may come as a number.
            Value::Number(number) => Ok(Some(number.to_string())),
            _ => Err(self.refuse("a text")),
        }
    }

    pub(super) fn number(&self) -> Result<Option<f64>, Malformed> {
        match self.value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(number.as_f64()),
            _ => Err(self.refuse("a number")),
        }
    }

    /// An object, or nothing, whose fields then are nothing, too.
    pub(super) fn object(self) -> Result<Self, Malformed> {
        match self.value {
            Value::Null | Value::Object(_) => Ok(self),
            _ => Err(self.refuse("an object")),
        }
    }

    pub(super) fn items(&self) -> Result<impl ExactSizeIterator<Item = Node<'_>>, Malformed> {
        let items = match self.value {
            Value::Null => &[],
            Value::Array(items) => items.as_slice(),
            _ => return Err(self.refuse("a list")),
        };
        Ok(items.iter().enumerate().map(|(index, value)| Node { value, at: At::Item(&self.at, index) }))
    }
}
