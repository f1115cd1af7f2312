#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# An invented council, counted by `skillgap needs` and by two others.
#
#     tests/workforce/run.sh reference [PEOPLE]   against reference.py
#     tests/workforce/run.sh sums [PEOPLE]        against gap --person of each
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export HOME=$work PYTHONDONTWRITEBYTECODE=1
case ${1-} in
reference)
    for seed in 1 2; do
        dirt=()
        [ "$seed" = 1 ] || dirt=(--dirt)
        "$here/make_council.py" --people "${2:-2000}" --seed "$seed" \
            "${dirt[@]}" --out "$work" >/dev/null
        "$here/check.py" "$work"
    done
    ;;
sums)
    "$here/make_council.py" --people "${2:-150}" --seed 3 --out "$work" \
        >/dev/null
    for to in 1366 1385 st-albans/community-support-2; do
        "$here/sums.py" "$work" --to "$to"
    done
    ;;
*)
    echo "usage: $0 reference|sums [PEOPLE]" >&2
    exit 2
    ;;
esac
