use super::*;
use crate::{
    core::{
        date::Date,
        files::{
            batch::Batch,
            coverage::RequiredDays,
            limits::Limits,
            report::Report,
            task::{Task, TaskResult},
        },
        request::RequestIds,
        testing::{add, codes, good_pdf, picked, statuses},
    },
    statement::{AccountNumber, Confidence, PageMarks, Part, Period},
};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "facts are optional")]
fn sure<T>(value: T) -> Option<Fact<T>> {
    Some(Fact { value, confidence: Confidence::Sure })
}

fn statement(institution: &'static str, digits: &str, from: &str, to: &str) -> Facts {
    Facts {
        is_read: true,
        kind: sure(Kind::Statement),
        institution: sure(institution.into()),
        account: sure(AccountNumber { digits: digits.to_owned(), member: None, suffix: None, kind: None }),
        period: sure(Period { from: Some(date(from)), to: date(to) }),
        ..Facts::default()
    }
}

fn january() -> Facts {
    statement("RBC", "1234", "2025-01-01", "2025-01-31")
}

fn march() -> Facts {
    statement("RBC", "1234", "2025-03-01", "2025-03-31")
}

fn april() -> Facts {
    statement("RBC", "1234", "2025-04-01", "2025-04-30")
}

fn requirements(days: Option<u16>) -> Requirements {
    Requirements {
        reads_statements: true,
        days: days.and_then(RequiredDays::new),
        is_coverage_required: false,
        today: Some(date("2025-05-10")),
        institution: Some("RBC".to_owned()),
    }
}

/// A batch of good files that say this; `None` for one whose facts are still awaited.
fn batch_of(files: &[Option<Facts>]) -> Batch {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let picked: Vec<_> = (1..).zip(files).map(|(size, _)| picked("a.pdf", size)).collect();
    for task in add(&mut batch, &mut request_ids, picked) {
        let Task::Inspect { request, .. } = task else { panic!("{task:?}") };
        assert!(batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))));
    }
    let tasks = batch.read(Some("RBC"), &mut request_ids);
    assert_eq!(tasks.len(), files.len());
    for (task, facts) in tasks.into_iter().zip(files) {
        let Task::Read { request, .. } = task else { panic!("{task:?}") };
        if let Some(facts) = facts {
            assert!(batch.apply(TaskResult::Read(request, Box::new(facts.clone()))));
        }
    }
    assert_eq!(batch.read(Some("RBC"), &mut request_ids), [], "each file is read once");
    batch
}

fn report_on(files: &[Facts], requirements: &Requirements) -> Report {
    let files: Vec<_> = files.iter().cloned().map(Some).collect();
    batch_of(&files).report(&Limits::default(), requirements)
}

fn batch_codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(Finding::code).collect()
}

#[test]
fn a_gap_is_named_with_its_account_and_days() {
    let report = report_on(&[january(), march()], &requirements(None));
    let february = Finding::MissingPeriod {
        institution: Some("RBC".to_owned()),
        digits: Some("1234".to_owned()),
        from: date("2025-02-01"),
        to: date("2025-02-28"),
    };
    assert_eq!(report.findings, [february]);
    assert_eq!(statuses(&report), ["ready", "ready"]);
    assert!(report.can_continue, "a warning never blocks");
    assert_eq!(report.coverage.unwrap().complete, Completeness::Incomplete);
}

#[test]
fn required_days_are_missing_before_the_newest_range_only() {
    let missing = |files: &[Facts], days: u16| -> Vec<String> {
        let findings = report_on(files, &requirements(Some(days))).findings;
        findings
            .iter()
            .map(|finding| match finding {
                Finding::MissingPeriod { from, to, .. } => format!("{from} {to}"),
                other => other.code().to_owned(),
            })
            .collect()
    };
    assert_eq!(missing(&[march(), april()], 60), [""; 0]);
    assert_eq!(missing(&[january(), march(), april()], 60), [""; 0], "a gap further back does not count");
    assert_eq!(missing(&[january(), march(), april()], 120), ["2025-02-01 2025-02-28"]);
    assert_eq!(missing(&[march(), april()], 90), ["2025-01-31 2025-02-28"]);
    assert_eq!(missing(&[january()], 30), ["outdated"]);
    assert_eq!(missing(&[], 30), [""; 0], "without files there is nothing to tell");
}

#[test]
fn an_unread_or_unsure_file_makes_the_answer_unknown_and_never_a_gap() {
    let mut unsure = april();
    unsure.period.as_mut().unwrap().confidence = Confidence::Seen;
    let partial = Facts { is_partial: true, ..april() };
    let no_period = Facts { period: None, ..april() };
    let mut maybe_a_letter = Facts { kind: sure(Kind::Other), period: None, ..april() };
    maybe_a_letter.kind.as_mut().unwrap().confidence = Confidence::Seen;
    for third in [Some(Facts::default()), Some(unsure), Some(partial), Some(no_period), Some(maybe_a_letter), None] {
        let batch = batch_of(&[Some(january()), Some(march()), third.clone()]);
        let report = batch.report(&Limits::default(), &requirements(Some(90)));
        let coverage = report.coverage.unwrap();
        assert_eq!(coverage.complete, Completeness::Unknown, "{third:?}");
        assert!(report.findings.is_empty(), "{third:?}: {:?}", report.findings);
    }
}

