#!/bin/sh
# SPDX-License-Identifier: MIT
# The library shows exactly the names in exports.txt, every plugin only its
# entry. A new name is a promise: it is added to the list by hand.
set -eu
cd -- "$(dirname -- "$0")/../.."
build=${SKILLGAP_BUILD:-build/dev}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# The sanitizers add names of their own.
exports() {
    "${NM:-nm}" -D --defined-only "$1" | awk '{ print $NF }' |
        sed 's/@.*//' | grep -v '^__.*asan' | LC_ALL=C sort
}

same() {
    exports "$1" >"$work/seen"
    diff -u "$2" "$work/seen" || {
        echo "$1 does not export what $2 says (- promised, + seen)"
        status=1
    }
}

same "$build/lib/libskillgap.so" tests/lint/exports.txt
# What only feeds or workbooks need is opened when one of them needs it, and not
# at every start.
for file in "$build/lib/libskillgap.so" "$build/bin/skillgap"; do
    if "${READELF:-readelf}" -d "$file" | grep -E 'NEEDED.*(curl|sodium|xlsxwriter)'; then
        echo "$file is linked with what only feeds or workbooks need"
        status=1
    fi
done

echo skillgap_plugin >"$work/plugin"
count=0
for plugin in "$build"/lib/skillgap/plugins/*.so "$build"/example/plugins/*.so
do
    same "$plugin" "$work/plugin"
    count=$((count + 1))
done
echo "$(wc -l <tests/lint/exports.txt) names, $count plugins"
exit $status
