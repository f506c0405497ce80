//! Where Connect is: an instance of the provider, or an address that stands in for it.
//!
//! The origin of this address is the only one whose messages are trusted, so only a strict form is taken: no user
//! names, no backslashes, nothing that browsers and people read differently.

use std::net::Ipv4Addr;

/// The place of Connect, without a slash at the end: `https://toolbox-iframe.private.fin.ag/v2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectBase {
    url: String,
    origin_length: usize,
}

/// Why a place of Connect was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BaseError {
    /// Not a name of an instance.
    #[error("an instance name: 1 to 63 letters, digits or hyphens, with no hyphen at either end")]
    Instance,
    /// Not an address that can stand in for Connect.
    #[error("an absolute https address without user name, query or fragment (http only on a loopback host)")]
    Address,
}

impl ConnectBase {
    /// The provider's address of an instance. Its name is a DNS label; upper case is lowered.
    ///
    /// # Errors
    /// [`BaseError::Instance`] for anything else.
    pub fn from_instance(instance: &str) -> Result<Self, BaseError> {
        let name = instance.to_ascii_lowercase();
        if !is_label(&name) {
            return Err(BaseError::Instance);
        }
        let origin = format!("https://{name}-iframe.private.fin.ag");
        Ok(Self { origin_length: origin.len(), url: format!("{origin}/v2") })
    }

    /// An address that stands in for `https://{instance}-iframe.private.fin.ag/v2`.
    ///
    /// # Errors
    /// [`BaseError::Address`] unless it is https, or http on a loopback host.
    pub fn parse(address: &str) -> Result<Self, BaseError> {
        parse(address).ok_or(BaseError::Address)
    }

    /// The address, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The origin, as browsers write it in a message's `origin`.
    pub fn origin(&self) -> &str {
        self.url.get(..self.origin_length).unwrap_or_default()
    }
}

fn parse(address: &str) -> Option<ConnectBase> {
    let (scheme, rest) = address.split_once(':')?;
    let rest = rest.strip_prefix("//")?;
    let scheme = scheme.to_ascii_lowercase();
    let default_port = match scheme.as_str() {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = split_port(authority)?;
    let host = host.to_ascii_lowercase();
    let is_loopback = is_loopback(&host);
    let is_safe = is_loopback || (scheme == "https" && is_host_name(&host));
    if !is_safe || !path.bytes().all(is_path_byte) {
        return None;
    }
    // A browser would resolve dot segments, and the address would not be the one that was checked.
    if path.split('/').any(is_dot_segment) {
        return None;
    }
    let mut url = format!("{scheme}://{host}");
    if let Some(port) = port.filter(|port| *port != default_port) {
        url.push(':');
        url.push_str(port);
    }
    let origin_length = url.len();
    url.push_str(path.trim_end_matches('/'));
    Some(ConnectBase { url, origin_length })
}

/// `.` or `..`, in any of the ways to write them.
fn is_dot_segment(segment: &str) -> bool {
    const FORMS: [&str; 6] = [".", "%2e", "..", ".%2e", "%2e.", "%2e%2e"];
    FORMS.iter().any(|form| segment.eq_ignore_ascii_case(form))
}

/// The host, and the port if one is given: a number from 1 to 65535 without leading zeros.
fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    let bracket = authority.rfind(']').unwrap_or(0);
    let Some(colon) = authority.get(bracket..)?.find(':').map(|at| at + bracket) else {
        return Some((authority, None));
    };
    let (host, port) = (authority.get(..colon)?, authority.get(colon + 1..)?);
    let number: u16 = port.parse().ok().filter(|number| *number > 0)?;
    (number.to_string() == port).then_some((host, Some(port)))
}

fn is_label(label: &str) -> bool {
    let bytes = label.as_bytes();
    (1..=63).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// A host by name. A last label of digits would make it an IPv4 address, in one of the many ways to write one.
fn is_host_name(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(is_label)
        && host.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()))
        && !host.rsplit('.').next().is_some_and(|last| last.starts_with("0x"))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host == "[::1]"
        || (host.ends_with(".localhost") && is_host_name(host))
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

/// What may stand in a path as it is (RFC 3986), percent signs included.
fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@%".contains(&byte)
}
