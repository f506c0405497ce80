//! The bytes of a file that are known so far, and what was asked for.
//!
//! Parsing code is written as if the whole file were at hand. Where it isn't, the code stops with [`Stop::Missing`],
//! the range is noted down, and the same code runs again once the caller has answered. This module never decides what
//! is worth reading; it only keeps the account of bytes.

use super::{Exhausted, inspect::Range};

/// The most bytes of one range: what a browser reads at nearly no extra cost.
pub(super) const SLICE: u64 = 64 << 10;
/// Ranges closer together than this are asked for as one.
const GAP: u64 = 4 << 10;
/// How much is read along in front of what is asked for: a page's content often stands before its page, and one range
/// more costs as much as 200 KB.
const BEFORE: u64 = 4 << 10;

/// Why parsing code did not come to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Bytes that were not read yet; the range is noted down in the source.
    Missing,
    /// The bytes at hand end within a token or an object.
    Cut,
    /// These bytes are not what they should be.
    Broken,
    /// A budget ran out.
    Out(Exhausted),
}

/// What parsing code gives back.
pub(super) type Parsed<T> = Result<T, Stop>;

/// Where a file does not say what it should, going on without is fine; where bytes are missing or a budget ran out, not.
pub(super) fn optional<T>(parsed: Parsed<T>) -> Parsed<Option<T>> {
    match parsed {
        Ok(value) => Ok(Some(value)),
        Err(Stop::Broken | Stop::Cut) => Ok(None),
        Err(stop) => Err(stop),
    }
}

struct Extent {
    start: u64,
    bytes: Vec<u8>,
}

impl Extent {
    fn end(&self) -> u64 {
        self.start.saturating_add(self.bytes.len() as u64)
    }
}

/// The known parts of a file.
pub(super) struct Source {
    size: u64,
    /// Sorted by start; they neither overlap nor touch.
    known: Vec<Extent>,
    wanted: Vec<(u64, u64)>,
    asked: Vec<(u64, u64)>,
    left: u64,
}

