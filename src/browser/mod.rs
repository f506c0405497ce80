//! Thin wrappers over the browser. No product decisions; what is dropped undoes itself.

mod check;
mod folder;
mod listen;
mod pick;
mod style;
mod window;

pub use check::{Checker, check_files};
pub use folder::{MOST_FILES, Picked, from_transfer};
pub use listen::{Listener, is_from, read_message};
pub use pick::{from_input, picked_file};
pub use style::adopt_style;
pub use window::{navigate, nearest_language, open_window};
