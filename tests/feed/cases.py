# SPDX-License-Identifier: MIT
"""What a case is, and what runs them.

    @case("rollback")
    def an_older_index_is_refused(w):
        '''One sentence: what must hold.'''
        w.hold(5)
        w.serve(w.publication(4))
        w.refused(5, "rollback")
        w.recovers()

A case fails with an exception; w is a World of its own. Keyword `slow` puts it
before all others; with `each` it runs once for every row of a table:
{"name": value}.
"""

import shutil
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from world import Failed, Shared, World

CASES = []


class Case:
    def __init__(self, group, name, sentence, call, slow):
        self.group, self.name, self.sentence = group, name, sentence
        self.call, self.slow = call, slow
        self.fault = None
        self.seconds = 0.0


def case(group, each=None, slow=False):
    def register(function):
        name = function.__name__
        sentence = " ".join((function.__doc__ or "").split())
        if not sentence:
            raise ValueError("%s has no sentence" % name)
        rows = [(name, None)] if each is None else [
            ("%s/%s" % (name, row), each[row]) for row in each]
        for row_name, value in rows:
            def call(w, value=value):
                return function(w) if each is None else function(w, value)
            CASES.append(Case(group, row_name, sentence, call, slow))
        return function
    return register


def _run_case(shared, one, keep):
    start = time.monotonic()
    world = World(shared, one.name)
    try:
        one.call(world)
    except Failed as error:
        one.fault = str(error)
    except Exception:
        one.fault = traceback.format_exc()
    finally:
        world.close()
    one.seconds = time.monotonic() - start
    if one.fault is None and not keep:
        shutil.rmtree(world.folder, ignore_errors=True)
    print("%s %s (%.1f s)" % ("ok  " if one.fault is None else "FAIL",
                              one.name, one.seconds), flush=True)


def _chosen(words):
    if not words:
        return list(CASES)
    chosen = [one for one in CASES
              if any(word in (one.group, one.name, one.name.split("/")[0])
                     for word in words)]
    if not chosen:
        sys.exit("there is no case or group %s; see --list" % " ".join(words))
    return chosen


def main(words, about):
    """[--list] [--keep] [--every N] [-j N] [GROUP | NAME]..."""
    words, jobs = _number(words, "-j", 4)
    words, every = _number(words, "--every", 1)
    options = [word for word in words if word.startswith("-")]
    if "--help" in options:
        sys.exit(about)
    chosen = _sample(
        _chosen([word for word in words if not word.startswith("-")]), every)
    if "--list" in options:
        for one in chosen:
            print("%s %s: %s" % (one.group, one.name, one.sentence))
        return
    folder = tempfile.mkdtemp(prefix="skillgap-feed.")
    keep = "--keep" in options
    try:
        _run_all(Shared(folder), chosen, jobs, keep)
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    _sum_up(chosen)


def _number(words, option, usual):
    """The words without an option, and its number."""
    if option not in words:
        return words, usual
    at = words.index(option)
    return words[:at] + words[at + 2:], int(words[at + 1])


def _sample(cases, every):
    """Of each group the first, and from there each so many."""
    seen = {}
    sample = []
    for one in cases:
        place = seen[one.group] = seen.get(one.group, -1) + 1
        if place % every == 0:
            sample.append(one)
    return sample


def _run_all(shared, chosen, jobs, keep):
    # The slow ones only wait: each has a thread, and all begin at once.
    slow = [one for one in chosen if one.slow]
    fast = [one for one in chosen if not one.slow]
    with ThreadPoolExecutor(len(slow) or 1) as waiting, \
            ThreadPoolExecutor(jobs) as working:
        for pool, ones in ((waiting, slow), (working, fast)):
            for one in ones:
                pool.submit(_run_case, shared, one, keep)


def _sum_up(chosen):
    bad = [one for one in chosen if one.fault is not None]
    for one in bad:
        print("\nFAIL %s\n  %s\n  %s" % (one.name, one.sentence, one.fault))
    groups = {}
    for one in chosen:
        groups[one.group] = groups.get(one.group, 0) + 1
    print("\n%d cases, %d failed (%s)" % (
        len(chosen), len(bad),
        ", ".join("%s %d" % item for item in sorted(groups.items()))))
    sys.exit(1 if bad or not chosen else 0)
