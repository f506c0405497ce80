//! The array `/Differences` of an encoding (ISO 32000-1, 9.6.6.1).

use super::CodeTable;
use crate::pdf::{encoding::char_of_glyph, object::Object};

/// The most entries that are applied: more than a code and a name for each of 256 codes have no effect.
const MAX_ENTRIES: usize = 1024;

/// Applies the differences: a code, the names of the glyphs from that code on, and so forth. A code whose glyph has an
/// unknown name stands for nothing.
pub(super) fn apply_differences(table: &mut CodeTable, differences: &[Object]) {
    let mut code = 0usize;
    for entry in differences.iter().take(MAX_ENTRIES) {
        match entry {
            Object::Name(name) => {
                if let Some(char) = table.get_mut(code) {
                    *char = char_of_glyph(name);
                }
                code = code.saturating_add(1);
            }
            other => {
                let first = other.as_int().and_then(|first| usize::try_from(first).ok());
                code = first.unwrap_or(table.len());
            }
        }
    }
}
