//! The files: rows, summary, what is said of the batch, and the button that leads on.

use super::*;

#[test]
fn the_continue_button_says_what_it_does_and_why_it_is_disabled() {
    use MessageKey as Key;
    let english = english();
    let no_usable_file = || Some(Disabled::NotEnough { hint: Some(english.text(Key::ChooseFirst)) });
    let table = [
        (Mode::Upload, Check::Required, &[][..], english.text(Key::Continue), no_usable_file()),
        (Mode::Upload, Check::Optional, &[], english.text(Key::ContinueUnchecked), None),
        (Mode::Dashboard, Check::Required, &[], english.text(Key::OpenDashboard), no_usable_file()),
        (Mode::Upload, Check::Required, &[7], english.text(Key::Continue), Some(Disabled::Checking)),
        (Mode::Upload, Check::Required, &[0], english.text(Key::Continue), no_usable_file()),
    ];
    for (mode, check, sizes, label, disabled) in table {
        let mut session = started(Config { check, ..config(mode) });
        pick(&mut session, sizes);
        let button = files_panel(&session).continue_button;
        assert_eq!((button.label, button.disabled), (label, disabled), "{mode:?} {check:?} {sizes:?}");
        assert_eq!((button.action, button.emphasis), (Action::Continue, Emphasis::Primary));
    }
}

#[test]
fn with_files_the_button_counts_those_that_may_go() {
    for (mode, key) in [(Mode::Upload, MessageKey::ContinueFiles), (Mode::Dashboard, MessageKey::OpenDashboardFiles)] {
        let mut session = started(config(mode));
        pick(&mut session, &[1, 2, 0]);
        session.answer_all();
        assert_eq!(files_panel(&session).continue_button.label, english().files(key, 2));
    }
}

#[test]
fn the_summary_is_empty_then_says_that_files_are_checked_and_then_where_they_stand() {
    let mut session = started(config(Mode::Upload));
    assert_eq!(files_panel(&session).summary, "");
    pick(&mut session, &[1, 0]);
    assert_eq!(files_panel(&session).summary, english().files(MessageKey::Checking, 2));
    session.answer_all();
    assert_eq!(files_panel(&session).summary, english().summary(1, 2, 1, 0));
}

#[test]
fn a_row_has_the_name_as_it_came_its_facts_and_its_findings_by_severity() {
    let mut session = started(config(Mode::Upload));
    let event = session.pick([picked("<b>\u{202e}fdp.exe", 25_000_000)]);
    session.update(event);
    session.answer_all();
    let row = files_panel(&session).rows.remove(0);
    assert_eq!(row.name, "<b>\u{202e}fdp.exe");
    assert_eq!(row.facts, "25\u{a0}MB\u{a0}·\u{a0}2\u{a0}pages");
    assert_eq!(row.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["over-file-size"]);
    assert!(row.remove_label.contains(&row.name));
}

#[test]
fn no_line_of_facts_can_end_in_a_separator() {
    let mut session = started(config(Mode::Upload));
    pick(&mut session, &[2_000]);
    let inspect = session.open.iter().find_map(|(kind, id)| (*kind == RequestKind::Inspect).then_some(*id)).unwrap();
    session.update(Event::Checked(vec![TaskResult::Inspected(inspect, Ok(good_pdf()))]));
    let read = session.open.iter().find_map(|(kind, id)| (*kind == RequestKind::Read).then_some(*id)).unwrap();
    session.update(Event::Checked(vec![TaskResult::Read(read, Box::new(short_statement()))]));
    let facts = files_panel(&session).rows.remove(0).facts;
    assert_eq!(facts, "1\u{a0}Jan\u{a0}1970\u{2003}2\u{a0}kB\u{a0}·\u{a0}2\u{a0}pages");
}

#[test]
fn only_files_that_are_picked_here_are_accepted() {
    let mut session = started(config(Mode::Primary));
    assert!(!view(&session).accepts_files);
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    assert!(view(&session).accepts_files);
}

#[test]
fn staff_are_told_to_ask_the_customer_and_others_to_ask_their_bank() {
    let table = [
        (Mode::Upload, "Choose your statements", "Download it again and add the new copy."),
        (Mode::Dashboard, "Choose the customer’s statements", "Ask the customer for a new copy."),
    ];
    for (mode, title, what_to_do) in table {
        let mut session = started(config(mode));
        pick(&mut session, &[0]);
        let files = files_panel(&session);
        assert_eq!(files.title, title);
        assert!(files.rows[0].findings[0].detail.ends_with(what_to_do), "{}", files.rows[0].findings[0].detail);
    }
}

