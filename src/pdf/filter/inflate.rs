//! `FlateDecode` (ISO 32000-1, 7.4.4; RFC 1950 and 1951).
//!
//! A decoder of its own, because a general one makes the download for the check 3 KB larger. It decides as `miniz_oxide`
//! does which streams are damaged. The output grows up to the cap: the sizes that a stream states are never trusted, so a
//! decompression bomb cannot fill the memory. The checksum behind the data is not compared: what was decoded is used in
//! any case.

/// Codes of so many bits are looked up at once, longer ones bit by bit.
const FAST_BITS: u32 = 9;
/// The longest code, in bits.
const MAX_BITS: usize = 15;
/// The order in which the lengths of the codes for code lengths are stored (RFC 1951, 3.2.7).
const LENGTH_ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Why decoding ended before the end of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// The stream is not what the format requires.
    Damaged,
    /// The bytes ended.
    Truncated,
    /// The cap is reached.
    Full,
}

/// Decodes up to the end of the stream or the first error, at most `cap` bytes. Returns also whether data was lost to
/// damage. That the end is missing counts only if nothing could be decoded: common readers don't mind.
pub(super) fn decode(bytes: &[u8], cap: usize) -> (Vec<u8>, bool) {
    // Some writers put more than one line break behind the `stream` keyword.
    let start = bytes.iter().position(|&byte| byte != b'\r' && byte != b'\n').unwrap_or(0);
    let bytes = bytes.get(start..).unwrap_or(bytes);
    let mut out = Vec::new();
    let result = inflate(bytes, true, cap, &mut out);
    if !out.is_empty() || bytes.len() <= 2 || result.is_ok() {
        return (out, result == Err(Stop::Damaged));
    }
    // The data may be intact even if the zlib header is damaged.
    let result = inflate(bytes.get(2..).unwrap_or(&[]), false, cap, &mut out);
    let is_damaged = result == Err(Stop::Damaged) || out.is_empty() && result.is_err();
    (out, is_damaged)
}

/// Appends what a stream holds.
fn inflate(bytes: &[u8], has_header: bool, cap: usize, out: &mut Vec<u8>) -> Result<(), Stop> {
    let mut bits = Bits { rest: bytes.iter(), held: 0, count: 0 };
    if has_header {
        let (method, flags) = (bits.take(8)?, bits.take(8)?);
        let is_valid =
            (method << 8 | flags).is_multiple_of(31) && method & 15 == 8 && method < 0x80 && flags & 0x20 == 0;
        if !is_valid {
            return Err(Stop::Damaged);
        }
    }
    // Made once: a stream may have a block for every ten bits.
    let mut fixed = None;
    loop {
        let header = bits.take(3)?;
        match header >> 1 {
            0 => stored_block(&mut bits, cap, out)?,
            1 => {
                let (literals, distances) = match &mut fixed {
                    Some(codes) => codes,
                    none => none.insert(fixed_codes()?),
                };
                compressed_block(&mut bits, literals, distances, cap, out)?;
            }
            2 => {
                let (literals, distances) = dynamic_codes(&mut bits)?;
                compressed_block(&mut bits, &literals, &distances, cap, out)?;
            }
            _ => return Err(Stop::Damaged),
        }
        if header & 1 == 1 {
            break;
        }
    }
    if has_header {
        bits.skip(bits.count % 8);
        bits.take(16)?;
        bits.take(16)?;
    }
    Ok(())
}

/// The codes of blocks that bring none (RFC 1951, 3.2.6): for literals, and for distances.
fn fixed_codes() -> Result<(Codes, Codes), Stop> {
    let lengths = |symbol: u16| match symbol {
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    };
    let literals: Vec<u8> = (0..288).map(lengths).collect();
    Ok((Codes::new(&literals, true)?, Codes::new(&[5; 32], true)?))
}

/// The bits of a stream, the lowest of each byte first.
struct Bits<'a> {
    rest: std::slice::Iter<'a, u8>,
    held: u32,
    count: u32,
}

