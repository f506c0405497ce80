//! Facts of the synthetic statements, compared with what each page shows.
//!
//! The files are not part of the project but expected beside it, in `../shared/statements` (or `STATEMENTS`). Without them,
//! the tests print that they were skipped.

use crate::pdf::support::skip;
use crate::tally::Tally;
use flinks_upload::{
    core::{
        date::Date,
        files::coverage::{AccountCoverage, Completeness, Coverage, DateRange, RequiredDays, StatementPeriod},
    },
    pdf::{Budget, TextBudget, extract_text},
    statement::{Document, Fact, Facts, facts},
};
use serde_json::Value;
use std::{collections::BTreeMap, env, fs, path::PathBuf};

/// The number of files that the corpus has at least.
const MIN_FILES: usize = 140;
/// Found of what is there, in permille: measured, then rounded down.
const MIN_FOUND: &[(&str, u32)] = &[
    ("institution", 1000),
    ("account", 1000),
    ("member", 1000),
    ("from", 1000),
    ("to", 1000),
    ("pages", 1000),
    ("kind", 990),
    ("unread", 1000),
];
/// Wrong of all files, in permille.
const MAX_WRONG: u32 = 0;
fn corpus() -> PathBuf {
    env::var_os("STATEMENTS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/statements"), PathBuf::from)
}

/// The truth and the facts of every file; `None` with a note if something is not there.
fn read_corpus() -> Option<(Value, BTreeMap<String, Facts>)> {
    let corpus = corpus();
    let Ok(truth) = fs::read_to_string(corpus.join("truth.json")) else {
        skip("there are no files in ../shared/statements");
        return None;
    };
    let truth: Value = serde_json::from_str(&truth).unwrap();
    let mut all = BTreeMap::new();
    for file in truth["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let bytes = fs::read(corpus.join(path)).unwrap();
        let text = extract_text(&bytes, &Budget::default(), &TextBudget::default());
        let facts = text.map(|text| facts(&Document::from(text))).unwrap_or_default();
        all.insert(path.to_owned(), facts);
    }
    Some((truth, all))
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// Counts each fact of a file, or of a part of one.
fn compare(tally: &mut Tally, path: &str, traps: &[String], truth: &Value, facts: &Facts) {
    let mut count = |fact: &'static str, truth: Option<String>, found: Option<String>, is_sure: bool| {
        tally.count(fact, path, traps, truth.as_deref(), found.as_deref(), is_sure);
    };
    let institution = facts.institution.as_ref();
    count(
        "institution",
        text(&truth["institution"]),
        institution.map(|fact| fact.value.to_string()),
        institution.is_some_and(Fact::is_sure),
    );
    let account = facts.account.as_ref();
    let is_sure = account.is_some_and(Fact::is_sure);
    count("account", text(&truth["account"]), account.map(|fact| fact.value.digits.clone()), is_sure);
    if truth.get("member").is_some() {
        let member = |member: Option<String>, suffix: Option<String>| {
            Some(format!("{}/{}", member?, suffix.unwrap_or_default()))
        };
        let found = account
            .and_then(|fact| member(fact.value.member.clone(), fact.value.suffix.map(|suffix| suffix.to_string())));
        count("member", member(text(&truth["member"]), text(&truth["suffix"])), found, is_sure);
    }
    let period = facts.period.as_ref();
    let is_sure = period.is_some_and(Fact::is_sure);
    if facts.parts.is_empty() {
        count(
            "from",
            text(&truth["period"]["from"]),
            period.and_then(|fact| fact.value.from).map(|date| date.to_string()),
            is_sure,
        );
        count("to", text(&truth["period"]["to"]), period.map(|fact| fact.value.to.to_string()), is_sure);
    }
    let pages = facts.pages.as_ref();
    let truth_pages = truth["pages_printed"].as_object().map(|pages| format!("{} {}", pages["of"], pages["present"]));
    let found = pages.map(|fact| format!("{} {}", fact.value.of, serde_json::to_string(&fact.value.present).unwrap()));
    count("pages", truth_pages, found, pages.is_some_and(Fact::is_sure));
    let kind = facts.kind.as_ref();
    count(
        "kind",
        text(&truth["kind"]),
        kind.map(|fact| fact.value.as_str().to_owned()),
        kind.is_some_and(Fact::is_sure),
    );
}

