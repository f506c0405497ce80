//! The folded lines of a document, bounded, with their place and neighbors.

use super::{
    date,
    fold::{Folded, trim_end, trim_start},
    page::Document,
};
use crate::pdf::Line;

/// The most pages that are looked at.
const MAX_PAGES: usize = 24;
/// The most lines at the head and at the foot of a page. What lies between says nothing that those don't.
const HEAD_LINES: usize = 120;
const FOOT_LINES: usize = 30;
/// The most cells of a line.
const MAX_CELLS: usize = 24;
/// The most characters of a cell.
const MAX_CHARS: usize = 200;
/// The most bytes of folded text on the first page, and on each other one. A dense page has 5,000.
const FIRST_PAGE_BYTES: usize = 16_000;
const PAGE_BYTES: usize = 8_000;
/// This part of the bytes, in percent, is kept for the foot.
const FOOT_PERCENT: usize = 25;
/// How far two cells may begin apart, in points, and stand below each other all the same.
const SAME_COLUMN: f32 = 30.0;
/// How many lines below a label its value may stand.
const REACH_BELOW: usize = 3;

/// A cell of a row.
#[derive(Debug, Clone)]
pub(super) struct RowCell {
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) text: Folded,
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The index of its page.
    pub(super) page: usize,
    /// How far down the page: 0 at the top edge, 1 at the bottom.
    pub(super) top: f32,
    pub(super) cells: Vec<RowCell>,
    /// All cells, with bars between them.
    pub(super) joined: Folded,
    /// Whether an amount of money stands in it.
    pub(super) has_amount: bool,
    /// Whether it begins with a date and has an amount: an entry in a list of transactions.
    pub(super) is_entry: bool,
}

impl Row {
    fn new(page: usize, height: f32, line: &Line) -> Option<Self> {
        let mut cells = Vec::new();
        for cell in line.cells.iter().take(MAX_CELLS) {
            let text = Folded::new(&cell.text, MAX_CHARS);
            if !text.is_empty() {
                cells.push(RowCell { x0: cell.x0, x1: cell.x1, text });
            }
        }
        if cells.is_empty() {
            return None;
        }
        let joined = Folded::join(cells.iter().map(|cell| &cell.text));
        let has_amount = cells.iter().any(|cell| has_amount(&cell.text));
        let is_entry = has_amount && date::at(&joined, 0).is_some_and(|(_, end)| end < joined.squashed.len());
        let top = if height > 0.0 { (line.y / height).clamp(0.0, 1.0) } else { 0.5 };
        Some(Self { page, top, cells, joined, has_amount, is_entry })
    }
}

/// The rows of a document, page by page: of long pages, those at the head and at the foot.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, page) in document.pages.iter().take(MAX_PAGES).enumerate() {
        let bytes = if index == 0 { FIRST_PAGE_BYTES } else { PAGE_BYTES };
        let foot_bytes = bytes * FOOT_PERCENT / 100;
        let mut head = page.lines.iter().take(HEAD_LINES);
        let taken = push_rows(&mut rows, index, page.height, &mut head, bytes - foot_bytes);
        let foot = rows.len();
        let rest = page.lines.iter().skip(taken);
        push_rows(&mut rows, index, page.height, &mut rest.rev().take(FOOT_LINES), foot_bytes);
        if let Some(foot) = rows.get_mut(foot..) {
            foot.reverse();
        }
    }
    rows
}

/// Appends the first rows of a page that together have so many bytes. Returns of how many lines.
fn push_rows(
    rows: &mut Vec<Row>,
    page: usize,
    height: f32,
    lines: &mut dyn Iterator<Item = &Line>,
    mut bytes_left: usize,
) -> usize {
    let mut taken = 0;
    for line in lines {
        if let Some(row) = Row::new(page, height, line) {
            let Some(left) = bytes_left.checked_sub(row.joined.squashed.len()) else { break };
            bytes_left = left;
            rows.push(row);
        }
        taken += 1;
    }
    taken
}

