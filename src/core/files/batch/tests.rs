use super::*;
use crate::core::request::RequestId;
use crate::core::{
    files::limits::SizeLimit,
    session::harness::locked_pdf,
    testing::{add, add_good, codes, good_pdf, picked, statuses},
};
use crate::{
    core::files::{
        file::Unreadable,
        limits::Accept,
        lock::{Lock, UnlockFailure},
    },
    pdf::{Encryption, FileKind, LimitExceeded, State, TextLayer},
};

const MB: u64 = 1_000_000;

impl Batch {
    /// What is known of each file, in few words: which questions are open, and what the others brought.
    pub(in crate::core) fn outline(&self) -> String {
        let entries = self.entries.iter().map(|entry| {
            let inspection = match &entry.inspection {
                Pending::Received(report) => {
                    format!("{:?}", report.as_ref().map(|report| (report.kind, report.encryption)))
                }
                Pending::Requested(request) => format!("{request:?}"),
                Pending::NotRequested => String::new(),
            };
            let digest = match &entry.digest {
                Pending::Received(digest) => format!("{:?}", digest.map(|digest| digest.map(|digest| digest[0]))),
                Pending::Requested(request) => format!("{request:?}"),
                Pending::NotRequested => String::new(),
            };
            let reading = match &entry.reading {
                Pending::Received(facts) => {
                    format!("{:?}", facts.as_ref().map(|facts| facts.period.as_ref().map(|fact| fact.value)))
                }
                Pending::Requested(request) => format!("{request:?}"),
                Pending::NotRequested => String::new(),
            };
            format!(
                "{:?} {} {inspection} {reading} {:?} {digest} {:?}; ",
                entry.id, entry.file.size, entry.selected, entry.unlocking
            )
        });
        entries.collect()
    }
}

fn batch_of(sizes: &[u64]) -> Batch {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let files = sizes.iter().enumerate().map(|(n, size)| picked(&format!("{n}.pdf"), *size));
    add_good(&mut batch, &mut request_ids, files);
    batch
}

fn verdict_with(report: PdfReport, limits: &Limits) -> FileReport {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a.pdf", 1000)]);
    let [Task::Inspect { request, .. }] = work[..] else { panic!("{work:?}") };
    assert!(batch.apply(TaskResult::Inspected(request, Ok(report))));
    batch.report(limits, &Requirements::default()).files.remove(0)
}

fn verdict(report: PdfReport) -> FileReport {
    verdict_with(report, &Limits::default())
}

#[test]
fn twenty_four_files_fit_and_the_25th_is_named() {
    let report = batch_of(&(1..=25).collect::<Vec<_>>()).report(&Limits::default(), &Requirements::default());
    assert_eq!(report.totals.ready, 24);
    assert_eq!(codes(&report.files[24]), ["too-many-files"]);
    assert_eq!(report.findings, [Finding::TooManyFiles { count: 25, limit: 24 }]);
    assert!(!report.within_limits);
    assert!(report.can_continue, "what fits may go");
}

#[test]
fn removing_a_file_lets_in_the_one_that_was_left_out() {
    let mut batch = batch_of(&(1..=25).collect::<Vec<_>>());
    assert!(batch.remove(FileId(3)));
    let report = batch.report(&Limits::default(), &Requirements::default());
    assert_eq!(report.totals.ready, 24);
    assert!(report.findings.is_empty() && report.within_limits);
}

#[test]
fn what_does_not_fit_by_size_is_left_out_and_smaller_ones_after_it_still_come_in() {
    let report = batch_of(&[100 * MB, 120 * MB, 50 * MB]).report(&Limits::default(), &Requirements::default());
    assert_eq!(statuses(&report), ["warning", "rejected", "warning"], "files over 20 MB carry a warning");
    assert!(codes(&report.files[1]).contains(&"over-total-size"));
    assert_eq!(report.totals.ready_bytes, 150 * MB);
}

#[test]
fn exactly_180_mb_raises_no_doubt() {
    let report = batch_of(&[18 * MB; 10]).report(&Limits::default(), &Requirements::default());
    assert_eq!((report.totals.ready, report.findings.len(), report.within_limits), (10, 0, true));
}

