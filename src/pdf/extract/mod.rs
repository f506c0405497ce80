//! Extracts the text of pages, after the inspection, from the document that it left.
//!
//! Sans-IO like the inspection, and under budgets of its own: whatever happens here cannot change the verdict. Where a
//! budget runs out, the pages read until then stay. Never decides what the text means.

mod fonts;
mod page;
mod reader;

use super::{
    budget::{Budget, LimitExceeded},
    document::Document,
    document_flags::producer_and_creator,
    encoding::decode_text_string,
    error::{ParseError, ParseResult},
    layout::Line,
    page_tree::PageTree,
    range::Range,
};
use fonts::Fonts;
use page::read_page;

/// The most rounds of reading.
const MAX_ROUNDS: u32 = 300;

/// Upper bounds on the work of extracting text from one file. There is no clock: a caller that runs out of time takes
/// [`TextExtractor::finish`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextBudget {
    /// Pages that are read: the first ones, and the last.
    pub pages: u32,
    /// Codes that are read of one page. What the page shows behind them is left out.
    pub codes_per_page: u32,
    /// As for an inspection, but counted anew: the bytes read, the objects loaded and the work on data in memory.
    pub limits: Budget,
}

impl Default for TextBudget {
    /// 24 pages, 60,000 codes on each, 4 MiB read, 20,000 objects, 16 MiB of work.
    fn default() -> Self {
        let limits = Budget { bytes: 4 << 20, objects: 20_000, work: 16 << 20, ..Budget::default() };
        Self { pages: 24, codes_per_page: 60_000, limits }
    }
}

/// What the extractor needs next.
#[derive(Debug, Clone, PartialEq)]
pub enum TextStep {
    /// The bytes of all these ranges, in this order, through [`TextExtractor::supply`].
    Need(Vec<Range>),
    /// Nothing: everything that could be read was read.
    Done(DocumentText),
}

/// The text of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocumentText {
    /// The number of pages that the document has, which may be more than were to be read.
    pub page_count: u32,
    /// The pages that were to be read, in their order: the index, counted from 0, and the text. `None` if the page could
    /// not be read, or a limit ended the extraction before.
    pub pages: Vec<(u32, Option<PageText>)>,
    /// The limit that ended the extraction.
    pub limit: Option<LimitExceeded>,
    /// The program that made the file, as it says itself; empty if it doesn't.
    pub producer: String,
    /// The program that made the document which became the file; empty if it doesn't say.
    pub creator: String,
}

/// The text of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageText {
    /// The width of the page as it is shown, in points.
    pub width: f32,
    /// The height of the page as it is shown, in points.
    pub height: f32,
    /// The lines: those that run to the right first, hidden ones last, otherwise from the top down.
    pub lines: Vec<Line>,
    /// Codes that were read.
    pub codes: u32,
    /// Codes of which nothing says what they stand for. Each has U+FFFD in its place.
    pub unknown_codes: u32,
    /// The page shows more than [`TextBudget::codes_per_page`].
    pub is_truncated: bool,
}

impl PageText {
    /// The share of codes of which nothing says what they stand for, from 0 to 1.
    pub fn unknown_share(&self) -> f64 {
        f64::from(self.unknown_codes) / f64::from(self.codes.max(1))
    }

    /// Whether the page has text, but all of it is hidden: in general the text layer of a scan, which may have errors.
    pub fn is_hidden_only(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|line| line.is_hidden)
    }

    /// The text of all lines, hidden ones included, separated by line breaks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(&line.text());
            text.push('\n');
        }
        text
    }
}

/// Extracts the text of one file. [`Inspector::into_text`](super::Inspector::into_text) makes one.
///
/// ```
/// use flinks_upload::pdf::{Budget, DocumentText, Inspector, Step, TextBudget, TextStep};
///
/// fn text_of(file: &[u8]) -> Option<DocumentText> {
///     let mut inspector = Inspector::new(file.len() as u64, Budget::default());
///     let mut step = inspector.start();
///     while let Step::Need(ranges) = step {
///         step = inspector.supply(ranges.iter().map(|range| range.of(file).to_vec()).collect());
///     }
///     let mut extractor = inspector.into_text(&TextBudget::default())?;
///     let mut step = extractor.start();
///     loop {
///         match step {
///             TextStep::Need(ranges) => {
///                 step = extractor.supply(ranges.iter().map(|range| range.of(file).to_vec()).collect());
///             }
///             TextStep::Done(text) => return Some(text),
///         }
///     }
/// }
///
/// assert_eq!(text_of(b"GIF89a"), None);
/// ```
pub struct TextExtractor {
    document: Document,
    tree: PageTree,
    fonts: Fonts,
    text: DocumentText,
    /// The pages that were not read yet, as positions in `text`.
    pending: Vec<usize>,
    /// How many pages are read in one round.
    pages_per_round: usize,
    codes_per_page: u32,
    rounds: u32,
    /// The names of the programs that made the file were read.
    has_names: bool,
}

