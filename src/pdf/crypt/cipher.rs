//! The ciphers and hash functions of the standard security handler, all from the `RustCrypto` crates.
//!
//! One calling convention: slices in, vectors out. A key of the wrong length yields no output instead of an error,
//! because the file decides which key length is used.

use aes::{
    Aes128, Aes256,
    cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit},
};
use md5::Digest;
use rc4::StreamCipher;

/// MD5.
pub(super) struct Md5;

impl Md5 {
    /// The hash of the concatenated parts.
    pub(super) fn digest(parts: &[&[u8]]) -> Vec<u8> {
        let mut hash = md5::Md5::new();
        for part in parts {
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

/// SHA-256, SHA-384 or SHA-512, for `variant` 0, 1 or 2.
pub(super) fn sha2(variant: u8, parts: &[&[u8]]) -> Vec<u8> {
    fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
        let mut hash = D::new();
        for part in parts {
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
    match variant {
        0 => run::<sha2::Sha256>(parts),
        1 => run::<sha2::Sha384>(parts),
        _ => run::<sha2::Sha512>(parts),
    }
}

/// RC4, which encrypts and decrypts in the same way.
pub(super) fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    if let Ok(mut cipher) = rc4::Rc4::new_from_slice(key) {
        cipher.apply_keystream(&mut out);
    }
    out
}

/// Decrypts AES-CBC as PDF uses it: the initialization vector comes first, padding last (ISO 32000-2, 7.6.3.1). Valid
/// padding is removed, and an incomplete last block is dropped.
pub(super) fn aes_cbc_decrypt(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((iv, body)) = bytes.split_at_checked(16) else { return Vec::new() };
    let mut out = aes_cbc_raw(key, iv, body);
    if let Some(&pad @ 1..=16) = out.last() {
        out.truncate(out.len().saturating_sub(usize::from(pad)));
    }
    out
}

/// Decrypts AES-CBC without padding, with a key of 16 or 32 bytes.
pub(super) fn aes_cbc_raw(key: &[u8], iv: &[u8], bytes: &[u8]) -> Vec<u8> {
    if let Ok(cipher) = Aes128::new_from_slice(key) {
        decrypt_blocks(iv, bytes, &|block| cipher.decrypt_block(block))
    } else if let Ok(cipher) = Aes256::new_from_slice(key) {
        decrypt_blocks(iv, bytes, &|block| cipher.decrypt_block(block))
    } else {
        Vec::new()
    }
}

// One block at a time: decrypting several at once is faster, but doubles the code to download.
fn decrypt_blocks(iv: &[u8], bytes: &[u8], decrypt: &dyn Fn(&mut Block<Aes128>)) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut previous = iv;
    for encrypted in bytes.as_chunks::<16>().0 {
        let mut block = Block::<Aes128>::from(*encrypted);
        decrypt(&mut block);
        out.extend(block.iter().zip(previous).map(|(byte, previous)| byte ^ previous));
        previous = encrypted;
    }
    out
}

/// Encrypts complete blocks with AES-128-CBC, without padding: a step of the hash of revision 6.
pub(super) fn aes_cbc_encrypt(key: &[u8], iv: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Ok(cipher) = Aes128::new_from_slice(key) else { return Vec::new() };
    let mut out = Vec::with_capacity(bytes.len());
    let Ok(mut block) = <[u8; 16]>::try_from(iv).map(Block::<Aes128>::from) else { return out };
    for plain in bytes.as_chunks::<16>().0 {
        block.iter_mut().zip(plain).for_each(|(byte, plain)| *byte ^= plain);
        cipher.encrypt_block(&mut block);
        out.extend_from_slice(&block);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 197, appendices B and C.
    const PLAIN: [u8; 16] =
        [0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF];

    #[test]
    fn blocks_are_chained_in_both_directions() {
        let key: Vec<u8> = (0..16).collect();
        let encrypted = aes_cbc_encrypt(&key, &[0; 16], &PLAIN.repeat(3));
        assert_eq!(encrypted[..4], [0x69, 0xC4, 0xE0, 0xD8]);
        assert_ne!(encrypted[..16], encrypted[16..32]);
        assert_eq!(aes_cbc_raw(&key, &[0; 16], &encrypted), PLAIN.repeat(3));
        let key: Vec<u8> = (0..32).collect();
        let encrypted =
            [0x8E, 0xA2, 0xB7, 0xCA, 0x51, 0x67, 0x45, 0xBF, 0xEA, 0xFC, 0x49, 0x90, 0x4B, 0x49, 0x60, 0x89];
        assert_eq!(aes_cbc_raw(&key, &[0; 16], &encrypted), PLAIN);
    }

    #[test]
    fn wrong_lengths_yield_no_output_and_no_panic() {
        assert!(aes_cbc_raw(&[1; 7], &[0; 16], &PLAIN).is_empty());
        assert!(aes_cbc_decrypt(&[1; 16], &[0; 15]).is_empty());
        assert!(aes_cbc_encrypt(&[1; 16], &[0; 3], &PLAIN).is_empty());
        assert_eq!(rc4(&[], b"x"), b"x");
    }

    #[test]
    fn rc4_and_md5_match_published_vectors() {
        assert_eq!(rc4(b"Key", b"Plaintext"), [0xBB, 0xF3, 0x16, 0xE8, 0xD9, 0x40, 0xAF, 0x0A, 0xD3]);
        assert_eq!(Md5::digest(&[b"a", b"bc"])[..4], [0x90, 0x01, 0x50, 0x98]);
    }
}
