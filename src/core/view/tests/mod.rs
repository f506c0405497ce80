//! The finished content, stage by stage. What all of its tests use stands here.

mod connect;
mod files;
mod handoff;
mod unlock;

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
    session::{
        Effect, Event,
        harness::{Harness, RequestKind, good_pdf, locked_pdf, requested_handoff, requested_token, short_statement},
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

/// The person goes on, and the host lets them.
fn hand_off(session: &mut Harness) {
    let effects = session.update(Event::Continue);
    agree_to_handoff(session, &effects);
}

fn agree_to_handoff(session: &mut Harness, effects: &[Effect]) {
    let (request, _) = requested_handoff(effects);
    session.update(Event::HandoffAnswered { request, proceed: true });
}
