//! Without the feature `worker` the check is somewhere else; whoever names no place for it gets no verdicts.

use crate::{
    core::files::file::{Digest, Unreadable},
    pdf::{FileKind, LimitExceeded, PdfReport, State},
};
use web_sys::File;

#[expect(clippy::unused_async, reason = "the form of the check that is not there")]
pub(super) async fn inspect(_: &File) -> Result<PdfReport, Unreadable> {
    Ok(PdfReport::of_kind(FileKind::Pdf, State::Unchecked(LimitExceeded::Checker)))
}

#[expect(clippy::unused_async, reason = "the form of the check that is not there")]
pub(super) async fn hash(_: &File) -> Result<Digest, Unreadable> {
    Err(Unreadable)
}
