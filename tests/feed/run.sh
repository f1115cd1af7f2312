#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the tests of the feed against a server that misbehaves.
#
#   run.sh attacks [ARGUMENT...]   attacks on what is signed; a stolen key
#   run.sh network [ARGUMENT...]   faults of networks and web servers
#   run.sh faults [ARGUMENT...]    updates stopped anywhere (a release build)
#   run.sh honest                  a few seconds: the honest way only
#
# The arguments are those of attacks.py, network.py and faults.py (--help).
# SKILLGAP_BUILD names the build folder (build/dev when it is unset). Each case
# has a home of its own in a new temporary folder. Exit code 77: a program that
# a test needs is missing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$here/../.." && pwd)

need() {
    for program in "$@"; do
        command -v "$program" >/dev/null && continue
        echo "skipped: $program is not installed"
        exit 77
    done
}

name=${1:-}
[ $# -eq 0 ] || shift
need python3 openssl minisign
case $name in
honest)
    name=attacks
    set -- honest "$@"
    ;;
attacks | network) need faketime ;;
faults) need strace ;;
*)
    sed -n '3,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac

SKILLGAP_BUILD=$(cd -- "${SKILLGAP_BUILD:-$top/build/dev}" && pwd)
export SKILLGAP_BUILD
if [ ! -x "$SKILLGAP_BUILD/bin/skillgap" ]; then
    echo "$SKILLGAP_BUILD/bin/skillgap is missing: build it first" >&2
    exit 1
fi

# What the environment says of proxies and of the program is not for here.
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY
unset SKILLGAP_DATA SKILLGAP_PLUGINS XDG_DATA_HOME XDG_CONFIG_HOME
TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/skillgap-run.XXXXXX")
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
trap 'exit 1' HUP INT TERM
python3 -B "$here/$name.py" "$@"
