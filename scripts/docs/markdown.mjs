// What the gates read of Markdown: code blocks, links, headings. A small subset of CommonMark, as GitHub renders it.

/** `[{language, text, line}]`: the fenced blocks; `line` is that of the block's first line, from 1. A fence that never closes throws. */
export function codeBlocks(markdown) {
  const blocks = [];
  let open = null;
  for (const [at, line] of markdown.split('\n').entries()) {
    const fence = /^( *)(`{3,}|~{3,})(.*)$/.exec(line);
    if (open === null) {
      if (fence && !(fence[2].startsWith('`') && fence[3].includes('`'))) {
        open = { indent: fence[1].length, fence: fence[2], language: fence[3].trim().split(/[\s,]/)[0], lines: [], line: at + 2 };
      }
    } else if (fence && fence[2].startsWith(open.fence) && fence[3].trim() === '') {
      blocks.push({ language: open.language, text: open.lines.map((text) => `${text}\n`).join(''), line: open.line });
      open = null;
    } else {
      open.lines.push(line.slice(Math.min(open.indent, line.length - line.trimStart().length)));
    }
  }
  if (open !== null) throw new SyntaxError(`the code block at line ${open.line - 1} is never closed`);
  return blocks;
}

/** The text with blanks in place of fenced blocks and comments, so that lines keep their numbers. */
function withoutBlocks(markdown) {
  const lines = markdown.split('\n');
  for (const { text, line } of codeBlocks(markdown)) {
    const length = text.split('\n').length - 1;
    lines.fill('', line - 2, line + length);
  }
  return lines.join('\n').replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

const INLINE_CODE = /(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g;
const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** `[{text, line}]`: what stands between backticks, outside of blocks. */
export function inlineCode(markdown) {
  const text = withoutBlocks(markdown);
  return [...text.matchAll(INLINE_CODE)].map((match) => ({ text: match[2].trim(), line: lineAt(text, match.index) }));
}

/** `[{target, line}]`: of links, images, definitions, and the `href` and `src` of HTML. */
export function links(markdown) {
  const text = withoutBlocks(markdown).replace(INLINE_CODE, (code) => code.replace(/[^\n]/g, '·'));
  const patterns = [
    /\]\(\s*(?:<([^>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g,
    /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]*)>|(\S+))/gm,
    /<[a-z][^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')/gi,
    /<((?:https?|mailto):[^\s>]*)>/g,
  ];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.map((match) => ({ target: match[1] ?? match[2], line: lineAt(text, match.index) })).sort((a, b) => a.line - b.line);
}

/** The anchors that GitHub gives to the headings, and those that HTML names. */
export function anchors(markdown) {
  const text = withoutBlocks(markdown);
  const found = new Set([...text.matchAll(/<[a-z][^>]*?\s(?:id|name)="([^"]+)"/gi)].map(([, name]) => name));
  const seen = new Map();
  for (const [, heading] of text.matchAll(/^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/gm)) {
    const plain = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = plain.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return found;
}
