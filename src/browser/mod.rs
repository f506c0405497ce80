//! Thin wrappers over the browser. No product decisions; what is dropped undoes itself.

mod ask;
mod checker;
mod folder;
mod follow;
mod listen;
#[cfg(feature = "worker")]
mod local;
#[cfg(not(feature = "worker"))]
#[path = "no_local.rs"]
mod local;
mod options;
mod pick;
#[cfg(feature = "worker")]
mod questions;
#[cfg(feature = "follow")]
mod read_stream;
#[cfg(not(feature = "follow"))]
#[path = "no_read_stream.rs"]
mod read_stream;
#[cfg(all(feature = "worker", feature = "repair"))]
mod repair_here;
#[cfg(all(feature = "worker", not(feature = "repair")))]
#[path = "no_repair_here.rs"]
mod repair_here;
#[cfg(feature = "worker")]
mod second_look;
mod style;
mod window;

pub use ask::Answer;
pub use checker::{CheckSource, Checker};
pub use folder::{MOST_FILES, Picked, from_transfer};
pub use follow::{FollowSource, Follower, Told};
pub use listen::{Listener, is_from, read_message};
#[cfg(feature = "worker")]
pub use local::{check_files, hash, inspect, inspect_twice};
pub use options::{attributes_of, connect_options, limits_of};
pub use pick::{from_input, picked_file};
#[cfg(feature = "worker")]
pub use questions::{Question, questions, report_on};
#[cfg(feature = "worker")]
pub use second_look::SecondLook;
pub use style::adopt_style;
pub use window::{navigate, nearest_language, open_window};
