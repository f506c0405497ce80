//! The page tree (ISO 32000-1, 7.7.3): the number of pages, and single pages.
//!
//! `/Count` is trusted if the kids of the root confirm it. Otherwise the tree is walked, under the budget of objects.
//! Never loads every page of a long file, which would mean reading most of it.

mod node;
mod page;
mod walk;

use super::{
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    object::{Dict, Object},
};
use node::{Kid, is_node, load_kid};
pub(super) use page::{Inherited, Page};
use std::rc::Rc;
use walk::Walk;

/// How many kids of the root are compared with its `/Count`; each further one is taken for a page.
const MAX_CHECKED_KIDS: usize = 1000;
/// The cost of skipping a kid on the way to a page, in bytes of the work budget.
const KID_COST: usize = 64;
/// The most kids that are requested in one round on the way to a page.
const MAX_KIDS_PER_ROUND: u32 = 32;

/// The page tree of a file.
pub(super) struct PageTree {
    root: Rc<IndirectObject>,
    /// The object number of the root, if it is an indirect object.
    root_id: Option<u32>,
    count: Option<u32>,
    walk: Option<Walk>,
}

impl PageTree {
    /// The page tree that a catalog names.
    pub(super) fn new(document: &mut Document, catalog: &Dict) -> ParseResult<Self> {
        let root = document.get(catalog, b"Pages")?;
        root.dict().ok_or(ParseError::Malformed)?;
        let root_id = catalog.get(b"Pages").and_then(Object::as_reference);
        Ok(Self { root, root_id, count: None, walk: None })
    }

    /// The number of pages. If the first page has to be read for it, the pages that `prefetch` names for a number of
    /// pages are requested in the same round.
    pub(super) fn count(&mut self, document: &mut Document, prefetch: fn(u32) -> Vec<u32>) -> ParseResult<u32> {
        if let Some(count) = self.count {
            return Ok(count);
        }
        let count = match self.declared_count(document)? {
            // A tree that contains itself confirms any number, so the first page must exist.
            Some(count) if self.walk.is_none() && self.has_first_page(document, prefetch, count)? => count,
            _ => self.walked_count(document)?,
        };
        self.count = Some(count);
        Ok(count)
    }

    /// The number of pages that an unfinished walk has found, if any.
    pub(super) fn partial_count(&self) -> Option<u32> {
        let pages = self.walk.as_ref()?.pages().len();
        u32::try_from(pages).ok().filter(|&pages| pages > 0)
    }

    fn has_first_page(
        &mut self,
        document: &mut Document,
        prefetch: fn(u32) -> Vec<u32>,
        count: u32,
    ) -> ParseResult<bool> {
        let first = ok_unless_io(self.page(document, 0));
        if matches!(first, Err(ParseError::NeedData)) {
            for index in prefetch(count) {
                let _ = self.page(document, index);
            }
        }
        Ok(first?.is_some())
    }

    /// `/Count` of the root, if its kids confirm it.
    fn declared_count(&self, document: &mut Document) -> ParseResult<Option<u32>> {
        let Some(dict) = self.root.dict() else { return Err(ParseError::Malformed) };
        let Some(count) = document.get_int(dict, b"Count")?.and_then(|count| u32::try_from(count).ok()) else {
            return Ok(None);
        };
        let kids = document.get(dict, b"Kids")?;
        let Some(kids) = kids.object.as_array() else { return Ok(None) };
        // Each kid seems to be a page. Then kids that are not available yet need not be read.
        let is_flat = kids.len() == count as usize;
        if !is_flat && kids.len() > MAX_CHECKED_KIDS {
            return Ok(None);
        }
        let mut sum = kids.len().saturating_sub(MAX_CHECKED_KIDS) as u64;
        let mut needs_data = false;
        let requests = document.source.request_count();
        for kid in kids.iter().take(MAX_CHECKED_KIDS) {
            match load_kid(document, kid) {
                Ok(Kid::Pages(pages)) => sum = sum.saturating_add(u64::from(pages)),
                // Readers count a damaged page among others, and show it empty.
                Ok(Kid::Missing) | Err(ParseError::Malformed | ParseError::Incomplete) if is_flat => {
                    document.defects.is_incomplete = true;
                    sum = sum.saturating_add(1);
                }
                Ok(Kid::Missing | Kid::Uncounted) | Err(ParseError::Malformed | ParseError::Incomplete) => {
                    return Ok(None);
                }
                Err(ParseError::NeedData) => {
                    needs_data = true;
                    sum = sum.saturating_add(1);
                }
                Err(error) => return Err(error),
            }
        }
        if needs_data && !is_flat {
            return Err(ParseError::NeedData);
        }
        document.source.truncate_requests(requests);
        Ok((sum == u64::from(count)).then_some(count))
    }

