//! Follows the host's event stream, after a pause and until it is dropped.

use crate::browser::read_stream::read_stream;
use crate::core::results::status::StatusUpdate;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Math, Promise};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, AbortSignal};

/// What comes of following.
pub enum Told {
    /// An event; `news` if it is about the upload.
    News {
        /// Where to go on from, should the stream break off.
        id: String,
        /// What it says.
        news: Option<StatusUpdate>,
    },
    /// The stream ended.
    Lost {
        /// What came instead of a stream, if the server would only say it again.
        refused: Option<String>,
    },
}

/// Who reads the stream.
#[derive(Clone, PartialEq, Default)]
pub enum FollowSource {
    /// This wasm (feature `follow`).
    #[default]
    Here,
    /// A function `(url, lastId, signal, tell) => Promise<string | undefined>` that calls `tell(id, status?, at?)` for each
    /// event, ends with the stream, and says what came instead of one.
    Function(Function),
}

/// A stream that is followed until this is dropped.
pub struct Follower {
    _pause: Timeout,
    is_over: Rc<Cell<bool>>,
    abort: Option<AbortController>,
}

impl Follower {
    /// After a pause of about so many seconds, follows the stream from where it was left.
    pub fn new(source: FollowSource, url: String, last_id: String, pause: u32, tell: impl Fn(Told) + 'static) -> Self {
        let is_over: Rc<Cell<bool>> = Rc::default();
        let over = Rc::clone(&is_over);
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let tell = move |told| {
            if !over.get() {
                tell(told);
            }
        };
        let begin = move || {
            spawn_local(async move {
                let tell = Rc::new(tell);
                let refused = match source {
                    FollowSource::Here => read_stream(&url, &last_id, signal.as_ref(), &*tell).await,
                    FollowSource::Function(read) => ask(&read, &url, &last_id, signal.as_ref(), Rc::clone(&tell)).await,
                };
                tell(Told::Lost { refused });
            });
        };
        Self { _pause: Timeout::new(spread(pause), begin), is_over, abort }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.is_over.set(true);
        if let Some(abort) = &self.abort {
            abort.abort();
        }
    }
}

/// Milliseconds: half of the pause to all of it, so that those who lost a server together don't come back together.
fn spread(pause: u32) -> u32 {
    let milliseconds = f64::from(pause) * 1000.0 * (0.5 + Math::random() / 2.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a minute at most")]
    let milliseconds = milliseconds as u32;
    milliseconds
}

async fn ask(
    read: &Function,
    url: &str,
    last_id: &str,
    signal: Option<&AbortSignal>,
    tell: Rc<impl Fn(Told) + 'static>,
) -> Option<String> {
    let tell: Closure<dyn Fn(JsValue, JsValue, JsValue)> =
        Closure::new(move |id: JsValue, status: JsValue, at: JsValue| {
            let news =
                StatusUpdate::from_fields(|name| if name == "status" { status.as_string() } else { at.as_string() });
            tell(Told::News { id: id.as_string().unwrap_or_default(), news });
        });
    let arguments = Array::of4(&url.into(), &last_id.into(), &signal.into(), tell.as_ref().unchecked_ref());
    let promise = read.apply(&JsValue::UNDEFINED, &arguments).ok()?;
    JsFuture::from(Promise::resolve(&promise)).await.ok()?.as_string()
}
