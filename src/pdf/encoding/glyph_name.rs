//! What a glyph shows, by its name (Adobe Glyph List Specification): by rule where there is one, or else from a list of
//! the names that Latin fonts have.

/// Names that are neither letters with accents nor single letters, each with its character.
const NAMES: &str = "exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( parenright=) \
asterisk=* plus=+ comma=, hyphen=- minus=− sfthyphen=- softhyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 \
eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ bracketright=] \
asciicircum=^ underscore=_ grave=` braceleft={ bar=| braceright=} asciitilde=~ quoteleft=‘ quoteright=’ \
quotedblleft=“ quotedblright=” quotesinglbase=‚ quotedblbase=„ endash=– emdash=— bullet=• ellipsis=… ff=ﬀ fi=ﬁ fl=ﬂ \
ffi=ﬃ ffl=ﬄ germandbls=ß ae=æ AE=Æ oe=œ OE=Œ oslash=ø Oslash=Ø thorn=þ Thorn=Þ eth=ð Eth=Ð lslash=ł Lslash=Ł \
dotlessi=ı guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=› cent=¢ sterling=£ yen=¥ euro=€ Euro=€ \
currency=¤ section=§ paragraph=¶ copyright=© registered=® trademark=™ degree=° ordfeminine=ª ordmasculine=º \
onesuperior=¹ twosuperior=² threesuperior=³ plusminus=± multiply=× divide=÷ mu=µ periodcentered=· middot=· \
exclamdown=¡ questiondown=¿ onehalf=½ onequarter=¼ threequarters=¾ logicalnot=¬ brokenbar=¦ fraction=⁄ florin=ƒ \
dagger=† daggerdbl=‡ perthousand=‰ macron=¯ acute=´ dieresis=¨ cedilla=¸ circumflex=ˆ tilde=˜ caron=ˇ ring=˚ breve=˘ \
dotaccent=˙ ogonek=˛ hungarumlaut=˝";

/// Accents: the name, letters that have it, and those letters with it.
const ACCENTS: [(&str, &str, &str); 8] = [
    ("grave", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("acute", "AEIOUYaeiouyCcNnSsZz", "ÁÉÍÓÚÝáéíóúýĆćŃńŚśŹź"),
    ("circumflex", "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ("dieresis", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ("tilde", "ANOano", "ÃÑÕãñõ"),
    ("ring", "AaUu", "ÅåŮů"),
    ("cedilla", "CcSs", "ÇçŞş"),
    ("caron", "SsZzCcEeRr", "ŠšŽžČčĚěŘř"),
];

/// The character that a glyph of that name shows. A suffix such as `.alt` does not matter.
pub(in crate::pdf) fn char_of_glyph(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split_once('.').map_or(name, |(stem, _)| stem);
    let mut chars = name.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if rest.is_empty() {
        return Some(first).filter(char::is_ascii_alphabetic);
    }
    match name {
        "space" => return Some(' '),
        "nbspace" | "nonbreakingspace" => return Some('\u{A0}'),
        // Ligatures are also named by their parts.
        "f_i" => return Some('ﬁ'),
        "f_l" => return Some('ﬂ'),
        "f_f" => return Some('ﬀ'),
        _ => {}
    }
    code_point(name).or_else(|| listed(name)).or_else(|| with_accent(first, rest))
}

/// `uni0041`, and `u0041` to `u10FFFF`.
fn code_point(name: &str) -> Option<char> {
    let digits = match name.strip_prefix("uni") {
        Some(digits) => digits.get(..4)?,
        None => name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?,
    };
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

fn listed(name: &str) -> Option<char> {
    let (_, char) = NAMES.split(' ').filter_map(|entry| entry.split_once('=')).find(|entry| entry.0 == name)?;
    char.chars().next()
}

/// `eacute`: a letter and the name of its accent.
fn with_accent(letter: char, accent: &str) -> Option<char> {
    let (_, plain, accented) = ACCENTS.iter().find(|entry| entry.0 == accent)?;
    let position = plain.chars().position(|plain| plain == letter)?;
    accented.chars().nth(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_rule_or_by_name() {
        let table: [(&[u8], Option<char>); 20] = [
            (b"A", Some('A')),
            (b"one", Some('1')),
            (b"equal", Some('=')),
            (b"space", Some(' ')),
            (b"eacute", Some('é')),
            (b"Ccedilla", Some('Ç')),
            (b"scaron", Some('š')),
            (b"uni00E9", Some('é')),
            (b"uni00E90301", Some('é')),
            (b"u1F600", Some('😀')),
            (b"a.alt", Some('a')),
            (b"f_i", Some('ﬁ')),
            (b"hyphen", Some('-')),
            (b"g12", None),
            (b"C0065", None),
            (b".notdef", None),
            (b"uniD800", None),
            (b"bacute", None),
            (b"", None),
            (b"\xFF", None),
        ];
        for (name, char) in table {
            assert_eq!(char_of_glyph(name), char, "{}", name.escape_ascii());
        }
    }
}
