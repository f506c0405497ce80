//! Unguessable texts, and the hashes under which they are stored.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

/// 256 random bits in Base64: the tag of an upload, or the value of its cookie. Not `Debug`, so that it can't get into a log by
/// accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new secret.
    ///
    /// # Errors
    /// If the system has no randomness.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(Base64UrlUnpadded::encode_string(&bytes)))
    }

    /// Reads a secret that came from outside; `None` for a text that [`Self::new`] never makes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let is_secret = Base64UrlUnpadded::decode(text, &mut bytes).is_ok_and(|bytes| bytes.len() == 32);
        is_secret.then(|| Self(text.to_owned()))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The SHA-256 in Base64. Only this is stored, so that someone who reads the database can't use the secret.
    pub fn hash(&self) -> String {
        Base64UrlUnpadded::encode_string(&Sha256::digest(self.0.as_bytes()))
    }
}

/// Names an upload in the database: the hash of its tag, which does not give the tag away.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UploadId(String);

impl UploadId {
    /// The id of the upload with this tag.
    pub fn from_tag(tag: &Secret) -> Self {
        Self(tag.hash())
    }

    /// An id that was stored.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Enough of it to tell the cookies of one browser's uploads apart.
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
        assert!(Secret::parse(one.as_str()) == Some(one.clone()));
        assert!(one.hash() != other.hash() && !one.hash().contains(one.as_str()));
        assert_eq!(one.as_str().len(), 43);
    }

    #[test]
    fn anything_else_is_no_secret() {
        let long = "A".repeat(44);
        for text in ["", "A", "..", "*", long.as_str(), "é", &"=".repeat(43)] {
            assert!(Secret::parse(text).is_none(), "{text:?}");
        }
    }
}
