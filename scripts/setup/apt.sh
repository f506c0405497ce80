# shellcheck shell=bash
# Sourced after lib.sh: installs Debian packages, or says what to install manually. Parts of a run that run beside each other
# take turns.

installed() { [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]; }

# apt_lists: updates the package lists once, and only if something is to be installed.
apt_lists() {
  [ -z "${APT_LISTS_FRESH:-}" ] || return 0
  can_use_root || return 0
  step apt-update "fetching Debian's package lists (about 10 seconds)" "Check the network, then run: make setup" \
    as_root flock .tools/apt.lock apt-get update
  APT_LISTS_FRESH=1
}

# apt_install WHAT-FOR PACKAGE…
apt_install() {
  local purpose=$1 name missing=()
  shift
  have apt-get || fail "$purpose is missing, and this system has no apt-get: install it with your package manager, then run: make setup"
  for name in "$@"; do installed "$name" || missing+=("$name"); done
  [ "${#missing[@]}" -gt 0 ] || return 0
  local manual_command="apt-get install --no-install-recommends ${missing[*]}"
  can_use_root || fail "$purpose is missing, and installing it needs root: sudo $manual_command"
  apt_lists
  # --no-remove: never resolve a conflict by removing an installed package.
  step "apt-${missing[0]}" "installing $purpose from Debian's packages (about a minute, once)" "Manually: $manual_command" \
    as_root flock .tools/apt.lock env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-remove --no-install-recommends "${missing[@]}"
}
