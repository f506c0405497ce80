//! Where the keyboard focus goes when the element that held it is gone. It is never taken from the rest of the page.

use crate::component::{FlinksUpload, panel_key};
use crate::core::view::Panel;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Saves an unlocked copy.
const SAVE: &str = "[part~=save]";

impl FlinksUpload {
    /// Whether the focus is in the component. In some browsers not if it is in the frame.
    pub(super) fn holds_focus(&self) -> bool {
        self.root.cast::<Element>().is_some_and(|root| root.matches(":focus-within").unwrap_or(false))
    }

    /// After what is shown has changed.
    pub(super) fn place_focus(&mut self) {
        let panel = &self.view.panel;
        let Some(root) = self.root.cast::<HtmlElement>() else { return };
        let find = |selector: &str| root.query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
        let key = panel_key(panel);
        let is_new = self.shown_panel.replace(key.clone()).is_some_and(|was| was != key);
        let has_lost_frame = self.loaded.is_some() && find("iframe").is_none();
        // A new panel takes the focus when the person asked for it; an offer comes unasked and must not.
        let is_asked_for = !matches!(panel, Panel::None | Panel::NotListed(_) | Panel::Offer(_))
            && (self.held_focus || (self.is_in_use || has_lost_frame) && is_nowhere(&root))
            // Whoever is in the provider's frame asked for nothing: the upload's status comes by itself.
            && !is_in_frame(&root);
        if is_new
            && let Panel::Offer(offer) = panel
            && !offer.is_quiet
        {
            scroll_to(find(".offer"), ScrollLogicalPosition::Nearest);
        }
        // Where there is room, the files to choose stand open beside the frame.
        if is_new
            && let Some(fold) = find(".checklist-files .fold")
            && (root.offset_width() >= 832 || find("iframe").is_none())
        {
            let _ = fold.set_attribute("open", "");
        }
        let is_lost = self.held_focus && !self.holds_focus();
        let removed_row = self.removed_row.take();
        let target = if is_new && is_asked_for {
            find(".panel .title")
        } else if is_lost {
            // The file that took the place of the removed one; the next that is locked; what to do with one that was; the way to choose files; the panel; the frame.
            let rows = root.query_selector_all(".remove").ok();
            let next_row =
                rows.zip(removed_row).and_then(|(rows, row)| rows.item(u32::try_from(row).ok()?)?.dyn_into().ok());
            // Behind a fold that is closed it takes no focus.
            let next_row = next_row.and_then(|row: HtmlElement| match row.closest("details:not([open])") {
                Ok(Some(_)) => find(".fold summary"),
                _ => Some(row),
            });
            next_row
                .or_else(|| find(".unlock input"))
                .or_else(|| find(SAVE))
                .or_else(|| find(".picker input"))
                .or_else(|| find(".title"))
                .or_else(|| find(".frame :is(p, button, iframe)"))
        } else {
            None
        };
        if let Some(target) = target {
            let _ = target.focus();
        }
        // Below the title of the checklist is the window to use.
        if is_new && is_asked_for && matches!(panel, Panel::Checklist(_)) {
            scroll_to(find(".panel"), ScrollLogicalPosition::Start);
        }
    }
}

fn scroll_to(element: Option<HtmlElement>, position: ScrollLogicalPosition) {
    if let Some(element) = element {
        let options = ScrollIntoViewOptions::new();
        options.set_block(position);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the focus is in a frame. Where that is a process of its own, no selector finds it.
fn is_in_frame(root: &HtmlElement) -> bool {
    let focused = Reflect::get(&root.get_root_node(), &"activeElement".into()).unwrap_or_default();
    focused.dyn_into().is_ok_and(|focused: Element| focused.local_name() == "iframe")
}

/// Some browsers give no focus to a button that is clicked, and none has it when a frame is gone that had it.
fn is_nowhere(root: &HtmlElement) -> bool {
    let focused = root.owner_document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.local_name() == "body")
}
