//! Sends events to the session and performs the effects that it asks for.

use crate::component::{Decision, FlinksUpload, Handoff, Msg, deferred::deferred};
use crate::{
    browser::{EventStreamClient, StreamEvent, is_isolated, navigate, now, open_window},
    core::{
        error::UploadError,
        files::file::FileId,
        redacted::Redacted,
        request::RequestId,
        session::{Effect, Event, HandoffDetail, HostEvent},
        view::Panel,
    },
};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

impl FlinksUpload {
    /// Sends an event to the session and performs all that follows from it.
    pub(super) fn dispatch(&mut self, ctx: &Context<Self>, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            let effects = self.session.update(event);
            // The host may read it while it hears of an effect.
            self.shared.report.replace(Rc::clone(self.session.report()));
            for effect in effects {
                events.extend(self.perform(ctx, effect));
            }
        }
    }

    fn perform(&mut self, ctx: &Context<Self>, effect: Effect) -> Option<Event> {
        match effect {
            Effect::RequestToken { request } => ask_token(ctx, request),
            Effect::StartTimer { timer, request, seconds } => {
                let link = ctx.link().clone();
                let elapsed = move || link.send_message(Msg::Session(Event::TimerElapsed { timer, request }));
                self.timers.retain(|(running, _)| *running != timer);
                self.timers.push((timer, Timeout::new(seconds.saturating_mul(1000), elapsed)));
            }
            Effect::Notify(HostEvent::Error(error)) => Self::tell_error(ctx, error),
            later => return deferred().and_then(|deferred| (deferred.perform)(self, ctx, later)),
        }
        None
    }

    /// Performs an effect that nothing asks for before there is something to see.
    pub(super) fn perform_later(&mut self, ctx: &Context<Self>, effect: Effect) -> Option<Event> {
        match effect {
            Effect::ReleaseFiles(ids) => {
                self.checker.forget(&ids);
                self.shared.files.borrow_mut().retain(|(id, _)| !ids.contains(id));
                self.shared.locked.borrow_mut().retain(|(id, _)| !ids.contains(id));
            }
            Effect::RestoreFile => {
                let files = self.removed_file.take().into_iter().collect();
                ctx.link().send_message(Msg::Picked { files, has_left_out: false });
            }
            Effect::Inspect { id, request, is_read_next } => {
                self.with_file(id, |this, file| this.checker.inspect(id, request, file, is_read_next));
            }
            Effect::Read { id, request, institution } => {
                self.with_file(id, |this, file| this.checker.read(id, request, file, institution));
            }
            Effect::Hash { id, request } => {
                self.with_file(id, |this, file| this.checker.hash(id, request, file));
            }
            Effect::Unlock { id, request, password } => {
                let shared = Rc::clone(&self.shared);
                let suffix = match &self.view.panel {
                    Panel::Files(files) => files.unlocked_suffix.clone(),
                    _ => String::new(),
                };
                let keep = move |copy| shared.replace(id, copy);
                self.with_file(id, |this, file| this.checker.unlock(id, request, file, password, suffix, keep));
            }
            Effect::OpenStream { request, url, last_id, pause } => {
                let link = ctx.link().clone();
                let on_event = move |event| link.send_message(Msg::Session(stream_event(request, event)));
                let (url, last_id) = (url.into_string(), last_id.into_string());
                self.event_stream =
                    Some(EventStreamClient::new(ctx.props().event_stream.clone(), url, last_id, pause, on_event));
            }
            Effect::CloseStream => self.event_stream = None,
            Effect::RequestHandoff { request, detail } => {
                let decision = ctx.props().on_handoff.emit(self.handoff(*detail));
                return Some(Event::HandoffAnswered { request, proceed: decision == Decision::Proceed });
            }
            Effect::ReadClock => return now().map(Event::Clock),
            Effect::Navigate(url) => navigate(&url),
            Effect::OpenWindow(url) => open_window(&url),
            Effect::Notify(event) => ctx.props().on_host_event.emit(event),
            // By `perform`, at any time.
            Effect::RequestToken { .. } | Effect::StartTimer { .. } => {}
        }
        None
    }

    fn tell_error(ctx: &Context<Self>, error: UploadError) {
        let is_silent = matches!(error, UploadError::ConnectSilent { .. });
        ctx.props().on_host_event.emit(HostEvent::Error(error));
        if is_silent && is_isolated() {
            let error = UploadError::FrameIsolated { attribute: "frame-credentialless" };
            ctx.props().on_host_event.emit(HostEvent::Error(error));
        }
    }

    fn with_file(&self, id: FileId, work: impl FnOnce(&Self, File)) {
        if let Some(file) = self.shared.file(id) {
            work(self, file);
        }
    }

    fn handoff(&self, detail: HandoffDetail) -> Handoff {
        Handoff {
            url: detail.url,
            institution: detail.institution.map(|institution| institution.as_str().to_owned()),
            files: detail.files.iter().filter_map(|id| self.shared.file(*id)).collect(),
            report: detail.report,
        }
    }
}

fn stream_event(request: RequestId, event: StreamEvent) -> Event {
    match event {
        StreamEvent::Message { id, update } => Event::StatusReceived { request, id: id.into(), update },
        StreamEvent::Closed(end) => Event::StreamClosed { request, end },
    }
}

fn ask_token(ctx: &Context<FlinksUpload>, request: RequestId) {
    let source = ctx.props().token.clone();
    ctx.link().send_future(async move {
        let answer = match source {
            Some(source) => source.ask().await,
            None => Err("no source of tokens".to_owned()),
        };
        Msg::Session(Event::Token { request, answer: answer.map(Redacted::from) })
    });
}
