//! A page object and the attributes that it inherits (ISO 32000-1, 7.7.3.4).

use crate::pdf::{
    document::IndirectObject,
    object::{Dict, Object},
};
use std::rc::Rc;

/// The attributes that a page inherits from the nodes above it.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Inherited {
    pub(in crate::pdf) resources: Option<Object>,
    pub(in crate::pdf) media_box: Option<Object>,
    pub(in crate::pdf) crop_box: Option<Object>,
    pub(in crate::pdf) rotate: Option<Object>,
}

impl Inherited {
    /// What the children of a node inherit: its own attributes, or else those that it inherits.
    pub(super) fn through(&self, node: &Dict) -> Self {
        let or = |key: &[u8], inherited: &Option<Object>| node.get(key).cloned().or_else(|| inherited.clone());
        Self {
            resources: or(b"Resources", &self.resources),
            media_box: or(b"MediaBox", &self.media_box),
            crop_box: or(b"CropBox", &self.crop_box),
            rotate: or(b"Rotate", &self.rotate),
        }
    }
}

/// A page.
#[derive(Debug)]
pub(in crate::pdf) struct Page {
    /// The object number, unless the page is a direct object.
    pub(in crate::pdf) id: Option<u32>,
    pub(in crate::pdf) object: Rc<IndirectObject>,
    pub(in crate::pdf) inherited: Rc<Inherited>,
}
