//! The journey, stage by stage.

mod status_stream;
mod timeouts;
mod unlock;

use super::{harness::Harness, *};
use crate::core::offer::Offer;
use crate::core::{
    config::OfferOn,
    connect::{
        address::{ConnectBase, Params},
        error_code::{FallbackCode, offers_upload},
        message,
    },
    files::report::Status,
    testing::{good_pdf, picked},
    view::{EndKind, Panel, view},
};
use proptest::prelude::*;

pub(super) fn config(mode: Mode) -> Config {
    Config { mode, ..Config::new(ConnectBase::from_instance("toolbox").unwrap()) }
}

pub(super) fn started(config: Config) -> (Harness, Vec<Effect>) {
    let mut session = Harness::default();
    let effects = session.update(Event::Configured(Ok(Box::new(config))));
    (session, effects)
}

fn session(mode: Mode) -> Harness {
    started(config(mode)).0
}

pub(super) fn say(session: &mut Harness, text: &str) -> Vec<Effect> {
    session.update(Event::Message(message::read_text(text)))
}

fn select(session: &mut Harness, institution: &str) -> Vec<Effect> {
    say(session, &serde_json::json!({"step": "INSTITUTION_SELECTED", "institution": institution}).to_string())
}

fn fail(session: &mut Harness, code: &str) -> Vec<Effect> {
    say(session, &serde_json::json!({"flinksCode": code, "requestId": "r"}).to_string())
}

/// The offers that the host is told of, as `(reason, code, institution)`.
fn offers(effects: &[Effect]) -> Vec<(String, Option<String>, Option<String>)> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(HostEvent::Offer(offer)) => Some(offer),
        _ => None,
    });
    told.map(|offer| {
        let code = match &offer.reason {
            Reason::Error(code) => Some(code.as_str().to_owned()),
            _ => None,
        };
        let institution = offer.institution.as_ref().map(|institution| institution.as_str().to_owned());
        (offer.reason.as_str().to_owned(), code, institution)
    })
    .collect()
}

fn offered(session: &Session) -> Option<&Offer> {
    match session.stage() {
        Stage::Connect { offer, .. } => offer.as_ref(),
        _ => None,
    }
}

fn primary(institution: &str) -> Vec<(String, Option<String>, Option<String>)> {
    vec![("primary".to_owned(), None, Some(institution.to_owned()))]
}

fn error(code: &str, institution: Option<&str>) -> Vec<(String, Option<String>, Option<String>)> {
    vec![("error".to_owned(), Some(code.to_owned()), institution.map(str::to_owned))]
}

/// How the journey ended, as it is shown.
pub(super) fn end(session: &Session) -> (EndKind, Option<crate::core::results::status::UploadStatus>) {
    match view(session).panel {
        Panel::End(end) => (end.kind, end.status),
        other => panic!("an end, not {other:?}"),
    }
}

pub(super) fn pick_good(session: &mut Harness, count: u64) {
    let event = session.pick((1..=count).map(|size| picked("a.pdf", size)));
    session.update(event);
    session.answer_all();
}

pub(super) fn proposal(effects: &[Effect]) -> (RequestId, HandoffDetail) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::RequestHandoff { request, detail } => Some((*request, (**detail).clone())),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("a hand-off in {effects:?}"))
}

pub(super) fn asked_token(effects: &[Effect]) -> RequestId {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::RequestToken { request } => Some(*request),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("a question for a token in {effects:?}"))
}

pub(super) fn open_address(session: &Session) -> &str {
    match session.stage().frame().map(|frame| &frame.url) {
        Some(FrameUrl::Open(url)) => url,
        other => panic!("an open frame, not {other:?}"),
    }
}

/// A session of primary mode with one good file, at the point where the person goes on.
pub(super) fn ready_to_go(config: Config) -> Harness {
    let (mut session, _) = started(config);
    select(&mut session, "RBC / HSBC");
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    session
}

// --- when upload is offered: the table, row by row -------------------------------------------------------------------

#[test]
fn primary_offers_upload_once_an_institution_is_selected() {
    let mut session = session(Mode::Primary);
    assert!(offered(&session).is_none());
    assert_eq!(offers(&select(&mut session, "FlinksCapital")), primary("FlinksCapital"));
}

