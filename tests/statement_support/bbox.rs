//! Lines from the output of `pdftotext -bbox-layout`: its words, put into lines and cells by their place.

use flinks_upload::statement::{Cell, Document, Line, Page};

struct Word {
    x0: f32,
    x1: f32,
    y0: f32,
    y1: f32,
    text: String,
}

/// Reads a document. Text that `pdftotext` drew more than once in one place is there once.
pub(crate) fn document(html: &str) -> Document {
    let mut document = Document::default();
    let mut words: Vec<Word> = Vec::new();
    for line in html.lines().map(str::trim) {
        if line.starts_with("<meta name=\"Producer\"") {
            document.producer = unescape(attribute(line, "content").unwrap_or(""));
        } else if line.starts_with("<meta name=\"Creator\"") {
            document.creator = unescape(attribute(line, "content").unwrap_or(""));
        } else if line.starts_with("<page ") {
            let height = number(line, "height");
            document.pages.push(Page { height, lines: Vec::new() });
        } else if line.starts_with("<word ") {
            let text =
                line.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</word>")).map_or("", |(text, _)| text);
            words.push(Word {
                x0: number(line, "xMin"),
                x1: number(line, "xMax"),
                y0: number(line, "yMin"),
                y1: number(line, "yMax"),
                text: unescape(text),
            });
        } else if line == "</page>" {
            let page = document.pages.last_mut().unwrap();
            page.lines = lines(std::mem::take(&mut words));
        }
    }
    document
}

fn lines(mut words: Vec<Word>) -> Vec<Line> {
    let middle = |word: &Word| f32::midpoint(word.y0, word.y1);
    words.sort_by(|one, other| middle(one).total_cmp(&middle(other)));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let is_same_row = |row: &Vec<Word>| {
            let first = &row[0];
            (middle(first) - middle(&word)).abs() < 0.4 * (first.y1 - first.y0).min(word.y1 - word.y0)
        };
        match rows.last_mut().filter(|row| is_same_row(row)) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    rows.into_iter().map(line).collect()
}

fn line(mut words: Vec<Word>) -> Line {
    words.sort_by(|one, other| one.x0.total_cmp(&other.x0));
    let y = f32::midpoint(words[0].y0, words[0].y1);
    let mut cells: Vec<Cell> = Vec::new();
    for word in words {
        let height = word.y1 - word.y0;
        match cells.last_mut() {
            Some(cell) if word.x0 - cell.x1 < 0.9 * height => {
                cell.text.push(' ');
                cell.text.push_str(&word.text);
                cell.x1 = word.x1;
            }
            _ => cells.push(Cell { x0: word.x0, x1: word.x1, text: word.text }),
        }
    }
    Line { y, cells }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag.get(start..)?.split('"').next()
}

fn number(tag: &str, name: &str) -> f32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
