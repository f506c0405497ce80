//! Folds text for comparison: lower case, without accents, in ASCII; with its white space and without.
//!
//! Statements are stored squashed, split into letters, or with each letter drawn twice. So patterns are looked for in the
//! squashed form, and short words, which squashed text is full of (`t5` in "apt5"), need the spaces of the other form.
//!
//! Lists of patterns are texts with spaces between them: a slice of slices takes eight bytes more for each. What searches
//! goes by bytes: all folded text is ASCII, and the standard library's search is larger, and slower on texts so short.

use crate::pdf::search::{find, find_last};

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
        let mut is_behind_space = false;
        for character in text.chars() {
            if character == ' ' {
                is_behind_space = true;
                continue;
            }
            if is_behind_space && !folded.spaced.is_empty() {
                folded.spaced.push(' ');
            }
            is_behind_space = false;
            folded.origin.push(u32::try_from(folded.spaced.len()).unwrap_or(u32::MAX));
            folded.spaced.push(character);
            folded.squashed.push(character);
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
        self.has_space_before(at) || class(self.byte(at.wrapping_sub(1))) != class(self.byte(at))
    }

    /// Whether a space stands before a place of the squashed form, or the text begins or ends there.
    pub(super) fn has_space_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match (self.origin.get(before), self.origin.get(at)) {
            (Some(before), Some(here)) => here - before > 1,
            _ => true,
        }
    }

    /// Whether letters and digits on both sides of a place don't touch.
    fn is_token_boundary(&self, at: usize) -> bool {
        let is_inner = |byte: u8| byte.is_ascii_alphanumeric();
        self.has_space_before(at) || !is_inner(self.byte(at.wrapping_sub(1))) || !is_inner(self.byte(at))
    }

    /// Where the squashed form first holds a text, from a place on.
    pub(super) fn find(&self, squashed: &str, from: usize) -> Option<usize> {
        find(self.squashed_from(from).as_bytes(), squashed.as_bytes()).map(|at| from + at)
    }

    /// Where the squashed form last holds a text.
    pub(super) fn find_last(&self, squashed: &str) -> Option<usize> {
        find_last(self.squashed.as_bytes(), squashed.as_bytes())
    }

    /// Whether the squashed form holds a text.
    pub(super) fn has(&self, squashed: &str) -> bool {
        self.find(squashed, 0).is_some()
    }

    /// Whether the squashed form holds any of a list of texts.
    pub(super) fn has_any(&self, squashed: &'static str) -> bool {
        words(squashed).any(|text| self.has(text))
    }

    /// Where a squashed text stands for itself: where a check of its place says so.
    pub(super) fn find_where(&self, squashed: &str, is_meant: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut from = 0;
        loop {
            let at = self.find(squashed, from)?;
            if is_meant(at) {
                return Some(at);
            }
            from = at + squashed.len();
        }
    }

    /// Where a squashed text stands as a word of its own, or as several.
    pub(super) fn find_word(&self, squashed: &str) -> Option<usize> {
        self.find_where(squashed, &|at| self.starts_word(at) && self.starts_word(at + squashed.len()))
    }

    /// Whether any of a list of words stands there as a word of its own.
    pub(super) fn has_any_word(&self, list: &'static str) -> bool {
        words(list).any(|word| self.find_word(word).is_some())
    }

    /// Whether any of a list of words stands there with neither a letter nor a digit beside it: `t5`, and not the postal code "T5J 2R7".
    pub(super) fn has_any_token(&self, list: &'static str) -> bool {
        words(list).any(|word| {
            self.find_where(word, &|at| self.is_token_boundary(at) && self.is_token_boundary(at + word.len())).is_some()
        })
    }

    /// The part between two places of the squashed form.
    pub(super) fn slice(&self, from: usize, to: usize) -> Self {
        let start = self.origin.get(from).map_or(self.spaced.len(), |at| *at as usize);
        let end = self.origin.get(to).map_or(self.spaced.len(), |at| *at as usize);
        Self::from_ascii(self.spaced.get(start..end).unwrap_or(""))
    }
}

/// The texts of a list, which have spaces between them.
pub(super) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
        let word = rest.get(..end).filter(|word| !word.is_empty())?;
        rest = rest.get(end + 1..).unwrap_or("");
        Some(word)
    })
}

