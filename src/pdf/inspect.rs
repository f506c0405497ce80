//! Looks into a file step by step: asks for ranges, takes the answers, and says in the end what it found.
//!
//! The stages stand one after another as if the file were at hand; after each answer they are run through again from
//! the first that is not done. What is broken is looked at once more through a scan of the whole file, and what runs
//! out of a budget ends with what was found until then.

use super::{
    Budget, Encryption, Exhausted, FileKind, PdfReport, State,
    document::{Document, Entry},
    encrypt, flags,
    pages::{self, Tree},
    source::{Parsed, Stop, optional},
    tail::{self, Ends},
    text::Samples,
    xref::{self, Xref},
};
use std::rc::Rc;

/// Questions in a row; each costs a moment even if it is about few bytes.
const ROUNDS: u32 = 1000;

/// Some bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Where they begin, in bytes.
    pub offset: u64,
    /// How many they are.
    pub len: u32,
}

impl Range {
    /// The range out of a whole file; cut at its end.
    pub fn of<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        let start = usize::try_from(self.offset).unwrap_or(usize::MAX).min(bytes.len());
        let end = start.saturating_add(usize::try_from(self.len).unwrap_or(usize::MAX)).min(bytes.len());
        bytes.get(start..end).unwrap_or(&[])
    }
}

/// What the inspector wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// These ranges, all of them, in this order.
    Need(Vec<Range>),
    /// Nothing: this is the verdict.
    Done(PdfReport),
}

/// Looks into one file.
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
/// assert_eq!(report.kind, FileKind::Other);
/// ```
pub struct Inspector {
    document: Document,
    ends: Option<Ends>,
    /// The cross-reference is one that a scan of the whole file made up.
    recovery: Recovery,
    catalog: Option<Rc<Entry>>,
    tree: Option<Tree>,
    samples: Option<Samples>,
    printed: Option<bool>,
    report: PdfReport,
    rounds: u32,
    /// The file turned out shorter than it was said to be.
    shorter: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recovery {
    NotNeeded,
    Begun,
    Scanned,
    Done,
}

/// Looks into a file that is at hand as a whole.
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

impl Inspector {
    /// For a file of `size` bytes.
    #[expect(clippy::needless_pass_by_value, reason = "the budget is used up")]
    pub fn new(size: u64, budget: Budget) -> Self {
        Self {
            document: Document::new(size, &budget),
            ends: None,
            recovery: Recovery::NotNeeded,
            catalog: None,
            tree: None,
            samples: None,
            printed: None,
            report: PdfReport::of_kind(FileKind::Other, State::Whole),
            rounds: 0,
            shorter: false,
        }
    }

    /// The first step. A file without a byte is done at once.
    pub fn start(&mut self) -> Step {
        if self.document.source.size() == 0 {
            return Step::Done(self.report.clone());
        }
        self.go_on()
    }

    /// The answers to the last [`Step::Need`], in its order. A slice that is too short ends where the file does.
    pub fn supply(&mut self, slices: Vec<Vec<u8>>) -> Step {
        self.shorter |= self.document.source.supply(slices);
        self.go_on()
    }

    fn go_on(&mut self) -> Step {
        self.rounds = self.rounds.saturating_add(1);
        let mut result = if self.rounds > ROUNDS { Err(Stop::Out(Exhausted::Bytes)) } else { self.stages() };
        if result == Err(Stop::Missing) {
            match self.document.source.ask() {
                Ok(ranges) => return Step::Need(ranges),
                // Nothing that could be read is missing: something is wrong in the file.
                Err(stop) => result = Err(stop),
            }
        }
        self.report.state = match result {
            Err(Stop::Out(budget)) => {
                // What was found until then is worth telling.
                self.report.pages = self.report.pages.or_else(|| self.tree.as_ref().and_then(Tree::seen));
                self.report.text = self.samples.as_ref().and_then(Samples::verdict);
                State::Unchecked(budget)
            }
            _ if self.report.kind == FileKind::Pdf => self.state(),
            _ => State::Whole,
        };
        Step::Done(self.report.clone())
    }

    /// Whether a PDF is whole, once there is no more to look at.
    fn state(&self) -> State {
        let suspect = self.document.suspect || self.shorter || self.recovery != Recovery::NotNeeded;
        match self.report.pages {
            None | Some(0) if !self.is_locked() => State::Damaged,
            _ if suspect => State::Repaired,
            _ => State::Whole,
        }
    }

