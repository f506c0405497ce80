//! Asks for the check of files, and tells the answers together.
//!
//! No more is asked for at a time than is checked at a time; the rest waits here, where it costs nothing. Verdicts come first:
//! pages are read when no check is under way, a few files at a time. Passwords are tried one at a time, beside the checks.
//! Answers about a file that was forgotten are told to nobody.

#[cfg(feature = "worker")]
use crate::browser::{fallback::FallbackParser, in_page, slots};
use crate::browser::{
    host::Host,
    js_call::{answer_of, digest_of, facts_of, report_of, unlocked_of},
    pick::{named_copy, picked_file},
};
use crate::core::{
    files::{
        file::{FileId, unlocked_name},
        intake::MAX_CONCURRENT,
        lock::UnlockFailure,
        task::TaskResult,
    },
    redacted::Redacted,
    request::RequestId,
};
use gloo_timers::callback::Timeout;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
#[cfg(feature = "worker")]
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, File};

/// Results of so many milliseconds are told together: each drawing of the list costs as much as the check of a file.
const COALESCE_MS: u32 = 50;
/// A millisecond more for so many jobs that are still to come: a report on many files costs more.
const JOBS_PER_MS: u32 = 10;

/// As many files are read at a time: enough to keep the checker busy, and few enough for the check of another file not to wait.
const MAX_CONCURRENT_READS: usize = 4;

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

/// What is done with a file, in the order of its importance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum JobKind {
    /// It is inspected or hashed: what its verdict needs.
    Check,
    /// Its pages are read, which takes longer.
    Read,
    /// A password is tried. One at a time, since each try holds a file in memory: those that wait must keep no check from its
    /// turn.
    Unlock,
}

/// One request that was not answered.
struct Job {
    number: u32,
    file: FileId,
    kind: JobKind,
    abort: Option<AbortController>,
    /// Begins it; none once it has begun.
    begin: Option<Box<dyn FnOnce(Option<AbortSignal>)>>,
}

struct Shared {
    /// In the order asked for: of each kind, those that have begun are the first.
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

    /// Asks for the check of a file. If it is to be read afterwards, its document is kept until then.
    pub fn inspect(&self, id: FileId, request: RequestId, file: File, is_read_next: bool) {
        let source = self.source.clone();
        self.start(id, JobKind::Check, async move |signal: Option<AbortSignal>| {
            let report = match source {
                #[cfg(feature = "worker")]
                CheckSource::InProcess => {
                    let key: &JsValue = if is_read_next { file.as_ref() } else { &JsValue::UNDEFINED };
                    slots::run(signal, in_page::inspect_with(&file, key, &FallbackParser::default())).await?
                }
                CheckSource::Host(host) => {
                    report_of(answer_of(host.inspect(&file, is_read_next, signal.as_ref())).await)
                }
            };
            Some(TaskResult::Inspected(request, report))
        });
    }

    /// Asks what a file says, of which the institution is compared with the one that was selected.
    pub fn read(&self, id: FileId, request: RequestId, file: File, institution: Option<String>) {
        let source = self.source.clone();
        self.start(id, JobKind::Read, async move |signal: Option<AbortSignal>| {
            let institution = institution.as_deref();
            let facts = match source {
                #[cfg(feature = "worker")]
                CheckSource::InProcess => {
                    let read = in_page::read(&file, &file, institution);
                    slots::run(signal, read).await?.unwrap_or_default()
                }
                CheckSource::Host(host) => facts_of(answer_of(host.read(&file, institution, signal.as_ref())).await),
            };
            Some(TaskResult::Read(request, Box::new(facts)))
        });
    }

    /// Asks for the hash of a file's bytes.
    pub fn hash(&self, id: FileId, request: RequestId, file: File) {
        let source = self.source.clone();
        self.start(id, JobKind::Check, async move |signal: Option<AbortSignal>| {
            let digest = match source {
                #[cfg(feature = "worker")]
                CheckSource::InProcess => slots::run(signal, in_page::hash(&file)).await?.map(Some),
                CheckSource::Host(host) => digest_of(answer_of(host.hash(&file, signal.as_ref())).await),
            };
            Some(TaskResult::Hashed(request, digest))
        });
    }

