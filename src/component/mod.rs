//! The Yew component: owns the session, lays out its view and performs its effects.
//!
//! Decides layout, focus and scrolling only; what is shown and what happens next is decided by [`crate::core`].

mod completion;
mod deferred;
mod delegate;
mod effects;
mod file_row;
mod files;
mod focus;
mod frame;
mod handle;
mod listeners;
mod offer;
mod panel;
mod props;
mod receipt;
mod vnode;

#[cfg(feature = "split-element")]
pub(crate) use deferred::install_deferred;
pub use handle::Handle;
pub use props::{Decision, FlinksUploadProps, Handoff, TokenSource};

use crate::{
    browser::{
        Checker, EventStreamClient, Listener, Picked, adopt_style, empty_document, from_input, is_from, open_in,
        picked_file, print, read_message, save, today,
    },
    core::{
        config::Config,
        error::UploadError,
        files::file::FileId,
        request::RequestId,
        session::{Event, Session, Timer},
        view::{Panel, View, view, view_in},
    },
};
use deferred::deferred;
use delegate::Delegation;
use frame::{FrameProps, REFERRER_POLICY, provider_frame};
use gloo_timers::callback::Timeout;
use handle::Shared;
use panel::Panels;
use std::rc::Rc;
use vnode::{el, tag};
use wasm_bindgen::JsValue;
#[cfg(feature = "element")]
use web_sys::FileSystemEntry;
use web_sys::{File, HtmlElement, HtmlIFrameElement, HtmlInputElement, MessageEvent};
use yew::prelude::*;

/// Document upload for a page that embeds Flinks Connect.
pub struct FlinksUpload {
    session: Session,
    /// What the session shows, renewed after each message.
    view: View,
    shared: Rc<Shared>,
    checker: Checker,
    timers: Vec<(Timer, Timeout)>,
    /// Reads the host's event stream after the hand-off.
    event_stream: Option<EventStreamClient>,
    root: NodeRef,
    frame: NodeRef,
    /// What a frame shows first; always the same one, since another one would load it again.
    empty_document: Option<JsValue>,
    receipt: NodeRef,
    is_dragged_over: bool,
    /// The frame that has shown something.
    loaded: Option<RequestId>,
    shown_panel: Option<PanelKey>,
    /// Whether the person has done anything here: before, nothing is theirs that takes the focus.
    is_in_use: bool,
    /// The text of the offer that the person put aside.
    dismissed_offer: Option<String>,
    /// The file that was removed last, in case the person wants it back.
    removed_file: Option<File>,
    /// Whether the focus was in here before the change that is shown next.
    held_focus: bool,
    /// The row whose file was removed by that change.
    removed_row: Option<usize>,
    delegation: Delegation,
    _message_listener: Option<Listener>,
    /// The other listeners, once all of the wasm is there.
    listeners: Option<Vec<Listener>>,
    waiting: Waiting,
}

/// What came before the part that is loaded later, and is applied when it is there.
#[derive(Default)]
struct Waiting {
    /// In the order in which they came.
    messages: Vec<Msg>,
    has_config: bool,
}

/// More is not kept until the rest is loaded: no page and no Connect does so much in that time.
const MAX_WAITING: usize = 1_000;

/// What happens to the component.
#[doc(hidden)]
pub enum Msg {
    Session(Event),
    /// The part that is loaded later is there.
    #[cfg(feature = "split-element")]
    DeferredLoaded,
    Picked {
        files: Vec<File>,
        has_left_out: bool,
    },
    /// With a file input, which is emptied.
    PickedWith(HtmlInputElement),
    #[cfg(feature = "element")]
    Dropped {
        files: Vec<File>,
        entries: Vec<FileSystemEntry>,
    },
    Message(MessageEvent),
    Loaded(RequestId),
    Dismissed(String),
    Save(FileId),
    Print,
    DraggedOver(bool),
}

impl Component for FlinksUpload {
    type Message = Msg;
    type Properties = FlinksUploadProps;

