//! What the component listens to beyond itself: messages, pastes, visibility, and drops beside it.

use super::{FlinksUpload, Msg};
use crate::{browser::Listener, core::session::Event};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent};
use yew::{Context, NodeRef};

/// The listeners; dropped, they are removed.
pub(super) fn listeners(ctx: &Context<FlinksUpload>, frame: NodeRef) -> Vec<Listener> {
    let on_message = ctx.link().callback(Msg::Message);
    let on_paste = ctx.link().callback(Msg::Pasted);
    let window = web_sys::window();
    let document = window.as_ref().and_then(web_sys::Window::document);
    let mut listeners: Vec<Listener> =
        Listener::for_messages(move || frame.cast(), move |event| on_message.emit(event)).into_iter().collect();
    listeners.extend(document.as_ref().map(|document| {
        Listener::new(document, "paste", move |event| {
            if let Ok(event) = event.clone().dyn_into::<ClipboardEvent>() {
                on_paste.emit(event);
            }
        })
    }));
    let on_visibility = ctx.link().callback(Msg::Session);
    listeners.extend(document.map(|document| {
        Listener::new(&document.clone(), "visibilitychange", move |_| {
            on_visibility.emit(Event::Hidden(document.hidden()));
        })
    }));
    // A file that is dropped beside the drop zone would replace the page, and lose everything that was picked.
    for event_type in ["dragover", "drop"] {
        listeners.extend(window.as_ref().map(|window| {
            Listener::new(window, event_type, |event| {
                let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                if transfer.is_some_and(|data| data.types().includes(&"Files".into(), 0)) && !event.default_prevented()
                {
                    event.prevent_default();
                }
            })
        }));
    }
    listeners
}
