//! What may happen: configurations, events, and every answer to a question.

use super::world::{Asked, World};
use crate::core::{
    address::{ConnectBase, Institution},
    batch::{Outcome, Ticket, Unreadable},
    config::{Check, Config, Handoff, Mode, OfferOn, Token},
    error::UploadError,
    limits::{Ceiling, Limits},
    message,
    session::Event,
    status::StatusNews,
    testing::{good_pdf, picked},
};
use crate::pdf::{FileKind, PdfReport, State};

/// A part of the session's world that is small enough to be gone through whole.
pub(super) struct Scope {
    pub(super) configs: Vec<Config>,
    /// The sizes of the files that may be picked, and how many of them at a time.
    pub(super) sizes: Vec<u64>,
    pub(super) most_files: usize,
    /// How many of the answers to a question are tried.
    pub(super) most_answers: usize,
    /// What the frame, the person and the host may do beside picking and answering.
    pub(super) moves: Vec<Event>,
}

fn says(text: &str) -> Event {
    Event::Message(message::read_text(text))
}

fn config(mode: Mode, check: Check, handoff: Handoff, token: Token) -> Config {
    Config { mode, token, handoff, check, ..Config::new(ConnectBase::of_instance("toolbox").unwrap()) }
}

impl Scope {
    /// Every stage, setting and message, with one file.
    pub(super) fn journeys() -> Self {
        let fixed = Token::Fixed("t".to_owned());
        let both = OfferOn { not_listed: true, inactivity: Some(9) };
        let status_url = Some("/events".to_owned());
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
        Self { configs, sizes: vec![3], most_files: 1, most_answers: 9, moves }
    }

    /// The same, where the host makes mistakes in between.
    pub(super) fn mistakes() -> Self {
        let mut scope = Self::journeys();
        scope.configs.truncate(1);
        let wrong = UploadError::TooManyPicked { limit: 1 };
        scope.moves.extend([Event::Trouble(wrong.clone()), Event::Configured(Err(vec![wrong]))]);
        scope
    }

    /// Three files, copies among them, around each limit.
    pub(super) fn batches() -> Self {
        let limits = Limits { max_files: 2, max_total_size: Ceiling::exact(11), ..Limits::default() };
        let tight = Limits {
            max_total_size: Ceiling { doubt: 2, certain: Some(4) },
            max_file_size: Ceiling::exact(3),
            ..limits
        };
        let base = config(Mode::Upload, Check::Required, Handoff::Frame, Token::None);
        let configs = vec![Config { limits, ..base.clone() }, Config { limits: tight, ..base }];
        Self { configs, sizes: vec![3, 4], most_files: 3, most_answers: 2, moves: vec![Event::Continue] }
    }

    /// Each event that may happen in this world, with the configuration that it brings.
    pub(super) fn events(&self, world: &World) -> Vec<(Event, Option<usize>)> {
        let Some(config) = world.config else {
            let begin = self.configs.iter().enumerate();
            return begin.map(|(at, config)| (Event::Configured(Ok(Box::new(config.clone()))), Some(at))).collect();
        };
        let mut events = self.moves.clone();
        for (asked, ticket) in &world.open {
            // Pauses that go on growing are tested by themselves.
            let is_tired = *asked == Asked::Stream && world.pause > 1;
            let answers = answers_to(*asked, *ticket).into_iter().take(self.most_answers);
            events
                .extend(answers.filter(|event| !is_tired || !matches!(event, Event::StreamLost { refused: None, .. })));
        }
        if world.kept.len() < self.most_files {
            events.extend(self.sizes.iter().map(|size| Event::FilesPicked(vec![picked("a.pdf", *size)])));
        }
        events.extend(world.kept.iter().map(|id| Event::FileRemoved(*id)));
        let mut events: Vec<_> = events.into_iter().map(|event| (event, None)).collect();
        let next = (config + 1) % self.configs.len();
        events
            .extend(self.configs.get(next).map(|config| (Event::Configured(Ok(Box::new(config.clone()))), Some(next))));
        events
    }
}

/// Every answer that makes a difference, the most telling ones first.
pub(super) fn answers_to(asked: Asked, ticket: Ticket) -> Vec<Event> {
    let inspected = |answer| Event::Checked(vec![Outcome::Inspected(ticket, answer)]);
    let hashed = |answer| Event::Checked(vec![Outcome::Hashed(ticket, answer)]);
    match asked {
        Asked::Token => ["t", " "].map(|token| Event::Token { ticket, answer: Ok(token.to_owned()) }).into(),
        Asked::Inactivity | Asked::Patience => vec![Event::Waited { ticket }],
        Asked::Handoff => [true, false].map(|proceed| Event::HandoffAnswered { ticket, proceed }).into(),
        Asked::Inspect => vec![
            inspected(Ok(good_pdf())),
            inspected(Err(Unreadable)),
            inspected(Ok(PdfReport::of_kind(FileKind::Html, State::Intact))),
        ],
        Asked::Hash => vec![hashed(Ok(Some([1; 32]))), hashed(Ok(Some([2; 32]))), hashed(Ok(None))],
        Asked::Stream => {
            let news = |word: &str| StatusNews::from_fields(|name| (name == "status").then(|| word.to_owned()));
            let heard = |word| Event::StatusHeard { ticket, id: "7".to_owned(), news: news(word) };
            let lost = |refused| Event::StreamLost { ticket, refused };
            vec![heard("processing"), heard("failed"), lost(None), lost(Some("HTTP status 404".to_owned()))]
        }
    }
}
