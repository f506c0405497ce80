//! The folded lines of a document, bounded, with their place and neighbours.

use super::{
    date,
    fold::Folded,
    page::{Document, Line},
};

/// The most pages that are looked at.
const MAX_PAGES: usize = 24;
/// The most lines of a page.
const MAX_LINES: usize = 300;
/// The most cells of a line.
const MAX_CELLS: usize = 24;
/// The most characters of a cell.
const MAX_CHARS: usize = 300;
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
    /// The index of its line among those of its page.
    pub(super) line: usize,
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
    fn new(page: usize, line_index: usize, height: f32, line: &Line) -> Option<Self> {
        let cells: Vec<RowCell> = line
            .cells
            .iter()
            .take(MAX_CELLS)
            .map(|cell| RowCell { x0: cell.x0, x1: cell.x1, text: Folded::new(&cell.text, MAX_CHARS) })
            .filter(|cell| !cell.text.is_empty())
            .collect();
        if cells.is_empty() {
            return None;
        }
        let joined = Folded::join(cells.iter().map(|cell| &cell.text));
        let has_amount = cells.iter().any(|cell| has_amount(&cell.text));
        let is_entry = has_amount && date::at(&joined, 0).is_some_and(|(_, end)| end < joined.squashed.len());
        let top = if height > 0.0 { (line.y / height).clamp(0.0, 1.0) } else { 0.5 };
        Some(Self { page, line: line_index, top, cells, joined, has_amount, is_entry })
    }
}

/// The rows of a document, page by page.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    for (page_index, page) in document.pages.iter().take(MAX_PAGES).enumerate() {
        let lines = page.lines.iter().take(MAX_LINES).enumerate();
        rows.extend(lines.filter_map(|(line_index, line)| Row::new(page_index, line_index, page.height, line)));
    }
    rows
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
    (one.x0 - other.x0).abs() < SAME_COLUMN || (other.x0 < one.x1 && one.x0 < other.x1 && (one.x1 - other.x1).abs() < SAME_COLUMN)
}

/// Whether an amount of money stands in a text: "1,234.56", "$12.00-", "(5.00)", "4 499,88".
pub(super) fn has_amount(text: &Folded) -> bool {
    text.spaced.split(' ').any(is_amount)
}

fn is_amount(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, '-' | '$' | '(' | ')' | '+' | '*')).as_bytes();
    let Some((whole, [separator, cents @ ..])) = word.split_at_checked(word.len().saturating_sub(3)) else { return false };
    let is_whole = whole.first().is_some_and(u8::is_ascii_digit)
        && whole.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'\''));
    is_whole && matches!(separator, b'.' | b',') && cents.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_two_countries_are_known() {
        for text in ["1,234.56", "$65.37-", "(12.00)", "4 499,88", "balance $2,008.84", "887,39 $"] {
            assert!(has_amount(&Folded::new(text, 400)), "{text}");
        }
    }

    #[test]
    fn dates_numbers_and_words_are_no_amounts() {
        for text in ["2025", "12/31/24", "2025-01-31", "no. 017", ".50", "1.234", "jan. 31", "v1.2.3", ""] {
            assert!(!has_amount(&Folded::new(text, 400)), "{text}");
        }
    }
}
