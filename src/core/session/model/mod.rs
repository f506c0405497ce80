//! Every state that the session can reach within a scope, and every event in it, gone through breadth first.
//!
//! The session itself is run, nothing is modelled after it; beside it stands an outside that answers its questions in
//! any order, late, wrongly or never. `invariants` says what must hold at each step.

mod actions;
mod environment;
mod invariants;

use super::{
    harness::{RequestKind, answers_to},
    *,
};
use crate::core::offer::Offer;
use actions::Scope;
use environment::Environment;
use std::{
    collections::{HashSet, VecDeque},
    time::Instant,
};

const NEVER_ASKED: RequestId = RequestId(u32::MAX);

struct Explored {
    states: usize,
    transitions: usize,
}

/// Goes through a scope; what breaks a rule is told with the shortest way there.
fn explore(scope: &Scope) -> Result<Explored, String> {
    let mut known = HashSet::new();
    let mut queue = VecDeque::new();
    // How each state was reached: from which one, by which event.
    let mut ways: Vec<(usize, String)> = vec![(0, String::new())];
    let mut transitions = 0;
    let kinds =
        [RequestKind::Token, RequestKind::Handoff, RequestKind::Inspect, RequestKind::Hash, RequestKind::Stream];
    let kinds = kinds.into_iter().chain(Timer::ALL.map(RequestKind::Timer));
    let unasked: Vec<_> = kinds.flat_map(|kind| answers_to(kind, NEVER_ASKED)).collect();
    queue.push_back((0, Environment::default()));
    while let Some((number, environment)) = queue.pop_front() {
        let stands = invariants::stand(&environment.harness.session).and_then(|()| environment.ignores(&unasked));
        stands.map_err(|broken| told(&ways, number, &broken))?;
        for (event, config) in scope.events(&environment) {
            transitions += 1;
            let next = environment
                .check_transition(&event, config)
                .map_err(|broken| told(&ways, number, &format!("{event:?}\n  {broken}")))?;
            if known.insert(next.key()) {
                ways.push((number, format!("{event:?}")));
                queue.push_back((ways.len() - 1, next));
            }
        }
    }
    Ok(Explored { states: known.len(), transitions })
}

fn told(ways: &[(usize, String)], mut number: usize, last: &str) -> String {
    let mut steps = vec![last];
    while let Some((from, event)) = ways.get(number).filter(|_| number > 0) {
        steps.push(event);
        number = *from;
    }
    steps.reverse();
    format!("after\n  {}", steps.join("\n  "))
}

fn all_holds(name: &str, scope: &Scope, min_states: usize, min_transitions: usize) {
    let began = Instant::now();
    let Explored { states, transitions } = explore(scope).unwrap_or_else(|broken| panic!("{name}: {broken}"));
    println!("{name}: {states} states, {transitions} transitions, {:.1} s", began.elapsed().as_secs_f32());
    assert!(states >= min_states && transitions >= min_transitions, "{name}: too little was gone through");
}

#[test]
fn in_every_state_of_every_journey_the_rules_hold() {
    all_holds("journeys", &Scope::journeys(), 40_000, 900_000);
}

#[test]
fn in_every_state_the_rules_hold_whatever_the_host_does_wrong() {
    all_holds("mistakes", &Scope::mistakes(), 5_000, 100_000);
}

#[test]
fn in_every_state_of_every_batch_the_rules_hold() {
    all_holds("batches", &Scope::batches(), 35_000, 330_000);
}

#[test]
fn in_every_state_of_statements_that_are_read_the_rules_hold() {
    all_holds("statements", &Scope::statements(), 1_000, 10_000);
}

#[test]
fn in_every_state_of_files_that_are_locked_the_rules_hold() {
    all_holds("locks", &Scope::locks(), 100, 1_000);
}

#[test]
fn what_breaks_a_rule_is_seen() {
    let (before, mut after) = (Environment::default(), Environment::default());
    let told = |effects: &[Effect], after: &Environment| {
        invariants::hold(&before, &Event::Continue, effects, after).unwrap_err()
    };
    let offer = Offer { reason: Reason::Primary, institution: None };
    assert!(told(&[Effect::Notify(HostEvent::Offer(offer.clone()))], &after).contains("nothing gave a reason"));
    assert!(told(&[Effect::Navigate("https://a.example".into())], &after).contains("the host had no say"));
    after.harness.session.start_timer(Timer::Token, 1);
    after.harness.session.effects.clear();
    assert!(told(&[], &after).contains("nobody is to answer it"));
    after.harness.session.stage = Stage::HandedOver { destination: Destination::Upload(offer) };
    assert!(told(&[], &after).contains("nobody was told"));
    after.harness.session.stage = Stage::HandedOver { destination: Destination::Dashboard };
    assert!(told(&[], &after).contains("the host had no say"));
    let completion = Completion { uploaded: true, login_id: None, request_id: None, institution: None, url: None };
    assert!(
        told(&[Effect::Notify(HostEvent::Complete(completion))], &Environment::default()).contains("1 times complete")
    );
}
