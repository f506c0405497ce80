// `node failures.mjs FORMAT FILE`: one line for each failed test of a result file, `name: cause`. FORMAT: cargo, tap or playwright.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [format, path] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');

/** The first line that says something, shortened. */
const brief = (cause = '') => {
  const lines = stripVTControlCharacters(cause).split('\n').map((line) => line.trim());
  return (lines.find((line) => line !== '') ?? 'no cause given').slice(0, 160);
};

const formats = {
  cargo() {
    const failed = [...text.matchAll(/^test (.+?)(?: - should panic)? \.\.\. FAILED$/gm)].map(([, name]) => name);
    const told = failed.map((name) => {
      const output = text.split(`---- ${name} stdout ----`)[1]?.split('\n---- ')[0] ?? '';
      return [name, output.match(/panicked at [^\n]*\n[^\n]*/)?.[0].replace(/^panicked at (.*)\n/, '$1 ') ?? output];
    });
    // A test binary that was killed or did not compile names no test.
    const broken = text.match(/^error(?:\[E\d+\])?: (?!test failed|\d+ targets? failed|Recipe)[^\n]*(?:\n +--> [^\n]*)?/m)?.[0].replace(/\n +/, ' ');
    if (told.length === 0 && broken !== undefined) told.push(['cargo', broken]);
    return told;
  },
  tap() {
    return [...text.matchAll(/^ *not ok \d+ - (.*)\n([^]*?)^ *\.\.\.$/gm)]
      // A file or suite fails with each of its tests.
      .filter(([, , details]) => !/failureType: 'subtestsFailed'/.test(details))
      .map(([, name, details]) => [name, details.match(/^ *error: (?:\|-\n)?(.*)$/m)?.[1].replace(/^'|'$/g, '')]);
  },
  playwright() {
    const { suites, errors } = JSON.parse(text);
    const specsOf = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(specsOf)];
    const failed = suites.flatMap(specsOf).flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName, results }) => [
          `${file}: ${title}${file.startsWith(projectName) ? '' : ` (${projectName})`}`,
          results.map(({ error, status }) => error?.message ?? status).findLast(Boolean),
        ]),
    );
    return [...failed, ...errors.map(({ message, location }) => [location ? `${location.file}:${location.line}` : 'outside of a test', message])];
  },
};

if (!Object.hasOwn(formats, format)) throw new Error(`unknown format '${format}'; expected one of: ${Object.keys(formats).join(', ')}`);
for (const [name, cause] of formats[format]()) console.log(`${name}: ${brief(cause)}`);
