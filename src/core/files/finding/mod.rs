//! What the check finds in a file or a batch: data with numbers inside. The texts are in [`crate::core::i18n`].
//!
//! `findings!` is the one table. A finding that is added here has its code, severity, JSON and example at once, and
//! does not compile until [`crate::core::view`] has its text.

use super::file::FileId;
use crate::core::{
    schema::{Field, FindingSchema},
    string_enum::closed_string_enum,
};
use crate::{
    core::date::Date,
    pdf::{FileKind, LimitExceeded},
    statement::Kind,
};
use serde::{Serialize, Serializer, ser::SerializeMap};

closed_string_enum! {
    /// The weight of a finding. With an error the file can't be uploaded; with a warning it can.
    #[derive(PartialOrd, Ord)]
    pub enum Severity {
        /// Worth knowing.
        Info = "info",
        /// The file is accepted, but may cause trouble.
        Warning = "warning",
        /// The file is left out.
        Error = "error",
    }
}

/// Expands the table of findings. Of each:
/// - its documentation says when it occurs;
/// - the severity is one, or follows a field of type `bool`: `if field { Error } else { Warning }`;
/// - a field has its name in JSON and its TypeScript type, or is `internal` and not serialized;
/// - a finding with fields has examples, one for each severity. Tests and the generator go through them.
macro_rules! findings {
    ($(
        $(#[doc = $doc:literal])+
        $Variant:ident = $code:literal, $severity:tt
        $({
            $($(#[doc = $field_doc:literal])+ $field:ident: $Type:ty => $wire:tt $(: $ts:literal)?,)+
        } $(examples [$({ $($value:tt)+ }),+])?)?;
    )+) => {
        /// One finding. Sizes are in bytes.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Finding {
            $($(#[doc = $doc])+ $Variant $({ $($(#[doc = $field_doc])+ $field: $Type,)+ })?,)+
        }

        impl Finding {
            /// Every finding: code, severities, fields and documentation.
            pub const SCHEMA: &'static [FindingSchema] = &[$(FindingSchema {
                code: $code,
                severities: findings!(@severities $severity),
                fields: &[$($(Field {
                    wire: findings!(@wire $wire),
                    ts: concat!($($ts)?),
                    docs: &[$($field_doc),+],
                },)+)?],
                docs: &[$($doc),+],
            },)+];

            /// The stable code by which hosts tell findings apart.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$Variant { .. } => $code,)+
                }
            }

            /// How serious it is.
            pub fn severity(&self) -> Severity {
                match self {
                    $(#[allow(unused_variables, reason = "most severities follow no field")]
                    Self::$Variant $({ $($field),+ })? => findings!(@severity $severity),)+
                }
            }

            /// Examples of every finding, in the order of the table, with each severity that it can have.
            pub fn examples() -> Vec<Self> {
                vec![$(findings!(@examples $Variant $({ $($field)+ } $([$({ $($value)+ }),+])?)?)),+].concat()
            }
        }

        impl Serialize for Finding {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("code", self.code())?;
                map.serialize_entry("severity", &self.severity())?;
                match self {
                    $(Self::$Variant $({ $($field),+ })? => { $($(findings!(@entry map, $field, $wire);)+)? })+
                }
                map.end()
            }
        }
    };

    (@severity { if $flag:ident { $Then:ident } else { $Else:ident } }) => {
        if *$flag { Severity::$Then } else { Severity::$Else }
    };
    (@severity $Severity:ident) => { Severity::$Severity };
    (@severities { if $flag:ident { $Then:ident } else { $Else:ident } }) => {
        &[Severity::$Then.as_str(), Severity::$Else.as_str()]
    };
    (@severities $Severity:ident) => { &[Severity::$Severity.as_str()] };

    (@wire internal) => { None };
    (@wire $name:literal) => { Some($name) };
    (@entry $map:ident, $field:ident, internal) => { let _ = $field; };
    (@entry $map:ident, $field:ident, $name:literal) => { $map.serialize_entry($name, $field)?; };

    (@examples $Variant:ident) => { vec![Self::$Variant] };
    (@examples $Variant:ident { $($field:ident)+ }) => {
        compile_error!(concat!("the finding ", stringify!($Variant), " has fields and needs `examples [{ … }]`"))
    };
    (@examples $Variant:ident { $($field:ident)+ } [$({ $($value:tt)+ }),+]) => { vec![$(Self::$Variant { $($value)+ }),+] };
}

