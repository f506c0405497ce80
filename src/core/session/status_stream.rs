//! After the hand-off: the host's event stream tells how far the upload is.
//!
//! Decides when the stream is open: from the hand-off on, while the page is visible, until a final status. A stream that
//! breaks off is opened again, after pauses that double up to a minute; within that the server can ask for longer ones. It never
//! reads the stream itself.

use super::{Destination, Effect, HostEvent, RequestId, Session, Stage, StreamEnd, Timer, UploadError};
use crate::core::redacted::Redacted;
use crate::core::results::status::{StatusUpdate, UploadStatus};

/// After so many seconds without a final status, the person is told that there is no need to wait.
const SLOW_STATUS_AFTER: u32 = 60;
/// The longest pause before another try, in seconds.
const MAX_PAUSE: u32 = 60;

/// The host's stream, and what it has told so far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StatusStream {
    url: Redacted,
    /// The request of the newest try.
    request: RequestId,
    /// Tries that failed in a row.
    failures: u32,
    last_id: Redacted,
    /// Whether a try is under way, or the pause before it.
    is_running: bool,
    is_over: bool,
    is_slow: bool,
    status: Option<UploadStatus>,
}

/// A stream that was closed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ClosedStream {
    url: Redacted,
    last_id: Redacted,
}

impl Session {
    /// The newest known status, and whether it takes long.
    pub fn status(&self) -> (Option<&UploadStatus>, bool) {
        self.status_stream.as_ref().map_or((None, false), |stream| (stream.status.as_ref(), stream.is_slow))
    }

    pub(super) fn sync_stream(&mut self) {
        let wanted = self.stream_wanted();
        if self.status_stream.as_ref().map(|stream| &stream.url) != wanted.as_ref() {
            self.close_stream();
            self.status_stream = wanted.map(|url| self.new_stream(url));
        }
        let Some(stream) = &mut self.status_stream else { return };
        match (stream.is_running, !stream.is_over && !self.is_hidden) {
            (false, true) => {
                stream.is_running = true;
                stream.request = self.request_ids.next_id();
                self.effects.push(stream.open(0));
            }
            (true, false) => {
                stream.is_running = false;
                self.effects.push(Effect::CloseStream);
            }
            (false, false) | (true, true) => {}
        }
    }

    fn stream_wanted(&self) -> Option<Redacted> {
        let url = self.config.as_ref()?.status_url.as_ref()?;
        let is_after_handoff = match &self.stage {
            Stage::Upload { .. } => true,
            Stage::HandedOver { destination } => *destination != Destination::Dashboard,
            Stage::Done(completion) => completion.uploaded,
            _ => false,
        };
        is_after_handoff.then(|| url.clone())
    }

    fn new_stream(&mut self, url: Redacted) -> StatusStream {
        self.start_timer(Timer::SlowStatus, SLOW_STATUS_AFTER);
        // A server begins with the newest status, which is that of an earlier upload: the person has seen it.
        let left = self.closed_stream.take().filter(|left| left.url == url);
        StatusStream {
            url,
            request: RequestId::default(),
            failures: 0,
            last_id: left.map(|left| left.last_id).unwrap_or_default(),
            is_running: false,
            is_over: false,
            is_slow: false,
            status: None,
        }
    }

    fn close_stream(&mut self) {
        self.timers.cancel(Timer::SlowStatus);
        let Some(stream) = self.status_stream.take() else { return };
        if stream.is_running {
            self.effects.push(Effect::CloseStream);
        }
        // Another address, or none for a while, begins with the newest status.
        if self.config.as_ref().is_some_and(|config| config.status_url.as_ref() == Some(&stream.url)) {
            self.closed_stream = Some(ClosedStream { url: stream.url, last_id: stream.last_id });
        }
    }

    pub(super) fn on_status_event(&mut self, request: RequestId, id: Redacted, update: Option<StatusUpdate>) {
        let Some(stream) = self.status_stream.as_mut().filter(|stream| stream.is_current(request)) else { return };
        stream.failures = 0;
        stream.last_id = id;
        let Some(update) = update else { return };
        stream.is_over = update.status.is_final();
        if !matches!(update.status, UploadStatus::Unknown(_)) {
            stream.status = Some(update.status.clone());
        }
        self.notify(HostEvent::Status(update));
    }

    pub(super) fn on_stream_closed(&mut self, request: RequestId, end: StreamEnd) {
        let Some(stream) = self.status_stream.as_mut().filter(|stream| stream.is_current(request)) else { return };
        let retry_after = match end {
            StreamEnd::Lost { retry_after } => retry_after.unwrap_or_default().div_ceil(1000),
            StreamEnd::NoMoreEvents => return stream.end(),
            StreamEnd::Refused(received) => {
                stream.end();
                return self.notify(HostEvent::Error(UploadError::StatusRefused { received }));
            }
        };
        stream.request = self.request_ids.next_id();
        let pause = 1_u32.checked_shl(stream.failures).unwrap_or(MAX_PAUSE).max(retry_after).min(MAX_PAUSE);
        stream.failures = stream.failures.saturating_add(1).min(30);
        self.effects.push(stream.open(pause));
    }

    pub(super) fn on_status_timeout(&mut self) {
        if let Some(stream) = &mut self.status_stream {
            stream.is_slow = !stream.is_over;
        }
    }

    pub(super) fn on_visibility_change(&mut self, is_hidden: bool) {
        if self.is_hidden && !is_hidden {
            self.on_page_restored();
        }
        self.is_hidden = is_hidden;
        if let Some(stream) = &mut self.status_stream {
            // A person who comes back must not wait for the end of a long pause.
            stream.failures = 0;
        }
    }
}

#[cfg(test)]
impl ClosedStream {
    /// The id that a stream of the same address goes on from.
    pub(super) fn last_id(&self) -> &str {
        &self.last_id
    }
}

impl StatusStream {
    /// The request of the try under way.
    #[cfg(any(test, fuzzing))]
    pub(super) fn awaited(&self) -> Option<RequestId> {
        self.is_running.then_some(self.request)
    }

    /// The id that the next try goes on from.
    #[cfg(test)]
    pub(super) fn last_id(&self) -> &str {
        &self.last_id
    }

    fn is_current(&self, request: RequestId) -> bool {
        self.is_running && self.request == request
    }

    fn end(&mut self) {
        (self.is_over, self.is_running) = (true, false);
    }

    fn open(&self, pause: u32) -> Effect {
        Effect::OpenStream { request: self.request, url: self.url.clone(), last_id: self.last_id.clone(), pause }
    }
}
