//! The built-in encoding of a Type 1 font program (Adobe Type 1 Font Format, 2.2), from its head, which is not encrypted.

use super::CodeTable;
use crate::pdf::{encoding::char_of_glyph, lex::Lexer, object::Object};

/// How much of a font program is read, in bytes. The encoding follows the names of the font.
pub(super) const MAX_HEAD_LEN: u64 = 8 << 10;
/// The most tokens of the head that are read.
const MAX_TOKENS: usize = 4000;

/// Replaces `table` by the encoding of the program, if it states one of its own: `dup 65 /A put`, and so forth.
pub(super) fn apply_encoding(table: &mut CodeTable, head: &[u8], depth: u32) {
    let mut lexer = Lexer::new(head, true, depth, u32::MAX);
    let mut entry: Vec<Object> = Vec::new();
    let mut is_own = false;
    for _ in 0..MAX_TOKENS {
        let Ok(Some(token)) = lexer.token() else { break };
        let Object::Keyword(operator) = token else {
            entry.push(token);
            continue;
        };
        match (operator.as_slice(), entry.as_slice()) {
            (b"eexec", _) => break,
            (b"put", [Object::Int(code), Object::Name(name)]) => {
                if !is_own {
                    *table = [None; 256];
                    is_own = true;
                }
                if let Some(char) = usize::try_from(*code).ok().and_then(|code| table.get_mut(code)) {
                    *char = char_of_glyph(name);
                }
            }
            _ => {}
        }
        entry.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_of_the_program_replaces_the_standard_one() {
        let mut table = [Some('x'); 256];
        let head = b"%!PS-AdobeFont-1.0: Subset\n/FontName /Subset def\n/Encoding 256 array\n\
                     0 1 255 {1 index exch /.notdef put} for\ndup 2 /R put\ndup 3 /eacute put\nreadonly def\n\
                     currentfile eexec dup 4 /B put";
        apply_encoding(&mut table, head, 8);
        assert_eq!(table[..5], [None, None, Some('R'), Some('é'), None]);
    }

    #[test]
    fn a_program_with_the_standard_encoding_changes_nothing() {
        let mut table = [Some('x'); 256];
        apply_encoding(&mut table, b"/Encoding StandardEncoding def currentfile eexec", 8);
        assert_eq!(table, [Some('x'); 256]);
    }
}
