//! The configuration, from environment variables. All errors are reported at once; a secret is never quoted.

mod address;
mod env;

use crate::client_address::{ForwardedHeader, TrustedProxies};
pub use address::parse_origin;
use axum::http::HeaderName;
use env::Env;
pub use env::Setting;
use std::{net::SocketAddr, time::Duration};

/// The configuration of the relay.
#[derive(Clone)]
pub struct Config {
    /// `RELAY_LISTEN`: the address to listen on.
    pub listen: SocketAddr,
    /// `RELAY_METRICS_LISTEN`: the address on which metrics can be read; `None` for nowhere.
    pub metrics_listen: Option<SocketAddr>,
    /// `DATABASE_URL`: `sqlite:` or `postgres:`.
    pub database: String,
    /// `RELAY_ALLOWED_ORIGINS`: origins whose pages may send requests.
    pub allowed_origins: Vec<String>,
    /// `RELAY_TRUSTED_PROXIES`, `RELAY_FORWARDED_HEADER`: the proxies in front of it.
    pub proxies: TrustedProxies,
    /// `RELAY_REQUESTS_PER_MINUTE`: the most requests of one address.
    pub requests_per_minute: u32,
    /// `RELAY_TOKENS_PER_MINUTE`: the most tokens for Connect that one address gets.
    pub tokens_per_minute: u32,
    /// `RELAY_CONNECTIONS`: the most connections at the same time.
    pub connections: u32,
    /// `RELAY_CONNECTIONS_PER_ADDRESS`: the most of one address, where there is no proxy.
    pub connections_per_address: u32,
    /// `RELAY_HEADER_SECONDS`: how long the header of a request may take.
    pub header_timeout: Duration,
    /// `RELAY_STREAMS`: the most event streams at the same time.
    pub streams: u32,
    /// `RELAY_STREAMS_PER_ADDRESS`: the most of one address.
    pub streams_per_address: u32,
    /// `RELAY_STREAM_SECONDS`: after this time a stream ends, and the browser connects again.
    pub stream_life: Duration,
    /// `RELAY_KEEP_ALIVE_SECONDS`: the interval of keep-alive comments.
    pub keep_alive: Duration,
    /// `RELAY_RETENTION_HOURS`: after which time an upload is deleted.
    pub retention: Duration,
    /// `RELAY_WEBHOOK_MAX_BYTES`: the largest body of a webhook.
    pub webhook_max_bytes: u32,
    /// `RELAY_WEBHOOK_BUFFER_BYTES`: the most of all bodies together whose signature is not verified yet.
    pub webhook_buffer_bytes: u32,
    /// `RELAY_WEBHOOK_SECONDS`: how long a webhook's body may take to arrive.
    pub webhook_timeout: Duration,
    /// When and how often to poll for a lost webhook.
    pub poll: PollConfig,
    /// How to reach Flinks.
    pub flinks: FlinksConfig,
}

/// Polling for lost webhooks. The defaults are those of the provider's documentation.
#[derive(Clone, Copy)]
pub struct PollConfig {
    /// `RELAY_POLL_AFTER_SECONDS`: how long to wait for the webhook before polling.
    pub after: Duration,
    /// `RELAY_POLL_EVERY_SECONDS`: 10, as documented.
    pub interval: Duration,
    /// `RELAY_POLL_FOR_SECONDS`: 30 minutes, as documented.
    pub duration: Duration,
}

/// How to reach Flinks' API. The defaults of paths and headers are those of the provider's documentation.
#[derive(Clone)]
pub struct FlinksConfig {
    /// `FLINKS_API_BASE`, or derived from `FLINKS_INSTANCE`.
    pub base: String,
    /// `FLINKS_WEBHOOK_KEY`: the key that signs webhooks.
    pub webhook_key: String,
    /// `FLINKS_WEBHOOK_KEY_PREVIOUS`: also accepted while keys change; may be empty.
    pub previous_webhook_key: String,
    /// `FLINKS_TOKEN_PATH`: creates authorize tokens.
    pub token_path: String,
    /// `FLINKS_AUTHORIZE_PATH`: starts a session.
    pub authorize_path: String,
    /// `FLINKS_DETAIL_PATH`: `GetAccountsDetail`.
    pub detail_path: String,
    /// `FLINKS_DETAIL_ASYNC_PATH`: `GetAccountsDetailAsync`, without the request id.
    pub detail_async_path: String,
    /// `FLINKS_SECRET_HEADER`: holds the secret key to create a token, and the token to start a session.
    pub secret_header: HeaderName,
    /// `FLINKS_SECRET_KEY`: the key that creates tokens.
    pub secret_key: String,
    /// `FLINKS_API_KEY_HEADER`: holds the API key.
    pub api_key_header: HeaderName,
    /// `FLINKS_API_KEY`: empty for instances without one.
    pub api_key: String,
}

