/**
 * The component's texts, for hosts that replace them. A place in braces takes a value, or a word by a count:
 * `{files|file|files}`. Of a finding, the first line is shown strong.
 */
export interface Messages {
  /** Said where the component could not be loaded. */
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
  'still-log-in'?: string;
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
  'browse-folder'?: string;
  /** `{files}`, `{files|file|files}`, `{size}` */
  'limits'?: string;
  'file-list'?: string;
  /** `{name}` */
  'remove'?: string;
  'status-checking'?: string;
  'status-ready'?: string;
  'status-warning'?: string;
  'status-rejected'?: string;
  /** `{pages}`, `{pages|page|pages}` */
  'pages'?: string;
  /** `{files}`, `{files|file|files}` */
  'checking'?: string;
  /** `{ready}`, `{files}`, `{files|file|files}` */
  'summary'?: string;
  /** `{ready}`, `{files}`, `{files|file|files}`, `{attention}`, `{attention|needs|need}` */
  'summary-attention'?: string;
  'back-to-login'?: string;
  'continue'?: string;
  /** `{files}`, `{files|file|files}` */
  'continue-files'?: string;
  'continue-unchecked'?: string;
  'open-dashboard'?: string;
  /** `{files}`, `{files|file|files}` */
  'open-dashboard-files'?: string;
  'going'?: string;
  'choose-first'?: string;
  'checklist-title'?: string;
  /** `{files|this file|these files}`, `{files|it counts|together they count}` */
  'checklist'?: string;
  'change-files'?: string;
  'receipt'?: string;
  'handed-over-title'?: string;
  'handed-over'?: string;
  'on-its-way'?: string;
  'in-dashboard'?: string;
  'received-title'?: string;
  'processing-title'?: string;
  'ready-title'?: string;
  'needs-attention-title'?: string;
  'failed-title'?: string;
  'received'?: string;
  'processing'?: string;
  'ready'?: string;
  'needs-attention'?: string;
  'failed'?: string;
  'slow'?: string;
  'linked-title'?: string;
  'linked'?: string;
  'empty'?: string;
  /** `{kind}` */
  'not-a-pdf'?: string;
  /** `{kind}` */
  'unsupported-type'?: string;
  'damaged'?: string;
  'password-required'?: string;
  'unreadable'?: string;
  /** `{size}`, `{limit}` */
  'over-file-size'?: string;
  /** `{size}`, `{limit}` */
  'near-file-size'?: string;
  /** `{files}`, `{files|file|files}` */
  'too-many-files'?: string;
  /** `{limit}` */
  'over-total-size'?: string;
  /** `{size}`, `{limit}` */
  'near-total-size'?: string;
  'duplicate'?: string;
  'repaired'?: string;
  'scanned'?: string;
  'no-text'?: string;
  'portfolio'?: string;
  'printed-copy'?: string;
  'unchecked'?: string;
  'restricted'?: string;
  /** `{format}` */
  'kind-image'?: string;
  'kind-zip'?: string;
  'kind-html'?: string;
  'kind-ole'?: string;
  'kind-other'?: string;
}

export type MessageKey = keyof Messages;
