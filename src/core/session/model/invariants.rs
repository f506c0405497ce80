//! What holds of every session, whatever happens in whatever order.

use super::{super::harness::ensure, environment::Environment};
use crate::core::{
    config::{Check, CheckCoverage, Config, Handoff, Mode},
    connect::message::{ConnectMessage, MessageKind, Step},
    files::{coverage::Completeness, report::Report},
    offer::{Offer, Reason},
    session::{Destination, Effect, Event, HandoffDetail, HandoffStep, HostEvent, Session, Stage, Timer},
    view::{Panel, view},
};

/// What must hold of each step.
pub(super) fn hold(before: &Environment, event: &Event, effects: &[Effect], after: &Environment) -> Result<(), String> {
    offers_have_a_reason(&before.harness.session, event, effects, &after.harness.session)?;
    hand_offs_wait_for_the_check(&before.harness.session, event, effects, &after.harness.session)?;
    the_end_is_the_end(&before.harness.session, event, effects, &after.harness.session)?;
    reports_keep_to_the_limits(effects, &after.harness.session)?;
    let lost = after.harness.session.awaited().into_iter().find(|request| !after.harness.open.contains(request));
    ensure(lost.is_none(), || format!("{lost:?} is awaited, and nobody is to answer it"))?;
    ensure(!after.harness.is_streaming() || !after.harness.session.is_hidden, || {
        "a stream is followed for a page that nobody sees".to_owned()
    })?;
    let ids: Vec<_> = after.harness.session.batch.ids().collect();
    ensure(after.harness.held == ids, || format!("{:?} are kept, and {ids:?} are in the batch", after.harness.held))
}

fn shown_offer(session: &Session) -> Option<&Offer> {
    match session.stage() {
        Stage::Connect { offer, .. } => offer.as_ref(),
        Stage::Upload { offer, .. }
        | Stage::Collect { destination: Destination::Upload(offer), .. }
        | Stage::HandingOff { destination: Destination::Upload(offer), .. }
        | Stage::HandedOver { destination: Destination::Upload(offer) } => Some(offer),
        _ => None,
    }
}

/// An offer is told once, just when an event gave a reason for it, and what is shown is what was told.
fn offers_have_a_reason(before: &Session, event: &Event, effects: &[Effect], after: &Session) -> Result<(), String> {
    let mut told = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(HostEvent::Offer(offer)) => Some(offer),
        _ => None,
    });
    let offer = told.next();
    ensure(told.next().is_none(), || "two offers at once".to_owned())?;
    if let Some(offer) = offer {
        let stood = matches!(before.stage(), Stage::Connect { offer: Some(_), .. });
        let is_weak = matches!(offer.reason, Reason::NotListed | Reason::Inactivity);
        ensure(!(stood && is_weak), || format!("{offer:?} took the place of another"))?;
        ensure(gives_reason(before, event, after, offer), || format!("nothing gave a reason for {offer:?}"))?;
    }
    let shown = shown_offer(after);
    let is_known = shown.is_none() || shown == offer || shown == shown_offer(before);
    ensure(is_known, || format!("{shown:?} is shown, and nobody was told"))
}

fn gives_reason(before: &Session, event: &Event, after: &Session, offer: &Offer) -> bool {
    let Some(config) = after.config() else { return false };
    let began = matches!(event, Event::Configured(Ok(_)) | Event::Reset | Event::Retry);
    let selected = matches!(event, Event::Message(ConnectMessage { step: Some(Step::InstitutionSelected), .. }));
    let stood = shown_offer(before).is_some_and(|offer| offer.reason == Reason::Forced);
    let has_its_reason = match &offer.reason {
        Reason::Primary => selected && config.mode == Mode::Primary,
        Reason::Error(code) => {
            matches!(event, Event::Message(ConnectMessage { kind: MessageKind::Error, flinks_code: Some(came), .. }) if came.fallback() == Some(*code))
        }
        Reason::Forced if config.mode == Mode::Upload => began,
        Reason::Forced => {
            matches!(event, Event::OfferRequested) || selected && stood || chooses_other_files(before, event)
        }
        Reason::NotListed => {
            matches!(event, Event::NotListed) && config.offer_on.not_listed && offer.institution.is_none()
        }
        Reason::Inactivity => {
            matches!(event, Event::TimerElapsed { timer: Timer::Inactivity, .. })
                && config.offer_on.inactivity.is_some()
        }
    };
    let beside_connect = matches!(after.stage(), Stage::Connect { offer: Some(_), .. });
    has_its_reason && (beside_connect || config.mode == Mode::Upload || chooses_other_files(before, event))
}

/// After documents that could not be read, the person may choose others.
fn chooses_other_files(before: &Session, event: &Event) -> bool {
    matches!(event, Event::Retry) && before.status().0.is_some_and(|status| status.as_str() == "failed")
}

/// Nothing is proposed before a required check is over, and nobody goes without the host's word on that very proposal.
fn hand_offs_wait_for_the_check(
    before: &Session,
    event: &Event,
    effects: &[Effect],
    after: &Session,
) -> Result<(), String> {
    let config = after.config();
    for effect in effects {
        match effect {
            Effect::RequestHandoff { detail, .. } => proposal_is_fair(config, detail)?,
            Effect::Navigate(url) | Effect::OpenWindow(url) => {
                ensure(agreed(before, event) == Some(url.as_str()), || {
                    "the person is sent off, and the host had no say".to_owned()
                })?;
            }
            _ => {}
        }
    }
    let left = |session: &Session| matches!(session.stage(), Stage::Upload { .. } | Stage::HandedOver { .. });
    ensure(!left(after) || left(before) || agreed(before, event).is_some(), || {
        "the person went on, and the host had no say".to_owned()
    })?;
    let framed = matches!(after.stage(), Stage::Upload { .. }) && !left(before);
    ensure(!framed || config.is_some_and(|config| config.handoff == Handoff::Frame), || "the wrong way on".to_owned())
}

