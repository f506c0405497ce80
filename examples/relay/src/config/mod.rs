//! The configuration, from environment variables. All errors are reported at once; a secret is never quoted.

mod env;

use axum::http::HeaderName;
use env::Env;
use std::{net::SocketAddr, time::Duration};

/// The configuration of the relay.
#[derive(Clone)]
pub struct Config {
    /// `RELAY_LISTEN`: the address to listen on.
    pub listen: SocketAddr,
    /// `DATABASE_URL`: `sqlite:` or `postgres:`.
    pub database: String,
    /// `RELAY_ALLOWED_ORIGINS`: origins whose pages may send requests.
    pub allowed_origins: Vec<String>,
    /// `RELAY_TRUSTED_PROXIES`: how many proxies are in front of it, each of which adds to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// `RELAY_REQUESTS_PER_MINUTE`: the most requests of one address.
    pub requests_per_minute: u32,
    /// `RELAY_STREAMS`: the most event streams at the same time.
    pub streams: usize,
    /// `RELAY_KEEP_ALIVE_SECONDS`: the interval of keep-alive comments.
    pub keep_alive: Duration,
    /// `RELAY_RETENTION_HOURS`: after which time an upload is deleted.
    pub retention: Duration,
    /// `RELAY_WEBHOOK_MAX_BYTES`: the largest body of a webhook.
    pub webhook_max_bytes: usize,
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
        let config = Self {
            listen: env.parsed("RELAY_LISTEN", "127.0.0.1:8090", "an address such as 127.0.0.1:8090"),
            database: env.checked("DATABASE_URL", "sqlite://relay.db?mode=rwc", "sqlite: or postgres:", |url| {
                ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme))
            }),
            allowed_origins: env.origins("RELAY_ALLOWED_ORIGINS"),
            trusted_proxies: env.parsed("RELAY_TRUSTED_PROXIES", "0", "a number of proxies"),
            requests_per_minute: env.parsed("RELAY_REQUESTS_PER_MINUTE", "120", "a whole number"),
            streams: env.parsed("RELAY_STREAMS", "1000", "a whole number"),
            keep_alive: env.seconds("RELAY_KEEP_ALIVE_SECONDS", "15"),
            retention: env.seconds("RELAY_RETENTION_HOURS", "168").saturating_mul(3600),
            webhook_max_bytes: env.parsed("RELAY_WEBHOOK_MAX_BYTES", "16777216", "a number of bytes"),
            webhook_timeout: env.seconds("RELAY_WEBHOOK_SECONDS", "20"),
            poll: PollConfig {
                after: env.seconds("RELAY_POLL_AFTER_SECONDS", "300"),
                interval: env.seconds("RELAY_POLL_EVERY_SECONDS", "10"),
                duration: env.seconds("RELAY_POLL_FOR_SECONDS", "1800"),
            },
            flinks: FlinksConfig::read(&mut env),
        };
        env.finish(config)
    }
}

impl FlinksConfig {
    fn read(env: &mut Env<'_>) -> Self {
        let customer = env.guid("FLINKS_CUSTOMER_ID");
        let banking = format!("/v3/{customer}/BankingServices");
        Self {
            base: env.api_base(),
            webhook_key: env.secret("FLINKS_WEBHOOK_KEY"),
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
