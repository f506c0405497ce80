//! The calls of Flinks' API that the relay uses, and the report of the mock of Connect.

use crate::{
    deliver::deliver,
    responses::{error, pending, result},
    state::{Ending, Mock, Upload, guid},
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Instant;

/// A status and a JSON body.
pub type JsonResponse = (StatusCode, Json<Value>);

fn response(status: u16, body: Value) -> JsonResponse {
    (StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), Json(body))
}

fn unauthorized() -> JsonResponse {
    response(401, error(401, "UNAUTHORIZED", "The key is missing or wrong"))
}

/// The report of the mock of Connect that documents were uploaded.
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

/// `POST /mock/uploads`: documents were uploaded. Answers with the ids for the REDIRECT message.
pub async fn uploaded(State(mock): State<Mock>, Json(body): Json<Uploaded>) -> JsonResponse {
    let request = body.request_id.unwrap_or_else(guid);
    let upload = Upload {
        tag: body.tag,
        institution: body.institution.unwrap_or_else(|| "FlinksCapital".to_owned()),
        login: body.login_id.unwrap_or_else(guid),
        ending: body.ending,
        since: Instant::now(),
    };
    mock.database().uploads.insert(request.clone(), upload.clone());
    let ids = json!({ "requestId": request, "loginId": upload.login });
    if upload.ending != Ending::Lost {
        tokio::spawn(deliver(mock, upload, request));
    }
    response(202, ids)
}

fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str()
}

fn has(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers.get(name).is_some_and(|found| found.as_bytes() == value.as_bytes())
}

/// `GenerateAuthorizeToken`.
pub async fn token(State(mock): State<Mock>, headers: HeaderMap) -> JsonResponse {
    if !has(&headers, "flinks-auth-key", &mock.config.secret_key) {
        return unauthorized();
    }
    let token = guid();
    mock.database().tokens.insert(token.clone());
    response(200, json!({ "HttpStatusCode": 200, "Token": token }))
}

/// `Authorize`: a new session for a login, with a token, which can be used once.
pub async fn authorize(State(mock): State<Mock>, headers: HeaderMap, Json(body): Json<Value>) -> JsonResponse {
    let mut database = mock.database();
    let token = headers.get("flinks-auth-key").and_then(|token| token.to_str().ok()).unwrap_or_default();
    if !database.tokens.remove(token) {
        return unauthorized();
    }
    let login = text(&body, "LoginId");
    let upload = database.uploads.values().find(|upload| login == Some(upload.login.as_str())).cloned();
    let Some(upload) = upload else { return response(401, error(401, "INVALID_LOGIN", "No such login")) };
    let request = guid();
    let body = json!({ "HttpStatusCode": 200, "Login": { "Id": upload.login }, "Institution": upload.institution, "RequestId": request });
    database.uploads.insert(request, upload);
    response(200, body)
}

/// `GetAccountsDetail`.
pub async fn accounts_detail(State(mock): State<Mock>, headers: HeaderMap, Json(body): Json<Value>) -> JsonResponse {
    find(&mock, &headers, text(&body, "RequestId").unwrap_or_default())
}

/// `GetAccountsDetailAsync`.
pub async fn accounts_detail_async(
    State(mock): State<Mock>,
    Path((_, request)): Path<(String, String)>,
    headers: HeaderMap,
) -> JsonResponse {
    find(&mock, &headers, &request)
}

fn find(mock: &Mock, headers: &HeaderMap, request: &str) -> JsonResponse {
    if !has(headers, "x-api-key", &mock.config.api_key) {
        return unauthorized();
    }
    match mock.database().uploads.get(request) {
        None => response(404, error(404, "SESSION_NONEXISTENT", "No such request")),
        Some(upload) if upload.since.elapsed() < mock.config.processing => response(202, pending(request)),
        Some(upload) => {
            let (status, body) = result(upload, request);
            response(status, body)
        }
    }
}
