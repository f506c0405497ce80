//! Calls to functions of JavaScript that answer with bytes.

use crate::{
    core::files::{
        file::{Digest, Unreadable},
        lock::UnlockFailure,
    },
    pdf::{FileKind, LimitExceeded, PdfReport, State},
    statement::Facts,
};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The bytes of an answer; none when the checker was lost.
pub type Answer = Result<Option<Vec<u8>>, Unreadable>;

/// Waits for the answer to a call. A rejection means that the checker was lost.
pub(super) async fn answer_of(call: Result<Promise, JsValue>) -> Answer {
    let Ok(promise) = call else { return Ok(None) };
    read_answer(&JsFuture::from(promise).await.unwrap_or_default())
}

/// The answer in a value: bytes, `null` for a file that can't be read, anything else when the checker was lost.
///
/// # Errors
/// The file can't be read.
pub fn read_answer(value: &JsValue) -> Answer {
    if value.is_null() { Err(Unreadable) } else { Ok(value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)) }
}

/// The report in an answer. Without one the file is unchecked, which is a warning and never an error.
pub(super) fn report_of(answer: Answer) -> Result<PdfReport, Unreadable> {
    let report = answer?.and_then(|bytes| PdfReport::from_bytes(&bytes));
    Ok(report.unwrap_or_else(|| PdfReport::of_kind(FileKind::Pdf, State::Unchecked(LimitExceeded::Checker))))
}

/// The facts in an answer. Without them the file counts as unread.
pub(super) fn facts_of(answer: Answer) -> Facts {
    let bytes = answer.ok().flatten();
    bytes.and_then(|bytes| Facts::from_bytes(&bytes)).unwrap_or_default()
}

/// What stands for a wrong password in the answer to a try to unlock a file.
pub const WRONG_PASSWORD: &str = "wrong-password";

/// Waits for an unlocked copy, or for why there is none.
pub(super) async fn unlocked_of(call: Result<Promise, JsValue>) -> Result<Blob, UnlockFailure> {
    let promise = call.map_err(|_| UnlockFailure::Failed)?;
    let answer = JsFuture::from(promise).await.map_err(|_| UnlockFailure::Failed)?;
    let is_wrong = answer == WRONG_PASSWORD;
    answer.dyn_into().map_err(|_| if is_wrong { UnlockFailure::WrongPassword } else { UnlockFailure::Failed })
}

/// The digest in an answer, if there is one.
pub(super) fn digest_of(answer: Answer) -> Result<Option<Digest>, Unreadable> {
    Ok(Digest::try_from(answer?.unwrap_or_default()).ok())
}
