# SPDX-License-Identifier: MIT
"""Clocks that are wrong, stores that are damaged, and who else is at work:
cases of attacks.py."""

import os
import shutil
import signal
import subprocess
import threading

import server as servers
import sites
import world
from cases import case
from server import serve
from world import INDEX, NAME, PLAIN, check, file_of, without_empty_store


# Clocks.

@case("clock")
def a_clock_in_the_future_locks_nobody_out(w):
    """With the clock years ahead an update is refused as expired; with the
    right clock again all is as before."""
    w.hold(5)
    w.serve(w.publication(6))
    w.refused(5, "expired", faketime="@2098-05-05 12:00:00",
              says="clock|date|2098")
    w.recovers()


@case("clock", each={"2001": "@2001-05-05 12:00:00",
                     "2019": "@2019-05-05 12:00:00"})
def a_clock_in_the_past_is_told_and_locks_nobody_out(w, when):
    """A clock that is years behind is said, whether the update is taken or
    not; afterwards, with the right clock, updates go on."""
    w.hold(5)
    w.serve(w.publication(6))
    done = w.run("feed", "update", NAME, faketime=when)
    check(done.code in (0, 5), "exit code", done)
    check("clock" in (done.out + done.err).lower(),
          "nothing is said of the clock", done)
    w.ok(*world.GAP, faketime=when)
    w.ok("feed", "list", faketime=when)
    w.serial = 6
    w.recovers()


@case("clock")
def a_first_update_with_a_wrong_clock_locks_nobody_out(w):
    """A feed first fetched on a day long gone goes on with the right clock."""
    w.start()
    w.configure()
    w.serve(w.publication(5))
    w.add(faketime="@2019-05-05 12:00:00")
    w.run("feed", "update", faketime="@2019-05-05 12:00:00")
    w.serial = 5
    w.recovers()


# The home.

@case("home", each={"cut": lambda data: data[:100],
                    "empty": lambda data: b"",
                    "text": lambda data: b"hello\n",
                    "deep": lambda data: b"[" * 100000,
                    "of-nothing-held": lambda data: data.replace(
                        b'"current": 5', b'"current": 4')})
def a_damaged_record_is_told_and_got_over(w, edit):
    """A damaged record is named, a gap is answered from the rest, and the next
    update makes it good."""
    w.start()
    w.configure()
    shipped = w.gap()
    w.hold(5)
    path = os.path.join(w.home, world.RECORD)
    sites.put(path, edit(sites.get(path)))
    gap = w.ok(*world.GAP)
    check(gap.out == shipped, "it is not answered from the rest", gap)
    check("record.json" in gap.err, "the file is not named", gap)
    w.ok("feed", "update")
    w.holds(5)
    again = w.ok(*world.GAP)
    check(not again.err, "it is still told", again)


@case("home", each={"frameworks": "frameworks", "county":
                    os.path.join("frameworks", "county.json"),
                    "all": ""})
def a_publication_that_is_gone_is_told_and_fetched_again(w, name):
    """When files of the store are gone a gap says so, and the next update
    brings them back."""
    w.hold(5)
    path = os.path.join(w.home, world.STORE, "feeds", NAME, "publication-5",
                        name)
    if os.path.isdir(path):
        shutil.rmtree(path)
    else:
        os.remove(path)
    gap = w.run(*world.GAP)
    check(gap.err.strip(), "nothing is said", gap)
    check(gap.code in (0, 3, 6), "exit code", gap)
    w.recovers()


@case("home")
def a_held_framework_that_was_changed_is_not_believed(w):
    """A file of the store that was changed since is noticed, by update or by
    doctor at the latest."""
    w.hold(5)
    path = os.path.join(w.home, world.STORE, "feeds", NAME, "publication-5",
                        "frameworks", "county.json")
    sites.put(path, sites.get(path).replace(b"[county-5]", b"[county-X]"))
    told = w.run("doctor")
    check("county" in told.out + told.err and (
        told.code != 0 or "changed" in told.out + told.err or
        "damaged" in told.out + told.err), "it is not noticed", told)


@case("home")
def a_home_that_cannot_be_written_is_said(w):
    """In a read-only store an update fails, and a gap is answered."""
    if os.geteuid() == 0:
        _read_only_as_root(w)
        return
    w.hold(5)
    w.serve(w.publication(6))
    feeds = os.path.join(w.home, world.STORE, "feeds")
    for folder in (os.path.join(feeds, NAME), feeds):
        os.chmod(folder, 0o500)
    try:
        w.refused(6, ("storage", "not-allowed", "read-only"), requests=None)
    finally:
        for folder in (feeds, os.path.join(feeds, NAME)):
            os.chmod(folder, 0o700)
    w.recovers()


def _read_only_as_root(w):
    """Nothing is closed to root, but a file is no folder."""
    w.hold(5)
    feeds = os.path.join(w.home, world.STORE, "feeds")
    os.rename(feeds, feeds + "-away")
    sites.put(feeds, b"")
    done = w.run("feed", "update")
    check(done.code in (3, 6), "exit code", done)
    check(done.err.strip() and not done.out, "nothing was said", done)
    os.remove(feeds)
    os.rename(feeds + "-away", feeds)
    w.recovers()


