//! The tables of the README: short ones. `docs/api.md` has all of it.

use crate::{
    markdown::{code, prose, table},
    region::Region,
    typescript::interface,
};
use flinks_upload::core::{connect::error_code::FallbackCode, event_name::EventName};

/// The regions of the README.
pub(crate) fn regions(types: &str) -> Result<Vec<Region>, String> {
    Ok(vec![("fallback-codes", fallback_codes()), ("events", events(types)?)])
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
