//! The signature of a webhook, for servers: Base64 of HMAC-SHA256 over the raw body.
//!
//! It decides whether a body was signed with a key. It never reads the body: the signature is over the bytes as they came,
//! and JSON that was parsed and written again has another one.
//!
//! Source: the provider's documentation, of which one page names the header `flinks-authenticity-key` and another
//! `X-Flinks-Signature`; either is accepted.

use base64ct::{Base64, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The headers that may hold the signature, in lower case.
pub const SIGNATURE_HEADERS: [&str; 2] = ["flinks-authenticity-key", "x-flinks-signature"];

fn mac(body: &[u8], key: &[u8]) -> Option<Hmac<Sha256>> {
    // HMAC accepts an empty key, with which anyone could sign.
    let mac = Hmac::<Sha256>::new_from_slice(key).ok().filter(|_| !key.is_empty());
    mac.map(|mac| mac.chain_update(body))
}

/// Whether `header` is the signature of `body`, the raw bytes of the request. Compares in constant time. Always false for
/// an empty key.
///
/// ```
/// use flinks_upload::core::results::signature::{sign, verify_signature};
/// let body = br#"{"ResponseType":"GetAccountsDetail"}"#;
/// let header = sign(body, b"secret").ok_or("an empty key")?;
/// assert!(verify_signature(body, &header, b"secret"));
/// assert!(!verify_signature(b"{}", &header, b"secret"));
/// # Ok::<(), &str>(())
/// ```
pub fn verify_signature(body: &[u8], header: &str, key: &[u8]) -> bool {
    let mut signature = [0; 32];
    let is_signature = Base64::decode(header.trim(), &mut signature).is_ok_and(|bytes| bytes.len() == 32);
    is_signature && mac(body, key).is_some_and(|mac| mac.verify_slice(&signature).is_ok())
}

/// Signs a body, for tests and mocks; `None` for an empty key.
pub fn sign(body: &[u8], key: &[u8]) -> Option<String> {
    mac(body, key).map(|mac| Base64::encode_string(&mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests;
