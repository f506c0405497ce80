// Fires the events of the elements on command.
import { EVENTS } from '../element/events.js';

const TYPES = [...EVENTS, 'accounts-error'];

/** What an event says unless the test says what. */
const EXAMPLES = {
  'connect-event': () => ({ kind: 'error', flinksCode: 'INVALID_LOGIN', institution: 'FlinksCapital', requestId: 'test-request-id' }),
  'upload-offer': () => ({ reason: 'error', code: 'INVALID_LOGIN', institution: 'FlinksCapital' }),
  'upload-check': (element) => element.report,
  'upload-handoff': (element) => ({
    url: 'https://toolbox-iframe.private.fin.ag/v2/upload/FlinksCapital',
    institution: element.institution ?? 'FlinksCapital',
    files: acceptedFiles(element),
    report: element.report,
  }),
  'upload-complete': () => ({ loginId: 'test-login-id', requestId: 'test-request-id', institution: 'FlinksCapital' }),
  'upload-status': () => ({ status: 'processing' }),
  'upload-error': () => ({ code: 'connect-silent', message: 'Connect has posted no message within 20 seconds' }),
  'accounts-error': () => ({ code: 'load-failed', message: 'The texts could not be loaded' }),
};

function acceptedFiles({ files, report }) {
  return files.filter((file, index) => ['ready', 'warning'].includes(report.files[index]?.status ?? 'ready'));
}

/** Returns false if a listener called `preventDefault()`, as `dispatchEvent` does. */
export function fire(element, type, detail) {
  if (!TYPES.includes(type)) throw new TypeError(`flinks-upload/testing: \`fire\` expects one of ${TYPES.join(', ')}, got '${type}'`);
  if (typeof element?.dispatchEvent !== 'function') throw new TypeError(`flinks-upload/testing: \`fire\` expects an element, got ${element === null ? 'null' : typeof element}`);
  // Those of the element's own window: a test may have several.
  const { CustomEvent } = element.ownerDocument.defaultView;
  const init = { bubbles: true, composed: true, cancelable: type === 'upload-handoff', detail: detail ?? EXAMPLES[type](element) };
  return element.dispatchEvent(new CustomEvent(type, init));
}
