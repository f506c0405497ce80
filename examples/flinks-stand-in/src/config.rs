//! The configuration, from the environment; each variable has a default that suits the demo.

use std::{net::SocketAddr, time::Duration};

/// What the stand-in needs to know.
#[derive(Clone)]
pub struct Config {
    /// `STAND_IN_LISTEN`.
    pub listen: SocketAddr,
    /// `STAND_IN_WEBHOOK_URL`: where webhooks go.
    pub webhook_url: String,
    /// `STAND_IN_WEBHOOK_KEY`: signs them.
    pub webhook_key: String,
    /// `STAND_IN_SIGNATURE_HEADER`: published pages name two.
    pub signature_header: String,
    /// `STAND_IN_SECRET_KEY`: makes authorize tokens.
    pub secret_key: String,
    /// `STAND_IN_API_KEY`: asks for data.
    pub api_key: String,
    /// `STAND_IN_PROCESSING_MS`: how long documents take.
    pub processing: Duration,
    /// `STAND_IN_RETRY_MS`: half an hour at Flinks.
    pub retry: Duration,
    /// `STAND_IN_ATTEMPTS`: ten at Flinks.
    pub attempts: u32,
}

impl Config {
    /// Reads it; `get` looks into the environment.
    ///
    /// # Errors
    /// The first variable that is wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let text = |name: &str, default: &str| {
            get(name).filter(|value| !value.is_empty()).unwrap_or_else(|| default.to_owned())
        };
        let number = |name: &str, default: &str| {
            let value = text(name, default);
            value.parse::<u32>().map_err(|_| format!("`{name}` expects a whole number, got '{value}'"))
        };
        let listen = text("STAND_IN_LISTEN", "127.0.0.1:8082");
        Ok(Self {
            listen: listen.parse().map_err(|_| format!("`STAND_IN_LISTEN` expects an address, got '{listen}'"))?,
            webhook_url: text("STAND_IN_WEBHOOK_URL", "http://127.0.0.1:8090/webhooks/flinks"),
            webhook_key: text("STAND_IN_WEBHOOK_KEY", "a-webhook-key-for-demos-only"),
            signature_header: text("STAND_IN_SIGNATURE_HEADER", "flinks-authenticity-key"),
            secret_key: text("STAND_IN_SECRET_KEY", "a-secret-key-for-demos-only"),
            api_key: text("STAND_IN_API_KEY", "an-api-key-for-demos-only"),
            processing: Duration::from_millis(number("STAND_IN_PROCESSING_MS", "4000")?.into()),
            retry: Duration::from_millis(number("STAND_IN_RETRY_MS", "2000")?.into()),
            attempts: number("STAND_IN_ATTEMPTS", "10")?,
        })
    }
}
