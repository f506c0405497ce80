//! The configuration, from the environment. Everything that is wrong is told at once; a secret is never quoted.

mod env;

use axum::http::HeaderName;
use env::Env;
use std::{net::SocketAddr, time::Duration};

/// What the relay needs to know.
#[derive(Clone)]
pub struct Config {
    /// `RELAY_LISTEN`.
    pub listen: SocketAddr,
    /// `DATABASE_URL`: `sqlite:` or `postgres:`.
    pub database: String,
    /// `RELAY_ALLOWED_ORIGINS`: pages of other origins that may ask.
    pub allowed_origins: Vec<String>,
    /// `RELAY_TRUSTED_PROXIES`: how many proxies stand before it, each of which adds to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// `RELAY_REQUESTS_PER_MINUTE` of one address.
    pub requests_per_minute: u32,
    /// `RELAY_STREAMS`: how many event streams at once.
    pub streams: usize,
    /// `RELAY_KEEP_ALIVE_SECONDS`: how often a stream says that it is there.
    pub keep_alive: Duration,
    /// `RELAY_RETENTION_HOURS`: how long an upload is remembered.
    pub retention: Duration,
    /// `RELAY_WEBHOOK_MAX_BYTES`.
    pub webhook_bytes: usize,
    /// `RELAY_WEBHOOK_SECONDS`: how long a webhook's body may take to arrive.
    pub webhook_time: Duration,
    /// When a webhook seems to be lost.
    pub poll: Poll,
    /// How Flinks is asked.
    pub flinks: Flinks,
}

/// The documented polling, for lost webhooks.
#[derive(Clone, Copy)]
pub struct Poll {
    /// `RELAY_POLL_AFTER_SECONDS` without a webhook.
    pub after: Duration,
    /// `RELAY_POLL_EVERY_SECONDS`: 10, as documented.
    pub every: Duration,
    /// `RELAY_POLL_FOR_SECONDS`: 30 minutes, as documented.
    pub during: Duration,
}

/// How Flinks is asked. The defaults of paths and headers are those of its published pages.
#[derive(Clone)]
pub struct Flinks {
    /// `FLINKS_API_BASE`, or made of `FLINKS_INSTANCE`.
    pub base: String,
    /// `FLINKS_WEBHOOK_KEY`: signs webhooks.
    pub webhook_key: String,
    /// `FLINKS_TOKEN_PATH`: makes authorize tokens.
    pub token_path: String,
    /// `FLINKS_AUTHORIZE_PATH`: begins a session.
    pub authorize_path: String,
    /// `FLINKS_DETAIL_PATH`.
    pub detail_path: String,
    /// `FLINKS_DETAIL_ASYNC_PATH`, before the id of a request.
    pub detail_async_path: String,
    /// `FLINKS_SECRET_HEADER`: the secret key when a token is made, the token when a session begins.
    pub secret_header: HeaderName,
    /// `FLINKS_SECRET_KEY`.
    pub secret_key: String,
    /// `FLINKS_API_KEY_HEADER`.
    pub api_key_header: HeaderName,
    /// `FLINKS_API_KEY`; empty where an instance has none.
    pub api_key: String,
}

impl Config {
    /// Reads it; `get` looks into the environment.
    ///
    /// # Errors
    /// One line for each variable that is wrong, with what was expected and what came.
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
            webhook_bytes: env.parsed("RELAY_WEBHOOK_MAX_BYTES", "16777216", "a number of bytes"),
            webhook_time: env.seconds("RELAY_WEBHOOK_SECONDS", "20"),
            poll: Poll {
                after: env.seconds("RELAY_POLL_AFTER_SECONDS", "300"),
                every: env.seconds("RELAY_POLL_EVERY_SECONDS", "10"),
                during: env.seconds("RELAY_POLL_FOR_SECONDS", "1800"),
            },
            flinks: Flinks::read(&mut env),
        };
        env.finish(config)
    }
}

impl Flinks {
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
mod tests {
    use super::*;
    use std::collections::HashMap;

