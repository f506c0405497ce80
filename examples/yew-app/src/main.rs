//! A lender's page in Yew: Connect, and upload beside it once bank linking has failed.

use flinks_upload::{
    FlinksUpload,
    component::TokenSource,
    core::{
        config::Attributes,
        redacted::Redacted,
        session::{Completion, HostEvent},
    },
};
use gloo_net::http::Request;
use yew::prelude::*;

/// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
async fn authorize_token() -> Result<String, String> {
    let answer = Request::post("/authorize-token").send().await.map_err(|_| "no answer")?;
    if !answer.ok() {
        return Err(format!("/authorize-token answered {}", answer.status()));
    }
    answer.text().await.map_err(|_| "no text".to_owned())
}

#[component]
fn Income() -> Html {
    let received = use_state(|| None::<Completion>);
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
        let received = received.clone();
        move |event, ()| {
            if let HostEvent::Complete(end) = event {
                received.set(Some(end));
            }
        }
    });
    match &*received {
        Some(end) => {
            let reference = end.request_id.as_ref().map_or("none", Redacted::as_str);
            html! { <p role="status">{ "Thank you. Your reference: " }{ reference }</p> }
        }
        None => html! { <FlinksUpload config={(*config).clone()} {on_host_event} token={(*token).clone()} /> },
    }
}

fn main() {
    yew::Renderer::<Income>::new().render();
}
