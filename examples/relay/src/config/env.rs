//! Reads environment variables and collects the errors. `NAME_FILE` names a file that holds the value of `NAME`, which is
//! how container platforms provide secrets.

use axum::http::HeaderName;
use std::{fs, str::FromStr, time::Duration};

/// The shortest secret that is accepted, in characters.
const MIN_SECRET_CHARACTERS: usize = 16;

pub(super) struct Env<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    errors: Vec<String>,
}

impl<'a> Env<'a> {
    pub(super) fn new(get: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self { get, errors: Vec::new() }
    }

    pub(super) fn finish<T>(self, config: T) -> Result<T, Vec<String>> {
        if self.errors.is_empty() { Ok(config) } else { Err(self.errors) }
    }

    fn refuse(&mut self, name: &str, expected: &str, received: &str) {
        self.errors.push(format!("`{name}` expects {expected}, got {received}"));
    }

    fn value(&mut self, name: &str) -> Option<String> {
        let file = (self.get)(&format!("{name}_FILE")).filter(|file| !file.is_empty());
        let value = match file.map(fs::read_to_string) {
            None => (self.get)(name),
            Some(Ok(value)) => Some(value),
            Some(Err(error)) => {
                self.refuse(&format!("{name}_FILE"), "a file that can be read", &error.kind().to_string());
                None
            }
        };
        value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    pub(super) fn checked(&mut self, name: &str, default: &str, expected: &str, fits: impl Fn(&str) -> bool) -> String {
        let value = self.value(name).unwrap_or_else(|| default.to_owned());
        if !fits(&value) {
            // An address may hold a password: only what stands before it is quoted.
            let shown = value.split("//").next().unwrap_or_default();
            self.refuse(name, expected, &format!("'{shown}'"));
        }
        value
    }

    pub(super) fn parsed<T: FromStr + Fallback>(&mut self, name: &str, default: &str, expected: &str) -> T {
        let value = self.value(name).unwrap_or_else(|| default.to_owned());
        value.parse().unwrap_or_else(|_| {
            self.refuse(name, expected, &format!("'{value}'"));
            T::fallback()
        })
    }

    pub(super) fn seconds(&mut self, name: &str, default: &str) -> Duration {
        let expected = "a positive number, such as 10 or 0.5";
        let number: f64 = self.parsed(name, default, expected);
        if !(0.001..1e9).contains(&number) {
            self.refuse(name, expected, &format!("'{number}'"));
            return Duration::from_secs(1);
        }
        Duration::from_secs_f64(number)
    }

    pub(super) fn secret(&mut self, name: &str) -> String {
        let secret = self.optional_secret(name);
        if secret.is_empty() {
            self.refuse(name, "the secret that Flinks gave you", "nothing");
        }
        secret
    }

    pub(super) fn optional_secret(&mut self, name: &str) -> String {
        let secret = self.value(name).unwrap_or_default();
        if !secret.is_empty()
            && (secret.len() < MIN_SECRET_CHARACTERS || !secret.bytes().all(|byte| byte.is_ascii_graphic()))
        {
            let expected = format!("a secret of at least {MIN_SECRET_CHARACTERS} ASCII characters without blanks");
            self.refuse(name, &expected, &format!("one of {} characters that does not fit", secret.chars().count()));
        }
        secret
    }

    pub(super) fn guid(&mut self, name: &str) -> String {
        let value = self.value(name).unwrap_or_default();
        if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            let received = if value.is_empty() { "nothing" } else { "something else" };
            self.refuse(name, "the GUID that Flinks gave you", received);
        }
        value
    }

    pub(super) fn path(&mut self, name: &str, default: &str) -> String {
        self.checked(name, default, "a path that begins with a slash", |path| path.starts_with('/'))
    }

    pub(super) fn header(&mut self, name: &str, default: &'static str) -> HeaderName {
        let value = self.value(name).unwrap_or_else(|| default.to_owned());
        value.parse().unwrap_or_else(|_| {
            self.refuse(name, "the name of a header", &format!("'{value}'"));
            HeaderName::from_static(default)
        })
    }

    pub(super) fn origins(&mut self, name: &str) -> Vec<String> {
        let list = self.value(name).unwrap_or_default();
        let origins: Vec<String> =
            list.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
        for origin in &origins {
            let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
            let fits = host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '*', '?', '#', '@']));
            if !fits {
                self.refuse(
                    name,
                    "origins such as https://www.lender.example, with commas between them",
                    &format!("'{origin}'"),
                );
            }
        }
        origins
    }

    /// The base address of the API. Secrets are sent there, so only https is accepted, or http to this machine.
    pub(super) fn api_base(&mut self) -> String {
        let base = self.value("FLINKS_API_BASE");
        let Some(base) = base else {
            let instance = self.value("FLINKS_INSTANCE").unwrap_or_default();
            if instance.is_empty() || !instance.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                self.refuse("FLINKS_INSTANCE", "the name of your instance, such as toolbox", &format!("'{instance}'"));
            }
            return format!("https://{instance}-api.private.fin.ag");
        };
        let host = base.strip_prefix("http://").map(|rest| rest.split([':', '/']).next().unwrap_or_default());
        if !base.starts_with("https://") && !matches!(host, Some("127.0.0.1" | "localhost")) {
            self.refuse("FLINKS_API_BASE", "an https address, or http on this machine", &format!("'{base}'"));
        }
        base.trim_end_matches('/').to_owned()
    }
}

/// A placeholder for an invalid value, used until all errors are reported.
pub(super) trait Fallback {
    fn fallback() -> Self;
}

impl Fallback for std::net::SocketAddr {
    fn fallback() -> Self {
        Self::from(([127, 0, 0, 1], 0))
    }
}

macro_rules! fallback_is_one {
    ($($number:ty = $one:expr),*) => { $(impl Fallback for $number { fn fallback() -> Self { $one } })* };
}
fallback_is_one!(u32 = 1, usize = 1, f64 = 1.0);
