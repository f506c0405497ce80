// The sizes that the documentation states, by the parts of size-budget.json. `node scripts/size.mjs --update` writes them;
// tests/node/docs.test.mjs holds them to sizes.json.

/** Where a size stands: what is before it, what is after it, its part by the start of its name, and its decimals. */
const PLACES = {
  'README.md': [
    [/The element is /, / KB with brotli/, 'first load', 0],
    [/and the rest of it, /, / KB more/, 'rest of the element', 0],
    [/; the checker, /, / KB more/, 'checker,', 0],
    [/and its reader of statements, /, / KB more/, 'reader of the checker', 0],
  ],
  'docs/deployment.md': [[/^- Size: /m, / KB with brotli beside the scripts of the element/, 'everything inside', 0]],
  'docs/performance.md': [
    [/^\| the element \| /m, / \|/, 'first load', 1],
    [/^\| the rest of the element \| /m, / \|/, 'rest of the element', 1],
    [/^\| the checker \| /m, / \|/, 'checker,', 1],
    [/^\| the checker's reader of statements \| /m, / \|/, 'reader of the checker', 1],
    [/^\| the report of `checkFiles` \| /m, / \|/, 'report of checkFiles', 1],
    [/^\| the fallback parser \| /m, / \|/, 'fallback parser', 1],
    [/^\| `flinks-upload\/inline`, beside the scripts of the element \| /m, / \|/, 'everything inside', 1],
    [/^\| `<flinks-accounts>` \| /m, / \|/, '<flinks-accounts>', 1],
  ],
};
export const PAGES = Object.keys(PLACES);

/** The sizes that a page states: `[{part, stated, real}]`, in KB. `sizes` are the bytes of each file, `parts` those of the budget. */
export function statedSizes(page, text, sizes, parts) {
  return PLACES[page].map(([before, after, start, decimals]) => {
    const part = parts.find(({ name }) => name.startsWith(start));
    const match = new RegExp(`(?<=${before.source})[\\d.]+(?=${after.source})`, before.flags).exec(text);
    if (!part || !match) throw new Error(`${page}: no size of "${start}" is found; scripts/docs/sizes.mjs says where it should stand`);
    const real = part.files.reduce((sum, file) => sum + (sizes[file] ?? 0), 0) / 1000;
    return { part: part.name, stated: Number(match[0]), real, index: match.index, length: match[0].length, decimals };
  });
}

/** The page with the real sizes. */
export function withSizes(page, text, sizes, parts) {
  const places = statedSizes(page, text, sizes, parts).sort((a, b) => b.index - a.index);
  return places.reduce((result, { index, length, real, decimals }) => result.slice(0, index) + real.toFixed(decimals) + result.slice(index + length), text);
}
