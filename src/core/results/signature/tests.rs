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
