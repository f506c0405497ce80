//! What is said of a finding: what is the matter, why it matters, what to do.

use crate::{
    core::{
        connect::error_code::FallbackCode,
        error::UploadError,
        files::{coverage::DateRange, finding::Finding, report::Status},
        i18n::{Catalog, MessageKey, Value},
        offer::{Offer, Reason},
        results::status::UploadStatus,
    },
    pdf::FileKind,
    statement::Kind,
};

/// What is said of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingText {
    /// What is the matter.
    pub summary: String,
    /// Why it matters, and what the person can do about it.
    pub detail: String,
}

impl Catalog {
    /// The title of an offer.
    pub fn offer_title(&self, reason: &Reason) -> String {
        self.text(match reason {
            Reason::Error(_) => MessageKey::OfferErrorTitle,
            Reason::Inactivity => MessageKey::OfferInactivityTitle,
            Reason::Primary | Reason::Forced | Reason::NotListed => MessageKey::OfferTitle,
        })
    }

    /// Why upload is offered, and what for.
    pub fn offer(&self, offer: &Offer) -> String {
        let institution = offer.institution.as_ref().map_or_else(
            || self.text(MessageKey::InstitutionUnknown),
            |name| self.format(MessageKey::InstitutionKnown, &[("institution", Value::Text(name.as_str()))]),
        );
        let (key, reason) = match &offer.reason {
            Reason::Primary => (MessageKey::OfferPrimary, String::new()),
            Reason::Forced => (MessageKey::OfferForced, String::new()),
            Reason::NotListed => (MessageKey::OfferNotListed, String::new()),
            Reason::Inactivity => (MessageKey::OfferInactivity, String::new()),
            Reason::Error(code) => (error_offer_key(*code), self.text(reason_key(*code))),
        };
        self.format(key, &[("reason", Value::Text(&reason)), ("institution", Value::Text(&institution))])
    }

    /// A file's verdict.
    pub fn status(&self, status: Status) -> String {
        self.text(match status {
            Status::Checking => MessageKey::StatusChecking,
            Status::Ready => MessageKey::StatusReady,
            Status::Warning => MessageKey::StatusWarning,
            Status::Rejected => MessageKey::StatusRejected,
        })
    }

    /// Where a batch stands that is checked: how many may go, of how many, how many can't be used, and how many are locked.
    pub fn summary(&self, ready: u32, files: u32, attention: u32, locked: u32) -> String {
        let key = if attention == 0 { MessageKey::Summary } else { MessageKey::SummaryAttention };
        let values = [("ready", ready), ("files", files), ("attention", attention)];
        let text = self.format(key, &values.map(|(name, count)| (name, Value::Count(count))));
        if locked == 0 {
            return text;
        }
        let values = [("summary", Value::Text(&text)), ("locked", Value::Count(locked))];
        self.format(MessageKey::SummaryLocked, &values)
    }

    /// How far an upload is: the title, and what that means for the person.
    pub fn received(&self, status: Option<&UploadStatus>, is_slow: bool) -> (String, String) {
        use MessageKey as Key;
        let (title, text) = match status {
            None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => (Key::ReceivedTitle, Key::Received),
            Some(UploadStatus::Processing) => (Key::ProcessingTitle, Key::Processing),
            Some(UploadStatus::Ready) => (Key::ReadyTitle, Key::Ready),
            Some(UploadStatus::NeedsAttention) => (Key::NeedsAttentionTitle, Key::NeedsAttention),
            Some(UploadStatus::Failed) => (Key::FailedTitle, Key::Failed),
        };
        let is_waiting = matches!(text, Key::Received | Key::Processing);
        (self.text(title), self.text(if is_slow && is_waiting { Key::Slow } else { text }))
    }

