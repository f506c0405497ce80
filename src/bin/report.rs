//! The wasm of `checkFiles`: what to ask the checker about files, and the report made of its answers. Loaded with the first
//! call; the element has both functions in its own wasm.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![allow(unreachable_pub, reason = "exports to JavaScript are public there, not in Rust")]

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod exports {
    use flinks_upload::browser::{check_options, questions, read_answer, report_on, to_js};
    use js_sys::Array;
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
    use web_sys::File;

    fn files_of(files: &Array) -> Vec<File> {
        files.iter().map(JsCast::unchecked_into).collect()
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
