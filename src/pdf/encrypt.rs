//! Reads the encryption dictionary (ISO 32000-1, 7.6.1) and hands its terms to the standard handler.

use super::{
    Encryption,
    crypt::{self, Terms},
    document::Document,
    object::{Dict, Object},
    source::Parsed,
};

/// Decides whether the file opens, and keeps the key if so.
pub(super) fn open(document: &mut Document) -> Parsed<Encryption> {
    let Some(trailer) = document.xref.trailer_with(b"Encrypt").cloned() else { return Ok(Encryption::None) };
    let encrypt = document.get(&trailer, b"Encrypt")?;
    let Some(dict) = encrypt.dict() else { return Ok(Encryption::Unknown) };
    let terms = terms(document, &trailer, dict)?;
    let (verdict, crypt) = crypt::open(&terms);
    document.crypt = crypt;
    document.forget();
    Ok(verdict)
}

fn terms(document: &mut Document, trailer: &Dict, dict: &Dict) -> Parsed<Terms> {
    let id = document.get(trailer, b"ID")?;
    let id = document.follow(id.object.array().and_then(<[Object]>::first))?;
    let filters = document.get(dict, b"CF")?;
    let filters = filters.dict();
    Ok(Terms {
        standard: document.get(dict, b"Filter")?.object.is_name(b"Standard"),
        version: document.get_int(dict, b"V")?.unwrap_or(0),
        revision: document.get_int(dict, b"R")?.unwrap_or(0),
        length: document.get_int(dict, b"Length")?,
        owner: text(document, dict, b"O")?,
        user: text(document, dict, b"U")?,
        owner_key: text(document, dict, b"OE")?,
        user_key: text(document, dict, b"UE")?,
        permissions: document.get_int(dict, b"P")?.unwrap_or(0),
        metadata: !matches!(document.get(dict, b"EncryptMetadata")?.object, Object::Bool(false)),
        id: id.object.text().unwrap_or(&[]).to_vec(),
        stream_method: method(document, dict, filters, b"StmF")?,
        string_method: method(document, dict, filters, b"StrF")?,
    })
}

fn text(document: &mut Document, dict: &Dict, key: &[u8]) -> Parsed<Vec<u8>> {
    Ok(document.get(dict, key)?.object.text().unwrap_or(&[]).to_vec())
}

/// The method of the crypt filter that `key` names.
fn method(document: &mut Document, dict: &Dict, filters: Option<&Dict>, key: &[u8]) -> Parsed<Option<Vec<u8>>> {
    let name = document.get(dict, key)?;
    let Some(name) = name.object.name().filter(|name| *name != b"Identity") else { return Ok(None) };
    let Some(filters) = filters else { return Ok(Some(Vec::new())) };
    let filter = document.get(filters, name)?;
    let Some(filter) = filter.dict() else { return Ok(Some(Vec::new())) };
    let method = document.get(filter, b"CFM")?;
    Ok(method.object.name().map(<[u8]>::to_vec))
}
