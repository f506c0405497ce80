//! Encrypts small PDFs by algorithms 1, 2, 3 and 5 of ISO 32000-1, 7.6, in revision 3 with 128 bits.

use super::Writer;
use md5::{Digest, Md5};
use rc4::{KeyInit, Rc4, StreamCipher};

const PADDING: [u8; 32] = *b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\
                             \x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";
const FILE_ID: [u8; 16] = [7; 16];

/// A file encryption key and the encryption dictionary that belongs to it.
pub(crate) struct Rc4Encryption {
    key: Vec<u8>,
    /// The entries `/ID` and `/Encrypt` of the trailer.
    pub(crate) trailer: String,
}

impl Rc4Encryption {
    pub(crate) fn new(user_password: &[u8], owner_password: &[u8]) -> Self {
        let owner_key = hashed(Md5::digest(padded(owner_password)).to_vec());
        let owner = rounds(&owner_key, padded(user_password));
        let first = [&padded(user_password)[..], &owner, &(-4i32).to_le_bytes(), &FILE_ID].concat();
        let key = hashed(Md5::digest(first).to_vec());
        let user = rounds(&key, Md5::digest([&PADDING[..], &FILE_ID].concat()).to_vec());
        let trailer = format!(
            "/ID[<{0}><{0}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{1}>/U<{2}{0}>>>",
            hex(&FILE_ID),
            hex(&owner),
            hex(&user)
        );
        Self { key, trailer }
    }

    /// The objects of a file, with their strings and streams encrypted. Strings may contain no parentheses.
    pub(crate) fn encrypt(&self, file: &Writer) -> Writer {
        let mut encrypted = Writer::default();
        for (id, body) in &file.objects {
            let [id0, id1, id2, _] = id.to_le_bytes();
            let key = Md5::digest([&self.key[..], &[id0, id1, id2, 0, 0]].concat()).to_vec();
            let (dict, data) = split_stream(body);
            let mut out = Vec::new();
            let mut parts = dict.split(|&byte| byte == b'(');
            out.extend_from_slice(parts.next().unwrap());
            for part in parts {
                let end = part.iter().position(|&byte| byte == b')').unwrap();
                out.extend_from_slice(format!("<{}>", hex(&apply(&key, part[..end].to_vec()))).as_bytes());
                out.extend_from_slice(&part[end + 1..]);
            }
            if let Some(data) = data {
                out.extend_from_slice(b"stream\n");
                out.extend_from_slice(&apply(&key, data.to_vec()));
                out.extend_from_slice(b"\nendstream");
            }
            encrypted.put(*id, out);
        }
        encrypted
    }
}

fn split_stream(body: &[u8]) -> (&[u8], Option<&[u8]>) {
    match body.windows(7).position(|part| part == b"stream\n") {
        Some(at) => (&body[..at], Some(&body[at + 7..body.len() - 10])),
        None => (body, None),
    }
}

fn padded(password: &[u8]) -> Vec<u8> {
    password.iter().chain(&PADDING).take(32).copied().collect()
}

fn hashed(mut hash: Vec<u8>) -> Vec<u8> {
    for _ in 0..50 {
        hash = Md5::digest(&hash).to_vec();
    }
    hash
}

fn rounds(key: &[u8], mut bytes: Vec<u8>) -> Vec<u8> {
    for step in 0..20u8 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ step).collect();
        bytes = apply(&key, bytes);
    }
    bytes
}

fn apply(key: &[u8], mut bytes: Vec<u8>) -> Vec<u8> {
    Rc4::new_from_slice(key).unwrap().apply_keystream(&mut bytes);
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
