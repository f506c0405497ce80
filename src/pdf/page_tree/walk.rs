//! Walks the whole page tree. Each node is visited once, and each of its kids is charged as an object. A tree that is
//! deeper than the budget allows exceeds it: its pages are there, but were not counted.

use super::{node::is_node, page::Inherited};
use crate::pdf::{
    budget::LimitExceeded,
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    object::Object,
};
use std::rc::Rc;

/// The state of a walk, which resumes where data was missing.
pub(super) struct Walk {
    /// The nodes on the way to the current one: `/Kids`, the index of the next kid, and what the kids inherit.
    stack: Vec<(Rc<IndirectObject>, usize, Rc<Inherited>)>,
    /// The object numbers of the nodes visited so far, in ascending order.
    visited: Vec<u32>,
    /// The pages found so far.
    pages: Vec<(Object, Rc<Inherited>)>,
}

impl Walk {
    /// Starts with the kids of the root, whose object number is `root` if it has one.
    pub(super) fn new(kids: Rc<IndirectObject>, inherited: Inherited, root: Option<u32>) -> Self {
        let visited = root.into_iter().collect();
        Self { stack: vec![(kids, 0, Rc::new(inherited))], visited, pages: Vec::new() }
    }

    /// The pages found so far: each as its entry of `/Kids`, and what it inherits.
    pub(super) fn pages(&self) -> &[(Object, Rc<Inherited>)] {
        &self.pages
    }

    /// Walks to the end of the tree.
    pub(super) fn resume(&mut self, document: &mut Document) -> ParseResult<()> {
        while let Some((kids, index, inherited)) = self.stack.last_mut() {
            let Some(kid) = kids.object.as_array().and_then(|kids| kids.get(*index)).cloned() else {
                self.stack.pop();
                continue;
            };
            let object = ok_unless_io(document.resolve(Some(&kid)))?;
            let below = match object.as_ref().and_then(|object| object.dict()) {
                Some(dict) if is_node(dict) => {
                    Some((ok_unless_io(document.get(dict, b"Kids"))?, inherited.through(dict)))
                }
                Some(_) => {
                    self.pages.push((kid.clone(), Rc::clone(inherited)));
                    None
                }
                None => {
                    document.defects.is_incomplete = true;
                    None
                }
            };
            document.meter.charge_object()?;
            *index = index.saturating_add(1);
            let Some((Some(kids), inherited)) = below else { continue };
            if let Object::Reference(id) = kid {
                let Err(position) = self.visited.binary_search(&id) else {
                    document.defects.is_index_damaged = true;
                    continue;
                };
                self.visited.insert(position, id);
            }
            if self.stack.len() >= document.meter.depth() as usize {
                return Err(ParseError::LimitExceeded(LimitExceeded::Objects));
            }
            self.stack.push((kids, 0, Rc::new(inherited)));
        }
        Ok(())
    }
}
