//! What was dropped or pasted: files, and folders with what is in them.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// The most files that are taken in at once: a home folder dropped by mistake is not walked for ever.
pub const MOST_FILES: usize = 1000;
/// The most folders that are opened for one drop.
const MOST_FOLDERS: usize = 500;

/// Files of one pick, and whether some were left out because there were too many.
#[derive(Debug, Default)]
#[expect(missing_docs, reason = "files, and whether they were cut")]
pub struct Picked {
    pub files: Vec<File>,
    pub is_cut: bool,
}

/// What a drop or a paste holds. The entries are taken at once, before the event is over and they are gone; the
/// folders are read afterwards.
pub fn from_transfer(transfer: &DataTransfer) -> impl Future<Output = Picked> + 'static {
    let items = transfer.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|at| items.get(at))
        .filter(|item| item.kind() == "file")
        .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
        .collect();
    let files: Vec<File> =
        transfer.files().map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
    let has_folder = entries.iter().any(FileSystemEntry::is_directory);
    async move {
        // Without a folder the plain list is the surest: entries of pasted files can't be read in every browser.
        let mut picked = if has_folder { read_entries(entries).await } else { Picked { files, is_cut: false } };
        if picked.files.len() > MOST_FILES {
            picked.files.truncate(MOST_FILES);
            picked.is_cut = true;
        }
        picked
    }
}

/// What systems leave in folders, and nobody means to send.
pub(super) fn is_litter(name: &str) -> bool {
    name.starts_with('.') || name.eq_ignore_ascii_case("thumbs.db") || name.eq_ignore_ascii_case("desktop.ini")
}

async fn read_entries(entries: Vec<FileSystemEntry>) -> Picked {
    let mut picked = Picked::default();
    let mut folders = 0;
    let mut waiting: Vec<FileSystemEntry> = entries.into_iter().rev().collect();
    while let Some(entry) = waiting.pop() {
        if picked.files.len() > MOST_FILES || folders > MOST_FOLDERS {
            picked.is_cut = true;
            break;
        }
        if entry.is_directory() {
            folders += 1;
            waiting.extend(children(entry.unchecked_ref()).await.into_iter().rev());
        } else if !is_litter(&entry.name())
            && let Some(file) = file_of(entry.unchecked_ref()).await
        {
            picked.files.push(file);
        }
    }
    picked
}

/// The entries of a folder. The reader gives them in portions, an empty one at the end.
async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all: Vec<FileSystemEntry> = Vec::new();
    while all.len() <= MOST_FILES {
        let portion = called_back(|done, failed| reader.read_entries_with_callback_and_callback(done, failed));
        let Some(portion) = portion.await else { break };
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 {
            break;
        }
        all.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
    all
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = called_back(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await?.dyn_into().ok()
}

/// Waits for one of two callbacks; `None` for the one that tells of a failure.
async fn called_back(start: impl Fn(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if start(&resolve, &reject).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(promise).await.ok()
}
