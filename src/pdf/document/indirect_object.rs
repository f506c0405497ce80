//! An indirect object (ISO 32000-1, 7.3.10), with what it takes to decode its stream.

use crate::pdf::object::{Dict, Object};
use std::{cell::OnceCell, rc::Rc};

/// An object as a reference resolves to it. A direct object has the same form.
#[derive(Debug)]
pub(in crate::pdf) struct IndirectObject {
    pub(in crate::pdf) object: Object,
    /// The file offset of the stream data.
    pub(super) data: Option<u64>,
    /// Object and generation number, if they are part of the decryption key.
    pub(in crate::pdf) id: Option<(u32, u16)>,
    /// Set once the object was decoded as an object stream.
    pub(super) object_stream: OnceCell<Rc<ObjectStream>>,
}

impl IndirectObject {
    pub(super) fn new(object: Object, data: Option<u64>, id: Option<(u32, u16)>) -> Self {
        Self { object, data, id, object_stream: OnceCell::new() }
    }

    /// Wraps an object that has no stream of its own and is not encrypted by itself.
    pub(in crate::pdf) fn direct(object: Object) -> Self {
        Self::new(object, None, None)
    }

    /// The null object.
    pub(in crate::pdf) fn null() -> Rc<Self> {
        Rc::new(Self::direct(Object::Null))
    }

    /// The dictionary, which may be that of a stream.
    pub(in crate::pdf) fn dict(&self) -> Option<&Dict> {
        self.object.as_dict()
    }

    pub(in crate::pdf) fn is_stream(&self) -> bool {
        self.data.is_some()
    }
}

/// An object stream (7.5.7), decoded.
#[derive(Debug)]
pub(in crate::pdf) struct ObjectStream {
    pub(in crate::pdf) bytes: Vec<u8>,
    /// Object numbers, and where the objects start in `bytes`.
    pub(in crate::pdf) index: Vec<(u32, usize)>,
}
