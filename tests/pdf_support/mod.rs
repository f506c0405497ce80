//! Writes small PDFs, good ones and bad ones, for the tests of the PDF check.
#![allow(dead_code, unused_imports, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "plain to read, and speed is no matter here")]

mod fixtures;
mod pieces;
mod share;
mod stopwatch;

pub(crate) use fixtures::fixtures;
use flinks_upload::pdf::{Budget, Inspector, PdfReport, Step};
use miniz_oxide::deflate::compress_to_vec_zlib;
pub(crate) use pieces::look_in_pieces;
pub(crate) use share::Share;
pub(crate) use stopwatch::Stopwatch;

/// How lines of the cross-reference table end.
pub(crate) const EVEN: &str = " \n";

/// A file being written: objects by number.
#[derive(Default, Clone)]
pub(crate) struct Writer {
    objects: Vec<(u32, Vec<u8>)>,
}

impl Writer {
    pub(crate) fn put(&mut self, id: u32, body: impl AsRef<[u8]>) -> &mut Self {
        self.objects.retain(|object| object.0 != id);
        self.objects.push((id, body.as_ref().to_vec()));
        self
    }

    pub(crate) fn stream(&mut self, id: u32, entries: &str, data: &[u8]) -> &mut Self {
        let mut body = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.put(id, body)
    }

