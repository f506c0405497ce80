//! What of the journey comes after a first look at Connect: everything but the configuration and the token of its frame.

use super::{Destination, Event, Frame, Session};
use crate::core::deferred::deferred_functions;

deferred_functions! {
    apply: fn(&mut Session, Event) = Session::apply;
    make_report: fn(&mut Session) = Session::make_report;
    apply_checks: fn(&mut Session) = Session::apply_checks;
    begin_collecting: fn(&mut Session, Destination, Option<Frame>) = Session::begin_collecting;
    ask_host: fn(&mut Session, Option<&str>) = Session::ask_host;
    sync_stream: fn(&mut Session) = Session::sync_stream;
}

impl Session {
    pub(super) fn apply_later(&mut self, event: Event) {
        if let Some(deferred) = deferred() {
            (deferred.apply)(self, event);
        }
    }

    /// Renews the report. Before there can be files, it is that on an empty batch.
    pub(super) fn renew_report(&mut self) {
        if let Some(deferred) = deferred() {
            (deferred.make_report)(self);
        }
    }

    /// Holds the files against the attributes that are in force now.
    pub(super) fn apply_config_to_files(&mut self) {
        if let Some(deferred) = deferred() {
            (deferred.apply_checks)(self);
        }
    }

    /// Lets the person pick files.
    pub(super) fn collect(&mut self, destination: Destination, background_frame: Option<Frame>) {
        if let Some(deferred) = deferred() {
            (deferred.begin_collecting)(self, destination, background_frame);
        }
    }

    /// Asks the host about the hand-off of the files that are accepted by now: they may have changed since the person went on.
    pub(super) fn request_handoff(&mut self, token: Option<&str>) {
        if let Some(deferred) = deferred() {
            (deferred.ask_host)(self, token);
        }
    }

    /// Opens, pauses or closes the stream, as stage, configuration and visibility ask for. Called after each event.
    pub(super) fn sync_status_stream(&mut self) {
        if let Some(deferred) = deferred() {
            (deferred.sync_stream)(self);
        }
    }
}
