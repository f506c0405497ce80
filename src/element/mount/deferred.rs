//! What of the npm package's element is loaded after a first look at Connect, and how it is installed there.
//!
//! A build that is split (feature `split-element`) has two wasm files. The second one has every function that is reached from
//! [`install`] alone; `www/shared/loader.js` loads it after the first one, and again until it is there.

use super::{emit, hand_off};
use crate::{
    browser::{Host, to_js},
    component::{Decision, Handle, Handoff},
    core::{deferred::deferred_functions, session::HostEvent},
};
use wasm_bindgen::JsValue;

deferred_functions! {
    emit: fn(&Host, &HostEvent) = emit;
    hand_off: fn(&Host, &Handoff) -> Decision = hand_off;
    report: fn(&Handle) -> JsValue = |handle| to_js(&*handle.report());
}

#[cfg(feature = "split-element")]
#[allow(clippy::unnecessary_wraps, reason = "what loads it can fail")]
#[wasm_split_helpers::wasm_split(deferred, fallible)]
pub(super) fn install() -> Result<(), wasm_split_helpers::SplitLoaderError> {
    crate::core::session::install_deferred();
    crate::core::view::install_deferred();
    crate::component::install_deferred();
    install_deferred();
    Ok(())
}