/// How long the longest of a list of texts is with which a text begins; 0 if it begins with none.
pub(super) fn longest_prefix(text: &str, list: &'static str) -> usize {
    words(list).filter(|word| text.starts_with(word)).map(str::len).max().unwrap_or(0)
}

/// A text without such bytes at its start.
pub(super) fn trim_start(text: &str, is_trimmed: fn(u8) -> bool) -> &str {
    text.get(text.bytes().take_while(|byte| is_trimmed(*byte)).count()..).unwrap_or("")
}

/// A text without such bytes at its end.
pub(super) fn trim_end(text: &str, is_trimmed: fn(u8) -> bool) -> &str {
    let trimmed = text.bytes().rev().take_while(|byte| is_trimmed(*byte)).count();
    text.get(..text.len() - trimmed).unwrap_or("")
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
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        words += 1;
        single += usize::from(word.len() == 1);
    }
    words >= MIN_SPACED_LETTERS && single * 10 >= words * 9
}

/// Undoes letters that are drawn twice: `AAccccoouunntt`. Masks and numbers have pairs, too, so it takes three letters.
fn undouble(text: &str) -> Option<String> {
    let mut single = String::new();
    // The letters that are there, a bit for each.
    let mut letters = 0u32;
    // The first one of a pair. Spaces stay where they stood between pairs.
    let mut half = None;
    for character in text.chars() {
        if character == ' ' {
            single.push(' ');
        } else if let Some(first) = half.take() {
            if first != character {
                return None;
            }
            if character.is_ascii_alphabetic() {
                letters |= 1 << (u32::from(character) % 32);
            }
        } else {
            single.push(character);
            half = Some(character);
        }
    }
    (half.is_none() && letters.count_ones() >= 3).then_some(single)
}

/// What characters become outside of ASCII, in threes: the first one, the last one, and what each between them becomes. What
/// becomes several characters stands there several times; what becomes a dot vanishes.
const FOLDED: &str = "\
    \u{a8}\u{a8}.\u{b4}\u{b4}.\u{b8}\u{b8}.\u{2c6}\u{2c6}.\u{2dc}\u{2dc}.\u{300}\u{36f}.\u{ad}\u{ad}.\u{200b}\u{200f}.\u{2060}\u{2060}.\u{feff}\u{feff}.\
    ÀÅaàåaĀąaªªaÇÇcççcĆčcÈËeèëeĒěeÌÏiìïiĨıiÑÑnññnŃňnÒÖoØØoòöoøøoŌőoººo°°oÙÜuùüuŨųuÝÝyýýyÿÿyŸŸyŚšsŹžz\
    ßßsßßsÆÆaÆÆeææaææeŒŒoŒŒeœœoœœeﬀﬄfﬀﬀfﬁﬁiﬂﬂlﬃﬄfﬃﬃiﬄﬄl\
    ‐―-−−-﹣﹣-‘’'‛‛'′′'“”\"««\"»»\"••*●●*∙∙*⋅⋅*··*∗∗*■■*██*";

/// Appends the folded form of a character. Accents that are drawn for themselves vanish, and so do soft hyphens and what has
/// no width.
fn fold(character: char, out: &mut String) {
    match character {
        '^' | '`' => return,
        ' '..='~' => return out.push(character.to_ascii_lowercase()),
        '…' => return out.push_str("..."),
        // Fullwidth forms.
        '！'..='～' => {
            let ascii = u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(UNKNOWN);
            return out.push(ascii.to_ascii_lowercase());
        }
        _ => {}
    }
    let mut is_known = false;
    let mut rows = FOLDED.chars();
    while let (Some(first), Some(last), Some(folded)) = (rows.next(), rows.next(), rows.next()) {
        if first <= character && character <= last {
            is_known = true;
            if folded != '.' {
                out.push(folded);
            }
        }
    }
    if !is_known {
        out.push(if character.is_whitespace() || character.is_control() { ' ' } else { UNKNOWN });
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
            assert!(!folded(text).has_any_word("td void he"), "{text}");
        }
    }

    #[test]
    fn a_token_has_neither_letters_nor_digits_beside_it() {
        for text in ["T5", "T5 2024", "(T5)", "2024 T5", "RL-1, T5"] {
            assert!(folded(text).has_any_token("t5"), "{text}");
        }
        for text in ["EDMONTON AB T5J 2R7", "apt5", "T52", "2T5"] {
            assert!(!folded(text).has_any_token("t5"), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(Folded::new(&"é".repeat(1000), 10).squashed.len(), 10);
    }
}
