//! Opens an address in a frame so that it stands nowhere in the page.
//!
//! The address of a frame's `src` is in the page's resource timing, which monitoring scripts send elsewhere, and so would be the
//! token in it. So the frame has an empty document of the page first, and that refreshes itself to the address: a step that
//! the frame makes by itself is in no timing of the page, adds nothing to the history, and sends the referrer that the
//! document says. `contentWindow.location.replace` would do the first two, but send the page's whole address where the page's
//! policy does. Browsers can be set to block refreshes: a frame that stays in its empty document is opened again by its `src`.

use super::own::own_property;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlIFrameElement, Node};

/// The value for the `srcdoc` of a frame that [`open_in`] fills. `None` where the page can't reach into its own frames, because
/// it has no origin.
pub fn empty_document() -> Option<JsValue> {
    let global = js_sys::global();
    if get(&global, "origin") == "null" {
        return None;
    }
    // Under Trusted Types a plain text is refused, but there is an empty one that needs no policy.
    let types = own_property(&global, &JsValue::from_str("trustedTypes")).map(|_| get(&global, "trustedTypes"));
    Some(types.map_or_else(|| JsValue::from_str(""), |types| get(&types, "emptyHTML")))
}

/// Opens the address if the frame shows the empty document; returns whether it does.
pub fn open_in(frame: &HtmlIFrameElement, url: &str, referrer_policy: &str) -> bool {
    let shown = get(frame, "contentDocument");
    if get(&shown, "URL") != "about:srcdoc" {
        return false;
    }
    let (document, head): (Document, Node) = (shown.clone().unchecked_into(), get(&shown, "head").unchecked_into());
    if !get(&head, "firstChild").is_null() {
        return true;
    }
    let refresh = ["http-equiv", "refresh", &format!("0;url={url}")];
    for [kind, name, content] in [["name", "referrer", referrer_policy], refresh] {
        if let Ok(meta) = document.create_element("meta") {
            // These names are valid.
            let _ = meta.set_attribute(kind, name);
            let _ = meta.set_attribute("content", content);
            let _ = head.append_child(&meta);
        }
    }
    true
}

/// `undefined` also for a property of nothing.
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}
