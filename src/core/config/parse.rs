//! The texts of attributes that take more than one of some words. Each error says what is expected.

use super::settings::{HEADING_LEVELS, OfferOn};
use crate::core::{
    connect::address::ConnectBase,
    files::{coverage::RequiredDays, limits::Accept},
};

/// The largest integer that a JavaScript number holds exactly (`Number.MAX_SAFE_INTEGER`).
const MAX_SAFE_INTEGER: u64 = 9_007_199_254_740_991;
/// The longest inactivity, in seconds: a day. More is a mistake of units.
const MAX_INACTIVITY_SECONDS: u32 = 86_400;

/// A whole number, 1 or more, of digits only. 0 would be mistaken for "no limit".
pub(super) fn whole_number(text: &str) -> Option<u64> {
    let text = text.trim();
    let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_decimal && (1..=MAX_SAFE_INTEGER).contains(number))
}

/// A number of files.
pub(super) fn file_count(text: &str) -> Result<u32, &'static str> {
    let count = whole_number(text).and_then(|number| u32::try_from(number).ok());
    count.ok_or("a whole number of files, 1 or more")
}

/// A number of bytes.
pub(super) fn byte_count(text: &str) -> Result<u64, &'static str> {
    whole_number(text).ok_or("a whole number of bytes, 1 or more")
}

/// A number of days.
pub(super) fn required_days(text: &str) -> Result<RequiredDays, &'static str> {
    let days = whole_number(text).and_then(|number| u16::try_from(number).ok());
    days.and_then(RequiredDays::new).ok_or("a whole number of days, 1 to 730")
}

/// One of [`HEADING_LEVELS`].
pub(super) fn heading_level(text: &str) -> Result<u8, &'static str> {
    match text.trim().as_bytes() {
        [digit @ b'0'..=b'9'] if HEADING_LEVELS.contains(&(digit - b'0')) => Ok(digit - b'0'),
        _ => Err("one of `1`, `2`, `3`, `4`, `5`, `6`"),
    }
}

/// The kinds of file that are taken, in any order.
pub(super) fn accept(text: &str) -> Result<Accept, &'static str> {
    let words: Vec<&str> = split_words(text).collect();
    match words[..] {
        ["pdf"] => Ok(Accept::Pdf),
        ["images", "pdf"] | ["pdf", "images"] => Ok(Accept::PdfAndImages),
        _ => Err("`pdf` or `pdf,images`"),
    }
}

/// Further reasons to offer upload, in any order.
pub(super) fn offer_on(text: &str) -> Result<OfferOn, &'static str> {
    let mut offer_on = OfferOn::default();
    for word in split_words(text) {
        match word.split_once(':') {
            None if word == "not-listed" => offer_on.not_listed = true,
            Some(("inactivity", seconds)) => {
                let seconds = whole_number(seconds).and_then(|number| u32::try_from(number).ok());
                let seconds = seconds.filter(|number| *number <= MAX_INACTIVITY_SECONDS);
                offer_on.inactivity = Some(seconds.ok_or("`inactivity:SECONDS` with 1 to 86400 seconds")?);
            }
            _ => return Err("`not-listed`, `inactivity:SECONDS`, or both"),
        }
    }
    Ok(offer_on)
}

/// The `allow` of a frame: features with their origins, between semicolons. Each is a word in lower case, as `camera`.
pub(super) fn frame_allow(text: &str) -> Result<String, &'static str> {
    let mut features = text.split(';').filter_map(|directive| directive.split_ascii_whitespace().next());
    let is_feature = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if features.all(is_feature) { Ok(text.trim().to_owned()) } else { Err("features such as `camera; microphone`") }
}

/// The `sandbox` of a frame. Connect can't run without scripts, and without its origin none of its messages could be trusted.
pub(super) fn frame_sandbox(text: &str) -> Result<String, &'static str> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let is_enough = ["allow-scripts", "allow-same-origin"].iter().all(|needed| words.contains(needed));
    if is_enough && words.iter().all(|word| word.starts_with("allow-")) {
        Ok(words.join(" "))
    } else {
        Err("`allow-scripts allow-same-origin`, and further keywords of `sandbox`")
    }
}

/// An https address, without a trailing slash.
pub(super) fn https_url(text: &str) -> Result<String, &'static str> {
    let base = ConnectBase::parse(text).ok().filter(|_| text.to_ascii_lowercase().starts_with("https://"));
    base.map(|base| base.as_str().to_owned()).ok_or("an absolute https address without user name, query or fragment")
}

/// The address of the host's event stream: https (http on a loopback host), or a path of the page's own origin.
pub(super) fn status_url(text: &str) -> Result<String, &'static str> {
    let without_query = text.split('?').next().unwrap_or_default();
    let is_path = text.starts_with('/') && !text.starts_with("//");
    let is_known = is_path || ConnectBase::parse(without_query).is_ok();
    // A browser drops, replaces or ends the path at the others.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !br#"\#"<>"#.contains(&byte));
    if is_known && is_plain { Ok(text.to_owned()) } else { Err("an https address, or a path that begins with `/`") }
}

fn split_words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '\t', '\n']).filter(|word| !word.is_empty())
}
