#!/bin/sh
# SPDX-License-Identifier: MIT
# No unfinished work by its own words, and no path of somebody's machine.
# The words are written in pieces here, so that this file passes too.
set -eu
cd -- "$(dirname -- "$0")/../.."
status=0

# files TOP...: what is ours below these.
files() {
    find "$@" \( -name .git -o -name build -o -name node_modules \) -prune \
        -o -type f -print0
}

# forbid WHY PATTERN TOP...
forbid() {
    why=$1 pattern=$2
    shift 2
    if files "$@" | xargs -0 grep -nIE "$pattern"; then
        echo "$why"
        status=1
    fi
}

forbid 'finish it, or file it where work is planned' \
    '\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K|not implement[e]d|placehold[e]r|st[u]b)\b' \
    core plugins include tests CMakeLists.txt setup.sh
forbid 'that path is of one machine' \
    '(^|[^A-Za-z0-9_.])/(ho[m]e|Us[e]rs|ro[o]t|wo[r]k|fa[r]m)/|[A-Z]:\\Us[e]rs' .
[ $status -ne 0 ] || echo 'no such words'
exit $status
