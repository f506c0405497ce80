//! What is taken in from a pick, a drop or a paste, and how much of it is checked at the same time.
//!
//! Decides the bounds and which names are junk; reads no folder and no file.

/// The most files that one pick brings in: a home folder dropped by mistake is not walked to its end.
pub const MAX_PICKED_FILES: usize = 1000;
/// The most folders that are opened for one drop.
pub const MAX_PICKED_FOLDERS: usize = 500;
/// The most files that are checked at the same time: as many as one upload takes. More would only hold more memory.
///
/// `MAX_CONCURRENT` in `www/checker/client.js` is the same number, since that script loads without any wasm.
pub const MAX_CONCURRENT: usize = 24;

/// Whether systems leave files of this name in folders: nobody means to upload them.
///
/// ```
/// use flinks_upload::core::files::intake::is_junk_file;
///
/// assert!(is_junk_file(".DS_Store"));
/// assert!(!is_junk_file("statement.pdf"));
/// ```
pub fn is_junk_file(name: &str) -> bool {
    name.starts_with('.') || name.eq_ignore_ascii_case("thumbs.db") || name.eq_ignore_ascii_case("desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_system_are_junk() {
        for name in [".DS_Store", "._statement.pdf", ".hidden", "Thumbs.db", "thumbs.db", "DESKTOP.INI"] {
            assert!(is_junk_file(name), "{name}");
        }
    }

    #[test]
    fn files_of_a_person_are_not_junk() {
        for name in ["statement.pdf", "thumbs.db.pdf", "desktop", "ini", "…pdf", ""] {
            assert!(!is_junk_file(name), "{name}");
        }
    }

    #[test]
    fn the_checker_of_the_package_has_the_same_limit() {
        let script = include_str!("../../../www/checker/client.js");
        assert!(script.contains(&format!("const MAX_CONCURRENT = {MAX_CONCURRENT};")));
    }
}
