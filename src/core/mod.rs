//! What the component decides.
