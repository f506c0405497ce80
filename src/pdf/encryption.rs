//! Whether a file is encrypted, and whether that keeps a reader out.

use serde::Serialize;

/// Whether a file is encrypted, and whether it opens without a password.
///
/// Serialized in kebab case: `none`, `opens`, `needs-password`, `needs-certificate`, `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encryption {
    /// Not encrypted.
    None,
    /// Encrypted, but opens with the empty password. Only permissions such as printing are restricted.
    Opens,
    /// Does not open with the empty password.
    NeedsPassword,
    /// Encrypted for the holders of certificates. No password opens it.
    NeedsCertificate,
    /// Encrypted by an unsupported security handler or version.
    Unknown,
}

impl Encryption {
    /// In the order of the wire format.
    pub(super) const ALL: [Self; 5] =
        [Self::None, Self::Opens, Self::NeedsPassword, Self::NeedsCertificate, Self::Unknown];
}