    /// Asks for an unlocked copy of a file, and gives it to `keep` before the result is told. `suffix` becomes part of its name.
    pub fn unlock(
        &self,
        id: FileId,
        request: RequestId,
        file: File,
        password: Redacted,
        suffix: String,
        keep: impl FnOnce(File) + 'static,
    ) {
        let source = self.source.clone();
        self.start(id, JobKind::Unlock, async move |signal: Option<AbortSignal>| {
            let copy = match source {
                #[cfg(feature = "worker")]
                CheckSource::InProcess => slots::run(signal, in_page::unlock(&file, &password)).await?,
                CheckSource::Host(host) => unlocked_of(host.unlock(&file, &password, signal.as_ref())).await,
            };
            let name = unlocked_name(&file.name(), &suffix);
            let copy = copy.and_then(|copy| named_copy(&copy, &name).ok_or(UnlockFailure::Failed));
            let answer = copy.map(|copy| {
                let description = picked_file(&copy);
                keep(copy);
                description
            });
            Some(TaskResult::Unlocked(request, answer))
        });
    }

    /// Forgets all that was asked about these files; what has not begun is not done.
    pub fn forget(&self, files: &[FileId]) {
        self.shared.abort(|job| files.contains(&job.file));
    }

    fn start<F: AsyncFnOnce(Option<AbortSignal>) -> Option<TaskResult> + 'static>(
        &self,
        file: FileId,
        kind: JobKind,
        work: F,
    ) {
        let number = self.shared.last_number.get().wrapping_add(1);
        self.shared.last_number.set(number);
        let shared = Rc::downgrade(&self.shared);
        let begin = Box::new(move |signal: Option<AbortSignal>| {
            spawn_local(async move {
                let result = work(signal).await;
                if let Some(shared) = shared.upgrade() {
                    Shared::end(&shared, number, result);
                }
            });
        });
        self.shared.jobs.borrow_mut().push(Job { number, file, kind, abort: None, begin: Some(begin) });
        self.shared.begin();
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
        self.begin();
    }

    /// Begins as many jobs as may be under way.
    fn begin(&self) {
        let mut jobs = self.jobs.borrow_mut();
        let is_checking = jobs.iter().any(|job| job.kind == JobKind::Check);
        let (mut checks, mut reads, mut unlocks) = (MAX_CONCURRENT, MAX_CONCURRENT_READS, 1_usize);
        for job in jobs.iter_mut() {
            if job.kind == JobKind::Read && is_checking && job.begin.is_some() {
                continue;
            }
            let free = match job.kind {
                JobKind::Check => &mut checks,
                JobKind::Read => &mut reads,
                JobKind::Unlock => &mut unlocks,
            };
            let Some(rest) = free.checked_sub(1) else { continue };
            *free = rest;
            if let Some(begin) = job.begin.take() {
                job.abort = AbortController::new().ok();
                begin(job.abort.as_ref().map(AbortController::signal));
            }
        }
    }

    /// Keeps the result until it is told; nobody waits for that of a job that was aborted.
    fn end(shared: &Rc<Self>, number: u32, result: Option<TaskResult>) {
        let place = shared.jobs.borrow().iter().position(|job| job.number == number);
        let Some(place) = place else { return };
        let ended = shared.jobs.borrow_mut().remove(place);
        shared.begin();
        shared.results.borrow_mut().extend(result);
        // At once where no more of it is to come: verdicts don't wait for pages.
        if !shared.jobs.borrow().iter().any(|job| job.kind <= ended.kind) {
            shared.timer.take();
            return shared.tell();
        }
        // Weak, or the jobs and the timer would keep each other.
        let late = Rc::downgrade(shared);
        #[expect(clippy::cast_possible_truncation, reason = "a batch is bounded")]
        let pause = COALESCE_MS + shared.jobs.borrow().len() as u32 / JOBS_PER_MS;
        shared.timer.borrow_mut().get_or_insert_with(|| {
            Timeout::new(pause, move || {
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