#[test]
fn fallback_offers_nothing_when_an_institution_is_selected() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&select(&mut session, "FlinksCapital")), []);
    assert!(offered(&session).is_none());
}

#[test]
fn each_of_the_eight_codes_offers_upload_in_primary_and_fallback() {
    for mode in [Mode::Primary, Mode::Fallback] {
        for code in FallbackCode::ALL.iter().map(|code| code.as_str()) {
            let mut session = session(mode);
            select(&mut session, "FlinksCapital");
            assert_eq!(offers(&fail(&mut session, code)), error(code, Some("FlinksCapital")));
            assert!(matches!(session.stage(), Stage::Connect { .. }), "the login stays");
        }
    }
}

#[test]
fn any_other_code_offers_nothing() {
    let others = ErrorCode::KNOWN.iter().map(ErrorCode::as_str).filter(|code| !offers_upload(code));
    for mode in [Mode::Primary, Mode::Fallback] {
        for code in others.clone().chain(["SOMETHING_NEW", "invalid_login"]) {
            let mut session = session(mode);
            assert_eq!(offers(&fail(&mut session, code)), [], "{code}");
            assert!(offered(&session).is_none());
        }
    }
}

#[test]
fn a_code_without_an_institution_is_offered_for_the_newest_named_else_the_hosts_else_none() {
    let mut selected_institution = session(Mode::Fallback);
    assert_eq!(offers(&fail(&mut selected_institution, "INVALID_LOGIN")), error("INVALID_LOGIN", None));
    let (mut by_host, _) =
        started(Config { institution: Some(Institution::new("TD").unwrap()), ..config(Mode::Fallback) });
    assert_eq!(offers(&fail(&mut by_host, "INVALID_LOGIN")), error("INVALID_LOGIN", Some("TD")));
    select(&mut by_host, "BMO");
    assert_eq!(offers(&fail(&mut by_host, "INVALID_LOGIN")), error("INVALID_LOGIN", Some("BMO")));
    let said = say(&mut by_host, r#"{"flinksCode":"INVALID_LOGIN","institution":"Neo Financial"}"#);
    assert_eq!(offers(&said), error("INVALID_LOGIN", Some("Neo Financial")));
}

#[test]
fn not_listed_and_inactivity_offer_upload_only_if_the_host_says_so() {
    for mode in [Mode::Primary, Mode::Fallback] {
        let mut silent = session(mode);
        assert_eq!(offers(&silent.update(Event::NotListed)), []);
        let offer_on = OfferOn { not_listed: true, inactivity: Some(60) };
        let (mut asked, effects) = started(Config { offer_on, ..config(mode) });
        let Some(Effect::StartTimer { request, seconds: 60, .. }) = effects.last() else { panic!("{effects:?}") };
        assert_eq!(offers(&asked.update(Event::NotListed)), [("not-listed".to_owned(), None, None)]);
        let (mut asked, _) = started(Config { offer_on, ..config(mode) });
        assert_eq!(
            offers(&asked.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *request })),
            [("inactivity".to_owned(), None, None)]
        );
    }
}

#[test]
fn a_message_of_connect_starts_the_wait_for_inactivity_anew() {
    let offer_on = OfferOn { inactivity: Some(60), ..OfferOn::default() };
    let (mut session, effects) = started(Config { offer_on, ..config(Mode::Fallback) });
    let Some(Effect::StartTimer { request: first, .. }) = effects.last() else { panic!("{effects:?}") };
    let effects = say(&mut session, r#"{"step":"APP_MOUNTED"}"#);
    let Some(Effect::StartTimer { request: second, .. }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(offers(&session.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *first })), []);
    assert_eq!(offers(&session.update(Event::TimerElapsed { timer: Timer::Inactivity, request: *second })).len(), 1);
}

#[test]
fn not_listed_can_be_said_until_an_institution_is_selected() {
    let offer_on = OfferOn { not_listed: true, ..OfferOn::default() };
    let (mut session, _) = started(Config { offer_on, ..config(Mode::Fallback) });
    assert!(matches!(view(&session).panel, Panel::NotListed(_)));
    select(&mut session, "TD");
    assert_eq!(view(&session).panel, Panel::None);
    assert_eq!(offers(&session.update(Event::NotListed)), []);
}

