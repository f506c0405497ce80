//! Numbers as people write them, and as `Intl` does for the locale of the language: a test in the browser compares them.

use super::{LanguagePack, pack_data::Setting};

/// A whole number, its digits in threes: `1,234` or `1 234`.
pub(super) fn grouped(pack: &LanguagePack, number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < pack.group_from() {
        return digits;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(pack.setting(Setting::Group));
        }
        grouped.push(digit);
    }
    grouped
}

/// A size: `1.5 MB` or `1,5 Mo`, never broken in two. Rounded up from the second digit on, so that nothing over a limit looks like it.
pub(super) fn size(pack: &LanguagePack, bytes: u64) -> String {
    let (tenth, unit) = match bytes {
        0..1_000 if pack.plural_rule().is_singular(bytes) => (0, Setting::Byte),
        0..1_000 => (0, Setting::Bytes),
        // Never 1,000 of the smaller unit.
        1_000..=999_900 => (100, Setting::Kilobyte),
        _ => (100_000, Setting::Megabyte),
    };
    let tenths = if tenth == 0 { bytes.saturating_mul(10) } else { bytes.div_ceil(tenth) };
    let (whole, rest) = (grouped(pack, tenths / 10), tenths % 10);
    let rest = match rest {
        0 => String::new(),
        _ => format!("{}{rest}", pack.setting(Setting::Decimal)),
    };
    format!("{whole}{rest}\u{a0}{}", pack.setting(unit))
}
