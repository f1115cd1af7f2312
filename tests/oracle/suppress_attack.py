#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tries to work out suppressed counts with GLPK's integer solver.

    suppress_attack.py SUPPRESS_TABLES [TABLES [FIRST_SEED]]

The attacker has what is published, the rows that everybody knows and the sums
that hold, and asks for the least and the most of each count from 1 to 4. A table
is broken when one is published, cannot be 0 or cannot be 5, but could if no
count were published. The whole must not be broken in any table; with any one
rule left out it has to be, in some.

0: so it is; 1: it is not; 77: glpsol is not installed (Debian: glpk-utils).
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LEAST = 5
STATES = range(3)
# The numbers are those of enum suppress_broken; how many of a hundred tables
# have to be broken.
RULES = [
    (1, 80, "only small counts are hidden"),
    (2, 25, "nothing is hidden for the sake of sums"),
    (3, 1, "roles are not known to make up grades"),
    (4, 5, "a hidden count need not be able to be 0"),
    (5, 1, "it need not be able to be 5"),
    (6, 50, "small groups are shown"),
    (7, 1, "rows that everybody knows are taken for cover"),
]


def blocks(program, count, first, most, broken):
    """One need after another: (seed, groups by number, known rows, small
    counts)."""
    output = subprocess.run(
        [program, "tables", *map(str, (count, first, most, broken))],
        check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        word, *rest = line.split()
        if word == "need":
            if rest != [str(first), "0"]:
                yield seed, groups, known, small
            seed, groups, known, small = int(rest[0]), {}, {}, []
        elif word == "group":
            number, by, inside, staff = map(int, rest[:4])
            groups[number] = (by, inside, staff, rest[4:])
        elif word == "known":
            known[int(rest[0])] = rest[1:]
        else:
            small.append(tuple(map(int, rest)))
    yield seed, groups, known, small


def equations(groups, name):
    """All that is published, as lines of an LP; name(group, state)."""
    sums = {}
    for number, (by, inside, staff, row) in groups.items():
        yield f"{' + '.join(name(number, s) for s in STATES)} = {staff}"
        for s in STATES:
            if row[s] != "?":
                yield f"{name(number, s)} = {row[s]}"
        if number:
            sums.setdefault((inside, by), []).append(number)
    for (inside, _), parts in sums.items():
        for s in STATES:
            whole = " + ".join(name(part, s) for part in parts)
            yield f"{whole} - {name(inside, s)} = 0"


def ranges(groups, aims, folder):
    """The least and the most of each aim: one copy of the table for each."""
    copies = [(aim, sign) for aim in aims for sign in (1, -1)]
    objective, lines, names = [], [], []
    at = {}
    for i, (aim, sign) in enumerate(copies):
        def name(group, state, i=i):
            return f"x{i}_{group}_{state}"
        for group in groups:
            for s in STATES:
                weight = sign if (group, s) == aim else 0
                objective.append(f"{'-' if weight < 0 else '+'} "
                                 f"{abs(weight)} {name(group, s)}")
                names.append(name(group, s))
        at[i] = name(*aim)
        lines += equations(groups, name)
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
    found = [values[at[i]] for i in range(len(copies))]
    return list(zip(found[0::2], found[1::2]))


def publish(groups, known, hide_all):
    """What the attacker has."""
    return {number: (by, inside, staff, known.get(
        number, ["?"] * 3 if hide_all else row))
            for number, (by, inside, staff, row) in groups.items()}


def is_broken(groups, known, small, folder):
    """Whether one of the small counts is known too well."""
    found = ranges(publish(groups, known, False), small, folder)
    if not known or all(low == 0 and high >= LEAST for low, high in found):
        return any(low > 0 or high < LEAST for low, high in found)
    free = ranges(publish(groups, known, True), small, folder)
    return any(low > free_low or high < min(LEAST, free_high)
               for (low, high), (free_low, free_high) in zip(found, free))


def attack(program, count, first, most, broken, folder):
    """(seeds of broken tables, least and most asked for)"""
    seeds, asked = set(), 0
    for seed, groups, known, small in blocks(program, count, first, most, broken):
        if any(0 < staff < LEAST for _, _, staff, _ in groups.values()) or any(
                groups[g][3][s] != "?" for g, s in small):
            seeds.add(seed)
            continue
        if not small or (broken and seed in seeds):
            continue
        asked += 2 * len(small)
        if is_broken(groups, known, small, folder):
            seeds.add(seed)
    return seeds, asked


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
        for most in (20, 40, 120):
            seeds, asked = attack(program, count // 3, first, most, 0, folder)
            print(f"up to {most} staff: {count // 3} tables, {asked} questions,"
                  f" {len(seeds)} broken", *sorted(seeds)[:10], flush=True)
            good = good and not seeds and asked > 0
        for broken, percent, what in RULES:
            tables = max(count // 3, 1)
            seeds, asked = attack(program, tables, first, 40, broken, folder)
            print(f"{what}: {len(seeds)} of {tables} broken", flush=True)
            good = good and len(seeds) * 100 >= tables * percent
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
