// Bundles the benchmark pages: our package from its tarball, peers from npm.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const npm = fileURLToPath(new URL('../../target/npm', import.meta.url));
const peers = join(here, 'node_modules');

/** Unpacks the tarball, so that a concurrent build does not change what is measured. */
function unpack(folder) {
  const tarball = existsSync(npm) && readdirSync(npm).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('target/npm contains no tarball; run: make package');
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
    // One bundle per entry, as by esbuild's defaults.
    await bundle(readdirSync(folder).map((name) => join(folder, name)), { outdir: out, format: 'esm' }, own);
    // Files referenced by URL at run time stay separate: some beside the script, some above it, as in the package.
    for (const name of readdirSync(own).filter((name) => /\.wasm$|worker\.js$/.test(name))) {
      for (const place of [out, site]) copyFileSync(join(own, name), join(place, name));
    }
  }
  // A classic script, because modules are deferred.
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
  // Packages that also run on Node reference its modules.
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