    /// A file with `pages` pages, each with a line of text. 1 is the catalog, 2 the tree, 3 the font, 4 the information.
    pub(crate) fn statement(pages: u32) -> Self {
        let mut file = Self::default();
        let kids: String = (0..pages).map(|page| format!("{} 0 R ", 10 + page * 2)).collect();
        file.put(1, "<</Type/Catalog/Pages 2 0 R>>");
        file.put(2, format!("<</Type/Pages/Count {pages}/Kids[{kids}]/MediaBox[0 0 612 792]>>"));
        file.put(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        file.put(4, "<</Producer(OpenText Exstream)>>");
        for page in 0..pages {
            let (id, content) = (10 + page * 2, 11 + page * 2);
            let text = format!("BT /F 12 Tf 72 700 Td (Opening balance on page {page}) Tj ET");
            file.put(id, format!("<</Type/Page/Parent 2 0 R/Contents {content} 0 R/Resources<</Font<</F 3 0 R>>>>>>"));
            file.stream(content, "/Filter/FlateDecode", &compress_to_vec_zlib(text.as_bytes(), 6));
        }
        file
    }

    /// A file with one page of that content; 5 is an image and 6 a form, if the content names them `I` and `X`.
    pub(crate) fn page(content: &str) -> Self {
        let mut file = Self::default();
        file.put(1, "<</Type/Catalog/Pages 2 0 R>>");
        file.put(2, "<</Type/Pages/Count 1/Kids[10 0 R]>>");
        file.put(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        let resources = "<</Font<</F 3 0 R>>/XObject<</I 5 0 R/X 6 0 R>>>>";
        file.put(10, format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R/Resources{resources}>>"));
        file.stream(11, "", content.as_bytes());
        file
    }

    fn size(&self) -> u32 {
        self.objects.iter().map(|object| object.0 + 1).max().unwrap_or(1)
    }

    fn body(&self, out: &mut Vec<u8>, offsets: &mut Vec<(u32, usize)>) {
        for (id, body) in &self.objects {
            offsets.push((*id, out.len()));
            out.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
            out.extend_from_slice(body);
            out.extend_from_slice(b"\nendobj\n");
        }
    }

    /// Adds the objects alone to `out`; gives the number and the place of each.
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Vec<(u32, usize)> {
        let mut offsets = Vec::new();
        self.body(out, &mut offsets);
        offsets
    }

    /// With a cross-reference table.
    pub(crate) fn table(&self) -> Vec<u8> {
        self.table_with(EVEN, "")
    }

    /// With a cross-reference table whose lines end so, and further entries in the trailer.
    pub(crate) fn table_with(&self, line_end: &str, trailer: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
        self.append_table(&mut out, line_end, trailer);
        out
    }

    /// Adds the objects to a file as an update of it.
    pub(crate) fn update(&self, mut file: Vec<u8>, previous: u64) -> Vec<u8> {
        self.append_table(&mut file, EVEN, &format!("/Prev {previous}"));
        file
    }

    fn append_table(&self, out: &mut Vec<u8>, line_end: &str, trailer: &str) {
        let mut offsets = Vec::new();
        self.body(out, &mut offsets);
        let start = out.len();
        let mut text = format!("xref\n0 1\n0000000000 65535 f{line_end}");
        for (id, offset) in &offsets {
            text += &format!("{id} 1\n{offset:010} 00000 n{line_end}");
        }
        let size = self.size();
        text += &format!("trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        out.extend_from_slice(text.as_bytes());
    }

    /// With one run of rows for all numbers, as most writers have it; those without an object are free.
    pub(crate) fn long_table(&self, line_end: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n".to_vec();
        let mut offsets = Vec::new();
        self.body(&mut out, &mut offsets);
        let (start, size) = (out.len(), self.size());
        let mut text = format!("xref\n0 {size}\n");
        for id in 0..size {
            text += &match offsets.iter().find(|place| place.0 == id) {
                Some((_, offset)) => format!("{offset:010} 00000 n{line_end}"),
                None => format!("0000000000 65535 f{line_end}"),
            };
        }
        text += &format!("trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF\n");
        out.extend_from_slice(text.as_bytes());
        out
    }

    /// With object streams and a cross-reference stream, predicted as Acrobat does it.
    pub(crate) fn streams(&self) -> Vec<u8> {
        let (plain, packed): (Vec<_>, Vec<_>) =
            self.objects.iter().cloned().partition(|object| object.1.windows(6).any(|part| part == b"stream"));
        let container = self.size();
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (id, body) in &packed {
            index += &format!("{id} {} ", bodies.len());
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
        }
        let contents = [index.as_bytes(), &bodies].concat();
        let mut file = Self { objects: plain };
        let entries = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", packed.len(), index.len());
        file.stream(container, &entries, &compress_to_vec_zlib(&contents, 6));
        let mut out = b"%PDF-1.5\n".to_vec();
        let mut offsets = Vec::new();
        file.body(&mut out, &mut offsets);
        let (own, start) = (container + 1, out.len());
        offsets.push((own, start));
        let mut rows = Vec::new();
        for id in 0..=own {
            let (kind, first, second) = if let Some(place) = packed.iter().position(|object| object.0 == id) {
                (2, container, u16::try_from(place).unwrap())
            } else {
                match offsets.iter().find(|place| place.0 == id) {
                    Some((_, offset)) => (1, u32::try_from(*offset).unwrap(), 0),
                    None => (0, 0, 0xFFFF),
                }
            };
            rows.push(kind);
            rows.extend(first.to_be_bytes());
            rows.extend(second.to_be_bytes());
        }
        let data = compress_to_vec_zlib(&predict_up(&rows, 7), 6);
        let entries = format!(
            "/Type/XRef/Size {}/W[1 4 2]/Root 1 0 R/Info 4 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>",
            own + 1
        );
        let mut last = Self::default();
        last.stream(own, &entries, &data);
        last.body(&mut out, &mut Vec::new());
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        out
    }
}

/// Each row as its difference from the one above: the PNG predictor "up".
fn predict_up(rows: &[u8], width: usize) -> Vec<u8> {
    let mut above = vec![0; width];
    let mut out = Vec::new();
    for row in rows.chunks(width) {
        out.push(2);
        out.extend(row.iter().zip(&above).map(|(own, above)| own.wrapping_sub(*above)));
        above = row.to_vec();
    }
    out
}

/// What a look into a file took.
pub(crate) struct Looked {
    pub(crate) report: PdfReport,
    pub(crate) read: u64,
    pub(crate) rounds: u32,
}

pub(crate) fn look(bytes: &[u8], budget: &Budget) -> Looked {
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    let (mut read, mut rounds) = (0, 0);
    loop {
        match step {
            Step::Need(ranges) => {
                rounds += 1;
                read += ranges.iter().map(|range| u64::from(range.len)).sum::<u64>();
                step = inspector.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
            }
            Step::Done(report) => return Looked { report, read, rounds },
        }
    }
}

/// The last place where `needle` stands.
pub(crate) fn last(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).rposition(|window| window == needle).unwrap()
}

/// Numbers that look random and are the same each time.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}
