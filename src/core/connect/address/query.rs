//! Further parameters of Connect, in the form of a query string.

use crate::core::redacted::Redacted;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// These have attributes of their own; said twice, one of them would be wrong in silence.
const OWN: [&str; 3] = ["authorizeToken", "language", "theme"];

/// Makes Connect post its messages to a native app and none to the page, so that nothing could be offered or completed.
const SILENCING: &str = "webview";

/// Names and values, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Params(Vec<(String, Redacted)>);

/// Why a query string was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParamsError {
    /// It is no query string, or has a parameter that is an attribute.
    #[error(
        "a query string such as 'demo=true&tag=42', percent-encoded UTF-8, without authorizeToken, language and theme (they have attributes of their own)"
    )]
    Malformed,
    /// It has `webview=true`.
    #[error("a query string without webview=true, which makes Connect silent to a page; leave it to native WebViews")]
    Webview,
}

impl Params {
    /// Reads a query string, with or without its question mark; `+` stands for a space.
    ///
    /// # Errors
    /// Text that does not decode to UTF-8, a value without a name, control characters, the parameters that have
    /// attributes of their own, and `webview=true`.
    pub fn parse(query: &str) -> Result<Self, ParamsError> {
        let query = query.trim();
        let query = query.strip_prefix('?').unwrap_or(query);
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(parse_pair);
        let pairs = pairs.collect::<Option<Vec<_>>>().ok_or(ParamsError::Malformed)?;
        Self(pairs).audible()
    }

    /// Takes names and values as they are.
    ///
    /// # Errors
    /// As [`Params::parse`].
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self, ParamsError> {
        let pairs: Vec<_> = pairs.into_iter().collect();
        if !pairs.iter().all(|(name, value)| is_allowed(name, value)) {
            return Err(ParamsError::Malformed);
        }
        Self(pairs.into_iter().map(|(name, value)| (name, value.into())).collect()).audible()
    }

    fn audible(self) -> Result<Self, ParamsError> {
        let is_silent = self.iter().any(|(name, value)| name == SILENCING && value.eq_ignore_ascii_case("true"));
        if is_silent { Err(ParamsError::Webview) } else { Ok(self) }
    }

    /// The names and values, decoded.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn parse_pair(pair: &str) -> Option<(String, Redacted)> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    let (name, value) = (decode(name)?, decode(value)?);
    is_allowed(&name, &value).then(|| (name, value.into()))
}

fn is_allowed(name: &str, value: &str) -> bool {
    let has_control = |text: &str| text.chars().any(char::is_control);
    !name.is_empty() && !OWN.contains(&name) && !has_control(name) && !has_control(value)
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// The value of one parameter of a query string, decoded.
pub(crate) fn find(query: &str, name: &str) -> Option<String> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).and_then(|(_, v)| decode(v))
}

/// Appends `?a=b&c=d`, percent-encoded.
pub(super) fn append<'a>(url: &mut String, pairs: impl Iterator<Item = (&'a str, &'a str)>) {
    let mut separator = '?';
    for (name, value) in pairs {
        url.push(separator);
        url.extend(utf8_percent_encode(name, VALUE));
        url.push('=');
        url.extend(utf8_percent_encode(value, VALUE));
        separator = '&';
    }
}
