//! The streams of a document: their bytes, deciphered, with the filters undone.
//!
//! Only streams that hold objects or page content are ever decoded. A stream's own word on its length is taken if
//! `endstream` stands where it says, as many writers get it wrong.

use super::{Document, Entry, FIRST, find};
use crate::pdf::{
    Exhausted,
    filter::{self, Params},
    object::{Dict, Object},
    source::{Parsed, SLICE, Stop, optional},
};
use std::rc::Rc;

impl Document {
    /// The bytes of a stream with its filters undone. Of a stream longer than `most` bytes only so much is read.
    pub(in crate::pdf) fn decode(&mut self, entry: &Entry, most: u64) -> Parsed<Vec<u8>> {
        let dict = entry.dict().ok_or(Stop::Broken)?;
        let filters = self.filters(dict)?;
        let mut bytes = self.raw(entry, most)?;
        // Streams may overlap: without an account of it, each could be the rest of the file.
        self.spend_inflated(bytes.len())?;
        if let (Some(crypt), Some((id, generation))) = (&self.crypt, entry.id)
            && !dict.get(b"Type").is_some_and(|kind| kind.is_name(b"XRef"))
        {
            bytes = crypt.decrypt_stream(&bytes, id, generation);
        }
        for (name, params) in &filters {
            let cap = usize::try_from(self.inflated_left).unwrap_or(usize::MAX);
            bytes = filter::undo(name, params, &bytes, cap)?;
            if bytes.len() >= cap {
                return Err(Stop::Out(Exhausted::Inflated));
            }
            self.spend_inflated(bytes.len())?;
        }
        Ok(bytes)
    }

    /// Like [`Self::decode`], and kept until [`Self::drop_kept`].
    pub(in crate::pdf) fn decode_kept(&mut self, entry: &Entry, most: u64) -> Parsed<Rc<Vec<u8>>> {
        let start = entry.data.ok_or(Stop::Broken)?;
        if let Some((_, bytes)) = self.kept.iter().find(|kept| kept.0 == start) {
            return Ok(Rc::clone(bytes));
        }
        let bytes = Rc::new(self.decode(entry, most)?);
        self.kept.push((start, Rc::clone(&bytes)));
        Ok(bytes)
    }

    /// Forgets the streams kept.
    pub(in crate::pdf) fn drop_kept(&mut self) {
        self.kept.clear();
    }

    fn filters(&mut self, dict: &Dict) -> Parsed<Vec<(Vec<u8>, Params)>> {
        let names = self.follow(dict.get(b"Filter").or_else(|| dict.get(b"F")))?;
        let all = self.follow(dict.get(b"DecodeParms").or_else(|| dict.get(b"DP")))?;
        let names: &[Object] = match &names.object {
            Object::Null => return Ok(Vec::new()),
            Object::Array(names) => names,
            name => std::slice::from_ref(name),
        };
        let mut filters = Vec::new();
        // More than a few filters are only there to multiply.
        for (at, name) in names.iter().take(8).enumerate() {
            let name = self.follow(Some(name))?.object.name().ok_or(Stop::Broken)?.to_vec();
            let params = match &all.object {
                Object::Array(all) => self.follow(all.get(at))?,
                Object::Dict(_) if at == 0 => Rc::clone(&all),
                _ => Rc::new(Entry::direct(Object::Null)),
            };
            let params = match params.dict() {
                Some(params) => self.params(params)?,
                None => Params::default(),
            };
            filters.push((name, params));
        }
        Ok(filters)
    }

    fn params(&mut self, dict: &Dict) -> Parsed<Params> {
        Ok(Params {
            predictor: self.get_int(dict, b"Predictor")?.unwrap_or(1),
            colors: self.get_int(dict, b"Colors")?.unwrap_or(1),
            bits: self.get_int(dict, b"BitsPerComponent")?.unwrap_or(8),
            columns: self.get_int(dict, b"Columns")?.unwrap_or(1),
            early_change: self.get_int(dict, b"EarlyChange")?.unwrap_or(1) != 0,
        })
    }

    /// The bytes of a stream as they stand in the file, at most `most`.
    fn raw(&mut self, entry: &Entry, most: u64) -> Parsed<Vec<u8>> {
        let (Some(start), Some(dict)) = (entry.data, entry.dict()) else { return Err(Stop::Broken) };
        let len = match dict.get(b"Length") {
            Some(len) => {
                let len = optional(self.follow(Some(len)));
                if matches!(len, Err(Stop::Missing)) && self.source.known_from(start).len() < 32 {
                    // The length tends to stand right behind the stream.
                    self.source.want(start, FIRST.min(most));
                }
                len?.and_then(|len| len.object.int())
            }
            None => None,
        };
        let len = len.and_then(|len| u64::try_from(len).ok());
        if let Some(len) = len.filter(|&len| start.saturating_add(len) <= self.source.size()) {
            if len > most {
                return Ok(self.source.read(start, most)?.to_vec());
            }
            let tail = self.source.read(start, len.saturating_add(20))?;
            let (data, tail) = tail.split_at_checked(usize::try_from(len).unwrap_or(usize::MAX)).ok_or(Stop::Broken)?;
            if find(tail, b"endstream").is_some() {
                return Ok(data.to_vec());
            }
        }
        // The length is wrong: the stream ends where it says so.
        let known = self.source.known_from(start);
        let window = known.get(..usize::try_from(most).unwrap_or(usize::MAX)).unwrap_or(known);
        if let Some(end) = find(window, b"endstream") {
            return Ok(window.get(..end).unwrap_or(window).to_vec());
        }
        if window.len() as u64 >= most || self.source.reaches_end(start) {
            return Ok(window.to_vec());
        }
        let have = known.len() as u64;
        Err(self.source.want(start.saturating_add(have), have.max(SLICE)))
    }
}