#[test]
fn between_the_two_readings_of_180_mb_everything_is_kept_with_a_warning() {
    let mut sizes = vec![18 * MB; 10];
    sizes.push(1);
    let report = batch_of(&sizes).report(&Limits::default(), &Requirements::default());
    assert_eq!(report.findings, [Finding::NearTotalSize { total: 180 * MB + 1, limit: 180 * MB }]);
    assert!(report.can_continue && report.within_limits);
    sizes[10] = 188_743_680 - 180 * MB;
    assert_eq!(batch_of(&sizes).report(&Limits::default(), &Requirements::default()).totals.ready, 11);
    sizes[10] += 1;
    let report = batch_of(&sizes).report(&Limits::default(), &Requirements::default());
    assert_eq!(codes(&report.files[10]), ["over-total-size"]);
    assert_eq!(report.findings.iter().map(Finding::code).collect::<Vec<_>>(), ["over-total-size"]);
}

#[test]
fn a_total_that_the_host_set_is_exact() {
    let limits = Limits { max_total_size: SizeLimit::exact(10), ..Limits::default() };
    assert_eq!(batch_of(&[4, 6]).report(&limits, &Requirements::default()).findings, []);
    let report = batch_of(&[4, 7]).report(&limits, &Requirements::default());
    assert_eq!(statuses(&report), ["ready", "rejected"]);
}

#[test]
fn a_file_over_20_mb_is_a_warning_and_over_the_hosts_limit_an_error() {
    let report = batch_of(&[20 * MB + 1]).report(&Limits::default(), &Requirements::default());
    assert_eq!(report.files[0].status, Status::Warning);
    assert!(report.can_continue && report.within_limits);
    let limits = Limits { max_file_size: SizeLimit::exact(MB), ..Limits::default() };
    let report = batch_of(&[MB + 1, MB]).report(&limits, &Requirements::default());
    assert_eq!(statuses(&report), ["rejected", "ready"]);
    assert!(!report.within_limits);
}

#[test]
fn a_rejected_file_takes_no_room() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    add(&mut batch, &mut request_ids, [picked("empty.pdf", 0)]);
    add_good(&mut batch, &mut request_ids, (1..=24).map(|size| picked("a.pdf", size)));
    let report = batch.report(&Limits::default(), &Requirements::default());
    assert_eq!(report.totals.ready, 24);
    assert_eq!(codes(&report.files[0]), ["empty"]);
}

#[test]
fn a_copy_is_told_by_its_bytes_and_the_later_one_is_rejected() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a.pdf", 9), picked("b.pdf", 9), picked("a.pdf", 9)]);
    for work in work {
        match work {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Read { .. } => panic!("nothing is read here"),
            Task::Hash { id, request } => {
                batch.apply(TaskResult::Hashed(request, Ok(Some([u8::from(id == FileId(3)); 32]))))
            }
        };
    }
    let report = batch.report(&Limits::default(), &Requirements::default());
    assert_eq!(statuses(&report), ["ready", "rejected", "ready"], "same name, size and other bytes is no copy");
    assert_eq!(report.files[1].findings, [Finding::Duplicate { of: FileId(1) }]);
    batch.remove(FileId(1));
    assert_eq!(statuses(&batch.report(&Limits::default(), &Requirements::default())), ["ready", "ready"]);
}

#[test]
fn a_file_whose_hash_was_lost_is_no_copy() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    for work in add(&mut batch, &mut request_ids, [picked("a.pdf", 9), picked("b.pdf", 9)]) {
        match work {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Read { .. } => panic!("nothing is read here"),
            Task::Hash { request, .. } => batch.apply(TaskResult::Hashed(request, Ok(None))),
        };
    }
    assert_eq!(statuses(&batch.report(&Limits::default(), &Requirements::default())), ["ready", "ready"]);
}

#[test]
fn only_files_of_equal_size_are_hashed() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let hashes = |work: Vec<Task>| work.iter().filter(|work| matches!(work, Task::Hash { .. })).count();
    assert_eq!(
        hashes(add(&mut batch, &mut request_ids, [picked("a", 1), picked("b", 2), picked("c", 0), picked("d", 0)])),
        0
    );
    assert_eq!(hashes(add(&mut batch, &mut request_ids, [picked("e", 2)])), 2, "the file it may be a copy of, too");
    assert_eq!(hashes(add(&mut batch, &mut request_ids, [picked("f", 2)])), 1, "each only once");
}