impl Bits<'_> {
    /// Holds 25 bits or more, unless the bytes end before.
    fn fill(&mut self) {
        while self.count <= 24 {
            let Some(byte) = self.rest.next() else { return };
            self.held |= u32::from(*byte) << self.count;
            self.count += 8;
        }
    }

    fn skip(&mut self, count: u32) {
        self.held >>= count;
        self.count -= count;
    }

    /// The next bits as a number; 16 at most.
    fn take(&mut self, count: u32) -> Result<u32, Stop> {
        self.fill();
        if self.count < count {
            return Err(Stop::Truncated);
        }
        let value = self.held & ((1 << count) - 1);
        self.skip(count);
        Ok(value)
    }
}

/// A set of prefix codes (RFC 1951, 3.2.2).
struct Codes {
    /// By the next bits: the symbol and the length of its code, which is in the lowest four bits; 0 for longer codes.
    fast: [u16; 1 << FAST_BITS],
    /// How many codes have each length.
    counts: [u16; MAX_BITS + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<u16>,
    /// The length of the longest code.
    longest: u32,
}

impl Codes {
    /// The codes of symbols by their lengths, of which 0 is none. As in zlib, codes for lengths must be complete, and
    /// others unless a single one has a single bit.
    fn new(lengths: &[u8], must_be_complete: bool) -> Result<Self, Stop> {
        let mut codes = Self { fast: [0; 1 << FAST_BITS], counts: [0; MAX_BITS + 1], symbols: Vec::new(), longest: 0 };
        let mut code = 0;
        let mut left = 1i32;
        for (length, count) in (0u16..).zip(&mut codes.counts).skip(1) {
            code <<= 1;
            left <<= 1;
            for symbol in (0u16..).zip(lengths).filter(|(_, own)| u16::from(**own) == length).map(|(symbol, _)| symbol)
            {
                codes.symbols.push(symbol);
                *count += 1;
                left -= 1;
                codes.longest = u32::from(length);
                let mut bits = code << (16 - length);
                bits = u16::reverse_bits(bits);
                code = code.wrapping_add(1);
                while let Some(entry) = codes.fast.get_mut(usize::from(bits))
                    && codes.longest <= FAST_BITS
                {
                    *entry = symbol << 4 | length;
                    bits += 1 << length;
                }
            }
            if left < 0 {
                return Err(Stop::Damaged);
            }
        }
        if left > 0 && (must_be_complete || codes.longest > 1) { Err(Stop::Damaged) } else { Ok(codes) }
    }

