//! How often one address may ask: a bucket for each, that fills with time.
//!
//! Sixty lines instead of `tower_governor`, because webhooks take from a bucket only when their signature is wrong.

use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Mutex, PoisonError},
    time::Instant,
};

use crate::{app::Relay, failure::Failure};

/// More addresses than this at once are an attack, or the wrong number of proxies.
const MOST_ADDRESSES: usize = 50_000;

/// Buckets by address.
pub struct Limit {
    per_second: f64,
    size: f64,
    buckets: Mutex<HashMap<IpAddr, (f64, Instant)>>,
}

impl Limit {
    /// A minute's worth may come at once.
    pub fn per_minute(number: u32) -> Self {
        let size = f64::from(number.max(1));
        Self { per_second: size / 60.0, size, buckets: Mutex::default() }
    }

    /// Takes from the bucket of this address, unless it is empty.
    pub fn take(&self, address: IpAddr, now: Instant) -> bool {
        // A panic elsewhere leaves numbers behind, which are as good as any.
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let filled = |(left, since): (f64, Instant)| {
            (left + now.duration_since(since).as_secs_f64() * self.per_second).min(self.size)
        };
        if buckets.len() >= MOST_ADDRESSES {
            buckets.retain(|_, bucket| filled(*bucket) < self.size);
        }
        if buckets.len() >= MOST_ADDRESSES && !buckets.contains_key(&address) {
            return false;
        }
        let left = buckets.get(&address).map_or(self.size, |bucket| filled(*bucket));
        let may = left >= 1.0;
        buckets.insert(address, (if may { left - 1.0 } else { left }, now));
        may
    }
}

/// Whose request it is: behind proxies the address that the outermost trusted one saw. What stands further left in the
/// header anybody may have written.
pub fn address(peer: SocketAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    let seen = proxies.checked_sub(1).and_then(|back| hops.iter().rev().nth(back)?.parse().ok());
    match seen.unwrap_or(peer.ip()) {
        // One customer has a whole /64.
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        ip @ IpAddr::V4(_) => ip,
    }
}

/// For the browser's requests.
///
/// # Errors
/// If this address asked too often.
pub async fn browsers(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let address = address(peer, request.headers(), relay.config.trusted_proxies);
    if relay.requests.take(address, Instant::now()) { Ok(next.run(request).await) } else { Err(Failure::TooMany) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const ONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const OTHER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2));

    #[test]
    fn a_minutes_worth_may_come_at_once_and_fills_again() {
        let (limit, start) = (Limit::per_minute(3), Instant::now());
        assert!((0..3).all(|_| limit.take(ONE, start)));
        assert!(!limit.take(ONE, start));
        assert!(limit.take(OTHER, start));
        assert!(!limit.take(ONE, start + Duration::from_secs(19)));
        assert!(limit.take(ONE, start + Duration::from_secs(20)));
        assert!(!limit.take(ONE, start + Duration::from_secs(20)));
    }

    #[test]
    fn only_what_trusted_proxies_wrote_names_an_address() {
        let peer = SocketAddr::from(([10, 0, 0, 1], 1));
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "203.0.113.9, 192.0.2.1".parse().unwrap());
        headers.append("x-forwarded-for", "192.0.2.2".parse().unwrap());
        assert_eq!(address(peer, &headers, 0), peer.ip());
        assert_eq!(address(peer, &headers, 1), OTHER);
        assert_eq!(address(peer, &headers, 2), ONE);
        assert_eq!(address(peer, &headers, 9), peer.ip());
        assert_eq!(address(peer, &HeaderMap::new(), 1), peer.ip());
    }

    #[test]
    fn all_of_a_customers_ipv6_addresses_are_one() {
        let of = |text: &str| address(SocketAddr::new(text.parse().unwrap(), 1), &HeaderMap::new(), 0);
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
    }
}
