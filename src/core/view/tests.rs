//! The finished content, stage by stage.

use super::*;
use crate::core::{
    config::{Attributes, Check, Config, Handoff, Mode, Token, Unlock},
    connect::{address::ConnectBase, message},
    date::{Date, LocalTime},
    files::{
        file::FileId,
        limits::{Accept, Limits},
        lock::UnlockFailure,
        report::Status,
        task::TaskResult,
    },
    i18n::MessageKey,
    request::RequestId,
    session::{
        Effect, Event,
        harness::{Harness, RequestKind, good_pdf, locked_pdf, short_statement},
    },
    testing::{english, picked},
};

fn started(config: Config) -> Harness {
    let mut session = Harness::default();
    session.update(Event::Configured(Ok(Box::new(config))));
    session
}

fn config(mode: Mode) -> Config {
    Config { mode, ..Config::new(ConnectBase::from_instance("toolbox").unwrap()) }
}

fn files_panel(session: &Harness) -> FilesView {
    match view(session).panel {
        Panel::Files(files) => *files,
        other => panic!("files, not {other:?}"),
    }
}

fn pick(session: &mut Harness, sizes: &[u64]) -> Vec<Effect> {
    let event = session.pick(sizes.iter().map(|size| picked("a.pdf", *size)));
    session.update(event)
}

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

/// The person goes on, and the host lets them.
fn hand_off(session: &mut Harness) {
    let effects = session.update(Event::Continue);
    agree_to_handoff(session, &effects);
}

fn agree_to_handoff(session: &mut Harness, effects: &[Effect]) {
    let request = effects.iter().find_map(|effect| match effect {
        Effect::RequestHandoff { request, .. } => Some(*request),
        _ => None,
    });
    session.update(Event::HandoffAnswered { request: request.unwrap(), proceed: true });
}

