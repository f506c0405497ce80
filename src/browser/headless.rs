//! The check of a batch without the component: what to ask about its files, and the report made of the answers.
//!
//! Both functions start from the files themselves, so that a worker that was lost between the two calls does not matter.

use crate::browser::{
    js_call::{Answer, digest_of, facts_of, report_of},
    pick::picked_file,
};
use crate::core::{
    files::{
        batch::Batch,
        file::FileId,
        limits::Limits,
        report::Report,
        requirements::Requirements,
        task::{Task, TaskResult},
    },
    request::RequestIds,
};
use serde::Serialize;
use web_sys::File;

/// The batch that these files make, and its tasks, each with the index of its file.
pub(super) fn batch_of(files: &[File], request_ids: &mut RequestIds) -> (Batch, Vec<(Task, usize)>) {
    let mut batch = Batch::default();
    let work = batch.add((1..).map(FileId).zip(files.iter().map(picked_file)), request_ids);
    let work = with_places(&batch, work);
    (batch, work)
}

/// What to read of the files that were inspected, each with the index of its file.
pub(super) fn reads_of(
    batch: &mut Batch,
    requirements: &Requirements,
    request_ids: &mut RequestIds,
) -> Vec<(Task, usize)> {
    if !requirements.reads_statements {
        return Vec::new();
    }
    let work = batch.read(requirements.institution.as_deref(), request_ids);
    with_places(batch, work)
}

fn with_places(batch: &Batch, work: Vec<Task>) -> Vec<(Task, usize)> {
    let ids: Vec<_> = batch.ids().collect();
    let place_of = |work: Task| {
        let (Task::Inspect { id, .. } | Task::Read { id, .. } | Task::Hash { id, .. }) = work;
        ids.iter().position(|other| *other == id).map(|place| (work, place))
    };
    work.into_iter().filter_map(place_of).collect()
}

/// What to ask the checker about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// `inspect`, `hash`, or `read`, which comes after the inspection of the file.
    pub method: &'static str,
    /// The index of the file.
    pub file: usize,
}

/// What to ask the checker about these files.
pub fn questions(files: &[File], requirements: &Requirements) -> Vec<Question> {
    let work = batch_of(files, &mut RequestIds::default()).1;
    let question = |&(work, file): &(Task, usize)| {
        let method = if matches!(work, Task::Inspect { .. }) { "inspect" } else { "hash" };
        Question { method, file }
    };
    let reading = work.iter().filter(|(work, _)| requirements.reads_statements && matches!(work, Task::Inspect { .. }));
    let reading = reading.map(|&(_, file)| Question { method: "read", file });
    work.iter().map(question).chain(reading).collect()
}

/// The report on files, given the answers in the order of the questions. A file without an answer is unchecked, or unread.
pub fn report_on(
    files: &[File],
    answers: impl Iterator<Item = Answer>,
    limits: &Limits,
    requirements: &Requirements,
) -> Report {
    let mut request_ids = RequestIds::default();
    let (mut batch, work) = batch_of(files, &mut request_ids);
    let mut answers = answers.chain(std::iter::repeat_with(|| Ok(None)));
    let mut inspected = Vec::new();
    for ((work, place), answer) in work.into_iter().zip(answers.by_ref()) {
        match work {
            Task::Inspect { request, .. } => {
                inspected.push(place);
                batch.apply(TaskResult::Inspected(request, report_of(answer)))
            }
            Task::Hash { request, .. } => batch.apply(TaskResult::Hashed(request, digest_of(answer))),
            Task::Read { .. } => false,
        };
    }
    let mut read: Vec<_> = inspected.into_iter().zip(answers).collect();
    for (work, place) in reads_of(&mut batch, requirements, &mut request_ids) {
        if let (Task::Read { request, .. }, Some(at)) = (work, read.iter().position(|(file, _)| *file == place)) {
            batch.apply(TaskResult::Read(request, Box::new(facts_of(read.swap_remove(at).1))));
        }
    }
    batch.report(limits, requirements)
}
