//! What a Yew app gives to the component.

use crate::component::handle::Handle;
use crate::{
    browser::{CheckSource, EventStreamSource},
    core::{
        config::Config, error::UploadError, files::report::Report, i18n::LanguagePack, redacted::Redacted,
        session::HostEvent,
    },
};
use std::{future::Future, pin::Pin, rc::Rc};
use web_sys::{Element, File};
use yew::prelude::*;

/// What the component needs to know, and whom it tells.
///
/// ```no_run
/// use flinks_upload::{FlinksUpload, core::{config::Attributes, session::HostEvent}};
/// use yew::prelude::*;
///
/// #[component]
/// fn Income() -> Html {
///     // As the attributes of <flinks-upload>; for an invalid value `on_host_event` gets a `HostEvent::Error`.
///     let settings = Attributes {
///         instance: Some("toolbox".to_owned()),
///         mode: Some("fallback".to_owned()),
///         ..Attributes::default()
///     };
///     let on_host_event = |event| {
///         if let HostEvent::Complete(end) = event { /* end.login_id is for your server */ }
///     };
///     html! { <FlinksUpload config={settings.read()} {on_host_event} /> }
/// }
///
/// yew::Renderer::<Income>::new().render();
/// ```
#[derive(Clone, PartialEq, Properties)]
pub struct FlinksUploadProps {
    /// What the host asks for: [`Config::new`], or attributes that were read. Errors are shown and told.
    pub config: Result<Config, Vec<UploadError>>,
    /// Hears of every offer, report, message of Connect, completion and error.
    #[prop_or_default]
    pub on_host_event: Callback<HostEvent>,
    /// Hears of the hand-off and may keep the component from going there.
    #[prop_or_else(|| Callback::from(|_| Decision::Proceed))]
    pub on_handoff: Callback<Handoff, Decision>,
    /// Gives tokens when [`crate::core::config::Token::Asked`] is set.
    #[prop_or_default]
    pub token: Option<TokenSource>,
    /// Who checks files: this wasm unless set; without the feature `worker` it must be set. Read once, when the component is
    /// mounted.
    #[cfg_attr(feature = "worker", prop_or_default)]
    pub check: CheckSource,
    /// Who reads the host's event stream after an upload: this wasm unless set; without the feature `event-stream` it must be set.
    #[cfg_attr(feature = "event-stream", prop_or_default)]
    pub event_stream: EventStreamSource,
    /// The texts of one language, for an app that loads them at run time; in dashboard mode those for staff. Unless set, those of
    /// the language in `config`, if it is compiled in.
    #[prop_or_default]
    pub language_pack: Option<LanguagePack>,
    /// In dashboard mode: staff want a receipt of the batch ([`crate::core::results::receipt`]). Called with an element for
    /// it, which the component leaves alone. Without this callback there is no button for receipts.
    #[prop_or_default]
    pub on_receipt: Option<Callback<Element>>,
    /// Gets the handle by which the host adds files, offers upload and so on.
    #[prop_or_default]
    pub on_ready: Callback<Handle>,
}

/// The hand-off to the upload screen.
#[derive(Debug, Clone)]
pub struct Handoff {
    /// Where the person goes. It holds the token, if there is one: not for logs.
    pub url: Redacted,
    /// The institution that the upload is for.
    pub institution: Option<String>,
    /// The files that may go, in the order picked.
    pub files: Vec<File>,
    /// The report.
    pub report: Rc<Report>,
}

/// What the host says to a hand-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decision {
    /// The component goes there.
    #[default]
    Proceed,
    /// The host does it, or it does not happen.
    Prevent,
}

type TokenFuture = Pin<Box<dyn Future<Output = Result<String, String>>>>;

/// Asks the host's server for an authorization token, just before each address is opened.
#[derive(Clone)]
pub struct TokenSource(Rc<dyn Fn() -> TokenFuture>);

impl TokenSource {
    /// A source that answers with a token, or says what came instead (never a token).
    pub fn new<F: Future<Output = Result<String, String>> + 'static>(ask: impl Fn() -> F + 'static) -> Self {
        Self(Rc::new(move || Box::pin(ask())))
    }

    pub(super) fn ask(&self) -> TokenFuture {
        (self.0)()
    }
}

impl PartialEq for TokenSource {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
