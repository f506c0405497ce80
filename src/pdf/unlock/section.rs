//! Writes the cross-reference of a revision, with its trailer: as a table, or as a stream if objects are in object streams.

use super::object::push_hex;
use crate::pdf::object::{Dict, Object};

/// The keys of a trailer that describe the old cross-reference or the encryption.
const DROPPED: [&[u8]; 11] =
    [b"Encrypt", b"Prev", b"XRefStm", b"Size", b"Type", b"W", b"Index", b"Length", b"Filter", b"DecodeParms", b"DL"];
/// The most bytes that an entry takes.
pub(super) const MAX_ROW_LEN: usize = 40;
/// The generation number of a free object that is never used again.
const MAX_GENERATION: u16 = u16::MAX;

/// An entry of the new cross-reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Free,
    /// Offset and generation number.
    Offset(u64, u16),
    /// The number of an object stream, and the index within it.
    InStream(u32, u32),
}

/// The entries of a revision, by number in ascending order.
pub(super) type Rows = Vec<(u32, Row)>;

/// The trailer of a revision.
pub(super) struct Trailer<'a> {
    /// That of the file.
    pub(super) dict: &'a Dict,
    pub(super) size: u32,
    /// Where the cross-reference of the previous revision starts.
    pub(super) previous: Option<u64>,
    /// The generation number of an object.
    pub(super) generation: &'a dyn Fn(u32) -> u16,
}

/// Appends a table (ISO 32000-1, 7.5.4).
pub(super) fn write_table(mut rows: Rows, trailer: &Trailer, out: &mut Vec<u8>) {
    add_head(&mut rows, trailer);
    out.extend_from_slice(b"xref\n");
    for run in runs(&rows) {
        out.extend_from_slice(format!("{} {}\n", run.first().map_or(0, |row| row.0), run.len()).as_bytes());
        for (_, row) in run {
            let line = match row {
                Row::Offset(offset, generation) => format!("{offset:010} {generation:05} n \n"),
                Row::Free | Row::InStream(..) => format!("{:010} {MAX_GENERATION:05} f \n", 0),
            };
            out.extend_from_slice(line.as_bytes());
        }
    }
    out.extend_from_slice(b"trailer\n<<");
    push_trailer(trailer, out);
    out.extend_from_slice(b">>\n");
}

/// Appends a stream (7.5.8), as the object of that number.
pub(super) fn write_stream(mut rows: Rows, id: u32, trailer: &Trailer, out: &mut Vec<u8>) {
    add_head(&mut rows, trailer);
    rows.retain(|row| row.0 != id);
    let at = rows.partition_point(|row| row.0 < id);
    rows.insert(at, (id, Row::Offset(out.len() as u64, 0)));
    let index: Vec<String> =
        runs(&rows).iter().map(|run| format!("{} {}", run.first().map_or(0, |row| row.0), run.len())).collect();
    let mut data = Vec::new();
    for (_, row) in &rows {
        let (kind, second, third): (u8, u64, u32) = match *row {
            Row::Free => (0, 0, MAX_GENERATION.into()),
            Row::Offset(offset, generation) => (1, offset, generation.into()),
            Row::InStream(stream, index) => (2, stream.into(), index),
        };
        data.push(kind);
        data.extend_from_slice(&second.to_be_bytes());
        data.extend_from_slice(&third.to_be_bytes());
    }
    let (index, len) = (index.join(" "), data.len());
    out.extend_from_slice(format!("{id} 0 obj\n<</Type/XRef/W[1 8 4]/Index[{index}]/Length {len}").as_bytes());
    push_trailer(trailer, out);
    out.extend_from_slice(b">>\nstream\n");
    out.extend_from_slice(&data);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}

/// The oldest revision must, and each other may, begin with the head of the list of free objects.
fn add_head(rows: &mut Rows, trailer: &Trailer) {
    if rows.first().is_none_or(|row| row.0 != 0) && (trailer.previous.is_none() || rows.is_empty()) {
        rows.insert(0, (0, Row::Free));
    }
}

/// The rows whose numbers follow each other.
fn runs(rows: &[(u32, Row)]) -> Vec<&[(u32, Row)]> {
    rows.chunk_by(|row, next| row.0.checked_add(1) == Some(next.0)).collect()
}

fn push_trailer(trailer: &Trailer, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("/Size {}", trailer.size).as_bytes());
    if let Some(previous) = trailer.previous {
        out.extend_from_slice(format!("/Prev {previous}").as_bytes());
    }
    for (key, value) in trailer.dict.0.iter().filter(|entry| !DROPPED.contains(&entry.0.as_slice())) {
        push_name(key, out);
        out.push(b' ');
        push_value(value, trailer, out);
    }
}

fn push_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*:".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02x}").as_bytes());
        }
    }
}

fn push_value(value: &Object, trailer: &Trailer, out: &mut Vec<u8>) {
    match value {
        Object::Null | Object::Keyword(_) => out.extend_from_slice(b"null"),
        Object::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Int(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(name) => push_name(name, out),
        Object::String(string) => push_hex(string, out),
        Object::Reference(id) => {
            out.extend_from_slice(format!("{id} {} R", (trailer.generation)(*id)).as_bytes());
        }
        Object::Array(items) => {
            out.push(b'[');
            for item in items.iter() {
                push_value(item, trailer, out);
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dict(dict) => {
            out.extend_from_slice(b"<<");
            for (key, value) in dict.0.iter() {
                push_name(key, out);
                out.push(b' ');
                push_value(value, trailer, out);
            }
            out.extend_from_slice(b">>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    fn trailer_dict() -> Dict {
        Dict(Rc::new(vec![
            (b"Root".to_vec(), Object::Reference(1)),
            (b"Encrypt".to_vec(), Object::Reference(9)),
            (b"A b".to_vec(), Object::Array(Rc::new(vec![Object::Bool(true), Object::String(b"x".to_vec())]))),
        ]))
    }

    #[test]
    fn a_table_has_a_subsection_for_each_run_of_numbers() {
        let rows = vec![(1, Row::Offset(15, 0)), (2, Row::Free), (7, Row::Offset(80, 3))];
        let dict = trailer_dict();
        let mut out = Vec::new();
        write_table(rows, &Trailer { dict: &dict, size: 8, previous: None, generation: &|_| 2 }, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "xref\n0 3\n0000000000 65535 f \n0000000015 00000 n \n0000000000 65535 f \n7 1\n0000000080 00003 n \n\
             trailer\n<</Size 8/Root 1 2 R/A#20b [true <78> ]>>\n"
        );
    }

    #[test]
    fn a_stream_lists_itself() {
        let dict = trailer_dict();
        let mut out = b"12345".to_vec();
        let trailer = Trailer { dict: &dict, size: 6, previous: Some(3), generation: &|_| 0 };
        write_stream(vec![(1, Row::InStream(4, 2))], 5, &trailer, &mut out);
        let text = String::from_utf8_lossy(&out).into_owned();
        assert!(
            text.starts_with("123455 0 obj\n<</Type/XRef/W[1 8 4]/Index[1 1 5 1]/Length 26/Size 6/Prev 3/Root 1 0 R")
        );
        let data: [u8; 26] = [2, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0];
        assert!(out.windows(26).any(|window| window == data));
    }
}