#[test]
fn upload_mode_offers_at_the_start_and_shows_no_connect() {
    let institution = Institution::new("TD").unwrap();
    let (session, effects) = started(Config { institution: Some(institution), ..config(Mode::Upload) });
    assert_eq!(offers(&effects), [("forced".to_owned(), None, Some("TD".to_owned()))]);
    assert!(matches!(session.stage(), Stage::Collect { background_frame: None, .. }));
}

#[test]
fn upload_and_dashboard_mode_offer_nothing_else() {
    for mode in [Mode::Upload, Mode::Dashboard] {
        let mut session = session(mode);
        assert_eq!(offers(&select(&mut session, "TD")), []);
        assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")), []);
        assert_eq!(offers(&session.update(Event::NotListed)), []);
        assert_eq!(offers(&session.update(Event::OfferRequested)), []);
    }
}

#[test]
fn dashboard_mode_collects_for_the_dashboard_and_offers_nothing() {
    let (session, effects) = started(Config { connect: None, ..config(Mode::Dashboard) });
    assert_eq!(offers(&effects), []);
    assert!(matches!(session.stage(), Stage::Collect { destination: Destination::Dashboard, background_frame: None }));
}

#[test]
fn selecting_another_institution_withdraws_an_offer_and_primary_makes_it_anew() {
    let mut fallback = session(Mode::Fallback);
    select(&mut fallback, "TD");
    fail(&mut fallback, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut fallback, "BMO")), []);
    assert!(offered(&fallback).is_none());
    let mut primary_mode = session(Mode::Primary);
    select(&mut primary_mode, "TD");
    fail(&mut primary_mode, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut primary_mode, "BMO")), primary("BMO"));
}

#[test]
fn selecting_the_same_institution_again_keeps_the_offer() {
    let mut session = session(Mode::Primary);
    select(&mut session, "TD");
    fail(&mut session, "INVALID_LOGIN");
    assert_eq!(offers(&select(&mut session, "TD")), []);
    assert!(matches!(offered(&session).unwrap().reason, Reason::Error(_)));
}

#[test]
fn the_same_code_twice_is_one_offer() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")).len(), 1);
    assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")).len(), 0);
    assert_eq!(offers(&fail(&mut session, "RETRY_LATER")).len(), 1);
}

#[test]
fn the_host_can_ask_for_an_offer() {
    let mut session = session(Mode::Fallback);
    assert_eq!(offers(&session.update(Event::OfferRequested)), [("forced".to_owned(), None, None)]);
    assert_eq!(offers(&session.update(Event::OfferRequested)), []);
    let again = ("forced".to_owned(), None, Some("TD".to_owned()));
    assert_eq!(
        offers(&select(&mut session, "TD")),
        [again],
        "what the host asked for stays, for the newest institution"
    );
}

#[test]
fn after_redirect_nothing_is_offered() {
    let offer_on = OfferOn { not_listed: true, inactivity: Some(60) };
    for mode in [Mode::Primary, Mode::Fallback, Mode::Upload] {
        let (mut session, _) = started(Config { offer_on, ..config(mode) });
        say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
        assert_eq!(offers(&select(&mut session, "TD")), []);
        assert_eq!(offers(&fail(&mut session, "INVALID_LOGIN")), []);
        assert_eq!(offers(&session.update(Event::NotListed)), []);
        assert_eq!(offers(&session.update(Event::OfferRequested)), []);
        session.update(Event::OfferAccepted);
        session.update(Event::Retry);
        assert!(matches!(session.stage(), Stage::Done(_)));
    }
}

#[test]
fn a_message_of_another_shape_changes_nothing() {
    let mut session = session(Mode::Primary);
    for text in ["", "null", "{}", "[1]", r#"{"step":7}"#, r#"{"step":"SOMETHING_NEW"}"#] {
        let effects = say(&mut session, text);
        assert!(matches!(effects[..], [Effect::Notify(HostEvent::Connect(_))]), "the host hears of it: {effects:?}");
        assert!(matches!(session.stage(), Stage::Connect { offer: None, .. }));
    }
}

