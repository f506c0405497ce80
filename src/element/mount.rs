//! The component inside a custom element.

use crate::element::value::{files_of, kind_of, to_js};
use crate::{
    browser::{CheckSource, FollowSource, attributes_of, nearest_language},
    component::{Decision, FlinksUpload, FlinksUploadProps, Handle, Handoff, TokenSource},
    core::{
        config::{Attributes, Config},
        error::UploadError,
        event_name::EventName,
        files::file::FileId,
        session::HostEvent,
    },
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::Serialize;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit, Element, Event, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

/// A component that is mounted in an element.
#[wasm_bindgen]
pub struct Mounted {
    app: RefCell<Option<AppHandle<FlinksUpload>>>,
    props: RefCell<FlinksUploadProps>,
    handle: Rc<RefCell<Option<Handle>>>,
    host: HtmlElement,
    is_alive: Rc<Cell<bool>>,
}

/// Mounts the component below `root`, which stands in the shadow root of `host`; events are those of `host`. What is
/// mounted takes part from the moment that `ready` is called. Files are looked into by `check`, and the
/// host's event stream is read by `follow`; `receipt` hears of the click with which staff ask for one.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    host: HtmlElement,
    attributes: &JsValue,
    check: Function,
    follow: Function,
    receipt: Function,
    ready: Function,
) -> Mounted {
    let is_alive = Rc::new(Cell::new(true));
    let handle: Rc<RefCell<Option<Handle>>> = Rc::default();
    let slot = Rc::clone(&handle);
    let props = FlinksUploadProps {
        config: read(attributes, &host),
        on_host_event: tell_host(&host, &is_alive),
        on_handoff: propose_to_host(&host),
        token: Some(ask_host(&host)),
        check: CheckSource::Function(check),
        follow: FollowSource::Function(follow),
        on_receipt: Some(Callback::from(move |event: Event| {
            // The element's own function, which throws nothing.
            let _ = receipt.call1(&JsValue::UNDEFINED, &event);
        })),
        on_ready: Callback::from(move |handle: Handle| {
            slot.replace(Some(handle));
            // The element's own function, which throws nothing.
            let _ = ready.call0(&JsValue::UNDEFINED);
        }),
    };
    let app = Renderer::<FlinksUpload>::with_root_and_props(root, props.clone()).render();
    Mounted { app: RefCell::new(Some(app)), props: RefCell::new(props), handle, host, is_alive }
}

#[wasm_bindgen]
impl Mounted {
    /// Takes changed attributes in.
    pub fn configure(&self, attributes: &JsValue) {
        let mut props = self.props.borrow_mut();
        props.config = read(attributes, &self.host);
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props.clone());
        }
    }

    /// Adds files.
    #[wasm_bindgen(js_name = addFiles)]
    pub fn add_files(&self, files: &Array) {
        self.ask(|handle| handle.add_files(files_of(files)));
    }

    /// Forgets a file.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&self, id: u32) {
        self.ask(|handle| handle.remove_file(FileId(id)));
    }

    /// Offers upload.
    #[wasm_bindgen(js_name = offerUpload)]
    pub fn offer_upload(&self) {
        self.ask(Handle::offer_upload);
    }

    /// Goes on to the upload screen.
    #[wasm_bindgen(js_name = handOff)]
    pub fn hand_off(&self) {
        self.ask(Handle::hand_off);
    }

    /// Begins anew.
    pub fn reset(&self) {
        self.ask(Handle::reset);
    }

    /// The picked files.
    pub fn files(&self) -> Array {
        self.handle.borrow().iter().flat_map(Handle::files).collect()
    }

    /// The newest report.
    pub fn report(&self) -> JsValue {
        self.handle.borrow().as_ref().map_or(JsValue::NULL, |handle| to_js(&*handle.report()))
    }

    /// Releases everything: frames, listeners, timers, files.
    pub fn destroy(&self) {
        self.is_alive.set(false);
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }
}

impl Mounted {
    fn ask(&self, what: impl FnOnce(&Handle)) {
        if let Some(handle) = self.handle.borrow().as_ref() {
            what(handle);
        }
    }
}

fn read(attributes: &JsValue, host: &Element) -> Result<Config, Vec<UploadError>> {
    Attributes { nearest_language: nearest_language(host), ..attributes_of(attributes) }.read()
}

fn tell_host(host: &HtmlElement, is_alive: &Rc<Cell<bool>>) -> Callback<HostEvent> {
    let (host, is_alive) = (host.clone(), Rc::clone(is_alive));
    Callback::from(move |event: HostEvent| {
        if is_alive.get() {
            match &event {
                HostEvent::Connect(message) => dispatch(&host, EventName::Connect, message),
                HostEvent::Offer(offer) => dispatch(&host, EventName::Offer, offer),
                HostEvent::Check(report) => dispatch(&host, EventName::Check, &**report),
                HostEvent::Complete(completion) => dispatch(&host, EventName::Complete, completion),
                HostEvent::Status(news) => dispatch(&host, EventName::Status, news),
                HostEvent::Error(error) => dispatch(&host, EventName::Error, error),
            }
        }
    })
}

fn propose_to_host(host: &HtmlElement) -> Callback<Handoff, Decision> {
    let host = host.clone();
    Callback::from(move |handoff: Handoff| {
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
        if dispatch_detail(&host, EventName::Handoff, &detail) { Decision::Proceed } else { Decision::Prevent }
    })
}

/// Asks the element's `getAuthorizeToken`, as it is at that moment.
fn ask_host(host: &HtmlElement) -> TokenSource {
    let host = host.clone();
    TokenSource::new(move || {
        let host = host.clone();
        async move {
            let ask = Reflect::get(&host, &JsValue::from_str("getAuthorizeToken")).unwrap_or(JsValue::UNDEFINED);
            let ask: &Function = ask.dyn_ref().ok_or_else(|| kind_of(&ask))?;
            let promise = ask.call0(&host).map_err(|thrown| format!("an exception ({})", kind_of(&thrown)))?;
            let token = JsFuture::from(Promise::resolve(&promise)).await;
            let token = token.map_err(|reason| format!("a rejection ({})", kind_of(&reason)))?;
            token.as_string().ok_or_else(|| kind_of(&token))
        }
    })
}

fn dispatch(host: &HtmlElement, event: EventName, detail: &impl Serialize) {
    dispatch_detail(host, event, &to_js(detail));
}

/// Says whether nobody kept the event from its consequences.
fn dispatch_detail(host: &HtmlElement, event: EventName, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(event.is_cancelable());
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(event.as_str(), &init)
        .and_then(|event| host.dispatch_event(&event))
        .unwrap_or(true)
}
