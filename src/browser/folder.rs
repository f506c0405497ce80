//! What was dropped or pasted: files, and folders with their contents. How many are taken is decided by
//! [`crate::core::files::intake`].

use crate::browser::pick::list_files;
use crate::core::files::intake::{MAX_LISTED_FILES, MAX_PICKED_FOLDERS, is_junk_file};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry,
};

/// The files of one pick.
#[derive(Debug, Default)]
pub struct Picked {
    /// The files, in the order picked.
    pub files: Vec<File>,
    /// Whether something was left out: it could not be read, or there were too many folders.
    pub has_left_out: bool,
}

/// What is dragged or dropped, if there are files in it.
pub fn dragged_files(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().includes(&"Files".into(), 0).then_some(transfer)
}

/// What is pasted, if there are files in it.
pub fn pasted_files(event: &Event) -> Option<DataTransfer> {
    event
        .dyn_ref::<ClipboardEvent>()?
        .clipboard_data()
        .filter(|data| data.files().is_some_and(|list| list.length() > 0))
}

/// The files of a drop or a paste. The entries are taken at once, since the transfer is empty after the event; the folders
/// are read afterwards.
pub fn from_transfer(transfer: &DataTransfer) -> impl Future<Output = Picked> + use<> {
    let items = transfer.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|at| items.get(at))
        .filter(|item| item.kind() == "file")
        .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
        .collect();
    from_entries(list_files(transfer.files().as_ref(), false), entries)
}

/// The same, of its files and entries.
pub async fn from_entries(files: Vec<File>, entries: Vec<FileSystemEntry>) -> Picked {
    let has_folder = entries.iter().any(FileSystemEntry::is_directory);
    // Without a folder the plain list: entries of pasted files can't be read in every browser.
    if has_folder { read_entries(entries).await } else { Picked { files, has_left_out: false } }
}

async fn read_entries(entries: Vec<FileSystemEntry>) -> Picked {
    let mut picked = Picked::default();
    let mut folders = 0;
    let mut waiting: Vec<FileSystemEntry> = entries.into_iter().rev().collect();
    while let Some(entry) = waiting.pop() {
        // More files are counted and named by the session.
        if picked.files.len() >= MAX_LISTED_FILES {
            break;
        }
        if folders > MAX_PICKED_FOLDERS {
            picked.has_left_out = true;
            break;
        }
        if entry.is_directory() {
            folders += 1;
            let (children, is_whole) = children(entry.unchecked_ref()).await;
            picked.has_left_out |= !is_whole;
            waiting.extend(children.into_iter().rev());
        } else if !is_junk_file(&entry.name()) {
            match file_of(entry.unchecked_ref()).await {
                Some(file) => picked.files.push(file),
                None => picked.has_left_out = true,
            }
        }
    }
    picked
}

/// The entries of a folder, and whether all could be read. The reader gives them in portions, an empty one at the end.
async fn children(folder: &FileSystemDirectoryEntry) -> (Vec<FileSystemEntry>, bool) {
    let reader = folder.create_reader();
    let mut all: Vec<FileSystemEntry> = Vec::new();
    while all.len() < MAX_LISTED_FILES {
        let portion = promisify(|done, failed| reader.read_entries_with_callback_and_callback(done, failed));
        let Some(portion) = portion.await else { return (all, false) };
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 {
            break;
        }
        all.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
    (all, true)
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = promisify(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await?.dyn_into().ok()
}

/// Waits for one of two callbacks; `None` if it is the one for failures.
async fn promisify(start: impl Fn(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if start(&resolve, &reject).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(promise).await.ok()
}
