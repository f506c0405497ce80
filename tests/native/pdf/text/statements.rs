//! Each string that a synthetic statement shows is in its text. The files are expected beside the project, in
//! `../shared/statements`, or where the environment variable `STATEMENTS` says.

use crate::pdf::support::skip;
use flinks_upload::pdf::{Budget, PageText, TextBudget, extract_text};
use serde_json::Value;
use std::{collections::BTreeMap, env, fs, path::Path, time::Instant};

/// The least number of files in the folder.
const MIN_FILES: usize = 150;
/// The strings that must be found, in percent. Those that are missing are printed, by trap: all of them are in the file in
/// another form (accents lost, other hyphens and apostrophes, parted by other text), or on a page that is not in it.
const MIN_FOUND: f64 = 98.4;
/// Without white space, which files lose and add.
fn squash(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

#[test]
fn what_statements_show_is_in_their_text() {
    let folder = env::var("STATEMENTS")
        .unwrap_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/statements").display().to_string());
    let Ok(truth) = fs::read_to_string(Path::new(&folder).join("truth.json")) else {
        return skip("there are no files in ../shared/statements");
    };
    let truth: Value = serde_json::from_str(&truth).unwrap();
    let files = truth["files"].as_array().unwrap();
    assert!(files.len() >= MIN_FILES, "only {} files", files.len());
    let (mut found, mut asked) = (0u32, 0u32);
    let mut missing: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut times = Vec::new();
    for file in files {
        let path = file["path"].as_str().unwrap();
        let bytes = fs::read(Path::new(&folder).join(path)).unwrap();
        let start = Instant::now();
        let document = extract_text(&bytes, &Budget::default(), &TextBudget::default());
        times.push(start.elapsed());
        let pages = document.iter().flat_map(|document| &document.pages).filter_map(|page| page.1.as_ref());
        let text = squash(&pages.map(PageText::text).collect::<String>());
        let is_readable = file["readable"] == true;
        let empty = serde_json::Map::new();
        for (name, shown) in file["shown"].as_object().unwrap_or(&empty) {
            let Some(shown) = shown.as_str() else { continue };
            let is_found = text.contains(&squash(shown));
            if !is_readable {
                assert!(!is_found, "{path} is not readable, but says {shown:?}");
                continue;
            }
            asked += 1;
            found += u32::from(is_found);
            if !is_found {
                let traps: Vec<_> = file["traps"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                missing.entry(traps.join(" ")).or_default().push(format!("{path}: {name} {shown:?}"));
            }
        }
    }
    times.sort_unstable();
    let share = 100.0 * f64::from(found) / f64::from(asked);
    println!(
        "{found} of {asked} strings found ({share:.1} %); a file took {:?}, at most {:?}",
        times[times.len() / 2],
        times[times.len() - 1]
    );
    for (traps, strings) in &missing {
        println!("missing with {traps}: {strings:#?}");
    }
    assert!(share >= MIN_FOUND, "{share:.1} %");
}
