//! Charges work to the budget of the file, for everything but the bytes read, which the source charges.

use crate::pdf::{
    budget::{Budget, LimitExceeded},
    error::{ParseError, ParseResult},
    lex::Lexer,
};

/// How many objects inside of others may be created for each indirect object of the budget.
const NODES_PER_OBJECT: u32 = 40;

/// What is left of a budget.
pub(in crate::pdf) struct Meter {
    depth: u32,
    objects_left: u32,
    work_left: u64,
    nodes_left: u32,
}

impl Meter {
    pub(super) fn new(budget: &Budget) -> Self {
        Self {
            depth: budget.depth,
            objects_left: budget.objects,
            work_left: budget.work,
            nodes_left: budget.objects.saturating_mul(NODES_PER_OBJECT),
        }
    }

    /// The most levels of nesting.
    pub(in crate::pdf) fn depth(&self) -> u32 {
        self.depth
    }

    /// The work that is left, in bytes.
    pub(super) fn work_left(&self) -> usize {
        usize::try_from(self.work_left).unwrap_or(usize::MAX)
    }

    /// Charges one indirect object.
    pub(in crate::pdf) fn charge_object(&mut self) -> ParseResult<()> {
        let left = self.objects_left.checked_sub(1);
        self.objects_left = left.ok_or(ParseError::LimitExceeded(LimitExceeded::Objects))?;
        Ok(())
    }

    /// Charges work, in bytes: data that was decoded or copied, or steps of a search. All of these can be repeated
    /// without end by a small file.
    pub(in crate::pdf) fn charge_work(&mut self, bytes: usize) -> ParseResult<()> {
        let left = self.work_left.checked_sub(bytes as u64);
        self.work_left = left.ok_or(ParseError::LimitExceeded(LimitExceeded::Work))?;
        Ok(())
    }

    /// A lexer that may create as many objects as are left.
    pub(super) fn lexer<'a>(&self, bytes: &'a [u8], is_final: bool) -> Lexer<'a> {
        Lexer::new(bytes, is_final, self.depth, self.nodes_left)
    }

    /// A lexer for integers, in which nothing may be nested.
    pub(super) fn flat_lexer<'a>(&self, bytes: &'a [u8]) -> Lexer<'a> {
        Lexer::new(bytes, true, 1, self.nodes_left)
    }

    /// Charges the objects that a lexer created; `left` is what it left.
    pub(super) fn set_nodes_left(&mut self, left: u32) {
        self.nodes_left = left;
    }
}
