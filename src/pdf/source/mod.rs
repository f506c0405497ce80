//! The bytes of the file that were read so far, and the requests for more.
//!
//! Merges requests into few ranges and charges them to the budget. Never decides what is worth reading.

mod chunks;
#[cfg(test)]
mod tests;

use super::{
    budget::LimitExceeded,
    error::{ParseError, ParseResult},
    range::Range,
};
use chunks::Chunks;

/// How much is read at once where the length of something is not known, in bytes. A browser reads up to this much at
/// nearly the cost of a single byte.
pub(super) const SLICE_LEN: u64 = 64 << 10;
/// The longest gap between two requests that are merged, in bytes.
const MAX_GAP: u64 = 4 << 10;
/// How many bytes in front of a request are read along with it. The content of a page often precedes the page object,
/// and a further range costs as much as 200 KB.
const READ_AHEAD_LEN: u64 = 4 << 10;

/// The file, as far as it was read.
pub(super) struct Source {
    size: u64,
    chunks: Chunks,
    /// Recorded since the last call of [`Self::next_ranges`]: start and end.
    requests: Vec<(u64, u64)>,
    /// Ranges that the caller has not supplied yet: start and end.
    pending: Vec<(u64, u64)>,
    bytes_left: u64,
}

impl Source {
    /// A file of `size` bytes, of which at most `max_bytes` are read.
    pub(super) fn new(size: u64, max_bytes: u64) -> Self {
        Self { size, chunks: Chunks::default(), requests: Vec::new(), pending: Vec::new(), bytes_left: max_bytes }
    }

    /// Counts the budget anew: `max_bytes` more may be read. What is available stays, but nothing is expected any more.
    pub(super) fn renew(&mut self, max_bytes: u64) {
        self.bytes_left = max_bytes;
        self.requests.clear();
        self.pending.clear();
    }

    /// The size of the file in bytes.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether the budget is large enough to read the whole file.
    pub(super) fn fits_budget(&self) -> bool {
        self.size <= self.bytes_left
    }

    /// The available bytes from `start` up to the first gap; empty if there is none at `start`.
    pub(super) fn available(&self, start: u64) -> &[u8] {
        self.chunks.from(start)
    }

    /// The `len` bytes from `start` on, or fewer at the end of the file.
    pub(super) fn read(&mut self, start: u64, len: u64) -> ParseResult<&[u8]> {
        let len = len.min(self.size.saturating_sub(start));
        let needed = usize::try_from(len).map_err(|_| ParseError::LimitExceeded(LimitExceeded::Bytes))?;
        let have = self.available(start).len();
        if have < needed {
            let have = have as u64;
            return Err(self.request(start.saturating_add(have), len - have));
        }
        self.available(start).get(..needed).ok_or(ParseError::Malformed)
    }

    /// Whether the available bytes from `start` on reach the end of the file.
    pub(super) fn reaches_end(&self, start: u64) -> bool {
        start.saturating_add(self.available(start).len() as u64) >= self.size
    }

    /// Records that `len` bytes from `start` on are needed. Returns the error to stop with: [`ParseError::NeedData`], or
    /// [`ParseError::Malformed`] if the file has no such bytes.
    pub(super) fn request(&mut self, start: u64, len: u64) -> ParseError {
        let end = start.saturating_add(len).min(self.size);
        if start >= end {
            return ParseError::Malformed;
        }
        self.requests.push((start, end));
        ParseError::NeedData
    }

    /// The number of requests recorded so far, for [`Self::truncate_requests`].
    pub(super) fn request_count(&self) -> usize {
        self.requests.len()
    }

    /// Drops the requests recorded since there were `count`: the data would have been useful, but is not needed.
    pub(super) fn truncate_requests(&mut self, count: usize) {
        self.requests.truncate(count);
    }

    /// The ranges to read next: the requests and some bytes in front of each, merged, without what is available.
    ///
    /// # Errors
    /// [`ParseError::LimitExceeded`] if the budget is too small, and [`ParseError::Malformed`] if nothing is missing.
    pub(super) fn next_ranges(&mut self) -> ParseResult<Vec<Range>> {
        let mut requests = std::mem::take(&mut self.requests);
        requests.sort_unstable();
        let mut merged: Vec<(u64, u64)> = Vec::new();
        for (mut start, end) in requests {
            start = start.saturating_add(self.available(start).len() as u64);
            if start >= end {
                continue;
            }
            start = self.read_ahead(start);
            match merged.last_mut() {
                Some(last) if start <= last.1.saturating_add(MAX_GAP) => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        let exceeded = ParseError::LimitExceeded(LimitExceeded::Bytes);
        let mut gaps: Vec<(u64, u64)> = Vec::new();
        for (start, end) in merged {
            self.chunks.gaps(start, end, &mut gaps);
        }
        if gaps.is_empty() {
            return Err(ParseError::Malformed);
        }
        let mut ranges = Vec::new();
        let mut total = 0u64;
        for &(offset, end) in &gaps {
            let len = u32::try_from(end.saturating_sub(offset)).map_err(|_| exceeded)?;
            ranges.push(Range { offset, len });
            total = total.saturating_add(u64::from(len));
        }
        // Charged together: the caller may then ask for less.
        self.bytes_left = self.bytes_left.checked_sub(total).ok_or(exceeded)?;
        self.pending.extend(gaps);
        Ok(ranges)
    }

    /// Where to start reading for a request at `start`.
    fn read_ahead(&self, start: u64) -> u64 {
        start.saturating_sub(READ_AHEAD_LEN).max(self.chunks.end_before(start).min(start))
    }

    /// Takes the bytes of the ranges that were asked for, in their order. A shorter slice ends where the file does.
    /// Returns whether the file is shorter than expected.
    pub(super) fn supply(&mut self, slices: Vec<Vec<u8>>) -> bool {
        let mut is_shorter = false;
        let mut slices = slices.into_iter();
        for (start, end) in std::mem::take(&mut self.pending) {
            let mut bytes = slices.next().unwrap_or_default();
            let len = usize::try_from(end - start).unwrap_or(usize::MAX);
            if bytes.len() < len {
                self.size = self.size.min(start.saturating_add(bytes.len() as u64));
                is_shorter = true;
            }
            bytes.truncate(len);
            self.chunks.insert(start, bytes);
        }
        is_shorter
    }
}
