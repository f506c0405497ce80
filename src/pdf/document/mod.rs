//! The file as numbered objects (ISO 32000-1, 7.3.10): loads one by its number, decrypts its strings, decodes its stream.
//!
//! Everything that was loaded once is kept, so that running the same code again costs little. Never decides which
//! objects matter.

mod indirect_object;
mod meter;
mod objects;
mod streams;

pub(super) use {
    indirect_object::IndirectObject,
    meter::Meter,
    objects::{Defects, Document},
};
