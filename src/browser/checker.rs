//! Asks for the check of files, and tells the answers together.
//!
//! How many files are checked at the same time is decided where they are checked: in `www/checker/client.js`, or in
//! `slots` for a check in this wasm. Answers about a file that was forgotten are told to nobody.

use crate::browser::{
    host::Host,
    js_call::{answer_of, digest_of, report_of},
};
#[cfg(feature = "worker")]
use crate::browser::{in_page, slots};
use crate::core::files::{
    file::FileId,
    task::{Task, TaskResult},
};
use gloo_timers::callback::Timeout;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, File};

/// Results of so many milliseconds are told together: each drawing of the list costs as much as the check of a file.
const COALESCE_MS: u32 = 50;

/// Who checks files.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "worker", derive(Default))]
pub enum CheckSource {
    /// This wasm, in small slices of time (feature `worker`).
    #[cfg(feature = "worker")]
    #[default]
    InProcess,
    /// The page, by [`Host::inspect`], [`Host::hash`] and [`Host::preload`].
    Host(Host),
}

/// Asks for checks. Dropped, it aborts what has not begun and tells nothing more.
pub struct Checker {
    source: CheckSource,
    shared: Rc<Shared>,
}

/// One check that was asked for and not answered.
struct Job {
    number: u32,
    file: FileId,
    abort: Option<AbortController>,
}

struct Shared {
    jobs: RefCell<Vec<Job>>,
    last_number: Cell<u32>,
    /// What was not told yet.
    results: RefCell<Vec<TaskResult>>,
    timer: RefCell<Option<Timeout>>,
    on_results: Box<dyn Fn(Vec<TaskResult>)>,
}

impl Checker {
    /// A checker that asks this source and passes on the results.
    pub fn new(source: CheckSource, on_results: impl Fn(Vec<TaskResult>) + 'static) -> Self {
        let shared = Shared {
            jobs: RefCell::default(),
            last_number: Cell::default(),
            results: RefCell::default(),
            timer: RefCell::default(),
            on_results: Box::new(on_results),
        };
        Self { source, shared: Rc::new(shared) }
    }

    /// There may soon be files: the checker can be loaded.
    pub fn preload(&self) {
        match &self.source {
            #[cfg(feature = "worker")]
            CheckSource::InProcess => {}
            CheckSource::Host(host) => host.preload(),
        }
    }

    /// Asks for what a task wants to know of a file.
    pub fn start(&self, task: Task, file: File) {
        let (Task::Inspect { id, .. } | Task::Hash { id, .. }) = task;
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let number = self.shared.last_number.get().wrapping_add(1);
        self.shared.last_number.set(number);
        self.shared.jobs.borrow_mut().push(Job { number, file: id, abort });
        let (shared, source) = (Rc::clone(&self.shared), self.source.clone());
        spawn_local(async move {
            let result = source.perform(task, &file, signal).await;
            Shared::end(&shared, number, result);
        });
    }

    /// Forgets all that was asked about a file; what has not begun is not done.
    pub fn forget(&self, id: FileId) {
        self.shared.abort(|job| job.file == id);
    }
}

impl CheckSource {
    /// The result; `None` if the signal was aborted before the file's turn.
    async fn perform(self, task: Task, file: &File, signal: Option<AbortSignal>) -> Option<TaskResult> {
        Some(match self {
            #[cfg(feature = "worker")]
            Self::InProcess => match task {
                Task::Inspect { request, .. } => {
                    TaskResult::Inspected(request, slots::run(signal, in_page::inspect(file)).await?)
                }
                Task::Hash { request, .. } => {
                    TaskResult::Hashed(request, slots::run(signal, in_page::hash(file)).await?.map(Some))
                }
            },
            Self::Host(host) => {
                let call = match task {
                    Task::Inspect { .. } => host.inspect(file, signal.as_ref()),
                    Task::Hash { .. } => host.hash(file, signal.as_ref()),
                };
                let answer = answer_of(call).await;
                match task {
                    Task::Inspect { request, .. } => TaskResult::Inspected(request, report_of(answer)),
                    Task::Hash { request, .. } => TaskResult::Hashed(request, digest_of(answer)),
                }
            }
        })
    }
}

impl Shared {
    fn abort(&self, is_meant: impl Fn(&Job) -> bool) {
        let (meant, others) = self.jobs.take().into_iter().partition(is_meant);
        self.jobs.replace(others);
        let meant: Vec<Job> = meant;
        for abort in meant.into_iter().filter_map(|job| job.abort) {
            abort.abort();
        }
    }

    /// Keeps the result until it is told; nobody waits for that of a job that was aborted.
    fn end(shared: &Rc<Self>, number: u32, result: Option<TaskResult>) {
        let place = shared.jobs.borrow().iter().position(|job| job.number == number);
        let Some(place) = place else { return };
        shared.jobs.borrow_mut().swap_remove(place);
        shared.results.borrow_mut().extend(result);
        // At once where no more is to come.
        if shared.jobs.borrow().is_empty() {
            shared.timer.take();
            return shared.tell();
        }
        // Weak, or the jobs and the timer would keep each other.
        let late = Rc::downgrade(shared);
        shared.timer.borrow_mut().get_or_insert_with(|| {
            Timeout::new(COALESCE_MS, move || {
                let Some(shared) = late.upgrade() else { return };
                // It has rung: there is nothing to cancel.
                shared.timer.take().map(Timeout::forget);
                shared.tell();
            })
        });
    }

    fn tell(&self) {
        let results = self.results.take();
        if !results.is_empty() {
            (self.on_results)(results);
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.shared.abort(|_| true);
        self.shared.results.borrow_mut().clear();
        self.shared.timer.take();
    }
}
