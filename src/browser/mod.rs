//! Thin wrappers over the browser. No product decisions; what is dropped undoes itself.

mod checker;
mod folder;
mod listen;
#[cfg(feature = "worker")]
mod local;
#[cfg(not(feature = "worker"))]
#[path = "no_local.rs"]
mod local;
mod options;
mod pick;
mod style;
mod window;

pub use checker::{CheckSource, Checker};
pub use folder::{MOST_FILES, Picked, from_transfer};
pub use listen::{Listener, is_from, read_message};
#[cfg(feature = "worker")]
pub use local::{check_files, hash, inspect};
pub use options::{attributes_of, connect_options, limits_of};
pub use pick::{from_input, picked_file};
pub use style::adopt_style;
pub use window::{navigate, nearest_language, open_window};
