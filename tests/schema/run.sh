#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the data and what the program prints with --json to data/schema/, with
# a validator that is not ours (ajv, pinned in package.json; needs npm).
# shellcheck disable=SC2046 # one word for each file
set -eu
cd -- "$(dirname -- "$0")/../.."
build=${SKILLGAP_BUILD:-build/heavy}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

(cd tests/schema && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

ajv() {
    node tests/schema/validate.js "$@" || status=1
}

skillgap() {
    "$build/bin/skillgap" "$@"
}

# The frameworks, and every way to break one that mutations.json knows. What
# the schema refuses the program refuses too; an unknown field only warns.
framework_schema=data/schema/framework.schema.json
ajv accept $framework_schema data/frameworks/*.json \
    $(grep -rl --include='*.json' skillgap-framework/1 plugins)
for framework in data/frameworks/*.json; do
    rm -rf "$work/bad" && mkdir "$work/bad"
    ajv mutate $framework_schema "$framework" "$work/bad" >"$work/list"
    while read -r name answer; do
        code=0
        skillgap check "$work/bad/$name.json" >"$work/said" 2>&1 || code=$?
        case $answer in
        refuses) want=3 ;;
        *) want=0 ;;
        esac
        [ "$code" -eq $want ] && continue
        echo "skillgap check $name ($framework): exit code $code, not $want"
        cat "$work/said"
        status=1
    done <"$work/list"
done

# What the program prints: every ordered pair of roles, and one of each other.
mkdir "$work/gap" "$work/compare" "$work/next" "$work/show"
skillgap roles --json >"$work/roles.json"
roles=$(node -e '
    const { roles } = JSON.parse(require("fs").readFileSync(process.argv[1]));
    console.log(roles.map((role) => role.id).join("\n"))' "$work/roles.json")
for from in $roles; do
    file=$(echo "$from" | tr / .).json
    skillgap next --json --from "$from" >"$work/next/$file"
    skillgap show --json "$from" >"$work/show/$file"
    for to in $roles; do
        [ "$from" = "$to" ] && continue
        file=$(echo "$from-$to" | tr / .)
        skillgap gap --json --from "$from" --to "$to" >"$work/gap/$file.json"
        skillgap gap --json --from "$from" --months 18 --to "$to" \
            >"$work/gap/$file-18.json"
        skillgap compare --json "$from" "$to" >"$work/compare/$file.json"
    done
done
pairs=$(find "$work/compare" -type f | wc -l)
if [ "$pairs" -ne 56 ]; then
    echo "$pairs ordered pairs of roles, and 56 were expected"
    status=1
fi
skillgap plugins --json >"$work/plugins.json"
skillgap check --json data/frameworks/*.json >"$work/check.json"
skillgap gap --json --from nobody --to nothing 2>"$work/error.json" || :

out() {
    kind=$1
    shift
    ajv accept "data/schema/out-$kind.schema.json" "$@"
}
for kind in gap compare next show; do
    out $kind "$work/$kind"/*.json
done
for kind in roles plugins check error; do
    out $kind "$work/$kind.json"
done
exit $status
