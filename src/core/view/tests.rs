//! The finished content, stage by stage.

use super::*;
use crate::core::{
    config::{Attributes, Check, Config, Mode},
    connect::{address::ConnectBase, message},
    files::limits::{Accept, Limits},
    i18n::MessageKey,
    session::{Effect, Event, harness::Harness},
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
    assert_eq!(files_panel(&session).summary, english().summary(1, 2, 1));
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
fn only_files_that_are_picked_here_are_accepted() {
    let mut session = started(config(Mode::Primary));
    assert!(!view(&session).accepts_files);
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    assert!(view(&session).accepts_files);
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
fn an_offer_after_an_error_names_its_code_and_that_the_login_stays_open() {
    let mut session = started(config(Mode::Fallback));
    session.update(Event::Message(message::read_text(r#"{"flinksCode":"INVALID_LOGIN"}"#)));
    let shown = view(&session);
    let Panel::Offer(offer) = shown.panel else { panic!("{:?}", shown.panel) };
    assert_eq!(offer.reason, "error");
    assert!(offer.support_code.unwrap().contains("INVALID_LOGIN") && offer.still_log_in.is_some());
    assert_eq!(shown.announcement, offer.text);

    session.update(Event::Reset);
    session.update(Event::OfferRequested);
    let Panel::Offer(offer) = view(&session).panel else { panic!("an offer") };
    assert_eq!((offer.still_log_in, offer.support_code), (None, None));
}

#[test]
fn each_wrong_attribute_is_named_for_the_developer_and_none_else() {
    let wrong = Attributes { mode: Some("x".into()), theme: Some("y".into()), ..Attributes::default() };
    let mut session = Harness::default();
    session.update(Event::Configured(wrong.read().map(Box::new)));
    let alert = view(&session).alert.unwrap();
    assert_eq!(alert.text, english().text(MessageKey::NotSetUp));
    assert_eq!(alert.details.len(), 3, "mode, theme, and the missing instance: {:?}", alert.details);
}

#[test]
fn images_change_what_is_asked_for() {
    for (accept, key) in [(Accept::Pdf, MessageKey::DropPdf), (Accept::PdfAndImages, MessageKey::DropImages)] {
        let limits = Limits { accept, ..Limits::default() };
        let files = files_panel(&started(Config { limits, ..config(Mode::Upload) }));
        assert_eq!((files.drop_hint, files.accepts_images), (english().text(key), accept == Accept::PdfAndImages));
    }
}
