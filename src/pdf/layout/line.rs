//! Lines of text and their cells.

use super::{
    glyph::Direction,
    run::{Run, Runs, SAME_PLACE, WORD_GAP},
};
use crate::pdf::sort::{number_of, sort_by_number};

/// A gap as wide as this, in heights of the font, separates cells.
const CELL_GAP: f32 = 1.2;
/// How far runs of one line may be apart vertically, in heights of the smaller font.
const MAX_OFFSET: f32 = 0.3;

/// A line of text on a page. Places are in points, from the upper left corner of the page as it is shown; for lines that
/// do not run to the right, of the page turned until they do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// How far down the baseline is.
    pub y: f32,
    /// The height of the font of the first cell.
    pub size: f32,
    /// The direction in which the line runs: 0, or 90, 180 or 270 degrees counterclockwise.
    pub rotation: u16,
    /// The text is not to be seen: it is not painted, as the text layer of a scan, or white on white, under an image, or
    /// off the page.
    pub is_hidden: bool,
    /// From left to right.
    pub cells: Vec<Cell>,
}

/// A part of a line that a wide gap separates from others, as the columns of a table are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Where it starts, from the left, in points.
    pub x0: f32,
    /// Where it ends.
    pub x1: f32,
    /// Its words, separated by single spaces. A space is where one is drawn, or where a gap separates letters.
    pub text: String,
}

impl Line {
    /// The text of the cells, separated by tabs.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for cell in &self.cells {
            if !text.is_empty() {
                text.push('\t');
            }
            text.push_str(&cell.text);
        }
        text
    }

    /// The text without any white space. Files often lose spaces, or have them inside of words.
    pub fn squashed(&self) -> String {
        self.cells.iter().flat_map(|cell| cell.text.chars()).filter(|char| !char.is_whitespace()).collect()
    }
}

impl Runs {
    /// Puts the runs of a page together in lines: those that run to the right first, hidden ones last, otherwise from the
    /// top down. Hidden text is never in a line with visible text.
    pub(in crate::pdf) fn into_lines(self) -> Vec<Line> {
        lines_of(&self.finish())
    }
}

fn lines_of(runs: &[Run]) -> Vec<Line> {
    let mut order: Vec<&Run> = runs.iter().collect();
    let kind = |run: &Run| u64::from(run.is_hidden) << 8 | run.direction as u64;
    sort_by_number(&mut order, &|run| kind(run) << 32 | number_of(run.down));
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = order.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let len = rest.iter().take_while(|run| first.shares_line_with(run)).count().max(1);
        let (line, tail) = rest.split_at_mut(len.min(rest.len()));
        rest = tail;
        sort_by_number(line, &|run| number_of(run.start));
        lines.push(line_of(first, line));
    }
    lines
}

impl Run {
    fn shares_line_with(&self, other: &Self) -> bool {
        (self.direction, self.is_hidden) == (other.direction, other.is_hidden)
            && (self.down - other.down).abs() <= MAX_OFFSET * self.size.min(other.size)
    }

    /// Whether `other`, which is next in the line, is the same text drawn again.
    fn is_repeated_by(&self, other: &Self) -> bool {
        let glyphs = u16::try_from(self.text.chars().count()).map_or(f32::MAX, f32::from).max(1.0);
        let width = ((self.end - self.start) / glyphs).max(0.2 * self.size);
        self.text == other.text && other.start - self.start < SAME_PLACE * width
    }
}

/// The line of these runs, which are in order.
fn line_of(first: &Run, runs: &[&Run]) -> Line {
    let mut cells: Vec<Cell> = Vec::new();
    let mut previous: Option<&Run> = None;
    for run in runs {
        if previous.is_some_and(|previous| previous.is_repeated_by(run)) {
            continue;
        }
        let gap = previous.map_or(0.0, |previous| run.start - previous.end);
        match cells.last_mut().filter(|_| gap <= CELL_GAP * run.size) {
            Some(cell) => {
                if run.after_space || gap > WORD_GAP * run.size || gap < -run.size {
                    cell.text.push(' ');
                }
                cell.text.push_str(&run.text);
                cell.x1 = cell.x1.max(run.end);
            }
            None => cells.push(Cell { x0: run.start, x1: run.end, text: run.text.clone() }),
        }
        previous = Some(run);
    }
    let rotation = Direction::degrees(first.direction);
    Line { y: first.down, size: first.size, rotation, is_hidden: first.is_hidden, cells }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::Glyph;

    /// Draws letters of a font of height 10, each 5 wide, from `start` on.
    fn draw(runs: &mut Runs, start: f32, down: f32, text: &str) {
        let mut at = start;
        for char in text.chars() {
            let end = at + 5.0;
            let text = char.to_string();
            let direction = Direction::Right;
            runs.push(&Glyph { direction, start: at, end, next: end, down, size: 10.0, is_hidden: false, text: &text });
            at = end;
        }
    }

    fn text(runs: Runs) -> Vec<String> {
        runs.into_lines().iter().map(Line::text).collect()
    }

    #[test]
    fn gaps_separate_words_and_wide_gaps_separate_cells() {
        let mut runs = Runs::default();
        draw(&mut runs, 0.0, 20.0, "From Jan");
        draw(&mut runs, 42.0, 20.0, "31");
        draw(&mut runs, 200.0, 21.0, "9.00");
        let lines = runs.into_lines();
        assert_eq!(lines[0].text(), "From Jan 31\t9.00");
        assert_eq!(lines[0].squashed(), "FromJan319.00");
        for (cell, [x0, x1]) in lines[0].cells.iter().zip([[0.0, 52.0], [200.0, 220.0]]) {
            assert!((cell.x0 - x0).abs() < 0.01 && (cell.x1 - x1).abs() < 0.01, "{cell:?}");
        }
    }

    #[test]
    fn the_order_of_drawing_does_not_matter() {
        let mut runs = Runs::default();
        draw(&mut runs, 0.0, 40.0, "below");
        draw(&mut runs, 100.0, 20.0, "right");
        for (start, letter) in [(15.0, "t"), (10.0, "f"), (5.0, "e"), (0.0, "l")] {
            draw(&mut runs, start, 20.0, letter);
        }
        assert_eq!(text(runs), ["left\tright", "below"]);
    }

    #[test]
    fn text_drawn_twice_counts_once_but_double_letters_stay() {
        let mut runs = Runs::default();
        draw(&mut runs, 0.0, 20.0, "Ball 11");
        draw(&mut runs, 0.4, 20.2, "Ball 11");
        for at in [0.0, 0.3, 5.0, 5.3, 10.0, 10.3] {
            draw(&mut runs, at, 60.0, "7");
        }
        assert_eq!(text(runs), ["Ball 11", "777"]);
    }

    #[test]
    fn hidden_text_never_shares_a_line_with_visible_text() {
        let mut runs = Runs::default();
        draw(&mut runs, 0.0, 20.0, "hidden");
        runs.hide_all();
        draw(&mut runs, 100.0, 20.0, "seen");
        let lines = runs.into_lines();
        assert_eq!(
            lines.iter().map(|line| (line.text(), line.is_hidden)).collect::<Vec<_>>(),
            [("seen".to_owned(), false), ("hidden".to_owned(), true)]
        );
    }
}
