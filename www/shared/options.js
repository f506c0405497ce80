// What pages pass in, made into what the wasm reads: a text for each value that is set.
import { PROPERTIES } from '../element/attributes.js';

/**
 * A copy of the options that an object itself has. What a script has put on `Object.prototype` is none of them, and the copy has no
 * prototype from which they could come back.
 */
export const own = (options) => ({ __proto__: null, ...options });

/** Options of a function. `params` may be a query string, an object or URLSearchParams. */
export function asOptions(options) {
  if (options === null || typeof options !== 'object') {
    throw new TypeError(`flinks-upload: expected an object of options, got ${options === null ? 'null' : typeof options}`);
  }
  const unknown = Object.keys(options).filter((name) => !PROPERTIES.includes(name));
  if (unknown.length > 0) {
    throw new TypeError(`flinks-upload: unknown option ${unknown.map((name) => `'${name}'`).join(', ')}; known are ${PROPERTIES.join(', ')}`);
  }
  const texts = own();
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    texts[name] = name === 'params' && typeof value === 'object' ? String(new URLSearchParams(value)) : String(value);
  }
  return texts;
}

/** An array of the files of an iterable. Files of another frame count, too. */
export function filesOf(iterable, caller) {
  const isIterable = typeof iterable === 'object' && iterable !== null && Symbol.iterator in iterable;
  const files = isIterable ? [...iterable] : [];
  const other = files.find((file) => Object.prototype.toString.call(file) !== '[object File]');
  if (!isIterable || other !== undefined) {
    const received = isIterable ? `one with ${Object.prototype.toString.call(other)}` : Object.prototype.toString.call(iterable);
    throw new TypeError(`flinks-upload: \`${caller}\` expects an iterable of File, got ${received}`);
  }
  return files;
}
