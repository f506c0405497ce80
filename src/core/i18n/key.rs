//! The keys of the catalogue, by which hosts replace what is said.

/// Texts of all keys, one after the other: a table of addresses would weigh as much as the words.
pub(super) struct Texts {
    pub(super) joined: &'static str,
    pub(super) lengths: &'static [usize],
}

impl Texts {
    pub(super) fn get(&self, key: MessageKey) -> &'static str {
        let start = self.lengths.iter().take(key as usize).sum();
        let length = self.lengths.get(key as usize).copied().unwrap_or_default();
        self.joined.get(start..start + length).unwrap_or_default()
    }
}

/// A text for each key; another number or another order does not compile.
macro_rules! catalogue {
    ($($Key:ident => $text:literal,)+) => {
        pub(super) const TEXTS: super::key::Texts =
            super::key::Texts { joined: concat!($($text),+), lengths: &[$($text.len()),+] };

        const _: () = {
            let mut keys: &[MessageKey] = &[$(MessageKey::$Key),+];
            assert!(keys.len() == MessageKey::ALL.len(), "a key has no text");
            while let [rest @ .., last] = keys {
                assert!(*last as usize == rest.len(), "not in the order of the keys");
                keys = rest;
            }
        };
    };
}

pub(super) use catalogue;

macro_rules! keys {
    ($($Key:ident = $name:literal,)+) => {
        /// One message of the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the words stand in the catalogues")]
        pub enum MessageKey {
            $($Key,)+
        }

        impl MessageKey {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$Key,)+];
        }

        const NAMES: Texts = Texts { joined: concat!($($name),+), lengths: &[$($name.len()),+] };
    };
}

impl MessageKey {
    /// Its name, as hosts write it.
    pub fn name(self) -> &'static str {
        NAMES.get(self)
    }
}

keys! {
    ConnectFrame = "connect-frame",
    UploadFrame = "upload-frame",
    Opening = "opening",
    CannotOpen = "cannot-open",
    IfEmpty = "if-empty",
    TryAgain = "try-again",
    TokenFailed = "token-failed",
    TooManyPicked = "too-many-picked",
    NotSetUp = "not-set-up",

    OfferTitle = "offer-title",
    OfferErrorTitle = "offer-error-title",
    OfferInactivityTitle = "offer-inactivity-title",
    OfferPrimary = "offer-primary",
    OfferForced = "offer-forced",
    OfferNotListed = "offer-not-listed",
    OfferInactivity = "offer-inactivity",
    OfferError = "offer-error",
    InstitutionKnown = "institution-known",
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
    StillLogIn = "still-log-in",
    SupportCode = "support-code",
    NotListed = "not-listed",

    CollectTitle = "collect-title",
    CollectFrom = "collect-from",
    CollectForStaff = "collect-for-staff",
    OneUpload = "one-upload",
    Private = "private",
    DropPdf = "drop-pdf",
    DropImages = "drop-images",
    Browse = "browse",
    BrowseFolder = "browse-folder",
    Limits = "limits",
    FileList = "file-list",
    Remove = "remove",
    StatusChecking = "status-checking",
    StatusReady = "status-ready",
    StatusWarning = "status-warning",
    StatusRejected = "status-rejected",
    Pages = "pages",
    Checking = "checking",
    Summary = "summary",
    SummaryAttention = "summary-attention",
    BackToLogin = "back-to-login",
    Continue = "continue",
    ContinueFiles = "continue-files",
    ContinueUnchecked = "continue-unchecked",
    OpenDashboard = "open-dashboard",
    OpenDashboardFiles = "open-dashboard-files",
    Going = "going",
    ChooseFirst = "choose-first",

    ChecklistTitle = "checklist-title",
    Checklist = "checklist",
    ChangeFiles = "change-files",
    Receipt = "receipt",
    HandedOverTitle = "handed-over-title",
    HandedOver = "handed-over",
    OnItsWay = "on-its-way",
    InDashboard = "in-dashboard",
    ReceivedTitle = "received-title",
    ProcessingTitle = "processing-title",
    ReadyTitle = "ready-title",
    NeedsAttentionTitle = "needs-attention-title",
    FailedTitle = "failed-title",
    Received = "received",
    Processing = "processing",
    Ready = "ready",
    NeedsAttention = "needs-attention",
    Failed = "failed",
    Slow = "slow",
    LinkedTitle = "linked-title",
    Linked = "linked",

    Empty = "empty",
    NotAPdf = "not-a-pdf",
    UnsupportedType = "unsupported-type",
    Damaged = "damaged",
    PasswordRequired = "password-required",
    Unreadable = "unreadable",
    OverFileSize = "over-file-size",
    NearFileSize = "near-file-size",
    TooManyFiles = "too-many-files",
    OverTotalSize = "over-total-size",
    NearTotalSize = "near-total-size",
    Duplicate = "duplicate",
    Repaired = "repaired",
    Scanned = "scanned",
    NoText = "no-text",
    Portfolio = "portfolio",
    PrintedCopy = "printed-copy",
    Unchecked = "unchecked",
    Restricted = "restricted",
    KindImage = "kind-image",
    KindZip = "kind-zip",
    KindHtml = "kind-html",
    KindOle = "kind-ole",
    KindOther = "kind-other",
}
