//! What the component listens to beyond itself: messages, pastes, visibility, and drops beside it. What belongs to the rest
//! of the page is left to it.

use super::{FlinksUpload, Msg, files::add_from};
use crate::{
    browser::{Listener, dragged_files, list_files, pasted_files},
    core::{files::intake::is_file_copy, session::Event},
};
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Document, Element, Event as DomEvent, File, HtmlElement};
use yew::{Context, NodeRef};

/// Takes what is pasted itself.
const EDITABLE: &str = ":read-write";
/// The same, and another one of these components.
const APART: &str = ":read-write,.flinks-upload";
/// While one is open, the rest of the page is out of use.
const MODAL: &str = ":modal,[aria-modal=true]";
/// Takes files or text itself when they are dropped on it.
const TAKES_DROPS: &str = ":read-write,input[type=file]";

/// Messages of Connect come from the start.
pub(super) fn for_messages(ctx: &Context<FlinksUpload>, frame: NodeRef) -> Option<Listener> {
    let on_message = ctx.link().callback(Msg::Message);
    Listener::for_messages(move || frame.cast(), move |event| on_message.emit(event))
}

/// The listeners beside that; dropped, they are removed.
pub(super) fn listeners(component: &FlinksUpload, ctx: &Context<FlinksUpload>) -> Vec<Listener> {
    let window = web_sys::window();
    let document = window.as_ref().and_then(web_sys::Window::document);
    let (link, root, accepts) = (ctx.link().clone(), component.root.clone(), Rc::clone(&component.shared));
    let mut listeners = Vec::new();
    // On the window, after all that the page does about it.
    listeners.extend(window.as_ref().map(|window| {
        Listener::new(window, "paste", move |event| {
            let transfer = pasted_files(event).filter(|_| accepts.accepts_files.get() && !event.default_prevented());
            if let (Some(transfer), Some(root)) = (transfer, root.cast::<HtmlElement>())
                && is_meant_here(event, &transfer, &root)
            {
                // At once: it tells other elements that this one took it.
                event.prevent_default();
                add_from(&link, &transfer);
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
        let shared = Rc::clone(&component.shared);
        listeners.extend(window.as_ref().map(|window| {
            Listener::new(window, event_type, move |event| {
                let has_something_to_lose = shared.accepts_files.get() || !shared.files.borrow().is_empty();
                let is_stray = has_something_to_lose
                    && !event.default_prevented()
                    && !target_of(event).is_some_and(|at| is_in(&at, TAKES_DROPS));
                if let Some(transfer) = dragged_files(event).filter(|_| is_stray) {
                    event.prevent_default();
                    transfer.set_drop_effect("none");
                }
            })
        }));
    }
    listeners
}

/// Whether a paste is meant for the component, and not for a field or another element of the page.
fn is_meant_here(event: &DomEvent, transfer: &DataTransfer, root: &HtmlElement) -> bool {
    let names: Vec<String> = list_files(transfer.files().as_ref(), false).iter().map(File::name).collect();
    if root.offset_width() == 0 || !is_file_copy(&transfer.get_data("text/plain").unwrap_or_default(), &names) {
        return false;
    }
    // Some browsers send a paste to the selected text, whatever has the focus.
    let is_inside = event.composed_path().includes(root, 0) || root.matches(":focus-within").unwrap_or(false);
    let document = root.owner_document();
    let is_behind = !is_inside && document.as_ref().is_some_and(|document| is_behind_dialog(document, root));
    let focused = document.and_then(|document| document.active_element());
    // What has the focus inside of another custom element can't be seen everywhere.
    let is_hidden = focused.as_ref().is_some_and(|focused| focused.local_name().contains('-'));
    let apart = if is_inside { EDITABLE } else { APART };
    (is_inside || !is_hidden)
        && !is_behind
        && ![target_of(event), focused].into_iter().flatten().any(|at| is_in(&at, apart))
}

/// Whether a modal dialog is open, and the component is not in it.
fn is_behind_dialog(document: &Document, root: &HtmlElement) -> bool {
    let dialog = document.query_selector(MODAL).ok().flatten();
    // Without a layout it has no width, and what has no host is in no dialog: both are asked as if they were elements.
    let is_open = dialog.is_some_and(|dialog| dialog.unchecked_into::<HtmlElement>().offset_width() > 0);
    let host = Reflect::get(&root.get_root_node(), &"host".into()).unwrap_or_default();
    is_open && !is_in(root, MODAL) && !is_in(host.unchecked_ref(), MODAL)
}

/// Where an event began, through the open shadow roots on the way.
fn target_of(event: &DomEvent) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

fn is_in(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}
