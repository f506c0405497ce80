//! What may happen: configurations, events, and every answer to a question.

use super::{
    super::harness::{RequestKind, answers_to},
    environment::Environment,
};
use crate::core::{
    config::{Check, CheckCoverage, Config, Handoff, Mode, OfferOn, ReadStatements, Token, Unlock},
    connect::{
        address::{ConnectBase, Institution},
        message,
    },
    date::Date,
    error::UploadError,
    files::{
        coverage::RequiredDays,
        file::FileId,
        limits::{Limits, SizeLimit},
        task::TaskResult,
    },
    redacted::Redacted,
    session::{Event, StreamEnd},
    testing::picked,
};
use crate::pdf::Encryption;

/// A part of the session's environment that is small enough to be gone through whole.
pub(super) struct Scope {
    pub(super) configs: Vec<Config>,
    /// The sizes of the files that may be picked, and how many of them at a time.
    pub(super) sizes: Vec<u64>,
    pub(super) max_files: usize,
    /// How many of the answers to a question are tried.
    pub(super) max_answers: usize,
    /// Whether files may be locked, and passwords entered.
    pub(super) has_locks: bool,
    /// What the frame, the person and the host may do beside picking and answering.
    pub(super) moves: Vec<Event>,
}

fn says(text: &str) -> Event {
    Event::Message(message::read_text(text))
}

fn config(mode: Mode, check: Check, handoff: Handoff, token: Token) -> Config {
    // Statements have a scope of their own, or each file would have three states more.
    let read_statements = ReadStatements::Off;
    Config {
        mode,
        token,
        handoff,
        check,
        read_statements,
        ..Config::new(ConnectBase::from_instance("toolbox").unwrap())
    }
}

