//! The page marks of a document: "Page 2 of 5", "2 de 5", "2/5".
//!
//! It decides which pages a file says it has, and which of them are missing. A fraction without the word "page" counts only
//! at the edge of a page and alone: "rated 4 of 5" is no mark.

use super::{
    fold::{Folded, words},
    row::Row,
};
use serde::Serialize;
use std::ops::Range;

/// The largest number that is taken for a number of pages.
const MAX_PAGES: u32 = 500;
/// The largest total of a mark without the word "page".
const MAX_BARE: u32 = 99;
/// A mark without the word "page" stands in this part of the page, from the top or from the bottom.
const EDGE: f32 = 0.12;
const PAGE: &str = "page";
const OF: &str = "outof of de sur /";

/// The page marks of a document or part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageMarks {
    /// How many pages there should be.
    pub of: u32,
    /// The numbers that are printed, in the order of the pages.
    pub present: Vec<u32>,
}

impl PageMarks {
    /// The numbers that are nowhere printed.
    pub fn missing(&self) -> Vec<u32> {
        (1..=self.of.min(MAX_PAGES)).filter(|number| !self.present.contains(number)).collect()
    }
}

/// The mark of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) page: usize,
    pub(super) number: u32,
    pub(super) of: u32,
    /// Whether it has the word "page" and stands at the edge: two hints.
    pub(super) is_sure: bool,
}

/// The marks of all pages, one for a page: the one nearest to an edge.
pub(super) fn marks(rows: &[Row]) -> Vec<Mark> {
    let mut marks: Vec<(f32, Mark)> = Vec::new();
    for row in rows {
        let Some(mark) = mark(row) else { continue };
        let distance = row.top.min(1.0 - row.top);
        match marks.last_mut() {
            Some((nearest, known)) if known.page == row.page => {
                if distance < *nearest {
                    (*nearest, *known) = (distance, mark);
                }
            }
            _ => marks.push((distance, mark)),
        }
    }
    marks.into_iter().map(|(_, mark)| mark).collect()
}

/// The marks of some pages as a fact; `None` if they don't agree on the total. Whether they are sure.
pub(super) fn agreed(marks: &[Mark], pages: Range<usize>) -> Option<(PageMarks, bool)> {
    let of = marks.first()?.of;
    let is_agreed = marks.iter().all(|mark| mark.of == of);
    let is_sure = marks.len() > 1 || marks.iter().all(|mark| mark.is_sure);
    let is_sure = is_sure && !may_be_unmarked(marks, pages, of);
    is_agreed.then(|| (PageMarks { of, present: marks.iter().map(|mark| mark.number).collect() }, is_sure))
}

/// Whether a number that is nowhere printed may be that of a page without a mark: a picture, the back of a page. Such a page
/// stands where the number would.
fn may_be_unmarked(marks: &[Mark], pages: Range<usize>, of: u32) -> bool {
    // The first page that was not looked at yet, and the number of the mark before it.
    let (mut next_page, mut last) = (pages.start, 0);
    let end = (pages.end, of.saturating_add(1));
    for (page, number) in marks.iter().map(|mark| (mark.page, mark.number)).chain([end]) {
        let is_printed = |number: u32| marks.iter().any(|mark| mark.number == number);
        let has_unmarked = page > next_page;
        if has_unmarked && (last + 1..number.min(MAX_PAGES + 1)).any(|number| !is_printed(number)) {
            return true;
        }
        (next_page, last) = (page + 1, number);
    }
    false
}

fn mark(row: &Row) -> Option<Mark> {
    if row.is_entry {
        return None;
    }
    let is_edge = row.top < EDGE || row.top > 1.0 - EDGE;
    let worded = row.cells.iter().find_map(|cell| worded(&cell.text)).or_else(|| worded(&row.joined));
    if let Some((number, of)) = worded {
        return Some(Mark { page: row.page, number, of, is_sure: is_edge });
    }
    let bare = || row.cells.iter().find_map(|cell| bare(&cell.text));
    let (number, of) = if is_edge && !row.has_amount { bare()? } else { return None };
    Some(Mark { page: row.page, number, of, is_sure: false })
}

/// "Page 2 of 5", anywhere in a text.
fn worded(text: &Folded) -> Option<(u32, u32)> {
    let mut at = 0;
    loop {
        at = text.find(PAGE, at)? + PAGE.len();
        if let Some(found) = behind_page(text, at) {
            return Some(found);
        }
    }
}

/// "2 of 5", behind the word.
fn behind_page(text: &Folded, mut at: usize) -> Option<(u32, u32)> {
    at += usize::from(text.byte(at) == b's');
    let is_lead = |byte: &u8| matches!(byte, b':' | b'.' | b'-' | b'#' | b'|' | b'(' | b'o');
    at += text.squashed_from(at).bytes().take_while(is_lead).count();
    let (number, of, end) = fraction(text, at)?;
    (of <= MAX_PAGES && !text.byte(end).is_ascii_digit() && text.byte(end) != b'/').then_some((number, of))
}

/// "2 of 5" and nothing else.
fn bare(text: &Folded) -> Option<(u32, u32)> {
    let start = text.squashed.bytes().take_while(|byte| matches!(byte, b'-' | b'(')).count();
    let (number, of, end) = fraction(text, start)?;
    let is_closed = text.squashed_from(end).bytes().all(|byte| matches!(byte, b'-' | b')' | b'.'));
    (is_closed && of <= MAX_BARE).then_some((number, of))
}

