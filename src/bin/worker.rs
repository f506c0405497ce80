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
        browser::{FallbackParser, WRONG_PASSWORD, hash, inspect_with, read, unlock},
        core::files::{file::Unreadable, lock::UnlockFailure},
    };
    use js_sys::{Error, Function, Promise, Uint8Array};
    use std::pin::Pin;
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use wasm_bindgen_futures::future_to_promise;
    use web_sys::File;

    fn unreadable(_: Unreadable) -> JsValue {
        let error = Error::new("the file can't be read");
        error.set_name("NotReadableError");
        error.into()
    }

    /// As a promise. Boxed, so that what drives a future is there once.
    fn promise(work: Pin<Box<dyn Future<Output = Result<Vec<u8>, Unreadable>>>>) -> Promise {
        future_to_promise(async { work.await.map(|bytes| Uint8Array::from(&*bytes).into()).map_err(unreadable) })
    }

    /// The report on a file, in the form of `PdfReport::to_bytes`; `reparse` is asked about a file in which no page was
    /// found. With a key, the document is kept for `read`.
    #[wasm_bindgen(js_name = inspect)]
    pub fn inspect_file(file: File, key: JsValue, reparse: Function) -> Promise {
        promise(Box::pin(async move {
            let report = inspect_with(&file, &key, &FallbackParser::Function(reparse)).await?;
            Ok(report.to_bytes().to_vec())
        }))
    }

    /// What a file says, in the form of `Facts::to_bytes`: never its text. The institution is compared with the one that
    /// was selected.
    #[wasm_bindgen(js_name = read)]
    pub fn read_file(file: File, key: JsValue, institution: Option<String>) -> Promise {
        promise(Box::pin(async move { Ok(read(&file, &key, institution.as_deref()).await?.to_bytes()) }))
    }

    /// SHA-256 of a file.
    #[wasm_bindgen(js_name = hash)]
    pub fn hash_file(file: File) -> Promise {
        promise(Box::pin(async move { Ok(hash(&file).await?.to_vec()) }))
    }

    /// An unlocked copy of a file as a `Blob`, or `wrong-password`, or nothing if none could be made.
    #[wasm_bindgen(js_name = unlock)]
    pub async fn unlock_file(file: File, password: String) -> JsValue {
        match unlock(&file, &password).await {
            Ok(copy) => copy.into(),
            Err(UnlockFailure::WrongPassword) => WRONG_PASSWORD.into(),
            Err(UnlockFailure::Failed) => JsValue::UNDEFINED,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