    /// The symbol of the next code.
    fn next(&self, bits: &mut Bits<'_>) -> Result<u16, Stop> {
        bits.fill();
        let index = bits.held % (1 << FAST_BITS);
        let entry = self.fast.get(index as usize).copied().unwrap_or(0);
        if entry > 0 {
            let length = u32::from(entry & 15);
            if bits.count < length {
                return Err(Stop::Truncated);
            }
            bits.skip(length);
            return Ok(entry >> 4);
        }
        let (mut code, mut first, mut index) = (0u32, 0u32, 0u32);
        for (length, count) in (1u32..).zip(self.counts.iter().skip(1)).take(self.longest.max(1) as usize) {
            if bits.count < length {
                return Err(Stop::Truncated);
            }
            code |= bits.held >> (length - 1) & 1;
            let count = u32::from(*count);
            if code < first + count {
                bits.skip(length);
                return self.symbols.get((index + code - first) as usize).copied().ok_or(Stop::Damaged);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Err(Stop::Damaged)
    }
}

fn push(out: &mut Vec<u8>, byte: u8, cap: usize) -> Result<(), Stop> {
    if out.len() >= cap {
        return Err(Stop::Full);
    }
    out.push(byte);
    Ok(())
}

fn stored_block(bits: &mut Bits<'_>, cap: usize, out: &mut Vec<u8>) -> Result<(), Stop> {
    bits.skip(bits.count % 8);
    let (length, check) = (bits.take(16)?, bits.take(16)?);
    if length ^ check != 0xFFFF {
        return Err(Stop::Damaged);
    }
    for _ in 0..length {
        let byte = bits.take(8)?;
        push(out, u8::try_from(byte).unwrap_or(0), cap)?;
    }
    Ok(())
}

/// The codes for literals and lengths, and those for distances, which a block states itself.
fn dynamic_codes(bits: &mut Bits<'_>) -> Result<(Codes, Codes), Stop> {
    let literals = bits.take(5)? as usize + 257;
    let distances = bits.take(5)? as usize + 1;
    let stated = bits.take(4)? as usize + 4;
    if literals > 286 || distances > 30 {
        return Err(Stop::Damaged);
    }
    let mut lengths = vec![0; LENGTH_ORDER.len()];
    for place in LENGTH_ORDER.iter().take(stated) {
        let length = bits.take(3)?;
        if let Some(own) = lengths.get_mut(usize::from(*place)) {
            *own = u8::try_from(length).unwrap_or(0);
        }
    }
    let codes = Codes::new(&lengths, true)?;
    lengths.clear();
    while lengths.len() < literals + distances {
        let symbol = codes.next(bits)?;
        let (length, times) = match symbol {
            0..=15 => (u8::try_from(symbol).unwrap_or(0), 1),
            16 => (*lengths.last().ok_or(Stop::Damaged)?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            _ => (0, 11 + bits.take(7)?),
        };
        lengths.resize(lengths.len() + times as usize, length);
    }
    if lengths.len() > literals + distances {
        return Err(Stop::Damaged);
    }
    let (literals, distances) = lengths.split_at_checked(literals).ok_or(Stop::Damaged)?;
    Ok((Codes::new(literals, false)?, Codes::new(distances, false)?))
}

fn compressed_block(
    bits: &mut Bits<'_>,
    literals: &Codes,
    distances: &Codes,
    cap: usize,
    out: &mut Vec<u8>,
) -> Result<(), Stop> {
    loop {
        let symbol = literals.next(bits)?;
        if let Ok(byte) = u8::try_from(symbol) {
            push(out, byte, cap)?;
            continue;
        }
        // Lengths from 3 to 258 and distances from 1, both in steps that double (RFC 1951, 3.2.5).
        let length = match u32::from(symbol) {
            256 => return Ok(()),
            symbol @ 257..=264 => symbol - 254,
            285 => 258,
            symbol @ 265..=284 => {
                let extra = (symbol - 261) / 4;
                3 + ((4 + (symbol - 265) % 4) << extra) + bits.take(extra)?
            }
            _ => return Err(Stop::Damaged),
        };
        let distance = match u32::from(distances.next(bits)?) {
            symbol @ 0..=3 => symbol + 1,
            symbol @ 4..=29 => {
                let extra = symbol / 2 - 1;
                1 + ((2 + symbol % 2) << extra) + bits.take(extra)?
            }
            _ => return Err(Stop::Damaged),
        };
        let start = out.len().checked_sub(distance as usize).ok_or(Stop::Damaged)?;
        let room = cap.saturating_sub(out.len());
        for at in (start..).take(room.min(length as usize)) {
            out.push(out.get(at).copied().unwrap_or(0));
        }
        if room < length as usize {
            return Err(Stop::Full);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    /// What another decoder makes of a stream.
    fn decode_by_miniz(bytes: &[u8], cap: usize) -> (Vec<u8>, bool) {
        use miniz_oxide::inflate::{
            TINFLStatus,
            core::{DecompressorOxide, decompress, inflate_flags},
        };
        let inflate = |bytes: &[u8], header: u32| {
            let flags = header
                | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF
                | inflate_flags::TINFL_FLAG_IGNORE_ADLER32;
            let mut out = vec![0; cap];
            let (status, _, len) = decompress(&mut DecompressorOxide::default(), bytes, &mut out, 0, flags);
            out.truncate(len);
            (out, status)
        };
        let start = bytes.iter().position(|&byte| byte != b'\r' && byte != b'\n').unwrap_or(0);
        let (out, status) = inflate(&bytes[start..], inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER);
        if !out.is_empty() || bytes.len() - start <= 2 || status == TINFLStatus::Done {
            return (out, status == TINFLStatus::Failed);
        }
        let (out, status) = inflate(&bytes[start + 2..], 0);
        let is_damaged = status == TINFLStatus::Failed || out.is_empty() && status != TINFLStatus::Done;
        (out, is_damaged)
    }

    /// Numbers that look random and are the same each time.
    fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        move |below| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below.max(1) as u64).unwrap()
        }
    }

    #[test]
    fn whole_cut_and_damaged_streams_are_decoded_as_another_decoder_does() {
        const CAP: usize = 1 << 16;
        let (mut whole, mut damaged, mut partial) = (0, 0, 0);
        for seed in 1..=6000 {
            let mut number = numbers(seed);
            let (alphabet, len) = (1 + number(256), number(3000));
            let text: Vec<u8> = (0..len).map(|at| u8::try_from(number(alphabet).min(at)).unwrap()).collect();
            let mut stream = match number(4) {
                // Nothing but noise, in which blocks of each kind begin.
                0 => (0..number(200)).map(|_| u8::try_from(number(256)).unwrap()).collect(),
                _ => compress_to_vec_zlib(&text, u8::try_from(number(10)).unwrap()),
            };
            for _ in 0..number(4) {
                // Most of what decides stands at the start.
                let reach = [4, 40, stream.len()][number(3)].min(stream.len());
                if let Some(byte) = stream.get_mut(number(reach)) {
                    *byte ^= 1 << number(8);
                }
            }
            if number(3) == 0 {
                stream.truncate(number(stream.len()));
            }
            let cap = if number(8) == 0 { number(len) + 1 } else { CAP };
            let (out, is_damaged) = decode(&stream, cap);
            let (expected, expected_damage) = decode_by_miniz(&stream, cap);
            assert_eq!(out, expected, "seed {seed}");
            // At the cap, what follows is not looked at.
            assert!(is_damaged == expected_damage || out.len() == cap, "seed {seed}");
            whole += usize::from(!is_damaged && out == text);
            damaged += usize::from(is_damaged);
            partial += usize::from(is_damaged && !out.is_empty());
        }
        assert!(whole > 500 && damaged > 500 && partial > 200, "{whole} whole, {damaged} damaged, {partial} in part");
    }

    #[test]
    fn codes_of_every_length_are_decoded() {
        // Rare symbols have long codes.
        let text: Vec<u8> =
            (0..22u32).flat_map(|symbol| vec![u8::try_from(symbol).unwrap(); 1 << (21 - symbol)]).collect();
        let mut number = numbers(1);
        let mut shuffled = text.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, number(at + 1));
        }
        for text in [text, shuffled] {
            assert!(decode(&compress_to_vec_zlib(&text, 9), 8 << 20) == (text, false));
        }
    }

