//! The standard security handler (ISO 32000-2, 7.6): whether a file opens with a password, and its key if so.
//!
//! Tries the password as the user's and as the owner's. Other security handlers (rights
//! management) and unknown versions are [`Encryption::Unknown`]; that of certificates (7.6.5) is told apart, because
//! nobody but the holder of one can open the file.

mod cipher;
mod decryptor;
mod key;
mod params;

use super::{chars::as_text, encryption::Encryption};
use decryptor::Method;
pub(super) use {decryptor::Decryptor, params::EncryptionParams};

/// The security handler of passwords.
const STANDARD_HANDLER: &[u8] = b"Standard";
/// The security handler of certificates. Others exist under names of their own, but this one is the standard's.
const PUBLIC_KEY_HANDLER: &[u8] = b"Adobe.PubSec";

/// Decides whether the file opens with a password. The decryptor is `None` if it does not, and if strings and
/// streams are not encrypted.
pub(super) fn open(params: &EncryptionParams, password: &[u8]) -> (Encryption, Option<Decryptor>) {
    if params.handler == PUBLIC_KEY_HANDLER {
        return (Encryption::NeedsCertificate, None);
    }
    let Some((streams, strings)) = methods(params) else { return (Encryption::Unknown, None) };
    if streams == Method::Identity && strings == Method::Identity {
        // Attachments may still be encrypted, but nothing here reads them.
        return (Encryption::Opens, None);
    }
    match key::file_encryption_key(params, password) {
        Some(key) => (Encryption::Opens, Some(Decryptor::new(key, streams, strings))),
        None => (Encryption::NeedsPassword, None),
    }
}

/// How streams and strings are encrypted; `None` if that is not supported.
fn methods(params: &EncryptionParams) -> Option<(Method, Method)> {
    if params.handler != STANDARD_HANDLER || !(2..=6).contains(&params.revision) {
        return None;
    }
    let method = |name: &Option<Vec<u8>>| match name.as_deref().map(as_text) {
        None | Some("None") => Some(Method::Identity),
        Some("V2") => Some(Method::Rc4),
        Some("AESV2") => Some(Method::Aes128),
        Some("AESV3") => Some(Method::Aes256),
        Some(_) => None,
    };
    match params.version {
        1..=3 => Some((Method::Rc4, Method::Rc4)),
        4 | 5 => Some((method(&params.stream_method)?, method(&params.string_method)?)),
        _ => None,
    }
}
