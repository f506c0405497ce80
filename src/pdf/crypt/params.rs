//! The encryption dictionary as values (ISO 32000-2, Tables 20 and 21).

/// The entries of the encryption dictionary, with references resolved. Missing strings are empty, missing numbers 0.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct EncryptionParams {
    /// `/Filter`.
    pub(in crate::pdf) handler: Vec<u8>,
    /// `/V`.
    pub(in crate::pdf) version: i64,
    /// `/R`.
    pub(in crate::pdf) revision: i64,
    /// `/Length`, in bits. Some writers give bytes.
    pub(in crate::pdf) length: Option<i64>,
    /// `/O`.
    pub(in crate::pdf) owner: Vec<u8>,
    /// `/U`.
    pub(in crate::pdf) user: Vec<u8>,
    /// `/OE`.
    pub(in crate::pdf) owner_key: Vec<u8>,
    /// `/UE`.
    pub(in crate::pdf) user_key: Vec<u8>,
    /// `/P`.
    pub(in crate::pdf) permissions: i64,
    /// `/EncryptMetadata`.
    pub(in crate::pdf) encrypt_metadata: bool,
    /// The first string of the trailer's `/ID`.
    pub(in crate::pdf) file_id: Vec<u8>,
    /// `/CFM` of the crypt filter that `/StmF` names; `None` for `/Identity`.
    pub(in crate::pdf) stream_method: Option<Vec<u8>>,
    /// `/CFM` of the crypt filter that `/StrF` names; `None` for `/Identity`.
    pub(in crate::pdf) string_method: Option<Vec<u8>>,
}
