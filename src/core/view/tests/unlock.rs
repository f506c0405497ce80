//! Locked files and their unlocked copies.

use super::*;

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
