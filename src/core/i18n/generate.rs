//! The files that are made from the languages: those of the npm package, its types, and the documentation of the texts.
//!
//! Pure functions; `examples/generate.rs` writes the files, and a test holds them to what is written here.

use super::{LanguagePack, MessageKey, accounts::AccountsKey, languages, overrides::places_of, pack_data::Setting};
use crate::core::language::Language;
use std::fmt::Write;

/// Writes all of them anew.
pub const COMMAND: &str = "cargo run --no-default-features --features generate --example generate";

/// What is said where no language could be loaded.
const FALLBACK: [MessageKey; 2] = [MessageKey::LoadFailed, MessageKey::TryAgain];

/// What the panel for files says before the wasm is there.
const EARLY: [MessageKey; 8] = [
    MessageKey::CollectTitle,
    MessageKey::CollectFrom,
    MessageKey::CollectForStaff,
    MessageKey::DropPdf,
    MessageKey::DropImages,
    MessageKey::Browse,
    MessageKey::BrowseFolder,
    MessageKey::Checking,
];

/// Every generated file: its path from the root of the repository, and what is in it.
pub fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (language, pack) in packs() {
        let tag = language.as_str();
        files.push((format!("www/languages/{tag}.js"), language_js(&pack)));
        files.push((format!("www/languages/{tag}-staff.js"), staff_js(&pack)));
        files.push((format!("www/languages/accounts/{tag}.js"), accounts_js(&pack)));
    }
    files.push(("www/languages/list.js".to_owned(), list_js(&["", "-staff"])));
    files.push(("www/languages/accounts/list.js".to_owned(), list_js(&[""])));
    files.push(("www/languages/fallback.js".to_owned(), fallback_js()));
    files.push(("www/receipt/places.js".to_owned(), places_js("receipts", |key| key.name().starts_with("receipt-"))));
    files.push(("www/element/places.js".to_owned(), places_js("the early panel", |key| EARLY.contains(&key))));
    files.push(("www/messages.d.ts".to_owned(), types()));
    files.push(("docs/messages.md".to_owned(), documentation()));
    files
}

/// Every language with its texts; the feature `generate` compiles all of them in.
pub(super) fn packs() -> impl Iterator<Item = (Language, LanguagePack)> {
    Language::ALL.iter().filter_map(|language| Some((*language, LanguagePack::built_in(*language)?)))
}

fn note(source: &str) -> String {
    format!("// Generated from {source} by: {COMMAND}\n")
}

/// A text of JavaScript. What can't be seen is escaped.
fn js(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n").replace('\u{a0}', "\\u00a0");
    format!("'{text}'")
}

fn head(pack: &LanguagePack) -> String {
    let tag = pack.language().as_str();
    let mut text = note(&format!("src/core/i18n/languages/{tag}.rs"));
    text += "export default {\n";
    for (name, value) in [("tag", tag), ("locale", pack.locale()), ("singular", pack.plural_rule().name())] {
        line(&mut text, name, value);
    }
    text
}

fn line(text: &mut String, name: &str, value: &str) {
    // A text takes all that is written to it.
    let _ = writeln!(text, "  {name}: {},", js(value));
}

/// By their places, because keys would be a quarter of the file.
fn texts(pack: &LanguagePack) -> String {
    let lines = MessageKey::ALL.iter().fold(String::new(), |mut lines, key| {
        let _ = writeln!(lines, "    {}, // {}", js(pack.text(*key)), key.name());
        lines
    });
    format!("  texts: [\n{lines}  ],\n}};\n")
}

fn language_js(pack: &LanguagePack) -> String {
    let mut text = head(pack);
    line(&mut text, "groupFrom", &pack.group_from().to_string());
    for (setting, name) in Setting::ALL {
        if setting != Setting::Locale {
            line(&mut text, name, pack.setting(setting));
        }
    }
    text + &texts(pack)
}