#[test]
fn the_upload_waits_for_days_that_are_missing_only_if_the_host_says_so() {
    let required = Requirements { is_coverage_required: true, ..requirements(Some(90)) };
    let may = |files: &[Option<Facts>]| {
        let report = batch_of(files).report(&Limits::default(), &required);
        (report.complete, report.can_continue)
    };
    assert_eq!(may(&[Some(january()), Some(march())]), (true, false));
    assert_eq!(may(&[Some(march()), None]), (false, false), "it waits until all are read");
    assert_eq!(may(&[Some(march()), Some(Facts::default())]), (true, true), "what can't be told never blocks");
    let warned = report_on(&[january(), march()], &requirements(Some(90)));
    assert!(warned.can_continue && warned.findings.iter().any(|finding| finding.code() == "missing-period"));
}

#[test]
fn a_file_says_of_itself_what_is_missing_or_other() {
    let pages = |of: u32, present: &[u32]| sure(PageMarks { of, present: present.to_vec() });
    let seen = |mut facts: Facts| {
        facts.pages.as_mut().unwrap().confidence = Confidence::Seen;
        facts
    };
    let kind = |kind: Kind| Facts { kind: sure(kind), period: None, ..january() };
    let part = Part { first_page: 0, facts: Facts { pages: pages(3, &[1, 2]), ..january() } };
    let table: [(Facts, &[&str]); 10] = [
        (january(), &[]),
        (Facts { pages: pages(3, &[1, 2, 3]), ..january() }, &[]),
        (Facts { pages: pages(3, &[1, 3]), ..january() }, &["missing-pages"]),
        (seen(Facts { pages: pages(3, &[1, 3]), ..january() }), &[]),
        (Facts { parts: vec![part], ..january() }, &[]),
        (kind(Kind::PayStub), &["not-a-statement"]),
        (kind(Kind::Transactions), &["not-a-statement"]),
        (kind(Kind::Cheque), &[]),
        (Facts { is_other_institution: true, ..january() }, &["other-institution"]),
        (Facts { is_read: false, is_other_institution: true, ..january() }, &[]),
    ];
    for (facts, expected) in table {
        let report = report_on(std::slice::from_ref(&facts), &requirements(None));
        assert_eq!(codes(&report.files[0]), expected, "{facts:?}");
    }
}

#[test]
fn a_gap_alone_is_a_warning_even_where_coverage_is_required() {
    let statements = [january(), march()];
    for (days, may_continue) in [(None, true), (Some(90), false)] {
        let report = report_on(&statements, &Requirements { is_coverage_required: true, ..requirements(days) });
        assert_eq!(report.can_continue, may_continue, "{days:?}");
        assert_eq!(report.findings.iter().filter(|finding| finding.code() == "missing-period").count(), 1, "{days:?}");
    }
}

#[test]
fn an_institution_that_was_selected_since_makes_no_finding() {
    let facts = Facts { is_other_institution: true, ..january() };
    let selected = Requirements { institution: Some("TD".to_owned()), ..requirements(None) };
    assert_eq!(codes(&report_on(&[facts], &selected).files[0]), [""; 0]);
}

#[test]
fn several_institutions_are_a_warning_and_several_accounts_worth_knowing() {
    let other_bank = statement("TD", "1234", "2025-01-01", "2025-01-31");
    assert_eq!(batch_codes(&report_on(&[january(), other_bank], &requirements(None))), ["several-institutions"]);
    let undated = |institution| Facts { period: None, ..statement(institution, "1234", "2025-01-01", "2025-01-31") };
    assert_eq!(
        batch_codes(&report_on(&[undated("RBC"), undated("TD")], &requirements(None))),
        ["several-institutions"]
    );
    let other_account = statement("RBC", "9999", "2025-01-01", "2025-01-31");
    assert_eq!(batch_codes(&report_on(&[january(), other_account], &requirements(None))), ["several-accounts"]);
}

#[test]
fn what_is_switched_off_says_nothing() {
    let off = Requirements { reads_statements: false, ..requirements(Some(90)) };
    let report = report_on(&[january(), Facts { kind: sure(Kind::PayStub), ..march() }], &off);
    assert_eq!((report.coverage, report.findings), (None, Vec::new()));
    assert!(report.files.iter().all(|file| file.statement.is_none() && file.findings.is_empty()));
}

#[test]
fn the_json_is_the_promised_one() {
    let member = AccountNumber {
        digits: "2354".to_owned(),
        member: Some("xxxx2354".to_owned()),
        suffix: Some(1),
        kind: Some(crate::core::results::member::MemberAccountKind::Savings),
    };
    let facts = Facts {
        account: sure(member),
        pages: Some(Fact { value: PageMarks { of: 3, present: vec![1, 3] }, confidence: Confidence::Seen }),
        ..april()
    };
    let report = report_on(&[facts], &requirements(Some(30)));
    assert_eq!(
        serde_json::to_value(&report.files[0].statement).unwrap(),
        serde_json::json!({
            "kind": "statement", "institution": "RBC",
            "account": {"digits": "2354", "member": "xxxx2354", "suffix": 1, "type": "savings"},
            "period": {"from": "2025-04-01", "to": "2025-04-30"},
            "printedPages": {"of": 3, "missing": [2]},
            "confidence": {"kind": "sure", "institution": "sure", "account": "sure", "period": "sure", "printedPages": "seen"},
        })
    );
    assert_eq!(
        serde_json::to_value(report.coverage).unwrap(),
        serde_json::json!({
            "required": {"from": "2025-04-11", "to": "2025-05-10"},
            "accounts": [{"institution": "RBC", "digits": "2354", "suffix": 1,
                          "ranges": [{"from": "2025-04-01", "to": "2025-04-30"}], "gaps": []}],
            "complete": true,
        })
    );
}
