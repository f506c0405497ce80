//! What can't be generated is compared: interfaces with the JSON that they describe, lists in scripts and the style sheet
//! with the tables.

use crate::{TYPES, element, style::SOURCE, typescript::interface};
use flinks_upload::{
    core::{
        config::Attributes,
        connect::{
            address::Institution,
            error_code::{ErrorCode, FallbackCode},
            message::{ConnectMessage, FieldValue, Fields, RawMessage, Step, read},
        },
        date::Date,
        error::UploadError,
        event_name::EventName,
        files::{
            coverage::{Coverage, RequiredDays},
            file::FileId,
            report::{FileReport, Report, Status},
        },
        offer::{Offer, Reason},
        results::{
            member::member_number,
            status::{StatusUpdate, UploadStatus},
        },
        session::Completion,
    },
    pdf::{Encryption, FileKind, TextLayer},
    statement::{AccountNumber, Confidence, Fact, Facts, Kind, PageMarks, Period},
};
use serde::Serialize;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// Everything that contradicts the tables.
pub(crate) fn problems(root: &Path, files: &[(&'static str, String)]) -> Vec<String> {
    let types = files.iter().find(|(path, _)| *path == TYPES).map_or("", |(_, text)| text);
    let mut problems = Vec::new();
    for (name, most, least) in details() {
        problems.extend(interface_problems(types, name, &most, &least));
    }
    problems.extend(style_problems(&fs::read_to_string(root.join(SOURCE)).unwrap_or_default()));
    let mut scripts = Vec::new();
    scripts_of(&root.join("www"), &mut scripts);
    for script in scripts {
        let path = script.strip_prefix(root).unwrap_or(&script).display().to_string();
        if !files.iter().any(|(generated, _)| *generated == path) {
            problems.extend(list_problems(&path, &fs::read_to_string(&script).unwrap_or_default()));
        }
    }
    problems
}

/// The name of an interface, and its JSON with all fields and with as few as possible.
fn details() -> Vec<(&'static str, Value, Value)> {
    let text = || Some("x".to_owned());
    let secret = || Some("x".into());
    let mut fields = Fields::default();
    fields.add("accountId", FieldValue::Bool(true));
    let message = ConnectMessage {
        fields,
        step: Some(Step::Redirect),
        flinks_code: Some(ErrorCode::InvalidLogin),
        institution: text(),
        request_id: secret(),
        login_id: secret(),
        url: secret(),
        ..read(RawMessage::default())
    };
    let offer = |reason, institution: Option<&str>| Offer {
        reason,
        institution: institution.and_then(|name| Institution::new(name).ok()),
    };
    let completion =
        Completion { uploaded: true, login_id: secret(), request_id: secret(), institution: text(), url: secret() };
    let ended = Completion { uploaded: true, login_id: None, request_id: None, institution: None, url: None };
    let status = |at| StatusUpdate { status: UploadStatus::Ready, at };
    let file = FileReport {
        id: FileId(1),
        name: "x".to_owned(),
        size: 1,
        status: Status::Ready,
        kind: Some(FileKind::Pdf),
        pages: Some(1),
        encryption: Some(Encryption::None),
        text: Some(TextLayer::Text),
        lock: None,
        statement: None,
        findings: Vec::new(),
    };
    let all_facts = statement();
    let coverage = |required| {
        let date = Date::EPOCH;
        Coverage::new(&[], 0, required, date)
    };
    let report = Report::default();
    let member = member_number("x1-0");
    vec![
        ("ConnectMessage", json(&message), json(&read(RawMessage::default()))),
        (
            "UploadOffer",
            json(&offer(Reason::Error(FallbackCode::InvalidLogin), Some("x"))),
            json(&offer(Reason::Primary, None)),
        ),
        ("UploadComplete", json(&completion), json(&ended)),
        ("UploadStatus", json(&status(text())), json(&status(None))),
        ("UploadError", json(&UploadError::invalid("mode", "x", "x")), load_failed()),
        ("FileReport", json(&file), json(&file)),
        ("Statement", json(&all_facts), json(&Facts::default())),
        ("Coverage", json(&coverage(RequiredDays::new(1))), json(&coverage(None))),
        ("Report", json(&report), json(&report)),
        ("MemberNumber", json(&member), json(&member)),
    ]
}

/// A statement of which everything is known.
fn statement() -> Facts {
    #[expect(clippy::unnecessary_wraps, reason = "facts are optional")]
    fn fact<T>(value: T) -> Option<Fact<T>> {
        Some(Fact { value, confidence: Confidence::Sure })
    }
    Facts {
        is_read: true,
        kind: fact(Kind::Statement),
        institution: fact("x".into()),
        account: fact(AccountNumber { digits: "1".to_owned(), member: None, suffix: None, kind: None }),
        period: fact(Period { from: None, to: Date::EPOCH }),
        pages: fact(PageMarks { of: 1, present: vec![1] }),
        ..Facts::default()
    }
}

/// What the element itself reports when the wasm is missing has no more than these for certain.
fn load_failed() -> Value {
    serde_json::json!({"code": "load-failed", "message": "x"})
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}

fn interface_problems(types: &str, name: &str, most: &Value, least: &Value) -> Vec<String> {
    let members = match interface(types, name) {
        Ok(members) => members,
        Err(problem) => return vec![problem],
    };
    let all: BTreeSet<_> = members.iter().map(|member| member.name.as_str()).collect();
    let required: BTreeSet<_> =
        members.iter().filter(|member| !member.is_optional).map(|member| member.name.as_str()).collect();
    let compare = |what: &str, typed: BTreeSet<&str>, sent: BTreeSet<&str>| {
        (typed != sent).then(|| format!("{TYPES}: the {what} of {name} are {typed:?}; the JSON has {sent:?}"))
    };
    let problems = [compare("fields", all, keys(most)), compare("required fields", required, keys(least))];
    problems.into_iter().flatten().collect()
}

fn style_problems(styles: &str) -> Vec<String> {
    let used: BTreeSet<&str> = styles
        .split("var(--flinks-upload-")
        .skip(1)
        .filter_map(|rest| rest.split_once(',').map(|(name, _)| name))
        .collect();
    let listed: BTreeSet<&str> =
        element::CSS_PROPERTIES.iter().filter_map(|property| property.name.strip_prefix("--flinks-upload-")).collect();
    let mut problems: Vec<String> = used
        .symmetric_difference(&listed)
        .map(|name| format!("--flinks-upload-{name} is only in one of {SOURCE} and examples/generate/element.rs"))
        .collect();
    for property in element::CSS_PROPERTIES.iter().filter(|property| styles.contains(property.name)) {
        // The sheet uses what it has made of a property.
        let default = property.default.replace("var(--flinks-upload-", "var(--");
        let used = format!("var({}, {default})", property.name);
        if !styles.contains(&used) {
            problems.push(format!("{SOURCE} has another default than examples/generate/element.rs: {used}"));
        }
    }
    problems
}

/// A list of names that a script writes itself must be that of the table, until it is imported from `www/element`.
fn list_problems(path: &str, script: &str) -> Vec<String> {
    let attributes = Attributes::SCHEMA.iter().map(|attribute| attribute.name).collect();
    let events = EventName::SCHEMA.iter().map(|event| event.name).collect();
    let codes = FallbackCode::SCHEMA.iter().map(|code| code.text).collect();
    let lists: [(&str, Vec<&str>); 3] = [
        ("const ATTRIBUTES = [", attributes),
        ("const EVENTS = [", events),
        ("const FALLBACK_CODES = Object.freeze([", codes),
    ];
    let mut problems = Vec::new();
    for (start, names) in lists {
        let Some(list) = script.split_once(start).and_then(|(_, rest)| rest.split_once(']')) else { continue };
        let written: Vec<_> = list.0.split('\'').skip(1).step_by(2).collect();
        if written != names {
            problems.push(format!("{path}: `{start}…]` has other names than the table; import it from www/element"));
        }
    }
    problems
}

fn scripts_of(folder: &Path, scripts: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            scripts_of(&path, scripts);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
}
