//! The page tree (ISO 32000-1, 7.7.3): how many pages there are, and single ones among them.
//!
//! `/Count` is taken at its word if the first level of the tree agrees with it; otherwise the tree is walked, each node
//! once, under the budget of objects. Looking at every page of a long file would mean reading most of it.

use super::{
    document::{Document, Entry},
    object::{Dict, Object},
    source::{Parsed, Stop, optional},
};
use std::rc::Rc;

/// Of so many children at most it is checked what they are.
const CHECKED: usize = 1000;

/// What it costs to go past a child on the way to a page, in bytes of the budget.
const PASSING: usize = 64;

/// So many children at most are asked for together, on the way to a page.
const TOGETHER: u32 = 32;

/// What a page takes over from the nodes above it.
#[derive(Debug, Clone, Default)]
pub(super) struct Inherited {
    pub(super) resources: Option<Object>,
    pub(super) media_box: Option<Object>,
    pub(super) crop_box: Option<Object>,
}

impl Inherited {
    fn and(&self, dict: &Dict) -> Self {
        let or = |key: &[u8], above: &Option<Object>| dict.get(key).cloned().or_else(|| above.clone());
        Self {
            resources: or(b"Resources", &self.resources),
            media_box: or(b"MediaBox", &self.media_box),
            crop_box: or(b"CropBox", &self.crop_box),
        }
    }
}

/// A page, with what it takes over.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) entry: Rc<Entry>,
    pub(super) inherited: Rc<Inherited>,
}

/// The catalog: the first of the roots that has a page tree.
pub(super) fn catalog(document: &mut Document) -> Parsed<Rc<Entry>> {
    let roots: Vec<Object> =
        document.xref.trailers.iter().filter_map(|trailer| trailer.get(b"Root")).take(64).cloned().collect();
    for (at, root) in roots.iter().enumerate() {
        if let Some(entry) = optional(document.follow(Some(root)))?
            && let Some(dict) = entry.dict()
            && optional(document.get(dict, b"Pages"))?.is_some_and(|pages| pages.dict().is_some())
        {
            // Another one than the newest: an older revision shows through.
            document.suspect |= at > 0;
            return Ok(entry);
        }
    }
    Err(Stop::Broken)
}

/// The page tree of a file.
pub(super) struct Tree {
    root: Rc<Entry>,
    /// The number of the root, if it is an object of its own.
    id: Option<u32>,
    count: Option<u32>,
    walk: Option<Walk>,
}

/// Where a walk through the tree is; it goes on from there when bytes were missing.
struct Walk {
    /// Children of a node, how many of them are done, and what they take over.
    stack: Vec<(Rc<Entry>, usize, Rc<Inherited>)>,
    /// The nodes met so far, sorted.
    visited: Vec<u32>,
    pages: Vec<(Object, Rc<Inherited>)>,
}

fn is_node(dict: &Dict) -> bool {
    dict.has(b"Kids") || dict.get(b"Type").is_some_and(|kind| kind.is_name(b"Pages"))
}

impl Tree {
    pub(super) fn new(document: &mut Document, catalog: &Dict) -> Parsed<Self> {
        let root = document.get(catalog, b"Pages")?;
        root.dict().ok_or(Stop::Broken)?;
        let id = if let Some(Object::Ref(id)) = catalog.get(b"Pages") { Some(*id) } else { None };
        Ok(Self { root, id, count: None, walk: None })
    }

    /// How many pages there are.
    pub(super) fn count(&mut self, document: &mut Document) -> Parsed<u32> {
        if let Some(count) = self.count {
            return Ok(count);
        }
        let count = match self.agreed(document)? {
            // A tree that leads back to itself agrees with anything, so a page has to be there.
            Some(count) if self.walk.is_none() && self.is_reached(document, count)? => count,
            _ => self.walked(document)?,
        };
        self.count = Some(count);
        Ok(count)
    }

    /// Whether the first page is there. Those that are looked at later are asked for with it.
    fn is_reached(&mut self, document: &mut Document, count: u32) -> Parsed<bool> {
        let first = optional(self.page(document, 0));
        if matches!(first, Err(Stop::Missing)) {
            for index in super::text::sampled(count).into_iter().take(super::text::AT_ONCE) {
                let _ = self.page(document, index);
            }
        }
        Ok(first?.is_some())
    }

    /// How many pages a walk came across so far.
    pub(super) fn seen(&self) -> Option<u32> {
        let pages = self.walk.as_ref()?.pages.len();
        u32::try_from(pages).ok().filter(|&pages| pages > 0)
    }

    /// `/Count`, if the children of the root agree with it.
    fn agreed(&self, document: &mut Document) -> Parsed<Option<u32>> {
        let Some(dict) = self.root.dict() else { return Err(Stop::Broken) };
        let Some(count) = document.get_int(dict, b"Count")?.and_then(|count| u32::try_from(count).ok()) else {
            return Ok(None);
        };
        let kids = document.get(dict, b"Kids")?;
        let Some(kids) = kids.object.array() else { return Ok(None) };
        // One page each, it seems: then those that would have to be read first are believed.
        let flat = kids.len() == count as usize;
        if !flat && kids.len() > CHECKED {
            return Ok(None);
        }
        let mut sum = kids.len().saturating_sub(CHECKED) as u64;
        let mut missing = false;
        let mark = document.source.wanted_mark();
        for kid in kids.iter().take(CHECKED) {
            match count_of(document, kid) {
                Ok(Kid::Pages(pages)) => sum = sum.saturating_add(u64::from(pages)),
                // One page that can't be read among others: readers count it, too, and show it empty.
                Ok(Kid::Lost) | Err(Stop::Broken | Stop::Cut) if flat => {
                    document.suspect = true;
                    sum = sum.saturating_add(1);
                }
                Ok(Kid::Lost | Kid::Uncounted) | Err(Stop::Broken | Stop::Cut) => return Ok(None),
                Err(Stop::Missing) => {
                    missing = true;
                    sum = sum.saturating_add(1);
                }
                Err(stop) => return Err(stop),
            }
        }
        if missing && !flat {
            return Err(Stop::Missing);
        }
        document.source.forget_wanted_after(mark);
        Ok((sum == u64::from(count)).then_some(count))
    }

