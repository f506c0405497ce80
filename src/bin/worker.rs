//! The wasm of the checker: loaded when the first file is picked, in a worker, or in the page where there can be none.
//!
//! Its exports stand here, because those of a library are kept in every wasm that links it.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![allow(unreachable_pub, missing_docs, reason = "a binary has no documentation of its own")]

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod exports {
    use flinks_upload::{
        browser::{check_files, hash, inspect, limits_of},
        core::batch::Unreadable,
    };
    use js_sys::{Array, Error};
    use serde::Serialize;
    use serde_wasm_bindgen::Serializer;
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
    use web_sys::File;

    fn unreadable(_: Unreadable) -> JsValue {
        let error = Error::new("the file can't be read");
        error.set_name("NotReadableError");
        error.into()
    }

    /// The verdict on a file, in the form of `PdfReport::to_bytes`.
    #[wasm_bindgen(js_name = inspect)]
    pub async fn inspect_file(file: File) -> Result<Vec<u8>, JsValue> {
        inspect(&file).await.map(|report| report.to_bytes().to_vec()).map_err(unreadable)
    }

    /// SHA-256 of a file.
    #[wasm_bindgen(js_name = hash)]
    pub async fn hash_file(file: File) -> Result<Vec<u8>, JsValue> {
        hash(&file).await.map(|digest| digest.to_vec()).map_err(unreadable)
    }

    /// The report on files.
    #[wasm_bindgen(js_name = checkFiles)]
    pub async fn check(files: Array, options: JsValue) -> Result<JsValue, JsValue> {
        let limits = limits_of(&options)?;
        let files: Vec<File> = files.iter().map(JsCast::unchecked_into).collect();
        let report = check_files(&files, &limits).await;
        Ok(report.serialize(&Serializer::json_compatible())?)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
