//! The tables of the README: short ones. `docs/reference.md` has all of it.

use crate::{
    markdown::{code, default, prose, table, values},
    region::Region,
    typescript::interface,
};
use flinks_upload::core::{
    config::Attributes, connect::error_code::FallbackCode, event_name::EventName, files::finding::Finding,
};

/// The regions of the README.
pub(crate) fn regions(types: &str) -> Result<Vec<Region>, String> {
    Ok(vec![
        ("attributes", attributes()),
        ("fallback-codes", fallback_codes()),
        ("events", events(types)?),
        ("findings", findings()),
    ])
}

fn attributes() -> String {
    let mut out = String::new();
    let rows = Attributes::SCHEMA.iter().map(|attribute| {
        let summary = prose(attribute.docs.get(..1).unwrap_or_default());
        [code(attribute.name), values(attribute), default(attribute), summary]
    });
    table(&mut out, ["attribute", "values", "default", ""], rows);
    out
}

fn fallback_codes() -> String {
    let codes: Vec<_> = FallbackCode::SCHEMA.iter().map(|word| code(word.text)).collect();
    let lines: Vec<_> = codes.chunks(4).map(|line| line.join(" ")).collect();
    lines.join("\n") + "\n"
}

fn events(types: &str) -> Result<String, String> {
    let mut rows = Vec::new();
    for event in EventName::SCHEMA {
        let members = interface(types, event.detail)?;
        let names =
            members.iter().map(|member| format!("{}{}", member.name, if member.is_optional { "?" } else { "" }));
        let names = names.collect::<Vec<_>>().join(", ");
        rows.push([code(event.name), code(&format!("{{{names}}}")), prose(event.docs)]);
    }
    let mut out = String::new();
    table(&mut out, ["event", "`detail`", "when"], rows);
    Ok(out)
}

fn findings() -> String {
    let mut out = String::new();
    let rows =
        Finding::SCHEMA.iter().map(|finding| [code(finding.code), finding.severities.join(" / "), prose(finding.docs)]);
    table(&mut out, ["code", "severity", "when"], rows);
    out
}
