//! Whether pages hold text or pictures of text, told by the first, the middle and the last page. The middle one is looked
//! at only where the other two leave the answer open.
//!
//! Four answers, since "no text" is not "scan": a page of vector outlines has neither. A full-page picture with only a
//! few letters that can be seen (a stamp, the name of a scanning app) is still a scan with a layer of text, whereas a
//! letterhead does not make a scan out of a page of text.

use super::{
    TextLayer,
    content::{MOST, Painter, Seen},
    document::{Document, Entry},
    matrix::{Box4, Matrix},
    object::Object,
    pages::{Inherited, Page, Tree},
    source::{Parsed, Stop, optional},
};
use std::rc::Rc;

/// A page that is covered so far by pictures is one.
const PAGE_SIZED: f32 = 0.5;
/// Fewer bytes of visible text on a covered page are a stamp.
const STAMP: u32 = 60;
/// Streams that the content of one page is put together from.
const PARTS: usize = 1000;
/// Annotations that are looked at.
const ANNOTATIONS: usize = 100;
/// Of an annotation's flags: hidden, and not to be viewed.
const INVISIBLE: i64 = 0b10_0010;

/// From the clearest answer on: the one that wins a draw stands first.
const ANSWERS: [TextLayer; 3] = [TextLayer::Text, TextLayer::ScanWithText, TextLayer::Scan];
/// So many pages are asked for together: the first and the last.
pub(super) const AT_ONCE: usize = 2;

/// The pages that are looked at, and what is known of them.
pub(super) struct Samples {
    pages: Vec<(u32, Option<TextLayer>)>,
}

/// The pages that are looked at, of so many, in this order: the first, the last and the middle.
pub(super) fn sampled(count: u32) -> Vec<u32> {
    let mut pages = vec![0, count.saturating_sub(1), count / 2];
    pages.truncate(count as usize);
    pages
}

impl Samples {
    /// Of a file with so many pages.
    pub(super) fn of(count: u32) -> Self {
        let pages = sampled(count);
        Self { pages: pages.into_iter().map(|page| (page, None)).collect() }
    }

    /// Looks at those that were not looked at yet, until the rest could not change the answer. A page that can't be read
    /// counts as empty.
    pub(super) fn look(&mut self, document: &mut Document, tree: &mut Tree) -> Parsed<Option<TextLayer>> {
        let mut missing = false;
        for at in 0..self.pages.len() {
            if self.is_settled() || missing && at == AT_ONCE {
                break;
            }
            let Some((index, known @ None)) = self.pages.get_mut(at) else { continue };
            let layer = tree.page(document, *index).and_then(|page| layer(document, &page));
            match optional(layer) {
                Ok(layer) => *known = Some(layer.unwrap_or(TextLayer::None)),
                Err(Stop::Missing) => missing = true,
                Err(stop) => return Err(stop),
            }
        }
        if missing {
            return Err(Stop::Missing);
        }
        document.drop_kept();
        Ok(self.verdict())
    }

    fn count(&self, layer: TextLayer) -> usize {
        self.pages.iter().filter(|page| page.1 == Some(layer)).count()
    }

    /// Whether the pages that were not looked at could not change the answer.
    fn is_settled(&self) -> bool {
        let left = self.pages.iter().filter(|page| page.1.is_none()).count();
        let [text, both, scan] = ANSWERS.map(|layer| self.count(layer));
        left == 0
            || text >= both.max(scan) + left
            || (both > text + left && both >= scan + left)
            || scan > text.max(both) + left
    }

    /// What most pages are, of those looked at so far; empty ones have no say, and text wins a draw.
    pub(super) fn verdict(&self) -> Option<TextLayer> {
        self.pages.iter().find_map(|page| page.1)?;
        let mut best = (TextLayer::None, 0);
        for layer in ANSWERS {
            if self.count(layer) > best.1 {
                best = (layer, self.count(layer));
            }
        }
        Some(best.0)
    }
}

fn layer(document: &mut Document, page: &Page) -> Parsed<TextLayer> {
    let Some(dict) = page.entry.dict() else { return Err(Stop::Broken) };
    let Inherited { resources, media_box, crop_box } = &*page.inherited;
    let resources = dict.get(b"Resources").or(resources.as_ref());
    let media = page_box(document, dict.get(b"MediaBox").or(media_box.as_ref()))?;
    let crop = page_box(document, dict.get(b"CropBox").or(crop_box.as_ref()))?;
    let mut painter = Painter::new(crop.or(media).unwrap_or([0.0, 0.0, 612.0, 792.0]));
    let resources = document.follow(resources);
    let bytes = contents(document, dict.get(b"Contents"))?;
    painter.run(document, &resources?, &bytes, Matrix::UNIT, 0)?;
    // Fields that were filled in matter only where the page itself shows nothing; most annotations are links.
    if painter.shows_nothing() {
        let annotations = document.get(dict, b"Annots");
        if let Some(annotations) = painter.later(annotations)? {
            for annotation in annotations.object.array().unwrap_or(&[]).iter().take(ANNOTATIONS) {
                let normal = appearance(document, annotation);
                if let Some(Some(normal)) = painter.later(normal)? {
                    let none = Rc::new(Entry::direct(Object::Null));
                    painter.form(document, &normal, &none, Matrix::UNIT, 1)?;
                }
            }
        }
    }
    painter.done().map(|seen| judge(&seen))
}

fn judge(seen: &Seen) -> TextLayer {
    let covered = seen.covered >= PAGE_SIZED;
    match (seen.visible, seen.hidden) {
        (0, 0) if covered => TextLayer::Scan,
        (0, 0) => TextLayer::None,
        (visible, _) if covered && visible < STAMP => TextLayer::ScanWithText,
        _ => TextLayer::Text,
    }
}

