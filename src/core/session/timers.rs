//! The timers of the session. Each is named for what it waits for; starting one again replaces it.

use super::{Effect, Session, timer::Timer};
use crate::core::request::RequestId;

/// The running timers, each with the id of its newest start.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Timers([Option<RequestId>; Timer::ALL.len()]);

impl Timers {
    fn slot(&mut self, timer: Timer) -> &mut Option<RequestId> {
        let [inactivity, connect_response, token, slow_status] = &mut self.0;
        match timer {
            Timer::Inactivity => inactivity,
            Timer::ConnectResponse => connect_response,
            Timer::Token => token,
            Timer::SlowStatus => slow_status,
        }
    }

    pub(super) fn cancel(&mut self, timer: Timer) {
        *self.slot(timer) = None;
    }

    /// Whether this is the newest start of a running timer, which has then run out.
    pub(super) fn elapse(&mut self, timer: Timer, request: RequestId) -> bool {
        self.slot(timer).take_if(|running| *running == request).is_some()
    }

    #[cfg(any(test, fuzzing))]
    pub(super) fn running(&self) -> impl Iterator<Item = (Timer, RequestId)> {
        Timer::ALL.into_iter().zip(self.0).filter_map(|(timer, request)| Some((timer, request?)))
    }
}

impl Session {
    pub(super) fn start_timer(&mut self, timer: Timer, seconds: u32) {
        let request = self.request_ids.next_id();
        *self.timers.slot(timer) = Some(request);
        self.effects.push(Effect::StartTimer { timer, request, seconds });
    }

    /// Cancels every timer of the time before the hand-off.
    pub(super) fn stop_waiting(&mut self) {
        for timer in [Timer::Inactivity, Timer::ConnectResponse, Timer::Token] {
            self.timers.cancel(timer);
        }
    }
}
