# SPDX-License-Identifier: MIT
"""An update that is stopped anywhere leaves the old publication or the new one.

    faults.py [--every N] [--keep] [-j N] [-v] [PART]...

Parts (all of them unless named):

  first, later, import, add, remove   One command runs undisturbed under
      strace, and its calls on files of the home are counted. Then it runs
      again for each of these calls, which fails with ENOSPC, or EIO, or from
      then on with ENOSPC (a disk that is full stays so), or in which the
      program is killed. Afterwards a gap must be answered just as before or as
      after the command, feed list must work, and the next such command must
      leave the very home that an undisturbed one leaves. "first" updates from
      publication 1 to 2, "later" from 3 to 4, where one is removed; "import"
      takes 4 from a folder; "add" and "remove" are what they say.
  order    What has to be on the disk before what, by the calls that flush.
  readers  Gaps are asked for without pause while many updates run.
  busy     Of several updates at once one works, and the others say so.

--every N takes each Nth fault only. SKILLGAP_BUILD should name a release
build: under strace a program with sanitizers ends with an error of its own.
"""

import collections
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import server as servers
import sites
import world
from world import GAP, LOCK, NAME, Failed, check, differences, run, snapshot

CALLS = """write pwrite64 writev rename renameat renameat2 unlink unlinkat
rmdir ftruncate truncate fsync fdatasync mkdir mkdirat open openat creat link
linkat symlink symlinkat chmod fchmod fchmodat flock fallocate
copy_file_range sendfile""".split()
KINDS = {
    "ENOSPC": "error=ENOSPC:when=%d",
    "EIO": "error=EIO:when=%d",
    "full": "error=ENOSPC:when=%d+",
    "KILL": "signal=KILL:when=%d",
}
# What the disk being full does not stop.
NEVER_FULL = {"unlink", "unlinkat", "rmdir", "flock", "chmod", "fchmod",
              "fchmodat", "open", "openat"}
LINE = re.compile(r"(\d+) +(\w+)\((.*)")


def trace(folder, name, calls, inject=()):
    """The words before a command that trace it, and where the log will be."""
    log = os.path.join(folder, name + ".strace")
    return ["strace", "-f", "-y", "-qq", "-o", log,
            "-e", "trace=" + ",".join("?" + call for call in calls)] + [
                word for spec in inject for word in ("-e", spec)], log


def lines_of(log):
    """(thread, call, the rest) for each beginning of a call in a log."""
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            found = LINE.match(line)
            if found:
                yield found.groups()


# How many publications are held before each command.
HELD = {"first": 1, "later": 3, "import": 3, "order": 3, "add": 0, "remove": 1}


