//! Thin wrappers over the browser. They decide nothing about the product; each undoes itself when it is dropped.

mod checker;
mod event_stream;
#[cfg(feature = "worker")]
mod fallback;
mod folder;
#[cfg(feature = "worker")]
mod headless;
mod host;
#[cfg(feature = "worker")]
mod in_page;
mod js_call;
mod listen;
mod options;
mod own;
mod pick;
mod provider_frame;
#[cfg(feature = "event-stream")]
mod read_stream;
#[cfg(feature = "worker")]
mod slots;
mod stream_event;
mod style;
#[cfg(any(feature = "element", feature = "worker"))]
mod value;
mod window;

pub use checker::{CheckSource, Checker};
pub use event_stream::{EventStreamClient, EventStreamSource};
#[cfg(feature = "worker")]
pub use fallback::FallbackParser;
pub use folder::{Picked, dragged_files, from_entries, from_transfer, pasted_files};
#[cfg(feature = "worker")]
pub use headless::{Question, questions, report_on};
pub use host::Host;
#[cfg(feature = "worker")]
pub use in_page::{check_files, hash, inspect, inspect_with, read, unlock};
pub use js_call::{Answer, WRONG_PASSWORD, read_answer};
pub use listen::{Listener, is_from, read_message};
pub use options::{attributes_of, check_options, connect_options, now, today};
pub use own::{own_text, own_value};
pub use pick::{from_input, list_files, picked_file};
pub use provider_frame::{empty_document, open_in};
pub use stream_event::StreamEvent;
pub use style::adopt_style;
#[cfg(any(feature = "element", feature = "worker"))]
pub use value::to_js;
pub use window::{is_isolated, navigate, nearest_language, open_window, print, save};
