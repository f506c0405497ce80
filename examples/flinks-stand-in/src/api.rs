//! Flinks' API, as far as the relay asks it, and the call that begins it all.

use crate::{
    answers::{ended, error, pending},
    deliver::deliver,
    state::{Ending, StandIn, Upload, guid},
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Instant;

/// An answer with its status.
pub type Answer = (StatusCode, Json<Value>);

fn answer(status: u16, body: Value) -> Answer {
    (StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), Json(body))
}

fn refused() -> Answer {
    answer(401, error(401, "UNAUTHORIZED", "The key is missing or wrong"))
}

/// What the stand-in for Connect says when its person has uploaded documents.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Uploaded {
    tag: Option<String>,
    institution: Option<String>,
    request_id: Option<String>,
    login_id: Option<String>,
    #[serde(default)]
    ending: Ending,
}

/// `POST /stand-in/uploads`: documents were uploaded. Answers with the ids that REDIRECT carries.
pub async fn uploaded(State(stand_in): State<StandIn>, Json(body): Json<Uploaded>) -> Answer {
    let request = body.request_id.unwrap_or_else(guid);
    let upload = Upload {
        tag: body.tag,
        institution: body.institution.unwrap_or_else(|| "FlinksCapital".to_owned()),
        login: body.login_id.unwrap_or_else(guid),
        ending: body.ending,
        since: Instant::now(),
    };
    stand_in.known().uploads.insert(request.clone(), upload.clone());
    let ids = json!({ "requestId": request, "loginId": upload.login });
    if upload.ending != Ending::Lost {
        tokio::spawn(deliver(stand_in, upload, request));
    }
    answer(202, ids)
}

fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str()
}

fn has(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers.get(name).is_some_and(|found| found.as_bytes() == value.as_bytes())
}

/// `GenerateAuthorizeToken`.
pub async fn token(State(stand_in): State<StandIn>, headers: HeaderMap) -> Answer {
    if !has(&headers, "flinks-auth-key", &stand_in.config.secret_key) {
        return refused();
    }
    let token = guid();
    stand_in.known().tokens.insert(token.clone());
    answer(200, json!({ "HttpStatusCode": 200, "Token": token }))
}

/// `Authorize`: a new session for a login, with a token, which serves once.
pub async fn authorize(State(stand_in): State<StandIn>, headers: HeaderMap, Json(body): Json<Value>) -> Answer {
    let mut known = stand_in.known();
    let token = headers.get("flinks-auth-key").and_then(|token| token.to_str().ok()).unwrap_or_default();
    if !known.tokens.remove(token) {
        return refused();
    }
    let login = text(&body, "LoginId");
    let upload = known.uploads.values().find(|upload| login == Some(upload.login.as_str())).cloned();
    let Some(upload) = upload else { return answer(401, error(401, "INVALID_LOGIN", "No such login")) };
    let request = guid();
    let body = json!({ "HttpStatusCode": 200, "Login": { "Id": upload.login }, "Institution": upload.institution, "RequestId": request });
    known.uploads.insert(request, upload);
    answer(200, body)
}

/// `GetAccountsDetail`.
pub async fn detail(State(stand_in): State<StandIn>, headers: HeaderMap, Json(body): Json<Value>) -> Answer {
    found(&stand_in, &headers, text(&body, "RequestId").unwrap_or_default())
}

/// `GetAccountsDetailAsync`.
pub async fn detail_again(
    State(stand_in): State<StandIn>,
    Path((_, request)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    found(&stand_in, &headers, &request)
}

fn found(stand_in: &StandIn, headers: &HeaderMap, request: &str) -> Answer {
    if !has(headers, "x-api-key", &stand_in.config.api_key) {
        return refused();
    }
    match stand_in.known().uploads.get(request) {
        None => answer(404, error(404, "SESSION_NONEXISTENT", "No such request")),
        Some(upload) if upload.since.elapsed() < stand_in.config.processing => answer(202, pending(request)),
        Some(upload) => {
            let (status, body) = ended(upload, request);
            answer(status, body)
        }
    }
}