#[test]
fn an_institution_whose_name_cannot_stand_in_an_address_is_none() {
    let mut session = session(Mode::Primary);
    assert_eq!(offers(&select(&mut session, "..")), [("primary".to_owned(), None, None)]);
}

// --- the way to the upload screen ------------------------------------------------------------------------------------

#[test]
fn the_login_waits_behind_the_files_and_comes_back_as_it_was() {
    let mut session = session(Mode::Primary);
    select(&mut session, "TD");
    let before = session.stage().frame().cloned();
    session.update(Event::OfferAccepted);
    assert_eq!(session.stage().frame().cloned(), before);
    session.update(Event::Retry);
    assert!(matches!(session.stage(), Stage::Connect { offer: Some(_), .. }));
    assert_eq!(session.stage().frame().cloned(), before);
}

#[test]
fn the_person_arrives_at_the_upload_screen_of_the_institution() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, detail) = proposal(&session.update(Event::Continue));
    assert_eq!(detail.url, "https://toolbox-iframe.private.fin.ag/v2/upload/RBC%20%2F%20HSBC?language=en");
    assert_eq!(detail.files, [FileId(1)]);
    session.update(Event::HandoffAnswered { request, proceed: true });
    assert_eq!(open_address(&session), detail.url.as_str());
    assert!(matches!(view(&session).panel, Panel::Checklist { .. }));
}

#[test]
fn parameters_are_kept_through_to_the_upload_address() {
    let mut with_params = config(Mode::Primary);
    let options = with_params.connect.as_mut().unwrap();
    options.params = Params::parse("demo=true&tag=7").unwrap();
    with_params.token = Token::Fixed("t".into());
    let mut session = ready_to_go(with_params);
    assert_eq!(
        open_address(&session),
        "https://toolbox-iframe.private.fin.ag/v2/?authorizeToken=t&language=en&demo=true&tag=7"
    );
    let (_, detail) = proposal(&session.update(Event::Continue));
    assert!(detail.url.ends_with("/upload/RBC%20%2F%20HSBC?authorizeToken=t&language=en&demo=true&tag=7"));
}

#[test]
fn the_host_can_keep_the_component_from_going_there_and_nothing_is_lost() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = proposal(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: false });
    assert!(matches!(session.stage(), Stage::Collect { background_frame: Some(_), .. }));
    assert!(session.may_continue());
    let late = session.update(Event::HandoffAnswered { request, proceed: true });
    assert!(late.is_empty() && matches!(session.stage(), Stage::Collect { .. }), "an answer counts once");
}

#[test]
fn with_navigate_the_page_goes_there_and_with_event_the_host_does_the_rest() {
    for handoff in [Handoff::Navigate, Handoff::Event] {
        let mut session = ready_to_go(Config { handoff, ..config(Mode::Primary) });
        let (request, detail) = proposal(&session.update(Event::Continue));
        let effects = session.update(Event::HandoffAnswered { request, proceed: true });
        let expected = if handoff == Handoff::Navigate { vec![Effect::Navigate(detail.url)] } else { vec![] };
        assert_eq!(effects, expected);
        assert!(matches!(session.stage(), Stage::HandedOver { .. }));
        session.update(Event::ChangeFiles);
        assert!(session.may_continue(), "the files are still there");
    }
}

#[test]
fn staff_go_to_the_dashboard_in_a_window_of_its_own() {
    let mut session = session(Mode::Dashboard);
    pick_good(&mut session, 2);
    let (request, detail) = proposal(&session.update(Event::Continue));
    assert_eq!((detail.url.as_str(), detail.institution), ("https://dashboard.flinks.com", None));
    let effects = session.update(Event::HandoffAnswered { request, proceed: true });
    assert_eq!(effects, [Effect::OpenWindow("https://dashboard.flinks.com".into())]);
}

