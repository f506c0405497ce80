//! `docs/api.md`: every attribute, property, method, event, code, part and custom property.

use crate::{
    element,
    markdown::{code, default, prose, table, values},
    typescript::{interface, property_type},
    vocabulary,
};
use flinks_upload::core::{
    config::Attributes,
    connect::{
        error_code::{ErrorCode, FallbackCode},
        message::{MessageKind, Step},
    },
    event_name::EventName,
    files::finding::Finding,
    i18n::MessageKey,
    results::status::UploadStatus,
    schema::{ValueType, Word},
};
use std::fmt::Write;

/// The interfaces of the report, beside that of `upload-check` itself.
const REPORT_INTERFACES: &[&str] = &["FileReport", "Statement", "Coverage", "Finding"];

/// The whole page.
pub(crate) fn document(types: &str) -> Result<String, String> {
    let mut out = format!(
        "<!-- Generated from src/core by `{}`; don't edit. -->\n\n# API reference\n\n\
         Everything that `<flinks-upload>` takes, fires and reports, generated from the code. To get started, read\n\
         [quickstart.md](quickstart.md). The texts are in [messages.md](messages.md), styles in [theming.md](theming.md), the\n\
         functions of the package in [functions.md](functions.md).\n",
        crate::COMMAND
    );
    attributes(&mut out);
    members(&mut out);
    events(&mut out, types)?;
    report(&mut out, types)?;
    codes(&mut out);
    style(&mut out);
    Ok(out)
}

fn attributes(out: &mut String) {
    heading(out, 2, "Attributes");
    *out += "Each attribute is also a property, which reflects it; `null` removes it. An invalid value is never silently replaced by\n\
             the default: the element fires `upload-error` and writes to the console, and the last valid values stay in force.\n\
             People see an error only if there are no valid values yet.\n\n";
    let rows = Attributes::SCHEMA.iter().map(|attribute| {
        [
            code(attribute.name),
            format!("{}: {}", code(attribute.property), code(property_type(attribute.value))),
            values(attribute),
            default(attribute),
            prose(attribute.docs),
        ]
    });
    table(out, ["attribute", "property", "values", "default", "description"], rows);
    for attribute in Attributes::SCHEMA {
        let ValueType::Choice { words, .. } = attribute.value else { continue };
        let words = words();
        if words.iter().any(|word| !word.docs.is_empty()) {
            heading(out, 3, &format!("Values of {}", code(attribute.name)));
            words_table(out, "value", &words);
        }
    }
}

fn members(out: &mut String) {
    heading(out, 2, "Properties and methods");
    let rows = element::PROPERTIES.iter().map(|property| {
        let note = if property.is_readonly { " Read-only." } else { "" };
        [code(property.name), code(property.ts), format!("{}{note}", property.docs)]
    });
    table(out, ["property", "type", "description"], rows);
    *out += "\n";
    let rows = element::METHODS.iter().map(|method| {
        let parameter = method.parameter.map(|(name, ts)| format!("{name}: {ts}")).unwrap_or_default();
        [code(&format!("{}({parameter})", method.name)), method.docs.to_owned()]
    });
    table(out, ["method", "description"], rows);
}

fn events(out: &mut String, types: &str) -> Result<(), String> {
    heading(out, 2, "Events");
    *out += "All events bubble and are composed. Fields with `?` may be absent.\n";
    for event in EventName::SCHEMA {
        heading(out, 3, &code(event.name));
        let _ = writeln!(out, "{}\n", prose(event.docs));
        interface_table(out, types, event.detail)?;
    }
    Ok(())
}