#[test]
fn what_keeps_a_person_from_going_on_is_said_beside_the_button() {
    let mut session = started(Config { token: Token::Asked, ..config(Mode::Upload) });
    pick(&mut session, &[1]);
    session.answer_all();
    let effects = session.update(Event::Continue);
    let request = requested_token(&effects);
    session.update(Event::Token { request, answer: Err("late".to_owned()) });
    assert_eq!(view(&session).alert, None);
    assert_eq!(files_panel(&session).error, Some(english().text(MessageKey::TokenFailed)));
}

#[test]
fn of_many_files_those_that_need_a_look_come_first_and_the_others_are_folded() {
    let mut session = started(config(Mode::Upload));
    pick(&mut session, &[1, 2, 0, 25_000_000]);
    session.answer_all();
    let files = files_panel(&session);
    assert_eq!((files.rows.len(), files.folded), (4, None), "few stay as they were picked");
    pick(&mut session, &[3, 0]);
    session.answer_all();
    let files = files_panel(&session);
    let folded = files.folded.unwrap();
    assert_eq!((folded.label, folded.rows.len()), (english().files(MessageKey::ReadyFiles, 3), 3));
    let statuses: Vec<_> = files.rows.iter().map(|row| row.status).collect();
    assert_eq!(statuses, [Status::Rejected, Status::Rejected, Status::Warning]);
}

#[test]
fn what_several_of_many_files_share_is_said_once_with_their_names() {
    let mut session = started(config(Mode::Upload));
    pick(&mut session, &[1, 2, 3, 0, 0]);
    session.answer_all();
    let files = files_panel(&session);
    let [shared] = &files.findings[..] else { panic!("{:?}", files.findings) };
    assert_eq!((shared.code, shared.names.len()), ("empty", 2));
    assert_eq!(shared.label, english().files(MessageKey::SharedBy, 2));
    assert!(files.rows.iter().all(|row| row.findings.is_empty()));
}

#[test]
fn a_file_that_does_not_fit_is_left_out_and_does_not_count_as_unusable() {
    let limits = Limits { max_files: 1, ..Limits::default() };
    let mut session = started(Config { limits, ..config(Mode::Upload) });
    pick(&mut session, &[1, 2, 0]);
    session.answer_all();
    let files = files_panel(&session);
    let english = english();
    let verdicts: Vec<_> = files.rows.iter().map(|row| (row.tone, row.verdict.clone())).collect();
    let expected = [
        (Tone::OfStatus, MessageKey::StatusReady),
        (Tone::Neutral, MessageKey::StatusLeftOut),
        (Tone::OfStatus, MessageKey::StatusRejected),
    ];
    assert_eq!(verdicts, expected.map(|(tone, key)| (tone, english.text(key))));
    assert_eq!(files.summary, english.summary(1, 3, 1, 0));
}

#[test]
fn a_removed_file_is_named_until_it_is_back_or_the_person_goes_on() {
    let mut session = started(config(Mode::Upload));
    pick(&mut session, &[1]);
    session.answer_all();
    let id = files_panel(&session).rows[0].id;
    session.update(Event::FileRemoved(id));
    let removed = files_panel(&session).removed.unwrap();
    assert!(removed.text.contains("a.pdf"), "{removed:?}");
    assert_eq!(session.update(removed.undo.action.event()), [Effect::RestoreFile]);
    assert_eq!(files_panel(&session).removed, None);
    assert_eq!(session.update(Event::RemovalUndone), [], "there is nothing more to undo");
}

#[test]
fn images_change_what_is_asked_for() {
    for (accept, key) in [(Accept::Pdf, MessageKey::DropPdf), (Accept::PdfAndImages, MessageKey::DropImages)] {
        let limits = Limits { accept, ..Limits::default() };
        let files = files_panel(&started(Config { limits, ..config(Mode::Upload) }));
        assert_eq!((files.drop_hint, files.accepts_images), (english().text(key), accept == Accept::PdfAndImages));
    }
}

#[test]
fn of_hundreds_of_files_the_first_rows_are_listed_and_the_others_counted() {
    let mut session = started(config(Mode::Upload));
    let sizes: Vec<u64> = (1..=250).collect();
    pick(&mut session, &sizes);
    let files = files_panel(&session);
    assert_eq!(files.folded.map(|folded| folded.rows.len()), Some(200));
    assert_eq!(files.more, "and 50 more files");
    session.answer_all();
    let files = files_panel(&session);
    assert_eq!((files.rows.len(), files.folded), (200, None), "those that are left out come first");
    assert_eq!(files.summary, "24 of 250 files ready");
    let id = session.held[0];
    pick(&mut session, &[]);
    session.update(Event::FileRemoved(id));
    assert_eq!(files_panel(&session).more, "and 49 more files");
}

#[test]
fn a_list_that_has_a_row_for_each_file_says_nothing_of_more() {
    let mut session = started(config(Mode::Upload));
    pick(&mut session, &[1; 200]);
    assert_eq!(files_panel(&session).more, "");
}
