//! What the tests of statements share: a table of what was found.

use std::collections::BTreeMap;

#[derive(Default, Clone, Copy)]
struct Count {
    expected: u32,
    found: u32,
    wrong: u32,
    missed: u32,
    nothing: u32,
    sure: u32,
    sure_wrong: u32,
}

/// Counts what was found, what was wrong and what was not found: per fact, and per trap.
#[derive(Default)]
pub(crate) struct Tally {
    facts: BTreeMap<&'static str, Count>,
    traps: BTreeMap<String, Count>,
    notes: Vec<String>,
}

impl Tally {
    pub(crate) fn count(
        &mut self,
        fact: &'static str,
        path: &str,
        traps: &[String],
        truth: Option<&str>,
        found: Option<&str>,
        is_sure: bool,
    ) {
        let mut change = |change: &dyn Fn(&mut Count)| {
            change(self.facts.entry(fact).or_default());
            for trap in traps {
                change(self.traps.entry(trap.clone()).or_default());
            }
        };
        change(&|count| {
            let is_right = found == truth;
            count.expected += u32::from(truth.is_some());
            count.nothing += u32::from(truth.is_none() && found.is_none());
            count.found += u32::from(truth.is_some() && is_right);
            count.missed += u32::from(truth.is_some() && found.is_none());
            count.wrong += u32::from(found.is_some() && !is_right);
            count.sure += u32::from(is_sure && found.is_some());
            count.sure_wrong += u32::from(is_sure && found.is_some() && !is_right);
        });
        if found != truth {
            self.notes
                .push(format!("{path}: {fact} is {truth:?}, found {found:?}{}", if is_sure { ", sure" } else { "" }));
        }
    }

    pub(crate) fn print(&self) {
        for note in &self.notes {
            println!("{note}");
        }
        println!("\n{:24} there  found  wrong  missed  none  sure  sure, wrong", "fact");
        for (fact, count) in &self.facts {
            println!("{fact:24} {}", row(count));
        }
        println!("\n{:24} there  found  wrong  missed  none  sure  sure, wrong", "trap");
        for (trap, count) in &self.traps {
            println!("{trap:24} {}", row(count));
        }
    }

    pub(crate) fn assert(&self, min_found: &[(&str, u32)], max_wrong: u32) {
        for (fact, min) in min_found {
            let count = self.facts[fact];
            assert!(count.found * 1000 >= count.expected * min, "{fact}: {} of {}", count.found, count.expected);
        }
        for (fact, count) in &self.facts {
            let all = count.expected + count.nothing;
            assert!(count.wrong * 1000 <= all * max_wrong, "{fact}: {} wrong of {all}", count.wrong);
            assert_eq!(count.sure_wrong, 0, "{fact}");
        }
    }
}

fn row(count: &Count) -> String {
    let Count { expected, found, wrong, missed, nothing, sure, sure_wrong } = count;
    format!("{expected:5}  {found:5}  {wrong:5}  {missed:6}  {nothing:4}  {sure:4}  {sure_wrong:5}")
}
