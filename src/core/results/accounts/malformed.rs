//! Where something is not as expected, and what is wrong with it, without the value itself.

use serde_json::Value;

/// Something in an answer is not as expected. It holds no value of the answer: those are personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{at}` expects {expected}, got {received}")]
pub struct Malformed {
    /// Where, such as `Accounts[2].Balance.Current`.
    pub at: String,
    /// What was expected there.
    pub expected: &'static str,
    /// What kind of thing came.
    pub received: &'static str,
}

/// What a JSON value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "JSON's own words")]
pub enum Shape {
    Nothing,
    Flag,
    Number,
    Text,
    List,
    Object,
}

impl Shape {
    /// What this one is.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(_) => Self::Flag,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }

    /// In a sentence.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// The way to a value, put into words only when something is wrong with it.
#[derive(Debug, Clone, Copy)]
pub(super) enum At<'a> {
    Answer,
    Field(&'a At<'a>, &'static str),
    Item(&'a At<'a>, usize),
}

impl At<'_> {
    pub(super) fn expects(&self, expected: &'static str, received: Shape) -> Malformed {
        Malformed { at: self.words(), expected, received: received.as_str() }
    }

    fn words(&self) -> String {
        match self {
            Self::Answer => "the answer".to_owned(),
            Self::Field(Self::Answer, name) => (*name).to_owned(),
            Self::Field(parent, name) => format!("{}.{name}", parent.words()),
            Self::Item(parent, index) => format!("{}[{index}]", parent.words()),
        }
    }
}
