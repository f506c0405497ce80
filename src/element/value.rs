//! Values that come from JavaScript.

use crate::core::files::intake::MAX_LISTED_FILES;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// The type of a value, without the value itself: it may be secret.
pub(super) fn kind_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    let name = value.js_typeof().as_string().unwrap_or_default();
    match value.dyn_ref::<js_sys::Object>().filter(|_| name == "object") {
        Some(object) => object.constructor().name().into(),
        None => name,
    }
}

/// The files of an array, no more than are needed; JavaScript has checked that it holds nothing else.
pub(super) fn files_of(array: &js_sys::Array) -> Vec<File> {
    array.iter().take(MAX_LISTED_FILES).map(JsCast::unchecked_into).collect()
}
