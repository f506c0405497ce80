#!/usr/bin/env bash
# What takes too long for each commit, or changes with time rather than with commits: `make nightly`, or single parts, as
# scripts/nightly.sh coverage mutants. nightly.json, which is committed, keeps when each part last passed, and on which commit.
# scripts/nightly.sh show: prints that alone.
. "$(dirname "$0")/lib.sh"

parts=(audit coverage mutants reproducible corpus differential busy frameworks fuzz faults screenshots bench)

audit() { scripts/audit.sh all; }
coverage() { scripts/test/coverage.sh; }
mutants() { scripts/test/mutants.sh; }
reproducible() { scripts/test/reproducible.sh; }
corpus() { scripts/corpus.sh; }
differential() { DIFFERENTIAL=all scripts/test/e2e.sh --project=element differential; }
busy() { scripts/test/busy.sh; }
frameworks() { scripts/test/frameworks.sh all; }
fuzz() { FUZZ_SECONDS=${FUZZ_SECONDS:-600} scripts/fuzz.sh; }
faults() { RELAY_FAULT_ROUNDS=20 scripts/test/relay.sh; }
screenshots() { scripts/screenshots.sh; }
bench() { scripts/bench.sh; }

[ "${1:-}" != show ] || exec node scripts/nightly.mjs show "${parts[@]}"
[ "$#" -gt 0 ] || set -- "${parts[@]}"
for name in "$@"; do
  case " ${parts[*]} " in *" $name "*) ;; *) fail "unknown part '$name'; expected one of: ${parts[*]}" ;; esac
done

mkdir -p .tools/log
failed=()
for name in "$@"; do
  began=$SECONDS code=0
  say "$name…"
  # In a process of its own, in which a failing command ends the part.
  bash -c '. scripts/lib.sh; eval "$1"; "$2"' bash "$(declare -f "$name")" "$name" 2>&1 </dev/null | tee ".tools/log/nightly-$name.log" || code=$?
  if [ "$code" = 0 ]; then
    node scripts/nightly.mjs record "$name" $((SECONDS - began))
  else
    failed+=("$name: $(cause ".tools/log/nightly-$name.log")")
  fi
done

node scripts/nightly.mjs show "${parts[@]}"
if [ "${#failed[@]}" -gt 0 ]; then
  say "failed:"
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
