//! Loads objects by number and resolves references.

use super::{
    indirect_object::{IndirectObject, ObjectStream},
    meter::Meter,
};
use crate::pdf::{
    budget::Budget,
    crypt::Decryptor,
    error::{ParseError, ParseResult},
    lex::Lexer,
    object::{Dict, Object},
    source::Source,
    xref::{Xref, XrefEntry},
};
use std::rc::Rc;

/// How much is read for an object at first, in bytes: more than most objects have, but little compared to an image.
pub(super) const OBJECT_READ_LEN: u64 = 16 << 10;
/// The longest chain of references that lead to references.
const MAX_HOPS: u32 = 8;
/// The most objects that are loaded within each other: those of a chain, each in an object stream.
const MAX_LOADING: usize = MAX_HOPS as usize * 2;

/// What is wrong with a file, although reading could continue.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::pdf) struct Defects {
    /// The end, a page, or content that the file names is missing.
    pub(in crate::pdf) is_incomplete: bool,
    /// The cross-reference or the page tree is damaged.
    pub(in crate::pdf) is_index_damaged: bool,
    /// An object is not where the cross-reference has it.
    pub(in crate::pdf) is_object_misplaced: bool,
}

/// A file as numbered objects.
pub(in crate::pdf) struct Document {
    pub(in crate::pdf) source: Source,
    pub(in crate::pdf) xref: Xref,
    pub(in crate::pdf) decryptor: Option<Decryptor>,
    pub(in crate::pdf) meter: Meter,
    pub(in crate::pdf) defects: Defects,
    /// The loaded objects, by number in ascending order. A standard map would add a kilobyte to the download.
    objects: Vec<(u32, Rc<IndirectObject>)>,
    /// Decoded streams that may be needed again soon, with their offsets.
    pub(super) decoded: Vec<(u64, Rc<Vec<u8>>)>,
    /// The numbers of objects that are being loaded, so that none waits for itself.
    loading: Vec<u32>,
}

impl Document {
    /// A file of `size` bytes.
    pub(in crate::pdf) fn new(size: u64, budget: &Budget) -> Self {
        Self {
            source: Source::new(size, budget.bytes),
            xref: Xref::default(),
            decryptor: None,
            meter: Meter::new(budget),
            defects: Defects::default(),
            objects: Vec::new(),
            decoded: Vec::new(),
            loading: Vec::new(),
        }
    }

    /// Counts all budgets anew, for further work on what is known.
    pub(in crate::pdf) fn renew(&mut self, budget: &Budget) {
        self.source.renew(budget.bytes);
        self.meter = Meter::new(budget);
    }

    /// Drops the loaded objects, because the cross-reference or the key changed.
    pub(in crate::pdf) fn clear_objects(&mut self) {
        self.objects.clear();
    }

    /// Runs a parser over the bytes at `at`, and requests more of them until they are enough.
    pub(in crate::pdf) fn parse_at<T>(
        &mut self,
        at: u64,
        parse: impl Fn(&mut Lexer) -> ParseResult<T>,
    ) -> ParseResult<T> {
        if at >= self.source.size() {
            return Err(ParseError::Malformed);
        }
        let available = self.source.available(at);
        let mut lexer = self.meter.lexer(available, self.source.reaches_end(at));
        let result = parse(&mut lexer);
        let (nodes_left, have) = (lexer.nodes_left(), available.len() as u64);
        match result {
            Err(ParseError::Incomplete) => Err(self.source.request(at.saturating_add(have), have.max(OBJECT_READ_LEN))),
            result => {
                self.meter.set_nodes_left(nodes_left);
                result
            }
        }
    }

