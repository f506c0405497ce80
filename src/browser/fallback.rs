//! Hands files in which no page was found to the fallback parser, with all their bytes.

use crate::browser::js_call::{answer_of, report_of};
use crate::{core::files::file::Unreadable, pdf::PdfReport};
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::File;

/// Who parses a file in which no page was found. By default this wasm, if it has the feature `fallback-parser`.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum FallbackParser {
    /// Nobody: the first report stands.
    #[cfg_attr(not(feature = "fallback-parser"), default)]
    None,
    /// This wasm (feature `fallback-parser`).
    #[cfg(feature = "fallback-parser")]
    #[default]
    InProcess,
    /// A function `(file, report) => Promise<Uint8Array | null>`, with reports in the form of [`PdfReport::to_bytes`] and
    /// `null` for a file that can't be read.
    Function(Function),
}

impl FallbackParser {
    /// The report on a file that [`crate::pdf`] could make nothing of.
    pub(super) async fn reparse(&self, file: &File, first: PdfReport) -> Result<PdfReport, Unreadable> {
        match self {
            Self::None => Ok(first),
            #[cfg(feature = "fallback-parser")]
            Self::InProcess => {
                let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable)?;
                Ok(crate::fallback_parser::reparse(Uint8Array::new(&buffer).to_vec(), first))
            }
            Self::Function(function) => {
                let report = Uint8Array::from(first.to_bytes().as_slice());
                let call = function.call2(&JsValue::UNDEFINED, file, &report);
                report_of(answer_of(call.map(|promise| Promise::resolve(&promise))).await)
            }
        }
    }
}
