//! Numbers as people write them, and as `Intl` does for `en-CA` and `fr-CA`: a test in the browser compares them.

use crate::core::language::Language;

/// A whole number, its digits in threes: `1,234` or `1 234`.
pub(super) fn grouped(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(if language == Language::English { ',' } else { '\u{a0}' });
        }
        grouped.push(digit);
    }
    grouped
}

/// A size: `1.5 MB` or `1,5 Mo`, never broken in two. Rounded up from the second digit on, so that nothing over a limit looks like it.
pub(super) fn size(language: Language, bytes: u64) -> String {
    let is_english = language == Language::English;
    let (tenth, english, french) = match bytes {
        1 => (0, "byte", "octet"),
        // In French, zero is singular.
        0 => (0, "bytes", "octet"),
        2..1_000 => (0, "bytes", "octets"),
        // Never 1,000 of the smaller unit.
        1_000..=999_900 => (100, "kB", "ko"),
        _ => (100_000, "MB", "Mo"),
    };
    let tenths = if tenth == 0 { bytes.saturating_mul(10) } else { bytes.div_ceil(tenth) };
    let (whole, rest) = (grouped(language, tenths / 10), tenths % 10);
    let rest = match rest {
        0 => String::new(),
        _ => format!("{}{rest}", if is_english { '.' } else { ',' }),
    };
    format!("{whole}{rest}\u{a0}{}", if is_english { english } else { french })
}
