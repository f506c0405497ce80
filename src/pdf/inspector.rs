//! Inspects a file step by step: asks for ranges, takes the bytes, and finally reports what it found.
//!
//! After each supply the stages run again, from the first that is not finished. If the cross-reference or the page tree
//! cannot be read, or an object is not where it should be, the cross-reference is reconstructed once from a scan of the
//! whole file. If a limit is exceeded, the report holds what was found until then.

use super::{
    budget::{Budget, LimitExceeded},
    catalog::find_catalog,
    document::{Defects, Document, IndirectObject},
    document_flags::{Origin, is_portfolio, origin},
    encryption::Encryption,
    encryption_dict,
    error::{ParseError, ParseResult, ok_unless_io},
    extract::{DocumentText, TextBudget, TextExtractor, TextStep},
    kind::FileKind,
    page_tree::PageTree,
    range::Range,
    recovery::{self, FoundStreams},
    report::{PdfReport, State},
    revised_content::has_revised_content,
    text_layer::{PageSample, prefetch_indices},
    trailer::{self, FileEnds},
    unlock::Unlocker,
    xref::Xref,
    xref_loader::XrefLoader,
};
use std::rc::Rc;

/// The most rounds of reading. Each takes time, however few bytes it is about.
const MAX_ROUNDS: u32 = 1000;

/// What the inspector needs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The bytes of all these ranges, in this order, through [`Inspector::supply`].
    Need(Vec<Range>),
    /// Nothing: the inspection is complete.
    Done(PdfReport),
}

/// Inspects one file.
///
/// ```
/// use flinks_upload::pdf::{Budget, FileKind, Inspector, Step};
///
/// let file = b"GIF89a";
/// let mut inspector = Inspector::new(file.len() as u64, Budget::default());
/// let mut step = inspector.start();
/// let report = loop {
///     match step {
///         Step::Need(ranges) => step = inspector.supply(ranges.iter().map(|range| range.of(file).to_vec()).collect()),
///         Step::Done(report) => break report,
///     }
/// };
/// assert_eq!(report.kind, FileKind::Gif);
/// ```
pub struct Inspector {
    document: Document,
    ends: Option<FileEnds>,
    loader: XrefLoader,
    recovery: Recovery,
    catalog: Option<Rc<IndirectObject>>,
    tree: Option<PageTree>,
    sample: Option<PageSample>,
    origin: Option<Origin>,
    report: PdfReport,
    /// The report without a reconstruction that may lead to a better one.
    first_report: Option<PdfReport>,
    rounds: u32,
    /// The file is shorter than its stated size.
    is_shorter: bool,
}

/// How far the reconstruction of the cross-reference is.
#[derive(Debug, Clone)]
enum Recovery {
    NotNeeded,
    Started,
    /// The objects in these object streams are missing.
    Scanned(FoundStreams),
    Done,
}

impl Recovery {
    fn is_not_needed(&self) -> bool {
        matches!(self, Self::NotNeeded)
    }
}

/// Inspects a file that is in memory.
///
/// ```
/// use flinks_upload::pdf::{Budget, FileKind, inspect};
///
/// assert_eq!(inspect(b"\xFF\xD8\xFF\xE0", &Budget::default()).kind, FileKind::Jpeg);
/// ```
pub fn inspect(bytes: &[u8], budget: &Budget) -> PdfReport {
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    loop {
        match step {
            Step::Need(ranges) => {
                step = inspector.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
            }
            Step::Done(report) => return report,
        }
    }
}

/// Extracts the text of a file that is in memory; `None` if it has no pages that can be read.
///
/// ```
/// use flinks_upload::pdf::{Budget, TextBudget, extract_text};
///
/// assert_eq!(extract_text(b"GIF89a", &Budget::default(), &TextBudget::default()), None);
/// ```
pub fn extract_text(bytes: &[u8], budget: &Budget, text_budget: &TextBudget) -> Option<DocumentText> {
    let slices = |ranges: Vec<Range>| ranges.iter().map(|range| range.of(bytes).to_vec()).collect();
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    while let Step::Need(ranges) = step {
        step = inspector.supply(slices(ranges));
    }
    let mut extractor = inspector.into_text(text_budget)?;
    let mut step = extractor.start();
    loop {
        match step {
            TextStep::Need(ranges) => step = extractor.supply(slices(ranges)),
            TextStep::Done(text) => return Some(text),
        }
    }
}

impl Inspector {
    /// An inspector for a file of `size` bytes.
    #[expect(clippy::needless_pass_by_value, reason = "the inspector uses the budget up")]
    pub fn new(size: u64, budget: Budget) -> Self {
        Self {
            document: Document::new(size, &budget),
            ends: None,
            loader: XrefLoader::default(),
            recovery: Recovery::NotNeeded,
            catalog: None,
            tree: None,
            sample: None,
            origin: None,
            report: PdfReport::of_kind(FileKind::Other, State::Intact),
            first_report: None,
            rounds: 0,
            is_shorter: false,
        }
    }