    /// What went wrong between the page and the component, for the person.
    pub fn error_message(&self, error: &UploadError) -> String {
        match error {
            UploadError::TokenFailed { .. } => self.text(MessageKey::TokenFailed),
            UploadError::ConnectSilent { .. } | UploadError::FrameIsolated { .. } => self.text(MessageKey::IfEmpty),
            UploadError::TooManyPicked { limit } => {
                self.format(MessageKey::TooManyPicked, &[("limit", Value::Count(*limit))])
            }
            UploadError::FilesLeftOut { .. } => self.text(MessageKey::FilesLeftOut),
            UploadError::InvalidAttribute { .. }
            | UploadError::MissingAttribute { .. }
            | UploadError::StatusRefused { .. } => self.text(MessageKey::NotSetUp),
        }
    }

    /// What a finding means and what to do about it; empty for one that nobody needs to act on. `twin` is the name of the file
    /// of which this one is a copy.
    pub fn describe(&self, finding: &Finding, twin: &str) -> FindingText {
        use MessageKey as Key;
        let text = match finding {
            Finding::Empty => self.text(Key::Empty),
            Finding::NotAPdf { found } => self.with_kind(Key::NotAPdf, *found),
            Finding::UnsupportedType { found } => self.with_kind(Key::UnsupportedType, *found),
            Finding::Damaged => self.text(Key::Damaged),
            Finding::PasswordRequired => self.text(Key::PasswordRequired),
            Finding::UnsupportedEncryption { .. } => self.text(Key::UnsupportedEncryption),
            Finding::Unreadable => self.text(Key::Unreadable),
            Finding::OverFileSize { size, limit, certain: true } => self.with_sizes(Key::OverFileSize, *size, *limit),
            Finding::OverFileSize { size, limit, certain: false } => self.with_sizes(Key::NearFileSize, *size, *limit),
            Finding::TooManyFiles { limit, .. } => self.files(Key::TooManyFiles, *limit),
            Finding::OverTotalSize { total, limit } => self.with_sizes(Key::OverTotalSize, *total, *limit),
            Finding::NearTotalSize { total, limit } => self.with_sizes(Key::NearTotalSize, *total, *limit),
            Finding::Duplicate { .. } => self.format(Key::Duplicate, &[("other", Value::Text(twin))]),
            Finding::Incomplete => self.text(Key::Incomplete),
            Finding::Rebuilt => self.text(Key::Rebuilt),
            Finding::Scanned => self.text(Key::Scanned),
            Finding::Portfolio => self.text(Key::Portfolio),
            Finding::PrintedCopy => self.text(Key::PrintedCopy),
            Finding::Unchecked { .. } => self.text(Key::Unchecked),
            // Good files: nobody needs to act on these.
            Finding::NoText | Finding::Restricted => String::new(),
            Finding::Unlocked => self.text(Key::Unlocked),
            Finding::Edited => self.text(Key::Edited),
            Finding::MissingPages { of, missing } => {
                let missing = missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                self.format(Key::MissingPages, &[("pages", Value::Count(*of)), ("missing", Value::Text(&missing))])
            }
            Finding::NotAStatement { document } => self.text(match document {
                Kind::PayStub => Key::PayStub,
                Kind::TaxForm => Key::TaxForm,
                Kind::Transactions => Key::TransactionList,
                Kind::Statement | Kind::CardStatement | Kind::Cheque | Kind::Other => Key::OtherDocument,
            }),
            Finding::OtherInstitution { institution, expected } => {
                let found = self.account(institution.as_deref(), None);
                let values = [("found", Value::Text(&found)), ("institution", Value::Text(expected))];
                self.format(Key::OtherInstitution, &values)
            }
            Finding::MissingPeriod { institution, digits, from, to } => {
                let account = self.account(institution.as_deref(), digits.as_deref());
                let period = DateRange::new(*from, *to).map(|range| self.period(range)).unwrap_or_default();
                let values = [("account", Value::Text(&account)), ("period", Value::Text(&period))];
                self.format(Key::MissingPeriod, &values)
            }
            Finding::Outdated { institution, digits, to } => {
                let account = self.account(institution.as_deref(), digits.as_deref());
                let date = self.date(*to);
                self.format(Key::Outdated, &[("account", Value::Text(&account)), ("date", Value::Text(&date))])
            }
            Finding::SeveralInstitutions { institutions } => {
                self.format(Key::SeveralInstitutions, &[("institutions", Value::Text(&institutions.join(", ")))])
            }
            Finding::SeveralAccounts { count } => {
                self.format(Key::SeveralAccounts, &[("accounts", Value::Count(*count))])
            }
        };
        split(&text)
    }

