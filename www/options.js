// What hosts pass in, made into what the wasm reads: a text for each value that is there.

/** The attributes of the element; each is a property, in camelCase, too. */
export const ATTRIBUTES = [
  'instance',
  'connect-base',
  'mode',
  'institution',
  'authorize-token',
  'language',
  'theme',
  'heading-level',
  'params',
  'handoff',
  'check',
  'max-files',
  'max-total-size',
  'max-file-size',
  'accept',
  'offer-on',
  'dashboard-url',
  'status-url',
];

export const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const NAMES = ATTRIBUTES.map(camelCase);

/** Options of a function. `params` may be a query string, an object or URLSearchParams. */
export function asOptions(options) {
  if (options === null || typeof options !== 'object') {
    throw new TypeError(`flinks-upload: expected an object of options, got ${options === null ? 'null' : typeof options}`);
  }
  const unknown = Object.keys(options).filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    throw new TypeError(`flinks-upload: unknown option ${unknown.map((name) => `'${name}'`).join(', ')}; known are ${NAMES.join(', ')}`);
  }
  const texts = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    texts[name] = name === 'params' && typeof value === 'object' ? String(new URLSearchParams(value)) : String(value);
  }
  return texts;
}

/** An array of the files of an iterable. Files of another frame are files, too. */
export function filesOf(iterable, caller) {
  const isIterable = typeof iterable === 'object' && iterable !== null && Symbol.iterator in iterable;
  const files = isIterable ? [...iterable] : [];
  const stranger = files.find((file) => Object.prototype.toString.call(file) !== '[object File]');
  if (!isIterable || stranger !== undefined) {
    const came = isIterable ? `one with ${Object.prototype.toString.call(stranger)}` : Object.prototype.toString.call(iterable);
    throw new TypeError(`flinks-upload: \`${caller}\` expects an iterable of File, got ${came}`);
  }
  return files;
}
