//! The check of a batch without the component: what to ask about its files, and the report made of the answers.
//!
//! Both functions start from the files themselves, so that a worker that was lost between the two calls does not matter.

use crate::browser::{
    js_call::{Answer, digest_of, report_of},
    pick::picked_file,
};
use crate::core::{
    files::{
        batch::Batch,
        file::FileId,
        limits::Limits,
        report::Report,
        task::{Task, TaskResult},
    },
    request::RequestIds,
};
use serde::Serialize;
use web_sys::File;

/// The batch that these files make, and its tasks, each with the index of its file.
pub(super) fn batch_of(files: &[File]) -> (Batch, Vec<(Task, usize)>) {
    let mut batch = Batch::default();
    let work = batch.add((1..).map(FileId).zip(files.iter().map(picked_file)), &mut RequestIds::default());
    let ids: Vec<_> = batch.ids().collect();
    let place_of = |work: Task| {
        let (Task::Inspect { id, .. } | Task::Hash { id, .. }) = work;
        ids.iter().position(|other| *other == id).map(|place| (work, place))
    };
    (batch, work.into_iter().filter_map(place_of).collect())
}

/// What to ask the checker about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// `inspect` or `hash`.
    pub method: &'static str,
    /// The index of the file.
    pub file: usize,
}

/// What to ask the checker about these files.
pub fn questions(files: &[File]) -> Vec<Question> {
    let question = |(work, file)| {
        let method = if matches!(work, Task::Inspect { .. }) { "inspect" } else { "hash" };
        Question { method, file }
    };
    batch_of(files).1.into_iter().map(question).collect()
}

/// The report on files, given the answers in the order of the questions. A file without an answer is unchecked.
pub fn report_on(files: &[File], answers: impl Iterator<Item = Answer>, limits: &Limits) -> Report {
    let (mut batch, work) = batch_of(files);
    for ((work, _), answer) in work.into_iter().zip(answers.chain(std::iter::repeat_with(|| Ok(None)))) {
        match work {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, report_of(answer))),
            Task::Hash { request, .. } => batch.apply(TaskResult::Hashed(request, digest_of(answer))),
        };
    }
    batch.report(limits)
}
