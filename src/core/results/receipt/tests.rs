use super::{
    contents::Receipt,
    export::{BYTE_ORDER_MARK, FORMULA_STARTS},
};
use crate::core::{
    date::Date,
    files::{
        batch::Batch,
        file::{Digest, Unreadable},
        limits::Limits,
        report::{Report, Status},
        requirements::Requirements,
        task::{Task, TaskResult},
    },
    request::RequestIds,
    testing::{add, good_pdf, picked},
};
use crate::statement::{AccountNumber, Confidence, Fact, Facts, Kind, Period};
use serde_json::Value;

#[test]
fn each_case_of_the_table_is_written_as_it_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/receipts.json")).unwrap();
    assert!(cases.len() > 5);
    for case in cases {
        let text = |name: &str| case[name].as_str().unwrap().to_owned();
        let files: Vec<(String, u64)> = case["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| (file["name"].as_str().unwrap().to_owned(), file["size"].as_u64().unwrap()))
            .collect();
        let mut report = report_of(&files);
        let mut digests = Vec::new();
        // What the table says of a file beside its name and size.
        for (at, file) in case["files"].as_array().unwrap().iter().enumerate() {
            report.files[at].pages = file["pages"].as_u64().map(|pages| u32::try_from(pages).unwrap());
            report.files[at].statement = (!file["statement"].is_null()).then(|| Box::new(statement()));
            digests.push(file["sha256"].as_str().map(digest_of));
        }
        let receipt = Receipt::new(&report, &digests, &text("madeAt"));
        assert_eq!(receipt.to_csv(), text("csv"), "{}", text("name"));
        assert_eq!(serde_json::from_str::<Value>(&receipt.to_json()).unwrap(), case["json"], "{}", text("name"));
    }
}

/// What the one file of the table says that is a statement.
fn statement() -> Facts {
    let period = Period { from: Date::parse("2025-10-24"), to: Date::parse("2025-11-24").unwrap() };
    let account = AccountNumber { digits: "1234".to_owned(), member: None, suffix: Some(5), kind: None };
    Facts {
        is_read: true,
        kind: Some(Fact { value: Kind::Statement, confidence: Confidence::Sure }),
        institution: Some(Fact { value: "RBC".into(), confidence: Confidence::Sure }),
        account: Some(Fact { value: account, confidence: Confidence::Seen }),
        period: Some(Fact { value: period, confidence: Confidence::Sure }),
        ..Facts::default()
    }
}

/// Empty files are rejected, all others good.
fn report_of(files: &[(String, u64)]) -> Report {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, files.iter().map(|(name, size)| picked(name, *size)));
    for (nth, work) in work.into_iter().enumerate() {
        let taken = match work {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Read { .. } => panic!("nothing is read here"),
            Task::Hash { request, .. } => {
                batch.apply(TaskResult::Hashed(request, Ok(Some([u8::try_from(nth).unwrap(); 32]))))
            }
        };
        assert!(taken);
    }
    batch.report(&Limits::default(), &Requirements::default())
}

fn digest_of(text: &str) -> Digest {
    let byte = |at: usize| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap();
    std::array::from_fn(byte)
}

// @claim:no-formula
#[test]
fn no_cell_begins_a_formula_whatever_the_name_is() {
    for name in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "\"=1",
        "a\";=1;\"",
    ] {
        let csv = Receipt::new(&report_of(&[(name.to_owned(), 1000)]), &[], "t").to_csv();
        // As a spreadsheet reads it, whichever character it takes for a border.
        for border in [',', ';', '\t'] {
            for cell in cells(&csv, border) {
                assert!(
                    !cell.trim_start_matches(' ').starts_with(FORMULA_STARTS),
                    "{name:?} with {border:?}: {cell:?}"
                );
            }
        }
    }
}

/// The cells of a table by RFC 4180: what follows a closing quotation mark belongs to the same cell.
fn cells(csv: &str, border: char) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut rest = csv.trim_start_matches(BYTE_ORDER_MARK).chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '"' if is_quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted => cells.push(std::mem::take(&mut cell)),
            _ if next == border && !is_quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(next),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn files_that_stay_behind_are_in_it_with_the_reason() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a.pdf", 5), picked("b.pdf", 0)]);
    let Some(Task::Inspect { request, .. }) = work.first().copied() else { panic!() };
    batch.apply(TaskResult::Inspected(request, Err(Unreadable)));
    let receipt =
        Receipt::new(&batch.report(&Limits::default(), &Requirements::default()), &[None, Some([0; 32])], "t");
    let said: Vec<_> = receipt.files.iter().map(|file| (file.status, file.findings.clone())).collect();
    assert_eq!(said, [(Status::Rejected, vec!["unreadable"]), (Status::Rejected, vec!["empty"])]);
    assert_eq!(receipt.files[0].sha256, None);
    assert_eq!(receipt.totals.files, 2);
}
