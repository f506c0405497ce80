// Parses each code block of the tracked Markdown files in its language, and names the file and line of what does not parse. Some
// of them are also compiled or run, by tests/packaging. A block without a language, or of `text`, is a drawing or an output.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { trackedFiles } from './check-doc-links.mjs';
import { readHtml } from './docs/html.mjs';
import { codeBlocks } from './docs/markdown.mjs';

/** Fewer means that they were not found. */
const MIN_BLOCKS = 20;

/** Each returns `[{line, message}]`, with lines of the block from 1. */
const esbuild = (loader) => (text) => {
  const found = (messages) => messages.map(({ text: message, location }) => ({ line: location?.line ?? 1, message }));
  try {
    const isCss = loader === 'css';
    const { warnings } = transformSync(text, { loader, format: isCss ? undefined : 'esm', logLevel: 'silent' });
    // In CSS nothing is an error: browsers skip what they don't know.
    return isCss ? found(warnings) : [];
  } catch ({ errors }) {
    return found(errors);
  }
};

function json(text) {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ line: 1, message: error.message }];
  }
}

function html(text) {
  const { errors, scripts, styles } = readHtml(text);
  const inner = [
    ...scripts.map((script) => [script, /json$|^importmap$/.test(script.type) ? json : esbuild('js')]),
    ...styles.map((style) => [style, esbuild('css')]),
  ];
  return [...errors, ...inner.flatMap(([{ text: content, line }, parse]) => parse(content).map((error) => ({ ...error, line: error.line + line - 1 })))];
}

/** The errors that a program prints, if it fails. `pattern` finds a line number. */
const program = (name, args, pattern, prepare = (text) => text) => (text) => {
  const { status, stderr, error } = spawnSync(name, args, { input: prepare(text), encoding: 'utf8' });
  if (error) throw new Error(`${name} can't be run: ${error.message}. Run: make setup`);
  if (status === 0) return [];
  return [{ line: Number(pattern.exec(stderr)?.[1] ?? 1), message: stderr.trim().split('\n')[0] }];
};
const shell = program('bash', ['-n'], /line (\d+):/);
// In a function, where statements may stand. On one line, so that lines keep their numbers.
const rust = program('rustfmt', ['--edition', '2024', '--emit', 'stdout', '--quiet'], /-->.*?:(\d+):/, (text) => `fn block() {${text}}`);

/** For Kotlin and Swift, whose compilers nothing else here needs: brackets and quotes are in pairs. */
function brackets(text) {
  const pairs = { '}': '{', ']': '[', ')': '(' };
  const open = [];
  for (const [at, line] of text.split('\n').entries()) {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replace(/(?:^|\s)\/\/.*$/, '');
    if (/["']/.test(bare)) return [{ line: at + 1, message: 'a quote is not closed' }];
    for (const sign of bare) {
      if ('{[('.includes(sign)) open.push({ sign, line: at + 1 });
      if (sign in pairs && open.pop()?.sign !== pairs[sign]) return [{ line: at + 1, message: `${sign} closes nothing` }];
    }
  }
  return open.map(({ sign, line }) => ({ line, message: `${sign} is not closed` }));
}

const ignored = () => [];
const LANGUAGES = {
  js: esbuild('js'), jsx: esbuild('jsx'), ts: esbuild('ts'), tsx: esbuild('tsx'), css: esbuild('css'), json, html, sh: shell, bash: shell, rust,
  kotlin: brackets, swift: brackets, '': ignored, text: ignored,
};

/** What does not parse in a Markdown text, `[{line, message}]` with its own lines, and how many blocks it has. */
export function wrongCode(markdown) {
  const blocks = codeBlocks(markdown);
  const errors = blocks.flatMap(({ language, text, line }) => {
    if (!Object.hasOwn(LANGUAGES, language)) return [{ line, message: `no parser for ${language}; scripts/check-doc-code.mjs has: ${Object.keys(LANGUAGES).filter(Boolean).join(', ')}` }];
    return LANGUAGES[language](text).map((error) => ({ line: line + error.line - 1, message: `${language}: ${error.message}` }));
  });
  return { errors, count: blocks.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let total = 0;
  let failed = 0;
  for (const [path, text] of trackedFiles(fileURLToPath(new URL('..', import.meta.url)))) {
    if (text === null) continue;
    const { errors, count } = wrongCode(text);
    total += count;
    failed += errors.length;
    for (const { line, message } of errors) console.error(`error: ${path}:${line}: ${message}`);
  }
  if (total < MIN_BLOCKS) {
    console.error(`error: only ${total} code blocks were found; fewer than ${MIN_BLOCKS} means that they were not read`);
    failed += 1;
  }
  console.log(`${total} code blocks`);
  process.exitCode = failed > 0 ? 1 : 0;
}
