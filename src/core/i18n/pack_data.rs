//! How the texts of a language are stored.

use super::{key::MessageKey, plural::PluralRule};
use crate::core::language::Language;
use std::borrow::Cow;

/// The settings that are texts, in the order in which they stand before the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core::i18n) enum Setting {
    Locale,
    Group,
    Decimal,
    Byte,
    Bytes,
    Kilobyte,
    Megabyte,
}

impl Setting {
    pub(in crate::core::i18n) const ALL: [(Self, &'static str); 7] = [
        (Self::Locale, "locale"),
        (Self::Group, "group"),
        (Self::Decimal, "decimal"),
        (Self::Byte, "byte"),
        (Self::Bytes, "bytes"),
        (Self::Kilobyte, "kilobyte"),
        (Self::Megabyte, "megabyte"),
    ];
}

/// All texts in one, with the length of each: two allocations for a pack that is read, none for one that is compiled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::core::i18n) struct PackData {
    pub(in crate::core::i18n) language: Language,
    pub(in crate::core::i18n) plural_rule: PluralRule,
    pub(in crate::core::i18n) group_from: usize,
    /// The settings, then the messages.
    pub(in crate::core::i18n) joined: Cow<'static, str>,
    pub(in crate::core::i18n) lengths: Cow<'static, [usize]>,
    /// What staff read in place of the same messages. Empty in a pack that is read: a file has the texts for one of both.
    pub(in crate::core::i18n) staff: &'static [(MessageKey, &'static str)],
}
