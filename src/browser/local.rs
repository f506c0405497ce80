//! The check itself: reads a few slices of a file and tells what it is. Runs in a worker, or in the page where there
//! is none.

use super::pick::{picked_file, size_of};
use crate::{
    core::{
        batch::{Batch, Digest, Tickets, Unreadable, Work},
        limits::Limits,
        report::Report,
    },
    pdf::{FileKind, PdfReport, State},
};
use js_sys::Uint8Array;
use sha2::{Digest as _, Sha256};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// How much of a file is looked at to tell its kind, in bytes.
const HEAD: u64 = 1024;
/// How much is hashed in one go, in bytes: short enough for a page to stay smooth.
const CHUNK: u64 = 1 << 20;

/// Looks into a file.
///
/// # Errors
/// A file that was changed, moved or withdrawn since it was picked can't be read any more.
pub async fn inspect(file: &File) -> Result<PdfReport, Unreadable> {
    let head = read(file, 0, HEAD).await?.to_vec();
    Ok(PdfReport::of_kind(FileKind::of(&head), State::Whole))
}

/// SHA-256 of a file's bytes, read piece by piece.
///
/// # Errors
/// As [`inspect`].
pub async fn hash(file: &File) -> Result<Digest, Unreadable> {
    let size = size_of(file);
    let mut hasher = Sha256::new();
    let mut offset = 0;
    while offset < size {
        let chunk = read(file, offset, CHUNK).await?;
        offset += u64::from(chunk.length());
        hasher.update(chunk.to_vec());
    }
    Ok(hasher.finalize().into())
}

/// Checks files without any face: the report on all of them, once every verdict is there.
pub async fn check_files(files: &[File], limits: &Limits) -> Report {
    let mut batch = Batch::default();
    let mut tickets = Tickets::default();
    let work = batch.add(files.iter().map(picked_file).collect(), &mut tickets);
    let ids: Vec<_> = batch.ids().collect();
    for work in work {
        let (Work::Inspect { id, .. } | Work::Hash { id, .. }) = work;
        let place = ids.iter().position(|other| *other == id);
        let Some(file) = place.and_then(|place| files.get(place)) else { continue };
        match work {
            Work::Inspect { ticket, .. } => batch.inspected(ticket, inspect(file).await),
            Work::Hash { ticket, .. } => batch.hashed(ticket, hash(file).await.map(Some)),
        };
    }
    batch.report(limits)
}

async fn read(file: &File, offset: u64, length: u64) -> Result<Uint8Array, Unreadable> {
    let end = offset.saturating_add(length).min(size_of(file));
    #[expect(clippy::cast_precision_loss, reason = "sizes of files came from numbers of JavaScript")]
    let slice: Blob = file.slice_with_f64_and_f64(offset as f64, end as f64).map_err(|_| Unreadable)?;
    let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|_| Unreadable)?;
    let bytes = Uint8Array::new(buffer.unchecked_ref());
    // A short answer would never end a loop, and is no answer.
    if u64::from(bytes.length()) == end.saturating_sub(offset) { Ok(bytes) } else { Err(Unreadable) }
}
