//! Documentation as text, and tables in Markdown.

use flinks_upload::core::schema::{AttributeSchema, DefaultValue, Docs, ValueType};
use std::fmt::Write;

/// The lines of a doc comment as one text.
pub(crate) fn prose(docs: Docs) -> String {
    docs.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Appends a table.
pub(crate) fn table<const N: usize>(out: &mut String, head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) {
    // Writing to a `String` can't fail.
    let _ = writeln!(out, "| {} |\n|{}", head.join(" | "), " --- |".repeat(N));
    for row in rows {
        let _ = writeln!(out, "| {} |", row.map(|cell| cell.replace('|', "\\|")).join(" | "));
    }
}

pub(crate) fn code(text: &str) -> String {
    format!("`{text}`")
}

/// What an attribute takes, for a table.
pub(crate) fn values(attribute: &AttributeSchema) -> String {
    match attribute.value {
        ValueType::Text(what) => what.to_owned(),
        ValueType::Number(what) => format!("a whole number of {what}"),
        ValueType::Digit { min, max } => format!("`{min}` to `{max}`"),
        ValueType::Choice { words, .. } => words().iter().map(|word| code(word.text)).collect::<Vec<_>>().join(" "),
    }
}

/// What an attribute is when it is absent, for a table.
pub(crate) fn default(attribute: &AttributeSchema) -> String {
    match attribute.default {
        DefaultValue::Value(value) => code(value),
        DefaultValue::Described(text) => text.to_owned(),
        DefaultValue::None => "–".to_owned(),
    }
}
