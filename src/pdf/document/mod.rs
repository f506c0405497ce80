//! A file as numbered objects: finds one by its number, reads it, deciphers its strings.
//!
//! Everything that was read once is kept, so that running the same code again costs little. All budgets but that of
//! bytes are accounted for in here.

mod decode;

use super::{
    Budget, Exhausted,
    crypt::Crypt,
    lex::Lexer,
    object::{Dict, Object},
    source::{Parsed, Source, Stop},
    xref::{Place, Xref},
};
use std::{cell::OnceCell, rc::Rc};

/// What is asked for first where an object stands: more than most objects take, little enough beside a picture.
const FIRST: u64 = 16 << 10;
/// Objects inside of objects: so many for each one that may be looked at.
const NODES_PER_OBJECT: u32 = 40;
/// References that lead to references.
const HOPS: u32 = 8;

/// An object with what is needed to decode its stream.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) object: Object,
    /// Where its stream begins.
    data: Option<u64>,
    /// Number and generation, if they take part in deciphering.
    id: Option<(u32, u16)>,
    /// Once decoded, if it is an object stream.
    container: OnceCell<Rc<Container>>,
}

impl Entry {
    pub(super) fn direct(object: Object) -> Self {
        Self { object, data: None, id: None, container: OnceCell::new() }
    }

    pub(super) fn dict(&self) -> Option<&Dict> {
        self.object.dict()
    }

    pub(super) fn is_stream(&self) -> bool {
        self.data.is_some()
    }
}

/// An object stream, decoded, with its table of contents.
#[derive(Debug)]
pub(super) struct Container {
    pub(super) bytes: Vec<u8>,
    /// Number of each object, and where it begins.
    pub(super) index: Vec<(u32, usize)>,
}

/// The file.
pub(super) struct Document {
    pub(super) source: Source,
    pub(super) xref: Xref,
    pub(super) crypt: Option<Crypt>,
    /// Something is not as it should be, although it may be possible to go on.
    pub(super) suspect: bool,
    pub(super) depth: u32,
    objects_left: u32,
    inflated_left: u64,
    nodes_left: u32,
    /// Sorted by number. Not a map of the standard library: each of those is another kilobyte to load.
    entries: Vec<(u32, Rc<Entry>)>,
    /// Streams that may be looked at again soon, by where they begin.
    kept: Vec<(u64, Rc<Vec<u8>>)>,
    /// Objects on the way to which the reader is, so that none waits for itself.
    opening: Vec<u32>,
}

impl Document {
    pub(super) fn new(size: u64, budget: &Budget) -> Self {
        Self {
            source: Source::new(size, budget.bytes),
            xref: Xref::default(),
            crypt: None,
            suspect: false,
            depth: budget.depth,
            objects_left: budget.objects,
            inflated_left: budget.inflated,
            nodes_left: budget.objects.saturating_mul(NODES_PER_OBJECT),
            entries: Vec::new(),
            kept: Vec::new(),
            opening: Vec::new(),
        }
    }

    /// Forgets the objects read so far: the cross-reference or the key is another one now.
    pub(super) fn forget(&mut self) {
        self.entries.clear();
    }

    /// One more object is looked at.
    pub(super) fn spend_object(&mut self) -> Parsed<()> {
        self.objects_left = self.objects_left.checked_sub(1).ok_or(Stop::Out(Exhausted::Objects))?;
        Ok(())
    }

    /// So many more bytes have come out of a filter, or so many more entries were gone through: what may be asked for
    /// again and again in a file of few bytes.
    pub(super) fn spend_inflated(&mut self, bytes: usize) -> Parsed<()> {
        let left = self.inflated_left.checked_sub(bytes as u64);
        self.inflated_left = left.ok_or(Stop::Out(Exhausted::Inflated))?;
        Ok(())
    }

    /// Runs a parser over the bytes from `at` on, with more and more of them until it comes to an end.
    pub(super) fn parse_at<T>(&mut self, at: u64, parse: impl Fn(&mut Lexer) -> Parsed<T>) -> Parsed<T> {
        if at >= self.source.size() {
            return Err(Stop::Broken);
        }
        let known = self.source.known_from(at);
        let mut lexer = Lexer::new(known, self.source.reaches_end(at), self.depth, self.nodes_left);
        let result = parse(&mut lexer);
        let (left, have) = (lexer.nodes(), known.len() as u64);
        match result {
            Err(Stop::Cut) => Err(self.source.want(at.saturating_add(have), have.max(FIRST))),
            result => {
                self.nodes_left = left;
                result
            }
        }
    }

    /// The object of that number; [`Object::Null`] if there is none.
    pub(super) fn load(&mut self, id: u32) -> Parsed<Rc<Entry>> {
        if let Some((_, entry)) = self.place_of(id).ok().and_then(|place| self.entries.get(place)) {
            return Ok(Rc::clone(entry));
        }
        if self.opening.contains(&id) || self.opening.len() > HOPS as usize * 2 {
            return Err(Stop::Broken);
        }
        self.opening.push(id);
        let loaded = self.load_new(id);
        self.opening.pop();
        let entry = Rc::new(loaded?);
        if let Err(place) = self.place_of(id) {
            self.entries.insert(place, (id, Rc::clone(&entry)));
        }
        Ok(entry)
    }