    fn with_sizes(&self, key: MessageKey, size: u64, limit: u64) -> String {
        let (size, limit) = (self.size(size), self.size(limit));
        self.format(key, &[("size", Value::Text(&size)), ("limit", Value::Text(&limit))])
    }

    /// Says what kind of file it is, and what to do instead of adding it.
    fn with_kind(&self, key: MessageKey, kind: FileKind) -> String {
        use MessageKey as Key;
        let (kind, format, remedy) = match kind {
            FileKind::Jpeg => (Key::KindImage, "JPEG", Key::RemedyDownload),
            FileKind::Png => (Key::KindImage, "PNG", Key::RemedyDownload),
            FileKind::Bmp => (Key::KindImage, "BMP", Key::RemedyDownload),
            FileKind::Tiff => (Key::KindImage, "TIFF", Key::RemedyDownload),
            FileKind::Heic => (Key::KindPhoto, "HEIC", Key::RemedyPhoto),
            FileKind::Webp => (Key::KindImage, "WebP", Key::RemedyPhoto),
            FileKind::Gif => (Key::KindImage, "GIF", Key::RemedyPhoto),
            FileKind::Avif => (Key::KindAvif, "", Key::RemedyPhoto),
            FileKind::Zip => (Key::KindZip, "", Key::RemedyDownload),
            FileKind::Html => (Key::KindHtml, "", Key::RemedyDownload),
            FileKind::Ole => (Key::KindOle, "", Key::RemedyDownload),
            FileKind::Email => (Key::KindEmail, "", Key::RemedyEmail),
            FileKind::Csv => (Key::KindCsv, "", Key::RemedyCsv),
            FileKind::Rtf => (Key::KindRtf, "", Key::RemedyDownload),
            FileKind::Postscript => (Key::KindPostscript, "", Key::RemedyPostscript),
            FileKind::Pdf | FileKind::Other => (Key::KindOther, "", Key::RemedyDownload),
        };
        let (kind, remedy) = (self.format(kind, &[("format", Value::Text(format))]), self.text(remedy));
        self.format(key, &[("kind", Value::Text(&kind)), ("remedy", Value::Text(&remedy))])
    }
}

/// The first line of a text says what is the matter.
pub(super) fn split(text: &str) -> FindingText {
    let (summary, detail) = text.split_once('\n').unwrap_or((text, ""));
    FindingText { summary: summary.to_owned(), detail: detail.replace('\n', " ") }
}

pub(super) fn reason_key(code: FallbackCode) -> MessageKey {
    match code {
        FallbackCode::InvalidUsername => MessageKey::InvalidUsername,
        FallbackCode::InvalidPassword => MessageKey::InvalidPassword,
        FallbackCode::InvalidLogin => MessageKey::LoginRefused,
        FallbackCode::DisabledLogin => MessageKey::DisabledLogin,
        FallbackCode::RetryLater => MessageKey::RetryLater,
        FallbackCode::SessionExpired => MessageKey::SessionExpired,
        FallbackCode::InvalidSecurityResponseNoRetry => MessageKey::InvalidSecurityResponse,
        FallbackCode::AggregationError => MessageKey::AggregationError,
    }
}

/// What can be done after an error. What helps most comes first: to try again, or to upload.
fn error_offer_key(code: FallbackCode) -> MessageKey {
    match code {
        FallbackCode::InvalidUsername
        | FallbackCode::InvalidPassword
        | FallbackCode::InvalidLogin
        | FallbackCode::SessionExpired => MessageKey::OfferErrorRetry,
        FallbackCode::RetryLater | FallbackCode::AggregationError => MessageKey::OfferErrorLater,
        FallbackCode::DisabledLogin | FallbackCode::InvalidSecurityResponseNoRetry => MessageKey::OfferError,
    }
}
