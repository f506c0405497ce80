//! How the host reaches into the component.

use crate::component::{FlinksUpload, Msg};
use crate::core::{
    files::{file::FileId, report::Report},
    session::{Event, Session},
};
use std::{cell::RefCell, rc::Rc};
use web_sys::File;
use yew::html::Scope;

/// What can be read from outside at any time, also while the host hears of an event.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) files: RefCell<Vec<(FileId, File)>>,
    pub(super) report: RefCell<Option<Report>>,
}

impl Shared {
    pub(super) fn file(&self, id: FileId) -> Option<File> {
        self.files.borrow().iter().find(|(known, _)| *known == id).map(|(_, file)| file.clone())
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
        self.scope.send_message(Msg::Picked { files, truncated: false });
    }

    /// Forgets a file.
    pub fn remove_file(&self, id: FileId) {
        self.send(Event::FileRemoved(id));
    }

    /// Offers upload beside Connect.
    pub fn offer_upload(&self) {
        self.send(Event::OfferRequested);
    }

    /// Goes on to the upload screen, if the files are ready.
    pub fn hand_off(&self) {
        self.send(Event::Continue);
    }

    /// Begins anew, without files.
    pub fn reset(&self) {
        self.send(Event::Reset);
    }

    /// The files that were picked, in the order picked.
    pub fn files(&self) -> Vec<File> {
        self.shared.files.borrow().iter().map(|(_, file)| file.clone()).collect()
    }

    /// The newest report.
    pub fn report(&self) -> Report {
        self.shared.report.borrow().clone().unwrap_or_else(|| Session::default().report())
    }

    fn send(&self, event: Event) {
        self.scope.send_message(Msg::Session(event));
    }
}