class Disturbed:
    """One command in a prepared home, undisturbed and then not."""

    def __init__(self, shared, name):
        self.w = world.World(shared, name)
        w = self.w
        w.start()
        w.configure()
        if HELD[name]:
            w.hold(1)
        for _ in range(HELD[name] - 1):
            w.recovers()
        self.old = w.gap()
        self.before = os.path.join(w.folder, "before")
        os.rename(w.home, self.before)
        folder = w.serve(w.publication(HELD[name] + 1))
        self.words, self.again = {
            "import": (("feed", "import", NAME, folder), {0}),
            "add": (("feed", "add", NAME, w.url(), "--key", w.key.public),
                    {0, 2}),
            "remove": (("feed", "remove", NAME), {0, 8}),
        }.get(name, (("feed", "update"), {0}))
        self._undisturbed()

    def _undisturbed(self):
        home, before = self.fresh("undisturbed")
        words, log = trace(self.w.folder, "undisturbed", CALLS)
        done = self.run(home, *self.words, before=words)
        check(done.code == 0, "the undisturbed update failed", done)
        self.log = log
        self.new = self.run(home, *GAP).out
        check(self.new != self.old, "the update changed nothing")
        self.after = plain_snapshot(home)
        check(list(differences(before, self.after)), "nothing was stored")
        self.calls = calls_on(log, home)
        done = self._again(home)
        again = list(differences(self.after, plain_snapshot(home)))
        check(not again, "once more changes the home", *again, done)
        shutil.rmtree(home)

    def fresh(self, name):
        """A home as it was before, and what is in it."""
        home = os.path.join(self.w.folder, name)
        shutil.copytree(self.before, home, symlinks=True)
        return home, plain_snapshot(home)

    def run(self, home, *words, **more):
        environment = dict(self.w.environment, HOME=home)
        for key in list(environment):
            if key.startswith("XDG_"):
                environment[key] = environment[key].replace(
                    self.w.home, home)
        return run(words, environment, deadline=90, **more)

    def try_fault(self, kind, call, number):
        """One fault; what came of it as a word."""
        name = "%s-%s-%d" % (kind, call, number)
        home, _ = self.fresh(name)
        words, log = trace(self.w.folder, name, [call], [
            "inject=%s:%s" % (call, KINDS[kind] % number)])
        done = self.run(home, *self.words, before=words)
        check(self._was_hit(kind, log, home), "%s: the fault was never met"
              % name, done)
        self._check_end(kind, done)
        listed = self.run(home, "feed", "list")
        check(listed.code == 0 and (
            NAME in listed.out or self.words[1] in ("add", "remove")),
            "feed list", listed)
        answer = self.run(home, *GAP)
        check(answer.code == 0 and answer.out in (self.old, self.new),
              "a gap is neither the old one nor the new one", answer, done)
        check(done.code != 0 or answer.out == self.new,
              "it said that all is well, and the old one is there", done)
        self._check_next(home, done)
        shutil.rmtree(home)
        os.remove(log)
        return "%s, %s one" % (
            "killed" if done.code < 0 else "exit %d" % done.code,
            "the new" if answer.out == self.new else "the old")

    def _was_hit(self, kind, log, home):
        text = sites.get(log).decode("utf-8", "replace")
        # A call in which the program is killed has no result.
        mark = re.compile(r"= \?|unfinished" if kind == "KILL" else
                          r"\(INJECTED\)")
        return any(mark.search(line) and home in line
                   for line in text.split("\n"))

    @staticmethod
    def _check_end(kind, done):
        if kind == "KILL":
            check(done.code in (-signal.SIGKILL, 128 + signal.SIGKILL),
                  "it was not killed", done)
            return
        check(done.code in (0, 4, 6), "exit code", done)
        # A full disk may swallow the sentence as well: standard error is
        # written with the same call.
        check(done.code == 0 or done.err.strip() or kind == "full",
              "nothing was said", done)

    def _again(self, home):
        done = self.run(home, *self.words)
        if done.code == 2:
            # Added, and not yet fetched: that is what an update is for.
            return self.run(home, "feed", "update")
        return done

    def _check_next(self, home, done):
        again = self._again(home)
        check(again.code in self.again - {2}, "the next one fails", again,
              "before it", done)
        left = list(differences(self.after, plain_snapshot(home)))
        check(not left, "the next one does not make it whole", *left, done)
        check(self.run(home, *GAP).out == self.new, "it is not the new one")


def plain_snapshot(home):
    """What is in a home, without days: midnight may pass."""
    seen = snapshot(home, but=(LOCK,))
    for path, (mode, data) in seen.items():
        if path.endswith("record.json"):
            seen[path] = (mode, re.sub(
                rb'("checked"|"received"): "[0-9-]+"', rb"\1: a day", data))
    return seen


def calls_on(log, home):
    """{call: numbers} of the calls on files of the home. A number counts the
    calls of that name in one thread, as strace does."""
    counts = collections.Counter()
    found = collections.defaultdict(set)
    for thread, call, rest in lines_of(log):
        counts[thread, call] += 1
        if home not in rest:
            continue
        if call in ("open", "openat") and "O_CREAT" not in rest:
            continue
        found[call].add(counts[thread, call])
    return {call: sorted(found[call]) for call in sorted(found)}


