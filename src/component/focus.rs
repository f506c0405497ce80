//! Where the keyboard focus goes when the element that held it is gone. It is never taken from the rest of the page.

use crate::component::FlinksUpload;
use crate::core::view::Panel;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

impl FlinksUpload {
    /// Whether the focus is in the component, its frame included.
    pub(super) fn holds_focus(&self) -> bool {
        self.root.cast::<Element>().is_some_and(|root| root.matches(":focus-within").unwrap_or(false))
    }

    /// After what is shown has changed.
    pub(super) fn place_focus(&mut self) {
        let panel = &self.view.panel;
        let Some(root) = self.root.cast::<HtmlElement>() else { return };
        let find = |selector: &str| root.query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
        let kind = std::mem::discriminant(panel);
        let is_new = self.shown_panel.replace(kind).is_some_and(|was| was != kind);
        // A new panel takes the focus when the person asked for it; an offer comes unasked and must not.
        let is_asked_for = !matches!(panel, Panel::None | Panel::NotListed(_) | Panel::Offer(_))
            && (self.held_focus || is_nowhere(&root));
        if is_new
            && matches!(panel, Panel::Offer(_))
            && let Some(offer) = find(".offer")
        {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            offer.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
        let is_lost = self.held_focus && !self.holds_focus();
        let next_row = self.removed_row.take().map(|row| format!(".file:nth-child({}) .remove", row + 1));
        let target = if is_new && is_asked_for {
            find(".panel .title")
        } else if is_lost {
            // The file that took the place of the removed one; the way to choose files; the panel; the frame.
            let next_row = next_row.and_then(|selector| find(&selector));
            next_row.or_else(|| find(".picker input")).or_else(|| find(".title, .frame :is(p, button, iframe)"))
        } else {
            None
        };
        if let Some(target) = target {
            let _ = target.focus();
        }
    }
}

/// Some browsers give no focus to a button that is clicked.
fn is_nowhere(root: &HtmlElement) -> bool {
    root.owner_document().is_some_and(|document| matches!(document.query_selector(":focus"), Ok(None)))
}