/// The date in the examples.
const EXAMPLE_DATE: Date = Date::EPOCH;

findings! {
    /// The file has 0 bytes.
    Empty = "empty", Error;

    /// The bytes are not a PDF, whatever the name and the MIME type say.
    NotAPdf = "not-a-pdf", Error {
        /// What the bytes are.
        found: FileKind => "found": "Exclude<FileKind, 'pdf'>",
    } examples [{ found: FileKind::Html }];

    /// The file is an image, and only PDF files are accepted.
    UnsupportedType = "unsupported-type", Error {
        /// What the bytes are.
        found: FileKind => "found": "Exclude<FileKind, 'pdf'>",
    } examples [{ found: FileKind::Png }];

    /// No page can be found in the PDF.
    Damaged = "damaged", Error;

    /// The PDF does not open with the empty password.
    PasswordRequired = "password-required", Error;

    /// The PDF is encrypted for the holders of certificates (error), or by a method that the check doesn't know (warning).
    UnsupportedEncryption = "unsupported-encryption", { if certain { Error } else { Warning } } {
        /// Whether nobody but the holder of a certificate can open it.
        certain: bool => internal,
    } examples [{ certain: true }, { certain: false }];

    /// The browser can't read the file: it was moved or changed, or permission is missing.
    Unreadable = "unreadable", Error;

    /// The file is larger than the host's limit (error), or than the 20 MB that the provider publishes (warning).
    OverFileSize = "over-file-size", { if certain { Error } else { Warning } } {
        /// The size of the file, in bytes.
        size: u64 => "size": "number",
        /// The limit, in bytes.
        limit: u64 => "limit": "number",
        /// Whether the host set the limit.
        certain: bool => internal,
    } examples [
        { size: 30_000_000, limit: 10_000_000, certain: true },
        { size: 30_000_000, limit: 20_000_000, certain: false }
    ];

    /// There are more files than fit in one upload. The first ones are kept; removing others makes room for this one.
    TooManyFiles = "too-many-files", Error {
        /// The number of files with this one.
        count: u32 => "count": "number",
        /// The limit, in files.
        limit: u32 => "limit": "number",
    } examples [{ count: 25, limit: 24 }];

    /// The files are larger than one upload may be. The first ones are kept; removing others makes room for this one.
    OverTotalSize = "over-total-size", Error {
        /// The size of all files with this one, in bytes.
        total: u64 => "total": "number",
        /// The limit, in bytes.
        limit: u64 => "limit": "number",
    } examples [{ total: 190_000_000, limit: 180_000_000 }];

    /// The files have between 180 × 10⁶ and 180 × 2²⁰ bytes, which may be too much: the provider does not say which of the two "180 MB" means.
    NearTotalSize = "near-total-size", Warning {
        /// The size of all files, in bytes.
        total: u64 => "total": "number",
        /// The limit, in bytes.
        limit: u64 => "limit": "number",
    } examples [{ total: 185_000_000, limit: 180_000_000 }];

    /// The file has the same bytes as one that was picked before; names, sizes and dates don't count.
    Duplicate = "duplicate", Error {
        /// The `id` of the file that was picked before.
        of: FileId => "of": "number",
    } examples [{ of: FileId(1) }];

    /// The end of the PDF is missing, or a page or its content that the PDF names, but pages were found.
    Incomplete = "incomplete", Warning;

    /// The end of the PDF is there and so are its pages, but they had to be found without its index, which is damaged.
    Rebuilt = "rebuilt", Warning;

    /// The pages are images without text: they are accepted, but processed more slowly.
    Scanned = "scanned", Warning;

    /// The pages have neither text nor page-sized images, such as vector outlines.
    NoText = "no-text", Info;

    /// The PDF is a portfolio, a container for attached files.
    Portfolio = "portfolio", Warning;

    /// The PDF was made by a print-to-PDF producer, which fraud checks are known to flag by mistake.
    PrintedCopy = "printed-copy", Warning;

    /// The check crashed or hit a limit; the file is still accepted.
    Unchecked = "unchecked", Warning {
        /// Which limit was hit; `checker` if the check crashed or could not be loaded.
        budget: LimitExceeded => "budget": "CheckLimit",
    } examples [{ budget: LimitExceeded::Objects }];

    /// The PDF is encrypted but opens with the empty password, as bank statements often do.
    Restricted = "restricted", Info;

    /// The PDF was locked, and was unlocked here with its password. The copy is the one to upload.
    Unlocked = "unlocked", Info;

    /// A PDF editor or scanner app made the file, as its producer says, or a later revision of it changed what a page
    /// shows; fraud checks name that.
    Edited = "edited", Warning;

    /// By its own page marks, pages are missing.
    MissingPages = "missing-pages", Warning {
        /// How many pages the statement says that it has.
        of: u32 => "of": "number",
        /// The numbers of the pages that are missing.
        missing: Vec<u32> => "missing": "number[]",
    } examples [{ of: 5, missing: vec![2, 4] }];

    /// The document is a pay stub, a tax form or a printed list of transactions.
    NotAStatement = "not-a-statement", Warning {
        /// What it is.
        document: Kind => "document": "StatementKind",
    } examples [{ document: Kind::PayStub }];

    /// The statement is of another institution than the one that was selected.
    OtherInstitution = "other-institution", Warning {
        /// The institution; `null` if it is not known.
        institution: Option<String> => "institution": "string | null",
        /// The institution that was selected.
        expected: String => "expected": "string",
    } examples [{ institution: Some("TD".to_owned()), expected: "RBC".to_owned() }];

    /// No statement covers these days of an account.
    MissingPeriod = "missing-period", Warning {
        /// The institution; `null` if it is not known.
        institution: Option<String> => "institution": "string | null",
        /// The last digits of the account number; `null` if they are not known.
        digits: Option<String> => "digits": "string | null",
        /// The first day, as `YYYY-MM-DD`.
        from: Date => "from": "string",
        /// The last day, as `YYYY-MM-DD`.
        to: Date => "to": "string",
    } examples [{
        institution: Some("RBC".to_owned()),
        digits: Some("1234".to_owned()),
        from: EXAMPLE_DATE,
        to: EXAMPLE_DATE,
    }];

    /// The newest statement of an account ended too long ago.
    Outdated = "outdated", Warning {
        /// The institution; `null` if it is not known.
        institution: Option<String> => "institution": "string | null",
        /// The last digits of the account number; `null` if they are not known.
        digits: Option<String> => "digits": "string | null",
        /// The last day, as `YYYY-MM-DD`.
        to: Date => "to": "string",
    } examples [{ institution: Some("RBC".to_owned()), digits: Some("1234".to_owned()), to: EXAMPLE_DATE }];

    /// The statements are of more than one institution.
    SeveralInstitutions = "several-institutions", Warning {
        /// The institutions.
        institutions: Vec<String> => "institutions": "string[]",
    } examples [{ institutions: vec!["RBC".to_owned(), "TD".to_owned()] }];

    /// The statements are of more than one account.
    SeveralAccounts = "several-accounts", Info {
        /// The number of accounts.
        count: u32 => "count": "number",
    } examples [{ count: 2 }];
}

#[cfg(test)]
mod tests;
