//! Files that the person picked.

use crate::core::files::{
    file::PickedFile,
    intake::{MAX_LISTED_FILES, is_junk_file},
};
use web_sys::{Blob, File, FileList, FilePropertyBag, HtmlInputElement};

/// How a file is described to the core.
pub fn picked_file(file: &File) -> PickedFile {
    PickedFile { name: file.name(), size: size_of(file) }
}

/// The files of a list, if there is one: no more than are needed, and of a folder without what systems leave there.
pub fn list_files(list: Option<&FileList>, is_of_folder: bool) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.filter(|file| !is_of_folder || !is_junk_file(&file.name())).take(MAX_LISTED_FILES).collect()
}

/// The bytes of a PDF as a file of this name.
pub(super) fn named_copy(blob: &Blob, name: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type("application/pdf");
    File::new_with_blob_sequence_and_options(&js_sys::Array::of1(blob), name, &options).ok()
}

/// The files of an input, which is emptied, or picking the same file again would fire no `change`.
pub fn from_input(input: &HtmlInputElement) -> Vec<File> {
    let files = list_files(input.files().as_ref(), input.has_attribute("webkitdirectory"));
    input.set_value("");
    files
}

/// The size in bytes.
pub(super) fn size_of(file: &File) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole and not negative")]
    let size = file.size() as u64;
    size
}
