//! What is reported when a value in a response does not have the documented type.
//!
//! It decides how a place in a response is named (`Accounts[2].Balance.Current`) and how JSON types are called in a
//! message. It never holds or quotes a value: the responses are people's bank accounts, and errors end up in logs.

use serde_json::Value;

/// A value in a response does not have the documented type. It holds the place and the type, never the value itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{at}` expects {expected}, got {received}")]
pub struct DecodeError {
    /// The place in the response, such as `Accounts[2].Balance.Current`; `the answer` for the response as a whole.
    pub at: String,
    /// What is documented for that place, in words: `a number`.
    pub expected: &'static str,
    /// What was there instead, in words: `a text`.
    pub received: &'static str,
}

/// The six types of JSON values (RFC 8259).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `null`. A field that is absent counts as this, too.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl JsonType {
    /// The type of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Bool,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    /// The type in the words of an error message: `a text`, `nothing`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::String => "a text",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}

/// The path to a value. Borrowed from its parents and turned into text only for an error, so that reading a response
/// without errors allocates no paths.
#[derive(Debug, Clone, Copy)]
pub(super) enum JsonPath<'a> {
    Root,
    Field(&'a JsonPath<'a>, &'static str),
    Item(&'a JsonPath<'a>, usize),
}

impl JsonPath<'_> {
    pub(super) fn error(&self, expected: &'static str, received: JsonType) -> DecodeError {
        DecodeError { at: self.to_text(), expected, received: received.as_str() }
    }

    fn to_text(self) -> String {
        match self {
            Self::Root => "the answer".to_owned(),
            Self::Field(Self::Root, name) => name.to_owned(),
            Self::Field(parent, name) => format!("{}.{name}", parent.to_text()),
            Self::Item(parent, index) => format!("{}[{index}]", parent.to_text()),
        }
    }
}
