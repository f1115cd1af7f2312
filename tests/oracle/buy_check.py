#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds plans of what to buy to GLPK's integer solver.

    buy_check.py BUY_PLANS [PROBLEMS [FIRST_SEED]]

For each problem GLPK is asked twice: how many people can be made eligible, and
for how little so many can. Both must be what the plan says, the plan must be one,
and what is said to be proved after a few steps must be true. Spending by hand
must do worse in at least 30 % of the problems, or they would prove little.

0: so it is; 1: it is not; 77: glpsol is not installed (Debian: glpk-utils).
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LEAST_BEATEN_PERCENT = 30
# The bounds that an early stop leaves open have to be seen at work.
LEAST_OPEN = 3


def problems(program, count, first):
    """One problem after another, as it was written."""
    output = subprocess.run(
        [program, "plans", str(count), str(first)],
        check=True, capture_output=True, text=True).stdout
    problem = None
    for line in output.splitlines():
        word, *rest = line.split()
        numbers = [int(text) for text in rest]
        if word == "problem":
            if problem:
                yield problem
            problem = {"seed": numbers[0], "budget": numbers[1], "items": [],
                       "classes": [], "taken": [], "bought": []}
        elif word == "item":
            problem["items"].append(numbers)
        elif word == "class":
            problem["classes"].append((numbers[0], []))
        elif word == "option":
            problem["classes"][-1][1].append(numbers)
        elif word in ("taken", "bought"):
            problem[word].append(numbers)
        else:
            problem[word] = numbers
    yield problem


def model(problem, eligible):
    """The problem as an LP file; `eligible`: for as little as can be."""
    people, money, rows, names = [], [], [], []
    seats = [[] for _ in problem["items"]]
    option = 0
    for number, (count, options) in enumerate(problem["classes"]):
        own = [f"y{option + i}" for i in range(len(options))]
        for name, needs in zip(own, options):
            for item in needs:
                seats[item].append(name)
        if own:
            rows.append(f"c{number}: {' + '.join(own)} <= {count}")
        people += own
        option += len(options)
    names += people
    for i, (single, size, group) in enumerate(problem["items"]):
        names += [f"s{i}"] + ([f"g{i}"] if size else [])
        money.append(f"{single} s{i}" + (f" + {group} g{i}" if size else ""))
        if seats[i]:
            room = f"s{i}" + (f" + {size} g{i}" if size else "")
            needed = " - ".join(seats[i])
            rows.append(f"i{i}: {room} - {needed} >= 0")
    if not people:
        return None
    spent, count = " + ".join(money), " + ".join(people)
    if eligible is None:
        goal = f"Maximize\n goal: {count}\n"
        rows.append(f"budget: {spent} <= {problem['budget']}")
    else:
        goal = f"Minimize\n goal: {spent}\n"
        rows.append(f"people: {count} >= {eligible}")
    return (goal + "Subject To\n" + "\n".join(" " + row for row in rows) +
            "\nGenerals\n" + "\n".join(names) + "\nEnd\n")


def solve(text, folder):
    """What GLPK finds; 0 where there is nothing to choose."""
    if text is None:
        return 0
    path, answer = folder / "model.lp", folder / "answer"
    path.write_text(text)
    output = subprocess.run(
        ["glpsol", "--lp", str(path), "--cuts", "--tmlim", "60", "-w",
         str(answer)],
        capture_output=True, text=True, check=False).stdout
    if "INTEGER OPTIMAL SOLUTION FOUND" not in output:
        raise RuntimeError(f"glpsol did not answer:\n{output}")
    for line in answer.read_text().splitlines():
        words = line.split()
        if words[:2] == ["s", "mip"]:
            return round(float(words[5]))
    raise RuntimeError("glpsol wrote no answer")


def is_a_plan(problem):
    """What the plan says of itself, added up anew."""
    taken = iter(problem["taken"])
    seats = [0] * len(problem["items"])
    eligible = 0
    for count, options in problem["classes"]:
        of_class = 0
        for needs in options:
            people = next(taken)[0]
            of_class += people
            for item in needs:
                seats[item] += people
        if of_class > count:
            return False
        eligible += of_class
    spent = 0
    for (single, size, group), needed, bought in zip(
            problem["items"], seats, problem["bought"]):
        if bought[0] != needed or bought[1] * size + bought[2] < needed:
            return False
        spent += bought[1] * group + bought[2] * single
    return ([eligible, spent] == problem["best"][:2] and
            spent <= problem["budget"])


def faults(problem, folder):
    """What is wrong with a problem's plans."""
    eligible, spent, bound, least, optimal, cheapest = problem["best"]
    most = solve(model(problem, None), folder)
    cost = solve(model(problem, most), folder)
    if not is_a_plan(problem):
        yield "the plan does not add up"
    if eligible != most:
        yield f"{eligible} people, and {most} are possible"
    elif spent != cost:
        yield f"{spent} pence, and {cost} are enough"
    if not optimal or not cheapest or bound != eligible or least != spent:
        yield "it is not proved"
    eligible, spent, bound, least, optimal, cheapest = problem["early"]
    if bound < most or eligible > most or optimal != (eligible == bound):
        yield f"early: {eligible} to {bound} people, and {most} are possible"
    cost = solve(model(problem, eligible), folder)
    if least > cost or spent < cost or cheapest != (least == spent):
        yield f"early: {least} to {spent} pence, and {cost} are enough"


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    if not shutil.which("glpsol"):
        print("skipped: glpsol is not installed (Debian package glpk-utils)")
        return 77
    good, more, cheaper, still_open = True, 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        for problem in problems(program, count, first):
            for fault in faults(problem, Path(name)):
                print(f"problem {problem['seed']}: {fault}", flush=True)
                good = False
            best, greedy = problem["best"], problem["greedy"]
            more += best[0] > greedy[0]
            cheaper += best[0] == greedy[0] and best[1] < greedy[1]
            still_open += not problem["early"][4] or not problem["early"][5]
            if best[0] < greedy[0]:
                good = False
    print(f"{count} problems; by hand fewer people in {100 * more / count:.1f}"
          f" %, as many for more in {100 * cheaper / count:.1f} %; stopped"
          f" early, {still_open} were open")
    return 0 if (good and more * 100 >= count * LEAST_BEATEN_PERCENT and
                 still_open >= LEAST_OPEN) else 1


sys.exit(main())