#[test]
fn staff_may_have_a_receipt_once_every_file_has_its_verdict() {
    let mut staff = session(Mode::Dashboard);
    assert!(view(&staff).receipt.is_none());
    pick_good(&mut staff, 2);
    assert!(view(&staff).receipt.is_some());
    let event = staff.pick([picked("b.pdf", 70)]);
    staff.update(event);
    assert!(view(&staff).receipt.is_none());
    staff.answer_all();
    let (request, _) = proposal(&staff.update(Event::Continue));
    staff.update(Event::HandoffAnswered { request, proceed: true });
    assert!(view(&staff).receipt.is_some());
    let mut person = session(Mode::Upload);
    pick_good(&mut person, 2);
    assert!(view(&person).receipt.is_none());
}

#[test]
fn a_required_check_waits_for_every_verdict_and_one_good_file() {
    let mut session = session(Mode::Upload);
    assert!(!session.may_continue() && session.update(Event::Continue).is_empty());
    let event = session.pick([picked("a.pdf", 1)]);
    session.update(event);
    assert!(!session.may_continue() && session.update(Event::Continue).is_empty());
    session.answer_all();
    assert!(session.may_continue());
}

#[test]
fn an_optional_check_can_be_skipped_and_off_asks_for_no_files() {
    let (mut optional, _) = started(Config { check: Check::Optional, ..config(Mode::Upload) });
    assert!(optional.may_continue());
    proposal(&optional.update(Event::Continue));
    let (_, effects) = started(Config { check: Check::Off, ..config(Mode::Upload) });
    assert!(proposal(&effects).1.files.is_empty());
    let (mut off, _) = started(Config { check: Check::Off, ..config(Mode::Primary) });
    select(&mut off, "TD");
    proposal(&off.update(Event::OfferAccepted));
}

#[test]
fn staff_pick_files_even_where_none_are_asked_for_since_a_window_needs_their_click() {
    let (mut staff, effects) = started(Config { check: Check::Off, ..config(Mode::Dashboard) });
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::RequestHandoff { .. })), "{effects:?}");
    assert!(matches!(view(&staff).panel, Panel::Files(_)));
    let (request, _) = proposal(&staff.update(Event::Continue));
    staff.update(Event::HandoffAnswered { request, proceed: true });
    let Panel::Checklist(checklist) = view(&staff).panel else { panic!("{:?}", view(&staff).panel) };
    assert_eq!(checklist.buttons.len(), 1, "the way back");
}

/// Files of one institution, read before another was selected, were ready for the other one.
#[test]
fn files_are_read_again_when_another_institution_is_selected() {
    let read = |effects: &[Effect]| -> Vec<Option<String>> {
        let institutions = effects.iter().filter_map(|effect| match effect {
            Effect::Read { institution, .. } => Some(institution.clone()),
            _ => None,
        });
        institutions.collect()
    };
    let mut session = ready_to_go(config(Mode::Primary));
    session.update(Event::Retry);
    select(&mut session, "TD");
    let effects = session.update(Event::OfferAccepted);
    assert_eq!(read(&effects), [Some("TD".to_owned())]);
    session.answer_all();
    session.update(Event::Retry);
    assert_eq!(read(&session.update(Event::OfferAccepted)), [], "the same one");
    let (mut host, _) = started(config(Mode::Primary));
    pick_good(&mut host, 2);
    select(&mut host, "TD");
    let effects = host.update(Event::OfferAccepted);
    assert_eq!(
        read(&effects),
        [Some("TD".to_owned()), Some("TD".to_owned())],
        "of files that came from the host before"
    );
}

/// With "not listed" the files were compared with the institution of the attribute, and after a message of a frame in the
/// background with another than the one they go to.
#[test]
fn files_are_compared_with_the_institution_they_go_to() {
    let institution = Some(Institution::new("RBC").unwrap());
    let offer_on = OfferOn { not_listed: true, ..OfferOn::default() };
    let (mut session, _) = started(Config { institution: institution.clone(), offer_on, ..config(Mode::Primary) });
    session.update(Event::NotListed);
    session.update(Event::OfferAccepted);
    assert_eq!(session.requirements().institution, None);
    let mut session = ready_to_go(config(Mode::Primary));
    select(&mut session, "TD");
    assert_eq!(session.requirements().institution.as_deref(), Some("RBC / HSBC"));
}

