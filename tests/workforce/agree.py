#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether `skillgap gap --person` and reference.py say the same of people.

    agree.py DIR --to ROLE [--to ROLE]... [--people N] [--first K]
             [--program FILE] [--today YYYY-MM-DD]

DIR is what make_council.py wrote. Takes N of its people (200), evenly, and
compares every line of each target. Prints each difference and the sums; exits
with 1 when there is one.
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile

import reference

PROGRAM = os.path.join(os.environ.get("SKILLGAP_BUILD") or os.path.join(
    reference.TOP, "build", "release"), "bin", "skillgap")


def ask(program, path, target, today):
    run = subprocess.run([program, "gap", "--person", path, "--to", target,
                          "--today", str(today), "--json"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False)
    if run.returncode:
        return None, run.stderr.decode()
    gap = json.loads(run.stdout)
    return {line["id"]: line for line in gap["lines"]}, None


def compare(facts, file, target, options, folder):
    """Pairs of a line and what is different, and how many lines agree."""
    path = os.path.join(folder, "person.json")
    with open(path, "w", encoding="utf-8") as out:
        json.dump(file, out, ensure_ascii=False)
    theirs, error = ask(options.program, path, target, options.today)
    if error is not None:
        return [(target, "refused: " + error)], 0
    ours = reference.judge(facts, reference.Person(facts, file,
                                                   options.today), target)
    wrong = [(line, "reference %s, program %s: %s" % (
        reference.WORDS[verdict], theirs[line]["verdict"],
        theirs[line]["reason"])) for line, verdict in ours.items()
        if theirs[line]["verdict"] != reference.WORDS[verdict]]
    return wrong, len(ours) - len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--to", action="append", required=True)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--program", default=PROGRAM)
    parser.add_argument("--data", default=os.path.join(reference.TOP, "data"))
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        default=datetime.date(2026, 11, 22))
    options = parser.parse_args()
    for name in ("staff", "qualifications", "experience", "map"):
        setattr(options, name, None)
    facts = reference.Facts(options.data)
    people, _ = reference.read_people(reference.files_of(options))
    ids = sorted(people)[options.first:]
    ids = ids[::max(1, len(ids) // options.people)][:options.people]
    asked = agreed = differing = 0
    with tempfile.TemporaryDirectory() as folder:
        for person_id in ids:
            file = reference.person_file(facts, people[person_id])
            for target in options.to:
                target = facts.role_of(target)
                if file.get("current_role") in (None, target):
                    continue
                asked += 1
                wrong, right = compare(facts, file, target, options, folder)
                agreed += right
                differing += len(wrong)
                for line, what in wrong:
                    print("%s as %s, %s: %s\n  %s" % (
                        person_id, file["current_role"], line, what,
                        json.dumps({key: file.get(key) for key in (
                            "qualifications", "experience")},
                            ensure_ascii=False)))
    print("%d gaps: %d lines agree, %d differ" % (asked, agreed, differing))
    return 1 if differing or not agreed else 0


if __name__ == "__main__":
    sys.exit(main())
