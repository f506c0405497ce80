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

    /// What to ask the caller for: what was noted down, close neighbours as one, without what is known, unless that is
    /// too short to part a question in two.
    pub(super) fn ask(&mut self) -> Parsed<Vec<Range>> {
        let mut wanted = std::mem::take(&mut self.wanted);
        wanted.sort_unstable();
        let mut merged: Vec<(u64, u64)> = Vec::new();
        for (mut start, end) in wanted {
            start = start.saturating_add(self.known_from(start).len() as u64);
            if start >= end {
                continue;
            }
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
                if to - from > GAP || to >= end {
                    self.pay(offset, from, &mut ranges)?;
                    offset = to;
                }
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

    fn ranges(source: &mut Source) -> Vec<(u64, u32)> {
        source.ask().unwrap().into_iter().map(|range| (range.offset, range.len)).collect()
    }

    #[test]
    fn neighbours_are_asked_for_as_one_and_known_bytes_not_again() {
        let mut source = Source::new(100_000, 100_000);
        source.want(50_000, 10);
        source.want(0, 10);
        source.want(20, 10);
        assert_eq!(ranges(&mut source), [(0, 30), (50_000, 10)]);
        assert!(!source.supply(vec![vec![1; 30], vec![2; 10]]));
        source.want(10, 40);
        source.want(49_990, 20);
        assert_eq!(ranges(&mut source), [(30, 20), (49_990, 10)]);
    }

    #[test]
    fn a_question_is_parted_around_what_is_known() {
        let mut source = Source::new(100_000, 200_000);
        source.want(20_000, 10_000);
        source.want(50_000, 100);
        source.want(90_000, 10_000);
        source.ask().unwrap();
        source.supply(vec![vec![1; 10_000], vec![2; 100], vec![3; 10_000]]);
        source.want(0, 100_000);
        assert_eq!(ranges(&mut source), [(0, 20_000), (30_000, 60_000)]);
        source.supply(vec![vec![4; 20_000], vec![5; 60_000]]);
        let known = source.known_from(0);
        assert_eq!((known.len(), known[25_000], known[50_050], known[95_000]), (100_000, 1, 5, 3));
    }

    #[test]
    fn answers_grow_together() {
        let mut source = Source::new(30, 100);
        for start in [20, 0, 10] {
            assert_eq!(source.read(start, 10), Err(Stop::Missing));
            source.ask().unwrap();
            source.supply(vec![vec![u8::try_from(start).unwrap(); 10]]);
        }
        assert_eq!(source.read(5, 50).unwrap().len(), 25);
        assert_eq!(source.known_from(19), [10, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
    }

    #[test]
    fn a_short_answer_is_the_end_of_the_file() {
        let mut source = Source::new(1000, 1000);
        source.want(500, 100);
        source.ask().unwrap();
        assert!(source.supply(vec![vec![0; 7]]));
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
