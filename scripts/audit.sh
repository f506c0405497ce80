#!/usr/bin/env bash
# Audits dependencies: licenses, duplicates and sources of crates, unless they are those of the last audit (nightly.json), and
# exact versions of npm packages. With `all`, crates in any case, and known vulnerabilities of both, which change with time.
. "$(dirname "$0")/lib.sh"
. scripts/setup/cargo.sh

all=${1:-}
mkdir -p .tools/log
mapfile -t folders < <(git ls-files '*package-lock.json' | xargs -n 1 dirname)
for folder in "${folders[@]}"; do
  node -e '
    const { dependencies = {}, devDependencies = {} } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^(npm:@?[^@]+@)?\d+\.\d+\.\d+/.test(version));
    for (const one of loose) console.log(one.join(" "));
    process.exitCode = loose.length;
  ' "$folder/package.json" || fail "$folder/package.json contains version ranges, see above"
done

if [ "$all" != all ] && node scripts/nightly.mjs audited; then
  say "crates: the same as at the last audit (nightly.json)"
  exit
fi
[ "$all" = all ] || say "Cargo.lock or deny.toml changed since the last audit; scripts/nightly.sh audit notes a new one"
cargo_install cargo-deny cargo-deny "$CARGO_DENY_VERSION" "about 3 minutes" --locked
step deny "checking crates: licenses, duplicates, sources" "Run it again: . scripts/env.sh; cargo deny --workspace check licenses bans sources" \
  cargo deny --workspace check licenses bans sources
[ "$all" = all ] || exit 0

# The advisory database is on a server that not every machine can reach.
if timeout 60 cargo deny fetch db >.tools/log/advisories.log 2>&1 </dev/null; then
  step advisories "checking crates against RustSec's advisories" "Run it again: . scripts/env.sh; cargo deny --workspace check advisories" \
    cargo deny --workspace check --disable-fetch advisories
else
  say "checking crates against RustSec's advisories: skipped, cannot fetch the list (.tools/log/advisories.log)"
fi

for folder in "${folders[@]}"; do
  code=0
  (cd "$folder" && timeout 60 npm audit --json --package-lock-only --audit-level=high) >.tools/log/npm-audit.json 2>/dev/null </dev/null || code=$?
  if ! grep -q '"vulnerabilities"' .tools/log/npm-audit.json; then
    say "checking npm's advisories for $folder: skipped, the registry has none"
  elif [ "$code" != 0 ]; then
    fail "npm reports a vulnerability in $folder: npm audit --prefix $folder"
  fi
done
say "${#folders[@]} npm lock files audited"
