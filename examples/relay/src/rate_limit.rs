//! A rate limit for each client address: a token bucket that refills over time.
//!
//! Not `tower_governor`, because a webhook counts only when its signature is wrong, which is known after the middleware.

use crate::{app::Relay, client_address::client_address, error::ApiError};
use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};
use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// The most addresses that are tracked. With more than that all are forgotten, which gives each a new minute's worth:
/// refusing the further ones would let whoever has many addresses lock out all others.
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
        if buckets.len() >= MAX_ADDRESSES {
            buckets.clear();
        }
        let left = buckets.get(&address).map_or(self.capacity, |bucket| filled(*bucket));
        let is_allowed = left >= 1.0;
        buckets.insert(address, (if is_allowed { left - 1.0 } else { left }, now));
        is_allowed
    }
}

/// Middleware: limits the requests of browsers.
///
/// # Errors
/// If the address has sent too many requests, or is not known.
pub async fn limit_browsers(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    limit(&relay, &relay.requests, peer, request, next).await
}

/// Middleware: limits the tokens of one address, on top of its requests.
///
/// # Errors
/// As [`limit_browsers`].
pub async fn limit_tokens(
    State(relay): State<Relay>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    limit(&relay, &relay.tokens, peer, request, next).await
}

async fn limit(
    relay: &Relay,
    limiter: &RateLimiter,
    peer: SocketAddr,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let address = client_address(peer, request.headers(), relay.config.proxies).ok_or(ApiError::UnknownClient)?;
    let is_allowed = limiter.try_acquire(address, Instant::now());
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
    fn a_client_with_many_addresses_locks_nobody_out() {
        let (limit, start) = (RateLimiter::per_minute(1), Instant::now());
        for number in 0..120_000_u32 {
            assert!(limit.try_acquire(IpAddr::from(number.to_be_bytes()), start));
        }
        assert!(limit.buckets.lock().unwrap().len() <= MAX_ADDRESSES);
    }
}
