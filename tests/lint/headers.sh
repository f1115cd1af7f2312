#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone as C11 and as C++17, each header between
# rooms alone as C11.
set -eu
cd -- "$(dirname -- "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
count=0

# alone HEADER COMPILER...: as the only include of a file.
alone() {
    header=$1
    shift
    count=$((count + 1))
    "$@" -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only || {
        echo "$header does not compile alone: $*"
        status=1
    }
}

warn_c="${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -Wstrict-prototypes"
for path in include/skillgap/*.h; do
    echo "#include \"skillgap/${path##*/}\"" >"$work/one.c"
    cp "$work/one.c" "$work/one.cpp"
    alone "$path" $warn_c "$work/one.c"
    alone "$path" "${CXX:-c++}" -std=c++17 "$work/one.cpp"
done
for path in core/*/*.h core/*/*/*.h; do
    folder=$(dirname "$path")
    echo "#include \"${path##*/}\"" >"$work/one.c"
    # The program has only include/.
    inside=-Icore
    [ "$folder" = core/cli ] && inside=
    alone "$path" $warn_c $inside -iquote "$folder" "$work/one.c"
done
echo "$count headers compiled alone"
exit $status
