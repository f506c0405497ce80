//! What the host asks for: its attributes, read once into closed types. An invalid value is an error and never silently
//! replaced by a default.

mod attributes;
mod choice;
mod parse;
mod read;
mod settings;
mod token;

pub use attributes::Attributes;
pub use choice::{Check, CheckCoverage, FrameCredentialless, Handoff, Loading, Mode, ReadStatements, Unlock};
pub use settings::{Config, DASHBOARD_URL, FRAME_ALLOW, HEADING_LEVELS, OfferOn};
pub use token::{Token, is_token};

#[cfg(test)]
mod tests;
