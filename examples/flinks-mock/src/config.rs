//! The configuration, from environment variables. The defaults are those of the demo.

use std::{net::SocketAddr, time::Duration};

/// The configuration of the mock.
#[derive(Clone)]
pub struct Config {
    /// `MOCK_LISTEN`: the address to listen on.
    pub listen: SocketAddr,
    /// `MOCK_WEBHOOK_URL`: where webhooks go.
    pub webhook_url: String,
    /// `MOCK_WEBHOOK_KEY`: the key that signs them.
    pub webhook_key: String,
    /// `MOCK_SIGNATURE_HEADER`: the provider's documentation names two.
    pub signature_header: String,
    /// `MOCK_SECRET_KEY`: creates authorize tokens.
    pub secret_key: String,
    /// `MOCK_API_KEY`: the key for requests of data.
    pub api_key: String,
    /// `MOCK_PROCESSING_MS`: how long processing takes.
    pub processing: Duration,
    /// `MOCK_RETRY_MS`: the pause between attempts; 30 minutes at Flinks.
    pub retry: Duration,
    /// `MOCK_ATTEMPTS`: how often a webhook is posted; 10 times at Flinks.
    pub attempts: u32,
}

impl Config {
    /// Reads the configuration; `get` returns the value of an environment variable.
    ///
    /// # Errors
    /// Names the first invalid variable.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let text = |name: &str, default: &str| {
            get(name).filter(|value| !value.is_empty()).unwrap_or_else(|| default.to_owned())
        };
        let number = |name: &str, default: &str| {
            let value = text(name, default);
            value.parse::<u32>().map_err(|_| format!("`{name}` expects a whole number, got '{value}'"))
        };
        let listen = text("MOCK_LISTEN", "127.0.0.1:8082");
        Ok(Self {
            listen: listen.parse().map_err(|_| format!("`MOCK_LISTEN` expects an address, got '{listen}'"))?,
            webhook_url: text("MOCK_WEBHOOK_URL", "http://127.0.0.1:8090/webhooks/flinks"),
            webhook_key: text("MOCK_WEBHOOK_KEY", "a-webhook-key-for-demos-only"),
            signature_header: text("MOCK_SIGNATURE_HEADER", "flinks-authenticity-key"),
            secret_key: text("MOCK_SECRET_KEY", "a-secret-key-for-demos-only"),
            api_key: text("MOCK_API_KEY", "an-api-key-for-demos-only"),
            processing: Duration::from_millis(number("MOCK_PROCESSING_MS", "4000")?.into()),
            retry: Duration::from_millis(number("MOCK_RETRY_MS", "2000")?.into()),
            attempts: number("MOCK_ATTEMPTS", "10")?,
        })
    }
}