    fn place_of(&self, id: u32) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&id, |entry| entry.0)
    }

    fn load_new(&mut self, id: u32) -> Parsed<Entry> {
        self.spend_inflated(self.xref.effort())?;
        let entry = match self.xref.find(&mut self.source, id)? {
            Place::Free => Entry::direct(Object::Null),
            Place::At(offset) => self.read_at(offset, Some(id)).inspect_err(|stop| {
                self.suspect |= *stop == Stop::Broken;
            })?,
            Place::In(container, index) => {
                let container = self.container(container)?;
                let named = |place: &&(u32, usize)| place.0 == id;
                let mut place = container.index.get(index).filter(named);
                if place.is_none() {
                    self.spend_inflated(container.index.len())?;
                    place = container.index.iter().find(named);
                }
                let Some(&(_, at)) = place else { return Ok(Entry::direct(Object::Null)) };
                let bytes = container.bytes.get(at..).ok_or(Stop::Broken)?;
                let mut lexer = Lexer::new(bytes, true, self.depth, self.nodes_left);
                let object = lexer.object();
                self.nodes_left = lexer.nodes();
                Entry::direct(object?)
            }
        };
        self.spend_object()?;
        Ok(entry)
    }

    /// The object that stands at a place of the file; its number has to be `id`, if one is given.
    pub(super) fn read_at(&mut self, offset: u64, id: Option<u32>) -> Parsed<Entry> {
        let offset = offset.saturating_add(self.xref.base);
        let (number, generation, mut object, data) = self.parse_at(offset, |lexer| {
            let number = lexer.int()?;
            let generation = lexer.int()?;
            lexer.word(b"obj")?;
            let object = lexer.object()?;
            let data = if matches!(object, Object::Dict(_)) { stream_start(lexer)? } else { None };
            Ok((number, generation, object, data))
        })?;
        let number = u32::try_from(number).map_err(|_| Stop::Broken)?;
        if id.is_some_and(|id| id != number) || matches!(object, Object::Word(_)) {
            return Err(Stop::Broken);
        }
        let generation = u16::try_from(generation).unwrap_or(0);
        if let Some(crypt) = &self.crypt {
            crypt.decrypt_strings(&mut object, number, generation);
        }
        let data = data.and_then(|data| offset.checked_add(data as u64));
        Ok(Entry { object, data, id: Some((number, generation)), container: OnceCell::new() })
    }

    /// What an object stands for: itself, or what it refers to.
    pub(super) fn follow(&mut self, object: Option<&Object>) -> Parsed<Rc<Entry>> {
        let mut entry = match object {
            None => return Ok(Rc::new(Entry::direct(Object::Null))),
            Some(Object::Ref(id)) => self.load(*id)?,
            Some(object) => return Ok(Rc::new(Entry::direct(object.clone()))),
        };
        for _ in 0..HOPS {
            let Object::Ref(id) = entry.object else { return Ok(entry) };
            entry = self.load(id)?;
        }
        Err(Stop::Broken)
    }

    /// A value of a dictionary, its reference followed.
    pub(super) fn get(&mut self, dict: &Dict, key: &[u8]) -> Parsed<Rc<Entry>> {
        self.follow(dict.get(key))
    }

    /// A whole number out of a dictionary.
    pub(super) fn get_int(&mut self, dict: &Dict, key: &[u8]) -> Parsed<Option<i64>> {
        Ok(self.get(dict, key)?.object.int())
    }

    /// The object stream of that number.
    pub(super) fn container(&mut self, id: u32) -> Parsed<Rc<Container>> {
        let entry = self.load(id)?;
        if let Some(container) = entry.container.get() {
            return Ok(Rc::clone(container));
        }
        let dict = entry.dict().ok_or(Stop::Broken)?;
        let count = self.get_int(dict, b"N")?.and_then(|count| usize::try_from(count).ok()).ok_or(Stop::Broken)?;
        let first = self.get_int(dict, b"First")?.and_then(|first| usize::try_from(first).ok()).ok_or(Stop::Broken)?;
        let bytes = self.decode(&entry, u64::MAX)?;
        let mut lexer = Lexer::new(&bytes, true, 1, self.nodes_left);
        let mut index = Vec::new();
        for _ in 0..count {
            let (Ok(number), Ok(at)) = (lexer.int(), lexer.int()) else { break };
            if let (Ok(number), Ok(at)) = (u32::try_from(number), usize::try_from(at)) {
                index.push((number, first.saturating_add(at)));
            }
        }
        self.nodes_left = lexer.nodes();
        Ok(Rc::clone(entry.container.get_or_init(|| Rc::new(Container { bytes, index }))))
    }
}

/// Behind a dictionary: where its stream begins, if it has one.
fn stream_start(lexer: &mut Lexer) -> Parsed<Option<usize>> {
    match lexer.word(b"stream") {
        Err(Stop::Broken) => return Ok(None),
        result => result?,
    }
    let skip = match lexer.rest() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Ok(Some(lexer.at().saturating_add(skip)))
}

/// Where `needle` first stands in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0usize;
    loop {
        let rest = bytes.get(from..)?;
        let at = from.checked_add(rest.iter().position(|&byte| byte == first)?)?;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at.checked_add(1)?;
    }
}

/// Where `needle` last stands in `bytes`.
pub(super) fn find_last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len().max(1)).rposition(|window| window == needle)
}
