//! The client of Flinks' API. The secrets stay here: a browser gets a token that lives for half an hour, and masked accounts.

use crate::{config::FlinksConfig, error::ApiError};
use reqwest::{Client, RequestBuilder, redirect::Policy};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};

/// The largest response that is read, in bytes. A year of transactions of many accounts is a few MB.
const MAX_RESPONSE_BYTES: usize = 64 << 20;

/// The client of Flinks' API.
#[derive(Clone)]
pub struct FlinksClient {
    client: Client,
    config: Arc<FlinksConfig>,
}

/// A response, unread.
pub struct FlinksResponse {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl FlinksClient {
    /// Makes a client; it connects with the first request.
    ///
    /// # Errors
    /// If the system's certificates can't be read.
    pub fn new(config: FlinksConfig) -> Result<Self, reqwest::Error> {
        // Redirects would carry the secrets elsewhere.
        let client = Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10));
        let client = client.timeout(Duration::from_secs(30)).build()?;
        Ok(Self { client, config: Arc::new(config) })
    }

    /// Requests an authorize token for Connect.
    ///
    /// # Errors
    /// If Flinks can't be reached, or does not answer as documented.
    pub async fn authorize_token(&self) -> Result<String, ApiError> {
        let config = &self.config;
        let request = self.post(&config.token_path).header(&config.secret_header, &config.secret_key);
        field(&send(request).await?, "Token")
    }

    /// Starts a session for a login; returns its request id, which expires.
    ///
    /// # Errors
    /// As [`Self::authorize_token`].
    pub async fn authorize(&self, login: &str) -> Result<String, ApiError> {
        let token = self.authorize_token().await?;
        let request = self.post(&self.config.authorize_path).header(&self.config.secret_header, token);
        field(&send(request.json(&json!({ "LoginId": login, "MostRecentCached": true }))).await?, "RequestId")
    }

    /// `GetAccountsDetail`: the accounts, or that they are pending.
    ///
    /// # Errors
    /// If Flinks can't be reached, or the response is too large.
    pub async fn accounts_detail(&self, request: &str) -> Result<FlinksResponse, ApiError> {
        let body = json!({ "RequestId": request });
        send(self.with_key(self.post(&self.config.detail_path)).json(&body)).await
    }

    /// `GetAccountsDetailAsync`: the same, for a request whose accounts were pending.
    ///
    /// # Errors
    /// As [`Self::accounts_detail`].
    pub async fn accounts_detail_async(&self, request: &str) -> Result<FlinksResponse, ApiError> {
        let url = format!("{}{}/{request}", self.config.base, self.config.detail_async_path);
        send(self.with_key(self.client.get(url))).await
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.config.base)).header("content-type", "application/json")
    }

    fn with_key(&self, request: RequestBuilder) -> RequestBuilder {
        let config = &self.config;
        if config.api_key.is_empty() { request } else { request.header(&config.api_key_header, &config.api_key) }
    }
}

async fn send(request: RequestBuilder) -> Result<FlinksResponse, ApiError> {
    // Only the kind: the message of an error holds the URL, and so a request id.
    let upstream = |error: reqwest::Error| ApiError::Upstream(kind(&error).to_owned());
    let mut response = request.send().await.map_err(upstream)?;
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(upstream)? {
        if body.len() + chunk.len() > MAX_RESPONSE_BYTES {
            return Err(ApiError::Upstream(format!("more than {MAX_RESPONSE_BYTES} bytes")));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(FlinksResponse { status: response.status().as_u16(), body })
}

fn kind(error: &reqwest::Error) -> &'static str {
    match error {
        error if error.is_timeout() => "no answer in time",
        error if error.is_connect() => "no connection",
        _ => "the connection broke off",
    }
}

fn field(response: &FlinksResponse, name: &str) -> Result<String, ApiError> {
    let found = serde_json::from_slice::<Value>(&response.body)
        .ok()
        .and_then(|body| body.get(name)?.as_str().map(str::to_owned));
    match found.filter(|found| response.status == 200 && !found.is_empty()) {
        Some(found) => Ok(found),
        None => Err(ApiError::Upstream(format!("expected `{name}` with status 200, got status {}", response.status))),
    }
}
