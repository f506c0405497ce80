//! Computes the file encryption key from a password (ISO 32000-1, 7.6.3.3 and 7.6.3.4, algorithms 2 to 7;
//! ISO 32000-2, 7.6.4.3, algorithms 2.A and 2.B).

use super::{
    cipher::{Md5, aes_cbc_encrypt, aes_cbc_raw, rc4, sha2},
    params::EncryptionParams,
};

/// The longest run of algorithm 2.B, in rounds. By its own rule it ends long before: the result of each round is a hash,
/// so a hostile file cannot keep it going.
const MAX_ROUNDS_2B: u32 = 2048;
/// The bytes that passwords are padded with.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// The file encryption key, if the password is the user's or the owner's.
pub(super) fn file_encryption_key(params: &EncryptionParams, password: &[u8]) -> Option<Vec<u8>> {
    if params.revision >= 5 {
        return key_256(params, password);
    }
    let mut padded = PADDING;
    for (to, from) in padded.iter_mut().zip(password.iter().chain(&PADDING)) {
        *to = *from;
    }
    authenticate_user(params, &padded).or_else(|| authenticate_user(params, &recover_user_password(params, &padded)?))
}

/// The length of the key before revision 5, in bytes.
fn key_len(params: &EncryptionParams) -> usize {
    if params.revision == 2 || params.version == 1 {
        return 5;
    }
    let bits = match params.length {
        // In version 4 the crypt filter states the length, which is always this one.
        _ if params.version == 4 => 128,
        Some(bytes @ 5..=16) => bytes * 8,
        Some(bits) => bits,
        None => 40,
    };
    usize::try_from(bits / 8).unwrap_or(5).clamp(5, 16)
}

/// The key of a user password (algorithm 2), if the password is correct (algorithms 4 to 6).
fn authenticate_user(params: &EncryptionParams, password: &[u8; 32]) -> Option<Vec<u8>> {
    let [p0, p1, p2, p3, ..] = params.permissions.to_le_bytes();
    let owner = params.owner.get(..32)?;
    let suffix: &[u8] = if params.revision >= 4 && !params.encrypt_metadata { &[0xFF; 4] } else { &[] };
    let len = key_len(params);
    let mut key = Md5::digest(&[password, owner, &[p0, p1, p2, p3], &params.file_id, suffix]);
    key.truncate(len);
    if params.revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&[&key]);
            key.truncate(len);
        }
    }
    let is_correct = if params.revision == 2 {
        params.user.get(..32)? == rc4(&key, &PADDING)
    } else {
        let mut check = Md5::digest(&[&PADDING, &params.file_id]);
        for step in 0..20 {
            check = rc4(&xor_key(&key, step), &check);
        }
        params.user.get(..16)? == check
    };
    is_correct.then_some(key)
}

fn xor_key(key: &[u8], step: u8) -> Vec<u8> {
    key.iter().map(|byte| byte ^ step).collect()
}

/// The padded user password, by the padded owner password (algorithm 7).
fn recover_user_password(params: &EncryptionParams, owner_password: &[u8; 32]) -> Option<[u8; 32]> {
    let len = key_len(params);
    let mut key = Md5::digest(&[owner_password]);
    if params.revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&[&key]);
        }
    }
    key.truncate(len);
    let mut password = params.owner.get(..32)?.to_vec();
    if params.revision == 2 {
        password = rc4(&key, &password);
    } else {
        for step in (0..20).rev() {
            password = rc4(&xor_key(&key, step), &password);
        }
    }
    password.try_into().ok()
}

/// The key from revision 5 on (algorithm 2.A).
fn key_256(params: &EncryptionParams, password: &[u8]) -> Option<Vec<u8>> {
    let user = params.user.get(..48)?;
    let owner = params.owner.get(..48)?;
    let try_with = |entry: &[u8], extra: &[u8], wrapped: &[u8]| {
        let hash = |salt: &[u8]| {
            if params.revision == 5 { sha2(0, &[password, salt, extra]) } else { hash_2b(password, salt, extra) }
        };
        if entry.get(..32)? != hash(entry.get(32..40)?) {
            return None;
        }
        let key = aes_cbc_raw(&hash(entry.get(40..48)?), &[0; 16], wrapped.get(..32)?);
        (key.len() == 32).then_some(key)
    };
    try_with(user, b"", &params.user_key).or_else(|| try_with(owner, user, &params.owner_key))
}

/// The hash of a password from revision 6 on (algorithm 2.B). `extra` is `/U` for the owner password.
fn hash_2b(password: &[u8], salt: &[u8], extra: &[u8]) -> Vec<u8> {
    let mut hash = sha2(0, &[password, salt, extra]);
    for round in 0..MAX_ROUNDS_2B {
        let block = [password, &hash, extra].concat();
        let (Some(key), Some(iv)) = (hash.get(..16), hash.get(16..32)) else { break };
        let encrypted = aes_cbc_encrypt(key, iv, &block.repeat(64));
        let sum: u32 = encrypted.iter().take(16).map(|&byte| u32::from(byte)).sum();
        hash = sha2(u8::try_from(sum % 3).unwrap_or(0), &[&encrypted]);
        if round >= 63 && encrypted.last().is_some_and(|&last| u32::from(last) <= round.saturating_sub(31)) {
            break;
        }
    }
    hash.truncate(32);
    hash
}
