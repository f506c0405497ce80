//! The wasm behind the custom element and the npm package: everything is in the library's `element` module.
#![cfg_attr(target_arch = "wasm32", no_main)]

use flinks_upload as _;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
