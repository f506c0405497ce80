//! What the inspection of one file means for its upload, as findings.

use super::{finding::Finding, limits::Accept};
use crate::pdf::{Encryption, FileKind, PdfReport, State, TextLayer};

/// Adds every finding that follows from an inspection.
pub(super) fn add_findings(report: &PdfReport, accept: Accept, findings: &mut Vec<Finding>) {
    let found = report.kind;
    if found.is_image() {
        if accept == Accept::Pdf {
            findings.push(Finding::UnsupportedType { found });
        }
        return;
    }
    if found != FileKind::Pdf {
        findings.push(Finding::NotAPdf { found });
        return;
    }
    match report.encryption {
        Some(Encryption::NeedsPassword) => findings.push(Finding::PasswordRequired),
        Some(Encryption::Opens) => findings.push(Finding::Restricted),
        Some(Encryption::NeedsCertificate) => findings.push(Finding::UnsupportedEncryption { certain: true }),
        Some(Encryption::Unknown) => findings.push(Finding::UnsupportedEncryption { certain: false }),
        Some(Encryption::None) | None => {}
    }
    match report.state {
        State::Intact => {}
        State::Incomplete => findings.push(Finding::Incomplete),
        State::Rebuilt => findings.push(Finding::Rebuilt),
        State::Damaged => findings.push(Finding::Damaged),
        State::Unchecked(budget) => findings.push(Finding::Unchecked { budget }),
    }
    match report.text {
        Some(TextLayer::Scan) => findings.push(Finding::Scanned),
        Some(TextLayer::None) => findings.push(Finding::NoText),
        Some(TextLayer::Text | TextLayer::ScanWithText) | None => {}
    }
    if report.portfolio {
        findings.push(Finding::Portfolio);
    }
    if report.printed {
        findings.push(Finding::PrintedCopy);
    }
    if report.edited {
        findings.push(Finding::Edited);
    }
}
