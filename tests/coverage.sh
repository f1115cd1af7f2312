#!/bin/sh
# SPDX-License-Identifier: MIT
# The unit tests take every branch of the files that coverage.txt names.
#
# Left out are the lines that end in the comment "memory": what is done when no
# memory is left; and assertions. Both are shown. Counting needs gcc and gcovr.
set -eu
cd -- "$(dirname -- "$0")/.."
unset CC
list=tests/coverage.txt
left_out='/\* memory \*/|\bassert\('
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

grep -v '^#' $list >"$work/files"
find core/judge core/quals -name '*.c' | sort | grep -vxFf "$work/files" \
    >"$work/missing" || :
if [ -s "$work/missing" ]; then
    cat "$work/missing"
    echo "$list does not name these."
    exit 1
fi

[ -f build/coverage/build.ninja ] || cmake --preset coverage
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --preset coverage -j "$(nproc)"

# count NAME OPTION...: writes "FILE LINE TAKEN BRANCHES" for each line that
# has branches.
count() {
    name=$1
    shift
    gcovr --root . "$@" $(sed 's/^/--filter /' "$work/files") --xml-pretty \
        --output "$work/xml" build/coverage/core
    awk -F '"' '
    function value(key,    i) {
        for (i = 1; i < NF; i += 2)
            if ($i ~ (" " key "=$")) return $(i + 1)
    }
    /<class / { file = value("filename") }
    /<lines>/ { inside++ }
    /<line / && value("branch") == "true" {
        split(value("condition-coverage"), part, /[(\/)]/)
        print file, value("number"), part[2], part[3]
    }' "$work/xml" | sort -u >"$work/$name"
}
count all
count counted --exclude-branches-by-pattern ".*($left_out).*"

awk '
FILENAME ~ /files$/ { named[$1] = 1; names++; next }
FILENAME ~ /all$/ { all += $4; seen[$1] = 1; of[$1 ":" $2] = $4; next }
{
    branches += $4
    taken += $3
    delete of[$1 ":" $2]
    if ($3 < $4) {
        getline_of($1, $2)
        printf "%s:%d: %d of %d branches never taken: %s\n", $1, $2, $4 - $3,
               $4, text
    }
}
function getline_of(file, number,    i) {
    for (i = 0; i < number; i++)
        getline text <file
    close(file)
    sub(/^ +/, "", text)
}
END {
    for (name in named)
        if (!(name in seen)) { print name ": was not measured"; bad++ }
    for (place in of) {
        split(place, part, ":")
        getline_of(part[1], part[2])
        printf "left out: %s: %d branches: %s\n", place, of[place], text |
               "sort -t: -k2,2 -k3,3n"
    }
    close("sort -t: -k2,2 -k3,3n")
    printf "%d of %d branches of %d files are taken (%.2f %%); ", taken,
           branches, names, branches ? 100 * taken / branches : 0
    printf "%d more are left out\n", all - branches
    exit bad || !branches || taken < branches
}' "$work/files" "$work/all" "$work/counted"