fn requested_token(effects: &[Effect]) -> RequestId {
    let request = effects.iter().find_map(|effect| match effect {
        Effect::RequestToken { request } => Some(*request),
        _ => None,
    });
    request.unwrap()
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
fn the_trusted_origin_is_that_of_connect_and_none_without_it() {
    assert_eq!(view(&Session::default()).trusted_origin, None);
    let session = started(config(Mode::Primary));
    assert_eq!(view(&session).trusted_origin.as_deref(), Some("https://toolbox-iframe.private.fin.ag"));
    assert_eq!(view(&started(Config { connect: None, ..config(Mode::Dashboard) })).trusted_origin, None);
}

#[test]
fn only_staff_with_a_complete_batch_can_have_a_receipt() {
    for (mode, expected) in [(Mode::Dashboard, Some(english().text(MessageKey::Receipt))), (Mode::Upload, None)] {
        let mut session = started(config(mode));
        assert_eq!(view(&session).receipt, None);
        pick(&mut session, &[1]);
        assert_eq!(view(&session).receipt, None, "while it is checked");
        session.answer_all();
        assert_eq!(view(&session).receipt, expected);
    }
}

#[test]
fn an_offer_after_an_error_names_its_code() {
    let mut session = started(config(Mode::Fallback));
    assert!(!view(&session).keeps_line);
    session.update(Event::Message(message::read_text(r#"{"flinksCode":"INVALID_LOGIN"}"#)));
    let shown = view(&session);
    let Panel::Offer(offer) = shown.panel else { panic!("{:?}", shown.panel) };
    assert_eq!((offer.reason, offer.is_quiet, offer.accept.emphasis), ("error", false, Emphasis::Primary));
    assert!(offer.support_code.unwrap().contains("INVALID_LOGIN"));
    assert_eq!(shown.announcement, offer.text);

    session.update(Event::Reset);
    session.update(Event::OfferRequested);
    let Panel::Offer(offer) = view(&session).panel else { panic!("an offer") };
    assert_eq!((offer.is_quiet, offer.support_code), (false, None));
}

#[test]
fn in_primary_mode_the_offer_is_a_line_in_a_place_that_is_kept_free() {
    let mut session = started(config(Mode::Primary));
    let shown = view(&session);
    assert_eq!((shown.panel, shown.keeps_line), (Panel::None, true));
    session.update(Event::Message(message::read_text(r#"{"step":"INSTITUTION_SELECTED","institution":"TD"}"#)));
    let Panel::Offer(offer) = view(&session).panel else { panic!("an offer") };
    assert_eq!((offer.is_quiet, offer.accept.emphasis), (true, Emphasis::Quiet));
    session.update(Event::Message(message::read_text(r#"{"flinksCode":"INVALID_LOGIN"}"#)));
    assert!(view(&session).keeps_line, "the login doesn't move up when the line is gone");
}

/// Between what had failed and the button that tries again stood an empty line.
#[test]
fn no_line_is_kept_free_above_a_frame_that_could_not_be_opened() {
    let mut session = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    assert!(view(&session).keeps_line);
    let request = session.stage().frame().unwrap().request;
    session.update(Event::Token { request, answer: Err("late".to_owned()) });
    assert!(!view(&session).keeps_line);
    session.update(Event::Retry);
    assert!(view(&session).keeps_line);
}

/// Files that a host had taken were still "to choose".
#[test]
fn what_the_host_takes_is_ready_and_anything_else_is_to_be_chosen() {
    for (handoff, key) in [(Handoff::Event, MessageKey::ReadyFiles), (Handoff::Frame, MessageKey::FilesToChoose)] {
        let mut session = started(Config { handoff, ..config(Mode::Upload) });
        pick(&mut session, &[1, 2]);
        session.answer_all();
        hand_off(&mut session);
        let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
        assert_eq!(checklist.list_label, english().files(key, 2));
    }
}

#[test]
fn what_is_wrong_with_attributes_is_shown_while_nothing_works_and_not_to_people_who_can_go_on() {
    let wrong = || Attributes { mode: Some("x".into()), ..Attributes::default() }.read().map(Box::new);
    let mut session = Harness::default();
    session.update(Event::Configured(wrong()));
    assert_eq!(view(&session).alert, Some(english().text(MessageKey::NotSetUp)));
    let mut session = started(config(Mode::Upload));
    session.update(Event::Configured(wrong()));
    assert_eq!(view(&session).alert, None);
    assert_eq!(files_panel(&session).error, None);
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
fn the_second_choosing_is_told_where_there_is_one() {
    let table = [
        (Mode::Upload, Handoff::Frame, true),
        (Mode::Upload, Handoff::Navigate, true),
        (Mode::Upload, Handoff::Event, false),
        (Mode::Dashboard, Handoff::Frame, false),
    ];
    for (mode, handoff, expected) in table {
        let mut session = started(Config { handoff, ..config(mode) });
        assert_eq!(files_panel(&session).choose_again, "", "without files");
        pick(&mut session, &[1]);
        session.answer_all();
        assert_eq!(!files_panel(&session).choose_again.is_empty(), expected, "{mode:?} {handoff:?}");
    }
}

#[test]
fn without_files_nobody_is_asked_to_choose_the_same_ones_again() {
    for (check, can_change) in [(Check::Off, false), (Check::Optional, true)] {
        let mut session = Harness::default();
        let mut effects = session.update(Event::Configured(Ok(Box::new(Config { check, ..config(Mode::Upload) }))));
        if check == Check::Optional {
            effects = session.update(Event::Continue);
        }
        agree_to_handoff(&mut session, &effects);
        let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
        assert_eq!(checklist.title, english().text(MessageKey::UploadTitle));
        assert_eq!((checklist.steps.len(), checklist.rows.len()), (0, 0));
        assert_eq!(!checklist.buttons.is_empty(), can_change);
    }
}

/// "Your files have been checked" was said where there were none.
#[test]
fn files_are_said_to_be_checked_only_if_they_are() {
    let table = [
        (Mode::Upload, Handoff::Event, &[][..], "Upload your statements"),
        (Mode::Upload, Handoff::Navigate, &[], "Upload your statements"),
        (Mode::Upload, Handoff::Event, &[1], "Your files have been checked"),
        (Mode::Dashboard, Handoff::Frame, &[], "Upload the customer’s statements"),
        (Mode::Dashboard, Handoff::Frame, &[1], "The files have been checked"),
    ];
    for (mode, handoff, sizes, title) in table {
        for are_checked in [true, false] {
            let mut session = started(Config { handoff, check: Check::Optional, ..config(mode) });
            pick(&mut session, sizes);
            if are_checked {
                session.answer_all();
            }
            hand_off(&mut session);
            let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
            assert_eq!(
                checklist.title == title,
                are_checked || sizes.is_empty(),
                "{mode:?} {handoff:?} {}",
                checklist.title
            );
        }
    }
}

/// The drop zone was there while a token was awaited, and stayed when it did not come.
#[test]
fn where_no_files_are_asked_for_none_can_be_picked_on_the_way_either() {
    let texts = |session: &Harness| match view(session).panel {
        Panel::Checklist(ChecklistView { title, steps, buttons, .. }) => {
            (title, steps, buttons.into_iter().map(|button| button.label).collect::<Vec<_>>())
        }
        other => panic!("{other:?}"),
    };
    let title = || english().text(MessageKey::UploadTitle);
    for (mode, back) in [(Mode::Upload, &[][..]), (Mode::Primary, &[english().text(MessageKey::BackToLogin)])] {
        let config = Config { check: Check::Off, handoff: Handoff::Event, token: Token::Asked, ..config(mode) };
        let mut session = Harness::default();
        let mut effects = session.update(Event::Configured(Ok(Box::new(config))));
        if mode == Mode::Primary {
            session.update(Event::OfferRequested);
            effects = session.update(Event::OfferAccepted);
        }
        let request = requested_token(&effects);
        assert_eq!(texts(&session), (title(), vec![english().text(MessageKey::Going)], vec![]), "{mode:?}");
        assert!(!view(&session).accepts_files);
        session.update(Event::Token { request, answer: Err("late".to_owned()) });
        assert_eq!(view(&session).alert, Some(english().text(MessageKey::TokenFailed)));
        let labels = [&[english().text(MessageKey::TryAgain)], back].concat();
        assert_eq!(texts(&session), (title(), vec![], labels));
        assert!(!view(&session).accepts_files);
        let effects = session.update(Event::Continue);
        let request = requested_token(&effects);
        let effects = session.update(Event::Token { request, answer: Ok("t".into()) });
        let Some(Effect::RequestHandoff { request, .. }) = effects.last() else { panic!("{effects:?}") };
        session.update(Event::HandoffAnswered { request: *request, proceed: false });
        let labels = [&[english().text(MessageKey::Continue)], back].concat();
        assert_eq!(texts(&session), (title(), vec![], labels), "the host prevents it");
    }
}

/// "Change files" led to a screen without them.
#[test]
fn files_of_the_host_can_be_changed_even_where_none_are_asked_for() {
    let mut session = started(Config { check: Check::Off, ..config(Mode::Primary) });
    pick(&mut session, &[1]);
    session.answer_all();
    session.update(Event::OfferRequested);
    let effects = session.update(Event::OfferAccepted);
    agree_to_handoff(&mut session, &effects);
    let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
    session.update(checklist.buttons[0].action.event());
    assert_eq!(files_panel(&session).rows.len(), 1);
}

/// Staff choose the copy in the Dashboard, whatever `handoff` says.
#[test]
fn staff_are_told_of_unlocked_copies_with_any_hand_off() {
    let hint = english().text(MessageKey::ChooseUnlocked);
    for handoff in [Handoff::Frame, Handoff::Event] {
        let mut session = started(Config { handoff, ..config(Mode::Dashboard) });
        let effects = pick(&mut session, &[1]);
        let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
        session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(locked_pdf()))]));
        session.update(Event::PasswordEntered { file: FileId(1), password: "p".into() });
        session.answer_all();
        let files = files_panel(&session);
        let unlocked = files.rows[0].findings.iter().find(|finding| finding.code == "unlocked").unwrap();
        assert!(!unlocked.detail.is_empty(), "{handoff:?}");
        hand_off(&mut session);
        let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
        assert!(checklist.steps.concat().contains(&hint), "{handoff:?}: {:?}", checklist.steps);
        assert_eq!(checklist.list_label, english().files(MessageKey::FilesToChoose, 1));
    }
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

#[test]
fn a_locked_file_has_a_field_for_its_password_and_an_unlocked_one_a_way_to_save_it() {
    use MessageKey as Key;
    let english = english();
    for unlock in [Unlock::On, Unlock::Off] {
        let mut session = started(Config { unlock, ..config(Mode::Upload) });
        let effects = pick(&mut session, &[1]);
        let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
        session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(locked_pdf()))]));
        let files = files_panel(&session);
        let row = &files.rows[0];
        assert_eq!(row.save_label, None);
        // What can be unlocked is locked, and nothing worse.
        let (tone, verdict, summary, browse, hint) = if unlock == Unlock::On {
            (Tone::Locked, Key::StatusLocked, english.summary(0, 1, 0, 1), Emphasis::Secondary, Key::UnlockFirst)
        } else {
            (Tone::OfStatus, Key::StatusRejected, english.summary(0, 1, 1, 0), Emphasis::Primary, Key::ChooseFirst)
        };
        assert_eq!((row.tone, &row.verdict, &files.summary), (tone, &english.text(verdict), &summary));
        assert_eq!(files.browse_emphasis, browse);
        assert_eq!(files.continue_button.disabled, Some(Disabled::NotEnough { hint: Some(english.text(hint)) }));
        let key = if unlock == Unlock::On { Key::UnlockHere } else { Key::PasswordRequired };
        let text = english.text(key);
        assert_eq!(
            format!("{}\n{}", row.findings[0].summary, row.findings[0].detail),
            text.replacen('\n', "\r", 1).replace('\n', " ").replace('\r', "\n")
        );
        if unlock == Unlock::Off {
            assert_eq!(row.unlock, None);
            continue;
        }
        let said = |session: &Harness| {
            files_panel(session).rows[0]
                .unlock
                .clone()
                .map(|field| (field.button, field.hint, field.is_busy, field.is_refused))
        };
        let (unlock, hint) = (english.text(Key::Unlock), english.text(Key::PasswordHint));
        assert_eq!(said(&session), Some((unlock.clone(), hint.clone(), false, false)));
        for (failure, refused) in
            [(UnlockFailure::WrongPassword, Key::PasswordRefused), (UnlockFailure::Failed, Key::CannotUnlock)]
        {
            let effects = session.update(Event::PasswordEntered { file: FileId(1), password: "p".into() });
            let [Effect::Unlock { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
            assert_eq!(said(&session), Some((english.text(Key::Unlocking), hint.clone(), true, false)));
            session.update(Event::Checked(vec![TaskResult::Unlocked(request, Err(failure))]));
            assert_eq!(said(&session), Some((unlock.clone(), english.text(refused), false, true)));
        }
        session.update(Event::PasswordEntered { file: FileId(1), password: "p".into() });
        session.answer_all();
        let row = &files_panel(&session).rows[0];
        assert_eq!((row.unlock.clone(), row.save_label.clone()), (None, Some(english.text(Key::SaveUnlocked))));
    }
}

/// Of two locked files both had a filled button, or the way to choose files had it, which leads away from them.
#[test]
fn to_unlock_the_first_locked_file_is_the_next_step_only_while_no_file_can_go() {
    let mut session = started(config(Mode::Upload));
    let pick_one = |session: &mut Harness, size, report| {
        let effects = pick(session, &[size]);
        let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
        session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(report))]));
        session.answer_all();
    };
    let emphases = |session: &Harness| {
        let files = files_panel(session);
        let unlock = files.rows.iter().filter_map(|row| row.unlock.as_ref().map(|unlock| unlock.emphasis));
        (files.browse_emphasis, unlock.collect::<Vec<_>>())
    };
    pick_one(&mut session, 1, locked_pdf());
    pick_one(&mut session, 2, locked_pdf());
    assert_eq!(emphases(&session), (Emphasis::Secondary, vec![Emphasis::Primary, Emphasis::Secondary]));
    pick_one(&mut session, 3, good_pdf());
    assert_eq!(emphases(&session), (Emphasis::Secondary, vec![Emphasis::Secondary; 2]));
}

/// "The same files" were asked for, though of an unlocked one only the saved copy can be read.
#[test]
fn where_a_file_was_unlocked_its_copy_is_asked_for_before_and_at_the_second_choosing() {
    let hint = english().text(MessageKey::ChooseUnlocked);
    let mut session = started(config(Mode::Upload));
    let effects = pick(&mut session, &[1, 2]);
    let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
    session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(locked_pdf()))]));
    session.answer_all();
    assert!(!files_panel(&session).choose_again.contains(&hint));
    session.update(Event::PasswordEntered { file: FileId(1), password: "p".into() });
    session.answer_all();
    assert!(files_panel(&session).choose_again.contains(&hint));
    hand_off(&mut session);
    let Panel::Checklist(checklist) = view(&session).panel else { panic!("{:?}", view(&session).panel) };
    let [choose, send] = &checklist.steps[..] else { panic!("{:?}", checklist.steps) };
    assert!(choose.ends_with(&hint) && !send.contains(&hint), "{choose} {send}");
}

