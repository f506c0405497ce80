//! Writes what is derived from the tables of the core: types, manifest, lists for `www/`, and the API reference.
//!
//! ```sh
//! cargo run --no-default-features --features generate --example generate             # writes the files
//! cargo run --no-default-features --features generate --example generate -- --check  # names those that are stale
//! ```
//!
//! A file is either generated as a whole, or has regions between the lines `generated:NAME begin` and `generated:NAME
//! end`; what stands outside of these is written by hand.

mod accounts;
mod api;
mod consistency;
mod element;
mod javascript;
mod manifest;
mod markdown;
mod readme;
mod region;
mod style;
mod typescript;
mod vocabulary;

use flinks_upload::core::i18n;
use std::{fs, path::Path, process::ExitCode};

/// The command that writes all files, as it stands in their headers.
const COMMAND: &str = "cargo run --no-default-features --features generate --example generate";
const TYPES: &str = "www/index.d.ts";
const README: &str = "README.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_check = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--check"] => true,
        _ => {
            eprintln!("usage: {COMMAND} [-- --check]");
            return ExitCode::FAILURE;
        }
    };
    match run(is_check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("error: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(is_check: bool) -> Result<(), Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = generated(root).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let languages = i18n::generate::files();
    let languages = languages.iter().map(|(path, text)| (path.as_str(), text));
    for (path, text) in files.iter().map(|(path, text)| (*path, text)).chain(languages) {
        let target = root.join(path);
        if fs::read_to_string(&target).is_ok_and(|present| present == *text) {
            continue;
        }
        if is_check {
            problems.push(format!("{path} is stale; write it with: {COMMAND}"));
        } else {
            write(&target, text).map_err(|problem| vec![problem])?;
            println!("{path}");
        }
    }
    problems.extend(consistency::problems(root, &files));
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Each generated file with its text.
fn generated(root: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let types = typescript::regions()?.into_iter().try_fold(read(root, TYPES)?, region::replace(TYPES))?;
    let readme = readme::regions(&types)?.into_iter().try_fold(read(root, README)?, region::replace(README))?;
    Ok(vec![
        ("docs/api.md", api::document(&types)?),
        ("www/custom-elements.json", manifest::document()?),
        ("www/element/attributes.js", javascript::attributes()),
        ("www/element/events.js", javascript::events()),
        ("www/element/fallback-codes.js", javascript::fallback_codes()),
        ("www/element/style.js", style::script(root)?),
        (TYPES, types),
        (README, readme),
    ])
}

fn read(root: &Path, path: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
