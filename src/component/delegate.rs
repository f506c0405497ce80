//! Listeners of the rendered elements, each kind delegated to one on the root.
//!
//! Yew would delegate them, too, but it never removes its own: each mount would leave its root and them in memory.

use crate::browser::Listener;
use js_sys::Array;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};
use yew::{Callback, NodeRef, virtual_dom::VTag};

/// What an element does on events of one type.
struct Delegated {
    node: NodeRef,
    event_type: &'static str,
    callback: Callback<Event>,
}

thread_local! {
    /// Of the view that is being built.
    static BUILT: RefCell<Vec<Delegated>> = const { RefCell::new(Vec::new()) };
}

/// Listens to events on an element of the view that is being built, also to those that do not bubble.
pub(super) fn on(tag: VTag, event_type: &'static str, callback: Callback<Event>) -> VTag {
    BUILT.with_borrow_mut(|built| built.push(Delegated { node: tag.node_ref.clone(), event_type, callback }));
    tag
}

/// The listeners on the root. Dropped, they are removed.
#[derive(Default)]
pub(super) struct Delegation {
    delegated: Rc<RefCell<Vec<Delegated>>>,
    listeners: RefCell<Vec<(&'static str, Listener)>>,
}

impl Delegation {
    /// Takes over what the view that was just built listens to.
    pub(super) fn renew(&self) {
        self.delegated.replace(BUILT.take());
    }

    /// Listens on the root to each type of event that the view asks for.
    pub(super) fn listen(&self, root: &Element) {
        let mut listeners = self.listeners.borrow_mut();
        for Delegated { event_type, .. } in &*self.delegated.borrow() {
            if !listeners.iter().any(|(known, _)| known == event_type) {
                let (delegated, event_type) = (Rc::clone(&self.delegated), *event_type);
                let listener = Listener::capturing(root, event_type, move |event| {
                    // Taken out first: a callback may render anew.
                    let callbacks = callbacks(&delegated.borrow(), event_type, &event.composed_path());
                    for callback in callbacks {
                        callback.emit(event.clone());
                    }
                });
                listeners.push((event_type, listener));
            }
        }
    }
}

/// The callbacks on the way of an event, in the order in which the elements were built: children before their parents.
fn callbacks(delegated: &[Delegated], event_type: &str, path: &Array) -> Vec<Callback<Event>> {
    let is_on_path = |node: &NodeRef| node.get().is_some_and(|node| path.includes(&JsValue::from(node), 0));
    let meant = delegated.iter().filter(|one| one.event_type == event_type && is_on_path(&one.node));
    meant.map(|one| one.callback.clone()).collect()
}