    const GOOD: [(&str, &str); 4] = [
        ("FLINKS_INSTANCE", "toolbox"),
        ("FLINKS_CUSTOMER_ID", "43387ca6-0391-4c82-857d-70d95f087ecb"),
        ("FLINKS_WEBHOOK_KEY", "a-webhook-key-for-tests"),
        ("FLINKS_SECRET_KEY", "a-secret-key-for-tests"),
    ];

    fn read(changes: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        let values: HashMap<String, String> =
            GOOD.iter().chain(changes).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Config::read(|name| values.get(name).cloned())
    }

    fn wrong(changes: &[(&str, &str)]) -> String {
        read(changes).err().expect("it should be refused").join("\n")
    }

    #[test]
    fn four_values_are_enough_and_the_rest_is_as_published() {
        let config = read(&[]).ok().unwrap();
        assert_eq!(config.flinks.base, "https://toolbox-api.private.fin.ag");
        assert!(config.flinks.token_path.ends_with("-70d95f087ecb/BankingServices/GenerateAuthorizeToken"));
        assert_eq!((config.poll.every, config.poll.during), (Duration::from_secs(10), Duration::from_mins(30)));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let all = Config::read(|_| None).err().unwrap();
        assert_eq!(all.len(), 4, "{all:?}");
        assert_eq!(
            wrong(&[("RELAY_LISTEN", "here")]),
            "`RELAY_LISTEN` expects an address such as 127.0.0.1:8090, got 'here'"
        );
        assert!(wrong(&[("RELAY_KEEP_ALIVE_SECONDS", "0")]).contains("a positive number"));
        assert!(wrong(&[("RELAY_KEEP_ALIVE_SECONDS", "NaN")]).contains("a positive number"));
    }

    #[test]
    fn secrets_are_not_quoted() {
        for name in ["FLINKS_WEBHOOK_KEY", "FLINKS_SECRET_KEY", "FLINKS_API_KEY", "FLINKS_CUSTOMER_ID"] {
            for value in ["hunter2 hunter2 hunter2", "hunter2\u{7f}hunter2hunter2", "hunter2."] {
                let told = wrong(&[(name, value)]);
                assert!(told.contains(name) && !told.contains("hunter"), "{told}");
            }
        }
        let told = wrong(&[("DATABASE_URL", "mysql://me:hunter2@db/relay")]);
        assert_eq!(told, "`DATABASE_URL` expects sqlite: or postgres:, got 'mysql:'");
    }

    #[test]
    fn secrets_may_come_in_files() {
        let told = wrong(&[("FLINKS_API_KEY_FILE", "/nowhere/at/all")]);
        assert_eq!(told, "`FLINKS_API_KEY_FILE` expects a file that can be read, got entity not found");
        let file = std::env::temp_dir().join(format!("relay-secret-{}", std::process::id()));
        std::fs::write(&file, "a-secret-in-a-file\n").unwrap();
        let config = read(&[("FLINKS_API_KEY_FILE", file.to_str().unwrap())]).ok().unwrap();
        std::fs::remove_file(file).unwrap();
        assert_eq!(config.flinks.api_key, "a-secret-in-a-file");
    }

    #[test]
    fn secrets_go_only_over_https_or_to_this_machine() {
        for base in
            ["http://api.example", "ftp://127.0.0.1", "http://127.0.0.1.evil.example", "http://localhost@evil.example"]
        {
            assert!(wrong(&[("FLINKS_API_BASE", base)]).contains("an https address"), "{base}");
        }
        assert!(read(&[("FLINKS_API_BASE", "http://127.0.0.1:8082/")]).is_ok());
    }

    #[test]
    fn origins_are_origins() {
        assert!(read(&[("RELAY_ALLOWED_ORIGINS", "https://www.lender.example, http://localhost:8080")]).is_ok());
        for list in ["*", "lender.example", "https://lender.example/", "https://*.lender.example", "null", "https://"] {
            assert!(wrong(&[("RELAY_ALLOWED_ORIGINS", list)]).contains("origins such as"), "{list}");
        }
    }
}
