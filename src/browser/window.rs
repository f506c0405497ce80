//! The page itself: its address and its language.

use js_sys::Reflect;
use web_sys::Element;

/// Takes the page to this address.
pub fn navigate(url: &str) {
    if let Some(window) = web_sys::window() {
        // It fails only for invalid addresses, and this one was built by the core.
        let _ = window.location().assign(url);
    }
}

/// Whether the page is cross-origin isolated: then frames of other origins have to opt in.
pub fn is_isolated() -> bool {
    Reflect::get(&js_sys::global(), &"crossOriginIsolated".into()).is_ok_and(|value| value.is_truthy())
}

/// Opens this address in a new window that has no access to this page.
pub fn open_window(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.open_with_url_and_target_and_features(url, "_blank", "noopener");
    }
}

/// The nearest `lang` above an element, through the shadow roots on the way.
pub fn nearest_language(element: &Element) -> Option<String> {
    let mut from = Some(element.clone());
    while let Some(element) = from {
        if let Ok(Some(found)) = element.closest("[lang]") {
            return found.get_attribute("lang");
        }
        let root = element.get_root_node();
        from = wasm_bindgen::JsCast::dyn_into::<web_sys::ShadowRoot>(root).ok().map(|shadow| shadow.host());
    }
    None
}
