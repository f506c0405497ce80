//! The signature of a webhook, computed while the body arrives. The same rule as `results::signature` of the crate.

use axum::http::HeaderMap;
use base64ct::{Base64, Encoding};
use flinks_upload::core::results::signature::SIGNATURE_HEADERS;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Compares the claimed signatures of a request with those of each key.
pub struct Verifier {
    claimed: Vec<[u8; 32]>,
    macs: Vec<Hmac<Sha256>>,
}

impl Verifier {
    /// `None` if no header holds what could be a signature: then there is no reason to read the body.
    pub fn new<'a>(headers: &HeaderMap, keys: impl Iterator<Item = &'a str>) -> Option<Self> {
        // Either header may hold the signature; a wrong one beside a right one does no harm.
        let texts = SIGNATURE_HEADERS.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
        let claimed: Vec<[u8; 32]> = texts.filter_map(decode).collect();
        // HMAC accepts an empty key, with which anyone could sign.
        let keys = keys.filter(|key| !key.is_empty());
        let macs: Vec<_> = keys.filter_map(|key| Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()).collect();
        (!claimed.is_empty() && !macs.is_empty()).then_some(Self { claimed, macs })
    }

    /// The next bytes of the body.
    pub fn update(&mut self, bytes: &[u8]) {
        for mac in &mut self.macs {
            mac.update(bytes);
        }
    }

    /// Whether one of the keys signed the body. Compares in constant time.
    pub fn is_signed(self) -> bool {
        let claimed = self.claimed;
        self.macs.into_iter().any(|mac| claimed.iter().any(|claimed| mac.clone().verify_slice(claimed).is_ok()))
    }
}

fn decode(text: &str) -> Option<[u8; 32]> {
    let mut signature = [0; 32];
    let is_signature = Base64::decode(text.trim(), &mut signature).is_ok_and(|bytes| bytes.len() == 32);
    is_signature.then_some(signature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flinks_upload::core::results::signature::{sign, verify_signature};

    #[test]
    fn it_decides_as_the_crate_does_however_the_body_is_cut() {
        let body = br#"{"ResponseType":"GetAccountsDetail"}"#;
        for key in ["a-key", "another-key", ""] {
            let signature = sign(body, b"a-key").unwrap();
            for text in [signature.clone(), format!(" {signature}"), signature.to_lowercase(), "AAAA".to_owned()] {
                for cut in [0, 1, 20, body.len()] {
                    let mut headers = HeaderMap::new();
                    headers.insert(SIGNATURE_HEADERS[1], text.parse().unwrap());
                    let verifier = Verifier::new(&headers, [key].into_iter());
                    let is_signed = verifier.is_some_and(|mut verifier| {
                        let (start, end) = body.split_at(cut);
                        verifier.update(start);
                        verifier.update(end);
                        verifier.is_signed()
                    });
                    assert_eq!(is_signed, verify_signature(body, &text, key.as_bytes()), "{key} {text}");
                }
            }
        }
    }

    #[test]
    fn while_keys_change_either_one_is_accepted() {
        let mut headers = HeaderMap::new();
        headers.insert(SIGNATURE_HEADERS[0], sign(b"{}", b"old").unwrap().parse().unwrap());
        for (keys, is_signed) in [(["new", "old"], true), (["old", "new"], true), (["new", ""], false)] {
            let mut verifier = Verifier::new(&headers, keys.into_iter()).unwrap();
            verifier.update(b"{}");
            assert_eq!(verifier.is_signed(), is_signed);
        }
        assert!(Verifier::new(&HeaderMap::new(), ["new"].into_iter()).is_none());
    }
}
