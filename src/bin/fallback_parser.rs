//! The wasm of the fallback parser: loaded with the first damaged file.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![allow(unreachable_pub, reason = "exports to JavaScript are public there, not in Rust")]

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod exports {
    use flinks_upload::pdf::PdfReport;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The second report on a file, given all its bytes and the first report; both in the form of `PdfReport::to_bytes`.
    #[wasm_bindgen]
    pub fn reparse(bytes: Vec<u8>, first: &[u8]) -> Option<Vec<u8>> {
        let first = PdfReport::from_bytes(first)?;
        Some(flinks_upload::fallback_parser::reparse(bytes, first).to_bytes().to_vec())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
