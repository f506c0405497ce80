// The pages of the benchmarks, bundled: our package as its tarball has it, the peers as npm has them.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const npm = fileURLToPath(new URL('../../target/npm', import.meta.url));
const peers = join(here, 'node_modules');

/** The tarball, unpacked into `folder`: a build that goes on meanwhile must not change what is measured. */
function unpack(folder) {
  const tarball = existsSync(npm) && readdirSync(npm).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('there is no tarball in target/npm; make it with: make package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', join(npm, tarball), '-C', folder]);
  return join(folder, 'package');
}

/** Bundles `pages/check/*` and `pages/startup/*` into `site/check` and `site/startup`. */
export async function buildPages(target) {
  const own = unpack(join(target, 'package'));
  const site = join(target, 'site');
  rmSync(site, { recursive: true, force: true });
  for (const part of ['check', 'startup']) {
    const folder = join(here, 'pages', part);
    const out = join(site, part);
    // One file for each, as esbuild does it when nothing else is said.
    await bundle(readdirSync(folder).map((name) => join(folder, name)), { outdir: out, format: 'esm' }, own);
    // What is found by its address at run time stays a file of its own.
    for (const name of readdirSync(own).filter((name) => /\.wasm$|worker\.js$/.test(name))) copyFileSync(join(own, name), join(out, name));
  }
  // A classic script, because modules wait for the whole page.
  await bundle([join(here, 'pages/startup-timer.js')], { outdir: join(site, 'startup'), format: 'iife' }, own);
  for (const file of ['pdfjs-dist/build/pdf.worker.min.mjs', 'mupdf/dist/mupdf-wasm.wasm', '@embedpdf/pdfium/dist/pdfium.wasm']) {
    copyFileSync(join(peers, file), join(site, 'check', file.split('/').at(-1)));
  }
  return { site, versions: versions(own) };
}

const bundle = (entryPoints, options, own) => build({
  entryPoints,
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  // Packages that run on Node, too, ask for its modules there.
  external: ['module', 'fs', 'node:*'],
  alias: { 'flinks-upload': own },
  nodePaths: [peers],
  define: { 'process.env.NODE_ENV': '"production"' },
  ...options,
});

function versions(own) {
  const version = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  const { devDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const all = { 'flinks-upload': version(own) };
  for (const name of Object.keys(devDependencies)) all[name] = version(join(peers, name));
  return all;
}