def part_disturbed(shared, name, options):
    it = Disturbed(shared, name)
    faults = [(kind, call, number)
              for call, numbers in it.calls.items() for number in numbers
              for kind in KINDS
              if not (kind == "full" and call in NEVER_FULL)]
    check(len(faults) > 20, "hardly a call was found", it.calls)
    faults = faults[::options["every"]]
    tally, bad = collections.Counter(), []

    def one(fault):
        try:
            came = it.try_fault(*fault)
            if options["verbose"]:
                print(*fault, came, flush=True)
            return came, None
        except Failed as error:
            return "FAILED", "%s of %s, call %d: %s" % (fault + (error,))
    with ThreadPoolExecutor(options["jobs"]) as pool:
        for fault, (came, error) in zip(faults, pool.map(one, faults)):
            tally[fault[0], fault[1], came] += 1
            if error:
                bad.append(error)
    it.w.close()
    print("%s: calls on files of the home: %s" % (name, ", ".join(
        "%s %d" % (call, len(numbers)) for call, numbers in it.calls.items())))
    for (kind, call, came), count in sorted(tally.items()):
        print("  %-7s %-10s %3d  %s" % (kind, call, count, came))
    check(not bad, "%d of %d faults" % (len(bad), len(faults)), *bad[:10])
    return len(faults)


# What is flushed before what.

FD = re.compile(r"(\d+|AT_FDCWD)<([^>]*)>")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Order:
    """Reads a log from the top: what a power cut could undo, call by call."""

    def __init__(self, home):
        self.home = home
        self.dirty = {}      # file or folder: the call that made it so
        self.made = set()    # files and folders that are new
        self.wrong = []
        self.renames = 0

    def read(self, log):
        for _, call, rest in lines_of(log):
            if self.home in rest and " = -1 " not in rest:
                getattr(self, "on_" + call, lambda rest: None)(rest)
        for path, call in self.dirty.items():
            if os.path.basename(path) == ".lock":
                continue
            if os.path.exists(path):
                self.wrong.append("never flushed after %s: %s" % (call, path))
        return self

    def paths(self, rest):
        """The paths of a call, those relative to a folder made whole."""
        folders = [path for _, path in FD.findall(rest)]
        return [name if name.startswith("/") else
                os.path.join(folders[min(n, len(folders) - 1)], name)
                for n, name in enumerate(QUOTED.findall(rest))]

    def soil(self, path, call):
        if path.startswith(self.home):
            self.dirty[path] = call

    def on_openat(self, rest):
        if "O_CREAT" in rest and not rest.rstrip().endswith("= -1"):
            path = self.paths(rest)[0]
            self.made.add(path)
            self.soil(os.path.dirname(path), "making a file")

    def on_mkdir(self, rest):
        path = self.paths(rest)[0]
        self.made.add(path)
        self.soil(os.path.dirname(path), "making a folder")

    on_mkdirat = on_mkdir

    def on_write(self, rest):
        self.soil(FD.match(rest).group(2), "write")

    on_pwrite64 = on_writev = on_ftruncate = on_write

    def on_fsync(self, rest):
        self.dirty.pop(FD.match(rest).group(2), None)

    on_fdatasync = on_fsync

    def on_rename(self, rest):
        old, new = self.paths(rest)[:2]
        self.renames += 1
        for path, call in self.dirty.items():
            # The folder that a name leaves may be flushed later.
            if path == old or path.startswith(old + "/"):
                self.wrong.append("renamed to %s before it was flushed after "
                                  "%s: %s" % (new, call, path))
            # The record tells of all else: that has to be there first.
            if new.endswith("record.json") and path != os.path.dirname(new):
                if os.path.basename(path) not in (".lock", "feeds"):
                    self.wrong.append("not flushed after %s before the "
                                      "switch: %s" % (call, path))
        self.dirty = {new + path[len(old):] if path == old or
                      path.startswith(old + "/") else path: call
                      for path, call in self.dirty.items()}
        self.soil(os.path.dirname(new), "rename")

    on_renameat = on_renameat2 = on_rename


def part_order(shared, _name, _options):
    """Everything is flushed before the record tells of it, and the record's
    folder after."""
    it = Disturbed(shared, "order")
    home = os.path.join(it.w.folder, "undisturbed")
    os.rename(it.before, home)    # so that what is left can be looked for
    it.run(home, "feed", "update")
    order = Order(home).read(it.log)
    it.w.close()
    check(order.renames >= 2, "hardly a rename was seen")
    check(not order.wrong, "a power cut could leave a mix", *order.wrong)
    print("order: %d renames, all flushed" % order.renames)
    return order.renames


# Many at once.

VERSION = re.compile(r'"version": "county-(\d+)"')


