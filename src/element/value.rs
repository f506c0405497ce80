//! Values as JavaScript has them.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// Plain objects, with `null` for what is not there: as the JSON would be.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    // The core's types hold nothing that a plain object can't.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// What a value is, without saying the value itself.
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

/// The files of an array that JavaScript has checked.
pub(super) fn files_of(array: &js_sys::Array) -> Vec<File> {
    array.iter().map(JsCast::unchecked_into).collect()
}