    /// The first step. The inspection of an empty file is complete at once.
    pub fn start(&mut self) -> Step {
        if self.document.source.size() == 0 {
            return Step::Done(self.report.clone());
        }
        self.advance()
    }

    /// Takes the bytes of the ranges of the last [`Step::Need`], in their order. A slice that is too short ends where the
    /// file does.
    pub fn supply(&mut self, slices: Vec<Vec<u8>>) -> Step {
        self.is_shorter |= self.document.source.supply(slices);
        self.advance()
    }

    /// Continues with the text of the pages, once the inspection is done: what was read and loaded is used again. `None`
    /// if there are no pages, or if encryption keeps the inspector out.
    pub fn into_text(self, budget: &TextBudget) -> Option<TextExtractor> {
        let pages = self.report.pages.filter(|&pages| pages > 0 && !self.is_locked())?;
        Some(TextExtractor::new(self.document, self.tree?, pages, budget))
    }

    /// Continues with an unlocked copy, once the inspection is done. `None` if the file is not encrypted, or by another
    /// method than a password.
    pub fn into_unlocker(self, budget: &Budget) -> Option<Unlocker> {
        let is_possible = matches!(self.report.encryption, Some(Encryption::Opens | Encryption::NeedsPassword));
        is_possible.then(|| Unlocker::new(self.document, budget))
    }

    fn advance(&mut self) -> Step {
        self.rounds = self.rounds.saturating_add(1);
        let mut result = if self.rounds > MAX_ROUNDS {
            Err(ParseError::LimitExceeded(LimitExceeded::Bytes))
        } else {
            self.run_stages()
        };
        if result == Err(ParseError::NeedData) {
            match self.document.source.next_ranges() {
                Ok(ranges) => return Step::Need(ranges),
                // A limit was exceeded, or everything that could be read is available and the file is malformed.
                Err(error) => result = Err(error),
            }
        }
        if let Some(first) = self.first_report.take()
            && (result.is_err() || self.report.pages < first.pages)
        {
            self.report = first;
            result = Ok(());
        }
        self.report.state = match result {
            Err(ParseError::LimitExceeded(limit)) => {
                self.report.pages = self.report.pages.or_else(|| self.tree.as_ref().and_then(PageTree::partial_count));
                self.report.text = self.sample.as_ref().and_then(PageSample::verdict);
                State::Unchecked(limit)
            }
            _ if self.report.kind == FileKind::Pdf => self.final_state(),
            _ => State::Intact,
        };
        if result.is_ok()
            && let Some(ranges) = self.compare_revisions()
        {
            return Step::Need(ranges);
        }
        Step::Done(self.report.clone())
    }

    /// Compares the pages with what they were before updates of the file. Returns what has to be read for it. Never
    /// changes the state: limits that it exceeds only end it.
    fn compare_revisions(&mut self) -> Option<Vec<Range>> {
        let has_updates = self.document.xref.trailers().len() > 1 && !self.ends?.linearized;
        let pages = self.report.pages.filter(|_| has_updates && self.recovery.is_not_needed() && !self.is_locked())?;
        let defects = self.document.defects;
        let is_revised = has_revised_content(&mut self.document, self.tree.as_mut()?, pages);
        self.document.defects = defects;
        self.document.clear_decoded();
        match is_revised {
            Ok(is_revised) => self.report.edited |= is_revised,
            Err(ParseError::NeedData) => return self.document.source.next_ranges().ok(),
            Err(_) => {}
        }
        None
    }

    /// The state of a PDF whose inspection is complete.
    fn final_state(&self) -> State {
        let defects = self.document.defects;
        let is_index_damaged = defects.is_index_damaged || defects.is_object_misplaced;
        // What is encrypted cannot be decoded, and looks damaged.
        let is_incomplete = match self.ends {
            Some(ends) if self.is_locked() => ends.incomplete,
            _ => defects.is_incomplete,
        };
        match self.report.pages {
            None | Some(0) if !self.is_locked() => State::Damaged,
            _ if is_incomplete || self.is_shorter => State::Incomplete,
            _ if is_index_damaged || !self.recovery.is_not_needed() => State::Rebuilt,
            _ => State::Intact,
        }
    }

    /// Whether encryption keeps the inspector out.
    fn is_locked(&self) -> bool {
        !matches!(self.report.encryption, None | Some(Encryption::None | Encryption::Opens))
    }

    fn run_stages(&mut self) -> ParseResult<()> {
        let ends = match self.ends {
            Some(ends) => ends,
            None => self.read_ends()?,
        };
        if self.report.kind != FileKind::Pdf {
            return Ok(());
        }
        self.read_document(ends)?;
        // The object may be found where it is.
        if self.document.defects.is_object_misplaced
            && self.recovery.is_not_needed()
            && !self.is_locked()
            && self.document.source.fits_budget()
        {
            self.first_report = Some(self.report.clone());
            self.start_recovery(ends);
            self.report.pages = None;
            self.sample = None;
            self.read_document(ends)?;
        }
        Ok(())
    }

