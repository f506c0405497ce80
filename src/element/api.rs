//! The functions of the npm package that need the wasm.

use crate::element::value::to_js;
use crate::{
    browser::{self, connect_options},
    core::{config::Token, connect::error_code, results::member},
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

/// Whether upload is offered after this code.
#[wasm_bindgen(js_name = offersUpload)]
pub fn offers_upload(code: &str) -> bool {
    error_code::offers_upload(code)
}

/// What a message of Connect says, whatever it is.
#[wasm_bindgen(js_name = readConnectMessage)]
pub fn read_connect_message(data: &JsValue) -> JsValue {
    to_js(&browser::read_message(data))
}

/// Takes a credit union's member number apart.
#[wasm_bindgen(js_name = memberNumber)]
pub fn member_number(text: &str) -> JsValue {
    to_js(&member::member_number(text))
}
