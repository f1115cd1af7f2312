#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether `skillgap needs` counts what reference.py counts.

    check.py DIR [--to TARGET]... [--program FILE] [--today YYYY-MM-DD]

DIR is what make_council.py wrote. For each target (a role, next, stated; by
default some of each) every count that both have is compared: staff, those not
assessed and why, each line for all, by team and by role, who lacks nothing,
who lacks just one thing, and what runs out. Prints each difference; exits with
1 when there is one, or when nothing was compared.
"""

import argparse
import collections
import datetime
import json
import os
import subprocess
import sys

import reference

PROGRAM = os.path.join(os.environ.get("SKILLGAP_BUILD") or os.path.join(
    reference.TOP, "build", "release"), "bin", "skillgap")
TARGETS = ["1366", "1385", "st-albans/community-support-2", "next", "stated"]


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit("%s\n%s" % (" ".join(command), done.stderr.decode()))
    return json.loads(done.stdout)


def exports(folder):
    found = []
    for name, ending in (("staff", "csv"), ("qualifications", "csv"),
                         ("experience", "csv"), ("map", "json")):
        path = os.path.join(folder, name + "." + ending)
        if os.path.exists(path):
            found += ["--" + name, path]
    return found


def hashes_of(program, today, roles):
    """The mark of each line of a role, as the program gives it."""
    marks = {}
    for role in roles:
        gap = run([program, "gap", "--from", role, "--to", role, "--today",
                   today, "--json"])
        for line in gap["lines"]:
            marks[role, line["id"]] = line["hash"]
    return marks


def sums(lines, marks, key):
    """Counts of the reference by need, and by team, role or grade."""
    total = collections.defaultdict(lambda: collections.Counter())
    for line in lines:
        need = marks[line["role"], line["line"]]
        groups = {"": line["all"]} if key is None else line[key]
        for name, counts in groups.items():
            total[need, name].update(counts)
    return total


def compare_counts(where, total, told, differences):
    """How many counts were compared."""
    for (need, name), counts in total.items():
        mine = told.get((need, name))
        theirs = {word: counts.get(word, 0) for word in ("unmet", "ask",
                                                         "met")}
        if mine is None or any(mine[word] != theirs[word] for word in theirs):
            differences.append("%s %s of %s: %s, reference %s" % (
                where, name, need,
                mine and {word: mine[word] for word in theirs}, theirs))
    return 3 * len(total)


def told_by(needs, by):
    return {(counts["need"], group["id"] if by == "role" else group["name"]):
            counts for group in needs["groups"] if group["by"] == by
            for counts in group["needs"]}


def compare(program, folder, target, today):
    needs = run([program, "needs", *exports(folder), "--to", target, "--today",
                 today, "--internal", "--json"])
    expected = run([sys.executable, os.path.join(reference.HERE,
                                                 "reference.py"), folder,
                    "--to", target, "--today", today])
    roles = sorted({line["role"] for line in expected["lines"]})
    marks = hashes_of(program, today, roles)
    differences = []

    def same(what, mine, theirs):
        if mine != theirs:
            differences.append("%s: %s, reference %s" % (what, mine, theirs))

    same("staff", needs["staff"], expected["staff"])
    same("assessed", needs["assessed"], expected["assessed"])
    same("not assessed", {one["reason"]: one["staff"]
                          for one in needs["not_assessed"]},
         expected["not_assessed"])
    same("eligible", needs["eligible"], expected["eligible"]["all"])
    compared = 4 + len(needs["not_assessed"])
    lines = expected["lines"]
    compared += compare_counts("all", sums(lines, marks, None),
                               {(need["need"], ""): need
                                for need in needs["needs"]}, differences)
    compared += compare_counts(
        "team", {(need, name or "No team on file"): counts for (need, name),
                 counts in sums(lines, marks, "by_team").items()},
        told_by(needs, "team"), differences)
    compared += compare_counts("role", sums(lines, marks, "by_role"),
                               told_by(needs, "role"), differences)
    sets = collections.Counter()
    for one in expected["blocking"]:
        sets[frozenset(marks[one["role"], line] for line in one["lines"])] += (
            one["staff"])
    for one in needs["one_step"]:
        same("one step " + str(one["needs"]), one["staff"],
             sets[frozenset(one["needs"])])
    running = collections.Counter()
    for one in expected["running_out"]:
        running[marks[one["role"], one["line"]]] += one["staff"]
    same("runs out", {one["need"]: one["staff"] for one in needs["expiring"]},
         dict(running))
    compared += len(needs["one_step"]) + len(running)
    print("%s: %d counts compared, %d differ" % (target, compared,
                                                 len(differences)))
    for text in differences[:20]:
        print("  " + text)
    return compared, len(differences)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("folder")
    parser.add_argument("--to", action="append")
    parser.add_argument("--program", default=PROGRAM)
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        default=datetime.date(2026, 11, 22))
    options = parser.parse_args()
    results = [compare(options.program, options.folder, target,
                       str(options.today))
               for target in options.to or TARGETS]
    return 1 if (not all(compared for compared, _ in results) or
                 any(wrong for _, wrong in results)) else 0


if __name__ == "__main__":
    sys.exit(main())
