//! The way to the upload screen, what stands beside it, and the end.

use super::*;

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
