//! Attributes and options, from a plain object: text for each, absent ones `null` or missing.

use super::own::{own_text, own_value};
use crate::core::{
    config::{Attributes, Config},
    connect::address::ConnectOptions,
    date::{Date, LocalTime},
    error::UploadError,
    files::{limits::Limits, requirements::Requirements},
};
use js_sys::{Array, Error};
use wasm_bindgen::{JsCast, JsValue};

/// Reads the attributes. JavaScript has made a text of each value that is there.
pub fn attributes_of(object: &JsValue) -> Attributes {
    let get = |name: &str| own_value(object, &JsValue::from_str(name));
    Attributes {
        asks_token: get("getAuthorizeToken").is_some_and(|value| value.is_function()),
        nearest_language: None,
        messages: get("messages").map(|pairs| texts_of(&pairs)).unwrap_or_default(),
        ..Attributes::from_properties(|name| own_text(object, name))
    }
}

/// Texts by name. JavaScript has made one array of them: name, text, name, text.
fn texts_of(pairs: &JsValue) -> Vec<(String, String)> {
    let Some(pairs) = pairs.dyn_ref::<Array>() else { return Vec::new() };
    let mut texts = pairs.iter().map(|text| text.as_string().unwrap_or_default());
    std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect()
}

/// The options of an address, with the token.
///
/// # Errors
/// A `TypeError` that names every wrong option, with what was expected and what came.
pub fn connect_options(object: &JsValue) -> Result<(ConnectOptions, Config), JsValue> {
    let attributes = attributes_of(object);
    let config = attributes.read().map_err(|errors| to_error(&errors))?;
    let options = config.connect.clone();
    let mut options = options.ok_or_else(|| JsValue::from(Error::new("flinks-upload: `instance` is missing")))?;
    // An address says nothing of the language unless it is told to.
    options.language = options.language.filter(|_| attributes.language.is_some());
    Ok((options, config))
}

/// The limits of a check, and with what its statements are compared.
///
/// # Errors
/// As [`connect_options`].
pub fn check_options(object: &JsValue) -> Result<(Limits, Requirements), JsValue> {
    attributes_of(object).read_check(today()).map_err(|errors| to_error(&errors))
}

/// Which day it is where the person is.
pub fn today() -> Option<Date> {
    now().map(|now| now.date)
}

/// What time it is where the person is.
pub fn now() -> Option<LocalTime> {
    let now = js_sys::Date::new_0();
    let (month, day) = (u8::try_from(now.get_month() + 1).ok()?, u8::try_from(now.get_date()).ok()?);
    let date = Date::new(i32::try_from(now.get_full_year()).ok()?, month, day)?;
    Some(LocalTime { date, hour: now.get_hours(), minute: now.get_minutes() })
}

fn to_error(errors: &[UploadError]) -> JsValue {
    let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
    js_sys::TypeError::new(&format!("flinks-upload: {}", all.join("; "))).into()
}
