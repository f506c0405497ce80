//! Finds the file's key with the empty password (ISO 32000-1, 7.6.3.3, algorithms 2 to 7; ISO 32000-2, 7.6.4.3,
//! algorithms 2.A and 2.B).

use super::{
    Terms,
    cipher::{Md5, aes_cbc_encrypt, aes_cbc_raw, rc4, sha2},
};

/// What a password is filled up with; the empty one is all of it.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// The key, if the empty password is the user's or the owner's.
pub(super) fn find(terms: &Terms) -> Option<Vec<u8>> {
    if terms.revision >= 5 {
        return find_256(terms);
    }
    as_user(terms, &PADDING).or_else(|| as_user(terms, &user_password(terms)?))
}

/// In bytes, of the keys before revision 5.
fn key_len(terms: &Terms) -> usize {
    if terms.revision == 2 || terms.version == 1 {
        return 5;
    }
    let bits = match terms.length {
        // Version 4 has its length in the crypt filter, and it is always this one.
        _ if terms.version == 4 => 128,
        Some(bytes @ 5..=16) => bytes * 8,
        Some(bits) => bits,
        None => 40,
    };
    usize::try_from(bits / 8).unwrap_or(5).clamp(5, 16)
}

/// Algorithm 2, checked with algorithms 4 and 5 (6).
fn as_user(terms: &Terms, password: &[u8; 32]) -> Option<Vec<u8>> {
    let [p0, p1, p2, p3, ..] = terms.permissions.to_le_bytes();
    let owner = terms.owner.get(..32)?;
    let keep: &[u8] = if terms.revision >= 4 && !terms.metadata { &[0xFF; 4] } else { &[] };
    let len = key_len(terms);
    let mut key = Md5::of(&[password, owner, &[p0, p1, p2, p3], &terms.id, keep]);
    key.truncate(len);
    if terms.revision >= 3 {
        for _ in 0..50 {
            key = Md5::of(&[&key]);
            key.truncate(len);
        }
    }
    let fits = if terms.revision == 2 {
        terms.user.get(..32)? == rc4(&key, &PADDING)
    } else {
        let mut check = Md5::of(&[&PADDING, &terms.id]);
        for step in 0..20 {
            check = rc4(&stepped(&key, step), &check);
        }
        terms.user.get(..16)? == check
    };
    fits.then_some(key)
}

fn stepped(key: &[u8], step: u8) -> Vec<u8> {
    key.iter().map(|byte| byte ^ step).collect()
}

/// The user's password, filled up, if the owner's is empty: algorithm 7.
fn user_password(terms: &Terms) -> Option<[u8; 32]> {
    let len = key_len(terms);
    let mut key = Md5::of(&[&PADDING]);
    if terms.revision >= 3 {
        for _ in 0..50 {
            key = Md5::of(&[&key]);
        }
    }
    key.truncate(len);
    let mut password = terms.owner.get(..32)?.to_vec();
    if terms.revision == 2 {
        password = rc4(&key, &password);
    } else {
        for step in (0..20).rev() {
            password = rc4(&stepped(&key, step), &password);
        }
    }
    password.try_into().ok()
}

/// Algorithm 2.A.
fn find_256(terms: &Terms) -> Option<Vec<u8>> {
    let user = terms.user.get(..48)?;
    let owner = terms.owner.get(..48)?;
    let try_with = |entry: &[u8], extra: &[u8], wrapped: &[u8]| {
        let hash = |salt: &[u8]| if terms.revision == 5 { sha2(0, &[salt, extra]) } else { hash_2b(salt, extra) };
        if entry.get(..32)? != hash(entry.get(32..40)?) {
            return None;
        }
        let key = aes_cbc_raw(&hash(entry.get(40..48)?), &[0; 16], wrapped.get(..32)?);
        (key.len() == 32).then_some(key)
    };
    try_with(user, b"", &terms.user_key).or_else(|| try_with(owner, user, &terms.owner_key))
}

/// Algorithm 2.B with the empty password. `extra` is the 48 bytes of `/U` for the owner's.
fn hash_2b(salt: &[u8], extra: &[u8]) -> Vec<u8> {
    let mut hash = sha2(0, &[salt, extra]);
    // Ends by the standard's own rule long before; a hostile file can't keep it going, as the bytes are hashes.
    for round in 0..2048u32 {
        let once = [&hash, extra].concat();
        let (Some(key), Some(iv)) = (hash.get(..16), hash.get(16..32)) else { break };
        let coded = aes_cbc_encrypt(key, iv, &once.repeat(64));
        let sum: u32 = coded.iter().take(16).map(|&byte| u32::from(byte)).sum();
        hash = sha2(u8::try_from(sum % 3).unwrap_or(0), &[&coded]);
        if round >= 63 && coded.last().is_some_and(|&last| u32::from(last) <= round.saturating_sub(31)) {
            break;
        }
    }
    hash.truncate(32);
    hash
}
