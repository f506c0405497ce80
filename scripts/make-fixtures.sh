#!/usr/bin/env bash
# Writes test files with qpdf to target/generated: the sample documents, plain and in every revision of
# encryption, with and without object streams, linearized and not. `expected.tsv` lists what must be found in each.
. "$(dirname "$0")/lib.sh"
. scripts/setup/apt.sh

have qpdf || apt_install "qpdf, which writes encrypted test files," qpdf

folder=target/generated
stamp="$(qpdf --version | head -n 1) $(cat scripts/make-fixtures.sh scripts/samples.mjs scripts/samples/*.mjs | cksum)"
if [ "$(cat $folder/stamp 2>/dev/null)" = "$stamp" ]; then exit 0; fi

make_files() {
  rm -rf $folder
  mkdir -p $folder
  node scripts/samples.mjs $folder/base
  printf 'file\tencryption\tpages\ttext\tprinted\n' >$folder/expected.tsv
  plain statement-2026-03 3 text no
  plain scan-2026-07 1 scan no
  plain outlines-2026-10 1 none no
  plain portfolio-2026-11 1 text no
  encrypted statement-2026-03 3 text no
  encrypted printed-2026-08 1 text yes
  printf '%s\n' "$stamp" >$folder/stamp
}

# write BASE NAME ENCRYPTION PAGES TEXT PRINTED OPTION…: four files, one per form.
write() {
  local base=$1 name=$2 expected=("${@:3:4}") objects form
  shift 6
  for objects in disable generate; do
    for form in "" -linearized; do
      local file=$name-objects-$objects$form.pdf
      # Static ids make findings repeatable.
      qpdf --static-id --allow-weak-crypto "--object-streams=$objects" ${form:+--linearize} "$@" "$folder/base/$base.pdf" "$folder/$file"
      printf '%s\t%s\t%s\t%s\t%s\n' "$file" "${expected[@]}" >>$folder/expected.tsv
    done
  done
}

plain() { write "$1" "$1" none "${@:2}"; }

passwords="none owner opens
user owner needs-password
user user needs-password
none none opens"

encrypted() {
  local base=$1 expected=("${@:2}") method options user owner opens
  while read -r method options; do
    # User password, owner password, and whether the file opens without a password.
    while read -r user owner opens; do
      # shellcheck disable=SC2086 # several options
      write "$base" "$base-$method-$user-$owner" "$opens" "${expected[@]}" --encrypt "${user#none}" "${owner#none}" $options --
    done <<<"$passwords"
  done <<'END'
R2 40
R3 128 --use-aes=n
R4-rc4 128 --use-aes=n --force-V4
R4-aes 128 --use-aes=y
R4-clear-metadata 128 --use-aes=y --cleartext-metadata
R5 256 --force-R5
R6 256
R6-clear-metadata 256 --cleartext-metadata
END
}

step generated "writing test files with qpdf (about 15 seconds, once)" "Manually: scripts/make-fixtures.sh" make_files
