//! Writes values as JSON text: the way by which reports and details of events leave the wasm. JavaScript reads it with the
//! browser's own `JSON.parse`.
//!
//! It takes the types of the core, whose details are made of texts, whole numbers, booleans, lists and maps, and refuses others.
//! It takes less of the wasm than `serde-wasm-bindgen`, and crosses the border once for each value instead of once for each of its
//! parts.

use serde::{
    Serialize, Serializer,
    ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct},
};
use std::fmt::{Display, Formatter};

/// The JSON of a value.
///
/// # Errors
/// The value holds a number with a fraction, bytes, a tuple, or an enum variant with fields.
pub fn to_json(value: &impl Serialize) -> Result<String, UnsupportedType> {
    let mut json = String::new();
    value.serialize(Writer(&mut json))?;
    Ok(json)
}

/// A type that this writer does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnsupportedType;

impl Display for UnsupportedType {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a type that has no JSON here")
    }
}

impl std::error::Error for UnsupportedType {}

impl serde::ser::Error for UnsupportedType {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Writer<'a>(&'a mut String);

impl Writer<'_> {
    fn quoted(self, text: &str) {
        self.0.push('"');
        for char in text.chars() {
            match char {
                '\0'..='\x1F' => {
                    self.0.push_str("\\u00");
                    for digit in [u32::from(char) >> 4, u32::from(char) & 15] {
                        self.0.push(char::from_digit(digit, 16).unwrap_or_default());
                    }
                    continue;
                }
                '"' | '\\' => self.0.push('\\'),
                _ => {}
            }
            self.0.push(char);
        }
        self.0.push('"');
    }

    fn whole(self, number: &impl ToString) -> Written {
        self.0.push_str(&number.to_string());
        Ok(())
    }
}

type Written = Result<(), UnsupportedType>;

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = UnsupportedType;
    type SerializeSeq = Collection<'a>;
    type SerializeMap = Collection<'a>;
    type SerializeStruct = Collection<'a>;
    type SerializeTuple = Impossible<(), UnsupportedType>;
    type SerializeTupleStruct = Impossible<(), UnsupportedType>;
    type SerializeTupleVariant = Impossible<(), UnsupportedType>;
    type SerializeStructVariant = Impossible<(), UnsupportedType>;

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.whole(&value)
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.whole(&value)
    }

    fn serialize_f32(self, _: f32) -> Written {
        Err(UnsupportedType)
    }

    fn serialize_f64(self, _: f64) -> Written {
        Err(UnsupportedType)
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        self.quoted(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(UnsupportedType)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(UnsupportedType)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Collection<'a>, UnsupportedType> {
        self.0.push('[');
        Ok(Collection(self.0))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, UnsupportedType> {
        Err(UnsupportedType)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, UnsupportedType> {
        Err(UnsupportedType)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, UnsupportedType> {
        Err(UnsupportedType)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Collection<'a>, UnsupportedType> {
        self.0.push('{');
        Ok(Collection(self.0))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Collection<'a>, UnsupportedType> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, UnsupportedType> {
        Err(UnsupportedType)
    }
}

/// A list or a map that was opened.
struct Collection<'a>(&'a mut String);

impl Collection<'_> {
    /// No value ends with an opening bracket, so one at the end means that nothing stands in this collection yet.
    fn separate(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }
}

impl SerializeSeq for Collection<'_> {
    type Ok = ();
    type Error = UnsupportedType;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(Writer(self.0))
    }

    fn end(self) -> Written {
        self.0.push(']');
        Ok(())
    }
}

impl SerializeMap for Collection<'_> {
    type Ok = ();
    type Error = UnsupportedType;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.separate();
        key.serialize(Writer(self.0))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.0.push(':');
        value.serialize(Writer(self.0))
    }

    fn end(self) -> Written {
        self.0.push('}');
        Ok(())
    }
}

impl SerializeStruct for Collection<'_> {
    type Ok = ();
    type Error = UnsupportedType;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Written {
        SerializeMap::end(self)
    }
}

#[cfg(test)]
mod tests;
