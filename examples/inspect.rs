//! Checks files natively and prints one line of JSON for each, in the form of a file in the report.
//!
//! ```sh
//! cargo run --no-default-features --features fallback-parser --example inspect -- statement.pdf
//! ```
//!
//! Reads ranges as the browser does, and the whole file only for the fallback parser, if no page is found.
//!
//! With `--text` in front of the files, the text of each page follows: a line for each line, with tabs between its cells.

use flinks_upload::{
    core::{
        files::{
            batch::Batch,
            file::{FileId, PickedFile, Unreadable},
            limits::Limits,
            requirements::Requirements,
            task::{Task, TaskResult},
        },
        request::RequestIds,
    },
    fallback_parser::reparse,
    pdf::{Budget, DocumentText, Inspector, PageText, PdfReport, Range, State, Step, TextBudget, TextStep},
    statement::{Document, facts},
};
use std::{
    env, fs,
    io::{self, Read, Seek, SeekFrom},
    process::ExitCode,
};

fn main() -> ExitCode {
    let mut paths: Vec<String> = env::args().skip(1).collect();
    let with_text = paths.first().is_some_and(|first| first == "--text");
    if with_text {
        paths.remove(0);
    }
    if paths.is_empty() {
        eprintln!("usage: inspect [--text] FILE…");
        return ExitCode::from(2);
    }
    for path in paths {
        match report(&path) {
            Ok((line, text)) => {
                println!("{line}");
                if with_text {
                    print_text(text.as_ref());
                }
            }
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// The report on one file, and its text. Each file is a batch of its own, so that copies are not reported as duplicates.
fn report(path: &str) -> io::Result<(String, Option<DocumentText>)> {
    let size = fs::metadata(path)?.len();
    let mut batch = Batch::default();
    let mut text = None;
    let mut request_ids = RequestIds::default();
    let mut work = batch.add([(FileId(1), PickedFile { name: path.to_owned(), size })], &mut request_ids);
    while !work.is_empty() {
        for work in work {
            match work {
                Task::Inspect { request, .. } => {
                    let inspected = inspect_file(path, size).map(|(report, document)| {
                        text = document;
                        report
                    });
                    batch.apply(TaskResult::Inspected(request, inspected.map_err(|_| Unreadable)));
                }
                Task::Read { request, .. } => {
                    let facts = text.clone().map(|text| facts(&Document::from(text))).unwrap_or_default();
                    batch.apply(TaskResult::Read(request, Box::new(facts)));
                }
                Task::Hash { .. } => {}
            }
        }
        work = batch.read(None, &mut request_ids);
    }
    let requirements = Requirements { reads_statements: true, ..Requirements::default() };
    Ok((serde_json::to_string(&batch.report(&Limits::default(), &requirements).files.first())?, text))
}

/// Inspects a file, extracts its text, and runs the fallback parser if no page is found.
fn inspect_file(path: &str, size: u64) -> io::Result<(PdfReport, Option<DocumentText>)> {
    let mut file = fs::File::open(path)?;
    let mut inspector = Inspector::new(size, Budget::default());
    let mut step = inspector.start();
    let report = loop {
        match step {
            Step::Done(report) => break report,
            Step::Need(ranges) => step = inspector.supply(read(&mut file, &ranges)?),
        }
    };
    if report.state == State::Damaged {
        return Ok((reparse(fs::read(path)?, report), None));
    }
    let Some(mut extractor) = inspector.into_text(&TextBudget::default()) else { return Ok((report, None)) };
    let mut step = extractor.start();
    let text = loop {
        match step {
            TextStep::Done(text) => break text,
            TextStep::Need(ranges) => step = extractor.supply(read(&mut file, &ranges)?),
        }
    };
    Ok((report, Some(text)))
}

/// The bytes of these ranges.
fn read(file: &mut fs::File, ranges: &[Range]) -> io::Result<Vec<Vec<u8>>> {
    let mut slices = Vec::new();
    for range in ranges {
        let mut slice = Vec::new();
        file.seek(SeekFrom::Start(range.offset))?;
        file.by_ref().take(u64::from(range.len)).read_to_end(&mut slice)?;
        slices.push(slice);
    }
    Ok(slices)
}

fn print_text(text: Option<&DocumentText>) {
    let Some(text) = text else {
        println!("no text: no pages, or they need a password");
        return;
    };
    for (index, page) in &text.pages {
        let page_number = u64::from(*index) + 1;
        match page {
            None => println!("--- page {page_number} of {}: not read", text.page_count),
            Some(page) => print_page(page_number, text.page_count, page),
        }
    }
    if let Some(limit) = text.limit {
        println!("--- a limit was exceeded: {limit:?}");
    }
}

fn print_page(page_number: u64, page_count: u32, page: &PageText) {
    let hidden = if page.is_hidden_only() { ", hidden text only" } else { "" };
    println!(
        "--- page {page_number} of {page_count}: {} codes, {} of them unknown{hidden}",
        page.codes, page.unknown_codes
    );
    for line in &page.lines {
        let mark = if line.is_hidden && !page.is_hidden_only() { "(hidden) " } else { "" };
        println!("{mark}{}", line.text());
    }
}
