//! What the public API consists of, as data: names, TypeScript types and documentation.
//!
//! Each table stands beside the code that it describes and is written once, in a macro that generates both. Nothing
//! here is decided at run time, so nothing of it is in the wasm: `examples/generate` reads it and writes the types, the
//! manifest, the lists in `www/` and `docs/api.md`.

/// Paragraphs of documentation, one for each line of a doc comment, with the space after `///`.
pub type Docs = &'static [&'static str];

/// One word of a vocabulary: an attribute's value, a code, a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word as it is written in attributes, events and JSON.
    pub text: &'static str,
    /// What it means.
    pub docs: Docs,
}

/// One field of an object in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in JSON; `None` for a field that is not serialized.
    pub wire: Option<&'static str>,
    /// Its TypeScript type; empty for a field that is not serialized.
    pub ts: &'static str,
    /// What it holds.
    pub docs: Docs,
}

/// One finding of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingSchema {
    /// Its code, in JSON and as a message key.
    pub code: &'static str,
    /// The severities that it can have, as words.
    pub severities: &'static [&'static str],
    /// The fields beside `code` and `severity`.
    pub fields: &'static [Field],
    /// When it occurs.
    pub docs: Docs,
}

/// What an attribute takes.
#[derive(Debug, Clone, Copy)]
pub enum ValueType {
    /// A text; says which.
    Text(&'static str),
    /// A whole number, 1 or more; says of what.
    Number(&'static str),
    /// One of these digits.
    Digit {
        /// The smallest.
        min: u8,
        /// The largest.
        max: u8,
    },
    /// One of some words.
    Choice {
        /// The name of the union in TypeScript.
        alias: &'static str,
        /// The words.
        words: fn() -> Vec<Word>,
    },
}

/// What an attribute is when it is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultValue {
    /// This value.
    Value(&'static str),
    /// What this text says, in Markdown.
    Described(&'static str),
    /// Nothing.
    None,
}

/// One attribute of `<flinks-upload>`.
#[derive(Debug, Clone, Copy)]
pub struct AttributeSchema {
    /// Its name in HTML.
    pub name: &'static str,
    /// The property of the element that reflects it.
    pub property: &'static str,
    /// What it takes.
    pub value: ValueType,
    /// What it is when it is absent.
    pub default: DefaultValue,
    /// What it is for.
    pub docs: Docs,
}

/// One event of `<flinks-upload>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventSchema {
    /// Its type.
    pub name: &'static str,
    /// The TypeScript type of its `detail`.
    pub detail: &'static str,
    /// Whether `preventDefault()` has an effect.
    pub is_cancelable: bool,
    /// When it is fired.
    pub docs: Docs,
}
