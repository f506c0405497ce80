//! What the custom element and the npm package call: options in, events out. The only exports to JavaScript.
#![expect(unreachable_pub, reason = "exports to JavaScript are public there, not in Rust")]

mod api;
mod mount;
mod value;
