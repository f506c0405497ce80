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
        browser::{FallbackParser, check_options, hash, inspect_with, questions, read, read_answer, report_on, to_js},
        core::files::file::Unreadable,
    };
    use js_sys::{Array, Error, Function};
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
    use web_sys::File;

    fn unreadable(_: Unreadable) -> JsValue {
        let error = Error::new("the file can't be read");
        error.set_name("NotReadableError");
        error.into()
    }

    fn files_of(files: &Array) -> Vec<File> {
        files.iter().map(JsCast::unchecked_into).collect()
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

    /// What to ask about these files, given the options of their report: `[{method, file}]`, where `file` is an index.
    #[wasm_bindgen(js_name = questions)]
    pub fn questions_about(files: &Array, options: &JsValue) -> Result<JsValue, JsValue> {
        let (_, requirements) = check_options(options)?;
        Ok(to_js(&questions(&files_of(files), &requirements)))
    }

    /// The report on files. An answer is bytes, `null` for a file that can't be read, or `undefined` if the checker was lost.
    #[wasm_bindgen(js_name = report)]
    pub fn report(files: &Array, answers: &Array, options: &JsValue) -> Result<JsValue, JsValue> {
        let (limits, requirements) = check_options(options)?;
        let answers = answers.iter().map(|answer| read_answer(&answer));
        let report = report_on(&files_of(files), answers, &limits, &requirements);
        Ok(to_js(&report))
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
