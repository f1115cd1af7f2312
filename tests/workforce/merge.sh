#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Whether partial results over parts of a workforce merge into the result over
# all, to the byte, with GNU parallel over split files as README.md shows it.
#
#     tests/workforce/merge.sh [PEOPLE]
#
# Skipped (77) without GNU parallel.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
program=${SKILLGAP_BUILD:-$here/../../build/release}/bin/skillgap
people=${1:-2000}
if ! command -v parallel >/dev/null || ! parallel --version 2>/dev/null |
        grep -q GNU; then
    echo "skipped: GNU parallel is not installed"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export HOME=$work
"$here/make_council.py" --people "$people" --seed 4 --out "$work" >/dev/null

# A person's rows stay together: by the last digit of the id.
for name in staff qualifications experience; do
    awk -F, -v name="$work/$name" 'NR == 1 { header = $0; next }
        { part = name substr($1, length($1)) ".csv"
          if (!(part in begun)) { print header > part; begun[part] = 1 }
          print > part }' "$work/$name.csv"
done

count=0
for to in 1366 next stated; do
    usual=(--map "$work/map.json" --today 2026-11-22 --to "$to")
    rm -f "$work"/part*.json
    parallel --will-cite -j 2 "$program" needs --staff "$work/staff{}.csv" \
        --qualifications "$work/qualifications{}.csv" \
        --experience "$work/experience{}.csv" "${usual[@]}" \
        --partial "$work/part{}.json" ::: {0..9} 2>/dev/null
    for way in "" --json "--internal --json" "--budget 20000 --by role"; do
        # shellcheck disable=SC2086
        "$program" merge "$work"/part{7,3,9,0,1,2,4,5,6,8}.json $way \
            >"$work/merged"
        # shellcheck disable=SC2086
        "$program" needs --staff "$work/staff.csv" \
            --qualifications "$work/qualifications.csv" \
            --experience "$work/experience.csv" "${usual[@]}" $way \
            >"$work/whole" 2>/dev/null
        cmp "$work/merged" "$work/whole"
        [ -s "$work/whole" ]
        count=$((count + 1))
    done
done
echo "$count reports of $people people: merged and whole are the same bytes"
