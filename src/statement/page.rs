//! The lines of a document, with their place, and which program made the file.

use crate::pdf::{DocumentText, Line, PageText};

/// The text of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The pages in the order of the file. One that could not be read has no lines.
    pub pages: Vec<Page>,
    /// Some pages are missing or have more text than was read.
    pub is_partial: bool,
    /// The Producer entry of the document information dictionary; empty without one.
    pub producer: String,
    /// The Creator entry of the document information dictionary; empty without one.
    pub creator: String,
    /// Whether some of the text is a layer of recognized characters behind a picture. Facts are never sure then.
    pub is_recognized: bool,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The height, in the unit of the lines.
    pub height: f32,
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
}

impl From<DocumentText> for Document {
    fn from(text: DocumentText) -> Self {
        let is_whole = |page: &Option<PageText>| page.as_ref().is_some_and(|page| !page.is_truncated);
        let has_all = u32::try_from(text.pages.len()) == Ok(text.page_count);
        Self {
            is_partial: !has_all || !text.pages.iter().all(|(_, page)| is_whole(page)),
            is_recognized: text.pages.iter().filter_map(|(_, page)| page.as_ref()).any(PageText::is_hidden_only),
            pages: text.pages.into_iter().map(|(_, page)| page.map(Page::from).unwrap_or_default()).collect(),
            producer: text.producer,
            creator: text.creator,
        }
    }
}

impl From<PageText> for Page {
    /// The lines that can be seen, or else those of the layer of recognized characters; and of them those that run in the
    /// direction in which the page is to be read.
    fn from(mut page: PageText) -> Self {
        let is_recognized = page.is_hidden_only();
        page.lines.retain(|line| line.is_hidden == is_recognized);
        let length = |rotation: u16| {
            let lines = page.lines.iter().filter(|line| line.rotation == rotation);
            lines.flat_map(|line| &line.cells).map(|cell| cell.text.len()).sum::<usize>()
        };
        // The first of equals, as text runs to the right where nothing says otherwise.
        let rotation = [270, 180, 90, 0].into_iter().max_by_key(|rotation| length(*rotation)).unwrap_or_default();
        page.lines.retain(|line| line.rotation == rotation);
        Self { height: if rotation % 180 == 0 { page.height } else { page.width }, lines: page.lines }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::Cell;

    fn line(text: &str, rotation: u16, is_hidden: bool) -> Line {
        let cells = vec![Cell { text: text.to_owned(), ..Cell::default() }];
        Line { rotation, is_hidden, cells, ..Line::default() }
    }

    fn read(pages: Vec<Option<Vec<Line>>>) -> Document {
        let page = |lines| PageText { width: 612.0, height: 792.0, lines, ..PageText::default() };
        let pages: Vec<_> = (0..).zip(pages.into_iter().map(|lines| lines.map(page))).collect();
        Document::from(DocumentText { page_count: 2, pages, ..DocumentText::default() })
    }

    fn texts(document: &Document) -> Vec<Vec<String>> {
        document.pages.iter().map(|page| page.lines.iter().map(Line::text).collect()).collect()
    }

    #[test]
    fn hidden_text_counts_only_where_no_other_is() {
        let decoy = read(vec![Some(vec![line("seen", 0, false), line("decoy", 0, true)]), Some(vec![])]);
        assert_eq!((texts(&decoy), decoy.is_recognized), (vec![vec!["seen".to_owned()], vec![]], false));
        let scan = read(vec![Some(vec![line("recognized", 0, true)]), Some(vec![line("seen", 0, false)])]);
        assert_eq!(texts(&scan), [["recognized"], ["seen"]]);
        assert!(scan.is_recognized && !scan.is_partial);
    }

    #[test]
    fn a_page_is_read_in_the_direction_of_most_of_its_text() {
        let upright = read(vec![Some(vec![line("upright", 0, false), line("margin", 90, false)])]);
        assert_eq!((texts(&upright), upright.pages[0].height), (vec![vec!["upright".to_owned()]], 792.0));
        let turned = read(vec![Some(vec![line("12", 0, false), line("turned text", 90, false)])]);
        assert_eq!((texts(&turned), turned.pages[0].height), (vec![vec!["turned text".to_owned()]], 612.0));
    }

    #[test]
    fn what_was_not_read_makes_a_document_partial() {
        let page = || Some(vec![line("seen", 0, false)]);
        assert!(!read(vec![page(), page()]).is_partial);
        assert!(read(vec![page()]).is_partial);
        let middle = read(vec![None, page()]);
        assert_eq!((texts(&middle), middle.is_partial), (vec![vec![], vec!["seen".to_owned()]], true));
    }
}
