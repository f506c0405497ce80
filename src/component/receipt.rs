//! For staff: the button for a receipt of the batch, and the place where it is shown.

use crate::core::{view::View, words::Phrase};
use yew::prelude::*;

pub(super) fn receipt(view: &View, onclick: Option<Callback<MouseEvent>>) -> Html {
    let (true, Some(onclick)) = (view.offers_receipt(), onclick) else { return Html::default() };
    html! {
        <div class="panel actions">
            <button type="button" part="receipt" class="quiet" {onclick}>{ view.language.say(&Phrase::Receipt) }</button>
            <div class="actions"></div>
        </div>
    }
}
