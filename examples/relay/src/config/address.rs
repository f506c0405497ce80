//! Settings that are addresses: the API, its paths, the database, the origins of pages. None of them is quoted when it is
//! invalid, because it may hold a password.

use super::env::Env;
use sqlx::{postgres::PgConnectOptions, sqlite::SqliteConnectOptions};
use std::{net::IpAddr, str::FromStr};
use url::{Host, Url};

const BASE: &str = "an https address without user, query and fragment, or http to 127.0.0.1 or [::1]";
const DATABASE: &str = "sqlite://FILE?mode=rwc or postgres://USER:PASSWORD@HOST/NAME";
const ORIGINS: &str = "origins such as https://www.lender.example, with commas between them; http only on this machine";

impl Env<'_> {
    /// The base address of the API. Secrets are sent there, so only https is accepted, or http to this machine by its IP
    /// address: a name may be anyone's.
    pub(super) fn api_base(&mut self) -> String {
        let base = self.value("FLINKS_API_BASE", "derived from FLINKS_INSTANCE", BASE);
        let Some(base) = base else {
            let instance = self.identifier("FLINKS_INSTANCE", "the name of your instance, such as toolbox");
            return format!("https://{instance}-api.private.fin.ag");
        };
        parse_base(&base).unwrap_or_else(|| {
            self.refuse("FLINKS_API_BASE", BASE, "another text");
            String::new()
        })
    }

    pub(super) fn path(&mut self, name: &'static str, default: &str) -> String {
        const EXPECTED: &str = "a path that begins with a slash, without query and fragment";
        let path = self.value(name, default, EXPECTED).unwrap_or_else(|| default.to_owned());
        // Written as it is sent: nothing in it is resolved or encoded.
        let is_path = Url::parse(&format!("https://host{path}"))
            .is_ok_and(|url| url.path() == path && url.as_str() == format!("https://host{path}"));
        if !is_path || !path.starts_with('/') || path.starts_with("//") {
            self.refuse(name, EXPECTED, "another text");
        }
        path
    }

    pub(super) fn database(&mut self) -> String {
        let default = "sqlite://relay.db?mode=rwc";
        let url = self.value("DATABASE_URL", default, DATABASE).unwrap_or_else(|| default.to_owned());
        if !is_database(&url) {
            self.refuse("DATABASE_URL", DATABASE, "another text");
        }
        url
    }

    pub(super) fn origins(&mut self, name: &'static str) -> Vec<String> {
        let list = self.value(name, "none", ORIGINS).unwrap_or_default();
        let mut origins = Vec::new();
        for text in list.split(',').map(str::trim).filter(|text| !text.is_empty()) {
            match parse_origin(text) {
                Some(origin) if origins.contains(&origin) => {}
                Some(origin) => origins.push(origin),
                None => self.refuse(name, ORIGINS, "another text"),
            }
        }
        origins
    }
}

fn parse_base(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_private = url.scheme() == "https" || (url.scheme() == "http" && is_loopback_ip(&url));
    let is_plain =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    // An `@` without a name before it disappears when it is parsed.
    let is_base = is_private && is_plain && url.has_host() && !text.contains(['@', '\\', '?', '#']);
    is_base.then(|| url.as_str().trim_end_matches('/').to_owned())
}

/// As a browser writes it in `Origin`: lower case, Punycode, no default port.
pub fn parse_origin(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let after_scheme = text.split_once("://")?.1;
    let has_more = after_scheme.contains(['/', '\\', '*', '?', '#', '@']);
    let is_local = url.host_str().is_some_and(|host| host == "localhost" || host.ends_with(".localhost"));
    let is_origin = url.scheme() == "https" || (url.scheme() == "http" && (is_local || is_loopback_ip(&url)));
    (is_origin && !has_more).then(|| url.origin().ascii_serialization())
}

fn is_loopback_ip(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

fn is_database(url: &str) -> bool {
    let Ok(parsed) = Url::parse(url) else { return false };
    match parsed.scheme() {
        // In memory each connection would have a database of its own.
        "sqlite" => SqliteConnectOptions::from_str(url).is_ok_and(|options| {
            let file = options.get_filename().to_string_lossy();
            !file.is_empty()
                && !file.contains(":memory:")
                && !url.contains("mode=memory")
                && !url.contains("mode=ro")
                && !url.contains("immutable=")
                && !file.starts_with("file:")
        }),
        "postgres" | "postgresql" => url.contains("://") && PgConnectOptions::from_str(url).is_ok(),
        _ => false,
    }
}
