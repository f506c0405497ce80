//! The fonts of a document, each loaded once.

use crate::pdf::{
    content::FontId,
    document::Document,
    error::{ParseError, ParseResult, ok_unless_io},
    font::Font,
    object::{Dict, Object},
};
use std::rc::Rc;

/// What tells fonts apart. A dictionary is kept, so that its address stays its own.
enum FontKey {
    Reference(u32),
    Direct(Dict),
}

/// The fonts that were loaded so far.
#[derive(Default)]
pub(super) struct Fonts(Vec<(FontKey, Rc<Font>)>);

impl Fonts {
    /// The font that a resource names.
    pub(super) fn load(&mut self, document: &mut Document, object: &Object) -> ParseResult<FontId> {
        document.meter.charge_work(self.0.len())?;
        let key = match object {
            Object::Reference(id) => FontKey::Reference(*id),
            Object::Dict(dict) => FontKey::Direct(dict.clone()),
            _ => return Err(ParseError::Malformed),
        };
        if let Some(index) = self.0.iter().position(|font| font.0.is_same(&key)) {
            return Ok(FontId(index));
        }
        // A font that cannot be read is kept as well: it would be parsed again whenever it is selected.
        let font = ok_unless_io(load_new(document, object))?.unwrap_or_else(Font::unknown);
        self.0.push((key, Rc::new(font)));
        Ok(FontId(self.0.len().saturating_sub(1)))
    }

    pub(super) fn get(&self, id: FontId) -> Option<Rc<Font>> {
        self.0.get(id.0).map(|font| Rc::clone(&font.1))
    }
}

fn load_new(document: &mut Document, object: &Object) -> ParseResult<Font> {
    let resolved = document.resolve(Some(object))?;
    Font::load(document, resolved.dict().ok_or(ParseError::Malformed)?)
}

impl FontKey {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reference(own), Self::Reference(other)) => own == other,
            (Self::Direct(own), Self::Direct(other)) => Rc::ptr_eq(&own.0, &other.0),
            _ => false,
        }
    }
}
