//! The regions of `www/index.d.ts`, and the interfaces that it holds.

use crate::{markdown::prose, region::Region, vocabulary};
use flinks_upload::core::{
    config::Attributes,
    event_name::EventName,
    files::finding::Finding,
    schema::{AttributeSchema, DefaultValue, ValueType, Word},
};
use std::fmt::Write;

const MAX_LINE: usize = 120;

/// The regions of `www/index.d.ts`.
pub(crate) fn regions() -> Result<Vec<Region>, String> {
    Ok(vec![
        ("choices", choices()),
        ("unions", unions()?),
        ("finding", finding()?),
        ("events", events()),
        ("attributes", attributes()),
        ("properties", properties()),
    ])
}

/// The type of an attribute's value.
pub(crate) fn value_type(value: ValueType) -> String {
    match value {
        ValueType::Text(_) => "string".to_owned(),
        ValueType::Number(_) => "number | string".to_owned(),
        ValueType::Digit { min, max } => {
            let digits = digits(min, max);
            format!("{digits} | `${{{digits}}}`")
        }
        ValueType::Choice { alias, .. } => alias.to_owned(),
    }
}

/// The type of the property that reflects an attribute.
pub(crate) fn property_type(value: ValueType) -> &'static str {
    match value {
        ValueType::Text(_) | ValueType::Choice { .. } => "string | null",
        ValueType::Number(_) | ValueType::Digit { .. } => "string | number | null",
    }
}

/// `1 | 2 | 3`.
pub(crate) fn digits(min: u8, max: u8) -> String {
    (min..=max).map(|digit| digit.to_string()).collect::<Vec<_>>().join(" | ")
}

/// `'a' | 'b'`.
pub(crate) fn union(words: &[Word]) -> String {
    words.iter().map(|word| format!("'{}'", word.text)).collect::<Vec<_>>().join(" | ")
}

/// What an attribute is for, and its default.
pub(crate) fn description(attribute: &AttributeSchema) -> String {
    let docs = prose(attribute.docs);
    match attribute.default {
        DefaultValue::Value(value) => format!("{docs} Default: `{value}`."),
        DefaultValue::Described(text) => format!("{docs} Default: {text}."),
        DefaultValue::None => docs,
    }
}

fn choices() -> String {
    let mut out = String::new();
    for attribute in Attributes::SCHEMA {
        if let ValueType::Choice { alias, words } = attribute.value {
            let _ = writeln!(out, "/** {} */\nexport type {alias} = {};", prose(attribute.docs), union(&words()));
        }
    }
    out
}

fn unions() -> Result<String, String> {
    let mut out = String::new();
    for union in vocabulary::unions()? {
        let mut words: Vec<String> = union.words.iter().map(|word| format!("'{word}'")).collect();
        if union.is_open {
            // Editors still offer the known words.
            words.push("(string & {})".to_owned());
        }
        let one_line = format!("export type {} = {};", union.name, words.join(" | "));
        let _ = writeln!(out, "/** {} */", union.docs);
        if one_line.len() <= MAX_LINE {
            let _ = writeln!(out, "{one_line}");
        } else {
            let _ = writeln!(out, "export type {} =\n{};", union.name, wrapped(&words));
        }
    }
    Ok(out)
}

/// The members of a union, as many in each line as fit.
fn wrapped(words: &[String]) -> String {
    let mut lines = vec![String::from(" ")];
    for word in words {
        let line_length = lines.last().map_or(0, String::len);
        if line_length > 1 && line_length + 3 + word.len() > MAX_LINE - 1 {
            lines.push(String::from(" "));
        }
        if let Some(line) = lines.last_mut() {
            let _ = write!(line, " | {word}");
        }
    }
    lines.join("\n")
}

/// One interface for all findings: every field of one of them is optional.
fn finding() -> Result<String, String> {
    let mut out = String::from(
        "/** One finding, with its numbers. Sizes are in bytes. */\nexport interface Finding {\n  /** What was found. */\n  code: FindingCode;\n  /** How serious it is. */\n  severity: Severity;\n",
    );
    let fields: Vec<_> = Finding::SCHEMA
        .iter()
        .flat_map(|finding| finding.fields.iter().map(|field| (finding.code, field)))
        .filter_map(|(code, field)| Some((field.wire?, code, field)))
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for (name, _, field) in &fields {
        if names.contains(name) {
            continue;
        }
        names.push(name);
        // Codes whose field of this name means the same stand together.
        let mut meanings: Vec<(String, Vec<&str>)> = Vec::new();
        for (_, code, other) in fields.iter().filter(|(other, ..)| other == name) {
            if other.ts != field.ts {
                return Err(format!("the field `{name}` of findings has the types {} and {}", field.ts, other.ts));
            }
            let docs = prose(other.docs);
            match meanings.iter_mut().find(|(meaning, _)| *meaning == docs) {
                Some((_, codes)) => codes.push(code),
                None => meanings.push((docs, vec![code])),
            }
        }
        let docs: Vec<_> = meanings.iter().map(|(docs, codes)| format!("`{}`: {docs}", codes.join("`, `"))).collect();
        let _ = writeln!(out, "  /** {} */\n  {name}?: {};", docs.join(" "), field.ts);
    }
    out += "}\n";
    Ok(out)
}

fn events() -> String {
    let mut out = String::from(
        "/** The events of `<flinks-upload>`. All bubble and are composed. */\nexport interface FlinksUploadEventMap {\n",
    );
    for event in EventName::SCHEMA {
        let _ = writeln!(out, "  /** {} */\n  '{}': CustomEvent<{}>;", prose(event.docs), event.name, event.detail);
    }
    out += "}\n";
    out
}

fn attributes() -> String {
    let mut out = String::from(
        "/** The attributes of `<flinks-upload>`. For an invalid value, the element fires `upload-error`, and the last valid one stays. */\n\
         export interface FlinksUploadAttributes {\n",
    );
    for attribute in Attributes::SCHEMA {
        let name = match attribute.name {
            name if name.contains('-') => format!("'{name}'"),
            name => name.to_owned(),
        };
        let _ =
            writeln!(out, "  /** {} */\n  {name}?: {} | null;", description(attribute), value_type(attribute.value));
    }
    out += "}\n";
    out
}

fn properties() -> String {
    let mut out = String::new();
    for attribute in Attributes::SCHEMA {
        let _ = writeln!(out, "  {}: {};", attribute.property, property_type(attribute.value));
    }
    out
}

/// A member of an interface.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) ts: String,
    pub(crate) is_optional: bool,
    pub(crate) docs: String,
}

/// The members of an interface of a file of types, in which each member has a line of its own.
pub(crate) fn interface(types: &str, name: &str) -> Result<Vec<Member>, String> {
    let start = format!("export interface {name} {{\n");
    let missing = || format!("www/index.d.ts has no interface {name}");
    let body = types.split_once(&start).and_then(|(_, rest)| rest.split_once("\n}\n")).ok_or_else(missing)?.0;
    let mut members = Vec::new();
    let mut docs = "";
    for line in body.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/** ").and_then(|rest| rest.strip_suffix(" */")) {
            docs = text;
        } else if let Some((name, ts)) = line.strip_suffix(';').and_then(|member| member.split_once(": ")) {
            members.push(Member {
                name: name.trim_end_matches('?').to_owned(),
                ts: ts.to_owned(),
                is_optional: name.ends_with('?'),
                docs: std::mem::take(&mut docs).to_owned(),
            });
        } else if !line.starts_with("//") {
            return Err(format!(
                "www/index.d.ts: in the interface {name}, no member and no comment of one line: {line}"
            ));
        }
    }
    Ok(members)
}
