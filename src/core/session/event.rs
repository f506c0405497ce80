//! What happens to the session, and what it asks others to do.

use super::timer::Timer;
use crate::core::{
    config::Config,
    connect::{address::Institution, message::ConnectMessage},
    date::{Date, LocalTime},
    error::UploadError,
    files::{
        file::{FileId, PickedFile},
        report::Report,
        task::TaskResult,
    },
    offer::Offer,
    redacted::Redacted,
    request::RequestId,
    results::status::StatusUpdate,
};
use serde::Serialize;
use std::rc::Rc;

/// How an event stream ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamEnd {
    /// It broke off, or the server is busy: the same request may succeed later.
    Lost {
        /// How many milliseconds the server asks to wait: `retry` in a stream, or the header `Retry-After`.
        retry_after: Option<u32>,
    },
    /// The server has no more events.
    NoMoreEvents,
    /// No stream, and the next answer would be the same. Holds what came instead, for the developer of the page.
    Refused(String),
}

/// What happened. An event that answers a request carries its id; a stale one changes nothing.
#[derive(Debug, Clone)]
pub enum Event {
    /// The host's attributes were read: at the start, and after each change.
    Configured(Result<Box<Config>, Vec<UploadError>>),
    /// A message that passed the trust check.
    Message(ConnectMessage),
    /// The answer to [`Effect::RequestToken`].
    Token {
        /// The id of the request.
        request: RequestId,
        /// The token, or what came instead, without the token itself.
        answer: Result<Redacted, String>,
    },
    /// The time of [`Effect::StartTimer`] is over.
    TimerElapsed {
        /// Which timer.
        timer: Timer,
        /// The id of its start.
        request: RequestId,
    },
    /// The person says that their institution isn't listed.
    NotListed,
    /// The host asks for an offer.
    OfferRequested,
    /// The person wants to upload.
    OfferAccepted,
    /// The person wants to try again: to link the bank, to open Connect or to begin anew.
    Retry,
    /// The person picked files, or the host added some. Whoever holds them gave them their ids, in growing order.
    FilesPicked(Vec<(FileId, PickedFile)>),
    /// A file is removed.
    FileRemoved(FileId),
    /// The person entered the password of a locked file.
    PasswordEntered {
        /// The file.
        file: FileId,
        /// The password.
        password: Redacted,
    },
    /// The person wants the file back that was removed last.
    RemovalUndone,
    /// Answers to [`Effect::Inspect`], [`Effect::Read`], [`Effect::Hash`] and [`Effect::Unlock`]. Those that come together change the report once.
    Checked(Vec<TaskResult>),
    /// The person, or the host, goes on to the upload.
    Continue,
    /// The answer to [`Effect::RequestHandoff`].
    HandoffAnswered {
        /// The id of the request.
        request: RequestId,
        /// Whether the component goes there; otherwise the host keeps it from doing so.
        proceed: bool,
    },
    /// The person goes back from the upload screen to their files.
    ChangeFiles,
    /// The stream of [`Effect::OpenStream`] sent an event.
    StatusReceived {
        /// The id of the request.
        request: RequestId,
        /// The id of the stream's event, from which a later try goes on.
        id: Redacted,
        /// What it says about the upload; `None` if it says nothing that is known.
        update: Option<StatusUpdate>,
    },
    /// The stream of [`Effect::OpenStream`] ended.
    StreamClosed {
        /// The id of the request.
        request: RequestId,
        /// How.
        end: StreamEnd,
    },
    /// Whether the page is hidden from the person: at the start, and after each change.
    Hidden(bool),
    /// Which day it is where the person is: at the start, and whenever files are picked.
    Today(Date),
    /// The answer to [`Effect::ReadClock`].
    Clock(LocalTime),
    /// Some of what was picked could not be read.
    FilesLeftOut,
    /// The host used the component wrongly.
    HostError(UploadError),
    /// Everything starts over, without files.
    Reset,
}

/// What others are asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Release these files, and drop the work on them.
    ReleaseFiles(Vec<FileId>),
    /// Pick the file anew that was removed last.
    RestoreFile,
    /// Inspect a file. Answered by [`TaskResult::Inspected`] in [`Event::Checked`].
    Inspect {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
        /// Whether it is to be read afterwards, so that its document is worth keeping.
        is_read_next: bool,
    },
    /// Read what the pages of a file say. Answered by [`TaskResult::Read`] in [`Event::Checked`].
    Read {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
        /// The institution with which the file's is compared.
        institution: Option<String>,
    },
    /// Hash a file's bytes (SHA-256). Answered by [`TaskResult::Hashed`] in [`Event::Checked`].
    Hash {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
    },
    /// Make an unlocked copy of a file, which takes its place. Answered by [`TaskResult::Unlocked`] in [`Event::Checked`].
    Unlock {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
        /// The password to try.
        password: Redacted,
    },
    /// Ask the host for a token. Answered by [`Event::Token`].
    RequestToken {
        /// The id that the answer carries.
        request: RequestId,
    },
    /// Send [`Event::TimerElapsed`] later. Replaces a running timer of the same name.
    StartTimer {
        /// Which timer.
        timer: Timer,
        /// The id that the event carries.
        request: RequestId,
        /// After how many seconds.
        seconds: u32,
    },
    /// Open the host's event stream. Replaces an open one.
    OpenStream {
        /// The id that its events carry.
        request: RequestId,
        /// Its address, as the host gave it.
        url: Redacted,
        /// The id of the last event received; empty at first.
        last_id: Redacted,
        /// How many seconds to wait before.
        pause: u32,
    },
    /// Close the open stream.
    CloseStream,
    /// Tell the host about the hand-off, which it may prevent. Answered by [`Event::HandoffAnswered`].
    RequestHandoff {
        /// The id that the answer carries.
        request: RequestId,
        /// What the host is told.
        detail: Box<HandoffDetail>,
    },
    /// Say what time it is. Answered by [`Event::Clock`].
    ReadClock,
    /// Take the page to this address.
    Navigate(Redacted),
    /// Open this address in a new window.
    OpenWindow(Redacted),
    /// Tell the host.
    Notify(HostEvent),
}

/// What the host is told, each by the event of that name.
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

/// The hand-off as the host is told about it: `upload-handoff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoffDetail {
    /// Where the person goes. Holds the token, if there is one.
    pub url: Redacted,
    /// The institution that the upload is for.
    pub institution: Option<Institution>,
    /// The accepted files, in the order picked.
    pub files: Vec<FileId>,
    /// The report.
    pub report: Rc<Report>,
}

/// How the journey ended: `upload-complete`. The ids are the provider's (message `REDIRECT`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// Whether documents were uploaded; otherwise the bank was linked.
    #[serde(skip)]
    pub uploaded: bool,
    /// The login id, a GUID, by which the host's server asks for the results.
    pub login_id: Option<Redacted>,
    /// The request id, where Connect gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<Redacted>,
    /// The institution, as Connect named it, or as it was selected before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// The address that Connect would redirect to: http or https.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Redacted>,
}
