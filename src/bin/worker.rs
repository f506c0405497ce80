//! The wasm of the checker: loaded when files can be picked, in a worker, or in the page where there can be none.
//!
//! Its exports are here, because those of a library are kept in every wasm that links it.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![allow(unreachable_pub, reason = "exports to JavaScript are public there, not in Rust")]

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod exports {
    use flinks_upload::{
        browser::{FallbackParser, hash, inspect_with, read},
        core::files::file::Unreadable,
    };
    use js_sys::{Error, Function};
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use web_sys::File;

    fn unreadable(_: Unreadable) -> JsValue {
        let error = Error::new("the file can't be read");
        error.set_name("NotReadableError");
        error.into()
    }

    /// The report on a file, in the form of `PdfReport::to_bytes`; `reparse` is asked about a file in which no page was
    /// found. With a key, the document is kept for `read`.
    #[wasm_bindgen(js_name = inspect)]
    pub async fn inspect_file(file: File, key: JsValue, reparse: Function) -> Result<Vec<u8>, JsValue> {
        inspect_with(&file, &key, &FallbackParser::Function(reparse))
            .await
            .map(|report| report.to_bytes().to_vec())
            .map_err(unreadable)
    }

    /// What a file says, in the form of `Facts::to_bytes`: never its text. The institution is compared with the one that
    /// was selected.
    #[wasm_bindgen(js_name = read)]
    pub async fn read_file(file: File, key: JsValue, institution: Option<String>) -> Result<Vec<u8>, JsValue> {
        read(&file, &key, institution.as_deref()).await.map(|facts| facts.to_bytes()).map_err(unreadable)
    }

    /// SHA-256 of a file.
    #[wasm_bindgen(js_name = hash)]
    pub async fn hash_file(file: File) -> Result<Vec<u8>, JsValue> {
        hash(&file).await.map(|digest| digest.to_vec()).map_err(unreadable)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
