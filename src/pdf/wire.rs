//! The encoding in which a report is posted from a worker to the page: twelve bytes, the first of which is a version.

use super::{
    budget::LimitExceeded,
    encryption::Encryption,
    kind::FileKind,
    report::{PdfReport, State, TextLayer},
};

/// The version of the encoding. A page and a worker of different versions do not understand each other.
const WIRE_VERSION: u8 = 3;

impl PdfReport {
    /// Encodes the report, to post it from a worker to the page.
    pub fn to_bytes(&self) -> [u8; 12] {
        let (state, limit) = match self.state {
            State::Intact => (0, 0),
            State::Incomplete => (1, 0),
            State::Rebuilt => (2, 0),
            State::Damaged => (3, 0),
            State::Unchecked(limit) => (4, index_of(&LimitExceeded::ALL, limit)),
        };
        let [p0, p1, p2, p3] = self.pages.unwrap_or_default().to_le_bytes();
        let flags = u8::from(self.pages.is_some())
            | u8::from(self.portfolio) << 1
            | u8::from(self.printed) << 2
            | u8::from(self.edited) << 3;
        let encryption = self.encryption.map_or(0, |variant| index_of(&Encryption::ALL, variant) + 1);
        let text = self.text.map_or(0, |variant| index_of(&TextLayer::ALL, variant) + 1);
        [WIRE_VERSION, index_of(&FileKind::ALL, self.kind), state, limit, encryption, text, flags, 0, p0, p1, p2, p3]
    }

    /// Decodes the output of [`PdfReport::to_bytes`]. `None` for anything else, such as the report of a worker of another
    /// version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [WIRE_VERSION, kind, state, limit, encryption, text, flags @ 0..=15, 0, p0, p1, p2, p3] = *bytes else {
            return None;
        };
        let state = match state {
            0 => State::Intact,
            1 => State::Incomplete,
            2 => State::Rebuilt,
            3 => State::Damaged,
            4 => State::Unchecked(*LimitExceeded::ALL.get(usize::from(limit))?),
            _ => return None,
        };
        Some(Self {
            kind: *FileKind::ALL.get(usize::from(kind))?,
            state,
            pages: (flags & 1 != 0).then_some(u32::from_le_bytes([p0, p1, p2, p3])),
            encryption: variant_at(&Encryption::ALL, encryption)?,
            text: variant_at(&TextLayer::ALL, text)?,
            portfolio: flags & 2 != 0,
            printed: flags & 4 != 0,
            edited: flags & 8 != 0,
        })
    }
}

/// The position of a variant in the wire order.
fn index_of<T: Copy + PartialEq>(all: &[T], variant: T) -> u8 {
    all.iter().position(|other| *other == variant).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// Decodes an optional variant, for which 0 is `None`. The outer `None` is an index out of range.
#[expect(clippy::option_option, reason = "out of range, not known, or known")]
fn variant_at<T: Copy>(all: &[T], index: u8) -> Option<Option<T>> {
    match usize::from(index).checked_sub(1) {
        None => Some(None),
        Some(at) => all.get(at).copied().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_report() -> Vec<PdfReport> {
        let states = [State::Intact, State::Incomplete, State::Rebuilt, State::Damaged];
        let states = states.into_iter().chain(LimitExceeded::ALL.map(State::Unchecked));
        let mut reports: Vec<_> =
            states.flat_map(|state| FileKind::ALL.map(|kind| PdfReport::of_kind(kind, state))).collect();
        let intact = PdfReport::of_kind(FileKind::Pdf, State::Intact);
        reports.extend([None, Some(0), Some(1), Some(u32::MAX)].map(|pages| PdfReport { pages, ..intact.clone() }));
        reports.extend(Encryption::ALL.map(|variant| PdfReport { encryption: Some(variant), ..intact.clone() }));
        reports.extend(TextLayer::ALL.map(|variant| PdfReport { text: Some(variant), ..intact.clone() }));
        reports.push(PdfReport { portfolio: true, ..intact.clone() });
        reports.push(PdfReport { printed: true, ..intact.clone() });
        reports.push(PdfReport { edited: true, ..intact });
        reports
    }

    #[test]
    fn every_report_survives_the_round_trip() {
        for report in every_report() {
            assert_eq!(PdfReport::from_bytes(&report.to_bytes()), Some(report));
        }
    }

    #[test]
    fn other_bytes_are_rejected() {
        let good = PdfReport::of_kind(FileKind::Pdf, State::Intact).to_bytes();
        assert_eq!(PdfReport::from_bytes(&[]), None);
        assert_eq!(PdfReport::from_bytes(&good[..11]), None);
        for (index, value) in [(0, 2), (1, 17), (2, 5), (4, 6), (5, 5), (6, 16), (7, 1)] {
            let mut wrong = good;
            wrong[index] = value;
            assert_eq!(PdfReport::from_bytes(&wrong), None, "byte {index}");
        }
    }
}
