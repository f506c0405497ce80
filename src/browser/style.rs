//! The component's styles, as a constructable stylesheet: the only kind that a strict policy lets through.
//!
//! Nothing of the page is inherited, not even the size of its root, hence `medium` and `em`; and all rules stand below one
//! class, so that nothing leaks out where there is no shadow root. The custom element has them from `www/element/style.js`,
//! before its wasm is there.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

const RULES: &str = include_str!("../component/style.css");

thread_local! {
    static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        if let Some(sheet) = &sheet {
            let _ = sheet.replace_sync(RULES);
        }
        sheet
    };
}

/// Gives the component's styles to the document or shadow root in which the node stands, once.
pub fn adopt_style(node: &Node) {
    let root = node.get_root_node();
    let key = JsValue::from_str("adoptedStyleSheets");
    SHEET.with(|sheet| {
        let (Some(sheet), Ok(adopted)) = (sheet, Reflect::get(&root, &key)) else { return };
        // The list is no plain array in every browser.
        let adopted = if adopted.is_undefined() { Array::new() } else { Array::from(adopted.unchecked_ref()) };
        if !adopted.includes(sheet, 0) {
            adopted.push(sheet);
            let _ = Reflect::set(&root, &key, &adopted);
        }
    });
}
