//! What an open event stream of the host's server sends.

use crate::core::{results::status::StatusUpdate, session::StreamEnd};

/// What an open stream sends.
pub enum StreamEvent {
    /// An event of the stream.
    Message {
        /// Where to go on from, should the stream break off.
        id: String,
        /// What it says of the upload, if anything.
        update: Option<StatusUpdate>,
    },
    /// The stream ended.
    Closed(StreamEnd),
}
