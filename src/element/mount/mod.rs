//! The component inside a custom element: attributes in, events out, calls passed on. What needs the page goes through
//! [`Host`].

mod deferred;

use self::deferred::deferred;
use crate::element::value::{files_of, kind_of};
use crate::{
    browser::{CheckSource, EventStreamSource, Host, attributes_of, own_text, own_value, to_js},
    component::{Decision, FlinksUpload, FlinksUploadProps, Handle, Handoff, TokenSource},
    core::{
        config::{Attributes, Config},
        error::UploadError,
        event_name::EventName,
        files::file::FileId,
        i18n::LanguagePack,
        session::HostEvent,
    },
};
use js_sys::{Array, Error, Object, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement};
use yew::{AppHandle, Callback, Renderer};

/// A component that is mounted in an element.
#[wasm_bindgen]
pub struct Mounted {
    app: RefCell<Option<AppHandle<FlinksUpload>>>,
    props: RefCell<FlinksUploadProps>,
    handle: Rc<RefCell<Option<Handle>>>,
}

/// Mounts the component in `root`, an element in the shadow root of the custom element, with the texts of one language
/// (`www/languages`). It takes calls once it has called [`Host::ready`].
#[wasm_bindgen]
pub fn mount(root: Element, host: &Host, attributes: &JsValue, texts: &JsValue) -> Result<Mounted, JsValue> {
    let handle: Rc<RefCell<Option<Handle>>> = Rc::default();
    let (slot, ready, receipt) = (Rc::clone(&handle), host.clone(), host.clone());
    let props = FlinksUploadProps {
        config: read(attributes),
        language_pack: Some(language_pack(texts)?),
        on_host_event: emit_events(host.clone()),
        on_handoff: request_handoff(host.clone()),
        token: Some(token_source(host.clone())),
        check: CheckSource::Host(host.clone()),
        event_stream: EventStreamSource::Host(host.clone()),
        on_receipt: Some(Callback::from(move |container: Element| receipt.create_receipt(&container))),
        on_ready: Callback::from(move |handle: Handle| {
            slot.replace(Some(handle));
            ready.ready();
        }),
    };
    #[cfg(feature = "split-element")]
    load_deferred(&handle);
    let app = Renderer::<FlinksUpload>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted { app: RefCell::new(Some(app)), props: RefCell::new(props), handle })
}

/// Loads what comes later, and tells the component. One that is not created by then sees it itself.
#[cfg(feature = "split-element")]
fn load_deferred(handle: &Rc<RefCell<Option<Handle>>>) {
    if deferred().is_some() {
        return;
    }
    let handle = Rc::clone(handle);
    wasm_bindgen_futures::spawn_local(async move {
        if deferred::install().await.is_ok()
            && let Some(handle) = &*handle.borrow()
        {
            handle.deferred_loaded();
        }
    });
}

#[wasm_bindgen]
impl Mounted {
    /// Applies changed attributes.
    pub fn configure(&self, attributes: &JsValue) {
        self.update(|props| props.config = read(attributes));
    }

    /// Shows the texts of another language.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, texts: &JsValue) -> Result<(), JsValue> {
        let pack = language_pack(texts)?;
        self.update(|props| props.language_pack = Some(pack));
        Ok(())
    }

    /// Adds files.
    #[wasm_bindgen(js_name = addFiles)]
    pub fn add_files(&self, files: &Array) {
        self.with_handle(|handle| handle.add_files(files_of(files)));
    }

    /// Adds what was picked with an input of the page, which is emptied.
    #[wasm_bindgen(js_name = addPicked)]
    pub fn add_picked(&self, input: &HtmlInputElement) {
        self.with_handle(|handle| handle.add_picked(input.clone()));
    }

    /// Adds what was dropped on the page: the files of the drop, and its entries (`webkitGetAsEntry`).
    #[wasm_bindgen(js_name = addDropped)]
    pub fn add_dropped(&self, files: &Array, entries: &Array) {
        self.with_handle(|handle| {
            handle.add_dropped(files_of(files), entries.iter().map(JsCast::unchecked_into).collect());
        });
    }

    /// Removes a file.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&self, id: u32) {
        self.with_handle(|handle| handle.remove_file(FileId(id)));
    }

    /// Offers upload.
    #[wasm_bindgen(js_name = offerUpload)]
    pub fn offer_upload(&self) {
        self.with_handle(Handle::offer_upload);
    }

    /// Goes on to the upload screen.
    #[wasm_bindgen(js_name = handOff)]
    pub fn hand_off(&self) {
        self.with_handle(Handle::hand_off);
    }

    /// Starts over, without files.
    pub fn reset(&self) {
        self.with_handle(Handle::reset);
    }

    /// The picked files.
    pub fn files(&self) -> Array {
        self.handle.borrow().iter().flat_map(Handle::files).collect()
    }

    /// The newest report.
    pub fn report(&self) -> JsValue {
        let handle = self.handle.borrow();
        handle.as_ref().zip(deferred()).map_or(JsValue::NULL, |(handle, deferred)| (deferred.report)(handle))
    }

    /// Releases everything: frames, listeners, timers and files.
    pub fn destroy(&self) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }
}

