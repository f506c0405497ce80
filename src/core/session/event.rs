//! What comes into the session and what it asks for.

use super::stage::Offer;
use crate::core::{
    address::Institution,
    batch::{FileId, Outcome, PickedFile, Ticket},
    config::Config,
    error::UploadError,
    message::ConnectMessage,
    report::Report,
    status::StatusNews,
};
use serde::Serialize;

/// What happened.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields are a ticket and the answer that it brings back")]
pub enum Event {
    /// The host's attributes were read, at the start and after each change.
    Configured(Result<Box<Config>, Vec<UploadError>>),
    /// A message that passed the trust check.
    Message(ConnectMessage),
    /// The answer to [`Effect::AskToken`]; an error says what came instead.
    Token { ticket: Ticket, answer: Result<String, String> },
    /// The time of [`Effect::Wait`] is over.
    Waited { ticket: Ticket },
    /// The person says that the institution is not listed.
    NotListed,
    /// The host asks for an offer.
    OfferRequested,
    /// The person wants to upload.
    OfferAccepted,
    /// The person wants to try bank linking again.
    Retry,
    /// The person picked files, or the host added some.
    FilesPicked(Vec<PickedFile>),
    /// A file is to be forgotten.
    FileRemoved(FileId),
    /// Answers to [`Effect::Inspect`] and [`Effect::Hash`]; those that come together are one change of the report.
    Checked(Vec<Outcome>),
    /// The person, or the host, goes on to the upload screen.
    Continue,
    /// The answer to [`Effect::ProposeHandoff`].
    HandoffAnswered { ticket: Ticket, proceed: bool },
    /// The person goes back from the upload screen to the files.
    ChangeFiles,
    /// The stream of [`Effect::Follow`] told something; `news` if it is about the upload.
    StatusHeard { ticket: Ticket, id: String, news: Option<StatusNews> },
    /// The stream of [`Effect::Follow`] ended; or something else came instead, and would again.
    StreamLost { ticket: Ticket, refused: Option<String> },
    /// Whether the page is hidden from the person, at the start and after each change.
    Hidden(bool),
    /// The host used the component wrongly.
    Trouble(UploadError),
    /// Everything begins anew, without files.
    Reset,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are a ticket and what it is about")]
pub enum Effect {
    /// Keep the files of [`Event::FilesPicked`] under these ids, in their order.
    Keep(Vec<FileId>),
    /// Let go of these files, and of the work on them.
    Forget(Vec<FileId>),
    /// Look into a file.
    Inspect { id: FileId, ticket: Ticket },
    /// Hash a file's bytes (SHA-256).
    Hash { id: FileId, ticket: Ticket },
    /// Ask the host for a token.
    AskToken { ticket: Ticket },
    /// Come back after so many seconds; a later one replaces an earlier one of the same timer.
    Wait { ticket: Ticket, seconds: u32, timer: Timer },
    /// After a pause of so many seconds, follow the host's stream from where it was left; one stream at a time.
    Follow { ticket: Ticket, url: String, last_id: String, pause: u32 },
    /// Follow no stream.
    Unfollow,
    /// Tell the host of the hand-off, which it may keep from happening.
    ProposeHandoff { ticket: Ticket, detail: Box<HandoffDetail> },
    /// Take the page to this address.
    Navigate(String),
    /// Open this address in a window of its own.
    OpenWindow(String),
    /// Tell the host.
    Notify(Notice),
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// That the person does nothing for so long.
    Inactivity,
    /// That Connect, or the host's server, says nothing for so long.
    Patience,
}

/// What the host is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// `connect-event`: a message of Connect.
    Connect(ConnectMessage),
    /// `upload-offer`.
    Offer(Offer),
    /// `upload-check`: the report, after each change.
    Check(Report),
    /// `upload-complete`.
    Complete(Completion),
    /// `upload-status`.
    Status(StatusNews),
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
    pub report: Report,
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
