#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the data and what the program prints with --json to data/schema/, with
# a validator that is not ours (ajv, pinned in package.json; needs npm).
# shellcheck disable=SC2046 # one word for each file
# shellcheck disable=SC2317 # hold_to_schema calls functions by their names
set -eu
cd -- "$(dirname -- "$0")/../.."
build=${SKILLGAP_BUILD:-build/heavy}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
# Whoever runs this may have feeds and numbers of their own.
XDG_CONFIG_HOME=$work/config
XDG_DATA_HOME=$work/data
export XDG_CONFIG_HOME XDG_DATA_HOME

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
        # shellcheck disable=SC2086 # a command of some words
        $1 "$work/bad/$name.json" >"$work/said" 2>&1 || code=$?
        case $answer in
        refuses) want=3 ;;
        *) want=0 ;;
        esac
        [ "$code" -eq $want ] && continue
        echo "$1 $name ($3): exit code $code, not $want"
        cat "$work/said"
        status=1
    done <"$work/list"
}

# The frameworks, and every way to break one that mutations.json knows.
framework_schema=data/schema/framework.schema.json
ajv accept $framework_schema data/frameworks/*.json \
    $(grep -rl --include='*.json' skillgap-framework/1 plugins)
for framework in data/frameworks/*.json; do
    hold_to_schema 'skillgap check' $framework_schema "$framework" mutations.json
done

# Files of posts, as a gap reads them.
post_schema=data/schema/post.schema.json
ajv accept $post_schema data/examples/posts/*.json
hold_to_schema 'skillgap gap --from 1372 --to 1385 --post' $post_schema \
    data/examples/posts/office-manager-planning.json mutations-post.json

# A council's own numbers likewise.
overrides_schema=data/schema/overrides.schema.json
ajv accept $overrides_schema data/examples/numbers/overrides.json \
    tests/schema/overrides-full.json
hold_to_schema 'skillgap check' $overrides_schema tests/schema/overrides-full.json \
    mutations-overrides.json

# Courses likewise.
courses_schema=data/schema/courses.schema.json
ajv accept $courses_schema data/reference/courses.json \
    tests/schema/courses-full.json
hold_to_schema 'skillgap check' $courses_schema tests/schema/courses-full.json \
    mutations-courses.json

# Person files likewise.
person_schema=data/schema/person.schema.json
ajv accept $person_schema data/examples/people/*.json tests/schema/person-full.json
hold_to_schema 'skillgap person check' $person_schema tests/schema/person-full.json \
    mutations-person.json

# Maps of HR exports; unit/read_staff_means breaks them in the same ways.
map_schema=data/schema/staff-map.schema.json
ajv accept $map_schema tests/schema/staff-map-full.json
rm -rf "$work/bad" && mkdir "$work/bad"
ajv mutate $map_schema tests/schema/staff-map-full.json mutations-staff-map.json \
    "$work/bad" >"$work/list"

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
skillgap doctor --json >"$work/doctor.json"
skillgap check --json data/frameworks/*.json tests/schema/overrides-full.json \
    data/reference/courses.json >"$work/check.json"
skillgap gap --json --from nobody --to nothing 2>"$work/error.json" || :
mkdir -m 700 "$work/plugins" && : >"$work/plugins/empty.so"
skillgap roles --json --plugins "$work/plugins" 2>"$work/warnings.json" \
    >"$work/out.json"
skillgap --version --json >"$work/version.json"

# Needs, for publication and for the inside, with a plan and without.
mkdir -p "$work/needs"
for to in 1366 county/office-manager next stated; do
    for way in --budget=20000 --internal '--internal --budget=100'; do
        # shellcheck disable=SC2086
        skillgap needs --json --staff data/examples/hr/staff.csv \
            --qualifications data/examples/hr/qualifications.csv \
            --experience data/examples/hr/experience.csv --to "$to" $way \
            >"$work/needs/$(echo "$to$way" | tr '/ ' ..).json" 2>/dev/null
    done
done

# Partial results, and every way to break one.
for to in next stated; do
    skillgap needs --staff data/examples/hr/staff.csv --to $to \
        --partial "$work/$to.part" 2>/dev/null
done
partial_schema=data/schema/partial.schema.json
ajv accept $partial_schema data/examples/hr/part-*.json "$work/next.part" \
    "$work/stated.part"
hold_to_schema 'skillgap merge' $partial_schema \
    data/examples/hr/part-1.json mutations-partial.json

# Feeds. A user's configuration, and every way to break one.
list_feeds() {
    mkdir -p "$work/other/skillgap"
    cp "$1" "$work/other/skillgap/config.json"
    XDG_DATA_HOME=$work/other XDG_CONFIG_HOME=$work/other \
        "$build/bin/skillgap" feed list
}
config_schema=data/schema/config.schema.json
ajv accept $config_schema tests/schema/config-full.json
hold_to_schema list_feeds $config_schema tests/schema/config-full.json \
    mutations-config.json

mkdir "$work/feeds" "$work/feed-news" "$work/feed-diff" "$work/published" \
    "$work/roles" "$work/index" "$work/errors"
config=$XDG_CONFIG_HOME/skillgap/config.json
mkdir -p "${config%/*}"

# publish_site NAME DAY OPTION...: NAME.json is what was said, and the index is
# kept as a copy of that name.
publish_site() {
    name=$1 day=$2
    shift 2
    skillgap publish "$work/jobs" --out "$work/site" --today "$day" --json "$@" \
        >"$work/published/$name.json"
    cp "$work/site/feed.json" "$work/index/$name.json"
}
import_site() {
    skillgap feed import county "$work/site" --json --today "$@"
}
# add_feeds KEY NAME...: as somebody would by hand. Nobody answers there.
add_feeds() {
    key=$(sed -n 2p "$work/$1.key.pub")
    shift
    list=
    for name; do
        list="$list${list:+,}{\"name\": \"$name\", \"key\": \"$key\",
            \"url\": \"https://127.0.0.1:1/feed.json\"}"
    done
    echo "{\"format\": \"skillgap-config/1\", \"feeds\": [$list]}" >"$config"
    ajv accept $config_schema "$config"
}
# change_county SCRIPT: of the framework, as a new version.
change_county() {
    node -e '
        const fs = require("fs"), [file, script] = process.argv.slice(1);
        const county = JSON.parse(fs.readFileSync(file));
        county.version = String(Number(county.version) + 1);
        const roles = county.families[0].roles;
        new Function("county", "roles", script)(county, roles);
        fs.writeFileSync(file, JSON.stringify(county));' \
        "$work/jobs/county.json" "$1"
}
cp -r data/frameworks "$work/jobs"
skillgap publish --new-key "$work/first.key" --json </dev/null \
    >"$work/key.json"
skillgap publish --new-key "$work/second.key" </dev/null >"$work/said"
publish_site first 2026-11-20 --key "$work/first.key"
publish_site same 2026-11-21 --key "$work/first.key" --title 'Jobs in the county'
skillgap feed list --json >"$work/feeds/none.json"
add_feeds first county
skillgap feed list --json >"$work/feeds/not-fetched.json"
import_site 2026-11-21 >"$work/feed-news/first.json"
import_site 2026-11-21 >"$work/feed-news/unchanged.json"
skillgap feed diff county --json >"$work/feed-diff/shipped.json"
skillgap feed show county --json >"$work/feeds/show.json"
change_county '
    roles[0].title = "Clerk"; roles[0].ref = "9999"; roles[0].grade = "Grade 2";
    roles[1].specification.desirable = [];
    roles[2].specification.essential.pop();
    roles[3].cells[0].level = 1; roles[4].cells.pop();
    roles.pop(); county.note = "Shorter"; county.council.name = "A county"'
publish_site changed 2026-11-22 --key "$work/first.key" \
    --url https://127.0.0.1:1/
import_site 2026-11-22 >"$work/feed-news/changed.json"
skillgap feed diff county --json >"$work/feed-diff/changed.json"
skillgap feed diff county 3 2 --json >"$work/feed-diff/backwards.json"
skillgap feed rollback county --json --today 2026-11-22 \
    >"$work/feed-news/back.json"
import_site 2026-11-22 >"$work/feed-news/held-back.json"
skillgap feed list --json --today 2028-11-22 >"$work/feeds/back.json"
skillgap roles --json --today 2028-11-22 >"$work/roles/back.json" \
    2>"$work/old.json"
skillgap gap --json --from 1366 --to 1367 --today 2026-11-22 \
    >"$work/gap/from-a-feed.json"
import_site 2026-11-22 --forward >"$work/feed-news/forward.json"
rm "$work/jobs/st-albans.json"
publish_site withdrawn 2026-11-23 --key "$work/first.key" --withdraw st-albans \
    --url https://127.0.0.1:1/feed.json
import_site 2026-11-23 >"$work/feed-news/withdrawn.json"
skillgap feed diff county --json >"$work/feed-diff/withdrawn.json"
publish_site other-key 2026-11-24 --key "$work/second.key" --replace-key
if import_site 2026-11-24 2>"$work/errors/unknown-key.json"; then
    echo 'what another key signed was imported'
    status=1
fi
add_feeds second county other
skillgap feed list --json >"$work/feeds/key-changed.json"
if skillgap feed update --json >"$work/feed-news/failed.json" \
    2>"$work/errors/no-network.json"; then
    echo 'feeds were fetched where nobody answers'
    status=1
fi
import_site 2026-11-24 >"$work/feed-news/other-key.json"
skillgap feed remove county --json >"$work/feed-news/removed.json"
ajv accept $config_schema "$config"

# An index is JSON Feed, and what it must be for skillgap besides. Whoever
# publishes reads the index of before, and --replace-key asks for no signature.
index_schema=data/schema/feed-index.schema.json
feed_schema=tests/schema/jsonfeed-1.1.schema.json
publish_again() {
    cp "$1" "$work/site/feed.json"
    skillgap publish "$work/jobs" --out "$work/site" --key "$work/second.key" \
        --replace-key
}
ajv accept $index_schema "$work/index"/*.json
ajv accept $feed_schema "$work/index"/*.json
publish_again "$work/index/withdrawn.json" >"$work/said"
hold_to_schema publish_again $index_schema "$work/index/withdrawn.json" \
    mutations-feed-index.json
ajv mutate $feed_schema "$work/index/changed.json" mutations-jsonfeed.json \
    "$work/bad" >"$work/list"
for file in "$work/index"/*.json; do
    node -e '
        const { items } = JSON.parse(require("fs").readFileSync(process.argv[1]));
        const ids = items.map((item) => item.id);
        process.exitCode = new Set(ids).size < ids.length ? 1 : 0' "$file" ||
        { echo "${file##*/}: two items have one id"; status=1; }
done

out() {
    kind=$1
    shift
    ajv accept "data/schema/out-$kind.schema.json" "$@"
}
for kind in gap plan path compare next show person-check feeds feed-news \
    feed-diff published roles needs; do
    out $kind "$work/$kind"/*.json
done
for kind in roles plugins doctor check error warnings version titles key; do
    out $kind "$work/$kind.json"
done
out error "$work/errors"/*.json
out warnings "$work/old.json"
exit $status
