# SPDX-License-Identifier: MIT
"""What the needs of a whole workforce cost, beside Python and SQLite.

    SKILLGAP_BUILD=build/heavy python3 tests/bench/needs_bench.py
        [--people N] [--roles N] [--to ROLE|stated] [--runs N] [--without NAME]

Invents N people (2000) and a framework of N roles (18) with needs_work.py and
counts who needs what five times over, whole process against whole process in
turn: `needs --partial`, `needs --json`, two halves side by side with `merge`,
and the scripts of needs_rivals.py. Exits with 1 when the counts of any two
differ, the merged report from the one over all, or when `needs` took more
memory than 64 MB and 1 kB for each role (the exports are sorted by person). Times are for information:
medians on the clock and of the processor (less disturbed where others work
too), their ratios, seconds for a million people, and peak memory (which the
processes that start the others keep from showing below some 10 MB)."""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
HERE = os.path.join(TOP, "tests", "bench")
BUILD = os.path.realpath(os.environ.get("SKILLGAP_BUILD") or
                         os.path.join(TOP, "build", "heavy"))
PROGRAM = os.path.join(BUILD, "bin", "skillgap")
TODAY = "2026-11-22"
# Runs argv[1:] and tells seconds, those of the processor, and kilobytes. A
# process of its own and a small one: what is started counts the memory of who
# starts it as its own.
LAUNCH = """
import os, sys, time
begin = time.monotonic()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(process, 0)
seconds = time.monotonic() - begin
with open(3, "w") as out:
    out.write("%d %f %f %d" % (status, seconds,
              used.ru_utime + used.ru_stime, used.ru_maxrss))
"""


class Run:
    """A process under way; its result goes to a file."""

    def __init__(self, out, *words):
        self.words = words
        read, write = os.pipe()
        self.told = os.fdopen(read)
        with open(out, "wb") as file, open(out + ".errors", "wb") as errors:
            # The pipe is to be number 3 there, which a shell sees to.
            self.process = subprocess.Popen(
                ["/bin/sh", "-c", 'exec "$@" 3>&%d' % write, "sh",
                 sys.executable, "-I", "-S", "-c", LAUNCH, *words],
                stdin=subprocess.DEVNULL, stdout=file, stderr=errors,
                pass_fds=[write])
        os.close(write)
        self.errors = out + ".errors"

    def wait(self):
        """Seconds, those of the processor, and bytes at the peak."""
        told = self.told.read().split()
        self.told.close()
        if self.process.wait() or not told or told[0] != "0":
            with open(self.errors, encoding="utf-8") as file:
                sys.exit("%s failed\n%s" % (" ".join(self.words),
                                            file.read()))
        return float(told[1]), float(told[2]), int(told[3]) * 1024


def checksum(counts):
    return hashlib.sha256(json.dumps(counts, sort_keys=True).encode()
                          ).hexdigest()[:16]


def of_partial(path):
    """A partial result as needs_rivals.py would have put it."""
    with open(path, encoding="utf-8") as file:
        partial = json.load(file)
    counts = {"staff": partial["staff"],
              "in_role": partial["not_assessed"]["in-role"],
              "teams": [], "roles": [], "classes": []}
    for target in partial["targets"]:
        role = target["role"]
        counts["teams"] += [[role, team["name"], team["counts"]]
                            for team in target["teams"]]
        counts["roles"] += [[role, one["role"], one["counts"]]
                            for one in target["roles"]]
        counts["classes"] += [[role, ",".join(map(str, one["lines"])),
                               one["staff"]] for one in target["classes"]]
    for name in ("teams", "roles", "classes"):
        counts[name].sort()
    return counts


