//! Whose request it is: the address that the limits count for.
//!
//! Behind proxies it is the one that the outermost trusted proxy saw. Entries further left can be forged by anyone, and so can
//! the header that the proxies do not write, which is why only one is read. What is no address is `None`, never the
//! address of the proxy: that would count all visitors as one.

use axum::http::HeaderMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The header to which each proxy adds an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The proxies in front of the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrustedProxies {
    /// How many there are, one behind the other.
    pub number: usize,
    /// Where they write the address.
    pub header: ForwardedHeader,
}

/// Stands for all clients without an address where none can be refused: an address that nobody has (RFC 6666).
pub const UNKNOWN: IpAddr = IpAddr::V6(Ipv6Addr::new(0x100, 0, 0, 0, 0, 0, 0, 0));

/// The address of the client, as [`network`]; `None` if the proxies do not name it, or not as an address.
pub fn client_address(peer: SocketAddr, headers: &HeaderMap, proxies: TrustedProxies) -> Option<IpAddr> {
    let Some(back) = proxies.number.checked_sub(1) else { return Some(network(peer.ip())) };
    let address = match proxies.header {
        ForwardedHeader::XForwardedFor => {
            let lines = headers.get_all("x-forwarded-for").iter();
            let hops: Vec<&[u8]> = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b',')).collect();
            parse_node(std::str::from_utf8(hops.iter().rev().nth(back)?).ok()?)
        }
        ForwardedHeader::Forwarded => {
            let mut hops = Vec::new();
            for line in headers.get_all("forwarded") {
                hops.extend(parse_forwarded(line.to_str().ok()?)?);
            }
            parse_node(hops.iter().rev().nth(back)?.as_deref()?)
        }
    };
    address.map(network)
}

/// What counts as one client: an IPv4 address, also when it is mapped into IPv6, or an IPv6 network (/64), because
/// providers give each customer a whole one.
pub fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        ip @ IpAddr::V4(_) => ip,
    }
}

/// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:80`.
fn parse_node(text: &str) -> Option<IpAddr> {
    let text = text.trim_matches([' ', '\t']);
    // Rust also reads the zone of `[fe80::1%1]:80`.
    if text.contains('%') {
        return None;
    }
    let in_brackets = || text.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    text.parse().ok().or_else(in_brackets).or_else(with_port)
}

/// The value of `for` of each element of a `Forwarded` header; `None` if the header is not well-formed.
fn parse_forwarded(line: &str) -> Option<Vec<Option<String>>> {
    let mut rest = line;
    let mut elements = vec![None];
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        let end = rest.find(|letter: char| !is_token(letter)).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end)?;
        // An element, or a pair in it, may be empty.
        if !name.is_empty() {
            let (value, after) = parse_value(after.strip_prefix('=')?)?;
            rest = after;
            if name.eq_ignore_ascii_case("for") && elements.last_mut()?.replace(value).is_some() {
                return None;
            }
        }
        rest = rest.trim_start_matches([' ', '\t']);
        match rest.chars().next() {
            None => return Some(elements),
            Some(',') => elements.push(None),
            Some(';') => {}
            Some(_) => return None,
        }
        rest = rest.get(1..)?;
    }
}

/// A token, or a text in quotes; and what follows.
fn parse_value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(|letter: char| !is_token(letter)).unwrap_or(text.len());
        let (value, rest) = text.split_at_checked(end)?;
        return (!value.is_empty()).then(|| (value.to_owned(), rest));
    };
    let (mut value, mut letters) = (String::new(), quoted.char_indices());
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((value, quoted.get(at + 1..)?)),
            '\\' => value.push(letters.next()?.1),
            _ => value.push(letter),
        }
    }
    None
}

