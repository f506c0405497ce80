//! A glyph as it is shown, and the direction in which its line runs.

use crate::pdf::matrix::Point;

/// The direction of a line on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pdf) enum Direction {
    Right,
    Up,
    Left,
    Down,
}

impl Direction {
    /// The direction that is closest to a vector.
    pub(in crate::pdf) fn of([across, up]: Point) -> Self {
        match (across.abs() >= up.abs(), across < 0.0, up < 0.0) {
            (true, false, _) => Self::Right,
            (true, true, _) => Self::Left,
            (false, _, false) => Self::Up,
            (false, _, true) => Self::Down,
        }
    }

    /// A place on a page of that size, as if the page were turned so that the line runs to the right: how far along the
    /// line, and how far down.
    pub(in crate::pdf) fn place(self, [x, y]: Point, [width, height]: Point) -> [f32; 2] {
        match self {
            Self::Right => [x, height - y],
            Self::Up => [y, x],
            Self::Left => [width - x, y],
            Self::Down => [height - y, width - x],
        }
    }

    /// The direction in degrees, counterclockwise.
    pub(super) fn degrees(self) -> u16 {
        match self {
            Self::Right => 0,
            Self::Up => 90,
            Self::Left => 180,
            Self::Down => 270,
        }
    }
}

/// A glyph and the text that it stands for. Places are in points, as [`Direction::place`] counts them.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Glyph<'a> {
    pub(in crate::pdf) direction: Direction,
    pub(in crate::pdf) start: f32,
    pub(in crate::pdf) end: f32,
    /// Where the next glyph is expected: behind the end, if letters are spaced out.
    pub(in crate::pdf) next: f32,
    pub(in crate::pdf) down: f32,
    pub(in crate::pdf) size: f32,
    pub(in crate::pdf) is_hidden: bool,
    pub(in crate::pdf) text: &'a str,
}
