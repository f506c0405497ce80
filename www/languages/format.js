// Texts with places for values: `{name}`, and by a count `{files|file|files}`: a word for one, a word for others.
// `core::i18n::template` does the same in the wasm; tests/templates.json holds both.

const PLACE = /\{([^{}]*)\}/g;

/** Puts values into their places; a number is a count. A place without a value stays empty. */
export function format({ locale, singular }, text, values = {}) {
  return text.replace(PLACE, (_, place) => {
    const [name, one, other] = place.split('|');
    const value = Object.hasOwn(values, name) ? values[name] : '';
    if (typeof value !== 'number') return value;
    if (other === undefined) return new Intl.NumberFormat(locale).format(value);
    return value === 1 || (value === 0 && singular === 'zero-or-one') ? one : other;
  });
}