class Bench:
    def __init__(self, work, asked):
        self.work, self.to = work, asked.to
        self.figures = {}
        self.methods = {"needs --partial": self.partial,
                        "needs --json": self.report,
                        "two halves, merge": self.halves,
                        "Python": self.python, "SQLite": self.sqlite}
        for name in asked.without:
            del self.methods[name]

    def path(self, *names):
        return os.path.join(self.work, *names)

    def needs(self, part, out, *more):
        return Run(self.path(out), PROGRAM, "needs", "--data", self.work,
                   "--today", TODAY, "--to", self.to, "--staff",
                   self.path(part, "staff.csv"), "--qualifications",
                   self.path(part, "qualifications.csv"), "--experience",
                   self.path(part, "experience.csv"), *more)

    def fresh(self, name):
        if os.path.exists(self.path(name)):
            os.remove(self.path(name))
        return self.path(name)

    def partial(self):
        return self.needs("", "nothing", "--partial",
                          self.fresh("whole.part")).wait()

    def report(self):
        return self.needs("", "report.json", "--json").wait()

    def halves(self):
        """As long as the slower half, and then merging."""
        under_way = [self.needs(part, "nothing." + part, "--partial",
                                self.fresh(part + ".part"))
                     for part in ("first", "second")]
        used = [one.wait() for one in under_way]
        merge = Run(self.path("merged.json"), PROGRAM, "merge", "--data",
                    self.work, "--json", self.path("first.part"),
                    self.path("second.part")).wait()
        return (max(one[0] for one in used) + merge[0],
                sum(one[1] for one in used) + merge[1],
                max(one[2] for one in used + [merge]))

    def rival(self, name):
        return Run(self.path(name + ".json"), sys.executable,
                   os.path.join(HERE, "needs_rivals.py"), name, self.work,
                   self.to).wait()

    def python(self):
        return self.rival("python")

    def sqlite(self):
        return self.rival("sqlite")

    def measure(self, runs):
        figures = {name: [] for name in self.methods}
        for _ in range(runs):
            for name, method in self.methods.items():
                figures[name].append(method())
        self.figures = {name: (statistics.median(one[0] for one in used),
                               statistics.median(one[1] for one in used),
                               max(one[2] for one in used))
                        for name, used in figures.items()}

    def agree(self):
        sums = {"skillgap": checksum(of_partial(self.path("whole.part")))}
        for name in ("Python", "SQLite"):
            if name in self.methods:
                with open(self.path(name.lower() + ".json"),
                          encoding="utf-8") as file:
                    sums[name] = checksum(json.load(file))
        print("checksums: " + ", ".join("%s %s" % one
                                        for one in sums.items()))
        good = len(set(sums.values())) == 1
        if not good:
            print("the counts differ")
        if "two halves, merge" in self.methods:
            texts = []
            for name in ("report.json", "merged.json"):
                with open(self.path(name), "rb") as file:
                    texts.append(file.read())
            if texts[0] != texts[1]:
                print("the merged report is another than the one over all")
                good = False
        return good

    def is_flat(self, roles):
        """Whether memory is what it is to be however many people there are."""
        most = (64 << 20) + roles * 1000
        peaks = [peak for name, (_, _, peak) in self.figures.items()
                 if name.startswith("needs") or "halves" in name]
        if max(peaks) > most:
            print("needs took %.0f MB, and %.0f are the most" % (
                max(peaks) / (1 << 20), most / (1 << 20)))
        return max(peaks) <= most

    def table(self, people):
        base = self.figures["needs --partial"]
        print("%-18s %9s %7s %9s %7s %9s %10s" % (
            "", "seconds", "ratio", "processor", "ratio", "s/million",
            "peak"))
        for name, (seconds, busy, peak) in self.figures.items():
            print("%-18s %9.3f %7.2f %9.3f %7.2f %9.2f %7.0f MB" % (
                name, seconds, seconds / base[0], busy, busy / base[1],
                seconds * 1e6 / people, peak / (1 << 20)))
        if "two halves, merge" in self.figures:
            print("two processes and merge are %.2f times as fast as "
                  "needs --json" % (self.figures["needs --json"][0] /
                                    self.figures["two halves, merge"][0]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--roles", type=int, default=18)
    parser.add_argument("--to", default="bench/role-0004")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without", action="append", default=[],
                        choices=("two halves, merge", "Python", "SQLite"))
    asked = parser.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"     # nothing beside the sources
    with tempfile.TemporaryDirectory(prefix="skillgap-bench.") as work:
        # In a process of its own, so that this one stays small.
        subprocess.run([sys.executable, os.path.join(HERE, "needs_work.py"),
                        work, str(asked.people), str(asked.roles)],
                       check=True)
        sizes = [os.path.getsize(os.path.join(work, name + ".csv"))
                 for name in ("staff", "qualifications", "experience")]
        print("%d people, %d roles, to %s: %.1f MB of exports, %d bytes a "
              "person in staff.csv, %d in all; medians of %d" % (
                  asked.people, asked.roles, asked.to, sum(sizes) / 1e6,
                  sizes[0] / asked.people, sum(sizes) / asked.people,
                  asked.runs))
        bench = Bench(work, asked)
        bench.measure(asked.runs)
        bench.table(asked.people)
        flat = bench.is_flat(asked.roles)
        return 0 if bench.agree() and flat else 1


if __name__ == "__main__":
    sys.exit(main())
