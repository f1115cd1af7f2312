#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs cases: folders with a command and what it must print. See README.md.
#
#   run.sh [NAME...]            runs these cases, or all
#   run.sh --update NAME...     writes what is seen into the case
#   run.sh --valgrind [NAME...] runs the program under valgrind
#   run.sh --every N            runs only each Nth of all cases
#
# Exit code 77: all of them were skipped, and what is printed says why.
# SKILLGAP_BUILD names the build folder (build/dev when it is unset).
set -u

cases=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$cases/../.." && pwd)
build=$(cd -- "${SKILLGAP_BUILD:-$top/build/dev}" && pwd) || exit 2
update=no
valgrind=no
every=1

usage() {
    sed -n '3,11s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

fail() {
    printf '%s: %s\n' "$name" "$1" >&2
    failed=yes
}

# Paths that differ from machine to machine get names.
without_paths() {
    sed -e "s|$work|TMP|g" -e "s|$build/share/skillgap|DATA|g" \
        -e "s|$top/data|DATA|g" -e "s|$build|BUILD|g" -e "s|$top|TOP|g" "$1"
}

# A folder with a `skillgap` that is the program, or valgrind around it.
make_bin() {
    mkdir -p "$work/bin" "$work/log"
    if [ "$valgrind" = yes ]; then
        cat >"$work/bin/skillgap" <<EOF
#!/bin/sh
exec valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect \
    --log-file='$work/log/%p' '$build/bin/skillgap' "\$@"
EOF
        chmod +x "$work/bin/skillgap"
    else
        ln -s "$build/bin/skillgap" "$work/bin/skillgap"
    fi
}

# Runs the case in $work/here; leaves $work/out, $work/err and $status.
run_command() {
    mkdir -p "$work/here" "$work/home"
    cp -R "$folder/." "$work/here/"
    (cd "$work/here" && rm -f cmd in out err exit needs no-valgrind)
    input=/dev/null
    [ -f "$folder/in" ] && input=$folder/in
    status=0
    (
        cd "$work/here" || exit 125
        exec env -i PATH="$work/bin:/usr/local/bin:/usr/bin:/bin" \
            LC_ALL=C.UTF-8 TZ=UTC HOME="$work/home" \
            XDG_DATA_HOME="$work/home/data" \
            XDG_CONFIG_HOME="$work/home/config" \
            UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
            DATA="$top/data" PLUGINS="$build/tests/plugins" BUILD="$build" \
            TOP="$top" \
            sh "$folder/cmd"
    ) <"$input" >"$work/raw-out" 2>"$work/raw-err" || status=$?
    without_paths "$work/raw-out" >"$work/out"
    without_paths "$work/raw-err" >"$work/err"
}

# compare STREAM: what the case expects (nothing without a file) and got.
compare() {
    expected=$folder/$1
    [ -f "$expected" ] || expected=/dev/null
    cmp -s "$expected" "$work/$1" && return
    fail "std$1 is not as expected (- expected, + got)"
    diff -u "$expected" "$work/$1" >&2
}

write_down() {
    for stream in out err; do
        rm -f "$folder/$stream"
        [ -s "$work/$stream" ] && cp "$work/$stream" "$folder/$stream"
    done
    rm -f "$folder/exit"
    [ "$status" -eq 0 ] || echo "$status" >"$folder/exit"
    printf '%s: written\n' "$name"
}

check() {
    want=0
    [ -f "$folder/exit" ] && want=$(cat "$folder/exit")
    [ "$status" = "$want" ] || fail "exit code $status, expected $want"
    compare out
    compare err
    if [ -n "$(find "$work/log" -type f -size +0)" ]; then
        fail "valgrind found something"
        cat "$work"/log/* >&2
    fi
}

run_case() {
    name=$1
    folder=$cases/$name
    if [ ! -f "$folder/cmd" ]; then
        fail "there is no such case: $folder/cmd is missing"
        return
    fi
    if [ "$valgrind" = yes ] && [ -f "$folder/no-valgrind" ]; then
        printf '%s: without valgrind: ' "$name"
        cat "$folder/no-valgrind"
        return
    fi
    # What a machine may lack, and what to say then.
    if [ -f "$folder/needs" ] && ! why=$(sh "$folder/needs" 2>&1); then
        printf '%s: skipped: %s\n' "$name" "$why"
        skipped=$((skipped + 1))
        return
    fi
    work=$(mktemp -d /tmp/skillgap-case.XXXXXX) || exit 1
    make_bin
    run_command
    if [ "$update" = yes ]; then write_down; else check; fi
    rm -rf "$work"
}

while [ $# -gt 0 ]; do
    case $1 in
    --update) update=yes ;;
    --valgrind) valgrind=yes ;;
    --every)
        every=${2:-}
        [ "$every" -gt 0 ] 2>/dev/null || usage
        shift
        ;;
    -*) usage ;;
    *) break ;;
    esac
    shift
done
[ "$update" = yes ] && [ $# -eq 0 ] && usage
if [ ! -x "$build/bin/skillgap" ]; then
    echo "$build/bin/skillgap is missing: build it first" >&2
    exit 1
fi
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # one word for each case
    set -- $(cd "$cases" && for c in */cmd; do echo "${c%/cmd}"; done |
        awk "NR % $every == 0")
fi

work=
trap '[ -n "$work" ] && rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failed=no
count=0
skipped=0
for case in "$@"; do
    run_case "$case"
    count=$((count + 1))
done
[ "$failed" = no ] || exit 1
[ "$skipped" -eq 0 ] || printf '%s cases skipped\n' "$skipped"
[ "$count" -eq 0 ] || [ "$skipped" -lt "$count" ] || exit 77
printf '%s cases passed\n' "$((count - skipped))"
