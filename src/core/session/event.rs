//! What comes into the session and what it asks for.

use super::timers::Timer;
use crate::core::offer::Offer;
use crate::core::{
    config::Config,
    connect::{address::Institution, message::ConnectMessage},
    error::UploadError,
    files::{
        file::{FileId, PickedFile},
        report::Report,
        task::TaskResult,
    },
    request::RequestId,
    results::status::StatusUpdate,
};
use serde::Serialize;
use std::rc::Rc;

/// What happened.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields are a request and the answer that it brings back")]
pub enum Event {
    /// The host's attributes were read, at the start and after each change.
    Configured(Result<Box<Config>, Vec<UploadError>>),
    /// A message that passed the trust check.
    Message(ConnectMessage),
    /// The answer to [`Effect::RequestToken`]; an error says what came instead.
    Token { request: RequestId, answer: Result<String, String> },
    /// The time of [`Effect::StartTimer`] is over.
    TimerElapsed { timer: Timer, request: RequestId },
    /// The person says that the institution is not listed.
    NotListed,
    /// The host asks for an offer.
    OfferRequested,
    /// The person wants to upload.
    OfferAccepted,
    /// The person wants to try bank linking again.
    Retry,
    /// The person picked files, or the host added some. Whoever holds them gave them their ids, in growing order.
    FilesPicked(Vec<(FileId, PickedFile)>),
    /// A file is to be forgotten.
    FileRemoved(FileId),
    /// Answers to [`Effect::Inspect`] and [`Effect::Hash`]; those that come together are one change of the report.
    Checked(Vec<TaskResult>),
    /// The person, or the host, goes on to the upload screen.
    Continue,
    /// The answer to [`Effect::RequestHandoff`].
    HandoffAnswered { request: RequestId, proceed: bool },
    /// The person goes back from the upload screen to the files.
    ChangeFiles,
    /// The stream of [`Effect::OpenStream`] told something; `update` if it is about the upload.
    StatusReceived { request: RequestId, id: String, update: Option<StatusUpdate> },
    /// The stream of [`Effect::OpenStream`] ended; or something else came instead, and would again.
    StreamClosed { request: RequestId, refused: Option<String> },
    /// Whether the page is hidden from the person, at the start and after each change.
    Hidden(bool),
    /// The host used the component wrongly.
    HostError(UploadError),
    /// Everything begins anew, without files.
    Reset,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are a request and what it is about")]
pub enum Effect {
    /// Let go of these files, and of the work on them.
    ReleaseFiles(Vec<FileId>),
    /// Look into a file.
    Inspect { id: FileId, request: RequestId },
    /// Hash a file's bytes (SHA-256).
    Hash { id: FileId, request: RequestId },
    /// Ask the host for a token.
    RequestToken { request: RequestId },
    /// Come back after so many seconds; a later one replaces an earlier one of the same timer.
    StartTimer { timer: Timer, request: RequestId, seconds: u32 },
    /// After a pause of so many seconds, follow the host's stream from where it was left; one stream at a time.
    OpenStream { request: RequestId, url: String, last_id: String, pause: u32 },
    /// Follow no stream.
    CloseStream,
    /// Tell the host of the hand-off, which it may keep from happening.
    RequestHandoff { request: RequestId, detail: Box<HandoffDetail> },
    /// Take the page to this address.
    Navigate(String),
    /// Open this address in a window of its own.
    OpenWindow(String),
    /// Tell the host.
    Notify(HostEvent),
}

/// What the host is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostEvent {
    /// `connect-event`: a message of Connect.
    Connect(ConnectMessage),
    /// `upload-offer`.
    Offer(Offer),
    /// `upload-check`: the report, after each change.
    Check(Rc<Report>),
    /// `upload-complete`.
    Complete(Completion),
    /// `upload-status`.
    Status(StatusUpdate),
    /// `upload-error`.
    Error(UploadError),
}

/// The hand-off as the host is told of it: `upload-handoff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoffDetail {
    /// Where the person goes. It holds the token, if there is one.
    pub url: String,
    /// The institution that the upload is for.
    pub institution: Option<Institution>,
    /// The files that may go, in the order picked.
    pub files: Vec<FileId>,
    /// The report.
    pub report: Rc<Report>,
}

/// How the journey ended: `upload-complete`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the provider's own words")]
pub struct Completion {
    /// Whether documents were uploaded; else the bank was linked.
    #[serde(skip)]
    pub uploaded: bool,
    pub login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl std::fmt::Debug for Completion {
    /// Without the ids.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Completion").field("uploaded", &self.uploaded).finish_non_exhaustive()
    }
}