def part_readers(shared, _name, options):
    """Readers see one whole publication each time, and never an older one
    than before."""
    w = world.World(shared, "readers")
    w.start()
    w.hold(1)
    known, seen, stop = {1: w.gap()}, [], threading.Event()

    def read(answers):
        while not stop.is_set():
            answers.append(w.run(*GAP))

    answers = [[] for _ in range(3)]
    threads = [threading.Thread(target=read, args=(mine,)) for mine in answers]
    for thread in threads:
        thread.start()
    try:
        for serial in range(2, 2 + 60 // options["every"] + 5):
            w.serve(w.publication(serial))
            w.ok("feed", "update")
            known[serial] = w.gap()
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        w.close()
    check(len(set(known.values())) == len(known), "two are the same")
    for mine in answers:
        last = 0
        for done in mine:
            check(done.code == 0 and not done.err, "a reader was told", done)
            serial = int(VERSION.search(done.out).group(1))
            check(done.out == known[serial], "a mix of publications", done)
            check(serial >= last, "an older one than before", done)
            last = serial
            seen.append(serial)
    check(len(set(seen)) > 3, "hardly an update was seen", *set(seen))
    print("readers: %d answers from %d of %d publications, each whole" % (
        len(seen), len(set(seen)), len(known)))
    return len(seen)


def part_busy(shared, _name, _options):
    """Of several updates at once, one works; the others end with 6 and "busy";
    all is well afterwards."""
    w = world.World(shared, "busy")
    w.start()
    w.hold(5)
    w.serve(w.publication(6))
    go = threading.Event()
    w.server.behave(world.file_of(6), servers.after(go))
    first, others = [], []

    def update(into):
        into.append(w.run("feed", "update", "--json"))
    threads = [threading.Thread(target=update, args=(first,))]
    threads[0].start()
    try:
        check(w.server.wait_for(lambda log: any(
            one.path == world.file_of(6) for one in log)),
            "the first one never asked")
        folder = w.site(w.publication(6))
        for words in (("update",), ("update", NAME), ("import", NAME, folder),
                      ("rollback", NAME), ("remove", NAME),
                      ("trust", NAME, "--key", w.other.public),
                      ("add", "more", w.url(), "--key", w.key.public)):
            others.append(w.run("feed", *words, "--json"))
        w.holds(5)
        for words in (("list",), ("show", NAME), ("diff", NAME)):
            w.ok("feed", *words)
    finally:
        go.set()
        threads[0].join()
    for done in others:
        check(done.code == 6 and done.error()["reason"] == "busy" and
              not done.out, "it does not say busy", done)
    check(first[0].code == 0, "the first one failed", first[0])
    w.holds(6)
    # A crowd: whoever comes first works, and what is left is whole.
    w.server.calm()
    w.serve(w.publication(7))
    crowd = []
    threads = [threading.Thread(target=update, args=(crowd,))
               for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    codes = collections.Counter(done.code for done in crowd)
    check(set(codes) <= {0, 6} and codes[0] >= 1, "exit codes", codes, *crowd)
    w.holds(7)
    w.close()
    print("busy: %d were told so, one worked; of a crowd of 8: %d worked" % (
        len(others), codes[0]))
    return len(others) + len(crowd)


PARTS = {"first": part_disturbed, "later": part_disturbed,
         "import": part_disturbed, "add": part_disturbed,
         "remove": part_disturbed, "order": part_order,
         "readers": part_readers, "busy": part_busy}


def main(words):
    options = {"every": 1, "jobs": 4, "verbose": "-v" in words}
    keep, named = "--keep" in words, []
    words = [word for word in words if word not in ("-v", "--keep")]
    while words:
        word = words.pop(0)
        if word in ("--every", "-j") and words:
            options["every" if word == "--every" else "jobs"] = int(
                words.pop(0))
        elif word in PARTS:
            named.append(word)
        else:
            sys.exit(__doc__)
    folder = tempfile.mkdtemp(prefix="skillgap-faults.")
    failed, count = 0, 0
    try:
        shared = world.Shared(folder)
        for name in named or PARTS:
            start = time.monotonic()
            try:
                count += PARTS[name](shared, name, options)
                print("ok   %s (%.0f s)" % (name, time.monotonic() - start),
                      flush=True)
            except Failed as error:
                failed += 1
                print("FAIL %s: %s" % (name, error), flush=True)
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("%d faults and runs, %d of %d parts failed" % (
        count, failed, len(named or PARTS)))
    sys.exit(1 if failed or not count else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
