//! What the check says of files, natively: one line of JSON each, in the form of a file in the report.
//!
//! ```sh
//! cargo run --no-default-features --features fallback-parser --example inspect -- statement.pdf
//! ```
//!
//! Reads slices as the browser does, and all of a file only if it is damaged.

use flinks_upload::{
    core::{
        files::{
            batch::{Batch, Task, TaskResult},
            file::{PickedFile, Unreadable},
            limits::Limits,
        },
        request::RequestIds,
    },
    fallback_parser::reparse,
    pdf::{Budget, Inspector, PdfReport, State, Step},
};
use std::{
    env, fs,
    io::{self, Read, Seek, SeekFrom},
    process::ExitCode,
};

fn main() -> ExitCode {
    let paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        eprintln!("Say which files: inspect FILE…");
        return ExitCode::from(2);
    }
    for path in paths {
        match report(&path) {
            Ok(line) => println!("{line}"),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// The report on one file by itself, so that it is no copy of another.
fn report(path: &str) -> io::Result<String> {
    let size = fs::metadata(path)?.len();
    let mut batch = Batch::default();
    for work in batch.add(vec![PickedFile { name: path.to_owned(), size }], &mut RequestIds::default()) {
        if let Task::Inspect { request, .. } = work {
            batch.take(TaskResult::Inspected(request, look(path, size).map_err(|_| Unreadable)));
        }
    }
    Ok(serde_json::to_string(&batch.report(&Limits::default()).files.first())?)
}

fn look(path: &str, size: u64) -> io::Result<PdfReport> {
    let mut file = fs::File::open(path)?;
    let mut inspector = Inspector::new(size, Budget::default());
    let mut step = inspector.start();
    let report = loop {
        let ranges = match step {
            Step::Done(report) => break report,
            Step::Need(ranges) => ranges,
        };
        let mut slices = Vec::new();
        for range in ranges {
            let mut slice = Vec::new();
            file.seek(SeekFrom::Start(range.offset))?;
            file.by_ref().take(u64::from(range.len)).read_to_end(&mut slice)?;
            slices.push(slice);
        }
        step = inspector.supply(slices);
    };
    if report.state != State::Damaged {
        return Ok(report);
    }
    Ok(reparse(fs::read(path)?, report))
}
