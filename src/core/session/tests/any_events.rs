//! Whatever happens.

use super::*;
use proptest::prelude::*;

fn any_event() -> impl Strategy<Value = Event> {
    let request = (0_u32..40).prop_map(RequestId);
    let text = prop_oneof![
        Just(r#"{"step":"REDIRECT","loginId":"l"}"#.to_owned()),
        Just(r#"{"step":"APP_MOUNTED"}"#.to_owned()),
        "TD|BMO|\\.\\.".prop_map(|name| format!(r#"{{"step":"INSTITUTION_SELECTED","institution":"{name}"}}"#)),
        prop::sample::select(ErrorCode::KNOWN).prop_map(|code| format!(r#"{{"flinksCode":"{}"}}"#, code.as_str())),
    ];
    let mode = prop::sample::select(vec![Mode::Primary, Mode::Fallback, Mode::Upload, Mode::Dashboard]);
    let configured = (mode, 1_u32..5, any::<bool>(), prop::sample::select(vec![Check::Required, Check::Optional]))
        .prop_map(|(mode, max_files, asks, check)| {
            let mut config = config(mode);
            config.limits.max_files = max_files;
            config.check = check;
            config.offer_on = OfferOn { not_listed: asks, inactivity: asks.then_some(60) };
            config.token = if asks { Token::Asked } else { Token::None };
            config.status_url = asks.then(|| "/events".into());
            Event::Configured(Ok(Box::new(config)))
        });
    let result = prop_oneof![
        3 => request.clone().prop_map(|request| TaskResult::Inspected(request, Ok(good_pdf()))),
        2 => request.clone().prop_map(|request| TaskResult::Hashed(request, Ok(Some([0; 32])))),
    ];
    let size = prop_oneof![Just(0_u64), 1_u64..4, Just(100_000_000)];
    prop_oneof![
        4 => text.prop_map(|text| Event::Message(message::read_text(&text))),
        1 => configured,
        1 => Just(Event::Configured(Err(vec![UploadError::invalid("mode", &"a mode", "x")]))),
        1 => (request.clone(), prop::sample::select(&Timer::ALL[..]))
            .prop_map(|(request, timer)| Event::TimerElapsed { timer, request }),
        1 => Just(Event::NotListed),
        1 => Just(Event::OfferRequested),
        3 => Just(Event::OfferAccepted),
        1 => Just(Event::Retry),
        // The ids are given when the event happens.
        3 => prop::collection::vec(size.prop_map(|size| (FileId(0), picked("a", size))), 0..6)
            .prop_map(Event::FilesPicked),
        1 => Just(Event::FilesLeftOut),
        1 => (0_u32..10).prop_map(|id| Event::FileRemoved(FileId(id))),
        8 => prop::collection::vec(result, 0..4).prop_map(Event::Checked),
        2 => request.clone().prop_map(|request| Event::Token { request, answer: Ok("t".into()) }),
        3 => Just(Event::Continue),
        3 => (request, any::<bool>()).prop_map(|(request, proceed)| Event::HandoffAnswered { request, proceed }),
        1 => Just(Event::ChangeFiles),
        1 => any::<bool>().prop_map(Event::Hidden),
        1 => Just(Event::Reset),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn no_sequence_of_events_breaks_the_promises(events in prop::collection::vec(any_event(), 1..60)) {
        let (mut session, _) = started(config(Mode::Primary));
        let mut over = false;
        for event in events {
            over &= !matches!(event, Event::Reset | Event::Configured(Ok(_)));
            let is_message = matches!(&event, Event::Message(message) if message.kind == MessageKind::Redirect);
            let by_reason = match &event {
                Event::Message(message) => match (&message.step, &message.flinks_code) {
                    (Some(Step::InstitutionSelected), _) => vec!["primary", "forced"],
                    (_, Some(code)) if code.offers_upload() => vec!["error"],
                    _ => vec![],
                },
                Event::NotListed => vec!["not-listed"],
                Event::OfferRequested | Event::Configured(_) | Event::Reset => vec!["forced"],
                Event::TimerElapsed { .. } => vec!["inactivity"],
                _ => vec![],
            };
            let event = match event {
                Event::FilesPicked(files) => session.pick(files.into_iter().map(|(_, file)| file)),
                event => event,
            };
            let effects = session.update(event);
            for (reason, _, _) in offers(&effects) {
                prop_assert!(by_reason.contains(&reason.as_str()), "an offer of {} without a reason", reason);
                prop_assert!(!over, "an offer after REDIRECT");
            }
            over |= is_message && matches!(session.stage(), Stage::Done(_));
            let report = session.report();
            prop_assert!(report.totals.ready <= report.limits.max_files);
            prop_assert!(!report.limits.max_total_size.is_over(report.totals.ready_bytes));
            prop_assert_eq!(report.can_continue, report.complete && report.totals.ready > 0);
            prop_assert_eq!(report.complete, report.files.iter().all(|file| file.status != Status::Checking));
            for effect in &effects {
                if let Effect::RequestHandoff { detail, .. } = effect {
                    let check = session.config().unwrap().check;
                    prop_assert!(check != Check::Required || detail.report.can_continue);
                    prop_assert!(!over, "a hand-off after REDIRECT");
                }
            }
            prop_assert!(!matches!(session.stage(), Stage::Unconfigured), "a journey that began never stands nowhere");
            let _ = view(&session);
        }
    }
}

#[test]
fn nothing_that_is_printed_for_developers_holds_a_token_or_a_login_id() {
    let secret = Config { token: Token::Fixed("secret-token".into()), ..config(Mode::Primary) };
    let mut session = ready_to_go(secret);
    let printed = format!("{session:?}");
    let (request, _) = requested_handoff(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    say(&mut session, r#"{"step":"REDIRECT","loginId":"secret-login"}"#);
    let printed = printed + &format!("{session:?}");
    assert!(!printed.contains("secret"), "{printed}");
}
