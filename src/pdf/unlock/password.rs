//! A password as bytes, in the encodings in which writers have used it (ISO 32000-2, 7.6.4.3.2 and 7.6.4.3.3).

use crate::pdf::encoding::BaseEncoding;

/// The most bytes of a password that count, from revision 5 on. Older revisions take 32.
const MAX_LEN: usize = 127;

/// The byte sequences that a password may stand for, without duplicates: UTF-8, prepared as revision 5 and 6 want it, UTF-8
/// as typed, and `PDFDocEncoding`, as older revisions want it.
#[derive(Default)]
pub(super) struct Candidates(Vec<Vec<u8>>);

impl Candidates {
    pub(super) fn new(password: &str) -> Self {
        let mut candidates = Self::default();
        candidates.push(prepare(password).into_bytes());
        candidates.push(password.as_bytes().to_vec());
        if let Some(encoded) = password.chars().map(pdf_doc_code).collect() {
            candidates.push(encoded);
        }
        candidates
    }

    fn push(&mut self, mut candidate: Vec<u8>) {
        candidate.truncate(MAX_LEN);
        if !self.0.contains(&candidate) {
            self.0.push(candidate);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// Overwrites and drops them.
    pub(super) fn clear(&mut self) {
        for candidate in &mut self.0 {
            candidate.fill(0);
        }
        self.0.clear();
    }
}

impl Drop for Candidates {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The mapping step of `SASLprep` (RFC 4013, 2.1): spaces become plain ones, and what is invisible is dropped. What people
/// type is normalized already.
fn prepare(password: &str) -> String {
    let is_dropped = |char: char| {
        matches!(char, '\u{AD}' | '\u{34F}' | '\u{1806}' | '\u{180B}'..='\u{180D}' | '\u{200B}'..='\u{200D}')
            || matches!(char, '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
    };
    let is_space = |char: char| {
        matches!(char, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
    };
    password.chars().filter(|&char| !is_dropped(char)).map(|char| if is_space(char) { ' ' } else { char }).collect()
}

/// The code of a character in `PDFDocEncoding`, if it has one.
fn pdf_doc_code(char: char) -> Option<u8> {
    (0..=u8::MAX).find(|&code| BaseEncoding::PdfDoc.decode(code) == Some(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_tried_in_each_encoding_that_differs() {
        let table: [(&str, &[&[u8]]); 6] = [
            ("", &[b""]),
            ("secret 1", &[b"secret 1"]),
            ("é€", &["é€".as_bytes(), b"\xE9\xA0"]),
            ("a\u{A0}b\u{AD}", &[b"a b", "a\u{A0}b\u{AD}".as_bytes()]),
            ("密", &["密".as_bytes()]),
            ("ﬁ", &["ﬁ".as_bytes(), b"\x93"]),
        ];
        for (password, expected) in table {
            let candidates = Candidates::new(password);
            assert_eq!(candidates.iter().collect::<Vec<_>>(), expected, "{password}");
        }
    }

    #[test]
    fn only_the_first_127_bytes_count_and_nothing_is_kept() {
        let mut candidates = Candidates::new(&"x".repeat(200));
        assert_eq!(candidates.iter().map(<[u8]>::len).collect::<Vec<_>>(), [127]);
        candidates.clear();
        assert_eq!(candidates.iter().count(), 0);
    }
}
