// Checks that no modules of the crate import each other in a circle, and prints the number of modules and imports. A module and
// its own parent may know each other; tests are left out. It reads `use` declarations and paths that begin with `crate`, `self`
// or `super` as text: cargo-modules draws the same graph, but compiles for minutes and can't leave out a parent.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

/** Fewer means that the sources were not found. */
const MIN_MODULES = 60;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The module of a file below src: `src/core/mod.rs` is `core`. */
const moduleOf = (file) => file.replace(/(\/mod)?\.rs$/, '').replaceAll('/', '::');

/** Without comments, texts and characters, and without inline test modules. */
function withoutNoise(source) {
  const code = source
    .replace(/\/\/.*$/gm, '')
    .replace(/r(#+)"[^]*?"\1/g, '""')
    .replace(/b?"(?:[^"\\]|\\[^])*"/g, '""');
  return code.replace(/#\[cfg\((?:test|any\(test, fuzzing\))\)\]\s*(?:pub(?:\([^)]*\))? )?(?:mod|use|impl|fn)\b[^]*?(?:;|\n\})/g, '');
}

/** The items between commas that are not inside braces. */
function splitList(text) {
  const items = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  return items.map((item) => item.trim()).filter(Boolean);
}

/** Every path of a use tree: `a::{b, c::d as e}` is `a::b` and `a::c::d`. */
function pathsOf(tree) {
  const group = /^([^{]*)\{([^]*)\}$/.exec(tree);
  if (group === null) return [tree.replace(/\s+as\s+\w+$/, '')];
  return splitList(group[2]).flatMap((item) => pathsOf(item).map((path) => group[1] + path));
}

/** Paths of the crate that a module names, from the root of the crate. */
function importsOf(module, code) {
  const uses = [...code.matchAll(/^[ \t]*(?:pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/gm)].flatMap(([, tree]) => pathsOf(tree.replace(/\s+/g, ' ').trim()));
  const inline = [...code.matchAll(/\b(?:crate|super)(?:::\w+)+/g)].map(([path]) => path);
  return [...uses, ...inline].flatMap((path) => {
    const parts = path.split('::').map((part) => part.trim());
    if (parts[0] === 'crate') return [parts.slice(1)];
    if (parts[0] === 'self') return [[...module, ...parts.slice(1)]];
    if (parts[0] !== 'super') return [];
    const ups = parts.findIndex((part) => part !== 'super');
    return [[...module.slice(0, module.length - (ups < 0 ? parts.length : ups)), ...(ups < 0 ? [] : parts.slice(ups))]];
  });
}

/** Tarjan's strongly connected components, of more than one module each. */
export function cyclesOf(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const cycles = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const cycle = stack.splice(stack.indexOf(node));
    if (cycle.length > 1) cycles.push(cycle);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return cycles;
}

const isTest = (file) => /(^|\/)(tests|model|testing|harness|describe_tests)(\.rs|\/|$)/.test(file);

/** What a parent passes on by `pub use` counts as the child that has it. */
function reexportsOf(sources) {
  const reexports = new Map();
  for (const [module, code] of sources) {
    for (const [, tree] of code.matchAll(/^pub(?:\([^)]*\))? use ([^;]+);/gm)) {
      for (const path of pathsOf(tree.replace(/\s+/g, ' ').trim())) {
        const target = path.split('::');
        if (target[0] === 'crate' || target[0] === 'super') continue;
        reexports.set(`${module}::${target.at(-1)}`, `${module}::${target.slice(0, -1).join('::').replace(/^self::/, '')}`);
      }
    }
  }
  return reexports;
}

/** The modules below a folder of sources, and which of them each imports. */
export function moduleGraph(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.rs') && !file.startsWith('bin/') && !isTest(file));
  const sources = new Map(files.map((file) => [moduleOf(file), withoutNoise(readFileSync(join(folder, file), 'utf8'))]));
  sources.delete('lib');
  const reexports = reexportsOf(sources);
  /** The module that a path leads to: as long a part of it as names a module. */
  const resolve = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const name = path.slice(0, length).join('::');
      if (reexports.has(name) && sources.has(reexports.get(name))) return reexports.get(name);
      if (sources.has(name)) return name;
    }
    return undefined;
  };
  const isParent = (one, other) => other.startsWith(`${one}::`);
  const graph = new Map();
  for (const [module, code] of sources) {
    const targets = importsOf(module.split('::'), code).map(resolve);
    const isImport = (target) => target !== undefined && target !== module && !isParent(target, module) && !isParent(module, target);
    graph.set(module, new Set(targets.filter(isImport)));
  }
  return graph;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const graph = moduleGraph(join(root, 'src'));
  if (graph.size < MIN_MODULES) {
    console.error(`error: only ${graph.size} modules were found below src; expected ${MIN_MODULES} or more`);
    process.exit(1);
  }
  const cycles = cyclesOf(graph);
  for (const cycle of cycles) {
    console.error('error: these modules import each other:');
    for (const module of cycle) console.error(`  ${module} → ${[...graph.get(module)].filter((target) => cycle.includes(target)).join(', ')}`);
  }
  if (cycles.length > 0) process.exit(1);
  console.log(`${graph.size} modules, ${[...graph.values()].reduce((sum, targets) => sum + targets.size, 0)} imports, no cycle`);
}
