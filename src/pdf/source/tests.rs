//! Which ranges a source asks for, and how supplied bytes fit together.

use super::*;

/// The ranges of the next round. Each is supplied with bytes that hold their own offset in KB.
fn supplied(source: &mut Source) -> Vec<(u64, u32)> {
    let ranges: Vec<_> = source.next_ranges().unwrap().into_iter().map(|range| (range.offset, range.len)).collect();
    let slice = |&(offset, len): &(u64, u32)| {
        (offset..offset + u64::from(len)).map(|at| u8::try_from(at >> 10).unwrap()).collect()
    };
    assert!(!source.supply(ranges.iter().map(slice).collect()));
    ranges
}

const KB: u64 = 1 << 10;

#[test]
fn close_requests_are_merged_and_available_bytes_are_not_read_again() {
    let mut source = Source::new(100 * KB, 100 * KB);
    source.request(0, 10);
    source.request(20, 10);
    source.request(8 * KB, KB);
    assert_eq!(supplied(&mut source), [(0, 9 << 10)], "close requests, whether or not the gap is available");
    source.request(7 * KB, 3 * KB);
    source.request(8 * KB, 2 * KB);
    assert_eq!(supplied(&mut source), [(9 * KB, 1 << 10)]);
}

#[test]
fn bytes_in_front_of_a_request_are_read_ahead_unless_available() {
    let mut source = Source::new(100 * KB, 100 * KB);
    source.request(50 * KB, KB);
    source.request(2 * KB, KB);
    assert_eq!(supplied(&mut source), [(0, 3 << 10), (46 * KB, 5 << 10)]);
    source.request(52 * KB, KB);
    assert_eq!(supplied(&mut source), [(51 * KB, 2 << 10)]);
}

#[test]
fn a_request_is_split_around_available_chunks() {
    let mut source = Source::new(100 * KB, 200 * KB);
    source.request(20 * KB, 10 * KB);
    source.request(90 * KB, 10 * KB);
    assert_eq!(supplied(&mut source), [(16 * KB, 14 << 10), (86 * KB, 14 << 10)]);
    source.request(0, 100 * KB);
    assert_eq!(supplied(&mut source), [(0, 16 << 10), (30 * KB, 56 << 10)]);
    let bytes = source.available(0);
    assert_eq!(bytes.len() as u64, 100 * KB);
    assert!(bytes.chunks(1 << 10).enumerate().all(|(at, chunk)| chunk.iter().all(|&byte| usize::from(byte) == at)));
}

#[test]
fn adjacent_chunks_are_merged() {
    let mut source = Source::new(30 * KB, 100 * KB);
    for start in [20 * KB, 0, 10 * KB] {
        assert_eq!(source.read(start, 10 * KB), Err(ParseError::NeedData));
        supplied(&mut source);
    }
    assert_eq!(source.read(5 * KB, 50 * KB).unwrap().len() as u64, 25 * KB);
    assert_eq!(source.available(20 * KB - 1)[..2], [19, 20]);
}

#[test]
fn a_short_slice_is_the_end_of_the_file() {
    let mut source = Source::new(1000, 1000);
    source.request(500, 100);
    assert_eq!(source.next_ranges().unwrap(), [Range { offset: 0, len: 600 }]);
    assert!(source.supply(vec![vec![0; 507]]));
    assert_eq!(source.size(), 507);
    assert_eq!(source.request(507, 1), ParseError::Malformed);
}

#[test]
fn the_byte_budget_ends_reading() {
    let mut source = Source::new(1000, 99);
    source.request(0, 100);
    assert!(matches!(source.next_ranges(), Err(ParseError::LimitExceeded(LimitExceeded::Bytes))));
}
