//! However long a text is, reading its facts takes a bounded time.

use crate::pdf::support::Stopwatch;
use flinks_upload::{
    pdf::{Cell, Line},
    statement::{Document, Page, facts},
};

/// Pages of lines that are all the same, with two spaces between cells.
fn document(line: &str, lines: u16, pages: usize) -> Document {
    let mut x0 = 0.0;
    let cells = line.split("  ").filter(|text| !text.is_empty()).map(|text| {
        let cell = Cell { x0, x1: x0 + 40.0, text: text.to_owned() };
        x0 += 50.0;
        cell
    });
    let cells: Vec<_> = cells.collect();
    let line = |index: u16| Line { y: f32::from(index), cells: cells.clone(), ..Line::default() };
    let page = Page { height: f32::from(lines), lines: (0..lines).map(line).collect() };
    Document { pages: vec![page; pages], ..Document::default() }
}

/// Bug: a naive search took 216 ms for 24 long pages. What is looked at is bounded: twenty-five times the text takes little longer.
#[test]
fn the_work_for_a_text_is_bounded() {
    for piece in ["jan1", "du1au", "statementperiod", "xxxx1 ", "1  ", "statementdate 05/02/2025  "] {
        let [bounded, longer] = [(200, 120, 24), (1_000, 600, 30)].map(|(chars, lines, pages)| {
            let document = document(&piece.repeat(chars / piece.len()), lines, pages);
            let stopwatch = Stopwatch::start();
            let _ = facts(&document);
            stopwatch.time()
        });
        println!("{piece:?}: {bounded:?} at the bounds, {longer:?} beyond them");
        assert!(longer < bounded * 10, "{piece:?}: {bounded:?} at the bounds, {longer:?} beyond them");
    }
}
