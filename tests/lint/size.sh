#!/bin/sh
# SPDX-License-Identifier: MIT
# No function past 70 lines, no file past 500. The format puts the braces of a
# function, and of nothing else, alone in the first column.
set -eu
cd -- "$(dirname -- "$0")/../.."

find core plugins include tests -name '*.[ch]' | sort | xargs awk '
FNR == 1 { finish(); name = FILENAME; open = 0; files++ }
/^[a-zA-Z].*\(/ { head = $0 }
/^\{/ { open = FNR }
/^\}$/ && open {
    functions++
    if (FNR - open - 1 > 70) {
        printf "%s:%d: a function of %d lines: %s\n", FILENAME, open,
               FNR - open - 1, head
        bad++
    }
    open = 0
}
{ lines = FNR }
function finish() {
    if (name != "" && lines > 500) {
        printf "%s: a file of %d lines: two ideas in one?\n", name, lines
        bad++
    }
}
END {
    finish()
    if (!functions) { print "no function was found: the lint is broken"; exit 1 }
    printf "%d functions in %d files, %d too long\n", functions, files, bad
    exit bad > 0
}'