impl Scope {
    /// Every stage, setting and message, with one file.
    pub(super) fn journeys() -> Self {
        let fixed = Token::Fixed("t".into());
        let both = OfferOn { not_listed: true, inactivity: Some(9) };
        let status_url = Some(Redacted::from("/events"));
        let home = Institution::new("Home").ok();
        let configs = vec![
            Config {
                offer_on: both,
                status_url: status_url.clone(),
                ..config(Mode::Primary, Check::Required, Handoff::Frame, Token::Asked)
            },
            Config {
                institution: home.clone(),
                ..config(Mode::Primary, Check::Optional, Handoff::Navigate, Token::None)
            },
            Config { offer_on: both, ..config(Mode::Primary, Check::Off, Handoff::Event, Token::Asked) },
            Config {
                status_url: status_url.clone(),
                ..config(Mode::Fallback, Check::Required, Handoff::Event, Token::Asked)
            },
            config(Mode::Fallback, Check::Off, Handoff::Frame, fixed.clone()),
            Config {
                institution: home.clone(),
                ..config(Mode::Upload, Check::Required, Handoff::Navigate, Token::Asked)
            },
            Config { institution: home, status_url, ..config(Mode::Upload, Check::Optional, Handoff::Frame, fixed) },
            config(Mode::Upload, Check::Off, Handoff::Frame, Token::Asked),
            Config { connect: None, ..config(Mode::Dashboard, Check::Required, Handoff::Frame, Token::None) },
            config(Mode::Dashboard, Check::Off, Handoff::Frame, Token::Asked),
        ];
        let moves = vec![
            says(r#"{"step":"INSTITUTION_SELECTED","institution":"One"}"#),
            says(r#"{"step":"INSTITUTION_SELECTED"}"#),
            says(r#"{"flinksCode":"INVALID_LOGIN"}"#),
            says(r#"{"flinksCode":"RETRY_LATER","institution":"One"}"#),
            says(r#"{"flinksCode":"UNAUTHORIZED","institution":"One"}"#),
            says(r#"{"step":"REDIRECT","loginId":"l"}"#),
            says(r#"{"step":"SOMETHING_NEW"}"#),
            says("{}"),
            Event::NotListed,
            Event::OfferRequested,
            Event::OfferAccepted,
            Event::Retry,
            Event::Continue,
            Event::ChangeFiles,
            Event::Hidden(true),
            Event::Hidden(false),
            Event::Reset,
        ];
        Self { configs, sizes: vec![3], max_files: 1, max_answers: 9, has_locks: false, moves }
    }

    /// The same, where the host makes mistakes in between.
    pub(super) fn mistakes() -> Self {
        let mut scope = Self::journeys();
        scope.configs.truncate(1);
        let wrong = UploadError::TooManyPicked { limit: 1 };
        scope.moves.extend([Event::FilesLeftOut, Event::HostError(wrong.clone()), Event::Configured(Err(vec![wrong]))]);
        scope
    }

    /// Three files, copies among them, around each limit.
    pub(super) fn batches() -> Self {
        let limits = Limits { max_files: 2, max_total_size: SizeLimit::exact(11), ..Limits::default() };
        let tight = Limits {
            max_total_size: SizeLimit { soft: 2, hard: Some(4) },
            max_file_size: SizeLimit::exact(3),
            ..limits
        };
        let base = config(Mode::Upload, Check::Required, Handoff::Frame, Token::None);
        let configs = vec![Config { limits, ..base.clone() }, Config { limits: tight, ..base }];
        Self {
            configs,
            sizes: vec![3, 4],
            max_files: 3,
            max_answers: 2,
            has_locks: false,
            moves: vec![Event::Continue],
        }
    }

    /// Two files that are read, on two days, of which a statement covers one.
    pub(super) fn statements() -> Self {
        let base = Config {
            read_statements: ReadStatements::On,
            required_days: RequiredDays::new(1),
            ..config(Mode::Upload, Check::Required, Handoff::Frame, Token::None)
        };
        let configs = vec![
            Config { check_coverage: CheckCoverage::Required, ..base.clone() },
            Config { check: Check::Optional, ..base.clone() },
            // Files are read again.
            Config { institution: Institution::new("Two").ok(), ..base.clone() },
            Config { read_statements: ReadStatements::Off, ..base },
        ];
        let later = Date::EPOCH.plus_days(365).unwrap();
        let moves = vec![Event::Today(Date::EPOCH), Event::Today(later), Event::Continue, Event::ChangeFiles];
        Self { configs, sizes: vec![3], max_files: 2, max_answers: 2, has_locks: false, moves }
    }

    /// Two files that may be locked, where unlocking is on or off.
    pub(super) fn locks() -> Self {
        let base = config(Mode::Upload, Check::Required, Handoff::Frame, Token::None);
        let configs = vec![
            base.clone(),
            Config { unlock: Unlock::Off, ..base.clone() },
            Config { check: Check::Optional, ..base },
        ];
        let moves = vec![Event::Continue, Event::ChangeFiles];
        Self { configs, sizes: vec![3], max_files: 2, max_answers: 4, has_locks: true, moves }
    }

    /// Each event that may happen in this environment, with the configuration that it brings.
    pub(super) fn events(&self, environment: &Environment) -> Vec<(Event, Option<usize>)> {
        let Some(config) = environment.config else {
            let begin = self.configs.iter().enumerate();
            return begin.map(|(at, config)| (Event::Configured(Ok(Box::new(config.clone()))), Some(at))).collect();
        };
        let mut events = self.moves.clone();
        for (kind, request) in &environment.harness.open {
            // Pauses that go on growing are tested by themselves.
            let is_tired = *kind == RequestKind::Stream && environment.harness.pause > 1;
            let answers = answers_to(*kind, *request).into_iter().take(self.max_answers);
            events.extend(answers.filter(|event| {
                (!is_tired || !matches!(event, Event::StreamClosed { end: StreamEnd::Lost { .. }, .. }))
                    && (self.has_locks || !is_locked(event))
            }));
        }
        if self.has_locks {
            let enter = |file: &FileId| Event::PasswordEntered { file: *file, password: "p".into() };
            events.extend(environment.harness.held.iter().map(enter));
        }
        if environment.harness.held.len() < self.max_files {
            events.extend(self.sizes.iter().map(|size| environment.harness.clone().pick([picked("a.pdf", *size)])));
        }
        events.extend(environment.harness.held.iter().map(|id| Event::FileRemoved(*id)));
        let mut events: Vec<_> = events.into_iter().map(|event| (event, None)).collect();
        let next = (config + 1) % self.configs.len();
        events
            .extend(self.configs.get(next).map(|config| (Event::Configured(Ok(Box::new(config.clone()))), Some(next))));
        events
    }
}

/// Whether it says that a file is locked.
fn is_locked(event: &Event) -> bool {
    matches!(event, Event::Checked(results) if results.iter().any(|result| {
        matches!(result, TaskResult::Inspected(_, Ok(report)) if report.encryption == Some(Encryption::NeedsPassword))
    }))
}
