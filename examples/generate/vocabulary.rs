//! The words that fields of the JSON take. Where an enum has no list of its own, [`every!`] makes one that does not
//! compile when a variant is missing from it.

use flinks_upload::{
    core::{
        connect::{
            error_code::{ErrorCode, FallbackCode},
            message::{MessageKind, Step},
        },
        error::UploadError,
        files::{
            finding::{Finding, Severity},
            report::Status,
        },
        offer::Reason,
        results::{member::MemberAccountKind, status::UploadStatus},
        schema::Word,
    },
    pdf::{Encryption, FileKind, LimitExceeded, TextLayer},
    statement::{Confidence, Kind},
};
use serde::Serialize;

/// A value of each variant. The pattern on the left makes it exhaustive.
macro_rules! every {
    ($Type:ty: $($pattern:pat => $value:expr,)+) => {{
        let _is_exhaustive = |value: $Type| match value { $($pattern => (),)+ };
        vec![$($value),+]
    }};
}

/// A union of TypeScript.
pub(crate) struct Union {
    pub(crate) name: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) words: Vec<String>,
    /// Whether other words may be received, too.
    pub(crate) is_open: bool,
}

impl Union {
    fn new(name: &'static str, docs: &'static str, words: Vec<String>) -> Self {
        Self { name, docs, words, is_open: false }
    }

    fn open(self) -> Self {
        Self { is_open: true, ..self }
    }
}

/// All unions of the details and the report.
pub(crate) fn unions() -> Result<Vec<Union>, String> {
    let kinds = kinds();
    let uploadable: Vec<_> = kinds.iter().copied().filter(|kind| *kind == FileKind::Pdf || kind.is_image()).collect();
    let findings = Finding::SCHEMA.iter().map(|finding| finding.code.to_owned()).collect();
    Ok(vec![
        Union::new("FindingCode", "The code of a finding.", findings),
        Union::new(
            "Severity",
            "With an error the file can't be uploaded; with a warning it can, but there may be a problem.",
            texts(Severity::SCHEMA),
        ),
        Union::new("StatementKind", "What kind of document a file is.", texts(Kind::SCHEMA)),
        Union::new(
            "Confidence",
            "How sure a fact is: `seen` if one sign in the text speaks for it, `sure` if two independent ones agree.",
            texts(Confidence::SCHEMA),
        ),
        Union::new("FileKind", "What the bytes of a file are.", serialized(&kinds)?),
        Union::new("DocumentKind", "The kinds of file that can be uploaded.", serialized(&uploadable)?),
        Union::new("FileStatus", "The result of the check of one file.", serialized(&statuses())?),
        Union::new(
            "Encryption",
            "Whether a PDF is encrypted, and whether it opens without a password.",
            serialized(&encryptions())?,
        ),
        Union::new("TextLayer", "Whether the pages hold text or images of text.", serialized(&text_layers())?),
        Union::new(
            "CheckLimit",
            "Which limit of the check was hit; `checker` if the check crashed or could not be loaded.",
            serialized(&limits())?,
        ),
        Union::new("MessageKind", "Which family a message of Connect belongs to.", texts(MessageKind::SCHEMA)),
        Union::new("ConnectStep", "A step of Connect; others may be added by Flinks.", texts(Step::SCHEMA)).open(),
        Union::new("FlinksCode", "An error code of Flinks; others may be added by Flinks.", texts(ErrorCode::SCHEMA))
            .open(),
        Union::new("FallbackCode", "The codes after which upload is offered.", texts(FallbackCode::SCHEMA)),
        Union::new("OfferReason", "Why upload is offered.", texts(&offer_reasons())),
        Union::new(
            "UploadStatusCode",
            "How far an upload is; other words of your server are passed on.",
            texts(UploadStatus::SCHEMA),
        )
        .open(),
        Union::new("UploadErrorCode", "The code of an `upload-error`.", texts(&upload_errors())),
        Union::new(
            "MemberAccountKind",
            "An account of a membership, by the suffix of its member number.",
            serialized(&member_kinds())?,
        ),
    ])
}