impl Config {
    /// Reads the configuration; `get` returns the value of an environment variable.
    ///
    /// # Errors
    /// One line for each invalid variable, with what was expected and what was received.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<String>> {
        let mut env = Env::new(&get);
        let config = Self::read_all(&mut env);
        if config.webhook_buffer_bytes < config.webhook_max_bytes {
            env.refuse("RELAY_WEBHOOK_BUFFER_BYTES", "at least `RELAY_WEBHOOK_MAX_BYTES`", "less");
        }
        if config.metrics_listen.is_some_and(|address| address == config.listen && address.port() != 0) {
            env.refuse("RELAY_METRICS_LISTEN", "another address than `RELAY_LISTEN`", "the same");
        }
        env.finish(config)
    }

    /// All settings, for `--help`.
    pub fn settings() -> Vec<Setting> {
        let mut env = Env::new(&|_| None);
        let _ = Self::read_all(&mut env);
        env.into_settings()
    }

    fn read_all(env: &mut Env<'_>) -> Self {
        let requests_per_minute = env.number("RELAY_REQUESTS_PER_MINUTE", 120, 1..=1_000_000);
        Self {
            listen: env.parsed(
                "RELAY_LISTEN",
                "127.0.0.1:8090",
                SocketAddr::from(([127, 0, 0, 1], 0)),
                "an address such as 127.0.0.1:8090",
                |text| text.parse().ok(),
            ),
            metrics_listen: env.parsed(
                "RELAY_METRICS_LISTEN",
                "none",
                None,
                "an address such as 127.0.0.1:9464, or none",
                |text| if text == "none" { Some(None) } else { text.parse().ok().map(Some) },
            ),
            database: env.database(),
            allowed_origins: env.origins("RELAY_ALLOWED_ORIGINS"),
            proxies: TrustedProxies {
                number: env.number("RELAY_TRUSTED_PROXIES", 0, 0..=16),
                header: env.parsed(
                    "RELAY_FORWARDED_HEADER",
                    "x-forwarded-for",
                    ForwardedHeader::XForwardedFor,
                    "x-forwarded-for or forwarded",
                    |text| match text.to_ascii_lowercase().as_str() {
                        "x-forwarded-for" => Some(ForwardedHeader::XForwardedFor),
                        "forwarded" => Some(ForwardedHeader::Forwarded),
                        _ => None,
                    },
                ),
            },
            requests_per_minute,
            tokens_per_minute: env.number("RELAY_TOKENS_PER_MINUTE", (requests_per_minute / 10).max(1), 1..=1_000_000),
            connections: env.number("RELAY_CONNECTIONS", 4096, 16..=1_000_000),
            connections_per_address: env.number("RELAY_CONNECTIONS_PER_ADDRESS", 256, 1..=1_000_000),
            header_timeout: env.seconds("RELAY_HEADER_SECONDS", 20.0, 0.5..=120.0),
            streams: env.number("RELAY_STREAMS", 1000, 1..=1_000_000),
            streams_per_address: env.number("RELAY_STREAMS_PER_ADDRESS", 100, 1..=1_000_000),
            stream_life: env.seconds("RELAY_STREAM_SECONDS", 900.0, 1.0..=86_400.0),
            keep_alive: env.seconds("RELAY_KEEP_ALIVE_SECONDS", 15.0, 0.1..=3600.0),
            retention: env.time("RELAY_RETENTION_HOURS", 168.0, 1.0..=8760.0, 3600),
            webhook_max_bytes: env.number("RELAY_WEBHOOK_MAX_BYTES", 16 << 20, 1024..=256 << 20),
            webhook_buffer_bytes: env.number("RELAY_WEBHOOK_BUFFER_BYTES", 24 << 20, 1024..=1 << 30),
            webhook_timeout: env.seconds("RELAY_WEBHOOK_SECONDS", 20.0, 0.1..=600.0),
            poll: PollConfig {
                after: env.seconds("RELAY_POLL_AFTER_SECONDS", 300.0, 0.1..=86_400.0),
                interval: env.seconds("RELAY_POLL_EVERY_SECONDS", 10.0, 0.1..=3600.0),
                duration: env.seconds("RELAY_POLL_FOR_SECONDS", 1800.0, 1.0..=86_400.0),
            },
            flinks: FlinksConfig::read(env),
        }
    }
}

impl FlinksConfig {
    /// The keys that may sign webhooks.
    pub fn webhook_keys(&self) -> impl Iterator<Item = &str> {
        [self.webhook_key.as_str(), self.previous_webhook_key.as_str()].into_iter()
    }

    fn read(env: &mut Env<'_>) -> Self {
        let customer = env.identifier("FLINKS_CUSTOMER_ID", "the GUID that Flinks gave you");
        // For `--help`, which knows no customer.
        let customer = if customer.is_empty() { "CUSTOMER" } else { customer.as_str() };
        let banking = format!("/v3/{customer}/BankingServices");
        Self {
            base: env.api_base(),
            webhook_key: env.secret("FLINKS_WEBHOOK_KEY"),
            previous_webhook_key: env.optional_secret("FLINKS_WEBHOOK_KEY_PREVIOUS"),
            token_path: env.path("FLINKS_TOKEN_PATH", &format!("{banking}/GenerateAuthorizeToken")),
            authorize_path: env.path("FLINKS_AUTHORIZE_PATH", &format!("{banking}/Authorize")),
            detail_path: env.path("FLINKS_DETAIL_PATH", &format!("{banking}/GetAccountsDetail")),
            detail_async_path: env.path("FLINKS_DETAIL_ASYNC_PATH", &format!("{banking}/GetAccountsDetailAsync")),
            secret_header: env.header("FLINKS_SECRET_HEADER", "flinks-auth-key"),
            secret_key: env.secret("FLINKS_SECRET_KEY"),
            api_key_header: env.header("FLINKS_API_KEY_HEADER", "x-api-key"),
            api_key: env.optional_secret("FLINKS_API_KEY"),
        }
    }
}

#[cfg(test)]
mod tests;
