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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// RFC 4231, test case 2.
    const KNOWN: (&[u8], &[u8], &str) =
        (b"Jefe", b"what do ya want for nothing?", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");

    #[test]
    fn a_published_signature_is_right() {
        let (key, body, signature) = KNOWN;
        assert_eq!(sign(body, key).as_deref(), Some(signature));
        assert!(verify_signature(body, signature, key));
        assert!(verify_signature(body, &format!(" {signature}\t"), key));
    }

    #[test]
    fn anything_else_is_no_signature() {
        let (key, body, signature) = KNOWN;
        let without_padding = signature.trim_end_matches('=');
        let hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let twice = format!("{signature}{signature}");
        let short = &Base64::encode_string(&[0; 31]);
        for header in ["", "=", without_padding, hex, &twice, short, &signature.to_lowercase(), "é", "\0"] {
            assert!(!verify_signature(body, header, key), "{header:?}");
        }
    }

    #[test]
    fn with_an_empty_key_nothing_is_signed() {
        assert_eq!(sign(b"{}", b""), None);
        let of_everybody = "thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=";
        assert!(!verify_signature(b"", of_everybody, b""));
    }

    proptest! {
        #[test]
        fn what_is_signed_is_right_and_any_change_makes_it_wrong(
            body in proptest::collection::vec(any::<u8>(), 1..200),
            key in proptest::collection::vec(any::<u8>(), 1..100),
            at in any::<prop::sample::Index>(),
            bit in 0..8u32,
        ) {
            let header = sign(&body, &key).unwrap();
            prop_assert!(verify_signature(&body, &header, &key));
            let mut changed = body.clone();
            changed[at.index(body.len())] ^= 1 << bit;
            prop_assert!(!verify_signature(&changed, &header, &key));
            let mut other_key = key.clone();
            other_key[at.index(key.len())] ^= 1 << bit;
            prop_assert!(!verify_signature(&body, &header, &other_key));
        }

        #[test]
        fn no_header_makes_it_fail(header in "\\PC{0,80}") {
            let body = b"{}";
            prop_assert!(!verify_signature(body, &header, b"key"));
        }
    }
}
