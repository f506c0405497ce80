//! What the component shows, as finished content: texts, buttons and what is announced.
//!
//! Decides everything a person sees or hears, from the session alone. Never lays anything out: elements, styles and focus
//! are the component's.

mod button;
mod deferred;
mod describe;
#[cfg(test)]
mod describe_tests;
mod file_row;
mod files;
mod frame;
mod months;
mod panel;
mod statement;

pub use button::{Action, Button, Disabled, Emphasis};
#[cfg(feature = "split-element")]
pub(crate) use deferred::install_deferred;
pub use describe::FindingText;
pub use file_row::{FileRow, RowFinding, Tone, UnlockView};
pub use files::{BatchFinding, FilesView, Folded, Removed};
pub use frame::{FrameView, Overlay};
pub use months::{MonthCell, MonthStrip};
pub use panel::{ChecklistRow, ChecklistView, EndKind, EndView, OfferView, Panel};

use super::{
    config::Mode,
    connect::address::Theme,
    i18n::{Catalog, LanguagePack},
    session::{Session, Stage},
};

/// Everything that the component shows.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The BCP 47 tag of the language of all texts.
    pub language: &'static str,
    /// The color theme.
    pub theme: Theme,
    /// The level of the panel's heading in the page's outline, 1 to 6.
    pub heading_level: u8,
    /// What went wrong, unless it stands beside the action that it is about.
    pub alert: Option<String>,
    /// What a screen reader says now, without moving the focus; empty for nothing.
    pub announcement: String,
    /// The provider's frame. It keeps its place in the page for as long as its request is the same.
    pub frame: Option<FrameView>,
    /// What stands beside or instead of the frame.
    pub panel: Panel,
    /// Whether a line above the frame is kept free, so that what comes into it moves nothing.
    pub keeps_line: bool,
    /// The label of the button with which staff ask for a receipt, when one can be made.
    pub receipt: Option<String>,
    /// Whether files that are pasted belong to the component.
    pub accepts_files: bool,
    /// The only origin whose messages count.
    pub trusted_origin: Option<String>,
}

/// What the component shows for this session, in the language of its configuration if that is compiled in.
pub fn view(session: &Session) -> View {
    let language = session.config().map(|config| config.language).unwrap_or_default();
    view_in(session, &LanguagePack::built_in_or_default(language))
}

/// What the component shows for this session, in the language of these texts.
pub fn view_in(session: &Session, pack: &LanguagePack) -> View {
    let config = session.config();
    let overrides = config.map(|config| config.messages.clone()).unwrap_or_default();
    let mut catalog = Catalog::new(pack.clone(), overrides);
    if config.is_some_and(|config| config.mode == Mode::Dashboard) {
        catalog = catalog.for_staff();
    }
    let frame = session.stage().frame().zip(config);
    let frame = frame.map(|(frame, config)| frame::frame_view(&catalog, frame, session.stage(), config));
    let panel = config.map_or(Panel::None, |config| deferred::panel_later(&catalog, session, config));
    let is_beside_action = matches!(panel, Panel::Files(_));
    View {
        language: catalog.language().as_str(),
        theme: config.map_or(Theme::System, |config| config.theme),
        heading_level: config.map_or(2, |config| config.heading_level),
        alert: session.visible_error().filter(|_| !is_beside_action).map(|error| catalog.error_message(error)),
        announcement: announcement(&panel, frame.as_ref()),
        frame,
        receipt: panel::offers_receipt(session).then(|| catalog.text(super::i18n::MessageKey::Receipt)),
        panel,
        keeps_line: config.is_some_and(|config| panel::keeps_line(session, config)),
        accepts_files: is_beside_action && matches!(session.stage(), Stage::Collect { .. }),
        trusted_origin: config
            .and_then(|config| config.connect.as_ref())
            .map(|options| options.base.origin().to_owned()),
    }
}

/// What appears without the person's doing is announced. What they asked for takes the focus instead, which reads it out.
fn announcement(panel: &Panel, frame: Option<&FrameView>) -> String {
    match panel {
        Panel::Offer(offer) => offer.text.clone(),
        Panel::End(end) => format!("{}. {}", end.title, end.text),
        Panel::None | Panel::NotListed(_) | Panel::Files(_) | Panel::Checklist(_) => frame
            .filter(|frame| frame.is_unresponsive && !frame.is_in_background)
            .and_then(|frame| frame.overlay.as_ref())
            .map_or_else(String::new, |overlay| overlay.text.clone()),
    }
}

#[cfg(test)]
mod tests;