    /// The number of pages that a walk through the tree finds.
    fn walked_count(&mut self, document: &mut Document) -> ParseResult<u32> {
        let walk = match &mut self.walk {
            Some(walk) => walk,
            empty => {
                let dict = self.root.dict().ok_or(ParseError::Malformed)?;
                let kids = document.get(dict, b"Kids")?;
                empty.insert(Walk::new(kids, Inherited::default().through(dict), self.root_id))
            }
        };
        walk.resume(document)?;
        let found = u32::try_from(walk.pages().len()).map_err(|_| ParseError::Malformed)?;
        let dict = self.root.dict().ok_or(ParseError::Malformed)?;
        let declared = ok_unless_io(document.get_int(dict, b"Count"))?.flatten();
        document.defects.is_incomplete |= declared.is_some_and(|declared| declared > i64::from(found));
        Ok(found)
    }

    /// The page of an index, counted from 0.
    pub(super) fn page(&mut self, document: &mut Document, index: u32) -> ParseResult<Page> {
        if let Some(walk) = &self.walk {
            let (object, inherited) = walk.pages().get(index as usize).ok_or(ParseError::Malformed)?;
            let (id, inherited) = (object.as_reference(), Rc::clone(inherited));
            return Ok(Page { id, object: document.resolve(Some(object))?, inherited });
        }
        let mut id = self.root_id;
        let mut object = Rc::clone(&self.root);
        let mut inherited = Inherited::default();
        let mut skip = index;
        for _ in 0..document.meter.depth() {
            let dict = object.dict().ok_or(ParseError::Malformed)?;
            if !is_node(dict) {
                return Ok(Page { id, object, inherited: Rc::new(inherited) });
            }
            inherited = inherited.through(dict);
            let kid;
            (kid, skip) = descend(document, dict, skip)?;
            id = kid.as_reference();
            object = document.resolve(Some(&kid))?;
        }
        Err(ParseError::Malformed)
    }
}

/// The entry of `/Kids` of a node that contains its page `skip`, counted from 0, and how many pages of that kid to skip.
fn descend(document: &mut Document, node: &Dict, mut skip: u32) -> ParseResult<(Object, u32)> {
    let kids = document.get(node, b"Kids")?;
    let kids = kids.object.as_array().ok_or(ParseError::Malformed)?;
    let count = document.get_int(node, b"Count")?.and_then(|count| usize::try_from(count).ok());
    if count == Some(kids.len()) {
        // Each kid is a page, so those before it need not be read.
        let kid = kids.get(skip as usize).ok_or(ParseError::Malformed)?;
        return Ok((kid.clone(), 0));
    }
    let mut found = None;
    let mut missing = 0;
    for kid in kids {
        document.meter.charge_work(KID_COST)?;
        match load_kid(document, kid) {
            Ok(Kid::Pages(pages)) if missing > 0 || skip >= pages => skip = skip.saturating_sub(pages),
            Ok(Kid::Pages(_)) => {
                found = Some(kid.clone());
                break;
            }
            Ok(Kid::Missing | Kid::Uncounted) => return Err(ParseError::Malformed),
            // The kids behind it are needed soon, and are requested in the same round.
            Err(ParseError::NeedData) if missing < MAX_KIDS_PER_ROUND => missing += 1,
            Err(error) => return Err(error),
        }
    }
    if missing > 0 {
        return Err(ParseError::NeedData);
    }
    Ok((found.ok_or(ParseError::Malformed)?, skip))
}