fn report(out: &mut String, types: &str) -> Result<(), String> {
    heading(out, 2, "The report");
    let _ = writeln!(
        out,
        "The `detail` of `upload-check`, the property `report` and the result of `checkFiles`. Its fields are those of\n\
         [`upload-check`](#upload-check). What is not known is `null`."
    );
    for name in REPORT_INTERFACES {
        heading(out, 3, &code(name));
        interface_table(out, types, name)?;
    }
    heading(out, 3, "Findings");
    *out += "An error is certain, and the file can't be uploaded. With a warning it can: there may be a problem. All findings of a file are reported.\n\n";
    let rows = Finding::SCHEMA.iter().map(|finding| {
        let fields = finding.fields.iter().filter_map(|field| field.wire).map(code).collect::<Vec<_>>().join(" ");
        [code(finding.code), finding.severities.join(" / "), prose(finding.docs), fields]
    });
    table(out, ["code", "severity", "when", "fields"], rows);
    heading(out, 3, "Values of its fields");
    let unions = vocabulary::unions()?;
    let rows =
        unions.iter().filter(|union| !union.is_open && types_of_report(types).contains(union.name)).map(|union| {
            let words = union.words.iter().map(|word| code(word)).collect::<Vec<_>>().join(" ");
            [code(union.name), words, union.docs.to_owned()]
        });
    table(out, ["type", "values", "description"], rows);
    Ok(())
}

/// The part of the types that describes files and findings.
fn types_of_report(types: &str) -> &str {
    let start = types.find("export interface Finding ").unwrap_or_default();
    let end = types.find("export interface Report ").unwrap_or(types.len());
    types.get(start..end).unwrap_or_default()
}

fn codes(out: &mut String) {
    heading(out, 2, "Codes and steps");
    heading(out, 3, "Codes of `upload-error`");
    words_table(out, "code", &vocabulary::upload_errors());
    heading(out, 3, "Codes after which upload is offered");
    *out += "Exactly these eight, as `FALLBACK_CODES`.\n\n";
    words_table(out, "code", FallbackCode::SCHEMA);
    heading(out, 3, "Other codes of Flinks");
    *out += "No upload is offered after these, nor after any code that is not listed here. Flinks documents the names; what they mean is read \
             from them.\n\n";
    let others = ErrorCode::KNOWN.iter().zip(ErrorCode::SCHEMA).filter(|(code, _)| !code.offers_upload());
    words_table(out, "code", &others.map(|(_, word)| *word).collect::<Vec<_>>());
    heading(out, 3, "Steps of Connect");
    *out += "The `step` of `connect-event`. A step that is not listed here is passed on as it is. Flinks documents the names; what they mean is \
             read from them.\n\n";
    words_table(out, "step", Step::SCHEMA);
    heading(out, 3, "Kinds of message");
    *out += "The `kind` of `connect-event`.\n\n";
    words_table(out, "kind", MessageKind::SCHEMA);
    heading(out, 3, "Reasons of an offer");
    *out += "The `reason` of `upload-offer`.\n\n";
    words_table(out, "reason", &vocabulary::offer_reasons());
    heading(out, 3, "Upload statuses");
    *out += "What your server may send on the stream of `status-url`. Another word is passed on as it is.\n\n";
    words_table(out, "status", UploadStatus::SCHEMA);
    heading(out, 3, "Message keys");
    let _ = writeln!(
        out,
        "The {} keys of the property `messages` are in [messages.md](messages.md) with their texts.",
        MessageKey::ALL.len(),
    );
}

fn style(out: &mut String) {
    heading(out, 2, "Styling");
    heading(out, 3, "Parts");
    table(out, ["part", "description"], element::PARTS.iter().map(|(name, docs)| [code(name), (*docs).to_owned()]));
    heading(out, 3, "Custom properties");
    let rows = element::CSS_PROPERTIES
        .iter()
        .map(|property| [code(property.name), code(property.default), property.docs.to_owned()]);
    table(out, ["property", "default", "description"], rows);
}

fn heading(out: &mut String, level: usize, text: &str) {
    let _ = writeln!(out, "\n{} {text}", "#".repeat(level));
}

fn words_table(out: &mut String, head: &str, words: &[Word]) {
    table(out, [head, "description"], words.iter().map(|word| [code(word.text), prose(word.docs)]));
}

fn interface_table(out: &mut String, types: &str, name: &str) -> Result<(), String> {
    let rows = interface(types, name)?.into_iter().map(|member| {
        let name = format!("{}{}", member.name, if member.is_optional { "?" } else { "" });
        [code(&name), code(&member.ts), member.docs]
    });
    table(out, ["field", "type", "description"], rows);
    Ok(())
}
