//! Reads typed records out of JSON: each field optional, null as good as absent, what is not known kept beside.
//!
//! Not a derived `Deserialize`, because its errors quote the values that they complain about.

use super::malformed::{At, Malformed, Shape};
use serde_json::{Map, Number, Value};

/// A JSON object.
pub(super) type Object = Map<String, Value>;

/// What a field may hold.
pub(super) trait Field: Sized {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed>;
}

impl Field for String {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        match value {
            Value::String(text) => Ok(text),
            // An account number without leading zeros may come as a number.
            Value::Number(number) => Ok(number.to_string()),
            other => Err(at.expects("a text", Shape::of(&other))),
        }
    }
}

impl Field for Number {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        match value {
            Value::Number(number) => Ok(number),
            other => Err(at.expects("a number", Shape::of(&other))),
        }
    }
}

impl Field for u16 {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        let number = value.as_u64().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| at.expects("a whole number up to 65535", Shape::of(&value)))
    }
}

impl Field for bool {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        value.as_bool().ok_or_else(|| at.expects("true or false", Shape::of(&value)))
    }
}

/// An object whose fields are not documented.
impl Field for Map<String, Value> {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        match value {
            Value::Object(map) => Ok(map),
            other => Err(at.expects("an object", Shape::of(&other))),
        }
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value, at: &At<'_>) -> Result<Self, Malformed> {
        match value {
            Value::Array(items) => {
                items.into_iter().enumerate().map(|(index, item)| T::read(item, &At::Item(at, index))).collect()
            }
            other => Err(at.expects("a list", Shape::of(&other))),
        }
    }
}

/// Takes a field out of an object.
pub(super) fn take<T: Field>(
    map: &mut Map<String, Value>,
    name: &'static str,
    at: &At<'_>,
) -> Result<Option<T>, Malformed> {
    match map.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => T::read(value, &At::Field(at, name)).map(Some),
    }
}

/// Parses the text of a record.
pub(super) fn parse<T: Field>(text: &[u8]) -> Result<T, Malformed> {
    // Why it is no JSON is not told: the parser quotes what it stumbled over.
    let value = serde_json::from_slice(text).map_err(|_| Malformed {
        at: "the answer".to_owned(),
        expected: "JSON",
        received: if text.is_empty() { "nothing" } else { "other bytes" },
    })?;
    T::read(value, &At::Answer)
}

/// A struct of optional fields, each with the provider's name for it.
macro_rules! record {
    ($(#[$on_struct:meta])* pub struct $Name:ident { $($(#[$on_field:meta])* $field:ident: $Type:ty = $text:literal,)+ }) => {
        $(#[$on_struct])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        pub struct $Name {
            $(
                $(#[$on_field])*
                #[serde(rename = $text, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$Type>,
            )+
            /// Fields that are not known here, as they came.
            #[serde(flatten)]
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl $Name {
            /// Reads it from its JSON.
            ///
            /// # Errors
            /// Names where something is not as expected, without the value.
            pub fn parse(text: &[u8]) -> Result<Self, $crate::core::results::accounts::Malformed> {
                $crate::core::results::accounts::record::parse(text)
            }
        }

        impl $crate::core::results::accounts::record::Field for $Name {
            fn read(
                value: serde_json::Value,
                at: &$crate::core::results::accounts::malformed::At<'_>,
            ) -> Result<Self, $crate::core::results::accounts::Malformed> {
                let mut map = <serde_json::Map<String, serde_json::Value>>::read(value, at)?;
                Ok(Self {
                    $($field: $crate::core::results::accounts::record::take(&mut map, $text, at)?,)+
                    other: map,
                })
            }
        }
    };
}

pub(super) use record;
