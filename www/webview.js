// Hands the events of <flinks-upload> to the native app around the page. What passes is listed here, field by field: no file, no
// file's name, no report, no address and no token. Without side effects, and without a browser, for the app's own JavaScript.

const SOURCE = 'flinks-upload';
const VERSION = 1;
const DEFAULT_NAME = 'flinksUpload';
/** Longer texts are cut. */
const MAX_TEXT_CHARACTERS = 256;
/** More than there are. */
const MAX_CODES = 64;

const codesOf = (findings) => findings.map(({ code }) => code);

/** What of each event's detail the app gets. Texts, numbers and booleans; what is not there is left out. */
const FIELDS = {
  'connect-event': ({ kind, step, flinksCode, institution, requestId, loginId }) => ({ kind, step, flinksCode, institution, requestId, loginId }),
  'upload-offer': ({ reason, code, institution }) => ({ reason, code, institution }),
  'upload-check': ({ files, findings, totals, complete, withinLimits, canContinue }) => ({
    files: totals.files,
    ready: totals.ready,
    bytes: totals.bytes,
    // The codes alone, each once: what is wrong, not with which file.
    findings: [...new Set([...codesOf(findings), ...files.flatMap((file) => codesOf(file.findings))])].sort(),
    complete,
    withinLimits,
    canContinue,
  }),
  'upload-handoff': ({ institution, files }) => ({ institution, files: files.length }),
  'upload-complete': ({ loginId, requestId, institution }) => ({ loginId, requestId, institution }),
  'upload-status': ({ status, at }) => ({ status, at }),
  'upload-error': ({ code, attribute, expected }) => ({ code, attribute, expected }),
};

function plain(value, name) {
  if (typeof value === 'string') return value.slice(0, MAX_TEXT_CHARACTERS);
  if (name === 'findings') return value.filter((code) => typeof code === 'string').slice(0, MAX_CODES);
  return ['number', 'boolean'].includes(typeof value) ? value : undefined;
}

/** What is sent for an event: one line of JSON. */
const messageOf = ({ type, detail }) => {
  const fields = Object.entries(FIELDS[type](detail)).map(([name, value]) => [name, plain(value, name)]);
  return JSON.stringify({ source: SOURCE, version: VERSION, type, detail: Object.fromEntries(fields) });
};

/** The bridges of apps, in the order in which they are looked for: their name, and the object that takes messages. */
const BRIDGES = [
  ['window.ReactNativeWebView', () => globalThis.ReactNativeWebView],
  ['window.webkit.messageHandlers.NAME', (name) => globalThis.webkit?.messageHandlers?.[name]],
  ['window.NAME', (name) => globalThis[name]],
];

function findBridge(name) {
  const seen = BRIDGES.map(([path, find]) => {
    const shown = path.replace('NAME', name);
    try {
      const bridge = find(name);
      if (typeof bridge?.postMessage === 'function') return { bridge };
      return { problem: bridge === undefined || bridge === null ? `no ${shown}` : `${shown} without postMessage()` };
    } catch (error) {
      return { problem: `${shown}, which throws ${error?.name}` };
    }
  });
  const found = seen.find(({ bridge }) => bridge !== undefined);
  if (found === undefined) throw new Error(`flinks-upload/webview: expected an object with postMessage() from the app, got ${seen.map(({ problem }) => problem).join(', ')}`);
  return found.bridge;
}

/**
 * Hands each event of an element to the app, until the function that it returns is called. Options: `name`, that of the handler
 * in iOS or of the interface in Android, `flinksUpload` unless set; `onError`, called when the app's object throws.
 */
export function forwardEvents(element, { name = DEFAULT_NAME, onError = (error) => console.error(error) } = {}) {
  if (typeof element?.addEventListener !== 'function') throw new TypeError(`flinks-upload/webview: \`forwardEvents\` expects an element, got ${element === null ? 'null' : typeof element}`);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new TypeError(`flinks-upload/webview: \`name\` expects a JavaScript name, such as ${DEFAULT_NAME}`);
  const bridge = findBridge(name);
  const forward = (event) => {
    // Those of other elements inside it are not its own.
    if (event.target !== element) return;
    try {
      // As a method: the objects of apps don't know another `this`.
      bridge.postMessage(messageOf(event));
    } catch (cause) {
      onError(new Error(`flinks-upload/webview: the app did not take '${event.type}' (${cause?.name})`, { cause }));
    }
  };
  const types = Object.keys(FIELDS);
  for (const type of types) element.addEventListener(type, forward);
  return () => {
    for (const type of types) element.removeEventListener(type, forward);
  };
}

/** The message in a text that a page sent, for an app in JavaScript; `null` if it is none of ours. */
export function readMessage(text) {
  try {
    const { source, version, type, detail } = JSON.parse(text);
    const isOurs = source === SOURCE && version === VERSION && Object.hasOwn(FIELDS, type) && typeof detail === 'object' && detail !== null;
    return isOurs ? { source, version, type, detail } : null;
  } catch {
    return null;
  }
}
