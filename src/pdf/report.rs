//! The verdict on one file's bytes, and the limits of the work that goes into it.

use super::FileKind;
use serde::Serialize;

/// What the bytes of one file say.
///
/// A verdict, never an error: what could not be found out is `None`, and `state` says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfReport {
    /// What the file is.
    pub kind: FileKind,
    /// Whether it is whole.
    pub state: State,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Whether it is encrypted, and whether that keeps anyone out.
    pub encryption: Option<Encryption>,
    /// Whether its pages hold text or pictures of text.
    pub text: Option<TextLayer>,
    /// A collection of files in a PDF's clothes.
    pub portfolio: bool,
    /// Made by a print-to-PDF producer.
    pub printed: bool,
}

impl PdfReport {
    /// The report on a file that is not a PDF, or of which only the first bytes were looked at.
    pub fn of_kind(kind: FileKind, state: State) -> Self {
        Self { kind, state, pages: None, encryption: None, text: None, portfolio: false, printed: false }
    }
}

/// The version of the form in which a report goes from a worker to the page.
const WIRE_VERSION: u8 = 1;

impl PdfReport {
    /// The report in a few bytes, to be posted from a worker.
    pub fn to_bytes(&self) -> [u8; 12] {
        let (state, budget) = match self.state {
            State::Whole => (0, 0),
            State::Repaired => (1, 0),
            State::Damaged => (2, 0),
            State::Unchecked(budget) => (3, place_of(&Exhausted::ALL, budget)),
        };
        let [p0, p1, p2, p3] = self.pages.unwrap_or_default().to_le_bytes();
        let flags = u8::from(self.pages.is_some()) | u8::from(self.portfolio) << 1 | u8::from(self.printed) << 2;
        let encryption = self.encryption.map_or(0, |known| place_of(&Encryption::ALL, known) + 1);
        let text = self.text.map_or(0, |known| place_of(&TextLayer::ALL, known) + 1);
        [WIRE_VERSION, place_of(&FileKind::ALL, self.kind), state, budget, encryption, text, flags, 0, p0, p1, p2, p3]
    }

    /// Reads what [`PdfReport::to_bytes`] wrote; `None` for anything else, such as a worker of another version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [WIRE_VERSION, kind, state, budget, encryption, text, flags @ 0..=7, 0, p0, p1, p2, p3] = *bytes else {
            return None;
        };
        let state = match state {
            0 => State::Whole,
            1 => State::Repaired,
            2 => State::Damaged,
            3 => State::Unchecked(*Exhausted::ALL.get(usize::from(budget))?),
            _ => return None,
        };
        Some(Self {
            kind: *FileKind::ALL.get(usize::from(kind))?,
            state,
            pages: (flags & 1 != 0).then_some(u32::from_le_bytes([p0, p1, p2, p3])),
            encryption: at_place(&Encryption::ALL, encryption)?,
            text: at_place(&TextLayer::ALL, text)?,
            portfolio: flags & 2 != 0,
            printed: flags & 4 != 0,
        })
    }
}

fn place_of<T: Copy + PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// 0 stands for nothing known; `None` is a place that there isn't.
#[expect(clippy::option_option, reason = "no place, nothing known, or what is known")]
fn at_place<T: Copy>(all: &[T], place: u8) -> Option<Option<T>> {
    match usize::from(place).checked_sub(1) {
        None => Some(None),
        Some(at) => all.get(at).copied().map(Some),
    }
}

/// Whether a file is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is missing that a reader looks at.
    Whole,
    /// Truncated, or a broken cross-reference, yet pages were found.
    Repaired,
    /// A PDF in which no page can be found.
    Damaged,
    /// A budget ran out before the verdict.
    Unchecked(Exhausted),
}

/// Which budget ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Exhausted {
    /// Bytes read from the file.
    Bytes,
    /// Objects looked at, or the depth of their nesting.
    Objects,
    /// Bytes that came out of decompression.
    Inflated,
    /// Time. The reader has no clock: its caller says so.
    Time,
    /// The checker stopped working, or could not be loaded.
    Checker,
}

impl Exhausted {
    const ALL: [Self; 5] = [Self::Bytes, Self::Objects, Self::Inflated, Self::Time, Self::Checker];
}

/// Whether a file is encrypted, and whether that keeps anyone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encryption {
    /// Not encrypted.
    None,
    /// Encrypted, and opens with the empty password: only some uses are restricted.
    Opens,
    /// Does not open with the empty password.
    NeedsPassword,
    /// Encrypted in a way that is not known here.
    Unknown,
}

impl Encryption {
    const ALL: [Self; 4] = [Self::None, Self::Opens, Self::NeedsPassword, Self::Unknown];
}

/// Whether pages hold text or pictures of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextLayer {
    /// Text.
    Text,
    /// Page-sized images without text.
    Scan,
    /// Page-sized images with a layer of text over them.
    ScanWithText,
    /// Neither: vector outlines, as in some banks' web statements, or empty pages.
    None,
}

impl TextLayer {
    const ALL: [Self; 4] = [Self::Text, Self::Scan, Self::ScanWithText, Self::None];
}

/// The most work that goes into one file. Running out is a verdict ([`State::Unchecked`]), never a hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Bytes read from the file.
    pub bytes: u64,
    /// Objects looked at.
    pub objects: u32,
    /// Levels of nesting: arrays, dictionaries, the page tree, form `XObjects`.
    pub depth: u32,
    /// Bytes that come out of decompression, over all streams.
    pub inflated: u64,
}

impl Default for Budget {
    /// 32 MiB read, 50,000 objects, 64 levels, 64 MiB inflated.
    fn default() -> Self {
        Self { bytes: 32 << 20, objects: 50_000, depth: 64, inflated: 64 << 20 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_report() -> Vec<PdfReport> {
        let states = [State::Whole, State::Repaired, State::Damaged];
        let states = states.into_iter().chain(Exhausted::ALL.map(State::Unchecked));
        let mut reports: Vec<_> =
            states.flat_map(|state| FileKind::ALL.map(|kind| PdfReport::of_kind(kind, state))).collect();
        let whole = PdfReport::of_kind(FileKind::Pdf, State::Whole);
        reports.extend([None, Some(0), Some(1), Some(u32::MAX)].map(|pages| PdfReport { pages, ..whole.clone() }));
        reports.extend(Encryption::ALL.map(|known| PdfReport { encryption: Some(known), ..whole.clone() }));
        reports.extend(TextLayer::ALL.map(|known| PdfReport { text: Some(known), ..whole.clone() }));
        reports.push(PdfReport { portfolio: true, ..whole.clone() });
        reports.push(PdfReport { printed: true, ..whole });
        reports
    }

    #[test]
    fn every_report_arrives_as_it_was_sent() {
        for report in every_report() {
            assert_eq!(PdfReport::from_bytes(&report.to_bytes()), Some(report));
        }
    }

    #[test]
    fn bytes_of_another_form_are_no_report() {
        let good = PdfReport::of_kind(FileKind::Pdf, State::Whole).to_bytes();
        assert_eq!(PdfReport::from_bytes(&[]), None);
        assert_eq!(PdfReport::from_bytes(&good[..11]), None);
        for (place, value) in [(0, 2), (1, 9), (2, 4), (4, 5), (5, 5), (6, 8), (7, 1)] {
            let mut wrong = good;
            wrong[place] = value;
            assert_eq!(PdfReport::from_bytes(&wrong), None, "byte {place}");
        }
    }
}
