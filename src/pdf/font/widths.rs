//! How wide the codes of a font are (ISO 32000-1, 9.2.4, 9.6.2 and 9.7.4.3).

use crate::pdf::{
    document::Document,
    error::ParseResult,
    object::{Dict, Object},
    search::find,
    sort::sort_by_number,
};

/// The most widths of one font.
const MAX_WIDTHS: usize = 70_000;
/// The widths of Helvetica from the space to the tilde, in 250ths of the font size.
const HELVETICA: [u8; 95] = [
    70, 70, 89, 139, 139, 222, 167, 48, 83, 83, 97, 146, 70, 83, 70, 70, 139, 139, 139, 139, 139, 139, 139, 139, 139,
    139, 70, 70, 146, 146, 146, 139, 254, 167, 167, 181, 181, 167, 153, 195, 181, 70, 125, 167, 139, 208, 181, 195,
    167, 195, 181, 167, 153, 181, 167, 236, 167, 167, 153, 70, 70, 70, 117, 139, 83, 139, 139, 125, 139, 139, 70, 139,
    139, 56, 56, 125, 56, 208, 139, 139, 139, 139, 83, 125, 70, 139, 125, 181, 125, 125, 125, 84, 65, 84, 146,
];
/// The width of other letters.
const OTHER_LETTER: f32 = 0.556;

/// The widths of a font, in text space for a font size of 1.
#[derive(Debug)]
pub(super) struct Widths {
    /// First and last code, and the width of each: in ascending order.
    ranges: Vec<(u32, u32, f32)>,
    /// The width of all other codes; `None` for a standard font, whose widths are only estimated.
    default: Option<f32>,
    /// The factor by which estimated widths differ from those of Helvetica; 0 if all are equal.
    scale: f32,
    /// The height of the font.
    pub(super) em: f32,
}

impl Default for Widths {
    /// Each code is as wide as the font is high.
    fn default() -> Self {
        Self { ranges: Vec::new(), default: Some(1.0), scale: 1.0, em: 1.0 }
    }
}

impl Widths {
    /// The widths of a Type 1, `TrueType` or Type 3 font.
    pub(super) fn of_simple_font(document: &mut Document, dict: &Dict) -> ParseResult<Self> {
        let mut widths = Self::default();
        let mut unit = 0.001;
        let is_type3 = document.get(dict, b"Subtype")?.object.is_name(b"Type3");
        if is_type3 {
            let matrix = document.get_or_null(dict, b"FontMatrix")?;
            let first = matrix.object.as_array().and_then(|matrix| matrix.first()?.as_number());
            unit = first.unwrap_or(unit).abs();
        }
        let all = document.get_or_null(dict, b"Widths")?;
        let Some(all) = all.object.as_array() else {
            widths.estimate(dict);
            return Ok(widths);
        };
        let first = document.get_int(dict, b"FirstChar")?.unwrap_or(0);
        for (index, width) in (0i64..256).zip(all) {
            let width = document.resolve_or_null(Some(width))?.object.as_number();
            if let Ok(code) = u32::try_from(first.saturating_add(index)) {
                widths.ranges.push((code, code, width.unwrap_or(0.0) * unit));
            }
        }
        widths.default = Some(missing_width(document, dict)?.unwrap_or(0.0) * unit);
        if is_type3 {
            widths.em = type3_em(&widths.ranges);
        }
        Ok(widths)
    }

    /// The widths of the descendant of a Type 0 font.
    pub(super) fn of_composite_font(document: &mut Document, dict: &Dict) -> ParseResult<Self> {
        let default = document.get_or_null(dict, b"DW")?.object.as_number();
        let mut widths = Self { default: Some(default.unwrap_or(1000.0) * 0.001), ..Self::default() };
        let all = document.get_or_null(dict, b"W")?;
        let mut rest = all.object.as_array().unwrap_or(&[]);
        // Either a first code and an array of widths, or a first code, a last code and one width.
        while let [first, next, tail @ ..] = rest
            && let Some(first) = first.as_int().and_then(|first| u32::try_from(first).ok())
            && widths.ranges.len() < MAX_WIDTHS
        {
            let next = document.resolve(Some(next))?;
            if let Some(array) = next.object.as_array() {
                let codes = first..=u32::MAX;
                let each = |(code, width): (u32, &Object)| (code, code, width.as_number().unwrap_or(0.0) * 0.001);
                widths.ranges.extend(codes.zip(array.iter().take(MAX_WIDTHS)).map(each));
                rest = tail;
            } else {
                let [width, tail @ ..] = tail else { break };
                let last = next.object.as_int().and_then(|last| u32::try_from(last).ok()).unwrap_or(first);
                widths.ranges.push((first, last, width.as_number().unwrap_or(0.0) * 0.001));
                rest = tail;
            }
        }
        sort_by_number(&mut widths.ranges, &|range| range.0.into());
        Ok(widths)
    }

