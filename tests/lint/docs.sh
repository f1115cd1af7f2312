#!/bin/sh
# SPDX-License-Identifier: MIT
# What README.md and the help show is what the program prints.
#
# README.md, data/README.md: fenced blocks whose first line is "$ skillgap ...".
# The lines below a command are its output, errors included; a line "..."
# stands for any lines. Help: the lines under "Examples:", each of which must
# run without a usage error.
set -eu
cd -- "$(dirname -- "$0")/../.."
build=$(cd "${SKILLGAP_BUILD:-build/dev}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
status=0
count=0

clean() {
    env -i PATH="$build/bin:/usr/local/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 \
        TZ=UTC HOME="$work/home" sh -c "$1"
}

# Splits the blocks of $1 into files NNN.cmd and NNN.want below $work/blocks.
split_blocks() {
    rm -rf "$work/blocks" && mkdir "$work/blocks"
    awk -v folder="$work/blocks" '
    /^```/ { inside = !inside; fresh = inside; shown = 0; next }
    !inside { next }
    fresh { fresh = 0; shown = /^\$ skillgap/ }
    !shown { next }
    /^\$ / {
        base = sprintf("%s/%03d", folder, ++n)
        print substr($0, 3) > (base ".cmd")
        printf "" > (base ".want")
        next
    }
    { print > (base ".want") }' "$1"
}

# fits WANT GOT: equal, where "..." in WANT stands for any lines.
fits() {
    awk '
    NR == FNR { want[++w] = $0; next }
    { got[++g] = $0 }
    function fit(i, j,    k) {
        for (; i <= w; i++) {
            if (want[i] == "...") {
                for (k = j; k <= g + 1; k++)
                    if (fit(i + 1, k)) return 1
                return 0
            }
            if (j > g || want[i] != got[j++]) return 0
        }
        return j == g + 1
    }
    END { exit !fit(1, 1) }' "$1" "$2"
}

check_document() {
    split_blocks "$1"
    for cmd in "$work"/blocks/*.cmd; do
        [ -f "$cmd" ] || continue
        count=$((count + 1))
        clean "$(cat "$cmd")" >"$work/got" 2>&1 || :
        # awk reads an empty first file as no file at all.
        if [ -s "${cmd%.cmd}.want" ] &&
            fits "${cmd%.cmd}.want" "$work/got"; then
            continue
        fi
        echo "$1: this prints something else: $(cat "$cmd")"
        diff -u "${cmd%.cmd}.want" "$work/got" || :
        status=1
    done
}

# help_examples TEXT: the commands under "Examples:" of a help text.
help_examples() {
    awk '/^Examples?:/ { on = 1; next }
         on && /^[^ ]/ { on = 0 }
         on && /^ +(\$ )?skillgap / { sub(/^ +(\$ )?/, ""); print }' "$1"
}

check_help() {
    clean "skillgap help $1" >"$work/help"
    help_examples "$work/help" >"$work/examples"
    while IFS= read -r example; do
        count=$((count + 1))
        code=0
        clean "$example" >"$work/got" 2>&1 </dev/null || code=$?
        [ "$code" -eq 0 ] && continue
        echo "skillgap help $1: exit code $code from: $example"
        cat "$work/got"
        status=1
    done <"$work/examples"
}

for document in README.md data/README.md; do
    if [ -f "$document" ]; then
        check_document "$document"
    else
        echo "$document is missing"
        status=1
    fi
done
readme=$count
check_help ''
# The commands are those that help lists.
for command in $(awk '/^Commands:/ { on = 1; next } on && /^$/ { exit }
                      on { print $1 }' "$work/help"); do
    check_help "$command"
done
if [ "$readme" -eq 0 ] || [ "$count" -eq "$readme" ]; then
    echo "no example was found in $( [ "$readme" -eq 0 ] && echo README.md ||
        echo 'the help')"
    status=1
fi
echo "$count examples"
exit $status
