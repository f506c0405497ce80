//! The page itself: its address, its language and what it downloads.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement, Url};

/// By then the browser has read what it downloads, in milliseconds.
const DOWNLOADED_MS: u32 = 60_000;

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

/// Hands a file to the person as a download, under its own name.
pub fn save(file: &File) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Ok(link), Ok(url)) = (document.create_element("a"), Url::create_object_url_with_blob(file)) else { return };
    let _ = link.set_attribute("href", &url);
    let _ = link.set_attribute("download", &file.name());
    link.unchecked_into::<HtmlElement>().click();
    Timeout::new(DOWNLOADED_MS, move || drop(Url::revoke_object_url(&url))).forget();
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
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
        from = root.dyn_into::<web_sys::ShadowRoot>().ok().map(|shadow| shadow.host());
    }
    None
}
