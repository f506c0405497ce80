//! Has files checked, a few at a time, by a checker in a worker or in this page.

use crate::browser::{
    ask::{ask, digest_of, report_of},
    local,
};
use crate::core::{
    files::{file::FileId, task::TaskResult},
    request::RequestId,
};
use gloo_timers::callback::Timeout;
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

/// Files that are checked at the same time: as many as one upload takes, so that a page that draws keeps none waiting. More
/// of them would only hold more memory.
const AT_A_TIME: usize = 24;
/// Outcomes of so many milliseconds are told together: each drawing of the list costs as much as looking into a file.
const TOGETHER: u32 = 50;

/// Where the check is done.
#[derive(Clone, PartialEq, Default)]
pub enum CheckSource {
    /// In this page, in small slices of time (feature `worker`).
    #[default]
    Here,
    /// By a function `(what, file) => Promise<Uint8Array>`, where `what` is `inspect` or `hash`. Before there is a file,
    /// when there may soon be one, it is called with `load`: its answer doesn't matter. It rejects with an
    /// error named `NotReadableError` for a file that can't be read, with any other when the check itself was lost.
    Function(Function),
}

/// One job, begun when its turn comes.
type Job = Pin<Box<dyn Future<Output = TaskResult>>>;

/// Has files checked. Dropped, it forgets what waits and lets nobody hear of what is under way.
pub struct Checker {
    source: CheckSource,
    queue: Rc<Queue>,
}

struct Queue {
    waiting: RefCell<VecDeque<(FileId, Job)>>,
    running: Cell<usize>,
    /// What was not told yet.
    results: RefCell<Vec<TaskResult>>,
    clock: RefCell<Option<Timeout>>,
    tell: Box<dyn Fn(Vec<TaskResult>)>,
    is_closed: Cell<bool>,
}

impl Checker {
    /// A checker that asks this source, and tells what came of it.
    pub fn new(source: CheckSource, tell: impl Fn(Vec<TaskResult>) + 'static) -> Self {
        let queue = Queue {
            waiting: RefCell::default(),
            running: Cell::default(),
            results: RefCell::default(),
            clock: RefCell::default(),
            tell: Box::new(tell),
            is_closed: Cell::default(),
        };
        Self { source, queue: Rc::new(queue) }
    }

    /// There may soon be files: whoever looks into them can be loaded.
    pub fn prepare(&self) {
        if let CheckSource::Function(function) = &self.source {
            let _ = function.call1(&JsValue::UNDEFINED, &JsValue::from_str("load"));
        }
    }

    /// Looks into a file.
    pub fn inspect(&self, id: FileId, request: RequestId, file: File) {
        let source = self.source.clone();
        self.enqueue(id, async move {
            let answer = match &source {
                CheckSource::Here => local::inspect(&file).await,
                CheckSource::Function(function) => report_of(ask(function, &JsValue::from_str("inspect"), &file).await),
            };
            TaskResult::Inspected(request, answer)
        });
    }

    /// Hashes a file's bytes.
    pub fn hash(&self, id: FileId, request: RequestId, file: File) {
        let source = self.source.clone();
        self.enqueue(id, async move {
            let answer = match &source {
                CheckSource::Here => local::hash(&file).await.map(Some),
                CheckSource::Function(function) => digest_of(ask(function, &JsValue::from_str("hash"), &file).await),
            };
            TaskResult::Hashed(request, answer)
        });
    }

    /// Forgets the work on a file that has not begun.
    pub fn forget(&self, id: FileId) {
        self.queue.waiting.borrow_mut().retain(|(waiting, _)| *waiting != id);
    }

    fn enqueue(&self, id: FileId, job: impl Future<Output = TaskResult> + 'static) {
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
                let result = job.await;
                queue.running.set(queue.running.get() - 1);
                queue.results.borrow_mut().push(result);
                Self::run(&queue);
                Self::tell_soon(&queue);
            });
        }
    }

    /// At once where no more is to come.
    fn tell_soon(queue: &Rc<Self>) {
        if queue.running.get() == 0 {
            queue.clock.take();
            return queue.tell();
        }
        // Weak, or queue and clock would keep each other.
        let late = Rc::downgrade(queue);
        queue.clock.borrow_mut().get_or_insert_with(|| {
            Timeout::new(TOGETHER, move || {
                let Some(queue) = late.upgrade() else { return };
                // It has rung: there is nothing to call off.
                queue.clock.take().map(Timeout::forget);
                queue.tell();
            })
        });
    }

    fn tell(&self) {
        if !self.is_closed.get() {
            (self.tell)(self.results.take());
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.queue.is_closed.set(true);
        self.queue.waiting.borrow_mut().clear();
        self.queue.results.borrow_mut().clear();
        self.queue.clock.take();
    }
}
