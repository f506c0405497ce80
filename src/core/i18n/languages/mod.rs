//! The languages, one file each: the source of truth for every text and for how numbers are written.
//!
//! A language is compiled in if its Cargo feature is on. A further language is one file here and one line in
//! `core::language`; the compiler names the feature, keys and settings that are missing.

use super::pack_data::PackData;
use crate::core::language::{Language, languages};

/// A language. Each key has one text, in the order of the keys; anything else does not compile. Below `staff` are the texts
/// that staff read instead.
#[allow(unused_macros, reason = "nothing uses it where no language is compiled in")]
macro_rules! language {
    (
        language: $Language:ident,
        locale: $locale:literal,
        singular: $PluralRule:ident,
        group: $group:literal,
        group_from: $group_from:literal,
        decimal: $decimal:literal,
        units: [$byte:literal, $bytes:literal, $kilobyte:literal, $megabyte:literal],
        messages: {$($Key:ident => $text:literal,)+},
        staff: {$($StaffKey:ident => $staff_text:literal,)+},
        accounts: {$($AccountsKey:ident => $accounts_text:literal,)+},
    ) => {
        use crate::core::{
            i18n::{key::MessageKey, pack_data::PackData, plural::PluralRule},
            language::Language,
        };
        use std::borrow::Cow;

        pub(in crate::core::i18n) const PACK: PackData = PackData {
            language: Language::$Language,
            plural_rule: PluralRule::$PluralRule,
            group_from: $group_from,
            joined: Cow::Borrowed(concat!($locale, $group, $decimal, $byte, $bytes, $kilobyte, $megabyte, $($text),+)),
            lengths: Cow::Borrowed(&[
                $locale.len(),
                $group.len(),
                $decimal.len(),
                $byte.len(),
                $bytes.len(),
                $kilobyte.len(),
                $megabyte.len(),
                $($text.len()),+
            ]),
            staff: &[$((MessageKey::$StaffKey, $staff_text)),+],
        };
        assert_complete!(MessageKey: $($Key)+);

        // Only for the generated files: no wasm has these.
        #[cfg(any(test, feature = "generate"))]
        pub(in crate::core::i18n) const ACCOUNTS: (&str, &[usize]) =
            (concat!($($accounts_text),+), &[$($accounts_text.len()),+]);
        #[cfg(any(test, feature = "generate"))]
        use crate::core::i18n::accounts::AccountsKey;
        #[cfg(any(test, feature = "generate"))]
        assert_complete!(AccountsKey: $($AccountsKey)+);
    };
}

/// Does not compile unless each key is there once, and in order. The `match` is there for the compiler to name the key.
#[allow(unused_macros, reason = "nothing uses it where no language is compiled in")]
macro_rules! assert_complete {
    ($Keys:ident: $($Key:ident)+) => {
        const _: fn($Keys) = |key| match key {
            $($Keys::$Key => {})+
        };
        const _: () = {
            let mut keys: &[$Keys] = &[$($Keys::$Key),+];
            assert!(keys.len() == $Keys::ALL.len(), "a key has no text, or more than one");
            while let [rest @ .., last] = keys {
                assert!(*last as usize == rest.len(), "the texts are not in the order of the keys");
                keys = rest;
            }
        };
    };
}

macro_rules! modules {
    ($($(#[$doc:meta])* $Name:ident = $tag:literal, $module:ident, $feature:tt;)+) => {
        $(
            #[cfg(any(test, feature = $feature))]
            mod $module;
        )+

        /// Whether any language is compiled in.
        pub(super) const ARE_COMPILED_IN: bool = cfg!(any(test, $(feature = $feature),+));

        /// What is compiled in of a language.
        pub(super) fn built_in(language: Language) -> Option<PackData> {
            match language {
                $(
                    #[cfg(any(test, feature = $feature))]
                    Language::$Name => Some($module::PACK),
                )+
                #[allow(unreachable_patterns, reason = "reached if not all languages are compiled in")]
                _ => None,
            }
        }

        /// The texts of `<flinks-accounts>`, in the order of their keys.
        #[cfg(any(test, feature = "generate"))]
        pub(super) fn accounts(language: Language, key: super::accounts::AccountsKey) -> &'static str {
            let (joined, lengths) = match language {
                $(Language::$Name => $module::ACCOUNTS,)+
            };
            super::key::nth(joined, lengths, key as usize)
        }
    };
}

languages!(modules);