    /// What is inside can't be read, or not for certain.
    fn is_locked(&self) -> bool {
        matches!(self.report.encryption, Some(Encryption::NeedsPassword | Encryption::Unknown))
    }

    fn stages(&mut self) -> Parsed<()> {
        let ends = match self.ends {
            Some(ends) => ends,
            None => self.look_at_ends()?,
        };
        if self.report.kind != FileKind::Pdf {
            return Ok(());
        }
        loop {
            let structure = self.structure(ends);
            match structure {
                Err(Stop::Broken | Stop::Cut) if self.recovery == Recovery::NotNeeded && !self.is_locked() => {
                    self.begin_recovery();
                }
                Err(Stop::Broken | Stop::Cut) => return Err(Stop::Broken),
                Err(stop) => {
                    if self.report.encryption.is_some() {
                        // Needed later, so it is asked for in the same go.
                        let _ = self.printed();
                    }
                    return Err(stop);
                }
                Ok(0) if self.recovery == Recovery::NotNeeded && self.document.suspect => self.begin_recovery(),
                Ok(pages) => {
                    self.report.pages = Some(pages);
                    break;
                }
            }
        }
        self.details()
    }

    fn look_at_ends(&mut self) -> Parsed<Ends> {
        let source = &mut self.document.source;
        tail::fetch(source)?;
        self.report.kind = FileKind::of(source.read(0, tail::HEAD)?);
        let ends = tail::look(source)?;
        self.ends = Some(ends);
        if self.report.kind == FileKind::Pdf {
            self.document.suspect = ends.suspect;
            match ends.start {
                // An older revision is better than none, where there is too much to look through.
                Some(start) if !ends.outdated || !self.document.source.is_affordable() => {
                    self.document.xref = Xref::starting_at(start, ends.header);
                }
                _ => self.begin_recovery(),
            }
        }
        Ok(ends)
    }

    fn begin_recovery(&mut self) {
        self.recovery = Recovery::Begun;
        self.report.encryption = None;
        self.catalog = None;
        self.printed = None;
        self.tree = None;
        self.document.crypt = None;
        self.document.suspect = true;
    }

    /// Everything up to the number of pages.
    fn structure(&mut self, ends: Ends) -> Parsed<u32> {
        if let Some(pages) = self.report.pages {
            return Ok(pages);
        }
        let document = &mut self.document;
        if self.recovery == Recovery::NotNeeded {
            match xref::follow(document) {
                // The offsets don't count from the marker, then, but from the first byte.
                Err(Stop::Broken | Stop::Cut) if document.xref.base > 0 => {
                    document.xref = Xref::starting_at(ends.start.unwrap_or(0), 0);
                    xref::follow(document)?;
                }
                followed => followed?,
            }
        } else if self.recovery == Recovery::Begun {
            xref::recover(document)?;
            self.recovery = Recovery::Scanned;
        }
        if self.report.encryption.is_none() {
            self.report.encryption = Some(encrypt::open(document)?);
        }
        if self.recovery == Recovery::Scanned {
            xref::adopt_containers(document)?;
            document.forget();
            self.recovery = Recovery::Done;
        }
        let catalog = match &self.catalog {
            Some(catalog) => Rc::clone(catalog),
            None => Rc::clone(self.catalog.insert(pages::catalog(document)?)),
        };
        let tree = match &mut self.tree {
            Some(tree) => tree,
            empty => empty.insert(Tree::new(document, catalog.dict().ok_or(Stop::Broken)?)?),
        };
        tree.count(document)
    }

    /// What is nice to know once the pages are found.
    fn details(&mut self) -> Parsed<()> {
        self.report.portfolio =
            self.catalog.as_ref().and_then(|catalog| catalog.dict()).is_some_and(flags::is_portfolio);
        if self.is_locked() {
            return Ok(());
        }
        let printed = self.printed();
        let document = &mut self.document;
        let samples = self.samples.get_or_insert_with(|| Samples::of(self.report.pages.unwrap_or(0)));
        let looked = match &mut self.tree {
            Some(tree) => samples.look(document, tree),
            None => Ok(None),
        };
        match printed {
            Ok(printed) => self.report.printed = printed,
            Err(stop) => return looked.and(Err(stop)),
        }
        self.report.text = looked?;
        Ok(())
    }

    /// Whether a printing producer made the file; found out once.
    fn printed(&mut self) -> Parsed<bool> {
        if let Some(printed) = self.printed {
            return Ok(printed);
        }
        let printed = optional(flags::is_printed(&mut self.document))?.unwrap_or(false);
        self.printed = Some(printed);
        Ok(printed)
    }
}
