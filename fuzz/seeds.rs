//! Writes what the fuzzers of `inspect` and `unlock` begin with: the fixtures of the tests, in the folder that is named.

mod gaps;
#[path = "../tests/native/pdf/support/mod.rs"]
mod pdf_support;

use std::{env, fs, path::PathBuf};

fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("which folder?"));
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in pdf_support::fixtures() {
        let seed = gaps::shorten(&bytes);
        assert_eq!(gaps::expand(&seed), bytes, "{name}");
        fs::write(folder.join(name), seed).unwrap();
    }
}