@case("home", each={
    "unknown-key": lambda w, told: setattr(told, "signer", w.thief),
    "expired": lambda w, told: setattr(told, "expires", sites.day(-1)),
    "missing": lambda w, told: w.server.behave(INDEX, servers.status(404)),
    "web-page": lambda w, told: w.server.behave(INDEX, servers.page()),
    "mix-and-match": lambda w, told: setattr(told.items[1], "sha256",
                                             "0" * 64)})
def what_cannot_be_added_is_not_added(w, edit):
    """When the first publication is refused, the feed is not added: the
    configuration and the store are as before, and it can be added later."""
    w.start()
    w.configure()
    told = w.publication(1)
    edit(w, told)
    w.serve(told)
    w.refused((4, 5), tuple(PLAIN), ignore=without_empty_store, words=(
        "feed", "add", NAME, w.url(), "--key", w.key.public))
    w.server.calm()
    w.serve(w.publication(1))
    w.add()
    w.holds(1)


@case("home")
def a_name_is_taken_once(w):
    """A second feed of one name is refused, and so is an update of feeds of
    which one is unknown: nothing is changed."""
    w.hold(5)
    w.serve(w.publication(6))
    w.refused(2, "name-taken", says=NAME, requests=False, words=(
        "feed", "add", NAME, w.other_feed(), "--key", w.other.public))
    w.refused(8, "not-found", says="nobody", requests=False,
              words=("feed", "update", NAME, "nobody"))
    w.recovers()


@case("home")
def leftovers_are_swept_and_links_not_followed(w):
    """What cut-off runs left is cleared away by the next one; what a link
    among it leads to stays."""
    w.hold(5)
    feeds = os.path.join(w.home, world.STORE, "feeds")
    outside = os.path.join(w.folder, "outside")
    os.mkdir(outside)
    sites.put(os.path.join(outside, "precious"), b"x")
    for name in (".new-5", os.path.join(NAME, "publication-2")):
        os.symlink(outside, os.path.join(feeds, name))
    os.makedirs(os.path.join(feeds, ".new-77", "frameworks"))
    os.makedirs(os.path.join(feeds, NAME, "publication-9", "frameworks"))
    for name in (".new-9", os.path.join(".new-77", "frameworks", "a"),
                 os.path.join(NAME, ".new-1-2")):
        sites.put(os.path.join(feeds, name), b"x")
    w.recovers()
    kept = sorted(os.listdir(feeds)) + sorted(
        os.listdir(os.path.join(feeds, NAME)))
    check(kept == [".lock", NAME, "publication-5", "publication-6",
                   "record.json"], "this is there", *kept)
    check(os.listdir(outside) == ["precious"], "a link was followed")
    again = os.path.join(feeds, NAME, "publication-6", "frameworks", "link")
    os.symlink(outside, again)
    w.ok("feed", "remove", NAME)
    check(os.listdir(outside) == ["precious"], "a link was followed")


@case("home", each={"fifo": os.mkfifo, "folder": os.mkdir,
                    "link": lambda path: os.symlink(path + "-away", path)})
def a_lock_that_is_none_is_told(w, make):
    """Something else in the place of the lock file stops nobody for ever, and
    no link is followed to make one elsewhere."""
    w.hold(5)
    w.serve(w.publication(6))
    path = os.path.join(w.home, world.LOCK)
    if os.path.exists(path):
        os.remove(path)
    make(path)
    done = w.run("feed", "update", deadline=20)
    check(done.code in (0, 6), "exit code", done)
    check(done.code == 0 or ".lock" in done.err, "it is not named", done)
    check(not os.path.exists(path + "-away"), "a link was followed", done)
    w.holds(6 if done.code == 0 else 5)


@case("home")
def a_store_that_others_may_write_to_is_told(w):
    """Nothing is put into a folder that others may write to."""
    w.hold(5)
    w.serve(w.publication(6))
    feeds = os.path.join(w.home, world.STORE, "feeds")
    os.chmod(feeds, 0o777)
    w.refused(6, "writable-by-others", says="others may write", requests=False)
    os.chmod(feeds, 0o700)
    w.recovers()


@case("home")
def without_a_home_a_gap_is_answered(w):
    """Where nothing says where files are kept, a gap is answered and an update
    says what to set."""
    w.start()
    w.serve(w.publication(1))
    bare = {key: value for key, value in w.environment.items()
            if key != "HOME" and not key.startswith("XDG_")}
    for more in ({}, {"HOME": ""}, {"HOME": "relative"}):
        environment = dict(bare, **more)
        for words in (world.GAP, ("feed", "list")):
            done = world.run(words, environment, folder=w.folder)
            check(done.code == 0 and not done.err, "it failed", done)
        for words in (("feed", "update"), ("feed", "add", NAME, w.url(),
                                           "--key", w.key.public)):
            done = world.run(words, environment, folder=w.folder)
            check(done.code == 6 and "HOME" in done.err, "not as promised",
                  done)
    left = set(os.listdir(w.folder)) - {"home", "www", "site-1"}
    check(not left, "something was made", *left)


