//! Without the feature `repair`, the first report stands.

use crate::pdf::PdfReport;

pub(super) fn repair_here(_: Vec<u8>, first: PdfReport) -> PdfReport {
    first
}
