#!/bin/sh
# SPDX-License-Identifier: MIT
# The unit tests take every branch of the files that coverage.txt names.
#
# Left out, and shown: what is done when no memory is left - the lines with the
# comment "memory" - and assertions. Counting needs gcc and gcovr.
set -eu
cd -- "$(dirname -- "$0")/.."
unset CC
list=tests/coverage.txt
left_out='/\* memory \*/|\bassert\('
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Nothing of these rooms escapes the list.
sed -n 's/^#* *\(core\/.*\.c\)$/\1/p' $list >"$work/listed"
find core/judge core/quals -name '*.c' | sort | grep -vxFf "$work/listed" \
    >"$work/missing" || :
if [ -s "$work/missing" ]; then
    cat "$work/missing"
    echo "$list does not name these."
    exit 1
fi
grep '^core/' $list >"$work/named"

# The tests that stand nearest: of rooms, or of one thing of another. Those of
# other rooms would take as long again, and no branch that these do not take.
tests='judge quals gap ways catalogue plugins read_quals report_about'
tests="$tests workforce_tally"
targets="skillgap_program plugins/all tests/hostile/all"
for name in $tests; do
    for file in tests/unit/test_"$name".c tests/unit/test_"$name"_*.c; do
        [ ! -f "$file" ] || targets="$targets $(basename "$file" .c)"
    done
done
[ -f build/coverage/build.ninja ] || cmake --preset coverage
# shellcheck disable=SC2086 # one word for each target
cmake --build --preset coverage --target $targets
find build/coverage -name '*.gcda' -delete
ctest --preset coverage -R "^unit/($(echo "$tests" | tr ' ' '|'))(_|\$)" \
    -j "$(nproc)"

# count NAME OPTION...: writes "FILE LINE TAKEN BRANCHES" for each line that
# has branches.
count() {
    name=$1
    shift
    # shellcheck disable=SC2046 # one filter for each file
    gcovr --root . "$@" $(sed 's/^/--filter /' "$work/listed") --xml-pretty \
        --output "$work/xml" build/coverage/core
    awk -F '"' '
    function value(key,    i) {
        for (i = 1; i < NF; i += 2)
            if ($i ~ (" " key "=$")) return $(i + 1)
    }
    /<class / { file = value("filename") }
    /<line / && value("branch") == "true" {
        split(value("condition-coverage"), part, /[(\/)]/)
        print file, value("number"), part[2], part[3]
    }' "$work/xml" | sort -u -k1,1 -k2,2n >"$work/$name"
}
count all
count counted --exclude-branches-by-pattern ".*($left_out).*"

awk '
function text_of(file, number,    i, text) {
    for (i = 0; i < number; i++)
        getline text <file
    close(file)
    sub(/^ +/, "", text)
    return text
}
FILENAME ~ /named$/ { named[$1] = 1; names++; next }
FILENAME ~ /counted$/ {
    counted[$1, $2] = 1
    unmeasured[$1] = 0
    if ($1 in named) {
        branches += $4
        taken += $3
    }
    if ($3 < $4)
        printf "%s:%d: %s%d of %d branches never taken: %s\n", $1, $2,
               $1 in named ? "" : "(not yet) ", $4 - $3, $4, text_of($1, $2)
    next
}
!(($1, $2) in counted) {
    left_out += $4
    printf "%s:%d: %d branches left out: %s\n", $1, $2, $4, text_of($1, $2)
}
END {
    for (name in named)
        if (!(name in unmeasured)) {
            print name ": was not measured"
            bad++
        }
    printf "%d of %d branches of %d files are taken (%.2f %%); ", taken,
           branches, names, branches ? 100 * taken / branches : 0
    printf "%d more are left out\n", left_out
    exit bad || !branches || taken < branches
}' "$work/named" "$work/counted" "$work/all"
