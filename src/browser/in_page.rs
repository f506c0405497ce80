//! The check itself: reads a few slices of a file and reports what it is. Runs in a worker, or in the page where there
//! is none. What to read and what it means is decided by [`crate::pdf`].

use crate::browser::{
    fallback::FallbackParser,
    headless::{batch_of, reads_of},
    pick::size_of,
};
use crate::{
    core::{
        files::{
            file::{Digest, Unreadable},
            intake::MAX_CONCURRENT,
            limits::Limits,
            lock::UnlockFailure,
            report::Report,
            requirements::Requirements,
            task::{Task, TaskResult},
        },
        request::RequestIds,
    },
    pdf::{
        Budget, FileKind, Inspector, LimitExceeded, PdfReport, Range, State, Step, TextBudget, TextStep, UnlockError,
        UnlockStep, Unlocker,
    },
    statement::{Document, Facts, facts},
};
use js_sys::{Array, Object, Promise, Uint8Array};
use sha2::{Digest as _, Sha256};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// How long the check of one file may take, in milliseconds. The reader has no clock of its own.
const MAX_CHECK_MS: f64 = 10_000.0;
/// How long the reading of its pages may take after that.
const MAX_READ_MS: f64 = 500.0;
/// How long a file may take to be unlocked, in milliseconds.
const MAX_UNLOCK_MS: f64 = 50_000.0;
/// How much is hashed in one go, in bytes: short enough for a page to stay smooth.
const HASH_CHUNK_LEN: u32 = 256 << 10;

#[wasm_bindgen]
extern "C" {
    /// The monotonic clock, in milliseconds; in pages and workers alike.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Files that were inspected and not read yet, each under its key. `None` if the inspection took too long.
type Inspected = Vec<(JsValue, Option<Inspector>)>;

thread_local! {
    static INSPECTED: RefCell<Inspected> = const { RefCell::new(Vec::new()) };
}

/// Checks a file, with the default fallback parser.
///
/// # Errors
/// A file that was changed, moved or withdrawn since it was picked can't be read any more.
pub async fn inspect(file: &File) -> Result<PdfReport, Unreadable> {
    inspect_with(file, &JsValue::UNDEFINED, &FallbackParser::default()).await
}

/// Checks a file, and has it parsed by the fallback parser if no page was found. The document is kept for [`read`] under
/// this key, unless that is undefined.
///
/// # Errors
/// As [`inspect`].
pub async fn inspect_with(file: &File, key: &JsValue, fallback: &FallbackParser) -> Result<PdfReport, Unreadable> {
    let (report, inspector) = inspect_slices(file).await?;
    if !key.is_undefined() {
        INSPECTED.with_borrow_mut(|inspected| {
            if inspected.len() >= MAX_CONCURRENT {
                inspected.remove(0);
            }
            inspected.push((key.clone(), inspector));
        });
    }
    if report.state == State::Damaged { fallback.reparse(file, report).await } else { Ok(report) }
}

/// Reads what a file says, of which the institution is compared with the one that was selected. Goes on with the document
/// that was kept under this key; without one, the file is inspected first.
///
/// # Errors
/// As [`inspect`].
pub async fn read(file: &File, key: &JsValue, institution: Option<&str>) -> Result<Facts, Unreadable> {
    let kept = INSPECTED.with_borrow_mut(|inspected| {
        let at = inspected.iter().position(|(other, _)| Object::is(other, key))?;
        Some(inspected.remove(at).1)
    });
    let inspector = match kept {
        Some(inspector) => inspector,
        None => inspect_slices(file).await?.1,
    };
    let extractor = inspector.and_then(|inspector| inspector.into_text(&TextBudget::default()));
    let Some(mut extractor) = extractor else { return Ok(Facts::default()) };
    let began = now();
    let mut step = extractor.start();
    let text = loop {
        let ranges = match step {
            TextStep::Done(text) => break text,
            TextStep::Need(_) if now() - began > MAX_READ_MS => break extractor.finish(),
            TextStep::Need(ranges) => ranges,
        };
        step = extractor.supply(read_ranges(file, &ranges).await?);
    };
    let mut facts = facts(&Document::from(text));
    facts.compare_institution(institution);
    Ok(facts)
}

/// The report, and what reading goes on from.
async fn inspect_slices(file: &File) -> Result<(PdfReport, Option<Inspector>), Unreadable> {
    Ok(match run_inspector(file, MAX_CHECK_MS).await? {
        Some((report, inspector)) => (report, Some(inspector)),
        None => (PdfReport::of_kind(FileKind::Pdf, State::Unchecked(LimitExceeded::Time)), None),
    })
}

/// The report, and the document as the inspector left it; `None` after so many milliseconds.
async fn run_inspector(file: &File, max_ms: f64) -> Result<Option<(PdfReport, Inspector)>, Unreadable> {
    let began = now();
    let mut inspector = Inspector::new(size_of(file), Budget::default());
    let mut step = inspector.start();
    loop {
        let ranges = match step {
            Step::Done(report) => return Ok(Some((report, inspector))),
            Step::Need(_) if now() - began > max_ms => return Ok(None),
            Step::Need(ranges) => ranges,
        };
        step = inspector.supply(read_ranges(file, &ranges).await?);
    }
}

async fn read_ranges(file: &File, ranges: &[Range]) -> Result<Vec<Vec<u8>>, Unreadable> {
    Ok(read_slices(file, ranges).await?.iter().map(Uint8Array::to_vec).collect())
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
        for chunk in read_slices(file, &[Range { offset, len: HASH_CHUNK_LEN }]).await? {
            offset += u64::from(chunk.length());
            hasher.update(chunk.to_vec());
        }
    }
    Ok(hasher.finalize().into())
}

