// The texts of a host, where there is no wasm to check them. The rules are those of `core::i18n::overrides`.

const PLACE = /\{([^{}]*)\}/g;

/** The places of a text, each as `[name]` or `[name, one, other]`; `undefined` if its braces are not in pairs. */
function placesOf(text) {
  if (/[{}]/.test(text.replace(PLACE, ''))) return undefined;
  return Array.from(text.matchAll(PLACE), ([, place]) => place.split('|'));
}

/**
 * What is wrong with the texts of a host, or `undefined`: a key that is not in `known`, a blank text, or one with a place
 * that the known text has no value for. `{ expected, received }`, worded as there.
 */
export function findWrongMessage(messages, known, typeName) {
  for (const [key, text] of Object.entries(messages)) {
    if (!Object.hasOwn(known, key)) return { expected: `keys of the catalog (\`${typeName}\` in messages.d.ts)`, received: key };
    const places = placesOf(known[key]);
    const names = [...new Set(places.map(([name]) => name))];
    const isCount = (name) => places.some((place) => place[0] === name && place.length === 3);
    const fits = ([name, ...forms]) => names.includes(name) && (forms.length === 0 || (forms.length === 2 && isCount(name)));
    if (text.trim() !== '' && placesOf(text)?.every(fits)) continue;
    const allowed = names.flatMap((name) => [`\`{${name}}\``, ...(isCount(name) ? [`\`{${name}|one|other}\``] : [])]);
    const rule = allowed.length === 0 ? 'without places in braces' : `with no other places than ${allowed.join(', ')}`;
    return { expected: `in \`${key}\` a text ${rule}`, received: text };
  }
  return undefined;
}
