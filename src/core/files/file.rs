//! A picked file before anyone has read it, and the name it goes by.

use crate::core::redacted::partial_debug;
use serde::Serialize;

/// Identifies one picked file for as long as its batch lives. Ids are never reused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FileId(pub u32);

/// A file as the browser describes it before its bytes are read.
#[derive(Clone, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name, as the person's system has it. Not unique, and not trusted.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

partial_debug! {
    PickedFile { size }
}

/// The name of an unlocked copy: `statement.pdf` with `unlocked` becomes `statement (unlocked).pdf`.
pub fn unlocked_name(name: &str, suffix: &str) -> String {
    let at = name.rfind('.').filter(|at| *at > 0).unwrap_or(name.len());
    let (stem, extension) = name.split_at(at);
    format!("{stem} ({suffix}){extension}")
}

/// SHA-256 of a file's bytes.
pub type Digest = [u8; 32];

/// The browser could not read a file: it was moved or changed, or permission is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// Issues file ids, each once. Whoever holds the files gives them their ids.
#[derive(Debug, Clone, Default)]
pub struct FileIds(u32);

impl FileIds {
    /// The next id.
    pub fn next_id(&mut self) -> FileId {
        self.0 = self.0.wrapping_add(1);
        FileId(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_unlocked_copy_says_so_before_its_ending() {
        let table =
            [("a.pdf", "a (x).pdf"), ("a.b.PDF", "a.b (x).PDF"), ("a", "a (x)"), (".pdf", ".pdf (x)"), ("", " (x)")];
        for (name, copy) in table {
            assert_eq!(unlocked_name(name, "x"), copy);
        }
    }
}
