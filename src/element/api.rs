//! The functions of the npm package.

use super::{
    options::{connect_options, limits_of},
    value::{files_of, to_js},
};
use crate::{
    browser,
    core::{code, config::Token, member},
};
use js_sys::Array;
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
    code::offers_upload(code)
}

/// The codes after which upload is offered.
#[wasm_bindgen(js_name = fallbackCodes)]
pub fn fallback_codes() -> Vec<String> {
    code::FALLBACK_CODES.map(str::to_owned).to_vec()
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

/// The report on files.
#[wasm_bindgen(js_name = checkFiles)]
pub async fn check_files(files: Array, options: JsValue) -> Result<JsValue, JsValue> {
    let limits = limits_of(&options)?;
    Ok(to_js(&browser::check_files(files_of(&files), &limits).await))
}