#[test]
fn another_institution_of_the_host_is_compared_at_once() {
    let of = |name| Config { institution: Some(Institution::new(name).unwrap()), ..config(Mode::Fallback) };
    let (mut session, _) = started(of("RBC"));
    pick_good(&mut session, 1);
    session.update(Event::OfferRequested);
    let effects = session.update(Event::Configured(Ok(Box::new(of("TD")))));
    let is_read =
        |effect: &Effect| matches!(effect, Effect::Read { institution, .. } if institution.as_deref() == Some("TD"));
    assert!(effects.iter().any(is_read), "{effects:?}");
    let report = session.batch.report(&session.config().unwrap().limits, &session.requirements());
    assert_eq!(**session.report(), report);
}

#[test]
fn files_that_change_while_the_token_is_awaited_are_looked_at_again() {
    let mut session = ready_to_go(Config { token: Token::Asked, ..config(Mode::Upload) });
    let request = asked_token(&session.update(Event::Continue));
    session.update(Event::FileRemoved(FileId(1)));
    let effects = session.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(effects.is_empty());
    assert!(matches!(session.stage(), Stage::Collect { .. }));
}

#[test]
fn a_token_is_asked_for_just_before_each_address_is_opened() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let first = asked_token(&effects);
    assert_eq!(view(&session).frame.unwrap().url, None);
    session.update(Event::Token { request: first, answer: Ok("one".into()) });
    assert!(open_address(&session).contains("authorizeToken=one"));
    select(&mut session, "TD");
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let second = asked_token(&session.update(Event::Continue));
    assert!(session.update(Event::Token { request: first, answer: Ok("late".into()) }).is_empty());
    let effects = session.update(Event::Token { request: second, answer: Ok("two".into()) });
    assert!(proposal(&effects).1.url.contains("authorizeToken=two"));
}

#[test]
fn a_token_function_that_comes_late_opens_connect_anew_until_somebody_has_begun() {
    // A framework gave its properties to an element of the server's page after the element had begun: Connect stayed open
    // without a token, in which nobody can log in.
    let asks = || Event::Configured(Ok(Box::new(Config { token: Token::Asked, ..config(Mode::Fallback) })));
    let mut late = session(Mode::Fallback);
    let before = late.stage().frame().unwrap().request;
    let request = asked_token(&late.update(asks()));
    late.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(open_address(&late).contains("authorizeToken=t"));
    assert_ne!(late.stage().frame().unwrap().request, before);
    assert!(late.update(asks()).is_empty());

    let mut begun = session(Mode::Fallback);
    select(&mut begun, "TD");
    assert!(begun.update(asks()).is_empty());
    let mut offered = session(Mode::Fallback);
    fail(&mut offered, "INVALID_LOGIN");
    assert!(offered.update(asks()).is_empty());
    // Where no files are asked for, it is the upload screen that is there at once.
    let off = |token| Config { check: Check::Off, token, ..config(Mode::Upload) };
    let (mut off_late, effects) = started(off(Token::None));
    let (request, _) = proposal(&effects);
    off_late.update(Event::HandoffAnswered { request, proceed: true });
    assert!(!open_address(&off_late).contains("authorizeToken"));
    let effects = off_late.update(Event::Configured(Ok(Box::new(off(Token::Asked)))));
    assert_eq!(offers(&effects), [], "it stands");
    let (request, _) =
        proposal(&off_late.update(Event::Token { request: asked_token(&effects), answer: Ok("t".into()) }));
    off_late.update(Event::HandoffAnswered { request, proceed: true });
    assert!(open_address(&off_late).contains("authorizeToken=t"));
    // The attribute is in the server's page from the start.
    let mut fixed = session(Mode::Fallback);
    let token = Token::Fixed("t".into());
    assert!(fixed.update(Event::Configured(Ok(Box::new(Config { token, ..config(Mode::Fallback) })))).is_empty());
}

