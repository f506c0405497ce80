//! The component's styles as the custom element loads them.

use crate::read;
use std::path::Path;

/// Where they are written.
pub(crate) const SOURCE: &str = "src/component/style.css";

/// `www/element/style.js`.
pub(crate) fn script(root: &Path) -> Result<String, String> {
    let rules = shortened(&read(root, SOURCE)?);
    if rules.contains(['`', '\\', '$']) {
        return Err(format!("{SOURCE} has a character that means something in a template literal"));
    }
    Ok(format!(
        "// Generated from {SOURCE} by `{}`; don't edit.\n\n/** The styles of `<flinks-upload>`. */\nexport const STYLE =\n  `{rules}`;\n",
        crate::COMMAND
    ))
}

/// Without its comments, and with one space where there is white space, or none where none is needed.
fn shortened(source: &str) -> String {
    let mut rules = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if next.is_ascii_whitespace() {
            if !rules.is_empty() && !rules.ends_with([' ', '{', '}', ';', ':', ',']) {
                rules.push(' ');
            }
            rest = rest.trim_ascii_start();
        } else {
            rules.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    rules.truncate(rules.trim_end().len());
    rules
}
