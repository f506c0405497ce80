//! Encryption that qpdf does not write: an empty owner password, other security handlers, malformed dictionaries.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]
#![allow(clippy::format_collect, reason = "easy to read, and speed does not matter here")]

mod pdf_support;

use flinks_upload::pdf::{Budget, Encryption, State, inspect};
use pdf_support::Writer;

#[test]
fn an_empty_owner_password_opens_the_file() {
    // qpdf replaces an empty owner password by the user password, so this file is written here: revision 3, the user
    // password is "user", the owner password is empty, and the page tree is not encrypted.
    let report = inspect(&empty_owner(), &Budget::default());
    assert_eq!((report.encryption, report.pages), (Some(Encryption::Opens), Some(1)));
}

#[test]
fn other_security_handlers_are_unknown() {
    for encrypt in ["/Filter/Entrust/V 4/R 4", "/Filter/Standard/V 6/R 9", "/Filter/FOPN_foweb/V 1"] {
        let file = Writer::statement(1).table_with(" \n", &format!("/Encrypt<<{encrypt}>>"));
        let report = inspect(&file, &Budget::default());
        assert_eq!((report.encryption, report.state), (Some(Encryption::Unknown), State::Intact), "{encrypt}");
    }
}

#[test]
fn what_certificates_protect_needs_a_certificate() {
    let file = Writer::statement(1).table_with(" \n", "/Encrypt<</Filter/Adobe.PubSec/V 4/R 4>>");
    assert_eq!(inspect(&file, &Budget::default()).encryption, Some(Encryption::NeedsCertificate));
}

#[test]
fn a_malformed_encryption_dictionary_has_a_verdict() {
    let table = [
        ("/Filter/Standard/V 1/R 2", Encryption::NeedsPassword),
        ("/Filter/Standard/V 2/R 3/Length 99999/O()/U()", Encryption::NeedsPassword),
        ("/Filter/Standard/V 5/R 6/O(x)/U(y)/StmF/S/StrF/S/CF<</S<</CFM/AESV3>>>>", Encryption::NeedsPassword),
        ("/Filter/Standard/V 4/R 4/StmF/S/StrF/S/CF<<>>", Encryption::Unknown),
        ("/Filter/Standard/V 4/R 4", Encryption::Opens),
        ("", Encryption::Unknown),
    ];
    for (encrypt, verdict) in table {
        let file = Writer::statement(1).table_with(" \n", &format!("/Encrypt<<{encrypt}>>"));
        assert_eq!(inspect(&file, &Budget::default()).encryption, Some(verdict), "{encrypt}");
    }
}

/// A file encrypted by algorithms 2, 3 and 5 of ISO 32000-1, 7.6.3, in revision 3 with 128 bits.
fn empty_owner() -> Vec<u8> {
    use md5::{Digest, Md5};
    use rc4::{KeyInit, Rc4, StreamCipher};
    let padding: [u8; 32] = *b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\
                               \x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";
    let padded = |password: &[u8]| -> Vec<u8> { password.iter().chain(&padding).take(32).copied().collect() };
    let rounds = |key: &[u8], mut bytes: Vec<u8>| {
        for step in 0..20u8 {
            let key: Vec<u8> = key.iter().map(|byte| byte ^ step).collect();
            Rc4::new_from_slice(&key).unwrap().apply_keystream(&mut bytes);
        }
        bytes
    };
    let hashed = |mut hash: Vec<u8>, len: usize| {
        for _ in 0..50 {
            hash = Md5::digest(&hash[..len]).to_vec();
        }
        hash
    };
    let owner_key = hashed(Md5::digest(padded(b"")).to_vec(), 16);
    let owner = rounds(&owner_key[..16], padded(b"user"));
    let id = [7u8; 16];
    let first = Md5::digest([&padded(b"user")[..], &owner, &(-4i32).to_le_bytes(), &id].concat()).to_vec();
    let key = hashed(first, 16);
    let user = rounds(&key[..16], Md5::digest([&padding[..], &id].concat()).to_vec());
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let trailer = format!(
        "/ID[<{0}><{0}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{1}>/U<{2}{0}>>>",
        hex(&id),
        hex(&owner),
        hex(&user)
    );
    Writer::statement(1).table_with(" \n", &trailer)
}
