//! The one interface to JavaScript: what the component asks of the page around its wasm.
//!
//! `www/element/host.js` has one class with the same methods; `tests/native/host_interface.rs` holds both lists equal. Each
//! method of the class loads its script when it is called for the first time. None of this decides anything.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{AbortSignal, Element, File};

#[wasm_bindgen]
extern "C" {
    /// An object with the methods below. Any object that has them will do.
    #[derive(Debug, Clone, PartialEq)]
    pub type Host;

    /// Checks a file: resolves with the bytes of a [`crate::pdf::PdfReport`], or with `null` for a file that can't be read.
    /// Anything else, and a rejection, mean that the check was lost. If the signal is aborted before the file's turn, the
    /// check does not begin. If the file is to be read afterwards, its document is kept until then.
    #[wasm_bindgen(method, structural, catch)]
    pub fn inspect(
        this: &Host,
        file: &File,
        is_read_next: bool,
        signal: Option<&AbortSignal>,
    ) -> Result<Promise, JsValue>;

    /// Reads what a file says, of which the institution is compared with the one that was selected: resolves with the bytes
    /// of [`crate::statement::Facts`], else as [`Host::inspect`]. The text of the file never gets here.
    #[wasm_bindgen(method, structural, catch)]
    pub fn read(
        this: &Host,
        file: &File,
        institution: Option<&str>,
        signal: Option<&AbortSignal>,
    ) -> Result<Promise, JsValue>;

    /// Makes an unlocked copy of a file: resolves with it as a `Blob`, or with `wrong-password`. Anything else, and a
    /// rejection, mean that none could be made. The password is kept nowhere.
    #[wasm_bindgen(method, structural, catch)]
    pub fn unlock(this: &Host, file: &File, password: &str, signal: Option<&AbortSignal>) -> Result<Promise, JsValue>;

    /// Hashes a file: resolves with its SHA-256, else as [`Host::inspect`].
    #[wasm_bindgen(method, structural, catch)]
    pub fn hash(this: &Host, file: &File, signal: Option<&AbortSignal>) -> Result<Promise, JsValue>;

    /// There may soon be files: the checker can be loaded.
    #[wasm_bindgen(method, structural)]
    pub fn preload(this: &Host);

    /// Reads the event stream of the host's server from the event after `last_id`, and calls `on_event(id, status?, at?)`
    /// for each event. Resolves when the stream ends: with a text that says what came instead of a stream, with '' if there are no
    /// more events, or with how many milliseconds the server asks to wait before the next request, undefined if it doesn't.
    #[wasm_bindgen(method, structural, catch, js_name = readEventStream)]
    pub fn read_event_stream(
        this: &Host,
        url: &str,
        last_id: &str,
        signal: Option<&AbortSignal>,
        on_event: &Function,
    ) -> Result<Promise, JsValue>;

    /// Makes a receipt of the batch and shows it in this element, which the component leaves alone.
    #[wasm_bindgen(method, structural, js_name = createReceipt)]
    pub fn create_receipt(this: &Host, container: &Element);

    /// Asks for a token for the next address; what is thrown comes from the function of the page.
    #[wasm_bindgen(method, structural, catch, js_name = getAuthorizeToken)]
    pub fn get_authorize_token(this: &Host) -> Result<JsValue, JsValue>;

    /// Fires an event at the element; says whether no listener prevented its default.
    #[wasm_bindgen(method, structural)]
    pub fn emit(this: &Host, event_type: &str, detail: &JsValue, cancelable: bool) -> bool;

    /// The component takes calls from now on.
    #[wasm_bindgen(method, structural)]
    pub fn ready(this: &Host);
}