/// Makes an unlocked copy of a file.
///
/// # Errors
/// Why there is none.
pub async fn unlock(file: &File, password: &str) -> Result<Blob, UnlockFailure> {
    const FAILED: UnlockFailure = UnlockFailure::Failed;
    let began = now();
    let (_, inspector) = run_inspector(file, MAX_UNLOCK_MS).await.ok().flatten().ok_or(FAILED)?;
    let mut unlocker = inspector.into_unlocker(&Unlocker::default_budget()).ok_or(FAILED)?;
    let mut step = unlocker.start(password);
    loop {
        match step {
            UnlockStep::Need(_) if now() - began > MAX_UNLOCK_MS => return Err(FAILED),
            UnlockStep::Need(ranges) => {
                step = unlocker.supply(read_ranges(file, &ranges).await.map_err(|_| FAILED)?);
            }
            UnlockStep::Done(Err(UnlockError::WrongPassword)) => return Err(UnlockFailure::WrongPassword),
            UnlockStep::Done(copy) => {
                let bytes = copy.map_err(|_| FAILED)?;
                let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
                return Blob::new_with_u8_array_sequence(&parts).map_err(|_| FAILED);
            }
        }
    }
}

/// Checks files one after another: the report on all of them, once every verdict is there.
pub async fn check_files(files: &[File], limits: &Limits, requirements: &Requirements) -> Report {
    let mut request_ids = RequestIds::default();
    let (mut batch, mut work) = batch_of(files, &mut request_ids);
    while !work.is_empty() {
        for (work, place) in work {
            let Some(file) = files.get(place) else { continue };
            match work {
                Task::Inspect { request, .. } => {
                    let key: &JsValue = if requirements.reads_statements { file.as_ref() } else { &JsValue::UNDEFINED };
                    let report = inspect_with(file, key, &FallbackParser::default()).await;
                    batch.apply(TaskResult::Inspected(request, report))
                }
                Task::Read { request, .. } => {
                    let facts = read(file, file, requirements.institution.as_deref()).await.unwrap_or_default();
                    batch.apply(TaskResult::Read(request, Box::new(facts)))
                }
                Task::Hash { request, .. } => batch.apply(TaskResult::Hashed(request, hash(file).await.map(Some))),
            };
        }
        work = reads_of(&mut batch, requirements, &mut request_ids);
    }
    batch.report(limits, requirements)
}

/// Reads slices, all at once; each ends where the file does.
async fn read_slices(file: &File, ranges: &[Range]) -> Result<Vec<Uint8Array>, Unreadable> {
    let buffers = Array::new();
    let mut lengths = Vec::new();
    for &Range { offset, len } in ranges {
        let end = offset.saturating_add(len.into()).min(size_of(file));
        // In Chromium a slice costs as much as reading 100 KB, and blocks the caller meanwhile.
        let buffer = if offset == 0 && end == size_of(file) {
            file.array_buffer()
        } else {
            #[expect(clippy::cast_precision_loss, reason = "sizes of files came from numbers of JavaScript")]
            let slice: Blob = file.slice_with_f64_and_f64(offset as f64, end as f64).map_err(|_| Unreadable)?;
            slice.array_buffer()
        };
        buffers.push(&buffer);
        lengths.push(end.saturating_sub(offset));
    }
    // As one promise: if several fail, none of them becomes an unhandled rejection.
    let buffers = JsFuture::from(Promise::all(&buffers)).await.map_err(|_| Unreadable)?;
    let slices: Vec<Uint8Array> = Array::from(&buffers).iter().map(|buffer| Uint8Array::new(&buffer)).collect();
    // A short answer would make the loop of `hash` endless.
    let are_whole = slices.iter().map(|slice| u64::from(slice.length())).eq(lengths);
    if are_whole { Ok(slices) } else { Err(Unreadable) }
}
