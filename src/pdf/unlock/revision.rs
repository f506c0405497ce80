//! Copies the objects of each revision, from the oldest to the newest, and where they are then.

use super::{
    object::{Changes, copy_object},
    section::{self, Row, Rows},
};
use crate::pdf::{
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    object::{Dict, Object},
    search::find,
    trailer::{HEAD_LEN, linearized_len},
    xref::{Revision, XrefEntry},
};
use std::rc::Rc;

/// How much of the header line is copied, in bytes.
const MAX_HEADER_LEN: usize = 20;
/// The comment behind the header, from which tools see that the file is binary (ISO 32000-1, 7.5.2).
const BINARY_COMMENT: &[u8] = b"\n%\xE2\xE3\xCF\xD3\n";

/// What became of an object.
#[derive(Debug, Clone, Copy)]
enum Copied {
    /// It is in the copy, with that offset and generation number.
    At(u64, u16),
    /// It is a cross-reference stream, and replaced by a new one.
    XrefStream,
    /// It is left out.
    Dropped,
}

/// Writes the copy.
pub(super) struct Copier {
    encryption_dict: Option<u32>,
    has_clear_metadata: bool,
    out: Vec<u8>,
    /// The objects copied so far, by their offset in the file, in ascending order.
    copied: Vec<(u64, Copied)>,
    /// The objects whose generation number is not 0, in the order of the copy.
    generations: Vec<(u32, u16)>,
}

impl Copier {
    pub(super) fn new(encryption_dict: Option<u32>, has_clear_metadata: bool) -> Self {
        Self { encryption_dict, has_clear_metadata, out: Vec::new(), copied: Vec::new(), generations: Vec::new() }
    }

    /// Copies a document all of whose bytes are available, and which decrypts.
    pub(super) fn copy(mut self, document: &mut Document) -> ParseResult<Vec<u8>> {
        self.copy_header(document)?;
        let revisions = revisions(document)?;
        let is_stream = revisions.iter().flat_map(|revision| &revision.entries).any(|entry| entry.1.is_in_stream());
        let mut previous = None;
        let mut size = 0;
        for revision in &revisions {
            let (rows, own_id) = self.copy_objects(document, revision)?;
            size = rows.iter().map(|row| row.0.saturating_add(1)).max().unwrap_or(0).max(size);
            let id = own_id.unwrap_or(size);
            if is_stream {
                size = size.max(id.saturating_add(1));
            }
            let start = self.out.len() as u64;
            let generations = &self.generations;
            let generation =
                |id: u32| generations.iter().rev().find(|object| object.0 == id).map_or(0, |object| object.1);
            let trailer = section::Trailer { dict: &revision.trailer, size, previous, generation: &generation };
            document.meter.charge_work(rows.len().saturating_mul(section::MAX_ROW_LEN))?;
            if is_stream {
                section::write_stream(rows, id, &trailer, &mut self.out);
            } else {
                section::write_table(rows, &trailer, &mut self.out);
            }
            self.out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
            document.meter.charge_work(self.out.len().saturating_sub(usize::try_from(start).unwrap_or(0)))?;
            previous = Some(start);
        }
        Ok(self.out)
    }

    fn copy_header(&mut self, document: &mut Document) -> ParseResult<()> {
        let head = document.source.read(0, HEAD_LEN)?;
        let header = head.get(find(head, b"%PDF-").unwrap_or(0)..).unwrap_or(&[]);
        let is_break = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let len = header.iter().position(is_break).unwrap_or(header.len()).min(MAX_HEADER_LEN);
        self.out.extend_from_slice(header.get(..len).unwrap_or(header));
        self.out.extend_from_slice(BINARY_COMMENT);
        Ok(())
    }

    /// Copies the objects that a revision adds. Returns its cross-reference, and the number of the stream that held it.
    fn copy_objects(&mut self, document: &mut Document, revision: &Revision) -> ParseResult<(Rows, Option<u32>)> {
        let mut rows = Vec::new();
        let mut own_id = None;
        for &(id, entry) in &revision.entries {
            let row = match entry {
                XrefEntry::Offset(_) if Some(id) == self.encryption_dict => Row::Free,
                XrefEntry::Offset(offset) => match self.copy_once(document, id, offset)? {
                    Copied::At(offset, generation) => Row::Offset(offset, generation),
                    Copied::XrefStream => {
                        own_id = own_id.or(Some(id));
                        continue;
                    }
                    Copied::Dropped => Row::Free,
                },
                XrefEntry::InStream { stream, index } => {
                    Row::InStream(stream, u32::try_from(index).unwrap_or(u32::MAX))
                }
                XrefEntry::Free => Row::Free,
            };
            rows.push((id, row));
        }
        Ok((rows, own_id))
    }

    /// Copies an object, unless an older revision has it at the same place. One that cannot be read is left out.
    fn copy_once(&mut self, document: &mut Document, id: u32, offset: u64) -> ParseResult<Copied> {
        match self.copied.binary_search_by_key(&offset, |copied| copied.0) {
            Ok(index) => self.copied.get(index).map(|copied| copied.1).ok_or(ParseError::Malformed),
            Err(index) => {
                document.meter.charge_object()?;
                let copied = ok_unless_io(self.copy_new(document, id, offset))?.unwrap_or(Copied::Dropped);
                self.copied.insert(index, (offset, copied));
                Ok(copied)
            }
        }
    }

