//! Decides what one page holds, from its content stream and, if that shows nothing, from its form fields.

use super::scanner::{PageContent, PageScanner};
use crate::pdf::{
    content::Interpreter,
    document::{Document, IndirectObject},
    error::ParseResult,
    matrix::Matrix,
    page_content::{MAX_ANNOTATIONS, PageParts, field_value_len, normal_appearance, page_contents},
    page_tree::Page,
    report::TextLayer,
};

/// A page of which images cover at least this fraction may be a scan.
const PAGE_SIZED_COVERAGE: f32 = 0.5;
/// Fewer bytes of visible text than this on a scan are a stamp, or the name of the app that made it.
const MIN_TEXT_LEN: u32 = 60;

/// What a page holds.
pub(super) fn classify_page(document: &mut Document, page: &Page) -> ParseResult<TextLayer> {
    let parts = PageParts::of(document, page)?;
    let mut scanner = PageScanner::new(parts.page_box);
    let mut interpreter = Interpreter::new(&mut scanner);
    // Checked after the content was requested, so that both are read in one round.
    let resources = document.resolve(parts.resources);
    let bytes = page_contents(document, parts.dict.get(b"Contents"))?;
    interpreter.run(document, &resources?, &bytes, Matrix::IDENTITY, 0)?;
    // Most annotations are links. Filled-in form fields matter only on a page that shows no other text.
    let mut field_text = 0u32;
    if interpreter.shows_no_text() {
        let annotations = document.get(parts.dict, b"Annots");
        if let Some(annotations) = interpreter.defer(annotations)? {
            for annotation in annotations.object.as_array().unwrap_or(&[]).iter().take(MAX_ANNOTATIONS) {
                let value = field_value_len(document, annotation);
                field_text = field_text.saturating_add(interpreter.defer(value)?.unwrap_or(0));
                let appearance = normal_appearance(document, annotation);
                if let Some(Some(appearance)) = interpreter.defer(appearance)? {
                    let no_resources = IndirectObject::null();
                    interpreter.run_form(document, &appearance, &no_resources, Matrix::IDENTITY, 1)?;
                }
            }
        }
    }
    interpreter.finish()?;
    scanner.count_blank(document)?;
    scanner.content.visible_text = scanner.content.visible_text.saturating_add(field_text);
    Ok(text_layer(&scanner.content))
}

fn text_layer(content: &PageContent) -> TextLayer {
    let is_covered = content.image_coverage >= PAGE_SIZED_COVERAGE;
    let all_text = content.visible_text.saturating_add(content.hidden_text);
    if is_covered && all_text < MIN_TEXT_LEN {
        TextLayer::Scan
    } else if is_covered && content.visible_text < MIN_TEXT_LEN {
        TextLayer::ScanWithText
    } else if all_text == 0 {
        TextLayer::None
    } else {
        TextLayer::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_and_text_decide_what_a_page_holds() {
        let table = [
            ((500, 0, 0.0), TextLayer::Text),
            ((500, 0, 1.0), TextLayer::Text),
            ((5, 0, 0.1), TextLayer::Text),
            ((5, 0, 1.0), TextLayer::Scan),
            ((5, 60, 1.0), TextLayer::ScanWithText),
            ((1, 0, 0.1), TextLayer::Text),
            ((0, 500, 1.0), TextLayer::ScanWithText),
            ((0, 500, 0.0), TextLayer::Text),
            ((0, 0, 1.0), TextLayer::Scan),
            ((0, 0, 0.1), TextLayer::None),
        ];
        for ((visible_text, hidden_text, image_coverage), layer) in table {
            let content = PageContent { visible_text, hidden_text, image_coverage };
            assert_eq!(text_layer(&content), layer, "{content:?}");
        }
    }
}