fn page_box(document: &mut Document, object: Option<&Object>) -> Parsed<Option<Box4>> {
    let Some(entry) = optional(document.follow(object))? else { return Ok(None) };
    let Some([a, b, c, d]) = entry.object.array().and_then(<[Object]>::first_chunk::<4>) else { return Ok(None) };
    let mut sides = [0.0; 4];
    for (side, object) in sides.iter_mut().zip([a, b, c, d]) {
        let Some(value) = document.follow(Some(object))?.object.number() else { return Ok(None) };
        *side = value;
    }
    let [a, b, c, d] = sides;
    let page = [a.min(c), b.min(d), a.max(c), b.max(d)];
    Ok(Some(page).filter(|[left, bottom, right, top]| right - left >= 1.0 && top - bottom >= 1.0))
}

/// The content of a page: one stream, or several that are one.
fn contents(document: &mut Document, object: Option<&Object>) -> Parsed<Vec<u8>> {
    let entry = document.follow(object)?;
    let parts: &[Object] = match (&entry.object, object) {
        (Object::Array(parts), _) => parts,
        (Object::Null, _) | (_, None) => return Ok(Vec::new()),
        (_, Some(object)) => std::slice::from_ref(object),
    };
    let mut all = Vec::new();
    let mut missing = false;
    for part in parts.iter().take(PARTS) {
        if all.len() as u64 >= MOST * 4 {
            break;
        }
        let bytes = document.follow(Some(part)).and_then(|part| document.decode_kept(&part, MOST));
        match optional(bytes) {
            Ok(Some(bytes)) => {
                all.extend_from_slice(&bytes);
                all.push(b'\n');
            }
            Ok(None) => {}
            Err(Stop::Missing) => missing = true,
            Err(stop) => return Err(stop),
        }
    }
    if missing { Err(Stop::Missing) } else { Ok(all) }
}

/// What an annotation shows, a filled-in field for one.
fn appearance(document: &mut Document, annotation: &Object) -> Parsed<Option<Rc<Entry>>> {
    let annotation = document.follow(Some(annotation))?;
    let Some(dict) = annotation.dict() else { return Ok(None) };
    if document.get_int(dict, b"F")?.unwrap_or(0) & INVISIBLE != 0 {
        return Ok(None);
    }
    let states = document.get(dict, b"AP")?;
    let Some(states) = states.dict() else { return Ok(None) };
    let normal = document.get(states, b"N")?;
    Ok(normal.is_stream().then_some(normal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_answers_come_from_what_was_seen() {
        let table = [
            ((500, 0, 0.0), TextLayer::Text),
            ((500, 0, 1.0), TextLayer::Text),
            ((5, 0, 0.1), TextLayer::Text),
            ((5, 0, 1.0), TextLayer::ScanWithText),
            ((0, 500, 1.0), TextLayer::ScanWithText),
            ((0, 500, 0.0), TextLayer::Text),
            ((0, 0, 1.0), TextLayer::Scan),
            ((0, 0, 0.1), TextLayer::None),
        ];
        for ((visible, hidden, covered), layer) in table {
            assert_eq!(judge(&Seen { visible, hidden, covered }), layer, "{visible} {hidden} {covered}");
        }
    }

    #[test]
    fn the_first_the_middle_and_the_last_page_are_looked_at() {
        assert!(sampled(0).is_empty());
        assert_eq!(sampled(1), [0]);
        assert_eq!(sampled(2), [0, 1]);
        assert_eq!(sampled(9), [0, 8, 4]);
    }

    fn samples(layers: impl Iterator<Item = Option<TextLayer>>) -> Samples {
        Samples { pages: layers.map(|layer| (0, layer)).collect() }
    }

    #[test]
    fn the_rest_is_looked_at_just_where_it_could_change_the_answer() {
        let answers = [TextLayer::None, TextLayer::Scan, TextLayer::ScanWithText, TextLayer::Text];
        let pairs = answers.iter().flat_map(|&a| answers.map(|b| [a, b]));
        let files: Vec<_> = pairs.flat_map(|[a, b]| answers.map(|c| [a, b, c])).collect();
        let mut settled = Vec::new();
        for (count, looked) in [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)] {
            for file in &files {
                let open = samples((0..count).map(|at| file.get(at).copied().filter(|_| at < looked)));
                let mut ends = files
                    .iter()
                    .filter(|other| other[..looked] == file[..looked])
                    .map(|other| samples(other[..count].iter().copied().map(Some)).verdict());
                let first = ends.next();
                let is_the_same = ends.all(|end| Some(end) == first);
                assert_eq!(open.is_settled(), is_the_same, "{:?}", open.pages);
                if is_the_same {
                    settled.push(file[..looked].to_vec());
                }
            }
        }
        settled.dedup();
        let all = |answer| vec![answer, answer];
        let two = [TextLayer::Scan, TextLayer::ScanWithText, TextLayer::Text].map(all);
        assert!(settled.contains(&vec![TextLayer::Text]) && two.iter().all(|pair| settled.contains(pair)));
    }

    #[test]
    fn most_pages_decide_empty_ones_have_no_say_and_text_wins_a_draw() {
        use TextLayer::{None as Empty, Scan, Text};
        let verdict = |layers: &[TextLayer]| samples(layers.iter().copied().map(Some)).verdict();
        assert_eq!(verdict(&[Text, Scan, Scan]), Some(Scan));
        assert_eq!(verdict(&[Scan, Text, Text]), Some(Text));
        assert_eq!(verdict(&[Scan, Text]), Some(Text));
        assert_eq!(verdict(&[Scan, Empty, Empty]), Some(Scan));
        assert_eq!(verdict(&[Empty]), Some(Empty));
        assert_eq!(verdict(&[]), None);
    }
}
