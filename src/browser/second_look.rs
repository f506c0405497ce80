//! Files in which no page was found are looked into again, over all their bytes.

use crate::browser::{
    ask::{ask, report_of},
    repair_here::repair_here,
};
use crate::{core::files::file::Unreadable, pdf::PdfReport};
use js_sys::{Function, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Who looks again into a file in which no page was found.
#[derive(Clone, PartialEq, Default)]
pub enum SecondLook {
    /// This wasm (feature `repair`); without the feature, the first report stands.
    #[default]
    Here,
    /// A function `(file, report) => Promise<Uint8Array>`, with reports in the form of [`PdfReport::to_bytes`].
    Function(Function),
}

impl SecondLook {
    /// The second report on a file.
    pub(super) async fn look(&self, file: &File, first: PdfReport) -> Result<PdfReport, Unreadable> {
        match self {
            Self::Here => {
                let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable)?;
                Ok(repair_here(Uint8Array::new(&buffer).to_vec(), first))
            }
            Self::Function(function) => {
                report_of(ask(function, file, &Uint8Array::from(first.to_bytes().as_slice())).await)
            }
        }
    }
}
