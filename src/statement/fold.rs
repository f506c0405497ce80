//! Folds text for comparison: lower case, without accents, in ASCII; with its white space and without.
//!
//! Statements are stored squashed, split into letters, or with each letter drawn twice. So patterns are looked for in the
//! squashed form, and short words, which squashed text is full of (`t5` in "apt5"), need the spaces of the other form.

/// What a character becomes that has no place in ASCII. No pattern holds it, so an unknown digit is never skipped.
const UNKNOWN: char = '?';

/// Fewer letters with spaces between them are words: "I A M".
const MIN_SPACED_LETTERS: usize = 6;

/// A text in both forms. Both are ASCII.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// Words with one space between them.
    pub(super) spaced: String,
    /// The same without spaces.
    pub(super) squashed: String,
    /// For each byte of the squashed form, its place in the spaced one.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds at most `max_chars` characters of a text.
    pub(super) fn new(text: &str, max_chars: usize) -> Self {
        let mut folded = String::with_capacity(text.len().min(max_chars));
        text.chars().take(max_chars).for_each(|character| fold(character, &mut folded));
        if is_letter_spaced(&folded) {
            folded.retain(|character| character != ' ');
        }
        let undoubled = undouble(&folded);
        Self::from_ascii(undoubled.as_deref().unwrap_or(&folded))
    }

    /// Several texts with a bar between them, which no pattern holds.
    pub(super) fn join<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        let mut text = String::new();
        for part in parts {
            if !text.is_empty() {
                text.push_str(" | ");
            }
            text.push_str(&part.spaced);
        }
        Self::from_ascii(&text)
    }

    fn from_ascii(text: &str) -> Self {
        let mut folded = Self::default();
        for word in text.split_ascii_whitespace() {
            if !folded.spaced.is_empty() {
                folded.spaced.push(' ');
            }
            let start = folded.spaced.len();
            folded.spaced.push_str(word);
            folded.squashed.push_str(word);
            folded.origin.extend((start..start + word.len()).map(|at| u32::try_from(at).unwrap_or(u32::MAX)));
        }
        folded
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.squashed.is_empty()
    }

    /// A byte of the squashed form; 0 outside of it.
    pub(super) fn byte(&self, at: usize) -> u8 {
        byte_at(&self.squashed, at)
    }

    /// The rest of the squashed form from a place.
    pub(super) fn squashed_from(&self, at: usize) -> &str {
        self.squashed.get(at..).unwrap_or("")
    }

    /// The rest of the spaced form from a place in the squashed one.
    pub(super) fn spaced_from(&self, at: usize) -> &str {
        let start = self.origin.get(at).map_or(self.spaced.len(), |at| *at as usize);
        self.spaced.get(start..).unwrap_or("")
    }

    /// Whether a word begins at a place of the squashed form: after a space, or after another kind of character.
    pub(super) fn starts_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let is_spaced = match (self.origin.get(before), self.origin.get(at)) {
            (Some(before), Some(here)) => here - before > 1,
            _ => true,
        };
        is_spaced || class(self.byte(before)) != class(self.byte(at))
    }

    /// Whether the squashed form holds a text.
    pub(super) fn has(&self, squashed: &str) -> bool {
        self.squashed.contains(squashed)
    }

    /// Whether the squashed form holds any of some texts.
    pub(super) fn has_any(&self, squashed: &[&str]) -> bool {
        squashed.iter().any(|text| self.has(text))
    }

    /// Where a squashed text stands as a word of its own, or as several.
    pub(super) fn find_word(&self, squashed: &str) -> Option<usize> {
        let mut places = self.squashed.match_indices(squashed).map(|(at, _)| at);
        places.find(|at| self.starts_word(*at) && self.starts_word(at + squashed.len()))
    }

    /// Whether any of some words stands there as a word of its own.
    pub(super) fn has_any_word(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.find_word(word).is_some())
    }

    /// The part between two places of the squashed form.
    pub(super) fn slice(&self, from: usize, to: usize) -> Self {
        let start = self.origin.get(from).map_or(self.spaced.len(), |at| *at as usize);
        let end = self.origin.get(to).map_or(self.spaced.len(), |at| *at as usize);
        Self::from_ascii(self.spaced.get(start..end).unwrap_or(""))
    }
}

/// A byte of a text; 0 outside of it.
pub(super) fn byte_at(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

#[derive(PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Other,
}

fn class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        _ => Class::Other,
    }
}

/// Whether nearly every character stands alone, so that spaces say nothing: "S T A T E M E N T".
fn is_letter_spaced(text: &str) -> bool {
    let (mut words, mut single) = (0, 0);
    for word in text.split_ascii_whitespace() {
        words += 1;
        single += usize::from(word.len() == 1);
    }
    words >= MIN_SPACED_LETTERS && single * 10 >= words * 9
}

