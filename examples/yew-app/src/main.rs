//! A lender's page in Yew: Connect, and upload beside it once bank linking has failed.

use flinks_upload::{
    FlinksUpload,
    component::TokenSource,
    core::{config::Attributes, redacted::Redacted, session::HostEvent},
};
use gloo_net::http::Request;
use yew::prelude::*;

/// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
async fn authorize_token() -> Result<String, String> {
    let answer = Request::post("/authorize-token").send().await.map_err(|_| "no answer")?;
    answer.text().await.map_err(|_| "no text".to_owned())
}

#[component]
fn Income() -> Html {
    let login_id = use_state(|| None::<String>);
    let token = use_memo((), |()| TokenSource::new(authorize_token));
    // As the attributes of <flinks-upload>; what is wrong with them is shown by the component, and told to `on_host_event`.
    let config = use_memo((), |()| {
        let settings = Attributes {
            instance: Some("toolbox".to_owned()),
            mode: Some("fallback".to_owned()),
            params: Some("demo=true".to_owned()),
            asks_token: true,
            ..Attributes::default()
        };
        settings.read()
    });
    let on_host_event = use_callback((), {
        let login_id = login_id.clone();
        move |event, ()| {
            if let HostEvent::Complete(end) = event {
                login_id.set(end.login_id.map(Redacted::into_string));
            }
        }
    });
    match &*login_id {
        Some(login_id) => html! { <p role="status">{ "Thank you. Your reference: " }{ login_id }</p> },
        None => html! { <FlinksUpload config={(*config).clone()} {on_host_event} token={(*token).clone()} /> },
    }
}

fn main() {
    yew::Renderer::<Income>::new().render();
}