#[test]
fn the_facts_are_those_that_the_pages_show() {
    let Some((truth, all)) = read_corpus() else { return };
    assert!(all.len() >= MIN_FILES, "only {} files", all.len());
    let mut tally = Tally::default();
    for file in truth["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let facts = &all[path];
        let mut traps: Vec<String> = file["traps"].as_array().unwrap().iter().filter_map(text).collect();
        if traps.is_empty() {
            traps.push("(none)".to_owned());
        }
        if !file["readable"].as_bool().unwrap() {
            tally.count(
                "unread",
                path,
                &traps,
                Some("unread"),
                Some(if facts.is_read { "read" } else { "unread" }),
                true,
            );
            continue;
        }
        compare(&mut tally, path, &traps, file, facts);
        if let Some(parts) = file["parts"].as_array() {
            assert_eq!(parts.len(), facts.parts.len(), "{path}");
            for (truth, part) in parts.iter().zip(&facts.parts) {
                assert_eq!(truth["first_page"], part.first_page + 1, "{path}");
                compare(&mut tally, path, &traps, truth, &part.facts);
            }
        }
    }
    tally.print();
    tally.assert(MIN_FOUND, MAX_WRONG);
}

#[test]
fn the_sets_are_covered_as_their_statements_say() {
    let Some((truth, all)) = read_corpus() else { return };
    for set in truth["sets"].as_array().unwrap() {
        let name = set["name"].as_str().unwrap();
        let mut statements = Vec::new();
        let mut unread = 0;
        for file in set["files"].as_array().unwrap() {
            let facts = &all[file.as_str().unwrap()];
            let single = std::slice::from_ref(facts);
            let parts: Vec<&Facts> = if facts.parts.is_empty() {
                single.iter().collect()
            } else {
                facts.parts.iter().map(|part| &part.facts).collect()
            };
            for facts in parts {
                let is_statement = facts
                    .kind
                    .as_ref()
                    .is_none_or(|kind| matches!(kind.value.as_str(), "statement" | "card-statement"));
                match &facts.period {
                    _ if !facts.is_read => unread += 1,
                    _ if !is_statement => {}
                    None => unread += 1,
                    Some(period) => statements.push(StatementPeriod {
                        institution: facts.institution.as_ref().map(|fact| fact.value.to_string()),
                        digits: facts.account.as_ref().map(|fact| fact.value.digits.clone()),
                        suffix: facts.account.as_ref().and_then(|fact| fact.value.suffix),
                        from: period.value.from,
                        to: period.value.to,
                    }),
                }
            }
        }
        let days = set["required_months"]
            .as_u64()
            .map_or_else(|| set["required_days"].as_u64().unwrap(), |months| months * 30);
        let required = RequiredDays::new(u16::try_from(days).unwrap());
        let coverage =
            Coverage::new(&statements, unread, required, Date::parse(set["as_of"].as_str().unwrap()).unwrap());
        let expected = &set["expect"];
        let ranges = |of: fn(&AccountCoverage) -> &Vec<DateRange>| -> Vec<String> {
            coverage
                .accounts
                .iter()
                .flat_map(|account| {
                    of(account).iter().map(|range| {
                        let suffix = account.suffix.map(|suffix| suffix.to_string()).unwrap_or_default();
                        format!(
                            "{} {} {suffix} {} {}",
                            account.institution.as_deref().unwrap(),
                            account.digits.as_deref().unwrap(),
                            range.from,
                            range.to
                        )
                    })
                })
                .collect()
        };
        let listed = |list: &Value| -> Vec<String> {
            let line = |range: &Value| {
                let suffix = text(&range["suffix"]).unwrap_or_default();
                let of = |key: &str| text(&range[key]).unwrap();
                format!("{} {} {suffix} {} {}", of("institution"), of("account"), of("from"), of("to"))
            };
            list.as_array().unwrap().iter().map(line).collect()
        };
        assert_eq!(ranges(|account| &account.ranges), listed(&expected["covered"]), "{name}");
        // A file that is not read may hold what seems to be missing: no gap, and no answer.
        if unread > 0 {
            assert_eq!(coverage.complete, Completeness::Unknown, "{name}");
            assert!(ranges(|account| &account.gaps).is_empty(), "{name}");
            continue;
        }
        assert_eq!(ranges(|account| &account.gaps), listed(&expected["gaps"]), "{name}");
        assert_eq!(coverage.complete == Completeness::Complete, expected["complete"].as_bool().unwrap(), "{name}");
    }
}