    /// The object of that number; [`Object::Null`] if there is none.
    pub(in crate::pdf) fn load(&mut self, id: u32) -> ParseResult<Rc<IndirectObject>> {
        if let Some((_, object)) = self.index_of(id).ok().and_then(|index| self.objects.get(index)) {
            return Ok(Rc::clone(object));
        }
        if self.loading.contains(&id) || self.loading.len() > MAX_LOADING {
            return Err(ParseError::Malformed);
        }
        self.loading.push(id);
        let loaded = self.load_new(id);
        self.loading.pop();
        let object = Rc::new(loaded?);
        if let Err(index) = self.index_of(id) {
            self.objects.insert(index, (id, Rc::clone(&object)));
        }
        Ok(object)
    }

    fn index_of(&self, id: u32) -> Result<usize, usize> {
        self.objects.binary_search_by_key(&id, |object| object.0)
    }

    fn load_new(&mut self, id: u32) -> ParseResult<IndirectObject> {
        self.meter.charge_work(self.xref.lookup_cost())?;
        let object = match self.xref.find(&mut self.source, id)? {
            XrefEntry::Free => IndirectObject::direct(Object::Null),
            XrefEntry::Offset(offset) => self.read_at(offset, Some(id)).inspect_err(|error| {
                self.defects.is_object_misplaced |= *error == ParseError::Malformed;
            })?,
            XrefEntry::InStream { stream, index } => {
                let Some(object) = self.read_from_stream(stream, index, id)? else {
                    return Ok(IndirectObject::direct(Object::Null));
                };
                IndirectObject::direct(object)
            }
        };
        self.meter.charge_object()?;
        Ok(object)
    }

    /// What the first revision has as the object of that number, if a later revision replaced it.
    pub(in crate::pdf) fn load_replaced(&mut self, id: u32) -> ParseResult<Option<IndirectObject>> {
        self.meter.charge_work(self.xref.lookup_cost())?;
        let object = match self.xref.find_replaced(&mut self.source, id)? {
            Some(XrefEntry::Offset(offset)) => Some(self.read_at(offset, Some(id))?),
            Some(XrefEntry::InStream { stream, index }) => {
                self.read_from_stream(stream, index, id)?.map(IndirectObject::direct)
            }
            Some(XrefEntry::Free) | None => None,
        };
        self.meter.charge_object()?;
        Ok(object)
    }

    /// The object `id` in an object stream, which should be at `index` there; `None` if the stream does not hold it.
    fn read_from_stream(&mut self, stream: u32, index: usize, id: u32) -> ParseResult<Option<Object>> {
        let stream = self.object_stream(stream)?;
        let has_id = |entry: &&(u32, usize)| entry.0 == id;
        let mut entry = stream.index.get(index).filter(has_id);
        if entry.is_none() {
            self.meter.charge_work(stream.index.len())?;
            entry = stream.index.iter().find(has_id);
        }
        let Some(&(_, at)) = entry else { return Ok(None) };
        let bytes = stream.bytes.get(at..).ok_or(ParseError::Malformed)?;
        let mut lexer = self.meter.lexer(bytes, true);
        let object = lexer.object();
        self.meter.set_nodes_left(lexer.nodes_left());
        object.map(Some)
    }

    /// The object at an offset, counted from the base of the cross-reference. Its number must be `id`, if one is given.
    pub(in crate::pdf) fn read_at(&mut self, offset: u64, id: Option<u32>) -> ParseResult<IndirectObject> {
        let offset = offset.saturating_add(self.xref.base());
        let (number, generation, mut object, data) = self.parse_at(offset, |lexer| {
            let number = lexer.int()?;
            let generation = lexer.int()?;
            lexer.keyword(b"obj")?;
            let object = lexer.object()?;
            let data = if matches!(object, Object::Dict(_)) { stream_start(lexer)? } else { None };
            Ok((number, generation, object, data))
        })?;
        let number = u32::try_from(number).map_err(|_| ParseError::Malformed)?;
        if id.is_some_and(|id| id != number) || matches!(object, Object::Keyword(_)) {
            return Err(ParseError::Malformed);
        }
        let generation = u16::try_from(generation).unwrap_or(0);
        if let Some(decryptor) = &self.decryptor {
            decryptor.decrypt_strings(&mut object, number, generation);
        }
        let data = data.and_then(|data| offset.checked_add(data as u64));
        Ok(IndirectObject::new(object, data, Some((number, generation))))
    }

