//! Reads the encryption dictionary (ISO 32000-1, 7.6.1) and has the standard security handler try a password.

use super::{
    crypt::{self, EncryptionParams},
    document::Document,
    encryption::Encryption,
    error::ParseResult,
    object::{Dict, Object},
};

/// Decides whether the file opens with a password, and if so, lets the document decrypt from now on.
pub(super) fn open(document: &mut Document, password: &[u8]) -> ParseResult<Encryption> {
    let Some(trailer) = document.xref.trailer_with(b"Encrypt").cloned() else { return Ok(Encryption::None) };
    let encrypt = document.get(&trailer, b"Encrypt")?;
    let Some(dict) = encrypt.dict() else { return Ok(Encryption::Unknown) };
    let params = read_params(document, &trailer, dict)?;
    let (encryption, decryptor) = crypt::open(&params, password);
    document.decryptor = decryptor;
    // Their strings were not decrypted.
    document.clear_objects();
    Ok(encryption)
}

fn read_params(document: &mut Document, trailer: &Dict, dict: &Dict) -> ParseResult<EncryptionParams> {
    let ids = document.get(trailer, b"ID")?;
    let id = document.resolve(ids.object.as_array().and_then(<[Object]>::first))?;
    let filters = document.get(dict, b"CF")?;
    let filters = filters.dict();
    Ok(EncryptionParams {
        handler: document.get(dict, b"Filter")?.object.as_name().unwrap_or(&[]).to_vec(),
        version: document.get_int(dict, b"V")?.unwrap_or(0),
        revision: document.get_int(dict, b"R")?.unwrap_or(0),
        length: document.get_int(dict, b"Length")?,
        owner: string(document, dict, b"O")?,
        user: string(document, dict, b"U")?,
        owner_key: string(document, dict, b"OE")?,
        user_key: string(document, dict, b"UE")?,
        permissions: document.get_int(dict, b"P")?.unwrap_or(0),
        encrypt_metadata: !matches!(document.get(dict, b"EncryptMetadata")?.object, Object::Bool(false)),
        file_id: id.object.as_string().unwrap_or(&[]).to_vec(),
        stream_method: method(document, dict, filters, b"StmF")?,
        string_method: method(document, dict, filters, b"StrF")?,
    })
}

fn string(document: &mut Document, dict: &Dict, key: &[u8]) -> ParseResult<Vec<u8>> {
    Ok(document.get(dict, key)?.object.as_string().unwrap_or(&[]).to_vec())
}

/// The method (`/CFM`) of the crypt filter that `key` names; `None` for `/Identity`, empty for a filter that is missing.
fn method(document: &mut Document, dict: &Dict, filters: Option<&Dict>, key: &[u8]) -> ParseResult<Option<Vec<u8>>> {
    let name = document.get(dict, key)?;
    let Some(name) = name.object.as_name().filter(|name| *name != b"Identity") else { return Ok(None) };
    let Some(filters) = filters else { return Ok(Some(Vec::new())) };
    let filter = document.get(filters, name)?;
    let Some(filter) = filter.dict() else { return Ok(Some(Vec::new())) };
    let method = document.get(filter, b"CFM")?;
    Ok(method.object.as_name().map(<[u8]>::to_vec))
}
