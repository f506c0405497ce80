//! The wasm of the checker: loaded when files can be picked, in a worker, or in the page where there can be none.
//!
//! Reading and unlocking are split off where the build does so (feature `split-checker`), and loaded later.
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
    use std::{fmt::Display, pin::Pin};
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use wasm_bindgen_futures::future_to_promise;
    use web_sys::File;

    /// Boxed, so that what drives a future is there once.
    type Work<T> = Pin<Box<dyn Future<Output = T>>>;
    type Bytes = Result<Vec<u8>, JsValue>;

    /// What can be loaded later than the rest: reading statements, and unlocking files.
    struct Reader {
        read: fn(File, JsValue, Option<String>) -> Work<Bytes>,
        unlock: fn(File, String) -> Work<JsValue>,
    }

    const READER: Reader = Reader {
        read: |file, key, institution| {
            Box::pin(async move {
                let facts = read(&file, &key, institution.as_deref()).await.map_err(unreadable)?;
                Ok(facts.to_bytes())
            })
        },
        unlock: |file, password| {
            Box::pin(async move {
                match unlock(&file, &password).await {
                    Ok(copy) => copy.into(),
                    Err(UnlockFailure::WrongPassword) => WRONG_PASSWORD.into(),
                    Err(UnlockFailure::Failed) => JsValue::UNDEFINED,
                }
            })
        },
    };

    /// Loads the reader, where it is a wasm of its own (`www/checker/reader-loader.js`).
    #[cfg(feature = "split-checker")]
    #[allow(clippy::unnecessary_wraps, reason = "what loads it can fail")]
    #[wasm_split_helpers::wasm_split(reader, fallible)]
    fn reader() -> Result<Reader, wasm_split_helpers::SplitLoaderError> {
        Ok(READER)
    }

    #[cfg(not(feature = "split-checker"))]
    fn reader() -> std::future::Ready<Result<Reader, std::convert::Infallible>> {
        std::future::ready(Ok(READER))
    }

    fn not_loaded(error: impl Display) -> JsValue {
        Error::new(&format!("the reader: {error}")).into()
    }

    fn unreadable(_: Unreadable) -> JsValue {
        let error = Error::new("the file can't be read");
        error.set_name("NotReadableError");
        error.into()
    }

    fn promise(work: Work<Bytes>) -> Promise {
        future_to_promise(async { work.await.map(|bytes| Uint8Array::from(&*bytes).into()) })
    }

    /// The report on a file, in the form of `PdfReport::to_bytes`; `reparse` is asked about a file in which no page was
    /// found. With a key, the document is kept for `read`.
    #[wasm_bindgen(js_name = inspect)]
    pub fn inspect_file(file: File, key: JsValue, reparse: Function) -> Promise {
        promise(Box::pin(async move {
            let report = inspect_with(&file, &key, &FallbackParser::Function(reparse)).await.map_err(unreadable)?;
            Ok(report.to_bytes().to_vec())
        }))
    }

    /// What a file says, in the form of `Facts::to_bytes`: never its text. The institution is compared with the one that
    /// was selected.
    #[wasm_bindgen(js_name = read)]
    pub fn read_file(file: File, key: JsValue, institution: Option<String>) -> Promise {
        promise(Box::pin(async move {
            let reader = reader().await.map_err(not_loaded)?;
            (reader.read)(file, key, institution).await
        }))
    }

    /// SHA-256 of a file.
    #[wasm_bindgen(js_name = hash)]
    pub fn hash_file(file: File) -> Promise {
        promise(Box::pin(async move { Ok(hash(&file).await.map_err(unreadable)?.to_vec()) }))
    }

    /// An unlocked copy of a file as a `Blob`, or `wrong-password`, or nothing if none could be made.
    #[wasm_bindgen(js_name = unlock)]
    pub async fn unlock_file(file: File, password: String) -> Result<JsValue, JsValue> {
        let reader = reader().await.map_err(not_loaded)?;
        Ok((reader.unlock)(file, password).await)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