    #[test]
    fn compressed_data_is_restored() {
        let text: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(decode(&compress_to_vec_zlib(&text, 6), 1 << 20), (text, false));
    }

    #[test]
    fn the_output_of_a_bomb_stops_at_the_cap() {
        let bomb = compress_to_vec_zlib(&vec![0; 10 << 20], 9);
        assert_eq!(decode(&bomb, 1000).0.len(), 1000);
    }

    #[test]
    fn a_truncated_stream_is_decoded_up_to_its_end() {
        let text = b"statement ".repeat(1000);
        let packed = compress_to_vec_zlib(&text, 1);
        let (out, is_damaged) = decode(&packed[..packed.len() / 2], 1 << 20);
        assert!(!out.is_empty() && text.starts_with(&out) && !is_damaged);
    }

    #[test]
    fn damage_is_told_from_an_empty_stream() {
        // A stored block, and a block of a type that does not exist.
        let broken = b"\x78\x01\x00\x05\x00\xFA\xFFhello\x07";
        assert_eq!(decode(broken, 1000), (b"hello".to_vec(), true));
        assert_eq!(decode(&compress_to_vec_zlib(b"", 6), 1000), (Vec::new(), false));
        assert_eq!(decode(b"", 1000), (Vec::new(), false));
        assert_eq!(decode(b"no zlib stream at all", 1000), (Vec::new(), true));
    }
}