fn proposal_is_fair(config: Option<&Config>, detail: &HandoffDetail) -> Result<(), String> {
    let Some(config) = config else { return Err("a hand-off without attributes".to_owned()) };
    let is_checked = detail.report.complete && detail.report.totals.ready > 0;
    ensure(config.check != Check::Required || is_checked, || "a hand-off while the check is open".to_owned())?;
    let is_short =
        detail.report.coverage.as_ref().is_some_and(|coverage| coverage.complete == Completeness::Incomplete);
    let waits = config.check == Check::Required
        && config.check_coverage == CheckCoverage::Required
        && config.required_days.is_some();
    ensure(!(waits && is_short), || "a hand-off while days are missing".to_owned())?;
    let ready: Vec<_> = detail.report.ready().map(|file| file.id).collect();
    ensure(detail.files == ready, || format!("{:?} go, and {ready:?} are ready", detail.files))?;
    keeps_to_the_limits(&detail.report)
}

/// The address that the host was asked about, if this event is its consent.
fn agreed<'a>(before: &'a Session, event: &Event) -> Option<&'a str> {
    match (before.stage(), event) {
        (
            Stage::HandingOff { step: HandoffStep::AwaitingHost { request: asked, url }, .. },
            Event::HandoffAnswered { request, proceed: true },
        ) if asked == request => Some(url.as_str()),
        _ => None,
    }
}

/// After REDIRECT nothing more happens until something begins anew; an upload is complete once, from its screen alone.
fn the_end_is_the_end(before: &Session, event: &Event, effects: &[Effect], after: &Session) -> Result<(), String> {
    let is_over = |session: &Session| matches!(session.stage(), Stage::Done(_));
    let completed = effects.iter().filter(|effect| matches!(effect, Effect::Notify(HostEvent::Complete(_)))).count();
    let ends_here = matches!(before.stage(), Stage::Upload { .. }) && is_over(after);
    ensure(completed == usize::from(ends_here), || format!("{completed} times complete"))?;
    let redirect = matches!(event, Event::Message(ConnectMessage { kind: MessageKind::Redirect, .. }));
    ensure(is_over(before) || !is_over(after) || redirect, || "an end without REDIRECT".to_owned())?;
    ensure(!redirect || is_over(after) || *before.stage() == Stage::Unconfigured, || "REDIRECT is no end".to_owned())?;
    if !is_over(before) {
        return Ok(());
    }
    let begins_anew = match event {
        Event::Reset => true,
        Event::Configured(Ok(config)) => before.config().is_some_and(|old| {
            old.mode != config.mode || old.connect != config.connect || old.institution != config.institution
        }),
        event => chooses_other_files(before, event),
    };
    if begins_anew {
        return Ok(());
    }
    let moves = effects.iter().find(|effect| {
        !matches!(
            effect,
            Effect::Notify(HostEvent::Connect(_) | HostEvent::Check(_) | HostEvent::Status(_) | HostEvent::Error(_))
                | Effect::ReleaseFiles(_)
                | Effect::OpenStream { .. }
                | Effect::CloseStream
                | Effect::StartTimer { .. }
        )
    });
    ensure(moves.is_none(), || format!("{moves:?} after the end"))?;
    ensure(before.stage() == after.stage(), || "the end did not stay the end".to_owned())
}

/// What was told last is what is so.
fn reports_keep_to_the_limits(effects: &[Effect], after: &Session) -> Result<(), String> {
    let told = effects.iter().rev().find_map(|effect| match effect {
        Effect::Notify(HostEvent::Check(told)) => Some(told),
        _ => None,
    });
    ensure(told.is_none_or(|told| told == after.report()), || "what was told is not what is so".to_owned())
}

fn keeps_to_the_limits(report: &Report) -> Result<(), String> {
    let bytes: u64 = report.ready().map(|file| file.size).sum();
    let holds = report.ready().count() <= report.limits.max_files as usize
        && !report.limits.max_total_size.is_over(bytes)
        && report.ready().all(|file| !report.limits.max_file_size.is_over(file.size) && file.size > 0)
        && (report.totals.ready as usize, report.totals.ready_bytes) == (report.ready().count(), bytes)
        && (!report.can_continue || report.complete && report.totals.ready > 0);
    ensure(holds, || format!("over its limits: {report:?}"))
}

/// What must hold wherever the journey stands.
pub(super) fn stand(session: &Session) -> Result<(), String> {
    keeps_to_the_limits(session.report())?;
    let shown = view(session);
    let beside_action = matches!(&shown.panel, Panel::Files(files) if files.error.is_some());
    let is_shown = shown.alert.is_some() || beside_action;
    ensure(is_shown == session.visible_error().is_some(), || "an error is not shown".to_owned())?;
    if let (Stage::Collect { .. }, Some(config)) = (session.stage(), session.config()) {
        let report = session.batch.report(&config.limits, &session.requirements());
        ensure(report == **session.report(), || "the report is not that of the files".to_owned())?;
    }
    let requests = (shown.frame.map(|frame| frame.request), session.stage().frame().map(|frame| frame.request));
    ensure(requests.0 == requests.1, || format!("{requests:?}: another frame is shown than is open"))
}
