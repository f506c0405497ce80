//! The keys of the texts: by their names hosts replace texts, and language files name them. Each says which values its
//! text can take.
//!
//! It never holds a text. Names and values are a promise to hosts (`docs/messages.md`).

/// The values that are counts: a text can also choose a word by them.
const COUNTS: [&str; 7] = ["files", "ready", "attention", "locked", "pages", "accounts", "half"];

/// Whether words can go by a value: `{files|file|files}`.
pub(super) fn is_count(value: &str) -> bool {
    COUNTS.contains(&value)
}

/// The text at an index of texts that are joined to one: a table of addresses would weigh as much as the texts.
pub(super) fn nth<'a>(joined: &'a str, lengths: &[usize], index: usize) -> &'a str {
    let start = lengths.iter().take(index).sum();
    let length = lengths.get(index).copied().unwrap_or_default();
    joined.get(start..start + length).unwrap_or_default()
}

/// Keys with their names and the values of their texts.
macro_rules! keys {
    (
        $(#[$on_enum:meta])*
        pub enum $Name:ident {
            $($Key:ident = $name:literal $({$value:ident})*,)+
        }
    ) => {
        $(#[$on_enum])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $Name {
            $(#[doc = concat!("`", $name, "`", $(" `{", stringify!($value), "}`",)*)] $Key,)+
        }

        impl $Name {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$Key,)+];

            /// Its name, as hosts write it.
            pub fn name(self) -> &'static str {
                self.words().next().unwrap_or_default()
            }

            /// The names of the values that its text can take.
            pub fn values(self) -> impl Iterator<Item = &'static str> {
                self.words().skip(1)
            }

            fn words(self) -> std::str::Split<'static, char> {
                const JOINED: &str = concat!($($name, $(" ", stringify!($value),)*)+);
                const LENGTHS: &[usize] = &[$(concat!($name, $(" ", stringify!($value)),*).len()),+];
                crate::core::i18n::key::nth(JOINED, LENGTHS, self as usize).split(' ')
            }
        }
    };
}

#[cfg(any(test, feature = "generate"))]
pub(super) use keys;

