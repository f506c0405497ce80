//! Attributes that change, and that are wrong.

use super::*;

#[test]
fn wrong_attributes_are_told_and_shown_and_nothing_is_opened() {
    let mut session = Harness::default();
    let wrong = UploadError::invalid("mode", &"a mode", "x");
    let effects = session.update(Event::Configured(Err(vec![wrong.clone()])));
    assert_eq!(effects, [Effect::Notify(HostEvent::Error(wrong))]);
    assert!(matches!(session.stage(), Stage::Unconfigured));
    assert!(view(&session).alert.is_some());
    session.update(Event::Configured(Ok(Box::new(config(Mode::Primary)))));
    assert_eq!(view(&session).alert, None);
    assert!(matches!(session.stage(), Stage::Connect { .. }));
}

#[test]
fn an_attribute_that_turns_wrong_loses_neither_the_stage_nor_the_files() {
    let mut session = ready_to_go(config(Mode::Primary));
    session.update(Event::Configured(Err(vec![UploadError::invalid("max-files", &"a number", "x")])));
    assert!(session.may_continue());
    // Everything still works: only the page's developer is told.
    assert_eq!(session.visible_error(), None);
}

#[test]
fn another_language_keeps_everything() {
    let mut session = ready_to_go(config(Mode::Primary));
    let before = session.stage().clone();
    let mut french = config(Mode::Primary);
    french.language = crate::core::language::Language::French;
    french.connect.as_mut().unwrap().language = Some(french.language);
    assert!(session.update(Event::Configured(Ok(Box::new(french)))).is_empty());
    assert_eq!(session.stage(), &before);
    assert_eq!(view(&session).language, "fr");
}

#[test]
fn another_mode_or_another_connect_starts_again_and_the_files_stay() {
    let mut session = ready_to_go(config(Mode::Primary));
    session.update(Event::Configured(Ok(Box::new(config(Mode::Fallback)))));
    assert!(matches!(session.stage(), Stage::Connect { offer: None, .. }));
    assert_eq!(session.report().totals.files, 1);
    let other = Config { mode: Mode::Fallback, ..Config::new(ConnectBase::from_instance("other").unwrap()) };
    session.update(Event::Configured(Ok(Box::new(other))));
    assert!(open_address(&session).starts_with("https://other-iframe."));
    assert_eq!(session.report().totals.files, 1);
}

/// Bug: each wrong attribute was told again whenever another one changed.
#[test]
fn a_wrong_attribute_is_told_once_and_again_when_it_was_right_in_between() {
    let told = |effects: &[Effect]| -> Vec<Option<&'static str>> {
        let errors = effects.iter().filter_map(|effect| match effect {
            Effect::Notify(HostEvent::Error(error)) => Some(error.attribute()),
            _ => None,
        });
        errors.collect()
    };
    let mut session = session(Mode::Primary);
    let wrong = |attribute| UploadError::invalid(attribute, "something else", "x");
    let mut refuse = |errors: &[UploadError]| told(&session.update(Event::Configured(Err(errors.to_vec()))));
    assert_eq!(refuse(&[wrong("max-files")]), [Some("max-files")]);
    assert_eq!(refuse(&[wrong("max-files"), wrong("theme")]), [Some("theme")]);
    assert_eq!(refuse(&[wrong("max-files")]), []);
    session.update(Event::Configured(Ok(Box::new(config(Mode::Primary)))));
    assert_eq!(told(&session.update(Event::Configured(Err(vec![wrong("max-files")])))), [Some("max-files")]);
}