// @claim:huge-files
#[test]
fn files_that_no_upload_holds_are_not_hashed() {
    let hashed = |size| {
        let picked = [0; 2].map(|_| PickedFile { name: "statement.pdf".to_owned(), size });
        let work = add(&mut Batch::default(), &mut RequestIds::default(), picked);
        work.iter().filter(|work| matches!(work, Task::Hash { .. })).count()
    };
    assert_eq!([1 << 30, (1 << 30) + 1].map(hashed), [2, 0]);
}

#[test]
fn a_batch_is_complete_when_every_question_is_answered() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a", 7), picked("b", 7)]);
    for work in work {
        let report = batch.report(&Limits::default(), &Requirements::default());
        assert!(!report.complete && !report.can_continue);
        match work {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Read { .. } => panic!("nothing is read here"),
            Task::Hash { id, request } => {
                batch.apply(TaskResult::Hashed(request, Ok(Some([u8::try_from(id.0).unwrap(); 32]))))
            }
        };
    }
    let report = batch.report(&Limits::default(), &Requirements::default());
    assert!(report.complete && report.can_continue);
}

#[test]
fn a_late_answer_is_dropped() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a", 7)]);
    let [Task::Inspect { id, request }] = work[..] else { panic!("{work:?}") };
    assert!(batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))));
    assert!(!batch.apply(TaskResult::Inspected(request, Err(Unreadable))), "an answer counts once");
    batch.remove(id);
    assert!(!batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))));
    assert!(!batch.apply(TaskResult::Hashed(RequestId(99), Ok(Some([0; 32])))));
    assert_eq!(batch.ids().next(), None);
}

#[test]
fn a_file_that_the_browser_cannot_read_is_named() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let work = add(&mut batch, &mut request_ids, [picked("a", 7)]);
    let [Task::Inspect { request, .. }] = work[..] else { panic!("{work:?}") };
    batch.apply(TaskResult::Inspected(request, Err(Unreadable)));
    let report = batch.report(&Limits::default(), &Requirements::default());
    assert_eq!(codes(&report.files[0]), ["unreadable"]);
    assert!(report.complete && !report.can_continue);
}

#[test]
fn only_pages_that_open_without_a_password_are_read() {
    let reads = |report: PdfReport| {
        let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
        let tasks = add(&mut batch, &mut request_ids, [picked("a.pdf", 7)]);
        let [Task::Inspect { request, .. }] = tasks[..] else { panic!("{tasks:?}") };
        batch.apply(TaskResult::Inspected(request, Ok(report)));
        !batch.read(None, &mut request_ids).is_empty()
    };
    assert!(reads(good_pdf()));
    assert!(reads(PdfReport { encryption: Some(Encryption::Opens), ..good_pdf() }));
    assert!(!reads(PdfReport { encryption: Some(Encryption::NeedsPassword), ..good_pdf() }));
    assert!(!reads(PdfReport { encryption: None, ..good_pdf() }), "nothing is known of its encryption");
    assert!(!reads(PdfReport { pages: Some(0), ..good_pdf() }));
    assert!(!reads(PdfReport { pages: None, ..good_pdf() }));
    assert!(!reads(PdfReport { kind: FileKind::Jpeg, ..good_pdf() }));
}

#[test]
fn an_empty_batch_is_complete_and_cannot_go() {
    let report = Batch::default().report(&Limits::default(), &Requirements::default());
    assert!(report.complete && report.within_limits && !report.can_continue);
}

#[test]
fn an_image_is_unsupported_until_the_host_allows_images() {
    let image = PdfReport::of_kind(FileKind::Jpeg, State::Intact);
    assert_eq!(codes(&verdict(image.clone())), ["unsupported-type"]);
    let limits = Limits { accept: Accept::PdfAndImages, ..Limits::default() };
    assert_eq!(verdict_with(image, &limits).status, Status::Ready);
    let archive = PdfReport::of_kind(FileKind::Zip, State::Intact);
    assert_eq!(codes(&verdict_with(archive, &limits)), ["not-a-pdf"]);
}