    fn create(ctx: &Context<Self>) -> Self {
        let checked = ctx.link().callback(Msg::Session);
        let (root, frame) = (NodeRef::default(), NodeRef::default());
        let shared: Rc<Shared> = Rc::default();
        let mut component = Self {
            session: Session::default(),
            view: view(&Session::default()),
            shared: Rc::clone(&shared),
            checker: Checker::new(ctx.props().check.clone(), move |outcomes| checked.emit(Event::Checked(outcomes))),
            timers: Vec::new(),
            event_stream: None,
            root: root.clone(),
            frame: frame.clone(),
            empty_document: empty_document(),
            receipt: NodeRef::default(),
            is_dragged_over: false,
            loaded: None,
            shown_panel: None,
            is_in_use: false,
            dismissed_offer: None,
            removed_file: None,
            held_focus: false,
            removed_row: None,
            delegation: Delegation::default(),
            _message_listener: listeners::for_messages(ctx, frame),
            listeners: None,
            waiting: Waiting::default(),
        };
        ctx.props().on_ready.emit(Handle::new(ctx.link().clone(), Rc::clone(&component.shared)));
        component.begin(ctx);
        component.dispatch_config(ctx);
        component.renew_view(ctx);
        component
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        self.held_focus = self.holds_focus();
        if old.config != ctx.props().config {
            self.dispatch_config(ctx);
        }
        self.renew_view(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.held_focus = self.holds_focus();
        match msg {
            Msg::Session(event @ Event::Token { .. }) => {
                self.dispatch(ctx, event);
                self.renew_view(ctx);
                true
            }
            Msg::Loaded(_) if self.opens_frame() => false,
            Msg::Loaded(request) => {
                self.loaded = Some(request);
                true
            }
            #[cfg(feature = "split-element")]
            Msg::DeferredLoaded => {
                if self.listeners.is_some() {
                    return false;
                }
                self.begin(ctx);
                // Without any, nothing means anything.
                if self.waiting.has_config && self.session.config().is_none() {
                    self.dispatch_config(ctx);
                }
                // In the order in which it happened, and before what happens from now on.
                for message in std::mem::take(&mut self.waiting.messages) {
                    Component::update(self, ctx, message);
                }
                if self.waiting.has_config {
                    self.dispatch_config(ctx);
                }
                self.renew_view(ctx);
                true
            }
            later => {
                let Some(deferred) = deferred() else {
                    let is_foreign = matches!(&later, Msg::Message(event) if !self.is_trusted(event));
                    if !is_foreign && self.waiting.messages.len() < MAX_WAITING {
                        self.waiting.messages.push(later);
                    }
                    return false;
                };
                (deferred.apply)(self, ctx, later)
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = &self.view;
        let emit = ctx.link().callback(Msg::Session);
        let frame = view.frame.as_ref().map_or_else(Html::default, |frame| {
            let request = frame.request;
            let props = FrameProps {
                node: &self.frame,
                is_loaded: self.loaded == Some(request),
                empty_document: self.empty_document.as_ref(),
                on_load: ctx.link().callback(move |_| Msg::Loaded(request)),
                emit: &emit,
            };
            provider_frame(frame, props)
        });
        // The frame must never be moved, because moving an iframe reloads it: what is read before it stands before it.
        let (panels, receipt) = match deferred() {
            Some(deferred) => (
                (deferred.panels)(view, &emit, ctx.link(), self.is_dragged_over, self.dismissed_offer.as_deref()),
                (deferred.receipt)(view.receipt.as_ref(), ctx.props().on_receipt.as_ref(), &self.receipt),
            ),
            None => (Panels { before: panel::free_line(view), after: Html::default() }, Html::default()),
        };
        let columns = vec![panels.before, receipt, frame, panels.after];
        let parts = vec![
            vnode::live_region(&view.announcement),
            vnode::alert(view.alert.as_deref()),
            el("div", &["class"], &["columns"], columns),
        ];
        let values = ["flinks-upload", view.theme.as_str(), view.language, "auto"];
        let mut root = tag("div", &["class", "data-theme", "lang", "dir"], &values, parts);
        root.node_ref = self.root.clone();
        self.delegation.renew();
        root.into()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first_render: bool) {
        let Some(root) = self.root.cast::<HtmlElement>() else { return };
        // The custom element has done it by itself.
        if first_render && cfg!(not(feature = "element")) {
            adopt_style(&root);
        }
        self.delegation.listen(&root);
        // It may have loaded before.
        self.opens_frame();
        let is_new = self.shown_panel.as_ref() != Some(&panel_key(&self.view.panel));
        if is_new && matches!(self.view.panel, Panel::Files(_)) {
            self.checker.preload();
        }
        match deferred() {
            Some(deferred) => (deferred.place_focus)(self),
            // The panel that comes next is another one.
            None => self.shown_panel = Some(panel_key(&self.view.panel)),
        }
    }
}

impl FlinksUpload {
    /// Applies a message that can't come before there is something to see.
    fn apply(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            // By `update`, at any time.
            Msg::Loaded(_) => return false,
            #[cfg(feature = "split-element")]
            Msg::DeferredLoaded => return false,
            Msg::Session(event) => {
                // A file that is gone already can't be removed again: the one before it can still be brought back.
                if let Event::FileRemoved(id) = event
                    && let Some(file) = self.shared.picked(id)
                {
                    self.removed_file = Some(file);
                    self.removed_row = self.row_of(id);
                }
                self.is_in_use |=
                    matches!(event, Event::OfferAccepted | Event::Retry | Event::Continue | Event::ChangeFiles);
                if matches!(event, Event::Retry) && self.is_frame_stuck() {
                    self.empty_document = None;
                }
                self.dispatch(ctx, event);
            }
            Msg::Picked { files, has_left_out } => self.add_files(ctx, files, has_left_out),
            Msg::PickedWith(input) => self.add_files(ctx, from_input(&input), false),
            #[cfg(feature = "element")]
            Msg::Dropped { files, entries } if !entries.iter().any(FileSystemEntry::is_directory) => {
                self.add_files(ctx, files, false);
            }
            #[cfg(feature = "element")]
            Msg::Dropped { files, entries } => {
                // Folders are read first.
                ctx.link().send_future(async { Msg::from(crate::browser::from_entries(files, entries).await) });
                return false;
            }
            Msg::Message(event) => {
                if !self.is_trusted(&event) {
                    return false;
                }
                self.dispatch(ctx, Event::Message(read_message(&event.data())));
            }
            Msg::Dismissed(offer) => self.dismissed_offer = Some(offer),
            Msg::Save(id) => {
                if let Some(file) = self.shared.file(id) {
                    save(&file);
                }
                return false;
            }
            Msg::Print => {
                print();
                return false;
            }
            Msg::DraggedOver(is_over) => return std::mem::replace(&mut self.is_dragged_over, is_over) != is_over,
        }
        self.renew_view(ctx);
        true
    }

    /// Listens to the page, and tells the session what it must know from the start.
    fn begin(&mut self, ctx: &Context<Self>) {
        let Some(deferred) = deferred() else { return };
        self.listeners = Some((deferred.listen)(self, ctx));
        let document = web_sys::window().and_then(|window| window.document());
        self.dispatch(ctx, Event::Hidden(document.is_some_and(|document| document.hidden())));
        self.dispatch_date(ctx);
    }

    /// Applies the attributes, unless they ask for what is not loaded yet, or something is to be applied before them.
    fn dispatch_config(&mut self, ctx: &Context<Self>) {
        let config = &ctx.props().config;
        let shows_connect = config.as_ref().map_or(true, |config| config.mode.shows_connect());
        self.waiting.has_config = deferred().is_none() && !(shows_connect && self.waiting.messages.is_empty());
        if !self.waiting.has_config {
            self.dispatch(ctx, configured(config));
        }
    }

    /// The place of a file in the list.
    fn row_of(&self, id: FileId) -> Option<usize> {
        let Panel::Files(files) = &self.view.panel else { return None };
        let folded = files.folded.as_ref().map_or(&[][..], |folded| &folded.rows);
        let shown = files.rows.iter().position(|row| row.id == id);
        shown.or_else(|| Some(files.rows.len() + folded.iter().position(|row| row.id == id)?))
    }

    fn renew_view(&mut self, ctx: &Context<Self>) {
        self.view = match &ctx.props().language_pack {
            Some(pack) => view_in(&self.session, pack),
            None => view(&self.session),
        };
        self.shared.accepts_files.set(self.view.accepts_files);
    }

    fn dispatch_date(&mut self, ctx: &Context<Self>) {
        if let Some(today) = today() {
            self.dispatch(ctx, Event::Today(today));
        }
    }

    /// Opens the address in a frame that has just loaded its empty document, for the first time or because it was moved.
    fn opens_frame(&self) -> bool {
        let url = self.view.frame.as_ref().and_then(|frame| frame.url.as_ref());
        let frame = self.frame.cast::<HtmlIFrameElement>().zip(url);
        frame.is_some_and(|(frame, url)| open_in(&frame, url, REFERRER_POLICY))
    }

    /// Whether the frame to be opened again never left its empty document: a browser can be set to block refreshes.
    fn is_frame_stuck(&self) -> bool {
        let frame = self.view.frame.as_ref();
        frame.is_some_and(|frame| frame.is_unresponsive && !frame.is_in_background) && self.opens_frame()
    }

    fn is_trusted(&self, event: &MessageEvent) -> bool {
        match (self.frame.cast::<HtmlIFrameElement>(), &self.view.trusted_origin) {
            (Some(frame), Some(origin)) => is_from(event, &frame, origin),
            _ => false,
        }
    }

    fn add_files(&mut self, ctx: &Context<Self>, files: Vec<File>, has_left_out: bool) {
        let picked = files.into_iter().map(|file| {
            let id = self.shared.file_ids.borrow_mut().next_id();
            let description = picked_file(&file);
            self.shared.files.borrow_mut().push((id, file));
            (id, description)
        });
        let picked = picked.collect();
        self.dispatch_date(ctx);
        self.dispatch(ctx, Event::FilesPicked(picked));
        if has_left_out {
            self.dispatch(ctx, Event::FilesLeftOut);
        }
    }
}

/// Another key is another panel: an offer is new when its reason is.
type PanelKey = (std::mem::Discriminant<Panel>, String);

fn panel_key(panel: &Panel) -> PanelKey {
    let reason = if let Panel::Offer(offer) = panel { offer.text.clone() } else { String::new() };
    (std::mem::discriminant(panel), reason)
}

impl From<Picked> for Msg {
    fn from(picked: Picked) -> Self {
        Self::Picked { files: picked.files, has_left_out: picked.has_left_out }
    }
}

fn configured(config: &Result<Config, Vec<UploadError>>) -> Event {
    Event::Configured(config.clone().map(Box::new))
}
