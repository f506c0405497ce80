//! Fonts, as far as text goes (ISO 32000-1, 9.5 to 9.10): which codes a string consists of, what they stand for, and how
//! wide they are.
//!
//! Of font programs, only the readable head of a Type 1 program is looked at, for its encoding, and only if nothing else
//! says what the codes stand for. A code that nothing maps has no text: it is never guessed by its glyph.

mod differences;
mod type1;
mod widths;

use super::{
    cmap::CMap,
    content::MAX_STREAM_LEN,
    document::{Document, IndirectObject},
    encoding::BaseEncoding,
    error::{ParseResult, ok_unless_io},
    object::{Dict, Object},
    search::find,
};
use differences::apply_differences;
use widths::Widths;

/// The cost of loading a font, in bytes of the work budget.
const FONT_COST: usize = 4 << 10;
/// The entries of a font that are requested in one round.
const PREFETCHED: [&[u8]; 5] = [b"ToUnicode", b"Encoding", b"DescendantFonts", b"FontDescriptor", b"Widths"];

/// What the codes of a simple font stand for.
type CodeTable = [Option<char>; 256];

/// How a string is split into codes.
#[derive(Debug)]
enum Codes {
    OneByte,
    TwoBytes,
    /// One byte below 0x80, or else two, as in the character sets of East Asia.
    OneOrTwoBytes,
    /// As the map says, which also maps codes to glyphs.
    Mapped(CMap),
}

/// What a code stands for if `/ToUnicode` does not say it.
#[derive(Debug)]
enum Meaning {
    Unknown,
    Table(Box<CodeTable>),
    /// Codes are UTF-16.
    Utf16,
    /// Only ASCII is known.
    Ascii,
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    to_unicode: CMap,
    meaning: Meaning,
    widths: Widths,
}

impl Font {
    /// Loads a font from its dictionary.
    pub(super) fn load(document: &mut Document, dict: &Dict) -> ParseResult<Self> {
        document.meter.charge_work(FONT_COST)?;
        for key in PREFETCHED {
            let _ = document.get(dict, key);
        }
        let to_unicode = load_to_unicode(document, dict);
        let is_composite = document.get(dict, b"Subtype")?.object.is_name(b"Type0");
        let mut font = if is_composite { Self::composite(document, dict) } else { Self::simple(document, dict) }?;
        match to_unicode? {
            ToUnicode::Map(map) => font.to_unicode = map,
            ToUnicode::Identity => font.meaning = Meaning::Utf16,
            ToUnicode::None if !is_composite => font.use_built_in_encoding(document, dict)?,
            ToUnicode::None => {}
        }
        Ok(font)
    }

    /// A font that cannot be read: nothing is known of its codes.
    pub(super) fn unknown() -> Self {
        Self {
            codes: Codes::OneByte,
            to_unicode: CMap::default(),
            meaning: Meaning::Unknown,
            widths: Widths::default(),
        }
    }

    /// A Type 1, `TrueType` or Type 3 font.
    fn simple(document: &mut Document, dict: &Dict) -> ParseResult<Self> {
        let subtype = document.get(dict, b"Subtype")?;
        let encoding = document.get_or_null(dict, b"Encoding")?;
        let encoding = &encoding.object;
        let mut base = encoding.as_name().and_then(BaseEncoding::from_name);
        let mut differences = None;
        if let Some(encoding) = encoding.as_dict() {
            base = document.get(encoding, b"BaseEncoding")?.object.as_name().and_then(BaseEncoding::from_name);
            differences = Some(document.get(encoding, b"Differences")?);
        }
        let mut table = Box::new([None; 256]);
        // The glyphs of a Type 3 font show anything: only their names may tell what.
        if !subtype.object.is_name(b"Type3") {
            let is_true_type = subtype.object.is_name(b"TrueType");
            let base = base.unwrap_or(if is_true_type { BaseEncoding::WinAnsi } else { BaseEncoding::Standard });
            for (code, char) in (0..=u8::MAX).zip(table.iter_mut()) {
                *char = base.decode(code);
            }
        }
        if let Some(differences) = differences {
            apply_differences(&mut table, differences.object.as_array().unwrap_or(&[]));
        }
        let widths = Widths::of_simple_font(document, dict)?;
        Ok(Self { codes: Codes::OneByte, to_unicode: CMap::default(), meaning: Meaning::Table(table), widths })
    }

    /// A Type 0 font.
    fn composite(document: &mut Document, dict: &Dict) -> ParseResult<Self> {
        let encoding = document.get_or_null(dict, b"Encoding")?;
        let descendants = document.get(dict, b"DescendantFonts")?;
        let descendant = document.resolve(descendants.object.as_array().and_then(<[Object]>::first));
        let (codes, meaning) = composite_codes(document, &encoding)?;
        let widths = match descendant?.dict() {
            Some(dict) => Widths::of_composite_font(document, dict)?,
            None => Widths::default(),
        };
        Ok(Self { codes, to_unicode: CMap::default(), meaning, widths })
    }