/// Undoes letters that are drawn twice: `AAccccoouunntt`. Masks and numbers have pairs, too, so it takes three letters.
fn undouble(text: &str) -> Option<String> {
    let squashed: Vec<char> = text.chars().filter(|character| !character.is_ascii_whitespace()).collect();
    let pairs: Vec<&[char]> = squashed.chunks(2).collect();
    let mut letters: Vec<char> = Vec::new();
    for pair in &pairs {
        match pair {
            [left, right] if left == right => {
                if left.is_ascii_alphabetic() && !letters.contains(left) {
                    letters.push(*left);
                }
            }
            _ => return None,
        }
    }
    if letters.len() < 3 {
        return None;
    }
    // Spaces stay where they stood between pairs.
    let mut single = String::new();
    let mut is_second = false;
    for character in text.chars() {
        if character.is_ascii_whitespace() {
            single.push(' ');
        } else {
            if !is_second {
                single.push(character);
            }
            is_second = !is_second;
        }
    }
    Some(single)
}

/// Appends the folded form of a character. Accents that are drawn for themselves vanish.
fn fold(character: char, out: &mut String) {
    match character {
        'A'..='Z' => out.push(character.to_ascii_lowercase()),
        // Accents that are drawn for themselves; combining marks, soft hyphens and characters without width.
        '\u{5e}'
        | '\u{60}'
        | '\u{a8}'
        | '\u{b4}'
        | '\u{b8}'
        | '\u{2c6}'
        | '\u{2dc}'
        | '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}' => {}
        ' '..='~' => out.push(character),
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'ª' => out.push('a'),
        'Ç' | 'ç' | 'Ć'..='č' => out.push('c'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => out.push('e'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => out.push('i'),
        'Ñ' | 'ñ' | 'Ń'..='ň' => out.push('n'),
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'º' | '°' => out.push('o'),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => out.push('u'),
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => out.push('y'),
        'Ś'..='š' => out.push('s'),
        'Ź'..='ž' => out.push('z'),
        'ß' => out.push_str("ss"),
        'Æ' | 'æ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        '‐'..='―' | '−' | '﹣' | '－' => out.push('-'),
        '‘' | '’' | '‛' | '′' => out.push('\''),
        '“' | '”' | '«' | '»' => out.push('"'),
        '•' | '●' | '∙' | '⋅' | '·' | '∗' | '＊' | '■' | '█' => out.push('*'),
        '…' => out.push_str("..."),
        // Fullwidth forms.
        '！'..='～' => {
            let ascii = u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(UNKNOWN);
            out.push(ascii.to_ascii_lowercase());
        }
        _ if character.is_whitespace() || character.is_control() => out.push(' '),
        _ => out.push(UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Folded {
        Folded::new(text, 400)
    }

    #[test]
    fn case_accents_and_white_space_are_folded_in_both_forms() {
        let text = folded("  Relevé\u{a0}de\u{202f}COMPTE  ");
        assert_eq!((text.spaced.as_str(), text.squashed.as_str()), ("releve de compte", "relevedecompte"));
    }

    #[test]
    fn accents_vanish_however_they_are_stored() {
        for text in ["période", "pe\u{301}riode", "pe´riode", "pe `riode".replace(' ', "").as_str()] {
            assert_eq!(folded(text).squashed, "periode", "{text:?}");
        }
    }

    #[test]
    fn dashes_quotes_ligatures_and_masks_have_one_form() {
        assert_eq!(folded("2025‑01–31 − l’œuvre ﬁn").spaced, "2025-01-31 - l'oeuvre fin");
        assert_eq!(folded("••••1234 …5678 N°").spaced, "****1234 ...5678 no");
    }

    #[test]
    fn spaces_between_all_letters_say_nothing() {
        assert_eq!(folded("S T A T E M E N T F R O M").spaced, "statementfrom");
        assert_eq!(folded("A T M 5 St").spaced, "a t m 5 st");
    }

    #[test]
    fn what_is_not_known_stays_in_its_place() {
        assert_eq!(folded("12\u{fffd}4 🏦").spaced, "12?4 ?");
    }

    #[test]
    fn letters_that_are_drawn_twice_are_read_once() {
        assert_eq!(folded("AAccccoouunntt nnuummbbeerr:: 1122").spaced, "account number: 12");
    }

    #[test]
    fn masks_and_numbers_of_pairs_are_not_drawn_twice() {
        for text in ["xxxxxxxx1122", "1122 3344", "****5566", "aabb"] {
            assert_eq!(folded(text).spaced, text);
        }
    }

    #[test]
    fn a_short_word_needs_spaces_or_another_kind_of_character_around_it() {
        assert!(folded("apt5").find_word("t5").is_none());
        assert!(folded("TD Bank").find_word("td").is_some());
        assert!(folded("(TD)").find_word("td").is_some());
        assert!(folded("V O I D").find_word("void").is_some());
        for text in ["TDSTM", "AVOID", "held"] {
            assert!(!folded(text).has_any_word(&["td", "void", "he"]), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(Folded::new(&"é".repeat(1000), 10).squashed.len(), 10);
    }
}
