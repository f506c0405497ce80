//! Values of the core as values of JavaScript.

use crate::core::json::{UnsupportedType, to_json};
use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Plain objects, with `null` for what is absent: the same as the JSON. `null` for a type that [`to_json`] does not know.
pub fn to_js(value: &impl Serialize) -> JsValue {
    parse(to_json(value))
}

/// Not generic, so that it is compiled once.
fn parse(json: Result<String, UnsupportedType>) -> JsValue {
    json.ok().and_then(|json| JSON::parse(&json).ok()).unwrap_or(JsValue::NULL)
}