    /// Resolves a value: the object that it refers to, or else itself. Nothing resolves to [`Object::Null`].
    pub(in crate::pdf) fn resolve(&mut self, object: Option<&Object>) -> ParseResult<Rc<IndirectObject>> {
        let mut resolved = match object {
            None => return Ok(IndirectObject::null()),
            Some(Object::Reference(id)) => self.load(*id)?,
            Some(object) => return Ok(Rc::new(IndirectObject::direct(object.clone()))),
        };
        for _ in 0..MAX_HOPS {
            let Object::Reference(id) = resolved.object else { return Ok(resolved) };
            resolved = self.load(id)?;
        }
        Err(ParseError::Malformed)
    }

    /// The same of a value that is not essential: one that is malformed is null.
    pub(in crate::pdf) fn resolve_or_null(&mut self, object: Option<&Object>) -> ParseResult<Rc<IndirectObject>> {
        match self.resolve(object) {
            Err(ParseError::Malformed | ParseError::Incomplete) => Ok(IndirectObject::null()),
            resolved => resolved,
        }
    }

    /// The value of a dictionary entry that is not essential, as [`Self::resolve_or_null`].
    pub(in crate::pdf) fn get_or_null(&mut self, dict: &Dict, key: &[u8]) -> ParseResult<Rc<IndirectObject>> {
        self.resolve_or_null(dict.get(key))
    }

    /// The value of a dictionary entry, resolved.
    pub(in crate::pdf) fn get(&mut self, dict: &Dict, key: &[u8]) -> ParseResult<Rc<IndirectObject>> {
        self.resolve(dict.get(key))
    }

    /// The integer of a dictionary entry, resolved.
    pub(in crate::pdf) fn get_int(&mut self, dict: &Dict, key: &[u8]) -> ParseResult<Option<i64>> {
        Ok(self.get(dict, key)?.object.as_int())
    }

    /// The object stream of that number.
    pub(in crate::pdf) fn object_stream(&mut self, id: u32) -> ParseResult<Rc<ObjectStream>> {
        let object = self.load(id)?;
        if let Some(stream) = object.object_stream.get() {
            return Ok(Rc::clone(stream));
        }
        let dict = object.dict().ok_or(ParseError::Malformed)?;
        let count = self.get_size(dict, b"N")?;
        let first = self.get_size(dict, b"First")?;
        let bytes = self.decode(&object, u64::MAX)?;
        let mut lexer = self.meter.flat_lexer(&bytes);
        let mut index = Vec::new();
        for _ in 0..count {
            let (Ok(number), Ok(at)) = (lexer.int(), lexer.int()) else { break };
            if let (Ok(number), Ok(at)) = (u32::try_from(number), usize::try_from(at)) {
                index.push((number, first.saturating_add(at)));
            }
        }
        self.meter.set_nodes_left(lexer.nodes_left());
        Ok(Rc::clone(object.object_stream.get_or_init(|| Rc::new(ObjectStream { bytes, index }))))
    }

    /// The integer of a required dictionary entry that is a count or an offset.
    fn get_size(&mut self, dict: &Dict, key: &[u8]) -> ParseResult<usize> {
        self.get_int(dict, key)?.and_then(|size| usize::try_from(size).ok()).ok_or(ParseError::Malformed)
    }
}

/// Behind the dictionary of an object: where its stream data starts, if it has any.
fn stream_start(lexer: &mut Lexer) -> ParseResult<Option<usize>> {
    match lexer.keyword(b"stream") {
        Err(ParseError::Malformed) => return Ok(None),
        result => result?,
    }
    lexer.skip_line_end()?;
    Ok(Some(lexer.position()))
}
