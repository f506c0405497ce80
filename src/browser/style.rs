//! The component's styles, as a constructable stylesheet: the only kind that a strict policy lets through.
//!
//! Nothing of the page is inherited, not even the size of its root, hence `medium` and `em`; and all rules stand below one
//! class, so that nothing leaks out where there is no shadow root.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

const SOURCE: &[u8] = include_bytes!("../component/style.css");

/// The rules as they are loaded.
const RULES: &str = match str::from_utf8(&shortened::<{ shortened::<0>().1 }>().0) {
    Ok(rules) => rules,
    Err(_) => panic!("style.css is not UTF-8"),
};

/// The source without its comments, and with one space where there is white space, or none where none is needed; and how long that is.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, on a file of ours")]
const fn shortened<const LENGTH: usize>() -> ([u8; LENGTH], usize) {
    let mut rules = [b' '; LENGTH];
    let (mut at, mut length, mut was_space) = (0, 0, true);
    while at < SOURCE.len() {
        if SOURCE[at] == b'/' && SOURCE[at + 1] == b'*' {
            at += 2;
            while SOURCE[at] != b'*' || SOURCE[at + 1] != b'/' {
                at += 1;
            }
            at += 2;
        } else {
            let is_space = SOURCE[at].is_ascii_whitespace();
            if !is_space || !was_space {
                if length < LENGTH && !is_space {
                    rules[length] = SOURCE[at];
                }
                length += 1;
            }
            was_space = is_space || matches!(SOURCE[at], b'{' | b'}' | b';' | b':' | b',');
            at += 1;
        }
    }
    (rules, length)
}

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
