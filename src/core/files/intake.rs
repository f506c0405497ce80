//! What is taken in from a pick, a drop or a paste, and how much of it is checked at the same time.
//!
//! Decides the bounds and which names are junk; reads no folder and no file.

/// The most files of one batch, however they came: what a home folder holds that was picked by mistake fits no upload.
pub const MAX_PICKED_FILES: usize = 1000;
/// The most files that one pick has to bring in for the rest to be noticed. No more of them are read or listed.
pub const MAX_LISTED_FILES: usize = MAX_PICKED_FILES + 1;
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

/// Whether files on the clipboard were copied as files, by the text beside them: file managers put none there, or their names
/// or paths. A picture beside any other text is that text once more, as spreadsheets put it there.
///
/// ```
/// use flinks_upload::core::files::intake::is_file_copy;
///
/// assert!(is_file_copy("/documents/statement.pdf", &["statement.pdf".to_owned()]));
/// assert!(!is_file_copy("Balance 100", &["image.png".to_owned()]));
/// ```
pub fn is_file_copy(text: &str, names: &[String]) -> bool {
    let text = text.trim_end();
    text.is_empty() || names.iter().any(|name| text.ends_with(name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_manager_puts_names_or_paths_beside_the_files() {
        let names = ["a.pdf", "b c.pdf"].map(str::to_owned);
        for text in
            ["", "\r\n", "b c.pdf\ra.pdf", "/documents/a.pdf\r\n/documents/b c.pdf\r\n", "C:\\Statements\\a.pdf"]
        {
            assert!(is_file_copy(text, &names), "{text:?}");
        }
    }

    #[test]
    fn a_text_beside_its_own_picture_is_no_copy_of_files() {
        for text in ["Balance\t100.00\r\n", "image.png is attached", "a"] {
            assert!(!is_file_copy(text, &["image.png".to_owned()]), "{text:?}");
        }
        assert!(!is_file_copy("a", &[]));
    }

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
