//! Writes small PDFs, valid and damaged.

use miniz_oxide::deflate::compress_to_vec_zlib;

/// The line break of an entry of 20 bytes in a cross-reference table.
pub(crate) const STANDARD_LINE_BREAK: &str = " \n";

/// A file to write: objects by number.
#[derive(Default, Clone)]
pub(crate) struct Writer {
    pub(super) objects: Vec<(u32, Vec<u8>)>,
}

impl Writer {
    /// Adds an object, or replaces the one of that number.
    pub(crate) fn put(&mut self, id: u32, body: impl AsRef<[u8]>) -> &mut Self {
        self.objects.retain(|object| object.0 != id);
        self.objects.push((id, body.as_ref().to_vec()));
        self
    }

    /// Adds a stream with these dictionary entries, to which the length is added.
    pub(crate) fn stream(&mut self, id: u32, entries: &str, data: &[u8]) -> &mut Self {
        let mut body = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.put(id, body)
    }

    /// A file with `pages` pages, each with a line of text. 1 is the catalog, 2 the page tree, 3 the font, 4 the document
    /// information. Pages have the numbers 10, 12 and so on.
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

    /// A file with one page of that content. Its resources name object 5 as the image `I` and 6 as the form `X`, which the
    /// test adds if it needs them.
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

    /// The objects, each followed by an unused stream of `len` bytes.
    pub(crate) fn objects_apart(self, len: usize) -> Vec<(u32, Vec<u8>)> {
        let mut filler = Self::default();
        filler.stream(0, "", &vec![b' '; len]);
        let filler = filler.objects.remove(0).1;
        let pairs = (500..).zip(self.objects).map(|(id, object)| [object, (id, filler.clone())]);
        pairs.flatten().collect()
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

    /// Appends the objects to `out`. Returns the number and the offset of each.
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Vec<(u32, usize)> {
        let mut offsets = Vec::new();
        self.body(out, &mut offsets);
        offsets
    }

    /// The file with a cross-reference table.
    pub(crate) fn table(&self) -> Vec<u8> {
        self.table_with(STANDARD_LINE_BREAK, "")
    }

    /// The file with a cross-reference table, with that line break and with further entries in the trailer.
    pub(crate) fn table_with(&self, line_end: &str, trailer: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
        self.append_table(&mut out, line_end, trailer);
        out
    }

    /// Appends the objects to a file as an incremental update.
    pub(crate) fn update(&self, mut file: Vec<u8>, previous: u64) -> Vec<u8> {
        self.append_table(&mut file, STANDARD_LINE_BREAK, &format!("/Prev {previous}"));
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

    /// The file with a cross-reference table of one subsection, as most writers do it. Unused numbers are free.
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

    /// The file with an object stream and a cross-reference stream with a predictor, as Acrobat writes it.
    pub(crate) fn streams(&self) -> Vec<u8> {
        let (plain, packed): (Vec<_>, Vec<_>) =
            self.objects.iter().cloned().partition(|object| object.1.windows(6).any(|part| part == b"stream"));
        let object_stream = self.size();
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (id, body) in &packed {
            index += &format!("{id} {} ", bodies.len());
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
        }
        let contents = [index.as_bytes(), &bodies].concat();
        let mut file = Self { objects: plain };
        let entries = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", packed.len(), index.len());
        file.stream(object_stream, &entries, &compress_to_vec_zlib(&contents, 6));
        let mut out = b"%PDF-1.5\n".to_vec();
        let mut offsets = Vec::new();
        file.body(&mut out, &mut offsets);
        let (own, start) = (object_stream + 1, out.len());
        offsets.push((own, start));
        let mut rows = Vec::new();
        for id in 0..=own {
            let (kind, first, second) = if let Some(place) = packed.iter().position(|object| object.0 == id) {
                (2, object_stream, u16::try_from(place).unwrap())
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

/// Encodes rows with the PNG filter Up: each as its difference from the row above.
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
