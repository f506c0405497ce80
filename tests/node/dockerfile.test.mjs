// The Dockerfile of the reference server where there is no Docker to build it: what it copies is what cargo needs, and it ends as
// docs/operations.md says. `make check` builds it where a Docker daemon answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const lines = read('examples/relay/Dockerfile').split('\n').filter((line) => line && !line.startsWith('#'));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const of = (name, from = lines) => from.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const copies = of('COPY').filter((line) => !line.startsWith('--from')).map((line) => line.split(' '));

test('what the image copies is what cargo needs to build the relay, and no more of it is sent than that', () => {
  const context = mkdtempSync(join(tmpdir(), 'relay-image-'));
  try {
    for (const words of copies) for (const source of words.slice(0, -1)) cpSync(join(root, source), join(context, source), { recursive: true });
    // What the image runs, but it only says what it would build: unlike `cargo metadata`, it refuses targets that are not there.
    const [, build] = of('RUN')[0].match(/^cargo (build .*)$/);
    const graph = JSON.parse(execFileSync('cargo', [...build.split(' '), '-Zunstable-options', '--unit-graph'], { cwd: context, encoding: 'utf8', env: { ...process.env, RUSTC_BOOTSTRAP: '1' }, maxBuffer: 1e8 }));
    assert.ok(graph.units.some(({ target }) => target.name === 'relay' && target.kind.includes('bin')));
    // Whatever a source includes is there, too.
    const including = execFileSync('grep', ['-rlE', 'include_(str|bytes)!', 'src', 'examples/relay/src'], { cwd: context, encoding: 'utf8' }).trim().split('\n');
    for (const file of including.filter((path) => !/(?:^|\/)\w*tests?(?:\.rs$|\/)/.test(path))) {
      const source = readFileSync(join(context, file), 'utf8').split('#[cfg(test)]')[0];
      for (const [, path] of source.matchAll(/include_(?:str|bytes)!\("([^"]+)"\)/g)) readFileSync(join(context, file, '..', path));
    }
  } finally {
    rmSync(context, { recursive: true });
  }
  const ignored = read('examples/relay/Dockerfile.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1)).sort();
  assert.deepEqual(ignored, copies.flatMap((words) => words.slice(0, -1)).sort());
});

test('the compiler of the image is not older than the relay needs', () => {
  const [, needed] = /^rust-version = "1\.(\d+)"/m.exec(read('examples/relay/Cargo.toml'));
  const [, has] = /^rust:1\.(\d+)-/.exec(of('FROM')[0]);
  assert.ok(Number(has) >= Number(needed), `1.${has} < 1.${needed}`);
  assert.match(of('RUN')[0], /--locked --profile server -p flinks-upload-relay$/);
});

test('the relay in it is not root, keeps its database in a volume, and the image holds no key', () => {
  const [user] = of('USER', last);
  assert.match(user, /^[1-9]\d*:[1-9]\d*$/);
  const [volume] = of('VOLUME', last);
  const settings = of('ENV', last).join(' ');
  assert.ok(settings.includes(`DATABASE_URL=sqlite://${volume}/relay.db?mode=rwc`), settings);
  assert.ok(of('RUN', last).some((line) => line.includes(`-o ${user.split(':')[0]}`) && line.endsWith(volume)));
  assert.doesNotMatch(lines.join('\n'), /KEY|SECRET|PASSWORD|CUSTOMER/);
  assert.ok(settings.includes(`RELAY_LISTEN=0.0.0.0:${of('EXPOSE', last)[0]}`));
  // As a list: the relay itself gets the signal to end.
  assert.deepEqual(JSON.parse(of('ENTRYPOINT', last)[0]), ['/usr/local/bin/relay']);
});
