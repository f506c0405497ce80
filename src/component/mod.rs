//! The Yew component: owns the session, shows its view, performs its effects.

mod collect;
mod done;
mod file_row;
mod focus;
mod frame;
mod handle;
mod offer;
mod panel;
mod perform;
mod pieces;
mod props;
mod receipt;

pub use handle::Handle;
pub use props::{Decision, FlinksUploadProps, Handoff, TokenSource};

use crate::{
    browser::{Checker, Follower, Listener, adopt_style, from_transfer, is_from, picked_file, read_message},
    core::{
        config::Config,
        error::UploadError,
        files::intake::MAX_PICKED_FILES,
        request::RequestId,
        session::{Event, Session, Stage},
        view::{Panel, view},
    },
};
use frame::{Around, provider_frame};
use gloo_timers::callback::Timeout;
use handle::Shared;
use pieces::{Clicks, el, tag};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, File, HtmlElement, HtmlIFrameElement, MessageEvent};
use yew::prelude::*;

/// Document upload for a page that embeds Flinks Connect.
pub struct FlinksUpload {
    session: Session,
    shared: Rc<Shared>,
    /// Files that are on their way into the session, until it says under which ids.
    arriving: Vec<File>,
    checker: Checker,
    idle: Option<Timeout>,
    patience: Option<Timeout>,
    /// Follows the host's stream after the hand-off.
    follower: Option<Follower>,
    root: NodeRef,
    frame: NodeRef,
    receipt: NodeRef,
    is_dragged_over: bool,
    /// The frame that has shown something.
    loaded: Option<RequestId>,
    shown_panel: Option<std::mem::Discriminant<Panel>>,
    /// Whether the focus was in here before the change that is shown next.
    held_focus: bool,
    /// The row whose file was removed by that change.
    removed_row: Option<usize>,
    _listeners: Vec<Listener>,
}

/// What happens to the component.
#[doc(hidden)]
pub enum Msg {
    Session(Event),
    Picked { files: Vec<File>, truncated: bool },
    Heard(MessageEvent),
    Loaded(RequestId),
    DraggedOver(bool),
    Dropped(DragEvent),
    Pasted(ClipboardEvent),
}

impl Component for FlinksUpload {
    type Message = Msg;
    type Properties = FlinksUploadProps;

