#!/usr/bin/env bash
# Adds one finding, attribute, error code and language to a copy of the sources, step by step, and shows that each place that
# is left out is named: by the compiler, by the generator's --check, or by a test. Native only.
. "$(dirname "$0")/../lib.sh"

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
copy=$target/add-one
log=$target/add-one.log
# Of its own, so that it waits for no other build.
export CARGO_TARGET_DIR=$target/add-one-build
shown=0

fresh_copy() {
  rm -rf "$copy"
  mkdir -p "$copy"
  git ls-files -z --cached --others --exclude-standard -- . ':!tests/e2e' ':!*.pdf' ':!*.png' ':!*.webp' |
    while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
    tar --create --null --files-from - | tar --extract --directory "$copy"
  # Older than the last build of a changed copy, they would pass for built.
  touch "$copy/src/lib.rs"
}

# after FILE PATTERN TEXT: adds a text after the first line with the pattern; `into` adds it within that line, after the pattern.
after() { edit "$@" 'lines.splice(at + 1, 0, text)'; }
into() { edit "$@" 'lines[at] = lines[at].replace(pattern, (found) => found + text)'; }
edit() {
  node -e '
    const [file, source, text, change] = process.argv.slice(1);
    const { readFileSync, writeFileSync } = require("node:fs");
    const lines = readFileSync(file, "utf8").split("\n");
    const pattern = new RegExp(source);
    const at = lines.findIndex((line) => pattern.test(line));
    if (at < 0) throw new Error(`${file} has no line with ${source}: scripts/test/add-one.sh is out of date`);
    new Function("lines", "at", "pattern", "text", change)(lines, at, pattern, text);
    writeFileSync(file, lines.join("\n"));
  ' "$copy/$1" "$2" "$3" "$4"
}

compile() { (cd "$copy" && cargo check --quiet --locked --no-default-features --features generate --lib --message-format short); }
generate() { (cd "$copy" && cargo run --quiet --locked --no-default-features --features generate --example generate -- "$@"); }
run_tests() {
  (cd "$copy" && cargo test --quiet --locked --no-default-features --features generate --lib --config profile.test.package.flinks-upload.opt-level=0 \
    -- core::files::finding core::connect::error_code)
}

# names WHAT COMMAND PATTERN…: the command must complain, and each pattern must be part of what it says.
names() {
  local what=$1 command=$2 pattern
  shift 2
  $command >"$log" 2>&1 </dev/null || true
  for pattern in "$@"; do
    grep -Eq -- "$pattern" "$log" || { tail -n 30 "$log" >&2; fail "$what: nothing says '$pattern'"; }
    say "  $what: ${command/_/ } names $(grep -Eom 1 -- "$pattern" "$log")"
    shown=$((shown + 1))
  done
}
passes() {
  local what=$1 command=$2
  $command >"$log" 2>&1 </dev/null || { tail -n 30 "$log" >&2; fail "$what"; }
  # A warning would fail scripts/check.sh.
  ! grep -q 'warning:' "$log" || { tail -n 30 "$log" >&2; fail "$what, but with warnings"; }
}
check_generated() { generate --check; }

say "adding a finding…"
fresh_copy
passes "the copy does not compile" compile
after src/core/files/finding/mod.rs '^findings! \{' '
    /// The statement is of another year.
    OtherYear = "other-year", Warning {
        /// The year.
        year: u32 => "year": "number",
    };'
names "without an example" compile 'src/core/files/finding/mod.rs:[0-9:]* error: the finding OtherYear has fields and needs .examples'
edit src/core/files/finding/mod.rs 'year: u32' '    } examples [{ year: 2024 }];' 'lines[at + 1] = text'
names "without its text" compile 'src/core/view/describe.rs:[0-9:]* error\[E0004\].*OtherYear'
after src/core/view/describe.rs 'let text = match finding' 'Finding::OtherYear { .. } => self.text(Key::Damaged),'
passes "a finding with all of its places" compile
names "with stale files" check_generated 'www/index.d.ts is stale' 'docs/api.md is stale'

