//! Asks Flinks. The secrets stay here: the browser gets a token that lives half an hour, and accounts for showing.

use crate::{config::Flinks as Settings, failure::Failure};
use reqwest::{Client, RequestBuilder, redirect::Policy};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};

/// A year of transactions of many accounts is a few MB.
const LONGEST_ANSWER: usize = 64 << 20;

/// Flinks' API.
#[derive(Clone)]
pub struct Flinks {
    client: Client,
    settings: Arc<Settings>,
}

/// An answer as it came.
pub struct Answer {
    /// Of HTTP.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Flinks {
    /// Ready to ask.
    ///
    /// # Errors
    /// If the system's certificates can't be read.
    pub fn new(settings: Settings) -> Result<Self, reqwest::Error> {
        // Redirects would carry the secrets elsewhere.
        let client = Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10));
        let client = client.timeout(Duration::from_secs(30)).build()?;
        Ok(Self { client, settings: Arc::new(settings) })
    }

    /// A token for Connect.
    ///
    /// # Errors
    /// If Flinks does not give one, as all of these.
    pub async fn token(&self) -> Result<String, Failure> {
        let settings = &self.settings;
        let request = self.post(&settings.token_path).header(&settings.secret_header, &settings.secret_key);
        text(&ask(request).await?, "Token")
    }

    /// A session for a login, of which each has an id that expires.
    ///
    /// # Errors
    /// As [`Self::token`].
    pub async fn authorize(&self, login: &str) -> Result<String, Failure> {
        let token = self.token().await?;
        let request = self.post(&self.settings.authorize_path).header(&self.settings.secret_header, token);
        text(&ask(request.json(&json!({ "LoginId": login, "MostRecentCached": true }))).await?, "RequestId")
    }

    /// The accounts, or that they are not there yet.
    ///
    /// # Errors
    /// As [`Self::token`].
    pub async fn detail(&self, request: &str) -> Result<Answer, Failure> {
        let body = json!({ "RequestId": request });
        ask(self.with_key(self.post(&self.settings.detail_path)).json(&body)).await
    }

    /// The same, asked again.
    ///
    /// # Errors
    /// As [`Self::token`].
    pub async fn detail_again(&self, request: &str) -> Result<Answer, Failure> {
        let address = format!("{}{}/{request}", self.settings.base, self.settings.detail_async_path);
        ask(self.with_key(self.client.get(address))).await
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.settings.base)).header("content-type", "application/json")
    }

    fn with_key(&self, request: RequestBuilder) -> RequestBuilder {
        let settings = &self.settings;
        if settings.api_key.is_empty() { request } else { request.header(&settings.api_key_header, &settings.api_key) }
    }
}

async fn ask(request: RequestBuilder) -> Result<Answer, Failure> {
    // An address may hold ids: of an error only the kind is told.
    let upstream = |error: reqwest::Error| Failure::Upstream(kind(&error).to_owned());
    let mut response = request.send().await.map_err(upstream)?;
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(upstream)? {
        if body.len() + chunk.len() > LONGEST_ANSWER {
            return Err(Failure::Upstream(format!("more than {LONGEST_ANSWER} bytes")));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { status: response.status().as_u16(), body })
}

fn kind(error: &reqwest::Error) -> &'static str {
    match error {
        error if error.is_timeout() => "no answer in time",
        error if error.is_connect() => "no connection",
        _ => "the connection broke off",
    }
}

fn text(answer: &Answer, name: &str) -> Result<String, Failure> {
    let found =
        serde_json::from_slice::<Value>(&answer.body).ok().and_then(|body| body.get(name)?.as_str().map(str::to_owned));
    match found.filter(|found| answer.status == 200 && !found.is_empty()) {
        Some(found) => Ok(found),
        None => Err(Failure::Upstream(format!("expected `{name}` with status 200, got status {}", answer.status))),
    }
}