    fn create(ctx: &Context<Self>) -> Self {
        let checked = ctx.link().callback(Msg::Session);
        let mut component = Self {
            session: Session::default(),
            shared: Rc::new(Shared::default()),
            arriving: Vec::new(),
            checker: Checker::new(ctx.props().check.clone(), move |outcomes| checked.emit(Event::Checked(outcomes))),
            idle: None,
            patience: None,
            follower: None,
            root: NodeRef::default(),
            frame: NodeRef::default(),
            receipt: NodeRef::default(),
            is_dragged_over: false,
            loaded: None,
            shown_panel: None,
            held_focus: false,
            removed_row: None,
            _listeners: listeners(ctx),
        };
        ctx.props().on_ready.emit(Handle::new(ctx.link().clone(), Rc::clone(&component.shared)));
        let document = web_sys::window().and_then(|window| window.document());
        component.take(ctx, Event::Hidden(document.is_some_and(|document| document.hidden())));
        component.take(ctx, configured(&ctx.props().config));
        component
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        self.held_focus = self.holds_focus();
        if old.config != ctx.props().config {
            self.take(ctx, configured(&ctx.props().config));
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.held_focus = self.holds_focus();
        match msg {
            Msg::Session(event) => {
                if let Event::FileRemoved(id) = event {
                    self.removed_row = self.shared.files.borrow().iter().position(|(known, _)| *known == id);
                }
                self.take(ctx, event);
            }
            Msg::Picked { files, truncated } => self.pick(ctx, files, truncated),
            Msg::Heard(event) => {
                if !self.is_trusted(&event) {
                    return false;
                }
                self.take(ctx, Event::Message(read_message(&event.data())));
            }
            Msg::Loaded(request) => self.loaded = Some(request),
            Msg::DraggedOver(is_over) => {
                let changed = self.is_dragged_over != is_over;
                self.is_dragged_over = is_over;
                return changed;
            }
            Msg::Dropped(event) => {
                self.is_dragged_over = false;
                if let Some(transfer) = event.data_transfer() {
                    let picked = from_transfer(&transfer);
                    ctx.link().send_future(async { Msg::from(picked.await) });
                }
            }
            Msg::Pasted(event) => {
                let transfer = event.clipboard_data().filter(|data| data.files().is_some_and(|list| list.length() > 0));
                let Some(transfer) = transfer.filter(|_| self.takes_files()) else { return false };
                event.prevent_default();
                let picked = from_transfer(&transfer);
                ctx.link().send_future(async { Msg::from(picked.await) });
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let mut view = view(&self.session);
        if let Some(pack) = &ctx.props().language_pack {
            view.catalog = view.catalog.with_pack(pack.clone());
        }
        let emit = ctx.link().callback(Msg::Session);
        let frame = view.frame.as_ref().map_or_else(Html::default, |shown| {
            let request = shown.request;
            let around = Around {
                node: &self.frame,
                catalog: &view.catalog,
                is_loaded: self.loaded == Some(request),
                on_load: ctx.link().callback(move |_| Msg::Loaded(request)),
                on_retry: Clicks(&emit).on(|| Event::Retry),
            };
            provider_frame(shown, around)
        });
        // The panel comes first, so that on a narrow screen it is not below a tall frame; the frame must never be moved.
        let columns = vec![
            panel::panel(&view, &emit, ctx.link(), self.is_dragged_over),
            receipt::receipt(&view, ctx.props().on_receipt.as_ref(), &self.receipt),
            frame,
        ];
        let parts = vec![
            panel::announcement(&view),
            pieces::errors(&view.catalog, &view.errors),
            el("div", &["class"], &["columns"], columns),
        ];
        let values = ["flinks-upload", view.theme.as_str(), view.catalog.language().as_str()];
        let mut root = tag("div", &["class", "data-theme", "lang"], &values, parts);
        root.node_ref = self.root.clone();
        root.into()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first_render: bool) {
        let Some(root) = self.root.cast::<HtmlElement>() else { return };
        if first_render {
            adopt_style(&root);
        }
        let panel = view(&self.session).panel;
        if matches!(panel, Panel::Collect(_)) && self.shown_panel != Some(std::mem::discriminant(&panel)) {
            self.checker.preload();
        }
        self.place_focus(&panel);
    }
}

impl FlinksUpload {
    fn is_trusted(&self, event: &MessageEvent) -> bool {
        let origin =
            self.session.config().and_then(|config| config.connect.as_ref()).map(|options| options.base.origin());
        match (self.frame.cast::<HtmlIFrameElement>(), origin) {
            (Some(frame), Some(origin)) => is_from(event, &frame, origin),
            _ => false,
        }
    }

    fn takes_files(&self) -> bool {
        matches!(self.session.stage(), Stage::Collect { .. })
    }

    fn pick(&mut self, ctx: &Context<Self>, files: Vec<File>, truncated: bool) {
        let described = files.iter().map(picked_file).collect();
        self.arriving = files;
        self.take(ctx, Event::FilesPicked(described));
        self.arriving.clear();
        if truncated {
            let limit = u32::try_from(MAX_PICKED_FILES).unwrap_or(u32::MAX);
            self.take(ctx, Event::HostError(UploadError::TooManyPicked { limit }));
        }
    }
}

impl From<crate::browser::Picked> for Msg {
    fn from(picked: crate::browser::Picked) -> Self {
        Self::Picked { files: picked.files, truncated: picked.truncated }
    }
}

fn configured(config: &Result<Config, Vec<UploadError>>) -> Event {
    Event::Configured(config.clone().map(Box::new))
}

/// What is heard from beyond the component: messages, a paste anywhere, and drops that miss.
fn listeners(ctx: &Context<FlinksUpload>) -> Vec<Listener> {
    let hear = ctx.link().callback(Msg::Heard);
    let paste = ctx.link().callback(Msg::Pasted);
    let window = web_sys::window();
    let document = window.as_ref().and_then(web_sys::Window::document);
    let mut listeners: Vec<Listener> = Listener::for_messages(move |event| hear.emit(event)).into_iter().collect();
    listeners.extend(document.as_ref().map(|document| {
        Listener::new(document, "paste", move |event| {
            if let Ok(event) = event.clone().dyn_into::<ClipboardEvent>() {
                paste.emit(event);
            }
        })
    }));
    let seen = ctx.link().callback(Msg::Session);
    listeners.extend(document.map(|document| {
        Listener::new(&document.clone(), "visibilitychange", move |_| seen.emit(Event::Hidden(document.hidden())))
    }));
    // A file that is dropped beside the zone would take the page away, and with it everything that was picked.
    for event_type in ["dragover", "drop"] {
        listeners.extend(window.as_ref().map(|window| {
            Listener::new(window, event_type, |event| {
                let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                if transfer.is_some_and(|data| data.types().includes(&"Files".into(), 0)) && !event.default_prevented()
                {
                    event.prevent_default();
                }
            })
        }));
    }
    listeners
}