/// Two numbers with "of" between them, the first not larger than the second; and where they end.
pub(super) fn fraction(text: &Folded, at: usize) -> Option<(u32, u32, usize)> {
    let (number, end) = number(text, at)?;
    let rest = text.squashed_from(end);
    let bar = usize::from(rest.starts_with('|'));
    let of = words(OF).find(|of| rest.get(bar..).is_some_and(|rest| rest.starts_with(of)))?;
    let mut at = end + bar + of.len();
    at += usize::from(text.byte(at) == b'|');
    let (total, end) = self::number(text, at)?;
    (number <= total).then_some((number, total, end))
}

/// A number from 1, without leading zeros: those stand in dates. Where it ends.
fn number(text: &Folded, at: usize) -> Option<(u32, usize)> {
    let rest = text.squashed_from(at);
    let len = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let digits = rest.get(..len)?;
    if digits.is_empty() || digits.starts_with('0') || len > 3 {
        return None;
    }
    Some((digits.parse().ok()?, at + len))
}

#[cfg(test)]
mod tests {
    use super::{super::row::rows, *};
    use crate::{
        pdf::{Cell, Line},
        statement::page::{Document, Page},
    };

    /// The marks of pages, each with one line at a place: 0 at the top, 1 at the bottom.
    fn marks_of(pages: &[(f32, &str)]) -> Vec<Mark> {
        let page = |(y, text): &(f32, &str)| Page {
            height: 1.0,
            lines: vec![Line {
                y: *y,
                cells: vec![Cell { x0: 0.0, x1: 1.0, text: (*text).to_owned() }],
                ..Line::default()
            }],
        };
        marks(&rows(&Document { pages: pages.iter().map(page).collect(), ..Document::default() }))
    }

    fn numbers(pages: &[(f32, &str)]) -> Vec<(u32, u32)> {
        marks_of(pages).iter().map(|mark| (mark.number, mark.of)).collect()
    }

    #[test]
    fn marks_with_the_word_page_are_read_anywhere_and_however_glued() {
        for text in
            ["Page 2 of 5", "page 2 de 5", "Page 2 sur 5", "Page2of5", "PAGE 2/5", "Page: 2 of 5", "7010CA page 2 of 5"]
        {
            assert_eq!(numbers(&[(0.5, text)]), [(2, 5)], "{text}");
        }
    }

    #[test]
    fn marks_without_the_word_are_read_only_at_the_edge() {
        for text in ["2 of 5", "2/5", "2OF5", "- 2 de 5 -", "(2/5)"] {
            assert_eq!(numbers(&[(0.97, text)]), [(2, 5)], "{text}");
            assert_eq!(numbers(&[(0.5, text)]), [], "{text}");
        }
    }

    #[test]
    fn fractions_dates_and_form_codes_are_no_marks() {
        for text in [
            "Rated 4 of 5 by 1 of 2 sample customers. Open 24/7.",
            "Noté 4 sur 5 par 1 client sur 2",
            "01/03",
            "12/31/24",
            "7010XX-2025/01",
            "Page 5 of 2",
            "Total de la page",
            "Page 0 of 4",
        ] {
            assert_eq!(numbers(&[(0.97, text)]), [], "{text}");
        }
    }

    #[test]
    fn pages_that_are_nowhere_printed_are_missing() {
        let (pages, is_sure) = agreed(&marks_of(&[(0.97, "Page 2 of 5"), (0.97, "Page 4 of 5")]), 0..2).unwrap();
        assert_eq!((pages.missing(), is_sure), (vec![1, 3, 5], true));
    }

    #[test]
    fn one_mark_without_the_word_is_not_sure() {
        assert!(!agreed(&marks_of(&[(0.97, "1/4")]), 0..1).unwrap().1);
        assert!(agreed(&marks_of(&[(0.97, "Page 1 of 4")]), 0..1).unwrap().1);
    }

    /// Bug: "Page 2 is missing" was said of a file in which page 2 was a picture.
    #[test]
    fn a_number_is_not_surely_missing_where_a_page_has_none() {
        let (page, none) = ((0.97, "Page 1 of 4"), (0.5, "nothing"));
        let of = |number: &'static str| (0.97, number);
        for (pages, is_sure) in [
            (&[page, of("Page 3 of 4"), of("Page 4 of 4")][..], true),
            (&[page, none, of("Page 3 of 4"), of("Page 4 of 4")], false),
            (&[page, of("Page 3 of 4"), none], false),
            (&[none, of("Page 2 of 4"), of("Page 3 of 4"), of("Page 4 of 4")], false),
            // An empty page where nothing is missing.
            (&[page, of("Page 2 of 4"), none, of("Page 3 of 4")], true),
            (&[none, page, of("Page 2 of 4"), of("Page 4 of 4"), none], true),
        ] {
            let (marks, is) = agreed(&marks_of(pages), 0..pages.len()).unwrap();
            assert_eq!(is, is_sure, "{pages:?}: {:?}", marks.missing());
        }
    }

    #[test]
    fn marks_that_disagree_on_the_total_are_no_fact() {
        assert!(agreed(&marks_of(&[(0.97, "1/4"), (0.97, "1/2")]), 0..2).is_none());
    }
}