@case("home", each={
    "cut": lambda data: data[:50], "empty": lambda data: b"",
    "later": lambda data: data.replace(b"config/1", b"config/9"),
    "feed-name": lambda data: data.replace(b'"council"', b'"../council"'),
    "feed-key": lambda data: data.replace(b'"RW', b'"XX'),
    "two-of-a-name": lambda data: data.replace(
        b'"feeds": [', b'"feeds": [{"name": "council", "url": "https://x/", '
        b'"key": "%s"},' % (b"RW" + b"A" * 54))})
def a_broken_configuration_is_told_and_left_alone(w, edit):
    """Every command names a broken configuration, and none writes it anew."""
    w.hold(5)
    path = os.path.join(w.home, world.CONFIG)
    whole = sites.get(path)
    broken = edit(whole)
    check(broken != whole, "the test is wrong")
    sites.put(path, broken)
    for words in (("list",), ("update",), ("remove", NAME), ("add", "more",
                  w.other_feed(), "--key", w.other.public)):
        done = w.run("feed", *words)
        check(done.code == 3 and "config.json" in done.err, "not told", done)
        check(sites.get(path) == broken, "it was written anew", done)
    sites.put(path, whole)
    w.recovers()


@case("home", each={"INT": signal.SIGINT, "TERM": signal.SIGTERM,
                    "KILL": signal.SIGKILL, "HUP": signal.SIGHUP})
def an_update_can_be_interrupted(w, number):
    """Interrupted while it waits for a file, an update leaves the old version
    in use, and the next one clears up and goes on."""
    w.hold(5)
    before = w.snapshot()
    w.serve(w.publication(6))
    never = threading.Event()
    w.server.behave(file_of(6), servers.after(never))
    process = subprocess.Popen([world.PROGRAM, "feed", "update"],
                               env=w.environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        check(w.server.wait_for(
            lambda log: any(one.path == file_of(6) for one in log)),
            "it never asked")
        process.send_signal(number)
        code = process.wait(20)
    finally:
        process.kill()
        process.wait()
    check(code == -number or code in (4, 128 + number), "exit code %d" % code)
    w.holds(5)
    left = [line for line in world.differences(before, w.snapshot())
            if not line.startswith("new: %s/.new-" %
                                   os.path.dirname(world.LOCK))]
    check(not left, "the home is not what it was", *left)
    never.set()
    w.recovers()
    left = [path for path in w.snapshot() if ".new-" in path]
    check(not left, "this is left", *left)


@case("home")
def an_answer_that_cannot_be_written_is_told(w):
    """When standard output is full an update says so, and what it took is
    whole."""
    w.hold(5)
    w.serve(w.publication(6))
    for words in (("update",), ("list",), ("show", NAME), ("diff", NAME)):
        done = w.run("feed", *words, output="/dev/full")
        check(done.code == 6 and done.err.strip(), "it is not told", done)
    w.holds(6)


@case("home")
def a_limit_on_the_size_of_files_is_told(w):
    """Where a user's files may not be so large, an update says so; it is not
    ended by a signal, and changes nothing."""
    w.hold(5)
    w.serve(w.publication(6))
    w.refused(6, ("storage", "disk-full", "too-large"), before=(
        "sh", "-c", 'ulimit -f 64 && exec "$@"', "sh"))
    w.recovers()


@case("home")
def two_updates_at_once_are_one(w):
    """While an update runs another says so and ends at once; a gap is
    answered meanwhile, from the old version; the first one works."""
    w.hold(5)
    w.serve(w.publication(6))
    go = threading.Event()
    w.server.behave(file_of(6), servers.after(go, serve))
    first = []
    thread = threading.Thread(
        target=lambda: first.append(w.run("feed", "update")))
    thread.start()
    try:
        check(w.server.wait_for(
            lambda log: any(one.path == file_of(6) for one in log)),
            "the first one never asked")
        second = w.run("feed", "update", "--json", deadline=30)
        check(second.code == 6 and second.error()["reason"] == "busy",
              "it is not busy", second)
        check(second.out == "", "something on standard output", second)
        check(second.seconds < 15, "it waited", second)
        w.holds(5)
        w.ok("feed", "list")
    finally:
        go.set()
        thread.join()
    check(first and first[0].code == 0, "the first one failed", *first)
    w.holds(6)
    w.serial = 6
    w.recovers()


@case("home")
def doctor_tells_of_feeds_and_how_to_be_rid_of_them(w):
    """doctor names the store, the feeds and how to delete what is kept."""
    w.hold(5)
    done = w.ok("doctor")
    for word in (NAME, os.path.join(w.home, world.STORE)):
        check(word in done.out, "%s is not named" % word, done)
