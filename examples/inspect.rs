//! Checks files natively and prints one line of JSON for each, in the form of a file in the report.
//!
//! ```sh
//! cargo run --no-default-features --features fallback-parser --example inspect -- statement.pdf
//! ```
//!
//! Reads ranges as the browser does, and the whole file only for the fallback parser, if no page is found.

use flinks_upload::{
    core::{
        files::{
            batch::Batch,
            file::{FileId, PickedFile, Unreadable},
            limits::Limits,
            task::{Task, TaskResult},
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
        eprintln!("usage: inspect FILE…");
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

/// The report on one file. Each file is a batch of its own, so that copies are not reported as duplicates.
fn report(path: &str) -> io::Result<String> {
    let size = fs::metadata(path)?.len();
    let mut batch = Batch::default();
    for work in batch.add([(FileId(1), PickedFile { name: path.to_owned(), size })], &mut RequestIds::default()) {
        if let Task::Inspect { request, .. } = work {
            batch.apply(TaskResult::Inspected(request, inspect_file(path, size).map_err(|_| Unreadable)));
        }
    }
    Ok(serde_json::to_string(&batch.report(&Limits::default()).files.first())?)
}

/// Inspects a file, and runs the fallback parser if no page is found.
fn inspect_file(path: &str, size: u64) -> io::Result<PdfReport> {
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