impl Mounted {
    fn update(&self, change: impl FnOnce(&mut FlinksUploadProps)) {
        let mut props = self.props.borrow_mut();
        change(&mut props);
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props.clone());
        }
    }

    fn with_handle(&self, call: impl FnOnce(&Handle)) {
        if let Some(handle) = self.handle.borrow().as_ref() {
            call(handle);
        }
    }
}

/// `nearestLanguage` is found by JavaScript, which loads that language.
fn read(attributes: &JsValue) -> Result<Config, Vec<UploadError>> {
    let nearest_language = own_text(attributes, "nearestLanguage");
    Attributes { nearest_language, ..attributes_of(attributes) }.read()
}

/// A file of `www/languages`: settings by their names, then the texts in the order in which they are asked for.
fn language_pack(language: &JsValue) -> Result<LanguagePack, JsValue> {
    let texts = own_value(language, &JsValue::from_str("texts")).unwrap_or_default();
    let mut texts = texts.unchecked_ref::<Array>().iter();
    LanguagePack::from_lookup(|name| own_text(language, name).or_else(|| texts.next()?.as_string()))
        .map_err(|error| Error::new(&format!("flinks-upload: {error}")).into())
}

fn emit_events(host: Host) -> Callback<HostEvent> {
    Callback::from(move |event: HostEvent| match (&event, deferred()) {
        (HostEvent::Error(error), _) => emit_as(&host, EventName::Error, &to_js(error)),
        (_, Some(deferred)) => (deferred.emit)(&host, &event),
        // Nothing else happens before there is something to see.
        (_, None) => {}
    })
}

fn emit_as(host: &Host, name: EventName, detail: &JsValue) {
    host.emit(name.as_str(), detail, name.is_cancelable());
}

pub(super) fn emit(host: &Host, event: &HostEvent) {
    let (name, detail) = match event {
        HostEvent::Connect(message) => (EventName::Connect, to_js(message)),
        HostEvent::Offer(offer) => (EventName::Offer, to_js(offer)),
        HostEvent::Check(report) => (EventName::Check, to_js(&**report)),
        HostEvent::Complete(completion) => (EventName::Complete, to_js(completion)),
        HostEvent::Status(update) => (EventName::Status, to_js(update)),
        HostEvent::Error(error) => (EventName::Error, to_js(error)),
    };
    emit_as(host, name, &detail);
}

fn request_handoff(host: Host) -> Callback<Handoff, Decision> {
    Callback::from(move |handoff: Handoff| match deferred() {
        Some(deferred) => (deferred.hand_off)(&host, &handoff),
        None => Decision::Prevent,
    })
}

pub(super) fn hand_off(host: &Host, handoff: &Handoff) -> Decision {
    let files: Array = handoff.files.iter().collect();
    let institution = handoff.institution.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    let detail = Object::new();
    for (name, value) in [
        ("url", JsValue::from_str(&handoff.url)),
        ("institution", institution),
        ("files", files.into()),
        ("report", to_js(&*handoff.report)),
    ] {
        // A plain object takes any property.
        let _ = Reflect::set(&detail, &JsValue::from_str(name), &value);
    }
    if host.emit(EventName::Handoff.as_str(), &detail, EventName::Handoff.is_cancelable()) {
        Decision::Proceed
    } else {
        Decision::Prevent
    }
}

/// Asks the page for tokens; an error says what came instead, never the value itself.
fn token_source(host: Host) -> TokenSource {
    TokenSource::new(move || {
        let host = host.clone();
        async move {
            let answer = host.get_authorize_token().map_err(|thrown| format!("an exception ({})", kind_of(&thrown)))?;
            let token = JsFuture::from(Promise::resolve(&answer)).await;
            let token = token.map_err(|reason| format!("a rejection ({})", kind_of(&reason)))?;
            token.as_string().ok_or_else(|| kind_of(&token))
        }
    })
}