    fn copy_new(&mut self, document: &mut Document, id: u32, offset: u64) -> ParseResult<Copied> {
        let object = document.read_at(offset, Some(id))?;
        let (_, generation) = object.id.ok_or(ParseError::Malformed)?;
        let dict = object.dict();
        if has_type(dict, b"XRef") {
            return Ok(Copied::XrefStream);
        }
        if !object.is_stream() && dict.is_some_and(|dict| dict.has(b"Linearized")) {
            return Ok(Copied::Dropped);
        }
        let data = if object.is_stream() { Some(self.stream_data(document, &object, id, generation)?) } else { None };
        let body = body(document, offset)?;
        let decryptor = document.decryptor.as_ref();
        let decrypt = |string: &[u8]| match decryptor {
            Some(decryptor) => decryptor.decrypt_string(string, id, generation),
            None => string.to_vec(),
        };
        let changes = Changes {
            decrypt: &decrypt,
            stream_len: data.as_ref().map(Vec::len),
            is_signature: dict.is_some_and(|dict| dict.has(b"ByteRange")),
            depth: document.meter.depth(),
        };
        let start = self.out.len() as u64;
        self.out.extend_from_slice(format!("{id} {generation} obj\n").as_bytes());
        copy_object(&body, &changes, &mut self.out);
        if let Some(data) = data {
            self.out.extend_from_slice(b"\nstream\n");
            self.out.extend_from_slice(&data);
            self.out.extend_from_slice(b"\nendstream");
        }
        self.out.extend_from_slice(b"\nendobj\n");
        if generation > 0 {
            self.generations.push((id, generation));
        }
        Ok(Copied::At(start, generation))
    }

    /// The data of a stream, decrypted but not decoded.
    fn stream_data(
        &self,
        document: &mut Document,
        object: &IndirectObject,
        id: u32,
        generation: u16,
    ) -> ParseResult<Vec<u8>> {
        let (data, _) = document.encoded_data(object, u64::MAX)?;
        // In memory thrice: as it is, decrypted, and in the copy.
        document.meter.charge_work(data.len().saturating_mul(2))?;
        let dict = object.dict();
        let is_clear = self.has_clear_metadata && has_type(dict, b"Metadata") || has_identity_filter(document, dict)?;
        Ok(match &document.decryptor {
            Some(decryptor) if !is_clear => decryptor.decrypt_stream(&data, id, generation),
            _ => data,
        })
    }
}

/// The revisions, oldest first. The two sections of a linearized file are one revision.
fn revisions(document: &mut Document) -> ParseResult<Vec<Revision>> {
    let is_linearized = linearized_len(document.source.read(0, HEAD_LEN)?).is_some();
    let Document { source, xref, meter, .. } = document;
    let mut revisions = xref.revisions(source, meter)?;
    if is_linearized && let [main, first_page, ..] = revisions.as_mut_slice() {
        main.merge(first_page);
        revisions.remove(1);
    }
    // A reader uses the newest trailer that has an entry. In the copy, the newest one has all.
    if let Some(newest) = revisions.last_mut() {
        let mut entries: Vec<(Vec<u8>, Object)> = newest.trailer.0.to_vec();
        for (key, value) in xref.trailers().iter().flat_map(|trailer| trailer.0.iter().rev()) {
            meter.charge_work(entries.len())?;
            if !entries.iter().any(|own| own.0 == *key) {
                entries.push((key.clone(), value.clone()));
            }
        }
        newest.trailer = Dict(Rc::new(entries));
    }
    Ok(revisions)
}

fn has_type(dict: Option<&Dict>, name: &[u8]) -> bool {
    dict.and_then(|dict| dict.get(b"Type")).is_some_and(|kind| kind.is_name(name))
}

/// Whether a stream has a crypt filter of its own that leaves it as it is (ISO 32000-2, 7.4.10).
fn has_identity_filter(document: &mut Document, dict: Option<&Dict>) -> ParseResult<bool> {
    let Some(dict) = dict else { return Ok(false) };
    let filter = document.get(dict, b"Filter")?;
    let first = |object: &Object| object.as_array().map_or_else(|| Some(object.clone()), |all| all.first().cloned());
    if !document.resolve(first(&filter.object).as_ref())?.object.is_name(b"Crypt") {
        return Ok(false);
    }
    let params = document.get(dict, b"DecodeParms")?;
    let params = document.resolve(first(&params.object).as_ref())?;
    let name = params.dict().and_then(|params| params.get(b"Name"));
    Ok(name.is_none_or(|name| name.is_name(b"Identity")))
}

/// The bytes of an object, without its number and without its stream.
fn body(document: &mut Document, offset: u64) -> ParseResult<Vec<u8>> {
    let start = offset.saturating_add(document.xref.base());
    let (from, to) = document.parse_at(start, |lexer| {
        lexer.int()?;
        lexer.int()?;
        lexer.keyword(b"obj")?;
        let from = lexer.position();
        lexer.object()?;
        Ok((from, lexer.position()))
    })?;
    let body = document.source.available(start).get(from..to).ok_or(ParseError::Malformed)?.trim_ascii().to_vec();
    // A string takes up to twice its length in hexadecimal digits.
    document.meter.charge_work(body.len().saturating_mul(3))?;
    Ok(body)
}
