//! The events of `<flinks-upload>`: names, details and documentation in one table.

use crate::core::schema::EventSchema;

macro_rules! events {
    ($($(#[doc = $doc:literal])+ $Variant:ident = $name:literal, $detail:literal, $cancelable:tt;)+) => {
        /// An event of `<flinks-upload>`. All events bubble and are composed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum EventName {
            $($(#[doc = $doc])+ $Variant,)+
        }

        impl EventName {
            /// Every event.
            pub const SCHEMA: &'static [EventSchema] = &[$(EventSchema {
                name: $name,
                detail: $detail,
                is_cancelable: events!(@is_cancelable $cancelable),
                docs: &[$($doc),+],
            },)+];

            /// The event's type.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }

            /// Whether `preventDefault()` has an effect.
            pub const fn is_cancelable(self) -> bool {
                match self {
                    $(Self::$Variant => events!(@is_cancelable $cancelable),)+
                }
            }
        }
    };
    (@is_cancelable cancelable) => { true };
    (@is_cancelable notification) => { false };
}

events! {
    /// Every message whose `origin` and `source` are those of the element's own frame.
    Connect = "connect-event", "ConnectMessage", notification;
    /// Upload is offered, and why.
    Offer = "upload-offer", "UploadOffer", notification;
    /// The report on the picked files, after each change.
    Check = "upload-check", "Report", notification;
    /// The person continues to the upload screen. Cancelable: `preventDefault()` keeps the component from opening it. `url` holds the token, so don't log it.
    Handoff = "upload-handoff", "UploadHandoff", cancelable;
    /// Documents were uploaded. If the bank is linked after all, only a `connect-event` of kind `redirect` is fired.
    Complete = "upload-complete", "UploadComplete", notification;
    /// What the event stream of `status-url` sent.
    Status = "upload-status", "UploadStatus", notification;
    /// An invalid attribute, a failed token request, or another problem for the page's developer.
    Error = "upload-error", "UploadError", notification;
}
