//! `GET /uploads/{tag}/accounts`: the accounts, for showing, once they are there.

use crate::{
    app::Relay, failure::Failure, flinks::Answer, secret::Secret, status::Status, store::Ids, uploads::OwnUpload,
};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use flinks_upload::core::results::accounts::{AccountSummary, Outcome, accounts, read_notice};
use serde_json::{Value, json};

/// The pace of polling, as documented. In seconds.
const ASK_AGAIN: &str = "10";

/// Asks Flinks for them and answers with what is for showing.
///
/// # Errors
/// If it is not this browser's upload, if they are not there yet, or if Flinks fails.
pub async fn show(State(relay): State<Relay>, upload: OwnUpload) -> Result<Response, Failure> {
    if relay.store.newest(&upload.key).await?.is_none_or(|newest| newest.status != Status::Ready) {
        return Err(Failure::NotReady);
    }
    let ids = relay.store.ids(&upload.key).await?;
    let answer = ask(&relay, &ids).await?;
    let notice = read_notice(&answer.body, answer.status).map_err(|wrong| Failure::Upstream(wrong.to_string()))?;
    match notice.outcome {
        Outcome::Pending => Ok((StatusCode::ACCEPTED, [(RETRY_AFTER, ASK_AGAIN)], Json(json!([]))).into_response()),
        Outcome::Ready(_) if is_of(&upload.tag, &ids, notice.tag.as_deref()) => {
            Ok(Json(read(&answer)?).into_response())
        }
        Outcome::Ready(_) => Err(Failure::Upstream("the accounts of another upload".to_owned())),
        Outcome::Failed(_) | Outcome::Other(_) => Err(Failure::Upstream(format!("status {}", answer.status))),
    }
}

/// Asks with the request of the webhook; where it has expired, with a new session for the login.
async fn ask(relay: &Relay, ids: &Ids) -> Result<Answer, Failure> {
    let is_refused = |answer: &Answer| answer.status >= 400;
    let first = if ids.request.is_empty() { None } else { Some(relay.flinks.detail(&ids.request).await?) };
    match first {
        Some(answer) if answer.status == 202 => relay.flinks.detail_again(&ids.request).await,
        Some(answer) if !is_refused(&answer) || ids.login.is_empty() => Ok(answer),
        None if ids.login.is_empty() => Err(Failure::Upstream("the webhook named no request and no login".to_owned())),
        _ => relay.flinks.detail(&relay.flinks.authorize(&ids.login).await?).await,
    }
}

/// Ids that came by a signed webhook are the upload's. One that the browser named might be anybody's, so that the answer
/// must name the upload. An answer with another tag is refused in any case.
pub fn is_of(tag: &Secret, ids: &Ids, echoed: Option<&str>) -> bool {
    match echoed {
        Some(echoed) => echoed == tag.text(),
        None => ids.proven,
    }
}

fn read(answer: &Answer) -> Result<Vec<AccountSummary>, Failure> {
    let json: Value = serde_json::from_slice(&answer.body).map_err(|_| Failure::Upstream("no JSON".to_owned()))?;
    accounts(&json).map_err(|wrong| Failure::Upstream(wrong.to_string()))
}
