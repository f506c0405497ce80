//! PDF objects as values (ISO 32000-1, 7.3). Nothing here resolves a reference.

use std::rc::Rc;

/// One object. Arrays and dictionaries are reference-counted: they are cloned often and may be large.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) enum Object {
    Null,
    Bool(bool),
    Int(i64),
    Real(f32),
    Name(Vec<u8>),
    String(Vec<u8>),
    Array(Rc<Vec<Object>>),
    Dict(Dict),
    /// An indirect reference, by object number. The generation number is ignored.
    Reference(u32),
    /// A keyword such as `obj`, or an operator of a content stream.
    Keyword(Vec<u8>),
}

impl Object {
    /// The integer; a real number is truncated.
    pub(super) fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            #[expect(clippy::cast_possible_truncation, reason = "saturates, and only oddly written numbers are reals")]
            Self::Real(value) => Some(*value as i64),
            _ => None,
        }
    }

    /// The number, integer or real.
    pub(super) fn as_number(&self) -> Option<f32> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "coordinates are small")]
            Self::Int(value) => Some(*value as f32),
            Self::Real(value) => Some(*value),
            _ => None,
        }
    }

    /// The name, without its slash and with its escapes decoded.
    pub(super) fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The bytes of the string.
    pub(super) fn as_string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn as_array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn as_dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// The number of the object that a reference names.
    pub(super) fn as_reference(&self) -> Option<u32> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }

    pub(super) fn is_name(&self, name: &[u8]) -> bool {
        self.as_name() == Some(name)
    }

    pub(super) fn is_keyword(&self, keyword: &[u8]) -> bool {
        matches!(self, Self::Keyword(own) if own == keyword)
    }
}

/// A dictionary: keys and values in file order. A linear search is fast, since most have a handful of entries.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Dict(pub(super) Rc<Vec<(Vec<u8>, Object)>>);

impl Dict {
    /// The value as written, which may be a reference; `None` also for a null value (7.3.7). The last entry of a
    /// duplicate key counts.
    pub(super) fn get(&self, key: &[u8]) -> Option<&Object> {
        self.0
            .iter()
            .rev()
            .find(|entry| entry.0 == key)
            .map(|entry| &entry.1)
            .filter(|value| !matches!(value, Object::Null))
    }

    pub(super) fn has(&self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }

    /// The number of entries.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
