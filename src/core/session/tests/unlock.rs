//! Locked files: when a password is tried, and what comes of it.

use super::{config, started};
use crate::core::{
    config::{Config, Mode, Unlock},
    files::{
        file::FileId,
        lock::{Lock, UnlockFailure},
        report::Status,
        task::TaskResult,
    },
    session::{
        Effect, Event, HostEvent,
        harness::{Harness, locked_pdf, unlocked_copy},
    },
    testing::{good_pdf, picked},
};

/// With one locked file.
fn with_locked_file(config: Config) -> Harness {
    let mut session = started(config).0;
    let event = session.pick([picked("a.pdf", 5)]);
    let effects = session.update(event);
    let [Effect::Inspect { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
    session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(locked_pdf()))]));
    session
}

fn enter(password: &str) -> Event {
    Event::PasswordEntered { file: FileId(1), password: password.into() }
}

// @claim:password-of-file
#[test]
fn a_password_goes_to_the_checker_and_is_printed_nowhere() {
    let mut session = with_locked_file(config(Mode::Upload));
    let event = enter("maple");
    let effects = session.update(event.clone());
    let [Effect::Unlock { id: FileId(1), request, password }, Effect::Notify(HostEvent::Check(report))] = &effects[..]
    else {
        panic!("{effects:?}")
    };
    assert_eq!(password, "maple");
    assert_eq!((report.files[0].lock, report.complete), (Some(Lock::Unlocking), false));
    let printed = format!("{event:?} {effects:?} {:?}", session.session);
    assert!(!printed.contains("maple"), "{printed}");
    let told = session.update(Event::Checked(vec![TaskResult::Unlocked(*request, Err(UnlockFailure::WrongPassword))]));
    let [Effect::Notify(HostEvent::Check(report))] = &told[..] else { panic!("{told:?}") };
    assert_eq!(report.files[0].lock, Some(Lock::Refused(UnlockFailure::WrongPassword)));
}

#[test]
fn the_copy_is_inspected_before_it_counts() {
    let mut session = with_locked_file(config(Mode::Upload));
    let effects = session.update(enter("maple"));
    let [Effect::Unlock { request, .. }, ..] = effects[..] else { panic!("{effects:?}") };
    let effects = session.update(Event::Checked(vec![TaskResult::Unlocked(request, Ok(unlocked_copy()))]));
    let [Effect::Inspect { id: FileId(1), request, .. }, Effect::Notify(_)] = effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(session.report().files[0].status, Status::Checking);
    session.update(Event::Checked(vec![TaskResult::Inspected(request, Ok(good_pdf()))]));
    session.answer_all();
    assert!(session.report().can_continue);
    assert_eq!(session.report().files[0].name, unlocked_copy().name);
}

#[test]
fn no_password_is_tried_where_the_host_forbids_it_or_where_there_is_none() {
    let off = Config { unlock: Unlock::Off, ..config(Mode::Upload) };
    assert_eq!(with_locked_file(off).update(enter("maple")), []);
    assert_eq!(with_locked_file(config(Mode::Upload)).update(enter("")), []);
}
