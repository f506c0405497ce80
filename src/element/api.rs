//! The functions of the npm package that need the wasm.

use crate::{
    browser::{self, connect_options},
    core::config::Token,
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

fn token_of(token: &Token) -> Option<&str> {
    match token {
        Token::Fixed(token) => Some(token),
        Token::None | Token::Asked => None,
    }
}

/// The address of Connect.
#[wasm_bindgen(js_name = connectUrl)]
pub fn connect_url(options: &JsValue) -> Result<String, JsValue> {
    let (connect, config) = connect_options(options)?;
    Ok(connect.connect_url(token_of(&config.token)))
}

/// The address of the upload screen.
#[wasm_bindgen(js_name = uploadUrl)]
pub fn upload_url(options: &JsValue) -> Result<String, JsValue> {
    let (connect, config) = connect_options(options)?;
    Ok(connect.upload_url(config.institution.as_ref(), token_of(&config.token)))
}

/// What a message of Connect says, whatever it is.
#[wasm_bindgen(js_name = readConnectMessage)]
pub fn read_connect_message(data: &JsValue) -> JsValue {
    browser::to_js(&browser::read_message(data))
}
