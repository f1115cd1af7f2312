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

# hold_to_schema COMMAND SCHEMA FILE LIST: what the schema refuses of FILE's
# mutations the program refuses too; an unknown field only warns.
hold_to_schema() {
    rm -rf "$work/bad" && mkdir "$work/bad"
    ajv mutate "$2" "$3" "$4" "$work/bad" >"$work/list"
    while read -r name answer; do
        code=0
        # shellcheck disable=SC2086 # a command of one or two words
        skillgap $1 "$work/bad/$name.json" >"$work/said" 2>&1 || code=$?
        case $answer in
        refuses) want=3 ;;
        *) want=0 ;;
        esac
        [ "$code" -eq $want ] && continue
        echo "skillgap $1 $name ($3): exit code $code, not $want"
        cat "$work/said"
        status=1
    done <"$work/list"
}

# The frameworks, and every way to break one that mutations.json knows.
framework_schema=data/schema/framework.schema.json
ajv accept $framework_schema data/frameworks/*.json \
    $(grep -rl --include='*.json' skillgap-framework/1 plugins)
for framework in data/frameworks/*.json; do
    hold_to_schema check $framework_schema "$framework" mutations.json
done

# Files of posts, as a gap reads them.
post_schema=data/schema/post.schema.json
ajv accept $post_schema data/examples/posts/*.json
hold_to_schema 'gap --from 1372 --to 1385 --post' $post_schema \
    data/examples/posts/office-manager-planning.json mutations-post.json

# A council's own numbers likewise.
overrides_schema=data/schema/overrides.schema.json
ajv accept $overrides_schema data/examples/numbers/overrides.json \
    tests/schema/overrides-full.json
hold_to_schema check $overrides_schema tests/schema/overrides-full.json \
    mutations-overrides.json

# Courses likewise.
courses_schema=data/schema/courses.schema.json
ajv accept $courses_schema data/reference/courses.json \
    tests/schema/courses-full.json
hold_to_schema check $courses_schema tests/schema/courses-full.json \
    mutations-courses.json

# Person files likewise.
person_schema=data/schema/person.schema.json
ajv accept $person_schema data/examples/people/*.json tests/schema/person-full.json
hold_to_schema 'person check' $person_schema tests/schema/person-full.json \
    mutations-person.json

# What is known about qualifications.
for list in subjects qualifications; do
    ajv accept "data/schema/$list.schema.json" "data/reference/$list.json"
done

# What the program prints: every ordered pair of roles, and one of each other.
mkdir "$work/gap" "$work/plan" "$work/path" "$work/compare" "$work/next" "$work/show" \
    "$work/person-check"
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
        skillgap gap --json --from "$from" --to "$to" --plan \
            >"$work/plan/$file.json"
        skillgap path --json --from "$from" --to "$to" >"$work/path/$file.json"
        skillgap compare --json "$from" "$to" >"$work/compare/$file.json"
    done
done
pairs=$(find "$work/compare" -type f | wc -l)
if [ "$pairs" -ne 56 ]; then
    echo "$pairs ordered pairs of roles, and 56 were expected"
    status=1
fi
for person in data/examples/people/*.json tests/schema/person-full.json; do
    file=${person##*/}
    skillgap person check --json "$person" >"$work/person-check/$file"
    skillgap next --json --person "$person" >"$work/next/$file"
    skillgap next --json --person "$person" --evidence-only \
        >"$work/next/evidence-$file"
    for to in $roles; do
        skillgap gap --json --person "$person" --to "$to" \
            >"$work/gap/$(echo "$to" | tr / .)-$file"
        skillgap gap --json --person "$person" --to "$to" --plan \
            --prefer quickest >"$work/plan/$(echo "$to" | tr / .)-$file"
        case $(skillgap path --json --person "$person" --to "$to" 2>&1 \
            >"$work/path/$(echo "$to" | tr / .)-$file") in
        *held\ now*) rm "$work/path/$(echo "$to" | tr / .)-$file" ;;
        esac
    done
done
skillgap gap --json --person tests/schema/person-full.json \
    --to county/office-manager --assume '24 more months' --evidence-only \
    --post data/examples/posts/office-manager-planning.json \
    >"$work/gap/assumed.json"
skillgap person check --json "$work/bad/name-empty.json" \
    >"$work/person-check/bad.json" 2>"$work/person-error.json" || :
cut -f1 tests/titles/dirty.tsv tests/titles/readings.tsv |
    skillgap person titles --json - >"$work/titles.json"
skillgap plugins --json >"$work/plugins.json"
skillgap check --json data/frameworks/*.json tests/schema/overrides-full.json \
    data/reference/courses.json >"$work/check.json"
skillgap gap --json --from nobody --to nothing 2>"$work/error.json" || :
mkdir -m 700 "$work/plugins" && : >"$work/plugins/empty.so"
skillgap roles --json --plugins "$work/plugins" 2>"$work/warnings.json" \
    >"$work/out.json"
skillgap --version --json >"$work/version.json"

out() {
    kind=$1
    shift
    ajv accept "data/schema/out-$kind.schema.json" "$@"
}
for kind in gap plan path compare next show person-check; do
    out $kind "$work/$kind"/*.json
done
for kind in roles plugins check error warnings version titles; do
    out $kind "$work/$kind.json"
done
exit $status
