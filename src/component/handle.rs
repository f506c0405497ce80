//! How the host reaches into the component.

use crate::component::{FlinksUpload, Msg};
use crate::core::{
    files::{
        file::{FileId, FileIds},
        report::Report,
    },
    session::Event,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use web_sys::File;
#[cfg(feature = "element")]
use web_sys::{FileSystemEntry, HtmlInputElement};
use yew::html::Scope;

/// What can be read from outside at any time, also while the host hears of an event.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) files: RefCell<Vec<(FileId, File)>>,
    /// The locked files whose place an unlocked copy has taken.
    pub(super) locked: RefCell<Vec<(FileId, File)>>,
    pub(super) report: RefCell<Rc<Report>>,
    /// Gives the files their ids.
    pub(super) file_ids: RefCell<FileIds>,
    /// Whether files that are pasted belong to the component.
    pub(super) accepts_files: Cell<bool>,
}

impl Shared {
    pub(super) fn file(&self, id: FileId) -> Option<File> {
        let files = self.files.borrow();
        // Ids grow.
        let at = files.binary_search_by_key(&id, |(known, _)| *known).ok()?;
        files.get(at).map(|(_, file)| file.clone())
    }

    /// The file that the person picked: of an unlocked copy the locked one.
    pub(super) fn picked(&self, id: FileId) -> Option<File> {
        let locked = self.locked.borrow().iter().find(|(known, _)| *known == id).map(|(_, file)| file.clone());
        locked.or_else(|| self.file(id))
    }

    /// Puts an unlocked copy into the place of a file, if it is still there.
    pub(super) fn replace(&self, id: FileId, copy: File) {
        if let Some((_, file)) = self.files.borrow_mut().iter_mut().find(|(known, _)| *known == id) {
            self.locked.borrow_mut().push((id, std::mem::replace(file, copy)));
        }
    }
}

/// Adds files, offers upload, and reads the report. What it asks for happens a moment later.
#[derive(Clone)]
pub struct Handle {
    scope: Scope<FlinksUpload>,
    shared: Rc<Shared>,
}

impl Handle {
    pub(super) fn new(scope: Scope<FlinksUpload>, shared: Rc<Shared>) -> Self {
        Self { scope, shared }
    }

    /// Adds files, as if the person had picked them.
    pub fn add_files(&self, files: Vec<File>) {
        self.scope.send_message(Msg::Picked { files, has_left_out: false });
    }

    /// Adds what was picked with an input, which is emptied.
    #[cfg(feature = "element")]
    pub(crate) fn add_picked(&self, input: HtmlInputElement) {
        self.scope.send_message(Msg::PickedWith(input));
    }

    /// Adds what was dropped.
    #[cfg(feature = "element")]
    pub(crate) fn add_dropped(&self, files: Vec<File>, entries: Vec<FileSystemEntry>) {
        self.scope.send_message(Msg::Dropped { files, entries });
    }

    /// Removes a file.
    pub fn remove_file(&self, id: FileId) {
        self.send(Event::FileRemoved(id));
    }

    /// Offers upload beside Connect.
    pub fn offer_upload(&self) {
        self.send(Event::OfferRequested);
    }

    /// Continues to the upload screen, if the files are ready.
    pub fn hand_off(&self) {
        self.send(Event::Continue);
    }

    /// Starts over, without files.
    pub fn reset(&self) {
        self.send(Event::Reset);
    }

    /// The files that were picked, in the order picked.
    pub fn files(&self) -> Vec<File> {
        self.shared.files.borrow().iter().map(|(_, file)| file.clone()).collect()
    }

    /// The newest report.
    pub fn report(&self) -> Rc<Report> {
        Rc::clone(&self.shared.report.borrow())
    }

    /// The part that is loaded later is there.
    #[cfg(feature = "split-element")]
    pub(crate) fn deferred_loaded(&self) {
        self.scope.send_message(Msg::DeferredLoaded);
    }

    fn send(&self, event: Event) {
        self.scope.send_message(Msg::Session(event));
    }
}
