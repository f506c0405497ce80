# shellcheck shell=bash
# Sourced after lib.sh: installs Debian packages, or says in one sentence what to install by hand.

installed() { [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]; }

# apt_lists: fetched only by a run that installs something; once in each part of it.
apt_lists() {
  [ -z "${APT_LISTS_FRESH:-}" ] || return 0
  can_use_root || return 0
  step apt-update "fetching Debian's package lists (about 10 seconds)" "Is the network there? Try again with: make setup" \
    as_root apt-get update
  APT_LISTS_FRESH=1
}

# apt_install WHAT-FOR PACKAGE…
apt_install() {
  local purpose=$1 name missing=()
  shift
  have apt-get || fail "$purpose is missing, and this system has no apt-get: install it with your package manager, then: make setup"
  for name in "$@"; do installed "$name" || missing+=("$name"); done
  [ "${#missing[@]}" -gt 0 ] || return 0
  local manual_command="apt-get install --no-install-recommends ${missing[*]}"
  can_use_root || fail "$purpose is missing, and only root may install it: sudo $manual_command"
  apt_lists
  # --no-remove: a conflict with something installed must not be solved by taking it away.
  step "apt-${missing[0]}" "installing $purpose from Debian's packages (about a minute, once)" "By hand: $manual_command" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-remove --no-install-recommends "${missing[@]}"
}