/// Why upload may be offered.
pub(crate) fn offer_reasons() -> Vec<Word> {
    let reasons = every! { Reason:
        Reason::Primary => Reason::Primary,
        Reason::Error(_) => Reason::Error(FallbackCode::InvalidLogin),
        Reason::Forced => Reason::Forced,
        Reason::NotListed => Reason::NotListed,
        Reason::Inactivity => Reason::Inactivity,
    };
    let word = |reason: &Reason| Word {
        text: reason.as_str(),
        docs: match reason {
            Reason::Primary => &["Primary mode: an institution was selected."],
            Reason::Error(_) => &["One of the eight codes came."],
            Reason::Forced => &["Upload mode, or your page called `offerUpload()`."],
            Reason::NotListed => &["The person reports that the institution is not listed."],
            Reason::Inactivity => &["Connect posted no message for as long as `offer-on` says."],
        },
    };
    reasons.iter().map(word).collect()
}

/// The codes of `upload-error`, with the one that the element itself reports when the wasm is missing.
pub(crate) fn upload_errors() -> Vec<Word> {
    let load_failed = Word { text: "load-failed", docs: &["The wasm could not be loaded; the person can try again."] };
    UploadError::SCHEMA.iter().copied().chain([load_failed]).collect()
}

fn kinds() -> Vec<FileKind> {
    every! { FileKind:
        FileKind::Pdf => FileKind::Pdf,
        FileKind::Jpeg => FileKind::Jpeg,
        FileKind::Png => FileKind::Png,
        FileKind::Bmp => FileKind::Bmp,
        FileKind::Tiff => FileKind::Tiff,
        FileKind::Heic => FileKind::Heic,
        FileKind::Webp => FileKind::Webp,
        FileKind::Gif => FileKind::Gif,
        FileKind::Avif => FileKind::Avif,
        FileKind::Zip => FileKind::Zip,
        FileKind::Html => FileKind::Html,
        FileKind::Ole => FileKind::Ole,
        FileKind::Email => FileKind::Email,
        FileKind::Csv => FileKind::Csv,
        FileKind::Rtf => FileKind::Rtf,
        FileKind::Postscript => FileKind::Postscript,
        FileKind::Other => FileKind::Other,
    }
}

fn statuses() -> Vec<Status> {
    every! { Status:
        Status::Checking => Status::Checking,
        Status::Ready => Status::Ready,
        Status::Warning => Status::Warning,
        Status::Rejected => Status::Rejected,
    }
}

fn encryptions() -> Vec<Encryption> {
    every! { Encryption:
        Encryption::None => Encryption::None,
        Encryption::Opens => Encryption::Opens,
        Encryption::NeedsPassword => Encryption::NeedsPassword,
        Encryption::NeedsCertificate => Encryption::NeedsCertificate,
        Encryption::Unknown => Encryption::Unknown,
    }
}

fn text_layers() -> Vec<TextLayer> {
    every! { TextLayer:
        TextLayer::Text => TextLayer::Text,
        TextLayer::Scan => TextLayer::Scan,
        TextLayer::ScanWithText => TextLayer::ScanWithText,
        TextLayer::None => TextLayer::None,
    }
}

fn limits() -> Vec<LimitExceeded> {
    every! { LimitExceeded:
        LimitExceeded::Bytes => LimitExceeded::Bytes,
        LimitExceeded::Objects => LimitExceeded::Objects,
        LimitExceeded::Work => LimitExceeded::Work,
        LimitExceeded::Time => LimitExceeded::Time,
        LimitExceeded::Checker => LimitExceeded::Checker,
    }
}

fn member_kinds() -> Vec<MemberAccountKind> {
    every! { MemberAccountKind:
        MemberAccountKind::Chequing => MemberAccountKind::Chequing,
        MemberAccountKind::Savings => MemberAccountKind::Savings,
        MemberAccountKind::Additional => MemberAccountKind::Additional,
    }
}

fn texts(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.text.to_owned()).collect()
}

fn serialized<T: Serialize>(values: &[T]) -> Result<Vec<String>, String> {
    let word = |value: &T| match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(format!("{other:?} is not a word")),
    };
    values.iter().map(word).collect()
}
