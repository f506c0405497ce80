//! What of the view comes after a first look at Connect: every panel.

use super::panel::{Panel, panel};
use crate::core::{config::Config, deferred::deferred_functions, i18n::Catalog, session::Session};

deferred_functions! {
    panel: fn(&Catalog, &Session, &Config) -> Panel = panel;
}

/// What stands beside or instead of the frame; nothing as long as there can be neither an offer nor files.
pub(super) fn panel_later(catalog: &Catalog, session: &Session, config: &Config) -> Panel {
    deferred().map_or(Panel::None, |deferred| (deferred.panel)(catalog, session, config))
}
