//! Numbers as people write them.

use super::Language;

/// A size: `1.5 MB` or `1,5 Mo`. Rounded up from the second digit on, so that nothing over a limit looks like it.
pub(super) fn size(language: Language, bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => (1, 0),
        1_000..1_000_000 => (1_000, 1),
        _ => (1_000_000, 2),
    };
    let tenths = bytes.saturating_mul(10).div_ceil(unit);
    let (whole, rest) = (tenths / 10, tenths % 10);
    let (names, point, space) = match language {
        Language::English => (["bytes", "KB", "MB"], '.', ' '),
        Language::French => (["octets", "ko", "Mo"], ',', '\u{a0}'),
    };
    let name = names.get(name).copied().unwrap_or_default();
    if rest == 0 { format!("{whole}{space}{name}") } else { format!("{whole}{point}{rest}{space}{name}") }
}