/// The cell below a cell: the nearest in the same column, within a few lines.
pub(super) fn below(rows: &[Row], at: usize, cell: &RowCell) -> Option<(usize, usize)> {
    let here = rows.get(at)?;
    let next = rows.iter().enumerate().skip(at + 1).take(REACH_BELOW).take_while(|(_, row)| row.page == here.page);
    for (row_index, row) in next {
        let column = row.cells.iter().enumerate().filter(|(_, other)| share_column(cell, other));
        let nearest = column.min_by(|(_, a), (_, b)| (a.x0 - cell.x0).abs().total_cmp(&(b.x0 - cell.x0).abs()));
        if let Some((cell_index, _)) = nearest {
            return Some((row_index, cell_index));
        }
    }
    None
}

/// The cell above a cell in the row before, or in the one before that.
pub(super) fn above<'a>(rows: &'a [Row], at: usize, cell: &RowCell) -> Option<&'a RowCell> {
    let here = rows.get(at)?;
    let before = rows.iter().take(at).rev().take(2).take_while(|row| row.page == here.page);
    before.flat_map(|row| &row.cells).find(|other| share_column(cell, other))
}

fn share_column(one: &RowCell, other: &RowCell) -> bool {
    (one.x0 - other.x0).abs() < SAME_COLUMN
        || (other.x0 < one.x1 && one.x0 < other.x1 && (one.x1 - other.x1).abs() < SAME_COLUMN)
}

/// Whether an amount of money stands in a text: "1,234.56", "$12.00-", "(5.00)", "4 499,88".
pub(super) fn has_amount(text: &Folded) -> bool {
    text.spaced.split(' ').any(is_amount)
}

fn is_amount(word: &str) -> bool {
    let is_around = |byte: u8| matches!(byte, b'-' | b'$' | b'(' | b')' | b'+' | b'*');
    let word = trim_end(trim_start(word, is_around), is_around).as_bytes();
    let Some((whole, [separator, cents @ ..])) = word.split_at_checked(word.len().saturating_sub(3)) else {
        return false;
    };
    let is_whole = whole.first().is_some_and(u8::is_ascii_digit)
        && whole.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'\''));
    is_whole && matches!(separator, b'.' | b',') && cents.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pdf::Cell, statement::page::Page};

    #[test]
    fn amounts_of_two_countries_are_known() {
        for text in ["1,234.56", "$65.37-", "(12.00)", "4 499,88", "balance $2,008.84", "887,39 $"] {
            assert!(has_amount(&Folded::new(text, 400)), "{text}");
        }
    }

    #[test]
    fn of_a_long_page_head_and_foot_are_kept_and_every_text_is_bounded() {
        let cell = |text: &str| Cell { x0: 0.0, x1: 1.0, text: text.to_owned() };
        let line = |cells: Vec<Cell>| Line { y: 1.0, cells, ..Line::default() };
        let mut lines = vec![line(vec![cell(&"a".repeat(1_000)); 100]); 1_000];
        lines.extend(vec![line(vec![cell("foot")]); 2]);
        let rows = rows(&Document { pages: vec![Page { height: 1.0, lines }; 100], ..Document::default() });
        let bytes: usize = rows.iter().map(|row| row.joined.squashed.len()).sum();
        assert!(bytes <= FIRST_PAGE_BYTES + (MAX_PAGES - 1) * PAGE_BYTES, "{bytes}");
        assert!(rows.last().is_some_and(|row| row.page == MAX_PAGES - 1 && row.joined.has("foot")));
    }

    /// Bug: the page number below 95 lines of small print was never read, so that the page counted as missing.
    #[test]
    fn the_foot_of_a_dense_page_is_kept_however_few_its_lines_are() {
        let line =
            |text: &str| Line { cells: vec![Cell { x0: 0.0, x1: 1.0, text: text.to_owned() }], ..Line::default() };
        let mut lines = vec![line(&"small print ".repeat(9)); 95];
        lines.push(line("Page 2 of 4"));
        let page = Page { height: 1.0, lines };
        let rows = rows(&Document { pages: vec![Page::default(), page], ..Document::default() });
        assert!(rows.last().is_some_and(|row| row.joined.has("page2of4")));
        assert!(rows.len() < 96);
    }

    #[test]
    fn dates_numbers_and_words_are_no_amounts() {
        for text in ["2025", "12/31/24", "2025-01-31", "no. 017", ".50", "1.234", "jan. 31", "v1.2.3", ""] {
            assert!(!has_amount(&Folded::new(text, 400)), "{text}");
        }
    }
}
