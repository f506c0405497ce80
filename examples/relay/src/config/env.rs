//! Reads environment variables within bounds, and collects the errors. `NAME_FILE` names a file that holds the value of `NAME`,
//! which is how container platforms provide secrets.
//!
//! What could hold a secret is never quoted: keys, and everything with an address in it.

use axum::http::{HeaderName, header};
use std::{fmt::Display, fs, ops::RangeInclusive, str::FromStr, time::Duration};

/// The shortest and longest secret that is accepted, in characters.
const SECRET_CHARACTERS: RangeInclusive<usize> = 16..=4096;
/// How much of an invalid value is quoted, in characters.
const MAX_QUOTED: usize = 60;

/// A setting, as `--help` shows it.
pub struct Setting {
    /// The variable.
    pub name: &'static str,
    /// The value if there is none.
    pub default: String,
    /// Which values there are.
    pub expected: String,
}

pub(super) struct Env<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    errors: Vec<String>,
    settings: Vec<Setting>,
}

impl<'a> Env<'a> {
    pub(super) fn new(get: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self { get, errors: Vec::new(), settings: Vec::new() }
    }

    pub(super) fn finish<T>(self, config: T) -> Result<T, Vec<String>> {
        if self.errors.is_empty() { Ok(config) } else { Err(self.errors) }
    }

    pub(super) fn into_settings(self) -> Vec<Setting> {
        self.settings
    }

    pub(super) fn refuse(&mut self, name: &str, expected: &str, received: &str) {
        self.errors.push(format!("`{name}` expects {expected}, got {received}"));
    }

    /// The value of a variable; `None` for an empty one.
    pub(super) fn value(&mut self, name: &'static str, default: &str, expected: &str) -> Option<String> {
        self.settings.push(Setting { name, default: default.to_owned(), expected: expected.to_owned() });
        let file_name = format!("{name}_FILE");
        let is_set = |value: &String| !value.trim().is_empty();
        let (file, value) = ((self.get)(&file_name).filter(is_set), (self.get)(name).filter(is_set));
        let value = match (file, value) {
            (Some(_), Some(_)) => {
                self.refuse(&file_name, &format!("to be set without `{name}`"), "both");
                None
            }
            (Some(file), None) => match fs::read_to_string(file) {
                Ok(value) => Some(value),
                Err(error) => {
                    self.refuse(&file_name, "a file that can be read", &error.kind().to_string());
                    None
                }
            },
            (None, value) => value,
        };
        value.map(|value| value.trim().to_owned()).filter(is_set)
    }

    /// A value that can be parsed, and is quoted if it can't.
    pub(super) fn parsed<T>(
        &mut self,
        name: &'static str,
        default: &str,
        fallback: T,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> T {
        let value = self.value(name, default, expected).unwrap_or_else(|| default.to_owned());
        parse(&value).unwrap_or_else(|| {
            self.refuse(name, expected, &quote(&value));
            fallback
        })
    }

    /// A whole number within bounds.
    pub(super) fn number<T>(&mut self, name: &'static str, default: T, bounds: RangeInclusive<T>) -> T
    where
        T: FromStr + PartialOrd + Display + Copy,
    {
        let expected = format!("a whole number from {} to {}", bounds.start(), bounds.end());
        let parse = |text: &str| text.parse().ok().filter(|number| bounds.contains(number));
        self.parsed(name, &default.to_string(), default, &expected, parse)
    }

    /// A time in seconds, or in `unit` times as many.
    pub(super) fn time(
        &mut self,
        name: &'static str,
        default: f64,
        bounds: RangeInclusive<f64>,
        unit: u32,
    ) -> Duration {
        let expected = format!("a number from {} to {}, such as {default}", bounds.start(), bounds.end());
        let parse = |text: &str| text.parse().ok().filter(|number| bounds.contains(number));
        let number = self.parsed(name, &default.to_string(), default, &expected, parse);
        Duration::from_secs_f64(number).saturating_mul(unit)
    }

    pub(super) fn seconds(&mut self, name: &'static str, default: f64, bounds: RangeInclusive<f64>) -> Duration {
        self.time(name, default, bounds, 1)
    }

    pub(super) fn secret(&mut self, name: &'static str) -> String {
        self.secret_if(name, true)
    }

    pub(super) fn optional_secret(&mut self, name: &'static str) -> String {
        self.secret_if(name, false)
    }

    fn secret_if(&mut self, name: &'static str, is_required: bool) -> String {
        let (shortest, longest) = SECRET_CHARACTERS.into_inner();
        let expected = format!("a secret of {shortest} to {longest} ASCII characters without blanks");
        let secret = self.value(name, if is_required { "–" } else { "none" }, &expected).unwrap_or_default();
        let is_secret = SECRET_CHARACTERS.contains(&secret.len()) && secret.bytes().all(|byte| byte.is_ascii_graphic());
        if secret.is_empty() {
            if is_required && !self.has_error_about(name) {
                self.refuse(name, "the secret that Flinks gave you", "nothing");
            }
        } else if !is_secret {
            self.refuse(name, &expected, &format!("one of {} characters that does not fit", secret.chars().count()));
        }
        secret
    }

    /// A text of letters, digits and hyphens that is never quoted.
    pub(super) fn identifier(&mut self, name: &'static str, expected: &str) -> String {
        let value = self.value(name, "–", expected).unwrap_or_default();
        let fits = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && (1..=63).contains(&value.len())
            && !value.starts_with('-');
        if !fits && !self.has_error_about(name) {
            self.refuse(name, expected, if value.is_empty() { "nothing" } else { "something else" });
        }
        // The paths are made of it, and are not what is wrong.
        if fits { value } else { String::new() }
    }

    fn has_error_about(&self, name: &str) -> bool {
        self.errors.iter().any(|error| error.starts_with(&format!("`{name}_FILE`")))
    }

    pub(super) fn header(&mut self, name: &'static str, default: &'static str) -> HeaderName {
        let is_framing = |name: &HeaderName| {
            [header::HOST, header::CONNECTION, header::CONTENT_LENGTH, header::CONTENT_TYPE, header::TRANSFER_ENCODING]
                .contains(name)
        };
        let parse = |text: &str| text.parse().ok().filter(|name| !is_framing(name));
        self.parsed(name, default, HeaderName::from_static(default), "the name of a header for a key", parse)
    }
}

/// Without control characters, and not endless.
pub(super) fn quote(value: &str) -> String {
    let start: String = value.chars().take(MAX_QUOTED).collect();
    let rest = if start.len() < value.len() { "…" } else { "" };
    format!("'{}{rest}'", start.escape_debug())
}
