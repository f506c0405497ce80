//! At most [`MAX_CONCURRENT`] files are checked in this wasm at the same time; the others wait for their turn.

use crate::core::files::intake::MAX_CONCURRENT;
use js_sys::{Function, Promise};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::Future,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
    /// What resolves the promises of those who wait, first come first served.
    static WAITING: RefCell<VecDeque<Function>> = const { RefCell::new(VecDeque::new()) };
}

/// Does this work when its turn comes; `None` if it was aborted by then.
pub(super) async fn run<T>(signal: Option<AbortSignal>, work: impl Future<Output = T>) -> Option<T> {
    let _slot = Slot::take().await;
    if signal.is_some_and(|signal| signal.aborted()) { None } else { Some(work.await) }
}

/// The right to check one file; whoever waits gets it when this is dropped.
struct Slot;

impl Slot {
    async fn take() -> Self {
        if TAKEN.get() < MAX_CONCURRENT {
            TAKEN.set(TAKEN.get() + 1);
        } else {
            let turn = Promise::new(&mut |resolve, _| WAITING.with_borrow_mut(|waiting| waiting.push_back(resolve)));
            // It never rejects, and comes with a slot that stays taken.
            let _ = JsFuture::from(turn).await;
        }
        Self
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        match WAITING.with_borrow_mut(VecDeque::pop_front) {
            Some(resolve) => drop(resolve.call0(&JsValue::UNDEFINED)),
            None => TAKEN.set(TAKEN.get() - 1),
        }
    }
}
