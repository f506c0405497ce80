//! Structs that are read from JSON leniently: each field optional, null the same as absent, unknown fields kept.
//!
//! Not a derived `Deserialize`, because its errors quote the values that they complain about.

use super::decode_error::{DecodeError, JsonPath, JsonType};
use serde_json::{Map, Number, Value};

/// A JSON object.
pub(super) type JsonObject = Map<String, Value>;

/// A type that a field of a lenient struct may have.
pub(super) trait FromJson: Sized {
    /// Converts a value; `path` is only for the error.
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError>;
}

impl FromJson for String {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::String(text) => Ok(text),
            // An account number without leading zeros may come as a number.
            Value::Number(number) => Ok(number.to_string()),
            other => Err(path.error("a text", JsonType::of(&other))),
        }
    }
}

impl FromJson for Number {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::Number(number) => Ok(number),
            other => Err(path.error("a number", JsonType::of(&other))),
        }
    }
}

impl FromJson for u16 {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        let number = value.as_u64().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| path.error("a whole number up to 65535", JsonType::of(&value)))
    }
}

impl FromJson for bool {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        value.as_bool().ok_or_else(|| path.error("true or false", JsonType::of(&value)))
    }
}

/// An object whose fields are not documented.
impl FromJson for JsonObject {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::Object(map) => Ok(map),
            other => Err(path.error("an object", JsonType::of(&other))),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        match value {
            Value::Array(items) => items
                .into_iter()
                .enumerate()
                .map(|(index, item)| T::from_json(item, &JsonPath::Item(path, index)))
                .collect(),
            other => Err(path.error("a list", JsonType::of(&other))),
        }
    }
}

/// Removes a field from an object and converts it.
pub(super) fn take_field<T: FromJson>(
    object: &mut JsonObject,
    name: &'static str,
    path: &JsonPath<'_>,
) -> Result<Option<T>, DecodeError> {
    match object.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => T::from_json(value, &JsonPath::Field(path, name)).map(Some),
    }
}

/// Parses the bytes of a response.
pub(super) fn parse<T: FromJson>(bytes: &[u8]) -> Result<T, DecodeError> {
    // The parser's own error is dropped, because it quotes the text around the mistake.
    let value = serde_json::from_slice(bytes).map_err(|_| DecodeError {
        at: "the answer".to_owned(),
        expected: "JSON",
        received: if bytes.is_empty() { "nothing" } else { "other bytes" },
    })?;
    T::from_json(value, &JsonPath::Root)
}

/// Declares a struct of optional fields, each with the provider's name for it, and how it is read from JSON.
macro_rules! lenient_struct {
    ($(#[$on_struct:meta])* pub struct $Name:ident { $($(#[$on_field:meta])* $field:ident: $Type:ty = $text:literal,)+ }) => {
        $(#[$on_struct])*
        #[derive(Clone, Default, PartialEq, serde::Serialize)]
        pub struct $Name {
            $(
                $(#[$on_field])*
                #[serde(rename = $text, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$Type>,
            )+
            /// Fields that this version does not know, unchanged; they are written again when this is serialized.
            #[serde(flatten)]
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl std::fmt::Debug for $Name {
            /// The names of the fields that are there, without their values: these are people's accounts.
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let fields = [$(($text, self.$field.is_some())),+];
                formatter.write_str(stringify!($Name))?;
                formatter.debug_set().entries(fields.iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name)).finish()
            }
        }

        impl $Name {
            /// Reads the struct from the bytes of its JSON.
            ///
            /// # Errors
            /// If the bytes are not a JSON object, or a known field has another type than documented. The error names
            /// the field and never quotes its value.
            pub fn parse(json: &[u8]) -> Result<Self, $crate::core::results::accounts::decode_error::DecodeError> {
                $crate::core::results::accounts::lenient_struct::parse(json)
            }
        }

        impl $crate::core::results::accounts::lenient_struct::FromJson for $Name {
            fn from_json(
                value: serde_json::Value,
                path: &$crate::core::results::accounts::decode_error::JsonPath<'_>,
            ) -> Result<Self, $crate::core::results::accounts::decode_error::DecodeError> {
                use $crate::core::results::accounts::lenient_struct::{JsonObject, take_field};
                let mut object = JsonObject::from_json(value, path)?;
                Ok(Self {
                    $($field: take_field(&mut object, $text, path)?,)+
                    other: object,
                })
            }
        }
    };
}

pub(super) use lenient_struct;