#[test]
fn what_the_bytes_say_becomes_findings() {
    let whole = good_pdf();
    let table: [(PdfReport, &[&str], Status); 15] = [
        (whole.clone(), &[], Status::Ready),
        (PdfReport::of_kind(FileKind::Html, State::Intact), &["not-a-pdf"], Status::Rejected),
        (PdfReport { state: State::Damaged, ..whole.clone() }, &["damaged"], Status::Rejected),
        (PdfReport { state: State::Incomplete, ..whole.clone() }, &["incomplete"], Status::Warning),
        (PdfReport { state: State::Rebuilt, ..whole.clone() }, &["rebuilt"], Status::Warning),
        (
            PdfReport { encryption: Some(Encryption::NeedsCertificate), ..whole.clone() },
            &["unsupported-encryption"],
            Status::Rejected,
        ),
        (
            PdfReport { encryption: Some(Encryption::Unknown), ..whole.clone() },
            &["unsupported-encryption"],
            Status::Warning,
        ),
        (PdfReport { state: State::Unchecked(LimitExceeded::Time), ..whole.clone() }, &["unchecked"], Status::Warning),
        (
            PdfReport { encryption: Some(Encryption::NeedsPassword), ..whole.clone() },
            &["password-required"],
            Status::Rejected,
        ),
        (PdfReport { encryption: Some(Encryption::Opens), ..whole.clone() }, &["restricted"], Status::Ready),
        (PdfReport { text: Some(TextLayer::Scan), ..whole.clone() }, &["scanned"], Status::Warning),
        (PdfReport { text: Some(TextLayer::None), ..whole.clone() }, &["no-text"], Status::Ready),
        (PdfReport { portfolio: true, ..whole.clone() }, &["portfolio"], Status::Warning),
        (PdfReport { printed: true, ..whole.clone() }, &["printed-copy"], Status::Warning),
        (PdfReport { edited: true, ..whole.clone() }, &["edited"], Status::Warning),
    ];
    for (report, codes_of, status) in table {
        let file = verdict(report);
        assert_eq!((codes(&file).as_slice(), file.status), (codes_of, status));
    }
}

#[test]
fn all_findings_of_a_file_are_reported_not_only_the_first() {
    let report = PdfReport {
        state: State::Rebuilt,
        encryption: Some(Encryption::Opens),
        text: Some(TextLayer::Scan),
        printed: true,
        portfolio: true,
        ..good_pdf()
    };
    assert_eq!(codes(&verdict(report)), ["restricted", "rebuilt", "scanned", "portfolio", "printed-copy"]);
}

#[test]
fn the_reports_json_is_the_promised_one() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    add_good(&mut batch, &mut request_ids, vec![picked("a.pdf", 1000)]);
    add(&mut batch, &mut request_ids, [picked("leer.pdf", 0)]);
    let json = serde_json::to_value(batch.report(&Limits::default(), &Requirements::default())).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "files": [
                {"id": 1, "name": "a.pdf", "size": 1000, "status": "ready", "kind": "pdf", "pages": 2,
                 "encryption": "none", "text": null, "statement": null, "findings": []},
                {"id": 2, "name": "leer.pdf", "size": 0, "status": "rejected", "kind": null, "pages": null,
                 "encryption": null, "text": null, "statement": null,
                 "findings": [{"code": "empty", "severity": "error"}]},
            ],
            "coverage": null,
            "findings": [],
            "totals": {"files": 2, "ready": 1, "bytes": 1000, "readyBytes": 1000},
            "limits": {"maxFiles": 24, "maxTotalSize": 180_000_000, "maxFileSize": 20_000_000, "accept": "pdf"},
            "complete": true, "withinLimits": true, "canContinue": true,
        })
    );
}

#[test]
fn a_file_with_an_id_that_is_known_or_lower_is_ignored() {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    assert_eq!(batch.add([(FileId(2), picked("a", 1))], &mut request_ids).len(), 1);
    assert_eq!(batch.add([(FileId(2), picked("b", 2)), (FileId(1), picked("c", 3))], &mut request_ids), []);
    assert_eq!(batch.add([(FileId(3), picked("d", 4))], &mut request_ids).len(), 1);
    assert_eq!(batch.ids().collect::<Vec<_>>(), [FileId(2), FileId(3)]);
}

