//! Puts what a page shows together in lines: glyphs to runs, runs to cells, cells to lines.
//!
//! Only places decide, never the order in which a file draws: many draw column by column, backwards or letter by letter.
//! Text that is drawn twice at one place, for weight, counts once.

mod glyph;
mod line;
mod run;

pub use line::{Cell, Line};
pub(super) use {
    glyph::{Direction, Glyph},
    run::Runs,
};