keys! {
    /// One text of the component: its name, and the values that it can take. `docs/messages.md` has the text in each language.
    pub enum MessageKey {
        LoadFailed = "load-failed",
        ConnectFrame = "connect-frame",
        UploadFrame = "upload-frame",
        Opening = "opening",
        CannotOpen = "cannot-open",
        IfEmpty = "if-empty",
        TryAgain = "try-again",
        TokenFailed = "token-failed",
        TooManyPicked = "too-many-picked" {limit},
        FilesLeftOut = "files-left-out",
        NotSetUp = "not-set-up",

        OfferTitle = "offer-title",
        OfferErrorTitle = "offer-error-title",
        OfferInactivityTitle = "offer-inactivity-title",
        OfferPrimary = "offer-primary" {institution},
        OfferForced = "offer-forced" {institution},
        OfferNotListed = "offer-not-listed",
        OfferInactivity = "offer-inactivity" {institution},
        OfferError = "offer-error" {reason} {institution},
        OfferErrorRetry = "offer-error-retry" {reason} {institution},
        OfferErrorLater = "offer-error-later" {reason} {institution},
        InstitutionKnown = "institution-known" {institution},
        InstitutionUnknown = "institution-unknown",
        InvalidUsername = "invalid-username",
        InvalidPassword = "invalid-password",
        DisabledLogin = "disabled-login",
        RetryLater = "retry-later",
        SessionExpired = "session-expired",
        InvalidSecurityResponse = "invalid-security-response",
        AggregationError = "aggregation-error",
        LoginRefused = "login-refused",
        UseUpload = "use-upload",
        Dismiss = "dismiss",
        SupportCode = "support-code" {code},
        NotListed = "not-listed",

        CollectTitle = "collect-title",
        CollectFrom = "collect-from" {institution},
        CollectForStaff = "collect-for-staff",
        OneUpload = "one-upload",
        Private = "private",
        DropPdf = "drop-pdf",
        DropImages = "drop-images",
        Browse = "browse",
        BrowseMore = "browse-more",
        BrowseFolder = "browse-folder",
        Limits = "limits" {files} {size},
        LimitsImages = "limits-images" {files} {size},
        FileList = "file-list",
        Remove = "remove" {name},
        Removed = "removed" {name},
        Undo = "undo",
        StatusChecking = "status-checking",
        StatusReady = "status-ready",
        StatusWarning = "status-warning",
        StatusRejected = "status-rejected",
        StatusLeftOut = "status-left-out",
        StatusSkipped = "status-skipped",
        StatusLocked = "status-locked",
        Pages = "pages" {pages},
        Checking = "checking" {files},
        Summary = "summary" {ready} {files},
        SummaryAttention = "summary-attention" {ready} {files} {attention},
        SummaryLocked = "summary-locked" {summary} {locked},
        ReadyFiles = "ready-files" {files},
        SharedBy = "shared-by" {files},
        MoreFiles = "more-files" {files},
        Password = "password",
        PasswordHint = "password-hint",
        PasswordRefused = "password-refused",
        CannotUnlock = "cannot-unlock",
        Unlock = "unlock",
        Unlocking = "unlocking",
        SaveUnlocked = "save-unlocked",
        UnlockedSuffix = "unlocked-suffix",
        BackToLogin = "back-to-login",
        Continue = "continue",
        ContinueFiles = "continue-files" {files},
        ContinueUnchecked = "continue-unchecked",
        OpenDashboard = "open-dashboard",
        OpenDashboardFiles = "open-dashboard-files" {files},
        Going = "going",
        ChooseFirst = "choose-first",
        UnlockFirst = "unlock-first",
        ChooseAgain = "choose-again",
        ChooseUnlocked = "choose-unlocked",
        CoverFirst = "cover-first",
        RequiredPeriod = "required-period" {days} {period},
        MonthNames = "month-names",
        FirstDay = "first-day",
        DateTime = "date-time" {date} {hour} {hour12} {minute} {half},
        MonthsCovered = "months-covered" {account},
        MonthCovered = "month-covered",
        MonthPartly = "month-partly",
        MonthMissing = "month-missing",
        MonthUnknown = "month-unknown",
        AccountUnknown = "account-unknown",

        ChecklistTitle = "checklist-title",
        UploadTitle = "upload-title",
        Checklist = "checklist" {files},
        FilesToChoose = "files-to-choose" {files},
        ChangeFiles = "change-files",
        Receipt = "receipt",
        HandedOverTitle = "handed-over-title",
        HandedOver = "handed-over",
        OnItsWay = "on-its-way",
        InDashboard = "in-dashboard",
        ReceivedTitle = "received-title",
        ReceivedDate = "received-date",
        ReceivedFiles = "received-files",
        Reference = "reference",
        Print = "print",
        ProcessingTitle = "processing-title",
        ReadyTitle = "ready-title",
        NeedsAttentionTitle = "needs-attention-title",
        FailedTitle = "failed-title",
        Received = "received",
        Processing = "processing",
        Ready = "ready",
        NeedsAttention = "needs-attention",
        Failed = "failed",
        ChooseOther = "choose-other",
        Slow = "slow",
        LinkedTitle = "linked-title",
        Linked = "linked",

        Empty = "empty",
        NotAPdf = "not-a-pdf" {kind} {remedy},
        UnsupportedType = "unsupported-type" {kind} {remedy},
        Damaged = "damaged",
        PasswordRequired = "password-required",
        UnlockHere = "unlock-here",
        Unlocked = "unlocked",
        UnsupportedEncryption = "unsupported-encryption",
        Unreadable = "unreadable",
        OverFileSize = "over-file-size" {limit},
        NearFileSize = "near-file-size" {limit},
        TooManyFiles = "too-many-files" {files},
        OverTotalSize = "over-total-size" {limit},
        NearTotalSize = "near-total-size" {size} {limit},
        Duplicate = "duplicate" {other},
        Incomplete = "incomplete",
        Rebuilt = "rebuilt",
        Scanned = "scanned",
        Portfolio = "portfolio",
        PrintedCopy = "printed-copy",
        Unchecked = "unchecked",
        Edited = "edited",
        MissingPages = "missing-pages" {pages} {missing},
        PayStub = "pay-stub",
        TaxForm = "tax-form",
        TransactionList = "transaction-list",
        OtherDocument = "other-document",
        OtherInstitution = "other-institution" {found} {institution},
        MissingPeriod = "missing-period" {account} {period},
        Outdated = "outdated" {account} {date},
        SeveralInstitutions = "several-institutions" {institutions},
        SeveralAccounts = "several-accounts" {accounts},
        KindImage = "kind-image" {format},
        KindZip = "kind-zip",
        KindHtml = "kind-html",
        KindOle = "kind-ole",
        KindPhoto = "kind-photo" {format},
        KindAvif = "kind-avif",
        KindEmail = "kind-email",
        KindCsv = "kind-csv",
        KindRtf = "kind-rtf",
        KindPostscript = "kind-postscript",
        KindOther = "kind-other",
        RemedyDownload = "remedy-download",
        RemedyPhoto = "remedy-photo",
        RemedyEmail = "remedy-email",
        RemedyCsv = "remedy-csv",
        RemedyPostscript = "remedy-postscript",

        ReceiptReading = "receipt-reading" {done} {files},
        ReceiptMade = "receipt-made",
        ReceiptMadeWithout = "receipt-made-without" {files},
        ReceiptFailed = "receipt-failed",
        ReceiptCsv = "receipt-csv",
        ReceiptJson = "receipt-json",
    }
}