/// A batch of files of these sizes, the first of which are locked.
fn locked_batch(sizes: &[u64], locked: usize) -> (Batch, RequestIds) {
    let (mut batch, mut request_ids) = (Batch::default(), RequestIds::default());
    let tasks = add(&mut batch, &mut request_ids, sizes.iter().map(|size| picked("a.pdf", *size)));
    for task in tasks {
        let Task::Inspect { id, request } = task else { panic!("{task:?}") };
        let report = if id.0 as usize <= locked { locked_pdf() } else { good_pdf() };
        assert!(batch.apply(TaskResult::Inspected(request, Ok(report))));
    }
    (batch, request_ids)
}

fn report(batch: &Batch) -> Report {
    batch.report(&Limits::default(), &Requirements::default())
}

#[test]
fn a_password_is_tried_on_every_locked_file_and_missed_only_where_it_was_entered() {
    let (mut batch, mut request_ids) = locked_batch(&[1, 2, 3], 2);
    let requests = batch.unlock(FileId(2), &mut request_ids);
    assert_eq!(requests.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [FileId(1), FileId(2)]);
    let locks = |batch: &Batch| report(batch).files.iter().map(|file| file.lock).collect::<Vec<_>>();
    assert_eq!(locks(&batch), [Some(Lock::Unlocking), Some(Lock::Unlocking), None]);
    let during = report(&batch);
    assert!(!during.complete && !during.can_continue, "the person waits for what may still come");
    assert!(batch.unlock(FileId(2), &mut request_ids).is_empty(), "one password at a time");
    for (_, request) in requests {
        assert!(batch.apply(TaskResult::Unlocked(request, Err(UnlockFailure::WrongPassword))));
        assert!(!batch.apply(TaskResult::Unlocked(request, Err(UnlockFailure::WrongPassword))));
    }
    assert_eq!(locks(&batch), [Some(Lock::Locked), Some(Lock::Refused(UnlockFailure::WrongPassword)), None]);
    let after = report(&batch);
    assert!(after.complete && after.can_continue);
    assert_eq!(after.totals.ready, 1);
    // Another try is possible.
    assert_eq!(batch.unlock(FileId(2), &mut request_ids).len(), 2);
}

#[test]
fn an_unlocked_copy_takes_the_place_of_its_file_and_is_checked_anew() {
    let (mut batch, mut request_ids) = locked_batch(&[7, 8], 1);
    let [(id, request)] = batch.unlock(FileId(1), &mut request_ids)[..] else { panic!() };
    // As large as the other file, so that it may be a copy of that.
    let copy = PickedFile { name: "a (unlocked).pdf".to_owned(), size: 8 };
    assert!(batch.apply(TaskResult::Unlocked(request, Ok(copy))));
    let tasks = batch.check(&mut request_ids);
    let [Task::Inspect { id: inspected, request }, Task::Hash { .. }, Task::Hash { .. }] = tasks[..] else {
        panic!("{tasks:?}")
    };
    assert_eq!(inspected, id);
    let file = &report(&batch).files[0];
    assert_eq!((file.status, file.lock), (Status::Checking, None));
    batch.apply(TaskResult::Inspected(request, Ok(good_pdf())));
    for task in &tasks[1..] {
        let Task::Hash { id, request } = *task else { panic!() };
        batch.apply(TaskResult::Hashed(request, Ok(Some([u8::try_from(id.0).unwrap(); 32]))));
    }
    let file = &report(&batch).files[0];
    assert_eq!((file.id, file.name.as_str(), file.size), (FileId(1), "a (unlocked).pdf", 8));
    assert_eq!((file.status, &file.findings[..]), (Status::Ready, &[Finding::Unlocked][..]));
    assert!(batch.unlock(FileId(1), &mut request_ids).is_empty());
}

#[test]
fn a_password_for_a_file_that_is_not_locked_is_tried_on_none() {
    let (mut batch, mut request_ids) = locked_batch(&[1, 2], 1);
    assert!(batch.unlock(FileId(2), &mut request_ids).is_empty());
    assert!(batch.unlock(FileId(9), &mut request_ids).is_empty());
    assert_eq!(report(&batch).files[0].lock, Some(Lock::Locked));
}
