//! A rate limit for each client address: a token bucket that refills over time.
//!
//! Not `tower_governor`, because a webhook counts only when its signature is wrong, which is known after the middleware.

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

use crate::{app::Relay, error::ApiError};

/// The most addresses that are tracked; further ones are refused. So many at once are an attack, or a wrong number of
/// proxies.
const MAX_ADDRESSES: usize = 50_000;

/// A token bucket for each address.
pub struct RateLimiter {
    per_second: f64,
    capacity: f64,
    /// The tokens of an address, and when they were counted.
    buckets: Mutex<HashMap<IpAddr, (f64, Instant)>>,
}

impl RateLimiter {
    /// A limiter for this many requests a minute, which may also come all at once. 0 counts as 1.
    pub fn per_minute(number: u32) -> Self {
        let capacity = f64::from(number.max(1));
        Self { per_second: capacity / 60.0, capacity, buckets: Mutex::default() }
    }

    /// Takes a token of this address; returns false if there is none.
    pub fn try_acquire(&self, address: IpAddr, now: Instant) -> bool {
        // A panic while the lock was held leaves valid numbers behind.
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let filled = |(left, since): (f64, Instant)| {
            (left + now.duration_since(since).as_secs_f64() * self.per_second).min(self.capacity)
        };
        if buckets.len() >= MAX_ADDRESSES {
            buckets.retain(|_, bucket| filled(*bucket) < self.capacity);
        }
        if buckets.len() >= MAX_ADDRESSES && !buckets.contains_key(&address) {
            return false;
        }
        let left = buckets.get(&address).map_or(self.capacity, |bucket| filled(*bucket));
        let is_allowed = left >= 1.0;
        buckets.insert(address, (if is_allowed { left - 1.0 } else { left }, now));
        is_allowed
    }
}

/// The address of the client. Behind proxies it is the one that the outermost trusted proxy saw; entries of `X-Forwarded-For`
/// further left can be forged by anyone. Of an IPv6 address only the network (/64) counts.
pub fn client_address(peer: SocketAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    let seen = proxies.checked_sub(1).and_then(|back| hops.iter().rev().nth(back)?.parse().ok());
    match seen.unwrap_or(peer.ip()) {
        // Providers give each customer a whole /64.
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        ip @ IpAddr::V4(_) => ip,
    }
}

/// Middleware: limits the requests of browsers.
///
/// # Errors
/// If the address has sent too many requests.
pub async fn limit_browsers(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let address = client_address(peer, request.headers(), relay.config.trusted_proxies);
    let is_allowed = relay.requests.try_acquire(address, Instant::now());
    if is_allowed { Ok(next.run(request).await) } else { Err(ApiError::TooManyRequests) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const ONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const OTHER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2));

    #[test]
    fn a_minutes_worth_may_come_at_once_and_fills_again() {
        let (limit, start) = (RateLimiter::per_minute(3), Instant::now());
        assert!((0..3).all(|_| limit.try_acquire(ONE, start)));
        assert!(!limit.try_acquire(ONE, start));
        assert!(limit.try_acquire(OTHER, start));
        assert!(!limit.try_acquire(ONE, start + Duration::from_secs(19)));
        assert!(limit.try_acquire(ONE, start + Duration::from_secs(20)));
        assert!(!limit.try_acquire(ONE, start + Duration::from_secs(20)));
    }

    #[test]
    fn only_what_trusted_proxies_wrote_names_an_address() {
        let peer = SocketAddr::from(([10, 0, 0, 1], 1));
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "203.0.113.9, 192.0.2.1".parse().unwrap());
        headers.append("x-forwarded-for", "192.0.2.2".parse().unwrap());
        assert_eq!(client_address(peer, &headers, 0), peer.ip());
        assert_eq!(client_address(peer, &headers, 1), OTHER);
        assert_eq!(client_address(peer, &headers, 2), ONE);
        assert_eq!(client_address(peer, &headers, 9), peer.ip());
        assert_eq!(client_address(peer, &HeaderMap::new(), 1), peer.ip());
    }

    #[test]
    fn all_of_a_customers_ipv6_addresses_are_one() {
        let of = |text: &str| client_address(SocketAddr::new(text.parse().unwrap(), 1), &HeaderMap::new(), 0);
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
    }
}
