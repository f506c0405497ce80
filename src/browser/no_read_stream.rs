//! Without the feature `follow`, streams are read by somebody else; whoever names nobody hears nothing.

use crate::browser::follow::Told;
use web_sys::AbortSignal;

pub(super) async fn read_stream(_: &str, _: &str, _: Option<&AbortSignal>, _: &impl Fn(Told)) -> Option<String> {
    Some("no reader of streams (feature `follow`)".to_owned())
}
