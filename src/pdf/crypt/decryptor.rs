//! Decrypts strings and streams with the file encryption key (ISO 32000-2, 7.6.3).

use super::cipher::{Md5, aes_cbc_decrypt, rc4};
use crate::pdf::object::Object;
use std::rc::Rc;

/// The method of a crypt filter (`/CFM`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Identity,
    Rc4,
    Aes128,
    Aes256,
}

/// The file encryption key, and the methods that it is used with.
#[derive(Debug)]
pub(in crate::pdf) struct Decryptor {
    key: Vec<u8>,
    streams: Method,
    strings: Method,
}

impl Decryptor {
    pub(super) fn new(key: Vec<u8>, streams: Method, strings: Method) -> Self {
        Self { key, streams, strings }
    }

    /// Decrypts every string in an indirect object, which must not be shared yet.
    pub(in crate::pdf) fn decrypt_strings(&self, object: &mut Object, id: u32, generation: u16) {
        match object {
            Object::String(bytes) => *bytes = self.decrypt_string(bytes, id, generation),
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

    /// Decrypts a string.
    pub(in crate::pdf) fn decrypt_string(&self, bytes: &[u8], id: u32, generation: u16) -> Vec<u8> {
        self.decrypt(self.strings, bytes, id, generation)
    }

    /// Decrypts the data of a stream.
    pub(in crate::pdf) fn decrypt_stream(&self, bytes: &[u8], id: u32, generation: u16) -> Vec<u8> {
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

    /// The key of one indirect object: algorithm 1.
    fn object_key(&self, id: u32, generation: u16, salt: &[u8]) -> Vec<u8> {
        let [id0, id1, id2, _] = id.to_le_bytes();
        let [gen0, gen1] = generation.to_le_bytes();
        let mut key = Md5::digest(&[&self.key, &[id0, id1, id2, gen0, gen1], salt]);
        key.truncate(self.key.len().saturating_add(5).min(16));
        key
    }
}
