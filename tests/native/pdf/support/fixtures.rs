//! One small file for each code path of the inspector: the seeds of the mutation fuzz tests and the fuzzer.

use super::{Rc4Encryption, Writer, find_last};

/// The files, by name.
pub(crate) fn fixtures() -> Vec<(&'static str, Vec<u8>)> {
    let mut form =
        Writer::page("q 600 0 0 800 0 0 cm /I Do Q /X Do BT /F 9 Tf 3 Tr [(a)-3(b)] TJ ET BI /W 1 ID \0 EI ");
    form.stream(5, "/Type/XObject/Subtype/Image/Width 9/Height 9", &[0; 81]);
    form.stream(
        6,
        "/Type/XObject/Subtype/Form/BBox[0 0 300 400]/Filter/LZWDecode",
        b"\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01",
    );
    let old = Writer::statement(2).table();
    let start = find_last(&old, b"xref\n0 1") as u64;
    let encrypted = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(01234567890123456789012345678901)\
                     /U(01234567890123456789012345678901)>>";
    let locked = Rc4Encryption::new(b"user", b"owner");
    vec![
        ("table", Writer::statement(3).table()),
        ("long-table", Writer::statement(3).long_table("\n")),
        ("streams", Writer::statement(5).streams()),
        ("form", form.table()),
        ("form-streams", form.streams()),
        ("update", Writer::statement(2).update(old, start)),
        ("encrypted", Writer::statement(1).table_with(" \n", encrypted)),
        ("locked", locked.encrypt(&Writer::statement(2)).table_with(" \n", &locked.trailer)),
        ("spread", spread(Writer::statement(2)).long_table(" \n")),
        ("spread-streams", spread(Writer::statement(2)).streams()),
    ]
}

/// Moves the objects apart, so that they are read one after another. Small files are read in one round.
fn spread(file: Writer) -> Writer {
    let mut spread = Writer::default();
    for (filler, (id, body)) in (500..).zip(file.objects) {
        spread.put(id, body);
        spread.stream(filler, "", &vec![b' '; 22_000]);
    }
    spread
}
