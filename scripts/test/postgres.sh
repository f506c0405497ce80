# shellcheck shell=bash
# Sourced after lib.sh: a temporary PostgreSQL server for one test run. It touches no other server on this machine.
. scripts/setup/apt.sh

# PostgreSQL refuses to run as root.
as_postgres_user() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

# start_postgres: sets POSTGRES_URL, or POSTGRES_MISSING to the reason.
start_postgres() {
  POSTGRES_FOLDER= POSTGRES_BIN=$(find_postgres)
  if [ -z "$POSTGRES_BIN" ] && have apt-get && can_use_root; then
    # In a subshell, because a failure exits.
    (apt_install "PostgreSQL, for the relay's tests" postgresql) || true
    POSTGRES_BIN=$(find_postgres)
  fi
  POSTGRES_MISSING="it is not installed (Debian's package: postgresql)"
  [ -n "$POSTGRES_BIN" ] || return 1
  POSTGRES_MISSING="as root it needs the user 'postgres', which does not exist"
  as_postgres_user true 2>/dev/null || return 1

  mkdir -p target
  POSTGRES_FOLDER=$(mktemp -d target/postgres.XXXXXX)
  # Other users cannot read a checkout in root's home folder.
  as_postgres_user test -x "$PWD/$POSTGRES_FOLDER/.." || { rmdir "$POSTGRES_FOLDER"; POSTGRES_FOLDER=$(mktemp -d); }
  POSTGRES_FOLDER=$(realpath "$POSTGRES_FOLDER")
  [ "$(id -u)" != 0 ] || chown postgres "$POSTGRES_FOLDER"
  local port log=.tools/log/postgres.log
  port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  POSTGRES_MISSING="it did not start, see $log"
  {
    as_postgres_user "$POSTGRES_BIN/initdb" -D "$POSTGRES_FOLDER/data" -U relay -A trust -E UTF8 --no-sync &&
      as_postgres_user "$POSTGRES_BIN/pg_ctl" start -w -t 60 -D "$POSTGRES_FOLDER/data" -l "$POSTGRES_FOLDER/log" \
        -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$POSTGRES_FOLDER -c max_connections=300 ${POSTGRES_OPTIONS:--c fsync=off}"
  } >"$log" 2>&1 </dev/null || return 1
  POSTGRES_URL=postgres://relay@127.0.0.1:$port/postgres
}

stop_postgres() {
  [ -n "${POSTGRES_FOLDER:-}" ] || return 0
  as_postgres_user "$POSTGRES_BIN/pg_ctl" stop -m immediate -D "$POSTGRES_FOLDER/data" >/dev/null 2>&1 || true
  rm -rf "$POSTGRES_FOLDER"
}

find_postgres() {
  local initdb
  initdb=$(command -v initdb || printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [ ! -x "$initdb" ] || dirname "$(realpath "$initdb")"
}
