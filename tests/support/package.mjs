// The package as users get it, unpacked from its tarball, and how its files are served.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const npm = fileURLToPath(new URL('../../target/npm', import.meta.url));

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.html': 'text/html', '.json': 'application/json' };

/** The content type of a file, by its name. */
export const contentType = (path) => TYPES[extname(path)] ?? 'text/plain';

/** Unpacks the npm tarball, the package as users get it. */
function unpackPackage() {
  const tarball = existsSync(npm) && readdirSync(npm).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('target/npm contains no tarball; run: make package');
  const folder = join(npm, 'unpacked');
  const packed = join(npm, tarball);
  if (!existsSync(folder) || statSync(folder).mtimeMs < statSync(packed).mtimeMs) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', packed, '-C', folder, '--touch']);
  }
  return join(folder, 'package');
}

export const packageFolder = unpackPackage();

/** A file of the package by its path on a page, below `/package/`: `{contentType, body}`, or nothing. */
export function packageFile(path) {
  const file = join(packageFolder, path.replace(/^\/package\//, ''));
  return path.startsWith('/package/') && existsSync(file) ? { contentType: contentType(file), body: readFileSync(file) } : undefined;
}