    fn walked(&mut self, document: &mut Document) -> Parsed<u32> {
        if self.walk.is_none() {
            let dict = self.root.dict().ok_or(Stop::Broken)?;
            let kids = document.get(dict, b"Kids")?;
            let inherited = Rc::new(Inherited::default().and(dict));
            self.walk = Some(Walk {
                stack: vec![(kids, 0, inherited)],
                visited: self.id.into_iter().collect(),
                pages: Vec::new(),
            });
        }
        let walk = self.walk.as_mut().ok_or(Stop::Broken)?;
        walk.go_on(document)?;
        u32::try_from(walk.pages.len()).map_err(|_| Stop::Broken)
    }

    /// The page of that index.
    pub(super) fn page(&mut self, document: &mut Document, index: u32) -> Parsed<Page> {
        if let Some(walk) = &self.walk {
            let (object, inherited) = walk.pages.get(index as usize).ok_or(Stop::Broken)?;
            return Ok(Page { entry: document.follow(Some(object))?, inherited: Rc::clone(inherited) });
        }
        let mut entry = Rc::clone(&self.root);
        let mut inherited = Inherited::default();
        let mut skip = index;
        for _ in 0..document.depth {
            let dict = entry.dict().ok_or(Stop::Broken)?;
            if !is_node(dict) {
                return Ok(Page { entry, inherited: Rc::new(inherited) });
            }
            inherited = inherited.and(dict);
            let kids = document.get(dict, b"Kids")?;
            let kids = kids.object.array().ok_or(Stop::Broken)?;
            let flat =
                document.get_int(dict, b"Count")?.and_then(|count| usize::try_from(count).ok()) == Some(kids.len());
            if flat {
                // Where every child is a page, those before it needn't be read.
                let kid = kids.get(skip as usize).ok_or(Stop::Broken)?;
                (entry, skip) = (document.follow(Some(kid))?, 0);
                continue;
            }
            let mut next = None;
            let mut missing = 0;
            for kid in kids {
                document.spend_inflated(PASSING)?;
                match count_of(document, kid) {
                    Ok(Kid::Pages(pages)) if missing > 0 || skip >= pages => skip = skip.saturating_sub(pages),
                    Ok(Kid::Pages(_)) => {
                        next = Some(document.follow(Some(kid))?);
                        break;
                    }
                    Ok(Kid::Lost | Kid::Uncounted) => return Err(Stop::Broken),
                    // Its neighbours will be needed too, and are asked for with it.
                    Err(Stop::Missing) if missing < TOGETHER => missing += 1,
                    Err(stop) => return Err(stop),
                }
            }
            if missing > 0 {
                return Err(Stop::Missing);
            }
            entry = next.ok_or(Stop::Broken)?;
        }
        Err(Stop::Broken)
    }
}

/// What a child of a node stands for.
enum Kid {
    /// So many pages.
    Pages(u32),
    /// A node that does not say how many.
    Uncounted,
    /// Nothing: there is no such object, or it is neither a page nor a node.
    Lost,
}

fn count_of(document: &mut Document, kid: &Object) -> Parsed<Kid> {
    let kid = document.follow(Some(kid))?;
    let Some(dict) = kid.dict() else { return Ok(Kid::Lost) };
    if !is_node(dict) {
        return Ok(Kid::Pages(1));
    }
    let count = document.get_int(dict, b"Count")?.and_then(|count| u32::try_from(count).ok());
    Ok(count.map_or(Kid::Uncounted, Kid::Pages))
}

impl Walk {
    fn go_on(&mut self, document: &mut Document) -> Parsed<()> {
        while let Some((kids, at, inherited)) = self.stack.last_mut() {
            let Some(kid) = kids.object.array().and_then(|kids| kids.get(*at)).cloned() else {
                self.stack.pop();
                continue;
            };
            let entry = optional(document.follow(Some(&kid)))?;
            let below = match entry.as_ref().and_then(|entry| entry.dict()) {
                Some(dict) if is_node(dict) => Some((optional(document.get(dict, b"Kids"))?, inherited.and(dict))),
                Some(_) => {
                    self.pages.push((kid.clone(), Rc::clone(inherited)));
                    None
                }
                None => None,
            };
            document.spend_object()?;
            *at = at.saturating_add(1);
            let Some((Some(kids), inherited)) = below else { continue };
            if let Object::Ref(id) = kid {
                let Err(place) = self.visited.binary_search(&id) else {
                    document.suspect = true;
                    continue;
                };
                self.visited.insert(place, id);
            }
            if self.stack.len() < document.depth as usize {
                self.stack.push((kids, 0, Rc::new(inherited)));
            }
        }
        Ok(())
    }
}
