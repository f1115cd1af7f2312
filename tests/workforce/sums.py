#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether `skillgap needs` is the sum of `skillgap gap --person`.

    sums.py DIR --to ROLE [--people N] [--program FILE] [--today YYYY-MM-DD]

DIR is what make_council.py wrote. The first N people (all) are written as one
export, and each of them as a person file; `gap --person` is asked of each, and
every line's verdicts are added up. Exits with 1 when a count differs.
"""

import argparse
import collections
import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile

import reference
from check import PROGRAM, run


def write_part(folder, into, people):
    """The rows of these people alone, as UTF-8 with commas."""
    found = []
    for name in ("staff", "qualifications", "experience"):
        path = os.path.join(folder, name + ".csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        part = os.path.join(into, name + ".csv")
        with open(part, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(rows[0])
            writer.writerows(row for row in rows[1:] if row and
                             row[0].strip() in people)
        found += ["--" + name, part]
    return found + ["--map", os.path.join(folder, "map.json")]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("folder")
    parser.add_argument("--to", required=True)
    parser.add_argument("--people", type=int, default=10 ** 9)
    parser.add_argument("--program", default=PROGRAM)
    parser.add_argument("--data", default=os.path.join(reference.TOP, "data"))
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        default=datetime.date(2026, 11, 22))
    options = parser.parse_args()
    for name in ("staff", "qualifications", "experience", "map"):
        setattr(options, name, None)
    facts = reference.Facts(options.data)
    people, _ = reference.read_people(reference.files_of(options))
    ids = sorted(people)[:options.people]
    target = facts.role_of(options.to)
    sums = collections.defaultdict(collections.Counter)
    asked = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "person.json")
        for person_id in ids:
            file = reference.person_file(facts, people[person_id])
            if file.get("current_role") in (None, target):
                continue
            with open(path, "w", encoding="utf-8") as out:
                json.dump(file, out)
            gap = run([options.program, "gap", "--person", path, "--to", target,
                       "--today", str(options.today), "--json"])
            asked += 1
            for line in gap["lines"]:
                sums[line["hash"]][line["verdict"]] += 1
        needs = run([options.program, "needs",
                     *write_part(options.folder, folder, set(ids)), "--to",
                     target, "--today", str(options.today), "--internal",
                     "--json"])
    wrong = 0 if needs["assessed"] == asked else 1
    for need in needs["needs"]:
        told = {word: need[word] for word in ("unmet", "ask", "met")}
        summed = {word: sums[need["need"]][word] for word in told}
        if told != summed:
            wrong += 1
            print("%s: needs %s, sum of gaps %s" % (need["label"], told,
                                                    summed))
    print("%s: %d people, %d needs, %d differ" % (target, asked,
                                                  len(needs["needs"]), wrong))
    return 1 if wrong or not asked or not needs["needs"] else 0


if __name__ == "__main__":
    sys.exit(main())
