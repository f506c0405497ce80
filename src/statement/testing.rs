//! Documents for tests: lines of text, with two spaces and more between cells.

use super::{Document, Page, row::Row};
use crate::pdf::{Cell, Line};

/// A page of lines from top to bottom, 50 lines high.
pub(super) fn page(lines: &[&str]) -> Page {
    let line = |(index, text): (usize, &&str)| {
        let mut cells = Vec::new();
        let mut column = 0;
        for part in text.split("  ") {
            let lead = part.len() - part.trim_start().len();
            if !part.trim().is_empty() {
                let x0 = place(column + lead);
                cells.push(Cell { x0, x1: x0 + place(part.trim().len()), text: part.trim().to_owned() });
            }
            column += part.len() + 2;
        }
        Line { y: place(index), cells, ..Line::default() }
    };
    let lines: Vec<Line> = lines.iter().enumerate().map(line).collect();
    Page { height: place(lines.len().max(50)), lines }
}

fn place(characters: usize) -> f32 {
    f32::from(u16::try_from(characters).unwrap()) * 10.0
}

/// A document of pages.
pub(super) fn document(pages: &[&[&str]]) -> Document {
    Document { pages: pages.iter().map(|lines| page(lines)).collect(), ..Document::default() }
}

/// The rows of one page.
pub(super) fn rows(lines: &[&str]) -> Vec<Row> {
    super::row::rows(&document(&[lines]))
}
