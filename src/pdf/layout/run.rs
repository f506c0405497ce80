//! Joins glyphs that are drawn one after another and stand side by side.

use super::glyph::{Direction, Glyph};

/// A gap as wide as this, in heights of the font, separates words.
pub(super) const WORD_GAP: f32 = 0.13;
/// How far a glyph may overlap the one before it, in heights of the font.
const MAX_OVERLAP: f32 = 0.25;
/// How far glyphs of one run may be off its baseline, in heights of the font.
const MAX_OFFSET: f32 = 0.15;
/// By how much the height of the font may change within a run.
const MAX_SIZE_CHANGE: f32 = 0.3;
/// A glyph that is drawn again within this share of its width is the same glyph.
pub(super) const SAME_PLACE: f32 = 0.6;

/// Glyphs that stand side by side.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) direction: Direction,
    pub(super) start: f32,
    pub(super) end: f32,
    next: f32,
    pub(super) down: f32,
    pub(super) size: f32,
    pub(super) is_hidden: bool,
    /// A space was drawn in front of it.
    pub(super) after_space: bool,
    pub(super) text: String,
    /// Where the last glyph starts, and where its text does.
    last: (f32, usize),
}

/// The runs of a page, in the order in which they are drawn.
#[derive(Debug, Default)]
pub(in crate::pdf) struct Runs {
    done: Vec<Run>,
    open: Option<Run>,
    /// The last glyph was a space, which started there.
    space: Option<(Direction, f32, f32)>,
}

impl Runs {
    /// Adds the glyph that is drawn next.
    pub(in crate::pdf) fn push(&mut self, glyph: &Glyph) {
        let text = glyph.text.trim();
        if text.is_empty() {
            if !glyph.text.is_empty() {
                self.close();
                self.space = Some((glyph.direction, glyph.down, glyph.start));
            }
            return;
        }
        if self.open.as_ref().is_some_and(|run| run.repeats(glyph, text)) {
            return;
        }
        if !self.open.as_ref().is_some_and(|run| run.continues_with(glyph)) {
            self.close();
        }
        let after_space = self.space.take().is_some_and(|(direction, down, start)| {
            direction == glyph.direction
                && (down - glyph.down).abs() < MAX_OFFSET * glyph.size
                && (0.0..2.0 * glyph.size).contains(&(glyph.start - start))
        });
        let run = self.open.get_or_insert_with(|| Run {
            direction: glyph.direction,
            start: glyph.start,
            end: glyph.start,
            next: glyph.start,
            down: glyph.down,
            size: glyph.size,
            is_hidden: glyph.is_hidden,
            after_space,
            text: String::new(),
            last: (glyph.start, 0),
        });
        run.last = (glyph.start, run.text.len());
        run.text.push_str(text);
        run.extend(glyph);
    }

    /// Adds the width of a glyph whose text was added with an earlier one.
    pub(in crate::pdf) fn widen(&mut self, glyph: &Glyph) {
        if let Some(run) = self.open.as_mut().filter(|run| run.is_beside(glyph)) {
            run.extend(glyph);
        }
    }

    /// Hides everything that was drawn so far.
    pub(in crate::pdf) fn hide_all(&mut self) {
        self.close();
        self.done.iter_mut().for_each(|run| run.is_hidden = true);
    }

    /// Whether nothing visible was drawn.
    pub(in crate::pdf) fn has_visible(&self) -> bool {
        self.done.iter().chain(&self.open).any(|run| !run.is_hidden)
    }

    /// All runs.
    pub(super) fn finish(mut self) -> Vec<Run> {
        self.close();
        self.done
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
    }
}

impl Run {
    fn is_beside(&self, glyph: &Glyph) -> bool {
        self.direction == glyph.direction && (self.down - glyph.down).abs() < MAX_OFFSET * glyph.size
    }

    /// Whether the glyph is the last one again.
    fn repeats(&self, glyph: &Glyph, text: &str) -> bool {
        let width = (glyph.end - glyph.start).clamp(0.2 * glyph.size, glyph.size);
        self.is_beside(glyph)
            && (glyph.start - self.last.0).abs() < SAME_PLACE * width
            && self.text.get(self.last.1..) == Some(text)
    }

    fn continues_with(&self, glyph: &Glyph) -> bool {
        let size = glyph.size;
        self.is_beside(glyph)
            && (-MAX_OVERLAP * size..WORD_GAP * size).contains(&(glyph.start - self.next))
            && (self.size - size).abs() < MAX_SIZE_CHANGE * size
            && self.is_hidden == glyph.is_hidden
    }

    fn extend(&mut self, glyph: &Glyph) {
        self.end = self.end.max(glyph.end);
        self.next = glyph.next.max(glyph.start);
    }
}
