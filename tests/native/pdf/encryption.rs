//! Encryption that qpdf does not write: an empty owner password, other security handlers, malformed dictionaries.

use super::support::{Rc4Encryption, Writer};
use flinks_upload::pdf::{Budget, Encryption, State, inspect};

#[test]
fn an_empty_owner_password_opens_the_file() {
    // qpdf replaces an empty owner password by the user password, so this file is written here: revision 3, the user
    // password is "user", the owner password is empty, and the page tree is not encrypted.
    let file = Writer::statement(1).table_with(" \n", &Rc4Encryption::new(b"user", b"").trailer);
    let report = inspect(&file, &Budget::default());
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
