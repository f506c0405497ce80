//! What the scanner finds in small content streams.

use crate::pdf::{
    budget::Budget,
    content::Interpreter,
    document::{Document, IndirectObject},
    matrix::Matrix,
    object::{Dict, Object},
    text_layer::scanner::{PageContent, PageScanner},
};
use std::rc::Rc;

fn dict(key: &[u8], value: Object) -> Object {
    Object::Dict(Dict(Rc::new(vec![(key.to_vec(), value)])))
}

fn scan(content: &[u8]) -> PageContent {
    let mut document = Document::new(0, &Budget::default());
    let fonts = dict(b"F", Object::Int(1));
    let image = dict(b"Subtype", Object::Name(b"Image".to_vec()));
    let objects = dict(b"I", image);
    let resources = Dict(Rc::new(vec![(b"Font".to_vec(), fonts), (b"XObject".to_vec(), objects)]));
    let resources = Rc::new(IndirectObject::direct(Object::Dict(resources)));
    let mut scanner = PageScanner::new([0.0, 0.0, 100.0, 200.0]);
    Interpreter::new(&mut scanner).run(&mut document, &resources, content, Matrix::IDENTITY, 0).unwrap();
    scanner.content
}

#[test]
fn only_painted_text_is_visible() {
    assert_eq!(scan(b"BT /F 9 Tf (abc) Tj [(d) -3 (e)] TJ (f) ' 1 2 (g) \" ET").visible_text, 7);
    assert_eq!(scan(b"BT /F 9 Tf (  ) Tj () Tj ET").visible_text, 0);
    assert_eq!(scan(b"BT (no font) Tj /G 9 Tf (nor this) Tj ET").visible_text, 0);
    assert_eq!(scan(b"BT /F 9 Tf 3 Tr (abc) Tj ET").hidden_text, 3);
}

#[test]
fn an_image_covers_the_transformed_unit_square() {
    assert!((scan(b"q 100 0 0 100 0 0 cm /I Do Q").image_coverage - 0.5).abs() < 1e-6);
    assert!((scan(b"q 0 400 -400 0 100 0 cm /I Do Q").image_coverage - 1.0).abs() < 1e-6);
    assert!((scan(b"q 10 0 0 10 0 0 cm q 2 0 0 2 0 0 cm Q /I Do Q").image_coverage - 0.005).abs() < 1e-6);
    assert!((scan(b"q 50 0 0 200 0 0 cm BI /W 1 /H 1 ID \x01 EIx EI Q").image_coverage - 0.5).abs() < 1e-6);
}

#[test]
fn an_image_hides_text_under_it_but_not_over_it() {
    let over = scan(b"BT /F 9 Tf (abc) Tj ET q 100 0 0 200 0 0 cm /I Do Q");
    assert_eq!((over.visible_text, over.hidden_text), (0, 3));
    let under = scan(b"q 100 0 0 200 0 0 cm /I Do Q BT /F 9 Tf (abc) Tj ET");
    assert_eq!((under.visible_text, under.hidden_text), (3, 0));
}

#[test]
fn scanning_continues_behind_an_inline_image() {
    assert_eq!(scan(b"BI /W 1 /H 1 ID \xFF\x00 EI BT /F 9 Tf (abc) Tj ET").visible_text, 3);
}

/// The data of an unfiltered image held `EI` and an opening parenthesis, so all text behind it was lost and the page was
/// reported to hold none. The length of such data is known.
#[test]
fn an_end_mark_inside_the_data_of_an_inline_image_does_not_lose_the_page() {
    let content = scan(b"BI /W 8 /H 2 /BPC 8 /CS /G ID \xFF\x00 EI (Wxyz 1234 EI BT /F 9 Tf (abc) Tj ET");
    assert_eq!(content.visible_text, 3);
}
