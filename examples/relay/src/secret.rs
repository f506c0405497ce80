//! Unguessable texts, and what is kept of them.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

/// 256 random bits. Not `Debug`, so that it can't get into a log by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// If the system has no randomness to give.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(Base64UrlUnpadded::encode_string(&bytes)))
    }

    /// One that came from outside, if it can be one of ours.
    pub fn read(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let is_ours = Base64UrlUnpadded::decode(text, &mut bytes).is_ok_and(|bytes| bytes.len() == 32);
        is_ours.then(|| Self(text.to_owned()))
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is stored: who reads the database can be nobody else by it.
    pub fn digest(&self) -> Key {
        Key(Base64UrlUnpadded::encode_string(&Sha256::digest(self.0.as_bytes())))
    }
}

/// The digest of a secret: names an upload, or proves a cookie, and gives neither away.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// As it was stored.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Enough of it to tell the cookies of a browser's uploads apart.
    pub fn short(&self) -> &str {
        self.0.get(..16).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_no_two_are_equal() {
        let (one, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert!(one != other);
        assert!(Secret::read(one.text()) == Some(one.clone()));
        assert!(one.digest() != other.digest() && !one.digest().text().contains(one.text()));
        assert_eq!(one.text().len(), 43);
    }

    #[test]
    fn anything_else_is_none_of_ours() {
        let long = "A".repeat(44);
        for text in ["", "A", "..", "*", long.as_str(), "é", &"=".repeat(43)] {
            assert!(Secret::read(text).is_none(), "{text:?}");
        }
    }
}