    /// Estimates the widths of a standard font, which need not be stated.
    fn estimate(&mut self, dict: &Dict) {
        let name = dict.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
        self.default = None;
        self.scale = match () {
            () if find(name, b"Courier").is_some() => 0.0,
            () if find(name, b"Times").is_some() => 0.9,
            () => 1.0,
        };
    }

    /// The width of a code.
    pub(super) fn get(&self, code: u32) -> f32 {
        let end = self.ranges.partition_point(|range| range.0 <= code);
        match end.checked_sub(1).and_then(|index| self.ranges.get(index)) {
            Some(&(_, last, width)) if code <= last => width,
            _ => self.default.unwrap_or_else(|| self.estimated(code)),
        }
    }

    fn estimated(&self, code: u32) -> f32 {
        if self.scale <= 0.0 {
            return 0.6;
        }
        let index = code.checked_sub(0x20).and_then(|index| usize::try_from(index).ok());
        let width =
            index.and_then(|index| HELVETICA.get(index)).map_or(OTHER_LETTER, |&width| f32::from(width) / 250.0);
        width * self.scale
    }
}

/// The width of codes that a simple font states no width for.
fn missing_width(document: &mut Document, dict: &Dict) -> ParseResult<Option<f32>> {
    let descriptor = document.get_or_null(dict, b"FontDescriptor")?;
    let Some(descriptor) = descriptor.dict() else { return Ok(None) };
    Ok(document.get_or_null(descriptor, b"MissingWidth")?.object.as_number())
}

/// The height of a Type 3 font, whose glyphs may have any size: twice the mean width, if that is far from 1.
fn type3_em(ranges: &[(u32, u32, f32)]) -> f32 {
    let stated: Vec<f32> = ranges.iter().map(|range| range.2).filter(|&width| width > 0.0).collect();
    let count = u16::try_from(stated.len()).map_or(f32::MAX, f32::from).max(1.0);
    let em = stated.iter().sum::<f32>() / count * 2.0;
    if em > 0.0 && !(0.5..=2.0).contains(&em) { em } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{budget::Budget, lex::Lexer};

    fn dict(text: &str) -> (Document, Dict) {
        let Ok(Object::Dict(dict)) = Lexer::new(text.as_bytes(), true, 8, 1000).object() else { panic!("{text}") };
        (Document::new(0, &Budget::default()), dict)
    }

    fn simple(text: &str) -> Widths {
        let (mut document, dict) = dict(text);
        Widths::of_simple_font(&mut document, &dict).unwrap()
    }

    fn assert_widths(widths: &Widths, table: &[(u32, f32)]) {
        for &(code, width) in table {
            assert!((widths.get(code) - width).abs() < 1e-4, "{code}: {}", widths.get(code));
        }
    }

    #[test]
    fn codes_without_a_width_have_the_missing_width() {
        let widths = simple("<</FirstChar 65/Widths[500 600]/FontDescriptor<</MissingWidth 250>>>>");
        assert_widths(&widths, &[(65, 0.5), (66, 0.6), (67, 0.25), (64, 0.25)]);
    }

    #[test]
    fn the_widths_of_standard_fonts_are_estimated() {
        assert_widths(&simple("<</BaseFont/Helvetica>>"), &[(65, 0.668), (32, 0.28), (200, 0.556)]);
        assert_widths(&simple("<</BaseFont/Courier-Bold>>"), &[(65, 0.6), (32, 0.6)]);
    }

    #[test]
    fn the_font_matrix_scales_a_type_3_font() {
        let widths = simple("<</Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FirstChar 65/Widths[5 5]>>");
        assert_widths(&widths, &[(65, 5.0), (1, 0.0)]);
        assert!((widths.em - 10.0).abs() < 1e-4);
    }

    #[test]
    fn composite_fonts_state_widths_singly_and_by_range() {
        let (mut document, dict) = dict("<</DW 300/W[20 30 400 1[500 600] 9 9 700 5]>>");
        let widths = Widths::of_composite_font(&mut document, &dict).unwrap();
        assert_widths(&widths, &[(1, 0.5), (2, 0.6), (3, 0.3), (9, 0.7), (20, 0.4), (30, 0.4), (31, 0.3)]);
    }
}
