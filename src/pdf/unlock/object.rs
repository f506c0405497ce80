//! Copies the tokens of one object, with its strings decrypted.

use crate::pdf::{chars::is_regular, lex::Lexer, object::Object};

/// What is different in the copy of an object.
pub(super) struct Changes<'a> {
    /// Decrypts a string.
    pub(super) decrypt: &'a dyn Fn(&[u8]) -> Vec<u8>,
    /// The new length of the object's stream.
    pub(super) stream_len: Option<usize>,
    /// The object is a signature (ISO 32000-2, 12.8.1), whose `/Contents` is not encrypted.
    pub(super) is_signature: bool,
    /// The most levels of nesting.
    pub(super) depth: u32,
}

/// What is open where a token stands.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Array,
    Dict,
    /// A dictionary in which a value is next.
    DictValue,
}

/// Appends a copy of `bytes`, which are one object.
pub(super) fn copy_object(bytes: &[u8], changes: &Changes, out: &mut Vec<u8>) {
    let mut open: Vec<Open> = Vec::new();
    let mut key: &[u8] = b"";
    let mut at = 0usize;
    while let Some(rest @ [byte, ..]) = bytes.get(at..) {
        let is_key = matches!(open.last(), Some(Open::Dict));
        let mut len = 1;
        let mut is_value = true;
        match (byte, rest) {
            (b'<', [_, b'<', ..]) => {
                (len, is_value) = (2, false);
                open.push(Open::Dict);
                out.extend_from_slice(b"<<");
                if let (1, Some(stream_len)) = (open.len(), changes.stream_len) {
                    out.extend_from_slice(format!("/Length {stream_len}").as_bytes());
                }
            }
            (b'>', [_, b'>', ..]) => {
                len = 2;
                open.pop();
                out.extend_from_slice(b">>");
            }
            (b'[', _) => {
                is_value = false;
                open.push(Open::Array);
                out.push(b'[');
            }
            (b']', _) => {
                open.pop();
                out.push(b']');
            }
            (b'(' | b'<', _) => {
                let mut lexer = Lexer::new(rest, true, 1, 2);
                let Ok(Object::String(string)) = lexer.object() else { break };
                len = lexer.position();
                if changes.is_signature && open.len() == 1 && key == b"/Contents" {
                    push_hex(&string, out);
                } else {
                    push_hex(&(changes.decrypt)(&string), out);
                }
            }
            (b'/', _) => {
                len = name_len(rest);
                let name = rest.get(..len).unwrap_or(rest);
                is_value = !is_key;
                if is_key {
                    key = name;
                    if let Some(last) = open.last_mut() {
                        *last = Open::DictValue;
                    }
                }
                if is_key && open.len() == 1 && key == b"/Length" && changes.stream_len.is_some() {
                    // The new length stands in front of all other entries.
                    let mut lexer = Lexer::new(rest.get(len..).unwrap_or(&[]), true, changes.depth, u32::MAX);
                    if lexer.object().is_ok() {
                        len = len.saturating_add(lexer.position());
                        is_value = true;
                    }
                } else {
                    out.extend_from_slice(name);
                }
            }
            (b'%', _) => {
                len = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
                is_value = false;
                out.extend_from_slice(rest.get(..len).unwrap_or(rest));
            }
            _ if is_regular(*byte) => {
                len = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
                out.extend_from_slice(rest.get(..len).unwrap_or(rest));
            }
            _ => {
                is_value = false;
                out.push(*byte);
            }
        }
        if is_value && let Some(last @ Open::DictValue) = open.last_mut() {
            *last = Open::Dict;
        }
        at = at.saturating_add(len);
    }
}

/// The length of a name, its slash included.
fn name_len(rest: &[u8]) -> usize {
    1 + rest.iter().skip(1).take_while(|byte| is_regular(**byte)).count()
}

/// Appends a hexadecimal string.
pub(super) fn push_hex(string: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    for byte in string {
        out.extend_from_slice(format!("{byte:02x}").as_bytes());
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(bytes: &[u8], stream_len: Option<usize>, is_signature: bool) -> String {
        let upper = |string: &[u8]| string.to_ascii_uppercase();
        let mut out = Vec::new();
        copy_object(bytes, &Changes { decrypt: &upper, stream_len, is_signature, depth: 8 }, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_strings_change() {
        let table = [
            ("[1 -2.5 true/Name null 5 0 R]", "[1 -2.5 true/Name null 5 0 R]"),
            ("<< /A (a\\)b)\n/B<6162> /C[(x)<</D(y)>>] >>", "<< /A <412942>\n/B<4142> /C[<58><</D<59>>>] >>"),
            ("% (a) comment\n<</A#28 1>>", "% (a) comment\n<</A#28 1>>"),
            ("(a)", "<41>"),
            ("42", "42"),
        ];
        for (bytes, copied) in table {
            assert_eq!(copy(bytes.as_bytes(), None, false), copied, "{bytes}");
        }
    }

    #[test]
    fn the_length_of_a_stream_is_replaced_and_other_lengths_stay() {
        let table = [
            ("<</Length 5>>", "<</Length 9>>"),
            ("<</Length 12 0 R/A/Length/B<</Length 3>>>>", "<</Length 9/A/Length/B<</Length 3>>>>"),
            ("<</A[/Length 4]/Length 5 /C 1>>", "<</Length 9/A[/Length 4] /C 1>>"),
            ("<<>>", "<</Length 9>>"),
        ];
        for (bytes, copied) in table {
            assert_eq!(copy(bytes.as_bytes(), Some(9), false), copied, "{bytes}");
        }
    }

    #[test]
    fn the_contents_of_a_signature_stay() {
        let bytes = b"<</Contents<6162>/Reason(ab)/V<</Contents(ab)>>>>";
        assert_eq!(copy(bytes, None, true), "<</Contents<6162>/Reason<4142>/V<</Contents<4142>>>>>");
    }

    #[test]
    fn incomplete_objects_end() {
        for bytes in ["<<", "(a", "<4", "[[[", "/", ">>]]", "<</Length", "<</Length(", "%"] {
            copy(bytes.as_bytes(), Some(1), true);
        }
    }
}
