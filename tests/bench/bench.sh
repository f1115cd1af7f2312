#!/bin/sh
# SPDX-License-Identifier: MIT
# How long one answer takes from a cold start, beside an empty process and
# beside python3 only reading the same framework file.
#
#   bench.sh [--runs N]     N runs of each, interleaved (31)
#
# Prints each median and its ratio to the empty process's, then how many times
# python3's time one gap takes. Only a release build says anything:
# SKILLGAP_BUILD names its folder (build/heavy when it is unset).
set -eu
cd -- "$(dirname -- "$0")/../.."
build=${SKILLGAP_BUILD:-build/heavy}
runs=31
[ "${1:-}" = --runs ] && runs=$2

export LC_ALL=C.UTF-8
"$build/tests/bench/stopwatch" "$runs" \
    'empty process' "$build/tests/bench/empty" -- \
    'skillgap --version' "$build/bin/skillgap" --version -- \
    'skillgap gap' "$build/bin/skillgap" gap \
    --from county/admin-assistant-2 --to county/administrator-1 -- \
    'skillgap gap --json' "$build/bin/skillgap" gap --json \
    --from county/admin-assistant-2 --to county/administrator-1 -- \
    'skillgap next' "$build/bin/skillgap" next \
    --from county/admin-assistant-2 -- \
    'python3 json.load' python3 -c '
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    json.load(file)' data/frameworks/county.json |
    awk -v runs="$runs" '
    BEGIN { printf "medians of %d runs, and ratio to the first\n", runs }
    { print }
    /^skillgap gap  / { gap = $(NF - 2) }
    /^python3/ { python = $(NF - 2) }
    END {
        if (!gap || !python) exit 1
        printf "gap / python3: %.2f\n", gap / python
    }'