/// The pack of a language as staff read it.
fn staff_js(pack: &LanguagePack) -> String {
    let tag = pack.language().as_str();
    let lines = staff_keys(pack).fold(String::new(), |mut lines, key| {
        let _ = writeln!(lines, "    {}: {}, // {}", key as usize, js(pack.text_for_staff(key)), key.name());
        lines
    });
    format!(
        "{}import pack from './{tag}.js';

// By their places among the texts.
export default {{
  ...pack,
  texts: Object.assign([...pack.texts], {{
{lines}  }}),
}};
",
        note(&format!("src/core/i18n/languages/{tag}.rs"))
    )
}

/// The keys of which staff read another text.
pub(super) fn staff_keys(pack: &LanguagePack) -> impl Iterator<Item = MessageKey> {
    MessageKey::ALL.iter().copied().filter(|key| pack.text_for_staff(*key) != pack.text(*key))
}

fn accounts_js(pack: &LanguagePack) -> String {
    let lines = accounts(pack).into_iter().fold(String::new(), |mut lines, (name, text)| {
        let _ = writeln!(lines, "    '{name}': {},", js(text));
        lines
    });
    format!("{}  messages: {{\n{lines}  }},\n}};\n", head(pack))
}

/// Where scripts find the texts that they need.
fn places_js(whose: &str, is_needed: impl Fn(MessageKey) -> bool) -> String {
    let mut text = note("src/core/i18n/key.rs");
    let _ = writeln!(
        text,
        "\n/** The places that the texts of {whose} have among those of a language. */\nexport const PLACES = {{"
    );
    for key in MessageKey::ALL.iter().filter(|key| is_needed(**key)) {
        let _ = writeln!(text, "  '{}': {},", key.name(), *key as usize);
    }
    text + "};\n"
}

/// The texts of `<flinks-accounts>`, and those that it says where none could be loaded.
fn accounts(pack: &LanguagePack) -> Vec<(&'static str, &str)> {
    let fallback = FALLBACK.iter().map(|key| (key.name(), pack.text(*key)));
    let own = AccountsKey::ALL.iter().map(|key| (key.name(), languages::accounts(pack.language(), *key)));
    fallback.chain(own).collect()
}

/// One import for each file, by a literal, so that bundlers make a file of each.
fn list_js(endings: &[&str]) -> String {
    let mut cases = String::new();
    for ending in endings {
        for language in Language::ALL {
            let tag = language.as_str();
            let import = format!("import('./{tag}{ending}.js')");
            // What is based on another file is requested beside it, not after it.
            let import = match *ending {
                "" => import,
                _ => format!("Promise.all([{import}, import('./{tag}.js')]).then(([module]) => module)"),
            };
            let _ = writeln!(cases, "    case '{tag}{ending}':\n      return {import};");
        }
    }
    format!(
        "{}
/** The module of a language. Each address is a literal, so that bundlers make a file of each. */
export function importLanguage(tag) {{
  switch (tag) {{
{cases}    default:
      return Promise.reject(new RangeError('the tag is not that of a language'));
  }}
}}
",
        note("src/core/language.rs"),
    )
}

fn fallback_js() -> String {
    let mut text = note("src/core/i18n/languages");
    text += "\n/** What is said where nothing could be loaded, no language either. Its keys are the tags of all languages. */\n\
             export const FALLBACK = {\n";
    for (language, pack) in packs() {
        let texts = FALLBACK.map(|key| format!("'{}': {}", key.name(), js(pack.text(key))));
        let _ = writeln!(text, "  {}: {{ {} }},", language.as_str(), texts.join(", "));
    }
    text + "};\n"
}

