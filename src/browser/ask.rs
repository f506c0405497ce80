//! Questions to functions of JavaScript that answer with bytes.

use crate::{
    core::files::file::{Digest, Unreadable},
    pdf::{FileKind, LimitExceeded, PdfReport, State},
};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bytes of an answer; none when whoever was asked is lost.
pub type Answer = Result<Option<Vec<u8>>, Unreadable>;

/// Asks with two arguments. A rejection with an error named `NotReadableError` is about the file, any other about the
/// one who was asked.
pub(super) async fn ask(function: &Function, first: &JsValue, second: &JsValue) -> Answer {
    let Ok(promise) = function.call2(&JsValue::UNDEFINED, first, second) else { return Ok(None) };
    match JsFuture::from(Promise::resolve(&promise)).await {
        Ok(answer) => Ok(answer.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)),
        Err(error) => {
            let name = Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
            if name.as_deref() == Some("NotReadableError") { Err(Unreadable) } else { Ok(None) }
        }
    }
}

/// The report in an answer; a doubt, never an error, where there is none.
pub(super) fn report_of(answer: Answer) -> Result<PdfReport, Unreadable> {
    let report = answer?.and_then(|bytes| PdfReport::from_bytes(&bytes));
    Ok(report.unwrap_or_else(|| PdfReport::of_kind(FileKind::Pdf, State::Unchecked(LimitExceeded::Checker))))
}

/// The digest in an answer, if there is one.
pub(super) fn digest_of(answer: Answer) -> Result<Option<Digest>, Unreadable> {
    Ok(Digest::try_from(answer?.unwrap_or_default()).ok())
}
