//! Document upload for pages that embed Flinks Connect.
//!
//! - [`core`] decides: when upload is offered, which files fit, where the person goes. Pure, and tested natively.
//! - [`pdf`] tells what is inside a file from a few slices of it.
//! - [`statement`] reads from the lines of a document whose statement it is, of which account and period.
//! - `fallback_parser` (feature `fallback-parser`) parses all bytes of a file in which no page was found.
//! - `browser` (feature of that name) performs what the core asks for.
//! - `component` (feature of that name, on by default) is the Yew component `FlinksUpload`.
//! - `element` (feature of that name) is what the custom element of the npm package calls.

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "component")]
pub mod component;
pub mod core;
#[cfg(feature = "element")]
mod element;
#[cfg(feature = "fallback-parser")]
pub mod fallback_parser;
pub mod pdf;
pub mod statement;

#[cfg(feature = "component")]
pub use component::{FlinksUpload, FlinksUploadProps};
