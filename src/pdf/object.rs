//! PDF objects as values (ISO 32000-1, 7.3). Nothing in here follows a reference.

use std::rc::Rc;

/// One object. Arrays and dictionaries are shared: they are handed on often, and may be large.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) enum Object {
    Null,
    Bool(bool),
    Int(i64),
    Real(f32),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Rc<Vec<Object>>),
    Dict(Dict),
    /// A reference; the generation is not looked at.
    Ref(u32),
    /// A bare word: an operator of a content stream, or `obj`, `endobj` and their like.
    Word(Vec<u8>),
}

impl Object {
    pub(super) fn int(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            #[expect(clippy::cast_possible_truncation, reason = "saturates, and only oddly written numbers are reals")]
            Self::Real(value) => Some(*value as i64),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f32> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "coordinates are small")]
            Self::Int(value) => Some(*value as f32),
            Self::Real(value) => Some(*value),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn is_name(&self, name: &[u8]) -> bool {
        self.name() == Some(name)
    }

    pub(super) fn is_word(&self, word: &[u8]) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// A dictionary, in the order of the file: most have a handful of entries.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Dict(pub(super) Rc<Vec<(Vec<u8>, Object)>>);

impl Dict {
    /// The value as written, which may be a reference. Of a key that is there twice the last counts.
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

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
