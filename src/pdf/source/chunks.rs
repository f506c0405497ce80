//! Parts of a file in memory: contiguous chunks, merged where they touch.

/// Contiguous bytes of the file.
struct Chunk {
    start: u64,
    bytes: Vec<u8>,
}

impl Chunk {
    fn end(&self) -> u64 {
        self.start.saturating_add(self.bytes.len() as u64)
    }

    /// Appends what `other` has beyond the end of this chunk. The two touch or overlap.
    fn append(&mut self, other: &Self) {
        let overlap = usize::try_from(self.end().saturating_sub(other.start)).unwrap_or(usize::MAX);
        self.bytes.extend_from_slice(other.bytes.get(overlap..).unwrap_or(&[]));
    }
}

/// Chunks in the order of the file, which neither overlap nor touch.
#[derive(Default)]
pub(super) struct Chunks(Vec<Chunk>);

impl Chunks {
    /// The bytes from `start` up to the first gap.
    pub(super) fn from(&self, start: u64) -> &[u8] {
        let index = self.0.partition_point(|chunk| chunk.start <= start);
        let Some(chunk) = index.checked_sub(1).and_then(|index| self.0.get(index)) else { return &[] };
        usize::try_from(start - chunk.start).ok().and_then(|skip| chunk.bytes.get(skip..)).unwrap_or(&[])
    }

    /// The end of the last chunk that starts before `start`; 0 if there is none.
    pub(super) fn end_before(&self, start: u64) -> u64 {
        let index = self.0.partition_point(|chunk| chunk.start < start);
        index.checked_sub(1).and_then(|index| self.0.get(index)).map_or(0, Chunk::end)
    }

    /// Appends the parts of `start..end` that are in no chunk, as starts and ends. `start` itself is in no chunk.
    pub(super) fn gaps(&self, start: u64, end: u64, gaps: &mut Vec<(u64, u64)>) {
        let mut from = start;
        let next = self.0.partition_point(|chunk| chunk.start <= start);
        for chunk in self.0.iter().skip(next).take_while(|chunk| chunk.start < end) {
            if from < chunk.start {
                gaps.push((from, chunk.start));
            }
            from = chunk.end();
        }
        if from < end {
            gaps.push((from, end));
        }
    }

    /// Adds bytes, and merges them with the chunks that they touch.
    pub(super) fn insert(&mut self, start: u64, bytes: Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let mut new = Chunk { start, bytes };
        let mut index = self.0.partition_point(|chunk| chunk.start <= start);
        if let Some(previous) = index.checked_sub(1)
            && self.0.get(previous).is_some_and(|chunk| chunk.end() >= start)
        {
            let mut chunk = self.0.remove(previous);
            chunk.append(&new);
            new = chunk;
            index = previous;
        }
        while self.0.get(index).is_some_and(|chunk| chunk.start <= new.end()) {
            let chunk = self.0.remove(index);
            new.append(&chunk);
        }
        self.0.insert(index, new);
    }
}
