// Generated from src/core/i18n by: cargo run --no-default-features --features generate --example generate

/**
 * The component's texts, for hosts that replace them. A place in braces takes a value, or a word by a count:
 * `{files|file|files}`. Of a finding, the first line is shown strong. `load-failed` and `try-again` are also said where
 * the component could not be loaded.
 */
export interface Messages {
  'load-failed'?: string;
  'connect-frame'?: string;
  'upload-frame'?: string;
  'opening'?: string;
  'cannot-open'?: string;
  'if-empty'?: string;
  'try-again'?: string;
  'token-failed'?: string;
  /** `{limit}` */
  'too-many-picked'?: string;
  'files-left-out'?: string;
  'not-set-up'?: string;
  'offer-title'?: string;
  'offer-error-title'?: string;
  'offer-inactivity-title'?: string;
  /** `{institution}` */
  'offer-primary'?: string;
  /** `{institution}` */
  'offer-forced'?: string;
  'offer-not-listed'?: string;
  /** `{institution}` */
  'offer-inactivity'?: string;
  /** `{reason}`, `{institution}` */
  'offer-error'?: string;
  /** `{reason}`, `{institution}` */
  'offer-error-retry'?: string;
  /** `{reason}`, `{institution}` */
  'offer-error-later'?: string;
  /** `{institution}` */
  'institution-known'?: string;
  'institution-unknown'?: string;
  'invalid-username'?: string;
  'invalid-password'?: string;
  'disabled-login'?: string;
  'retry-later'?: string;
  'session-expired'?: string;
  'invalid-security-response'?: string;
  'aggregation-error'?: string;
  'login-refused'?: string;
  'use-upload'?: string;
  'dismiss'?: string;
  /** `{code}` */
  'support-code'?: string;
  'not-listed'?: string;
  'collect-title'?: string;
  /** `{institution}` */
  'collect-from'?: string;
  'collect-for-staff'?: string;
  'one-upload'?: string;
  'private'?: string;
  'drop-pdf'?: string;
  'drop-images'?: string;
  'browse'?: string;
  'browse-more'?: string;
  'browse-folder'?: string;
  /** `{files}`, `{files|one|other}`, `{size}` */
  'limits'?: string;
  /** `{files}`, `{files|one|other}`, `{size}` */
  'limits-images'?: string;
  'file-list'?: string;
  /** `{name}` */
  'remove'?: string;
  /** `{name}` */
  'removed'?: string;
  'undo'?: string;
  'status-checking'?: string;
  'status-ready'?: string;
  'status-warning'?: string;
  'status-rejected'?: string;
  'status-left-out'?: string;
  'status-skipped'?: string;
  'status-locked'?: string;
  /** `{pages}`, `{pages|one|other}` */
  'pages'?: string;
  /** `{files}`, `{files|one|other}` */
  'checking'?: string;
  /** `{ready}`, `{ready|one|other}`, `{files}`, `{files|one|other}` */
  'summary'?: string;
  /** `{ready}`, `{ready|one|other}`, `{files}`, `{files|one|other}`, `{attention}`, `{attention|one|other}` */
  'summary-attention'?: string;
  /** `{summary}`, `{locked}`, `{locked|one|other}` */
  'summary-locked'?: string;
  /** `{files}`, `{files|one|other}` */
  'ready-files'?: string;
  /** `{files}`, `{files|one|other}` */
  'shared-by'?: string;
  /** `{files}`, `{files|one|other}` */
  'more-files'?: string;
  'password'?: string;
  'password-hint'?: string;
  'password-refused'?: string;
  'cannot-unlock'?: string;
  'unlock'?: string;
  'unlocking'?: string;
  'save-unlocked'?: string;
  'unlocked-suffix'?: string;
  'back-to-login'?: string;
  'continue'?: string;
  /** `{files}`, `{files|one|other}` */
  'continue-files'?: string;
  'continue-unchecked'?: string;
  'open-dashboard'?: string;
  /** `{files}`, `{files|one|other}` */
  'open-dashboard-files'?: string;
  'going'?: string;
  'choose-first'?: string;
  'unlock-first'?: string;
  'choose-again'?: string;
  'choose-unlocked'?: string;
  'cover-first'?: string;
  /** `{days}`, `{period}` */
  'required-period'?: string;
  'month-names'?: string;
  'first-day'?: string;
  /** `{date}`, `{hour}`, `{hour12}`, `{minute}`, `{half}`, `{half|one|other}` */
  'date-time'?: string;
  /** `{account}` */
  'months-covered'?: string;
  'month-covered'?: string;
  'month-partly'?: string;
  'month-missing'?: string;
  'month-unknown'?: string;
  'account-unknown'?: string;
  'checklist-title'?: string;
  'upload-title'?: string;
  /** `{files}`, `{files|one|other}` */
  'checklist'?: string;
  /** `{files}`, `{files|one|other}` */
  'files-to-choose'?: string;
  'change-files'?: string;
  'receipt'?: string;
  'handed-over-title'?: string;
  'handed-over'?: string;
  'on-its-way'?: string;
  'in-dashboard'?: string;
  'received-title'?: string;
  'received-date'?: string;
  'received-files'?: string;
  'reference'?: string;
  'print'?: string;
  'processing-title'?: string;
  'ready-title'?: string;
  'needs-attention-title'?: string;
  'failed-title'?: string;
  'received'?: string;
  'processing'?: string;
  'ready'?: string;
  'needs-attention'?: string;
  'failed'?: string;
  'choose-other'?: string;
  'slow'?: string;
  'linked-title'?: string;
  'linked'?: string;
  'empty'?: string;
  /** `{kind}`, `{remedy}` */
  'not-a-pdf'?: string;
  /** `{kind}`, `{remedy}` */
  'unsupported-type'?: string;
  'damaged'?: string;
  'password-required'?: string;
  'unlock-here'?: string;
  'unlocked'?: string;
  'unsupported-encryption'?: string;
  'unreadable'?: string;
  /** `{limit}` */
  'over-file-size'?: string;
  /** `{limit}` */
  'near-file-size'?: string;
  /** `{files}`, `{files|one|other}` */
  'too-many-files'?: string;
  /** `{limit}` */
  'over-total-size'?: string;
  /** `{size}`, `{limit}` */
  'near-total-size'?: string;
  /** `{other}` */
  'duplicate'?: string;
  'incomplete'?: string;
  'rebuilt'?: string;
  'scanned'?: string;
  'portfolio'?: string;
  'printed-copy'?: string;
  'unchecked'?: string;
  'edited'?: string;
  /** `{pages}`, `{pages|one|other}`, `{missing}` */
  'missing-pages'?: string;
  'pay-stub'?: string;
  'tax-form'?: string;
  'transaction-list'?: string;
  'other-document'?: string;
  /** `{found}`, `{institution}` */
  'other-institution'?: string;
  /** `{account}`, `{period}` */
  'missing-period'?: string;
  /** `{account}`, `{date}` */
  'outdated'?: string;
  /** `{institutions}` */
  'several-institutions'?: string;
  /** `{accounts}`, `{accounts|one|other}` */
  'several-accounts'?: string;
  /** `{format}` */
  'kind-image'?: string;
  'kind-zip'?: string;
  'kind-html'?: string;
  'kind-ole'?: string;
  /** `{format}` */
  'kind-photo'?: string;
  'kind-avif'?: string;
  'kind-email'?: string;
  'kind-csv'?: string;
  'kind-rtf'?: string;
  'kind-postscript'?: string;
  'kind-other'?: string;
  'remedy-download'?: string;
  'remedy-photo'?: string;
  'remedy-email'?: string;
  'remedy-csv'?: string;
  'remedy-postscript'?: string;
  /** `{done}`, `{files}`, `{files|one|other}` */
  'receipt-reading'?: string;
  'receipt-made'?: string;
  /** `{files}`, `{files|one|other}` */
  'receipt-made-without'?: string;
  'receipt-failed'?: string;
  'receipt-csv'?: string;
  'receipt-json'?: string;
}

export type MessageKey = keyof Messages;

/** The texts of `<flinks-accounts>`, for hosts that replace them. */
export interface AccountsMessages {
  'load-failed'?: string;
  'try-again'?: string;
  'accounts-title'?: string;
  /** `{accounts}`, `{accounts|one|other}` */
  'accounts-count'?: string;
  'accounts-pending'?: string;
  'accounts-failed'?: string;
  'accounts-unavailable'?: string;
  'accounts-empty'?: string;
  'accounts-not-set-up'?: string;
  /** `{member}` */
  'accounts-member'?: string;
  'accounts-others'?: string;
  'accounts-account'?: string;
  /** `{digits}` */
  'accounts-ending'?: string;
  'accounts-type'?: string;
  'accounts-chequing'?: string;
  'accounts-savings'?: string;
  'accounts-additional'?: string;
  'accounts-holder'?: string;
  'accounts-balance'?: string;
  'accounts-available'?: string;
  'accounts-limit'?: string;
  'accounts-transactions'?: string;
  'accounts-period'?: string;
  'accounts-unknown'?: string;
}

export type AccountsMessageKey = keyof AccountsMessages;