fn is_token(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEER: &str = "10.0.0.1:1";

    fn of(number: usize, header: ForwardedHeader, lines: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        let name = if header == ForwardedHeader::Forwarded { "forwarded" } else { "x-forwarded-for" };
        for line in lines {
            headers.append(name, line.parse().unwrap());
        }
        let address = client_address(PEER.parse().unwrap(), &headers, TrustedProxies { number, header });
        address.map(|address| address.to_string())
    }

    #[test]
    fn only_what_trusted_proxies_wrote_names_an_address() {
        let lines = ["203.0.113.9, 192.0.2.1", "192.0.2.2"];
        for (number, address) in
            [(0, Some("10.0.0.1")), (1, Some("192.0.2.2")), (2, Some("192.0.2.1")), (3, Some("203.0.113.9")), (4, None)]
        {
            assert_eq!(of(number, ForwardedHeader::XForwardedFor, &lines).as_deref(), address, "{number}");
        }
        assert_eq!(of(1, ForwardedHeader::XForwardedFor, &[]), None);
        assert_eq!(of(1, ForwardedHeader::Forwarded, &[]), None);
        // The header that the proxies do not write may be forged.
        let mut forged = HeaderMap::new();
        forged.insert("forwarded", "for=203.0.113.9".parse().unwrap());
        forged.insert("x-forwarded-for", "192.0.2.1".parse().unwrap());
        let proxies = TrustedProxies { number: 1, header: ForwardedHeader::XForwardedFor };
        assert_eq!(client_address(PEER.parse().unwrap(), &forged, proxies).unwrap().to_string(), "192.0.2.1");
    }

    #[test]
    fn each_form_of_an_address_is_read_and_nothing_else() {
        for (text, address) in [
            ("192.0.2.1", Some("192.0.2.1")),
            ("\t192.0.2.1 ", Some("192.0.2.1")),
            ("192.0.2.1:4711", Some("192.0.2.1")),
            ("2001:db8::7", Some("2001:db8::")),
            ("[2001:db8::7]", Some("2001:db8::")),
            ("[2001:db8::7]:4711", Some("2001:db8::")),
            ("::ffff:192.0.2.1", Some("192.0.2.1")),
            ("[::ffff:192.0.2.1]:4711", Some("192.0.2.1")),
            ("unknown", None),
            ("_hidden", None),
            ("", None),
            ("localhost", None),
            ("192.0.2.1:99999", None),
            ("192.0.2.1:", None),
            ("192.0.2.01", None),
            ("192.0.2", None),
            ("192.0.2.1 192.0.2.2", None),
            ("[192.0.2.1]", None),
            ("[2001:db8::7", None),
            ("2001:db8::7]", None),
            ("fe80::1%eth0", None),
            ("[fe80::1%1]:80", None),
            ("\"192.0.2.1\"", None),
            ("\u{e9}", None),
        ] {
            assert_eq!(of(1, ForwardedHeader::XForwardedFor, &["1.1.1.1", text]).as_deref(), address, "{text:?}");
        }
    }

    #[test]
    fn a_forwarded_header_is_read_as_its_rfc_says_and_a_forged_quote_hides_nothing() {
        for (line, address) in [
            ("for=192.0.2.1", Some("192.0.2.1")),
            ("For=192.0.2.1;proto=https;by=203.0.113.43", Some("192.0.2.1")),
            ("for=1.1.1.1, for=192.0.2.1", Some("192.0.2.1")),
            ("for=1.1.1.1,,for=192.0.2.1 ; proto=http", Some("192.0.2.1")),
            ("for=\"192.0.2.1:4711\"", Some("192.0.2.1")),
            ("for=\"[2001:db8::7]:4711\"", Some("2001:db8::")),
            ("for=\"[2001:db8::\\7]\"", Some("2001:db8::")),
            ("host=\"a, for=1.1.1.1\";for=192.0.2.1", Some("192.0.2.1")),
            ("for=unknown", None),
            ("for=_hidden", None),
            ("for=192.0.2.1, proto=https", None),
            ("for=192.0.2.1;for=192.0.2.2", None),
            ("for=[2001:db8::7]", None),
            ("for=", None),
            ("for", None),
            ("for=192.0.2.1:80", None),
            ("for = 192.0.2.1", None),
            ("", None),
            // Who writes the first half wants the second to be a part of a text.
            ("for=1.1.1.1;x=\", for=192.0.2.1", None),
            ("for=1.1.1.1;x=\", for=\"[2001:db8::7]\"", None),
        ] {
            assert_eq!(of(1, ForwardedHeader::Forwarded, &[line]).as_deref(), address, "{line:?}");
        }
    }

    /// On `[::]` each IPv4 client has a mapped address, and all of those are in one /64: six clients locked out all others.
    #[test]
    fn all_of_a_customers_ipv6_addresses_are_one_and_mapped_ones_are_not() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_ne!(of("::ffff:192.0.2.1"), of("::ffff:192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
