#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tries to work out small numbers from how many lack two needs at once.

    suppress_pairs.py SUPPRESS_TABLES [TABLES [FIRST_SEED]]

The attacker of suppress_attack.py, with the tables of two needs and the number
who lack both, and GLPK. A table is broken when a count from 1 to 4 of a need
cannot be 0 or cannot be 5, or when it is sure that those in a set of classes
(lack both, the first, the second, none) are from 1 to 4: of one group, or of
several groups of a grouping when the true counts alone would not tell it. No
table must be broken of which the number may be told; without the rule for that
some have to be.

0: so it is; 1: it is not; 77: glpsol is not installed (Debian: glpk-utils).
"""
import itertools
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from suppress_attack import LEAST, STATES, equations, publish

UNMET = 2
AT_ONCE = 8     # questions for one run of the solver
MOST_SUMS = 24  # sums over several groups of a table
NO_ROOM = 8     # of enum suppress_broken
BROKEN_LEAST = 10   # of a hundred that are told without the rule


class Pair:
    """What is published of two needs, and what to aim at."""

    def __init__(self, seed, both):
        self.seed, self.number = seed, both
        self.truth, self.groups, self.known = {}, ({}, {}), ({}, {})
        self.small, self.need = ([], []), None


def pairs(program, count, first, most, broken):
    output = subprocess.run(
        [program, "pairs", *map(str, (count, first, most, broken))],
        check=True, capture_output=True, text=True).stdout
    pair = None
    for line in output.splitlines():
        word, *rest = line.split()
        if word == "pair":
            if pair:
                yield pair
            pair = Pair(*map(int, rest))
        elif word == "both":
            group, *numbers = map(int, rest)
            pair.truth[group] = numbers
        elif word == "need":
            pair.need = int(rest[1])
        elif word == "group":
            number, by, inside, staff = map(int, rest[:4])
            pair.groups[pair.need][number] = (by, inside, staff, rest[4:])
        elif word == "known":
            pair.known[pair.need][int(rest[0])] = rest[1:]
        else:
            pair.small[pair.need].append(tuple(map(int, rest)))
    if pair:
        yield pair


def constraints(pair, name, with_number):
    """All that is known; name(need, group, state), name("x", group) lack
    both."""
    for need in 0, 1:
        table = publish(pair.groups[need], pair.known[need], False)
        yield from equations(table, lambda g, s, need=need: name(need, g, s))
    sums = {}
    for group, (by, inside, staff, _) in pair.groups[0].items():
        both = name("x", group)
        first, second = (name(need, group, UNMET) for need in (0, 1))
        yield f"{first} - {both} >= 0"
        yield f"{second} - {both} >= 0"
        yield f"{first} + {second} - {both} <= {staff}"
        if group:
            sums.setdefault((inside, by), []).append(both)
    for (inside, _), parts in sums.items():
        yield f"{' + '.join(parts)} - {name('x', inside)} = 0"
    if with_number:
        yield f"{name('x', 0)} = {pair.number}"


def solve(pair, aims, folder, with_number):
    """The least and the most of each aim: weights of variables, a constant."""
    copies = [(aim, sign) for aim in aims for sign in (1, -1)]
    objective, lines, names = [], [], []
    for i, ((weights, _), sign) in enumerate(copies):
        def name(*key, i=i):
            return "v" + "_".join(map(str, (i, *key)))
        for key in itertools.product((0, 1, "x"), pair.groups[0], STATES):
            key = key[:2] if key[0] == "x" else key
            if name(*key) in names[-3:]:
                continue
            names.append(name(*key))
            weight = weights.get(key, 0) * sign
            objective.append(f"{'-' if weight < 0 else '+'} {abs(weight)} "
                             f"{names[-1]}")
        lines += constraints(pair, name, with_number)
    model, answer = folder / "model.lp", folder / "answer"
    model.write_text(
        "Minimize\n goal: " + "\n ".join(objective) + "\nSubject To\n" +
        "\n".join(f" e{i}: {line}" for i, line in enumerate(lines)) +
        "\nGenerals\n" + "\n".join(names) + "\nEnd\n")
    output = subprocess.run(
        ["glpsol", "--lp", str(model), "-w", str(answer)],
        capture_output=True, text=True, check=False).stdout
    if "INTEGER OPTIMAL SOLUTION FOUND" not in output:
        raise RuntimeError(f"glpsol did not answer:\n{output}")
    values = {}
    for line in answer.read_text().splitlines():
        words = line.split()
        if words and words[0] == "j":
            values[names[int(words[1]) - 1]] = int(words[2])
    found = [constant + sum(
        weight * values["v" + "_".join(map(str, (i, *key)))]
        for key, weight in weights.items())
        for i, ((weights, constant), _) in enumerate(copies)]
    return list(zip(found[0::2], found[1::2]))


def ranges(pair, aims, folder, with_number=True):
    found = []
    for i in range(0, len(aims), AT_ONCE):
        found += solve(pair, aims[i:i + AT_ONCE], folder, with_number)
    return found


def in_set(pair, group, classes):
    """How many of a group are in a set of classes, as an aim."""
    staff = pair.groups[0][group][2]
    first, second, both = (0, group, UNMET), (1, group, UNMET), ("x", group)
    parts = [({first: -1, second: -1, both: 1}, staff),     # lack nothing
             ({first: 1, both: -1}, 0), ({second: 1, both: -1}, 0),
             ({both: 1}, 0)]
    return add([parts[i] for i in classes])


def add(aims):
    weights, constant = {}, 0
    for more, number in aims:
        constant += number
        for key, weight in more.items():
            weights[key] = weights.get(key, 0) + weight
    return {k: w for k, w in weights.items() if w}, constant


SETS = [classes for size in (1, 2, 3)
        for classes in itertools.combinations(range(4), size)]


def people(pair, groups, classes, both=None):
    """How many are in a set of classes; so many lack both in each."""
    total = 0
    for i, group in enumerate(groups):
        lack, first, second = pair.truth[group]
        lack = lack if both is None else both[i]
        parts = (pair.groups[0][group][2] - first - second + lack,
                 first - lack, second - lack, lack)
        total += sum(parts[i] for i in classes)
    return total


def counts_tell(pair, groups, classes):
    """Whether the true counts of both needs alone would tell that so many in a
    set of classes are from 1 to 4."""
    ends = []
    for group in groups:
        _, first, second = pair.truth[group]
        ends.append((max(0, first + second - pair.groups[0][group][2]),
                     min(first, second)))
    found = [people(pair, groups, classes, both) for both in zip(*ends)]
    return min(found) > 0 and max(found) < LEAST


def some_sums(pair, draw):
    """Groups of one grouping, and a set of classes: with 1 to 4 people of
    whom the counts alone do not tell it."""
    groupings = {}
    for group, (by, _, staff, _) in pair.groups[0].items():
        if group and staff:
            groupings.setdefault(by, []).append(group)
    sums = [(groups, classes) for members in groupings.values()
            for size in range(2, len(members) + 1)
            for groups in itertools.combinations(members, size)
            for classes in SETS
            if 0 < people(pair, groups, classes) < LEAST and
            not counts_tell(pair, groups, classes)]
    return draw.sample(sums, min(len(sums), MOST_SUMS))


def is_known_too_well(pair, folder):
    """Rule 2."""
    for need in 0, 1:
        aims = [({(need, group, s): 1}, 0) for group, s in pair.small[need]]
        for low, high in ranges(pair, aims, folder):
            if low > 0 or high < LEAST:
                return True
    return False


def is_broken(pair, folder, draw):
    aims = [add([in_set(pair, group, classes)])
            for group in pair.groups[0] for classes in SETS
            if 0 < people(pair, [group], classes) < LEAST]
    aims += [add([in_set(pair, group, classes) for group in groups])
             for groups, classes in some_sums(pair, draw)]
    return is_known_too_well(pair, folder) or any(
        low > 0 and high < LEAST for low, high in ranges(pair, aims, folder))


def attack(program, count, first, most, broken, folder):
    """(seeds of broken tables, how many were told)"""
    seeds, told = [], 0
    draw = random.Random(first)
    for pair in pairs(program, count, first, most, broken):
        told += 1
        if is_broken(pair, folder, draw):
            seeds.append(pair.seed)
    return seeds, told


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 100001
    if not shutil.which("glpsol"):
        print("skipped: glpsol is not installed (Debian package glpk-utils)")
        return 77
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for most in (120, 300, 600):
            seeds, told = attack(program, count, first, most, 0, folder)
            print(f"up to {most} staff: of {count} tables {told} told, "
                  f"{len(seeds)} broken", *seeds[:10], flush=True)
            good = good and not seeds
        good = good and told > 0
        seeds, told = attack(program, count // 10, first, 120, NO_ROOM, folder)
        print(f"without the rule: {len(seeds)} of {told} broken", flush=True)
        good = good and len(seeds) * 100 > told * BROKEN_LEAST
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
