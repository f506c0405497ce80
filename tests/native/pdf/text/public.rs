//! The words of the first pages of public files, compared with those of pdftotext: part of `make corpus`.

use crate::pdf::oracle::oracles;
use crate::pdf::support::{Rate, skip};
use flinks_upload::pdf::{Budget, PageText, TextBudget, extract_text};
use std::{collections::BTreeMap, fs, path::Path, process::Command};

/// The words that must be found, in percent. The rest is in files for tests of readers: scripts that run to the left, fonts
/// of which nothing says what their codes stand for, letters that one reader joins and the other doesn't, choices of form
/// fields that the page doesn't show.
const MIN_FOUND: f64 = 92.0;
/// The words that must be found if white space doesn't count, in percent.
const MIN_FOUND_SQUASHED: f64 = 95.0;
/// The files of which fewer than [`FEW`] percent may be found, in percent of all.
const MAX_FEW: f64 = 11.0;
const FEW: f64 = 80.0;
/// A page with fewer words says little.
const MIN_WORDS: u32 = 5;
/// Characters that stand for several letters.
const LIGATURES: [(char, &str); 7] = [
    ('\u{FB00}', "ff"),
    ('\u{FB01}', "fi"),
    ('\u{FB02}', "fl"),
    ('\u{FB03}', "ffi"),
    ('\u{FB04}', "ffl"),
    ('\u{FB05}', "st"),
    ('\u{FB06}', "st"),
];

/// How often each word occurs, in lower case.
fn words(text: &str) -> BTreeMap<String, u32> {
    let mut words = BTreeMap::new();
    for word in words_in_order(text) {
        *words.entry(word).or_insert(0) += 1;
    }
    words
}

/// The words, in lower case.
fn words_in_order(text: &str) -> Vec<String> {
    let mut text = text.to_lowercase().replace('\u{AD}', "");
    for (ligature, letters) in LIGATURES {
        text = text.replace(ligature, letters);
    }
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
#[ignore = "part of make corpus: it runs pdftotext on hundreds of files"]
fn the_words_that_pdftotext_finds_are_found() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(table) = fs::read_to_string(corpus.join("oracle.tsv")) else {
        return skip("there are no files in ../shared/corpus");
    };
    let (mut all, mut squashed) = (Rate::default(), Rate::default());
    let mut files = Vec::new();
    for oracle in
        oracles(&table).into_iter().filter(|oracle| oracle.is_intact_and_unencrypted() && oracle.text == Some(true))
    {
        let path = corpus.join(&oracle.path);
        let theirs = Command::new("pdftotext").args(["-l", "1"]).arg(&path).arg("-").output();
        let theirs = words(&String::from_utf8_lossy(&theirs.expect("pdftotext, of poppler-utils, is missing").stdout));
        let document = extract_text(&fs::read(&path).unwrap(), &Budget::default(), &TextBudget::default());
        let page = document.and_then(|document| document.pages.into_iter().next()).and_then(|page| page.1);
        let text = page.as_ref().map_or_else(String::new, PageText::text);
        let ours = words(&text);
        let our_letters: String = words_in_order(&text).concat();
        let (mut file, mut anywhere) = (Rate::default(), 0);
        for (word, &count) in &theirs {
            file.total += count;
            file.successes += count.min(ours.get(word).copied().unwrap_or(0));
            anywhere += count.min(u32::try_from(our_letters.matches(word.as_str()).count()).unwrap());
        }
        if file.total >= MIN_WORDS {
            all.total += file.total;
            all.successes += file.successes;
            squashed.total += file.total;
            squashed.successes += anywhere;
            files.push((file, oracle.path));
        }
    }
    let (mut few, mut most) = (Rate::default(), Rate::default());
    for (file, path) in &files {
        most.count(file.percent() > 98.0);
        if few.count(file.percent() < FEW) {
            file.print(path);
        }
    }
    assert!(files.len() > 200, "only {} files", files.len());
    let mean = files.iter().map(|file| file.0.percent()).sum::<f64>() / f64::from(u32::try_from(files.len()).unwrap());
    println!("{} files, words of pdftotext on the first page; a file has {mean:.1} % of them on average", files.len());
    all.print(&format!("WORDS (at least {MIN_FOUND})"));
    squashed.print(&format!("WITHOUT WHITE SPACE (at least {MIN_FOUND_SQUASHED})"));
    most.print("FILES OVER 98 %");
    few.print(&format!("FILES UNDER 80 % (at most {MAX_FEW})"));
    assert!(all.percent() >= MIN_FOUND && squashed.percent() >= MIN_FOUND_SQUASHED && few.percent() <= MAX_FEW);
}
