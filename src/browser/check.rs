//! Looks into files, a few at a time, without reading more of them than needed.

use super::pick::picked_file;
use crate::{
    core::{
        batch::{Batch, Digest, FileId, Ticket, Tickets, Unreadable, Work},
        limits::Limits,
        report::Report,
    },
    pdf::{FileKind, PdfReport, State},
};
use js_sys::{Promise, Uint8Array};
use sha2::{Digest as _, Sha256};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File};

/// Files that are read at the same time. Reads overlap; more of them would only hold more memory.
const AT_A_TIME: usize = 4;
/// How much of a file is looked at to tell its kind, in bytes.
const HEAD: u64 = 1024;
/// How much is hashed in one go, in bytes: short enough for a page to stay smooth.
const CHUNK: u64 = 1 << 20;

/// Finishes one job: reads, then tells.
type Job = Box<dyn FnOnce(Rc<Queue>)>;

/// Does the work on files. Dropped, it forgets what waits and lets nobody hear of what is under way.
#[derive(Default)]
pub struct Checker {
    queue: Rc<Queue>,
}

#[derive(Default)]
struct Queue {
    waiting: RefCell<VecDeque<(FileId, Job)>>,
    running: Cell<usize>,
    is_closed: Cell<bool>,
}

impl Checker {
    /// Looks into a file, and tells what it is.
    pub fn inspect(
        &self,
        id: FileId,
        ticket: Ticket,
        file: File,
        tell: impl FnOnce(Ticket, Result<PdfReport, Unreadable>) + 'static,
    ) {
        self.enqueue(id, async move { inspect(&file).await }, move |answer| tell(ticket, answer));
    }

    /// Hashes a file's bytes.
    pub fn hash(
        &self,
        id: FileId,
        ticket: Ticket,
        file: File,
        tell: impl FnOnce(Ticket, Result<Digest, Unreadable>) + 'static,
    ) {
        self.enqueue(id, async move { hash(&file).await }, move |answer| tell(ticket, answer));
    }

    /// Forgets the work on a file that has not begun.
    pub fn forget(&self, id: FileId) {
        self.queue.waiting.borrow_mut().retain(|(waiting, _)| *waiting != id);
    }

    fn enqueue<T: 'static>(&self, id: FileId, work: impl Future<Output = T> + 'static, tell: impl FnOnce(T) + 'static) {
        let job = Box::new(move |queue: Rc<Queue>| {
            spawn_local(async move {
                let answer = work.await;
                queue.running.set(queue.running.get() - 1);
                if !queue.is_closed.get() {
                    tell(answer);
                    Queue::run(&queue);
                }
            });
        });
        self.queue.waiting.borrow_mut().push_back((id, job));
        Queue::run(&self.queue);
    }
}

impl Queue {
    fn run(queue: &Rc<Self>) {
        while queue.running.get() < AT_A_TIME {
            let next = queue.waiting.borrow_mut().pop_front();
            let Some((_, job)) = next else { return };
            queue.running.set(queue.running.get() + 1);
            job(Rc::clone(queue));
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.queue.is_closed.set(true);
        self.queue.waiting.borrow_mut().clear();
    }
}

/// Checks files without any face: the report on all of them, once every verdict is there.
pub async fn check_files(files: Vec<File>, limits: &Limits) -> Report {
    let mut batch = Batch::default();
    let mut tickets = Tickets::default();
    let work = batch.add(files.iter().map(picked_file).collect(), &mut tickets);
    let file_of = |id: FileId| batch.ids().position(|other| other == id).and_then(|at| files.get(at)).cloned();
    let checker = Checker::default();
    let answers: Rc<RefCell<Vec<Answer>>> = Rc::default();
    let mut all_told = Vec::new();
    for work in work {
        let (told, tell) = answer_to(&answers);
        match work {
            Work::Inspect { id, ticket } => {
                let Some(file) = file_of(id) else { continue };
                checker.inspect(id, ticket, file, move |ticket, answer| tell(Answer::Inspected(ticket, answer)));
            }
            Work::Hash { id, ticket } => {
                let Some(file) = file_of(id) else { continue };
                checker.hash(id, ticket, file, move |ticket, answer| tell(Answer::Hashed(ticket, answer)));
            }
        }
        all_told.push(told);
    }
    for told in all_told {
        // It is resolved, never rejected.
        let _ = JsFuture::from(told).await;
    }
    for answer in answers.take() {
        match answer {
            Answer::Inspected(ticket, answer) => batch.inspected(ticket, answer),
            Answer::Hashed(ticket, answer) => batch.hashed(ticket, answer),
        };
    }
    batch.report(limits)
}

enum Answer {
    Inspected(Ticket, Result<PdfReport, Unreadable>),
    Hashed(Ticket, Result<Digest, Unreadable>),
}

/// A promise, and what keeps it: the answer is put with the others.
fn answer_to(answers: &Rc<RefCell<Vec<Answer>>>) -> (Promise, impl FnOnce(Answer) + 'static) {
    let answers = Rc::clone(answers);
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    let tell = move |answer| {
        answers.borrow_mut().push(answer);
        if let Some(resolve) = keep {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    };
    (promise, tell)
}

async fn inspect(file: &File) -> Result<PdfReport, Unreadable> {
    let head = read(file, 0, HEAD).await?.to_vec();
    Ok(PdfReport::of_kind(FileKind::of(&head), State::Whole))
}

async fn hash(file: &File) -> Result<Digest, Unreadable> {
    let size = size_of(file);
    let mut hasher = Sha256::new();
    let mut offset = 0;
    while offset < size {
        let chunk = read(file, offset, CHUNK).await?;
        if chunk.length() == 0 {
            return Err(Unreadable);
        }
        offset += u64::from(chunk.length());
        hasher.update(chunk.to_vec());
    }
    Ok(hasher.finalize().into())
}

/// Reads a slice. A file that was changed, moved or withdrawn since it was picked can't be read any more.
async fn read(file: &File, offset: u64, length: u64) -> Result<Uint8Array, Unreadable> {
    let end = offset.saturating_add(length).min(size_of(file));
    #[expect(clippy::cast_precision_loss, reason = "sizes of files came from numbers of JavaScript")]
    let slice: Blob = file.slice_with_f64_and_f64(offset as f64, end as f64).map_err(|_| Unreadable)?;
    let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|_| Unreadable)?;
    let bytes = Uint8Array::new(buffer.unchecked_ref());
    if u64::from(bytes.length()) == end.saturating_sub(offset) { Ok(bytes) } else { Err(Unreadable) }
}

/// The size in bytes.
pub(super) fn size_of(file: &File) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole and not negative")]
    let size = file.size() as u64;
    size
}
