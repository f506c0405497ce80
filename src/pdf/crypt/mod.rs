//! The standard security handler (ISO 32000-2, 7.6): whether a file opens without a password, and its key if so.
//!
//! Tries the empty password as the user's and as the owner's, never any other. Handlers other than the standard one
//! (certificates, rights management) are [`Encryption::Unknown`]; so is what has no known version.

mod cipher;
mod key;

use super::{Encryption, object::Object};
use cipher::{Md5, aes_cbc_decrypt, rc4};
use std::rc::Rc;

/// How strings or streams are enciphered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Identity,
    Rc4,
    Aes128,
    Aes256,
}

/// What the encryption dictionary says, its references resolved.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    pub(super) standard: bool,
    pub(super) version: i64,
    pub(super) revision: i64,
    /// In bits; some writers mean bytes.
    pub(super) length: Option<i64>,
    pub(super) owner: Vec<u8>,
    pub(super) user: Vec<u8>,
    pub(super) owner_key: Vec<u8>,
    pub(super) user_key: Vec<u8>,
    pub(super) permissions: i64,
    pub(super) metadata: bool,
    pub(super) id: Vec<u8>,
    /// `/CFM` of the crypt filters for streams and strings; `None` is Identity.
    pub(super) stream_method: Option<Vec<u8>>,
    pub(super) string_method: Option<Vec<u8>>,
}

/// A key, and what it is used for.
#[derive(Debug)]
pub(super) struct Crypt {
    key: Vec<u8>,
    streams: Method,
    strings: Method,
}

/// Decides whether the file opens.
pub(super) fn open(terms: &Terms) -> (Encryption, Option<Crypt>) {
    let Some((streams, strings)) = methods(terms) else { return (Encryption::Unknown, None) };
    if streams == Method::Identity && strings == Method::Identity {
        // Nothing that is looked at is enciphered; attachments may be.
        return (Encryption::Opens, None);
    }
    match key::find(terms) {
        Some(key) => (Encryption::Opens, Some(Crypt { key, streams, strings })),
        None => (Encryption::NeedsPassword, None),
    }
}

fn methods(terms: &Terms) -> Option<(Method, Method)> {
    if !terms.standard || !(2..=6).contains(&terms.revision) {
        return None;
    }
    let filter = |name: &Option<Vec<u8>>| match name.as_deref() {
        None | Some(b"None") => Some(Method::Identity),
        Some(b"V2") => Some(Method::Rc4),
        Some(b"AESV2") => Some(Method::Aes128),
        Some(b"AESV3") => Some(Method::Aes256),
        Some(_) => None,
    };
    match terms.version {
        1..=3 => Some((Method::Rc4, Method::Rc4)),
        4 | 5 => Some((filter(&terms.stream_method)?, filter(&terms.string_method)?)),
        _ => None,
    }
}

impl Crypt {
    /// Deciphers every string in an object.
    pub(super) fn decrypt_strings(&self, object: &mut Object, id: u32, generation: u16) {
        match object {
            Object::Text(text) => *text = self.decrypt(self.strings, text, id, generation),
            // Just read, so nobody shares them yet.
            Object::Array(items) => {
                for item in Rc::get_mut(items).into_iter().flatten() {
                    self.decrypt_strings(item, id, generation);
                }
            }
            Object::Dict(dict) => {
                for (_, value) in Rc::get_mut(&mut dict.0).into_iter().flatten() {
                    self.decrypt_strings(value, id, generation);
                }
            }
            _ => {}
        }
    }

    /// Deciphers the bytes of a stream.
    pub(super) fn decrypt_stream(&self, bytes: &[u8], id: u32, generation: u16) -> Vec<u8> {
        self.decrypt(self.streams, bytes, id, generation)
    }

    fn decrypt(&self, method: Method, bytes: &[u8], id: u32, generation: u16) -> Vec<u8> {
        match method {
            Method::Identity => bytes.to_vec(),
            Method::Rc4 => rc4(&self.object_key(id, generation, b""), bytes),
            Method::Aes128 => aes_cbc_decrypt(&self.object_key(id, generation, b"sAlT"), bytes),
            Method::Aes256 => aes_cbc_decrypt(&self.key, bytes),
        }
    }

    /// Algorithm 1.
    fn object_key(&self, id: u32, generation: u16, salt: &[u8]) -> Vec<u8> {
        let [id0, id1, id2, _] = id.to_le_bytes();
        let [gen0, gen1] = generation.to_le_bytes();
        let mut key = Md5::of(&[&self.key, &[id0, id1, id2, gen0, gen1], salt]);
        key.truncate(self.key.len().saturating_add(5).min(16));
        key
    }
}
