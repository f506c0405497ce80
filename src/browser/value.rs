//! Values of the core as values of JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Plain objects, with `null` for what is absent: the same as the JSON.
pub fn to_js(value: &impl Serialize) -> JsValue {
    // The core's types hold nothing that a plain object can't.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