    /// Takes the encoding from the font program, if the font states none.
    fn use_built_in_encoding(&mut self, document: &mut Document, dict: &Dict) -> ParseResult<()> {
        if dict.has(b"Encoding") {
            return Ok(());
        }
        let descriptor = document.get_or_null(dict, b"FontDescriptor")?;
        let Some(descriptor) = descriptor.dict() else { return Ok(()) };
        let program = document.get_or_null(descriptor, b"FontFile")?;
        if let Meaning::Table(table) = &mut self.meaning
            && program.is_stream()
            && let Some(head) = ok_unless_io(document.decode(&program, type1::MAX_HEAD_LEN))?
        {
            type1::apply_encoding(table, &head, document.meter.depth());
        }
        Ok(())
    }

    /// The first code of a string, and its length in bytes; `None` if the string is empty.
    pub(super) fn next_code(&self, string: &[u8]) -> Option<(u32, usize)> {
        let first = u32::from(*string.first()?);
        let two_bytes = || match string.get(1) {
            Some(&second) => (first << 8 | u32::from(second), 2),
            None => (first << 8, 1),
        };
        Some(match &self.codes {
            Codes::OneByte => (first, 1),
            Codes::OneOrTwoBytes if first < 0x80 => (first, 1),
            Codes::TwoBytes | Codes::OneOrTwoBytes => two_bytes(),
            Codes::Mapped(map) => return map.next_code(string),
        })
    }

    /// The width of a code, in text space for a font size of 1.
    pub(super) fn width(&self, code: u32) -> f32 {
        match &self.codes {
            Codes::Mapped(map) => self.widths.get(map.cid(code)),
            _ => self.widths.get(code),
        }
    }

    /// The height of the font in text space, for a font size of 1. Only Type 3 fonts differ from 1.
    pub(super) fn em(&self) -> f32 {
        self.widths.em
    }

    /// Appends the text of a code. Returns `false` if nothing says what it stands for.
    pub(super) fn push_text(&self, code: u32, out: &mut String) -> bool {
        if !self.to_unicode.has_no_text() && self.to_unicode.push_text(code, out) {
            return true;
        }
        let char = match &self.meaning {
            Meaning::Unknown => None,
            Meaning::Table(table) => usize::try_from(code).ok().and_then(|code| table.get(code).copied().flatten()),
            Meaning::Utf16 => char::from_u32(code).filter(|char| !char.is_control()),
            Meaning::Ascii => char::from_u32(code).filter(|&char| (' '..='~').contains(&char)),
        };
        out.extend(char);
        char.is_some()
    }
}

/// The encoding of a composite font (9.7.5): a predefined map, by its name, or one in a stream.
fn composite_codes(document: &mut Document, encoding: &IndirectObject) -> ParseResult<(Codes, Meaning)> {
    if let Some(name) = encoding.object.as_name() {
        return Ok(if find(name, b"Identity").is_some() {
            (Codes::TwoBytes, Meaning::Unknown)
        } else if find(name, b"UCS2").is_some() || find(name, b"UTF16").is_some() {
            (Codes::TwoBytes, Meaning::Utf16)
        } else {
            (Codes::OneOrTwoBytes, Meaning::Ascii)
        });
    }
    if encoding.is_stream()
        && let Some(map) = load_map(document, encoding)?
        && map.has_code_spaces()
    {
        return Ok((Codes::Mapped(map), Meaning::Unknown));
    }
    Ok((Codes::TwoBytes, Meaning::Unknown))
}

/// What a font says by `/ToUnicode`.
enum ToUnicode {
    None,
    /// A predefined map: codes are UTF-16.
    Identity,
    Map(CMap),
}

fn load_to_unicode(document: &mut Document, dict: &Dict) -> ParseResult<ToUnicode> {
    let object = document.get_or_null(dict, b"ToUnicode")?;
    if object.object.as_name().is_some_and(|name| find(name, b"Identity").is_some()) {
        return Ok(ToUnicode::Identity);
    }
    if !object.is_stream() {
        return Ok(ToUnicode::None);
    }
    let map = load_map(document, &object)?.filter(|map| !map.has_no_text());
    Ok(map.map_or(ToUnicode::None, ToUnicode::Map))
}

/// The map in a stream; `None` if the stream cannot be decoded.
fn load_map(document: &mut Document, stream: &IndirectObject) -> ParseResult<Option<CMap>> {
    let Some(bytes) = ok_unless_io(document.decode_cached(stream, MAX_STREAM_LEN))? else { return Ok(None) };
    // Parsing takes longer than decoding.
    document.meter.charge_work(bytes.len())?;
    Ok(Some(CMap::parse(&bytes, document.meter.depth())))
}
