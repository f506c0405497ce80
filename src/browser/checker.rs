//! Has files checked, a few at a time, by a checker in a worker or in this page.

use super::{
    ask::{ask, digest_of, report_of},
    local,
};
use crate::{
    core::batch::{Digest, FileId, Ticket, Unreadable},
    pdf::PdfReport,
};
use js_sys::Function;
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::Future,
    pin::Pin,
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// Files that are checked at the same time. Reads overlap; more of them would only hold more memory.
const AT_A_TIME: usize = 4;

/// Where the check is done.
#[derive(Clone, PartialEq, Default)]
pub enum CheckSource {
    /// In this page, in small slices of time (feature `worker`).
    #[default]
    Here,
    /// By a function `(what, file) => Promise<Uint8Array>`, where `what` is `inspect` or `hash`. It rejects with an
    /// error named `NotReadableError` for a file that can't be read, with any other when the check itself was lost.
    Function(Function),
}

/// One job, begun when its turn comes.
type Job = Pin<Box<dyn Future<Output = ()>>>;

/// Has files checked. Dropped, it forgets what waits and lets nobody hear of what is under way.
#[derive(Default)]
pub struct Checker {
    source: CheckSource,
    queue: Rc<Queue>,
}

#[derive(Default)]
struct Queue {
    waiting: RefCell<VecDeque<(FileId, Job)>>,
    running: Cell<usize>,
    is_closed: Cell<bool>,
}

impl Checker {
    /// A checker that asks this source.
    pub fn new(source: CheckSource) -> Self {
        Self { source, queue: Rc::default() }
    }

    /// Looks into a file, and tells what it is.
    pub fn inspect(
        &self,
        id: FileId,
        ticket: Ticket,
        file: File,
        tell: impl FnOnce(Ticket, Result<PdfReport, Unreadable>) + 'static,
    ) {
        let source = self.source.clone();
        self.enqueue(id, move |open| async move {
            let answer = match &source {
                CheckSource::Here => local::inspect(&file).await,
                CheckSource::Function(function) => report_of(ask(function, &JsValue::from_str("inspect"), &file).await),
            };
            if open() {
                tell(ticket, answer);
            }
        });
    }

    /// Hashes a file's bytes; no digest when the check was lost.
    pub fn hash(
        &self,
        id: FileId,
        ticket: Ticket,
        file: File,
        tell: impl FnOnce(Ticket, Result<Option<Digest>, Unreadable>) + 'static,
    ) {
        let source = self.source.clone();
        self.enqueue(id, move |open| async move {
            let answer = match &source {
                CheckSource::Here => local::hash(&file).await.map(Some),
                CheckSource::Function(function) => digest_of(ask(function, &JsValue::from_str("hash"), &file).await),
            };
            if open() {
                tell(ticket, answer);
            }
        });
    }

    /// Forgets the work on a file that has not begun.
    pub fn forget(&self, id: FileId) {
        self.queue.waiting.borrow_mut().retain(|(waiting, _)| *waiting != id);
    }

    /// The work is given a way to ask whether anybody listens still.
    fn enqueue<F: Future<Output = ()> + 'static>(&self, id: FileId, work: impl FnOnce(Box<dyn Fn() -> bool>) -> F) {
        let queue = Rc::clone(&self.queue);
        let job = work(Box::new(move || !queue.is_closed.get()));
        self.queue.waiting.borrow_mut().push_back((id, Box::pin(job)));
        Queue::run(&self.queue);
    }
}

impl Queue {
    fn run(queue: &Rc<Self>) {
        while queue.running.get() < AT_A_TIME {
            let next = queue.waiting.borrow_mut().pop_front();
            let Some((_, job)) = next else { return };
            queue.running.set(queue.running.get() + 1);
            let queue = Rc::clone(queue);
            spawn_local(async move {
                job.await;
                queue.running.set(queue.running.get() - 1);
                Self::run(&queue);
            });
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.queue.is_closed.set(true);
        self.queue.waiting.borrow_mut().clear();
    }
}