impl TextExtractor {
    /// An extractor for a document of `page_count` pages.
    pub(super) fn new(mut document: Document, tree: PageTree, page_count: u32, budget: &TextBudget) -> Self {
        document.renew(&budget.limits);
        let mut indices: Vec<u32> = (0..page_count.min(budget.pages)).collect();
        if let Some(last) = indices.last_mut() {
            *last = page_count.saturating_sub(1);
        }
        let pages: Vec<_> = indices.into_iter().map(|index| (index, None)).collect();
        Self {
            document,
            tree,
            fonts: Fonts::default(),
            pending: (0..pages.len()).collect(),
            pages_per_round: pages.len(),
            text: DocumentText { page_count, pages, ..DocumentText::default() },
            has_names: false,
            codes_per_page: budget.codes_per_page,
            rounds: 0,
        }
    }

    /// The first step.
    pub fn start(&mut self) -> TextStep {
        self.advance()
    }

    /// Takes the bytes of the ranges of the last [`TextStep::Need`], in their order. A slice that is too short ends where
    /// the file does.
    pub fn supply(&mut self, slices: Vec<Vec<u8>>) -> TextStep {
        self.document.source.supply(slices);
        self.advance()
    }

    /// What was read so far, for a caller that runs out of time.
    pub fn finish(self) -> DocumentText {
        let limit = self.text.limit.or_else(|| (!self.pending.is_empty()).then_some(LimitExceeded::Time));
        DocumentText { limit, ..self.text }
    }

    fn advance(&mut self) -> TextStep {
        self.rounds = self.rounds.saturating_add(1);
        let mut result = if self.rounds > MAX_ROUNDS {
            Err(ParseError::LimitExceeded(LimitExceeded::Bytes))
        } else {
            self.read_pages()
        };
        while result == Err(ParseError::NeedData) {
            match self.document.source.next_ranges() {
                Ok(ranges) => return TextStep::Need(ranges),
                // All pages at once exceed what may be read. Fewer may not.
                Err(ParseError::LimitExceeded(LimitExceeded::Bytes)) if self.pages_per_round > 1 => {
                    self.pages_per_round /= 2;
                    result = self.read_pages();
                }
                // Nothing is missing, so that a page would wait for ever.
                Err(error) => result = Err(error),
            }
        }
        if let Err(ParseError::LimitExceeded(limit)) = result {
            self.text.limit = Some(limit);
        }
        self.pending.clear();
        TextStep::Done(self.text.clone())
    }

    fn read_names(&mut self) -> ParseResult<()> {
        if !self.has_names {
            let [producer, creator] = producer_and_creator(&mut self.document)?;
            self.text.producer = decode_text_string(&producer, producer.len());
            self.text.creator = decode_text_string(&creator, creator.len());
            self.has_names = true;
        }
        Ok(())
    }

    /// Reads the pages that are not read yet.
    fn read_pages(&mut self) -> ParseResult<()> {
        // The inspection has read them, so in general nothing is missing.
        self.read_names()?;
        loop {
            let mut needs_data = false;
            let mut position = 0;
            let batch: Vec<usize> = self.pending.iter().take(self.pages_per_round.max(1)).copied().collect();
            if batch.is_empty() {
                return Ok(());
            }
            for page in batch {
                match self.read_page(page) {
                    Err(ParseError::NeedData) => {
                        needs_data = true;
                        position += 1;
                        continue;
                    }
                    Err(ParseError::LimitExceeded(limit)) => return Err(ParseError::LimitExceeded(limit)),
                    Err(ParseError::Malformed | ParseError::Incomplete) => {}
                    Ok(text) => {
                        if let Some(page) = self.text.pages.get_mut(page) {
                            page.1 = Some(text);
                        }
                    }
                }
                if !needs_data {
                    self.document.clear_decoded();
                }
                self.pending.remove(position);
            }
            if needs_data {
                return Err(ParseError::NeedData);
            }
        }
    }

    fn read_page(&mut self, position: usize) -> ParseResult<PageText> {
        let index = self.text.pages.get(position).map_or(0, |page| page.0);
        let page = self.tree.page(&mut self.document, index)?;
        read_page(&mut self.document, &mut self.fonts, &page, self.codes_per_page)
    }
}