    /// The structure and the details. If the structure cannot be read, it is reconstructed.
    fn read_document(&mut self, ends: FileEnds) -> ParseResult<()> {
        loop {
            match self.read_structure(ends) {
                Err(ParseError::Malformed | ParseError::Incomplete)
                    if self.recovery.is_not_needed() && !self.is_locked() =>
                {
                    self.start_recovery(ends);
                }
                Err(ParseError::Malformed | ParseError::Incomplete) => return Err(ParseError::Malformed),
                Err(error) => {
                    if self.report.encryption.is_some() {
                        // Needed later, so it is requested in the same round.
                        let _ = self.read_origin();
                    }
                    return Err(error);
                }
                Ok(0) if self.recovery.is_not_needed() && self.has_defects() => self.start_recovery(ends),
                Ok(pages) => {
                    self.report.pages = Some(pages);
                    break;
                }
            }
        }
        self.read_details()
    }

    fn has_defects(&self) -> bool {
        let Defects { is_incomplete, is_index_damaged, is_object_misplaced } = self.document.defects;
        is_incomplete || is_index_damaged || is_object_misplaced
    }

    fn read_ends(&mut self) -> ParseResult<FileEnds> {
        let source = &mut self.document.source;
        trailer::fetch(source)?;
        self.report.kind = FileKind::read(source)?;
        let ends = if self.report.kind == FileKind::Pdf { trailer::parse(source)? } else { FileEnds::default() };
        self.ends = Some(ends);
        if self.report.kind == FileKind::Pdf {
            self.document.defects.is_incomplete = ends.incomplete;
            match ends.startxref {
                // If the file is too large to scan, an older revision is better than none.
                Some(start) if !ends.outdated || !self.document.source.fits_budget() => {
                    self.document.xref = Xref::new(ends.header);
                    self.loader = XrefLoader::new(start);
                }
                _ => self.start_recovery(ends),
            }
        }
        Ok(ends)
    }

    fn start_recovery(&mut self, ends: FileEnds) {
        self.recovery = Recovery::Started;
        self.report.encryption = None;
        self.catalog = None;
        self.origin = None;
        self.tree = None;
        self.document.decryptor = None;
        self.document.defects =
            Defects { is_incomplete: ends.incomplete, is_index_damaged: true, is_object_misplaced: false };
    }

    /// Everything up to the number of pages.
    fn read_structure(&mut self, ends: FileEnds) -> ParseResult<u32> {
        if let Some(pages) = self.report.pages {
            return Ok(pages);
        }
        let document = &mut self.document;
        if self.recovery.is_not_needed() {
            match self.loader.load(document) {
                // Offsets may count from the first byte instead of the header.
                Err(ParseError::Malformed | ParseError::Incomplete) if document.xref.base() > 0 => {
                    document.xref = Xref::new(0);
                    self.loader = XrefLoader::new(ends.startxref.unwrap_or(0));
                    self.loader.load(document)?;
                }
                loaded => loaded?,
            }
        } else if matches!(self.recovery, Recovery::Started) {
            self.recovery = Recovery::Scanned(recovery::reconstruct(document)?);
        }
        if self.report.encryption.is_none() {
            self.report.encryption = Some(encryption_dict::open(document, b"")?);
        }
        if let Recovery::Scanned(streams) = &self.recovery {
            recovery::add_object_streams(document, streams)?;
            document.clear_objects();
            self.recovery = Recovery::Done;
        }
        let catalog = match &self.catalog {
            Some(catalog) => Rc::clone(catalog),
            None => Rc::clone(self.catalog.insert(find_catalog(document)?)),
        };
        let tree = match &mut self.tree {
            Some(tree) => tree,
            empty => empty.insert(PageTree::new(document, catalog.dict().ok_or(ParseError::Malformed)?)?),
        };
        tree.count(document, prefetch_indices)
    }

    /// What is useful to know once the pages are found.
    fn read_details(&mut self) -> ParseResult<()> {
        self.report.portfolio = self.catalog.as_ref().and_then(|catalog| catalog.dict()).is_some_and(is_portfolio);
        if self.is_locked() {
            return Ok(());
        }
        let origin = self.read_origin();
        let document = &mut self.document;
        let sample = self.sample.get_or_insert_with(|| PageSample::new(self.report.pages.unwrap_or(0)));
        let text = match &mut self.tree {
            Some(tree) => sample.classify(document, tree),
            None => Ok(None),
        };
        match origin {
            Ok(origin) => (self.report.printed, self.report.edited) = (origin.is_printed, origin.is_edited),
            Err(error) => return text.and(Err(error)),
        }
        self.report.text = text?;
        Ok(())
    }

    /// What made the file; read once.
    fn read_origin(&mut self) -> ParseResult<Origin> {
        if let Some(origin) = self.origin {
            return Ok(origin);
        }
        let origin = ok_unless_io(origin(&mut self.document))?.unwrap_or_default();
        self.origin = Some(origin);
        Ok(origin)
    }
}