/// The receipt had the day on which files were last picked, which may be days before.
#[test]
fn a_receipt_says_when_the_documents_were_received() {
    let mut session = started(config(Mode::Upload));
    session.update(Event::Today(Date::parse("2026-07-04").unwrap()));
    pick(&mut session, &[1]);
    session.answer_all();
    hand_off(&mut session);
    let effects = session.update(Event::Message(message::read_text(r#"{"step":"REDIRECT","requestId":"r"}"#)));
    assert!(effects.contains(&Effect::ReadClock));
    let received = |session: &Harness| {
        let Panel::End(end) = view(session).panel else { panic!("{:?}", view(session).panel) };
        let label = english().text(MessageKey::ReceivedDate);
        end.details.iter().find(|(name, _)| *name == label).map(|(_, value)| value.replace('\u{a0}', " "))
    };
    assert_eq!(received(&session), None);
    let date = Date::parse("2026-07-06").unwrap();
    session.update(Event::Clock(LocalTime { date, hour: 14, minute: 5 }));
    assert_eq!(received(&session).as_deref(), Some("6 Jul 2026 at 2:05 p.m."));
}

#[test]
fn an_unlocked_file_is_not_folded_away_and_what_to_do_with_its_copy_fits_the_handoff() {
    for handoff in [Handoff::Frame, Handoff::Event] {
        let mut session = started(Config { handoff, ..config(Mode::Upload) });
        let effects = pick(&mut session, &[1, 2, 3, 4, 5]);
        let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
        session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(locked_pdf()))]));
        session.answer_all();
        session.update(Event::PasswordEntered { file: FileId(1), password: "p".into() });
        session.answer_all();
        let files = files_panel(&session);
        let [row] = &files.rows[..] else { panic!("{:?}", files.rows) };
        assert_eq!((row.id, files.folded.map(|folded| folded.rows.len())), (FileId(1), Some(4)));
        assert_eq!(row.findings[0].detail.is_empty(), handoff == Handoff::Event);
    }
}
