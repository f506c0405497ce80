//! Writes the files that are generated from the crate: the languages of the npm package, its types, documentation.
//! `cargo run --no-default-features --features generate --example generate`

use flinks_upload::core::i18n::generate;
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, text) in generate::files() {
        let file = root.join(&path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        // Only what changed, so that nothing is built anew for the rest.
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        fs::write(&file, text)?;
        println!("{path}");
    }
    Ok(())
}
