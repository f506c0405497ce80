//! Values of JavaScript, made of the core's types and read from JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// Plain objects, with `null` for what is absent: the same as the JSON.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    // The core's types hold nothing that a plain object can't.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

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

/// The files of an array; JavaScript has checked that it holds nothing else.
pub(super) fn files_of(array: &js_sys::Array) -> Vec<File> {
    array.iter().map(JsCast::unchecked_into).collect()
}
