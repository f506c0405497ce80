//! The wasm behind the custom element and the npm package: everything is in the library's `element` module.
#![no_main]

use flinks_upload as _;
