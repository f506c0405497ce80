//! The text of pages: what each trap of real statements must come to, hostile files, and the synthetic statements that
//! stand beside the project, if they are there.

mod hostile;
mod public;
mod statements;
mod traps;

use super::support::Writer;
use flinks_upload::pdf::{Budget, DocumentText, Line, PageText, TextBudget, extract_text};

/// The text of a file in which pages are found.
fn extract(bytes: &[u8]) -> DocumentText {
    extract_text(bytes, &Budget::default(), &TextBudget::default()).unwrap()
}

/// The first page of a file.
fn first_page(file: &Writer) -> PageText {
    extract(&file.table()).pages.remove(0).1.unwrap()
}

/// The lines of the first page, with cells separated by tabs.
fn lines(file: &Writer) -> Vec<String> {
    first_page(file).lines.iter().map(Line::text).collect()
}
