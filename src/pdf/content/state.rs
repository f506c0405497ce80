//! The parts of the graphics state that matter for text (ISO 32000-1, 8.4 and 9.3).

use crate::pdf::{matrix::Matrix, object::Object};

/// A brightness above which a color counts as white; and below which an amount of ink does.
const WHITE: f32 = 0.99;

/// A font, as the sink that loaded it numbers its fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) struct FontId(pub(in crate::pdf) usize);

/// The state that `q` saves and `Q` restores.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct GraphicsState {
    pub(in crate::pdf) matrix: Matrix,
    pub(in crate::pdf) font: Option<FontId>,
    pub(in crate::pdf) font_size: f32,
    pub(in crate::pdf) char_spacing: f32,
    pub(in crate::pdf) word_spacing: f32,
    /// The horizontal scaling, as a factor.
    pub(in crate::pdf) scale: f32,
    pub(in crate::pdf) leading: f32,
    pub(in crate::pdf) rise: f32,
    /// The text rendering mode paints nothing (9.3.6).
    pub(in crate::pdf) is_text_invisible: bool,
    /// The color that text and paths are filled with is white.
    pub(in crate::pdf) is_white: bool,
}

impl GraphicsState {
    /// The state at the start of a content stream.
    pub(super) fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            font_size: 1.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_text_invisible: false,
            is_white: false,
        }
    }

    /// An operator that sets one number of the text state. Returns whether it is one.
    pub(super) fn set_number(&mut self, operator: &[u8], value: f32) -> bool {
        match operator {
            b"Tc" => self.char_spacing = value,
            b"Tw" => self.word_spacing = value,
            b"Tz" => self.scale = value * 0.01,
            b"TL" => self.leading = value,
            b"Ts" => self.rise = value,
            _ => return false,
        }
        true
    }

    /// An operator that sets the fill color. Colors of other spaces than gray, RGB and CMYK count as not white.
    pub(super) fn set_color(&mut self, operator: &[u8], operands: &[Object]) {
        let all = |is_white: fn(f32) -> bool| operands.iter().all(|value| value.as_number().is_some_and(is_white));
        self.is_white = match (operator, operands.len()) {
            (b"g" | b"sc" | b"scn", 1) | (b"rg" | b"sc" | b"scn", 3) => all(|light| light >= WHITE),
            (b"k" | b"sc" | b"scn", 4) => all(|ink| ink <= 1.0 - WHITE),
            _ => false,
        };
    }
}

/// Where the next string is shown (9.4.1): the text matrix, and that of the start of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextPosition {
    pub(super) text: Matrix,
    line: Matrix,
}

impl TextPosition {
    pub(super) fn new(line: Matrix) -> Self {
        Self { text: line, line }
    }

    /// Moves to the start of the next line, `across` and `up` from the start of this one.
    pub(super) fn next_line(&mut self, across: f32, up: f32) {
        *self = Self::new(Matrix::translation(across, up).then(&self.line));
    }

    /// Moves within the line.
    pub(super) fn advance(&mut self, across: f32) {
        self.text = Matrix::translation(across, 0.0).then(&self.text);
    }
}
