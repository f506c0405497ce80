//! Whether the pages of a file hold text or images of text, from a sample: the first, the last and the middle page. The
//! middle page is only read if the other two leave the answer open.
//!
//! There are four answers, because a page without text need not be a scan: vector outlines are neither. A page-sized
//! image with little visible text, such as a stamp or the name of a scanner app, is a scan with a text layer. A logo
//! does not make a page of text a scan.

mod page;
mod scanner;
#[cfg(test)]
mod tests;

use super::{
    document::Document,
    error::{ParseError, ParseResult, ok_unless_io},
    page_tree::PageTree,
    report::TextLayer,
};
use page::classify_page;

/// The answers that count, in the order in which they win a tie.
const CANDIDATES: [TextLayer; 3] = [TextLayer::Text, TextLayer::ScanWithText, TextLayer::Scan];
/// How many pages of the sample are requested in one round: the first and the last.
const PAGES_PER_ROUND: usize = 2;

/// The sampled pages: their indices, and what they hold if that is known.
pub(super) struct PageSample(Vec<(u32, Option<TextLayer>)>);

/// The indices of the pages to sample in a file of `count` pages, in the order in which they are read.
fn sample_indices(count: u32) -> Vec<u32> {
    let mut pages = vec![0, count.saturating_sub(1), count / 2];
    pages.truncate(count as usize);
    pages
}

/// The indices of the pages that are always read, to be requested before the number of pages is certain.
pub(super) fn prefetch_indices(count: u32) -> Vec<u32> {
    let mut pages = sample_indices(count);
    pages.truncate(PAGES_PER_ROUND);
    pages
}

impl PageSample {
    /// A sample of a file with `count` pages.
    pub(super) fn new(count: u32) -> Self {
        Self(sample_indices(count).into_iter().map(|page| (page, None)).collect())
    }

    /// Reads the pages of the sample, until the remaining ones cannot change the verdict. A page that cannot be read
    /// counts as empty.
    pub(super) fn classify(&mut self, document: &mut Document, tree: &mut PageTree) -> ParseResult<Option<TextLayer>> {
        let mut needs_data = false;
        for position in 0..self.0.len() {
            if self.is_settled() || needs_data && position == PAGES_PER_ROUND {
                break;
            }
            let Some((index, known @ None)) = self.0.get_mut(position) else { continue };
            let layer = tree.page(document, *index).and_then(|page| classify_page(document, &page));
            match ok_unless_io(layer) {
                Ok(layer) => *known = Some(layer.unwrap_or(TextLayer::None)),
                Err(ParseError::NeedData) => needs_data = true,
                Err(error) => return Err(error),
            }
        }
        if needs_data {
            return Err(ParseError::NeedData);
        }
        document.clear_decoded();
        Ok(self.verdict())
    }

    fn count(&self, layer: TextLayer) -> usize {
        self.0.iter().filter(|page| page.1 == Some(layer)).count()
    }

    /// Whether the remaining pages cannot change the verdict.
    fn is_settled(&self) -> bool {
        let left = self.0.iter().filter(|page| page.1.is_none()).count();
        let [text, scan_with_text, scan] = CANDIDATES.map(|layer| self.count(layer));
        left == 0
            || text >= scan_with_text.max(scan) + left
            || (scan_with_text > text + left && scan_with_text >= scan + left)
            || scan > text.max(scan_with_text) + left
    }

    /// What most of the pages read so far hold. Empty pages do not count unless all are empty; text wins a tie. `None`
    /// if no page was read.
    pub(super) fn verdict(&self) -> Option<TextLayer> {
        self.0.iter().find_map(|page| page.1)?;
        let mut best = (TextLayer::None, 0);
        for layer in CANDIDATES {
            if self.count(layer) > best.1 {
                best = (layer, self.count(layer));
            }
        }
        Some(best.0)
    }
}
