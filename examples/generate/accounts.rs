//! `<flinks-accounts>`, which is JavaScript alone, so it is listed here by hand; the packaging tests compare it with the
//! element.

use flinks_upload::core::schema::{AttributeSchema, DefaultValue, ValueType};

/// Its attributes: those of `<flinks-upload>` with the same name, but for the level of headings.
pub(crate) const ATTRIBUTES: &[&str] = &["language", "theme", "heading-level"];

/// Memberships have headings one level deeper, so its own goes to 5 only.
pub(crate) fn narrowed(attribute: AttributeSchema) -> AttributeSchema {
    match attribute.name {
        "heading-level" => AttributeSchema {
            value: ValueType::Digit { min: 1, max: 5 },
            docs: &[
                "The level of its heading in the outline of your page; headings of memberships are one level deeper.",
            ],
            ..attribute
        },
        "language" => AttributeSchema { docs: &["Its language."], ..attribute },
        "theme" => {
            AttributeSchema { docs: &["Its color scheme."], default: DefaultValue::Value("system"), ..attribute }
        }
        _ => attribute,
    }
}

pub(crate) const PARTS: &[(&str, &str)] = &[
    ("title", "Its heading."),
    ("summary", "How many accounts there are, or why there are none."),
    ("member", "The heading of a membership."),
    ("account", "One account."),
    ("balance", "The current balance of an account."),
    ("error", "What the page's developer should know."),
    ("retry", "Loads its texts again."),
];

/// The custom properties of `<flinks-upload>` that it has, too.
pub(crate) const CSS_PROPERTIES: &[&str] = &[
    "--flinks-upload-text",
    "--flinks-upload-muted",
    "--flinks-upload-surface",
    "--flinks-upload-border",
    "--flinks-upload-error",
    "--flinks-upload-radius",
    "--flinks-upload-font",
];