impl Source {
    /// A file of `size` bytes, of which at most `budget` are read.
    pub(super) fn new(size: u64, budget: u64) -> Self {
        Self { size, known: Vec::new(), wanted: Vec::new(), asked: Vec::new(), left: budget }
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether the budget is enough for the whole file.
    pub(super) fn is_affordable(&self) -> bool {
        self.size <= self.left
    }

    /// The known bytes from `start` on, without a gap; empty where nothing is known.
    pub(super) fn known_from(&self, start: u64) -> &[u8] {
        let index = self.known.partition_point(|extent| extent.start <= start);
        let Some(extent) = index.checked_sub(1).and_then(|index| self.known.get(index)) else { return &[] };
        usize::try_from(start - extent.start).ok().and_then(|skip| extent.bytes.get(skip..)).unwrap_or(&[])
    }

    /// Exactly the bytes `start..start + len`, cut at the end of the file.
    pub(super) fn read(&mut self, start: u64, len: u64) -> Parsed<&[u8]> {
        let len = len.min(self.size.saturating_sub(start));
        let wanted = usize::try_from(len).map_err(|_| Stop::Out(Exhausted::Bytes))?;
        let have = self.known_from(start).len();
        if have < wanted {
            let have = have as u64;
            return Err(self.want(start.saturating_add(have), len - have));
        }
        self.known_from(start).get(..wanted).ok_or(Stop::Broken)
    }

    /// Whether the known bytes from `start` on reach the end of the file.
    pub(super) fn reaches_end(&self, start: u64) -> bool {
        start.saturating_add(self.known_from(start).len() as u64) >= self.size
    }

    /// Notes down that `len` bytes from `start` on are needed, of which the first are not known.
    pub(super) fn want(&mut self, start: u64, len: u64) -> Stop {
        let end = start.saturating_add(len).min(self.size);
        if start >= end {
            return Stop::Broken;
        }
        self.wanted.push((start, end));
        Stop::Missing
    }

    /// Forgets what was noted down: it would have been nice to have, no more.
    pub(super) fn forget_wanted_after(&mut self, mark: usize) {
        self.wanted.truncate(mark);
    }

    /// How much is noted down so far.
    pub(super) fn wanted_mark(&self) -> usize {
        self.wanted.len()
    }

    /// What to ask the caller for: what was noted down and what stands right before it, close neighbours as one, without
    /// what is known.
    pub(super) fn ask(&mut self) -> Parsed<Vec<Range>> {
        let mut wanted = std::mem::take(&mut self.wanted);
        wanted.sort_unstable();
        let mut merged: Vec<(u64, u64)> = Vec::new();
        for (mut start, end) in wanted {
            start = start.saturating_add(self.known_from(start).len() as u64);
            if start >= end {
                continue;
            }
            start = self.before(start);
            match merged.last_mut() {
                Some(last) if start <= last.1.saturating_add(GAP) => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        let mut ranges = Vec::new();
        for (start, end) in merged {
            let mut offset = start;
            let next = self.known.partition_point(|extent| extent.start <= start);
            for index in next..self.known.len() {
                let Some(extent) = self.known.get(index).filter(|extent| extent.start < end) else { break };
                let (from, to) = (extent.start, extent.end());
                self.pay(offset, from, &mut ranges)?;
                offset = to;
            }
            self.pay(offset, end, &mut ranges)?;
        }
        if ranges.is_empty() {
            return Err(Stop::Broken);
        }
        Ok(ranges)
    }

    /// Asks for the bytes `start..end`, if there are any and the budget allows.
    fn pay(&mut self, start: u64, end: u64, ranges: &mut Vec<Range>) -> Parsed<()> {
        let Some(len) = end.checked_sub(start).filter(|&len| len > 0) else { return Ok(()) };
        let len = u32::try_from(len).map_err(|_| Stop::Out(Exhausted::Bytes))?;
        self.left = self.left.checked_sub(u64::from(len)).ok_or(Stop::Out(Exhausted::Bytes))?;
        self.asked.push((start, end));
        ranges.push(Range { offset: start, len });
        Ok(())
    }

    /// From where on to read for what begins at `start`.
    fn before(&self, start: u64) -> u64 {
        let index = self.known.partition_point(|extent| extent.start < start);
        let known = index.checked_sub(1).and_then(|index| self.known.get(index)).map_or(0, Extent::end);
        start.saturating_sub(BEFORE).max(known.min(start))
    }

    /// Takes the answers to the last question, in its order. Says whether the file turned out shorter than it was said
    /// to be.
    pub(super) fn supply(&mut self, slices: Vec<Vec<u8>>) -> bool {
        let mut shorter = false;
        let mut slices = slices.into_iter();
        for (start, end) in std::mem::take(&mut self.asked) {
            let mut bytes = slices.next().unwrap_or_default();
            let len = usize::try_from(end - start).unwrap_or(usize::MAX);
            if bytes.len() < len {
                self.size = self.size.min(start.saturating_add(bytes.len() as u64));
                shorter = true;
            }
            bytes.truncate(len);
            self.insert(start, bytes);
        }
        shorter
    }

    fn insert(&mut self, start: u64, bytes: Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let mut new = Extent { start, bytes };
        let mut index = self.known.partition_point(|extent| extent.start <= start);
        if let Some(before) = index.checked_sub(1)
            && self.known.get(before).is_some_and(|extent| extent.end() >= start)
        {
            let mut extent = self.known.remove(before);
            append(&mut extent, &new);
            new = extent;
            index = before;
        }
        while self.known.get(index).is_some_and(|extent| extent.start <= new.end()) {
            let extent = self.known.remove(index);
            append(&mut new, &extent);
        }
        self.known.insert(index, new);
    }
}

/// Adds to `first` what `second` has beyond it; they touch or overlap.
fn append(first: &mut Extent, second: &Extent) {
    let overlap = usize::try_from(first.end().saturating_sub(second.start)).unwrap_or(usize::MAX);
    first.bytes.extend_from_slice(second.bytes.get(overlap..).unwrap_or(&[]));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ranges that are asked for, each answered with its offset in the file, in KB, as every byte.
    fn answered(source: &mut Source) -> Vec<(u64, u32)> {
        let ranges: Vec<_> = source.ask().unwrap().into_iter().map(|range| (range.offset, range.len)).collect();
        let slice = |&(offset, len): &(u64, u32)| {
            (offset..offset + u64::from(len)).map(|at| u8::try_from(at >> 10).unwrap()).collect()
        };
        assert!(!source.supply(ranges.iter().map(slice).collect()));
        ranges
    }

    const KB: u64 = 1 << 10;

    #[test]
    fn neighbours_are_asked_for_as_one_and_known_bytes_not_again() {
        let mut source = Source::new(100 * KB, 100 * KB);
        source.want(0, 10);
        source.want(20, 10);
        source.want(8 * KB, KB);
        assert_eq!(answered(&mut source), [(0, 9 << 10)], "close ones, known or not in between");
        source.want(7 * KB, 3 * KB);
        source.want(8 * KB, 2 * KB);
        assert_eq!(answered(&mut source), [(9 * KB, 1 << 10)]);
    }

    #[test]
    fn what_stands_before_is_read_along_unless_it_is_known() {
        let mut source = Source::new(100 * KB, 100 * KB);
        source.want(50 * KB, KB);
        source.want(2 * KB, KB);
        assert_eq!(answered(&mut source), [(0, 3 << 10), (46 * KB, 5 << 10)]);
        source.want(52 * KB, KB);
        assert_eq!(answered(&mut source), [(51 * KB, 2 << 10)]);
    }

    #[test]
    fn a_question_is_parted_around_what_is_known() {
        let mut source = Source::new(100 * KB, 200 * KB);
        source.want(20 * KB, 10 * KB);
        source.want(90 * KB, 10 * KB);
        assert_eq!(answered(&mut source), [(16 * KB, 14 << 10), (86 * KB, 14 << 10)]);
        source.want(0, 100 * KB);
        assert_eq!(answered(&mut source), [(0, 16 << 10), (30 * KB, 56 << 10)]);
        let known = source.known_from(0);
        assert_eq!(known.len() as u64, 100 * KB);
        assert!(known.chunks(1 << 10).enumerate().all(|(at, chunk)| chunk.iter().all(|&byte| usize::from(byte) == at)));
    }

    #[test]
    fn answers_grow_together() {
        let mut source = Source::new(30 * KB, 100 * KB);
        for start in [20 * KB, 0, 10 * KB] {
            assert_eq!(source.read(start, 10 * KB), Err(Stop::Missing));
            answered(&mut source);
        }
        assert_eq!(source.read(5 * KB, 50 * KB).unwrap().len() as u64, 25 * KB);
        assert_eq!(source.known_from(20 * KB - 1)[..2], [19, 20]);
    }

    #[test]
    fn a_short_answer_is_the_end_of_the_file() {
        let mut source = Source::new(1000, 1000);
        source.want(500, 100);
        assert_eq!(source.ask().unwrap(), [Range { offset: 0, len: 600 }]);
        assert!(source.supply(vec![vec![0; 507]]));
        assert_eq!(source.size(), 507);
        assert_eq!(source.want(507, 1), Stop::Broken);
    }

    #[test]
    fn the_byte_budget_ends_the_reading() {
        let mut source = Source::new(1000, 99);
        source.want(0, 100);
        assert!(matches!(source.ask(), Err(Stop::Out(Exhausted::Bytes))));
    }
}
