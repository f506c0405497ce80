//! Reads from the lines of a document whose statement it is, of which account, from when to when, and which pages it says
//! it has.
//!
//! It decides what the text says, and how sure that is: a finding needs two hints that agree. It never says that a document
//! is genuine, never looks at names, balances or single entries, and knows nothing of PDF beyond lines with their place:
//! they come in, facts go out.
//!
//! Each fact is a module of its own. All of them compare folded text (`fold`) in bounded rows (`row`), so that no text
//! takes more than linear time.

mod account;
mod date;
mod facts;
mod fold;
mod institution;
mod json;
mod kind;
mod page;
mod page_mark;
mod period;
mod row;
mod wire;

pub use account::AccountNumber;
pub use facts::{Confidence, Fact, Facts, Part, facts};
pub use kind::Kind;
pub use page::{Document, Page};
pub use page_mark::PageMarks;
pub use period::Period;

#[cfg(test)]
mod testing;