fn interface(keys: impl Iterator<Item = (&'static str, String)>) -> String {
    keys.fold(String::new(), |mut text, (name, places)| {
        if !places.is_empty() {
            let _ = writeln!(text, "  /** {places} */");
        }
        let _ = writeln!(text, "  '{name}'?: string;");
        text
    })
}

fn types() -> String {
    let own = interface(MessageKey::ALL.iter().map(|key| (key.name(), places_of(key.values()))));
    let fallback = FALLBACK.iter().map(|key| (key.name(), String::new()));
    let accounts = AccountsKey::ALL.iter().map(|key| (key.name(), places_of(key.values())));
    let accounts = interface(fallback.chain(accounts));
    format!(
        "{}
/**
 * The component's texts, for hosts that replace them. A place in braces takes a value, or a word by a count:
 * `{{files|file|files}}`. Of a finding, the first line is shown strong. `load-failed` and `try-again` are also said where
 * the component could not be loaded.
 */
export interface Messages {{
{own}}}

export type MessageKey = keyof Messages;

/** The texts of `<flinks-accounts>`, for hosts that replace them. */
export interface AccountsMessages {{
{accounts}}}

export type AccountsMessageKey = keyof AccountsMessages;
",
        note("src/core/i18n")
    )
}

fn documentation() -> String {
    let packs: Vec<_> = packs().collect();
    let names: Vec<_> = packs.iter().map(|(language, _)| format!("{language:?}")).collect();
    let table_head = format!("| key | {} |\n| --- |{}\n", names.join(" | "), " --- |".repeat(names.len()));
    let row = |name: &str, texts: Vec<&str>| {
        let cells: Vec<_> = texts.iter().map(|text| text.replace('\n', " ↵ ").replace('|', "\\|")).collect();
        format!("| `{name}` | {} |\n", cells.join(" | "))
    };
    let own: String = MessageKey::ALL
        .iter()
        .map(|key| row(key.name(), packs.iter().map(|(_, pack)| pack.text(*key)).collect()))
        .collect();
    let is_for_staff = |key: &&MessageKey| packs.iter().any(|(_, pack)| staff_keys(pack).any(|own| own == **key));
    let staff: String = MessageKey::ALL
        .iter()
        .filter(is_for_staff)
        .map(|key| row(key.name(), packs.iter().map(|(_, pack)| pack.text_for_staff(*key)).collect()))
        .collect();
    let accounts: String = AccountsKey::ALL
        .iter()
        .map(|key| row(key.name(), packs.iter().map(|(language, _)| languages::accounts(*language, *key)).collect()))
        .collect();
    format!(
        "# Messages

<!-- Generated from src/core/i18n by: {COMMAND} -->

The component speaks English, Canadian French and Spanish (US), numbers and plurals included. Each text can be replaced, also
while the component is in use:

```js
upload.messages = {{ browse: 'Pick statements', 'continue-files': 'Send {{files}} {{files|PDF|PDFs}}' }};
```

- A text of yours is used in every language, so change it along with `language`. A change of either keeps the login, the files
  and the focus.
- `{{name}}` takes a value; `{{files|file|files}}` takes a word by a count, for one and for others (in French, zero is singular).
- Of the findings (from `empty` to `several-accounts`) the first line is shown in bold. `↵` ends a line; in `checklist` it separates the steps.
- `load-failed` and `try-again` are also shown where the component could not be loaded.
- For a key or a placeholder that does not exist, the element fires `upload-error` with `attribute: 'messages'`, and the last valid
  texts stay.
- In React `messages` is a prop, in Yew it is `Attributes::messages`. `Messages` in `index.d.ts` types them.

{table_head}{own}
## For staff

In [dashboard mode](dashboard.md) staff read these in place of the same keys. A text of yours stands in for both.

{table_head}{staff}
## `<flinks-accounts>`

The same for its own texts: `element.messages = {{ 'accounts-title': 'Your accounts' }}`, and for `load-failed` and `try-again`.
For what is wrong it fires `accounts-error` with the code `invalid-attribute` and `attribute: 'messages'`.

{table_head}{accounts}"
    )
}
