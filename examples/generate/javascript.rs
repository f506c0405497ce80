//! The lists of names that the scripts of the npm package go through.

use flinks_upload::core::{config::Attributes, connect::error_code::FallbackCode, event_name::EventName};
use std::fmt::Write;

/// `www/element/attributes.js`.
pub(crate) fn attributes() -> String {
    let attributes = Attributes::SCHEMA.iter().map(|attribute| attribute.name);
    let properties = Attributes::SCHEMA.iter().map(|attribute| attribute.property);
    format!(
        "{}\n/** The attributes of `<flinks-upload>`. */\nexport const ATTRIBUTES = {};\n\n\
         /** The properties that reflect them, in the same order. */\nexport const PROPERTIES = {};\n",
        header(),
        array(attributes),
        array(properties)
    )
}

/// `www/element/events.js`.
pub(crate) fn events() -> String {
    let events = EventName::SCHEMA.iter().map(|event| event.name);
    format!("{}\n/** The events of `<flinks-upload>`. */\nexport const EVENTS = {};\n", header(), array(events))
}

/// `www/element/fallback-codes.js`.
pub(crate) fn fallback_codes() -> String {
    let codes = FallbackCode::SCHEMA.iter().map(|code| code.text);
    format!(
        "{}\n/** The eight codes after which upload is offered. */\nexport const FALLBACK_CODES = Object.freeze({});\n",
        header(),
        array(codes)
    )
}

fn header() -> String {
    format!("// Generated from src/core by `{}`; don't edit.\n", crate::COMMAND)
}

fn array<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::from("[\n");
    for name in names {
        // Writing to a `String` can't fail.
        let _ = writeln!(out, "  '{name}',");
    }
    out + "]"
}
