//! Decrypts and decodes streams (ISO 32000-1, 7.3.8).
//!
//! Only streams that hold objects or page content are decoded. `/Length` is trusted if `endstream` follows where it
//! predicts, because many writers get it wrong.

use super::{
    indirect_object::IndirectObject,
    objects::{Document, OBJECT_READ_LEN},
};
use crate::pdf::{
    budget::LimitExceeded,
    error::{ParseError, ParseResult, ok_unless_io},
    filter::{self, DecodeParams},
    object::{Dict, Object},
    search::find,
    source::SLICE_LEN,
};
use std::rc::Rc;

/// The most filters of one stream that are decoded. More serve only to multiply the output.
const MAX_FILTERS: usize = 8;
/// How far behind the end of a stream `endstream` may be, its own length included, in bytes.
const MAX_ENDSTREAM_LEN: u64 = 20;
/// With fewer than this many bytes of a stream available, its start is requested along with an indirect `/Length`.
const MIN_AVAILABLE: usize = 32;

impl Document {
    /// The decoded data of a stream. Of a stream longer than `max_len` bytes only that much is read and decoded.
    pub(in crate::pdf) fn decode(&mut self, stream: &IndirectObject, max_len: u64) -> ParseResult<Vec<u8>> {
        let dict = stream.dict().ok_or(ParseError::Malformed)?;
        let filters = self.filters(dict)?;
        let (mut bytes, is_whole) = self.encoded_data(stream, max_len)?;
        // Streams may overlap. Without this charge, each of many could extend to the end of the file.
        self.meter.charge_work(bytes.len())?;
        if let (Some(decryptor), Some((id, generation))) = (&self.decryptor, stream.id)
            && !dict.get(b"Type").is_some_and(|kind| kind.is_name(b"XRef"))
        {
            bytes = decryptor.decrypt_stream(&bytes, id, generation);
        }
        for (name, params) in &filters {
            let cap = self.meter.work_left();
            let is_damaged;
            (bytes, is_damaged) = filter::decode(name, params, &bytes, cap)?;
            self.defects.is_incomplete |= is_damaged && is_whole;
            if bytes.len() >= cap {
                return Err(ParseError::LimitExceeded(LimitExceeded::Work));
            }
            self.meter.charge_work(bytes.len())?;
        }
        Ok(bytes)
    }

    /// Like [`Self::decode`], but keeps the result until [`Self::clear_decoded`].
    pub(in crate::pdf) fn decode_cached(&mut self, stream: &IndirectObject, max_len: u64) -> ParseResult<Rc<Vec<u8>>> {
        let start = stream.data.ok_or(ParseError::Malformed)?;
        if let Some((_, bytes)) = self.decoded.iter().find(|decoded| decoded.0 == start) {
            return Ok(Rc::clone(bytes));
        }
        let bytes = Rc::new(self.decode(stream, max_len)?);
        self.decoded.push((start, Rc::clone(&bytes)));
        Ok(bytes)
    }

    /// Drops the decoded streams.
    pub(in crate::pdf) fn clear_decoded(&mut self) {
        self.decoded.clear();
    }

    fn filters(&mut self, dict: &Dict) -> ParseResult<Vec<(Vec<u8>, DecodeParams)>> {
        let names = self.resolve(dict.get(b"Filter").or_else(|| dict.get(b"F")))?;
        let all_params = self.resolve(dict.get(b"DecodeParms").or_else(|| dict.get(b"DP")))?;
        let names: &[Object] = match &names.object {
            Object::Null => return Ok(Vec::new()),
            Object::Array(names) => names,
            name => std::slice::from_ref(name),
        };
        let mut filters = Vec::new();
        for (index, name) in names.iter().take(MAX_FILTERS).enumerate() {
            let name = self.resolve(Some(name))?.object.as_name().ok_or(ParseError::Malformed)?.to_vec();
            let params = match &all_params.object {
                Object::Array(all) => self.resolve(all.get(index))?,
                Object::Dict(_) if index == 0 => Rc::clone(&all_params),
                _ => IndirectObject::null(),
            };
            let params = match params.dict() {
                Some(params) => self.decode_params(params)?,
                None => DecodeParams::default(),
            };
            filters.push((name, params));
        }
        Ok(filters)
    }

    fn decode_params(&mut self, dict: &Dict) -> ParseResult<DecodeParams> {
        Ok(DecodeParams {
            predictor: self.get_int(dict, b"Predictor")?.unwrap_or(1),
            colors: self.get_int(dict, b"Colors")?.unwrap_or(1),
            bits_per_component: self.get_int(dict, b"BitsPerComponent")?.unwrap_or(8),
            columns: self.get_int(dict, b"Columns")?.unwrap_or(1),
            early_change: self.get_int(dict, b"EarlyChange")?.unwrap_or(1) != 0,
        })
    }

    /// The data of a stream as stored in the file, at most `max_len` bytes, and whether that is all of it.
    pub(in crate::pdf) fn encoded_data(
        &mut self,
        stream: &IndirectObject,
        max_len: u64,
    ) -> ParseResult<(Vec<u8>, bool)> {
        let (Some(start), Some(dict)) = (stream.data, stream.dict()) else { return Err(ParseError::Malformed) };
        let len = match dict.get(b"Length") {
            Some(len) => {
                let len = ok_unless_io(self.resolve(Some(len)));
                if matches!(len, Err(ParseError::NeedData)) && self.source.available(start).len() < MIN_AVAILABLE {
                    // An indirect length tends to follow the stream, so both are read together.
                    self.source.request(start, OBJECT_READ_LEN.min(max_len));
                }
                len?.and_then(|len| len.object.as_int())
            }
            None => None,
        };
        let len = len.and_then(|len| u64::try_from(len).ok());
        if let Some(len) = len.filter(|&len| start.saturating_add(len) <= self.source.size()) {
            if len > max_len {
                return Ok((self.source.read(start, max_len)?.to_vec(), false));
            }
            let bytes = self.source.read(start, len.saturating_add(MAX_ENDSTREAM_LEN))?;
            let len = usize::try_from(len).unwrap_or(usize::MAX);
            let (data, behind) = bytes.split_at_checked(len).ok_or(ParseError::Malformed)?;
            if find(behind, b"endstream").is_some() {
                return Ok((data.to_vec(), true));
            }
        }
        // Without a valid length, the stream ends at `endstream`.
        let available = self.source.available(start);
        let window = available.get(..usize::try_from(max_len).unwrap_or(usize::MAX)).unwrap_or(available);
        if let Some(end) = find(window, b"endstream") {
            return Ok((window.get(..end).unwrap_or(window).to_vec(), true));
        }
        if window.len() as u64 >= max_len || self.source.reaches_end(start) {
            return Ok((window.to_vec(), false));
        }
        let have = available.len() as u64;
        Err(self.source.request(start.saturating_add(have), have.max(SLICE_LEN)))
    }
}