#[test]
fn a_token_that_does_not_come_is_said_and_can_be_asked_for_again() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let effects = session.update(Event::Token { request: asked_token(&effects), answer: Err("undefined".to_owned()) });
    assert!(matches!(&effects[..], [Effect::Notify(HostEvent::Error(UploadError::TokenFailed { .. }))]));
    assert!(session.stage().frame().unwrap().has_failed());
    let request = asked_token(&session.update(Event::Retry));
    assert_eq!(session.visible_error(), None);
    session.update(Event::Token { request, answer: Ok("t".into()) });
    assert!(open_address(&session).contains("authorizeToken=t"));
}

#[test]
fn a_blank_token_is_none_and_the_files_stay() {
    let mut session = ready_to_go(Config { token: Token::Asked, ..config(Mode::Upload) });
    let request = asked_token(&session.update(Event::Continue));
    session.update(Event::Token { request, answer: Ok(" ".into()) });
    assert!(session.visible_error().is_some());
    assert!(session.may_continue());
}

#[test]
fn redirect_after_the_hand_off_completes_the_upload() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = proposal(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    let effects = say(&mut session, r#"{"step":"REDIRECT","loginId":"l","requestId":"r"}"#);
    let Some(Effect::Notify(HostEvent::Complete(completion))) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(completion.login_id.as_deref(), Some("l"));
    assert_eq!(completion.institution.as_deref(), Some("RBC / HSBC"));
    assert_eq!(end(&session), (EndKind::Received, None));
}

#[test]
fn redirect_from_the_login_links_the_bank_and_uploads_nothing() {
    let mut session = session(Mode::Primary);
    let effects = say(&mut session, r#"{"step":"REDIRECT","loginId":"l"}"#);
    assert!(matches!(effects[..], [Effect::Notify(HostEvent::Connect(_))]));
    assert_eq!(end(&session), (EndKind::Linked, None));
}

#[test]
fn a_frame_that_is_opened_anew_has_a_ticket_of_its_own() {
    let mut session = ready_to_go(config(Mode::Primary));
    let connect = session.stage().frame().unwrap().request;
    let (request, _) = proposal(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    assert_ne!(session.stage().frame().unwrap().request, connect);
}

#[test]
fn back_from_the_upload_screen_the_files_are_still_there_and_the_login_opens_anew() {
    let mut session = ready_to_go(config(Mode::Primary));
    let (request, _) = proposal(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    session.update(Event::ChangeFiles);
    assert!(session.may_continue());
    session.update(Event::Retry);
    assert_eq!(open_address(&session), "https://toolbox-iframe.private.fin.ag/v2/?language=en");
}

// --- attributes that change, and that are wrong ----------------------------------------------------------------------

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

#[test]
fn other_limits_are_applied_to_the_files_that_are_there() {
    let mut session = session(Mode::Upload);
    pick_good(&mut session, 3);
    let mut tight = config(Mode::Upload);
    tight.limits.max_files = 1;
    let effects = session.update(Event::Configured(Ok(Box::new(tight))));
    let [Effect::Notify(HostEvent::Check(report))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(report.totals.ready, 1);
}

#[test]
fn each_change_of_the_files_is_told_with_the_report() {
    let mut session = session(Mode::Upload);
    let told = |effects: &[Effect]| {
        effects.iter().filter(|effect| matches!(effect, Effect::Notify(HostEvent::Check(_)))).count()
    };
    let event = session.pick([picked("a", 5), picked("b", 6)]);
    let effects = session.update(event);
    assert_eq!(told(&effects), 1);
    let good = |effect: &Effect| match effect {
        Effect::Inspect { request, .. } => Some(TaskResult::Inspected(*request, Ok(good_pdf()))),
        _ => None,
    };
    let together: Vec<_> = effects.iter().filter_map(good).collect();
    assert_eq!(together.len(), 2);
    assert_eq!(told(&session.update(Event::Checked(together.clone()))), 1, "what comes together is one change");
    assert_eq!(told(&session.update(Event::Checked(together))), 0, "an answer counts once");
    assert_eq!(told(&session.update(Event::FileRemoved(FileId(2)))), 1);
    assert_eq!(told(&session.update(Event::FileRemoved(FileId(2)))), 0);
    assert_eq!(
        told(&{
            let event = session.pick([]);
            session.update(event)
        }),
        0
    );
}

#[test]
fn reset_forgets_the_files_and_begins_anew() {
    let mut session = ready_to_go(config(Mode::Primary));
    let effects = session.update(Event::Reset);
    assert!(effects.contains(&Effect::ReleaseFiles(vec![FileId(1)])));
    assert!(matches!(session.stage(), Stage::Connect { offer: None, .. }));
    assert!(session.report().files.is_empty());
    let event = session.pick([picked("b", 1)]);
    session.update(event);
    assert_eq!(session.report().files[0].id, FileId(2), "no id is given out twice");
}

#[test]
fn nothing_that_is_printed_for_developers_holds_a_token_or_a_login_id() {
    let secret = Config { token: Token::Fixed("secret-token".into()), ..config(Mode::Primary) };
    let mut session = ready_to_go(secret);
    let printed = format!("{session:?}");
    let (request, _) = proposal(&session.update(Event::Continue));
    session.update(Event::HandoffAnswered { request, proceed: true });
    say(&mut session, r#"{"step":"REDIRECT","loginId":"secret-login"}"#);
    let printed = printed + &format!("{session:?}");
    assert!(!printed.contains("secret"), "{printed}");
}

// --- whatever happens ------------------------------------------------------------------------------------------------

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

/// The answer to Connect's token was dropped while the person was going on, so that a person who came back to the login
/// found a frame that waited for ever.
#[test]
fn a_token_for_connect_that_comes_while_the_person_goes_on_opens_it() {
    let (mut session, effects) = started(Config { token: Token::Asked, ..config(Mode::Primary) });
    let connect = asked_token(&effects);
    session.update(Event::OfferRequested);
    session.update(Event::OfferAccepted);
    pick_good(&mut session, 1);
    let upload = asked_token(&session.update(Event::Continue));
    session.update(Event::Token { request: connect, answer: Ok("t".into()) });
    session.update(Event::Token { request: upload, answer: Err("a rejection".into()) });
    session.update(Event::Retry);
    assert!(open_address(&session).starts_with("https://toolbox-iframe.private.fin.ag/v2/"));
}

#[test]
fn an_offer_is_told_with_its_reason_its_code_and_its_institution() {
    let told = |reason, institution: Option<&str>| {
        let institution = institution.map(|name| Institution::new(name).unwrap());
        serde_json::to_value(Offer { reason, institution }).unwrap()
    };
    assert_eq!(told(Reason::Primary, None), serde_json::json!({"reason": "primary"}));
    assert_eq!(told(Reason::Forced, None), serde_json::json!({"reason": "forced"}));
    assert_eq!(told(Reason::NotListed, None), serde_json::json!({"reason": "not-listed"}));
    assert_eq!(told(Reason::Inactivity, Some("TD")), serde_json::json!({"reason": "inactivity", "institution": "TD"}));
    assert_eq!(
        told(Reason::Error(FallbackCode::RetryLater), Some("TD")),
        serde_json::json!({"reason": "error", "code": "RETRY_LATER", "institution": "TD"})
    );
}

#[test]
fn of_a_wrong_folder_the_first_thousand_files_are_taken_however_they_come() {
    let too_many = |effects: &[Effect]| {
        effects.iter().any(|effect| {
            matches!(effect, Effect::Notify(HostEvent::Error(UploadError::TooManyPicked { limit: 1000 })))
        })
    };
    let mut session = session(Mode::Upload);
    let pick = |session: &mut Harness, count: u64| {
        let event = session.pick((1..=count).map(|size| picked("a.pdf", size)));
        session.update(event)
    };
    assert!(!too_many(&pick(&mut session, 600)));
    assert!(!too_many(&pick(&mut session, 400)));
    assert_eq!(session.session.visible_error(), None);
    assert!(too_many(&pick(&mut session, 3)));
    assert_eq!((session.session.report().totals.files, session.held.len()), (1000, 1000), "the others are released");
    assert_eq!(session.session.visible_error().map(UploadError::code), Some("too-many-picked"), "the person is told");
    let first = session.held[0];
    session.update(Event::FileRemoved(first));
    assert!(!too_many(&pick(&mut session, 1)));
    assert_eq!(session.session.visible_error(), None);
}
