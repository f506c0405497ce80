// Checks the links of all tracked Markdown files: each file, folder and anchor exists. Addresses of other sites are checked in
// form only, because a gate must not depend on a network. Code that names a tracked folder's file names one that exists, and
// docs/README.md lists each page of docs/.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchors, inlineCode, links } from './docs/markdown.mjs';

/** Fewer means that the files were not found, or not read. */
const MIN_LINKS = 80;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** They tell what files were once called. */
const OF_THE_PAST = ['CHANGELOG.md', 'MIGRATION.md'];

/** What is wrong with the form of an address of another site, or nothing. */
function wrongAddress(target) {
  if (!URL.canParse(target)) return 'is not a valid address';
  const { protocol, hostname, username } = new URL(target);
  if (protocol === 'mailto:') return undefined;
  if (username) return 'has a user name';
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return undefined;
  return 'is not https';
}

/** What is wrong in these files: `files` is a map from the path of each tracked file to its text, or `null` if it is no Markdown. */
export function wrongLinks(files) {
  const folders = new Set(['.']);
  for (const path of files.keys()) for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  const topFolders = new Set([...folders].filter((folder) => folder !== '.' && !folder.includes('/')));
  const exists = (path) => files.has(path) || folders.has(path);
  const errors = [];
  let count = 0;

  for (const [path, text] of files) {
    if (text === null) continue;
    const report = (line, message) => errors.push(`${path}:${line}: ${message}`);
    for (const { target, line } of links(text)) {
      count += 1;
      if (/^[a-z][a-z\d+.-]*:/i.test(target) || target.startsWith('//')) {
        const wrong = wrongAddress(target);
        if (wrong) report(line, `${target} ${wrong}`);
        continue;
      }
      const [file, anchor] = target.split('#');
      const [name] = file.split('?');
      if (name.startsWith('/') || name.includes('\\')) {
        report(line, `${target} is not a relative path`);
        continue;
      }
      const place = name === '' ? path : join(dirname(path), decodeURIComponent(name)).replace(/\/$/, '');
      if (!exists(place)) report(line, `${target} does not exist, or is not tracked`);
      else if (anchor !== undefined && !files.get(place)) report(line, `${target} has an anchor, but is not a Markdown file`);
      else if (anchor !== undefined && !anchors(files.get(place)).has(anchor)) report(line, `${target}: ${place} has no such heading`);
    }
    if (OF_THE_PAST.includes(path)) continue;
    for (const { text: code, line } of inlineCode(text)) {
      const [top] = code.split('/');
      if (/^[\w.-]+(?:\/[\w.-]+)+\.[a-z]+$/.test(code) && topFolders.has(top) && !exists(code)) report(line, `\`${code}\` does not exist, or is not tracked`);
    }
  }

  const list = files.get('docs/README.md');
  if (list) {
    const listed = new Set(links(list).map(({ target }) => join('docs', target.split('#')[0])));
    for (const path of files.keys()) {
      if (/^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md' && !listed.has(path)) errors.push(`docs/README.md: does not list ${path}`);
    }
  }
  return { errors, count };
}

/** Every file that git tracks; Markdown with its text. */
export function trackedFiles(root) {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }).split('\0').filter(Boolean);
  return new Map(paths.map((path) => [path, path.endsWith('.md') ? readFileSync(join(root, path), 'utf8') : null]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { errors, count } = wrongLinks(trackedFiles(fileURLToPath(new URL('..', import.meta.url))));
  if (count < MIN_LINKS) errors.push(`only ${count} links were found; fewer than ${MIN_LINKS} means that they were not read`);
  for (const line of errors) console.error(`error: ${line}`);
  console.log(`${count} links`);
  process.exitCode = errors.length > 0 ? 1 : 0;
}
