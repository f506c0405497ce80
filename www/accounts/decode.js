// Reads values of a response and checks their types: what `core::results::accounts::decode_error` and `reader` are in Rust.
// An error names the place and the type that came, never the value: these are people's bank accounts.

export const isNil = (value) => value === null || value === undefined;
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of a value in words. Not only those of JSON, because a host can pass in anything. */
export function jsonType(value) {
  if (isNil(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return { boolean: 'true or false', number: 'a number', string: 'a text', object: 'an object' }[typeof value] ?? 'something that is no JSON';
}

export function fail(at, expected, received) {
  throw new TypeError(`flinks-upload: \`${at}\` expects ${expected}, got ${received}`);
}

/** A field that an object itself has. What a script has put on `Object.prototype` is no account. */
export const field = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

/** The value, or null for null and undefined. Throws if it does not fit. */
export function optional(value, at, expected, fits) {
  if (isNil(value)) return null;
  return fits(value) ? value : fail(at, expected, jsonType(value));
}

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
export const number = (value, at) => optional(value, at, 'a number', isNumber);
export const object = (value, at) => optional(value, at, 'an object', isObject) ?? {};
export const list = (value, at) => optional(value, at, 'a list', Array.isArray) ?? [];

/** An account number without leading zeros may come as a number. */
export function text(value, at) {
  const found = optional(value, at, 'a text', (one) => typeof one === 'string' || isNumber(one));
  return found === null ? null : String(found);
}

export function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own error is dropped, because it quotes the text around the mistake.
    return fail('the answer', 'JSON', json === '' ? 'nothing' : 'another text');
  }
}