say "adding an attribute…"
after src/core/config/attributes.rs '^attributes! \{' '
    /// The shade.
    shade = "shade", "shade", ValueType::Text("a shade"), DefaultValue::None;'
names "unread" compile 'src/core/config/read.rs:[0-9:]* error\[E0027\].*`shade`'
into src/core/config/read.rs 'let Texts \{' ' shade,'
names "read but unused" compile 'src/core/config/read.rs:[0-9:]* warning: unused variable: `shade`'
after src/core/config/settings.rs '^pub struct Config \{' '    /// The shade.
    pub shade: Option<String>,'
names "without a value in the configuration" compile \
  'src/core/config/read.rs:[0-9:]* error\[E0063\].*`shade`' 'src/core/config/settings.rs:[0-9:]* error\[E0063\].*`shade`'
after src/core/config/read.rs 'let config = Config \{' '            shade: shade.text.map(str::to_owned),'
after src/core/config/settings.rs '^        Self \{' '            shade: None,'
passes "an attribute with all of its places" compile
names "with stale files" check_generated 'www/element/attributes.js is stale'

say "adding an error code after which upload is offered…"
after src/core/connect/error_code.rs 'pub enum ErrorCode' '        /// The bank is closed.
        BankClosed = "BANK_CLOSED",'
names "undecided" compile 'src/core/connect/error_code.rs:[0-9:]* error\[E0004\].*BankClosed'
after src/core/connect/error_code.rs 'pub fn fallback' '        if *self == Self::BankClosed { return Some(FallbackCode::BankClosed); }'
edit src/core/connect/error_code.rs 'Self::Unauthorized' ' | Self::BankClosed' 'lines[at] = lines[at] + text'
after src/core/connect/error_code.rs 'pub enum FallbackCode' '        /// The bank is closed.
        BankClosed = "BANK_CLOSED",'
names "without its text" compile 'src/core/view/describe.rs:[0-9:]* error\[E0004\].*BankClosed'
after src/core/view/describe.rs 'match code \{' 'FallbackCode::BankClosed => MessageKey::RetryLater,'
names "without what can be done about it" compile 'src/core/view/describe.rs:[0-9:]* error\[E0004\].*BankClosed'
after src/core/view/describe.rs 'MessageKey::OfferError,' 'FallbackCode::BankClosed => MessageKey::OfferError,'
names "against the integration guide" compile 'src/core/connect/error_code.rs:[0-9:]* error\[E0080\]'
edit src/core/connect/error_code.rs 'FallbackCode::ALL.len\(\) == 8' 'FallbackCode::ALL.len() == 9' 'lines[at] = lines[at].replace(pattern, text)'
passes "an error code with all of its places" compile
names "with stale files" check_generated 'www/element/fallback-codes.js is stale'

names "with promises that tests hold" run_tests 'each_finding_has_the_severity_that_is_promised' 'exactly_eight_known_codes_offer_upload'

say "adding a language…"
after src/core/language.rs '\$with! \{' '            /// Italian.
            Italian = "it", it, "italian";'
names "without its feature" compile 'unexpected `cfg` condition value: `italian`'
after Cargo.toml '^english = ' 'italian = []'
into Cargo.toml '^generate = \[' '"italian", '
names "without its texts" compile 'src/core/i18n/languages/mod.rs:[0-9:]* error\[E0583\]: file not found for module `it`'
sed 's/Language::French/Language::Italian/; s/language: French/language: Italian/; /^ *Browse => /d' "$copy/src/core/i18n/languages/fr.rs" >"$copy/src/core/i18n/languages/it.rs"
names "without one of its texts" compile 'error\[E0004\]: non-exhaustive patterns: `MessageKey::Browse`'
sed 's/language: French/language: Italian/' "$copy/src/core/i18n/languages/fr.rs" >"$copy/src/core/i18n/languages/it.rs"
passes "a language with all of its places" compile
names "with stale files" check_generated 'www/languages/it.js is stale' 'www/languages/list.js is stale' 'www/index.d.ts is stale' 'docs/api.md is stale'

rm -rf "$copy"
say "$shown places named"
