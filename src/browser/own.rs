//! Properties that are an object's own: what a script has put on the prototype of all objects is none of them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};

/// The value of a property. An accessor has none, so no code of the object runs.
pub fn own_value(object: &JsValue, name: &JsValue) -> Option<JsValue> {
    let value = JsValue::from_str("value");
    let property = own_property(object, name)?;
    // `value` itself may be on the prototype of all objects: it counts only if the description of the property has it.
    own_property(&property, &value)?;
    Reflect::get(&property, &value).ok()
}

/// The text of a property.
pub fn own_text(object: &JsValue, name: &str) -> Option<String> {
    own_value(object, &JsValue::from_str(name))?.as_string()
}

/// How a property is defined; `None` without it, or if there is no object.
pub(super) fn own_property(object: &JsValue, name: &JsValue) -> Option<JsValue> {
    Reflect::get_own_property_descriptor::<JsValue>(object.unchecked_ref(), name).ok().filter(JsValue::is_object)
}
