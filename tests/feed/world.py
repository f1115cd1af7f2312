# SPDX-License-Identifier: MIT
"""A home of its own for each case, the program run in it, and what has to
hold after a refusal.

    w.hold(5)                     publication 5 is held
    w.serve(w.publication(4))     the server has publication 4
    w.refused(5, "rollback")      an update ends so, says so, changes nothing
    w.recovers()                  the next honest publication is taken
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import server as servers
import sites
from certificates import Certificates

NAME = "council"    # what the feed is called in a home
GAP = ("gap", "--from", "1387", "--to", "1366", "--json")
BUILD = os.path.realpath(os.environ.get("SKILLGAP_BUILD") or
                         os.path.join(sites.TOP, "build", "dev"))
PROGRAM = os.path.join(BUILD, "bin", "skillgap")
CONFIG = os.path.join("config", "skillgap", "config.json")
STORE = os.path.join("data", "skillgap")
RECORD = os.path.join(STORE, "feeds", NAME, "record.json")
LOCK = os.path.join(STORE, "feeds", ".lock")
INDEX = "/feed/feed.json"
INDEX_SIGNATURE = INDEX + ".minisig"
MOST_MEMORY = 256 << 10    # KB; a program with sanitizers needs half of that

# What a message must say in plain words, by reason.
PLAIN = {
    "signature": r"arbitrary installation",
    "signature-missing": r"arbitrary installation",
    "unknown-key": r"arbitrary installation",
    "rollback": r"rollback",
    "fast-forward": r"fast-forward",
    "expired": r"indefinite freeze",
    "mix-and-match": r"mix-and-match",
    "wrong-software": r"wrong software",
    "extraneous": r"extraneous dependencies",
    "endless-data": r"endless data",
    "too-slow": r"slow retrieval",
    "web-page": r"web page",
    "login": r"\(401\)",
    "forbidden": r"\(403\)",
    "missing": r"no such|no file of this name|no more",
    "proxy-login": r"https_proxy",
    "too-many-requests": r"too often|wait",
    "server": r"trouble of its own",
    "redirect": r"redirect",
    "certificate": r"certificate",
    "cannot-connect": r"does not answer|connect",
    "cannot-resolve": r"not known",
    "cut-short": r"stopped|ended|broke",
    "compressed": r"compressed",
    "newer-program": r"newer",
    "busy": r"another",
}


def file_of(serial, name="county"):
    """Where the server has a framework."""
    return "/feed/frameworks/%s-%d.json" % (name, serial)


# The files of an update to publication 6.
FILES = {"index": INDEX, "index-signature": INDEX_SIGNATURE,
         "framework": file_of(6),
         "framework-signature": file_of(6) + ".minisig"}
SANITIZER = re.compile(r"Sanitizer|runtime error:")


class Failed(Exception):
    """A case found something wrong."""


def check(condition, sentence, *more):
    if not condition:
        raise Failed(sentence + "".join("\n    %s" % (m,) for m in more))


class Done:
    """How a run of the program ended."""

    def __init__(self, words, code, out, err, seconds, memory):
        self.words, self.code, self.out, self.err = words, code, out, err
        self.seconds, self.memory = seconds, memory    # memory in KB

    def json(self):
        return json.loads(self.out)

    def error(self):
        """The error as an object. Warnings are objects of their own."""
        decoder, at, last = json.JSONDecoder(), 0, None
        text = self.err.strip()
        while at < len(text):
            last, at = decoder.raw_decode(text, at)
            while at < len(text) and text[at].isspace():
                at += 1
            if last.get("kind") == "error":
                return last
        raise Failed("there is no error object on standard error", self)

    def __str__(self):
        return "skillgap %s -> %s, %.1f s\n--- out\n%s\n--- err\n%s" % (
            " ".join(self.words), self.code, self.seconds,
            self.out[:2000], self.err[:3000])


def run(words, environment, faketime=None, program=PROGRAM, deadline=60,
        folder=None, before=(), output=None):
    """Runs the program; kills it at the deadline, which is a failure. `before`
    are words in front of it, `output` a file for its standard output."""
    full = list(before) + [program] + list(words)
    if faketime is not None:
        full = ["faketime", "-f", faketime] + full
        environment = dict(environment, DONT_FAKE_MONOTONIC="1",
                           FAKETIME_DONT_FAKE_MONOTONIC="1",
                           ASAN_OPTIONS="verify_asan_link_order=0")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        with open(output or os.devnull, "wb") as elsewhere:
            process = subprocess.Popen(
                full, env=environment, stdin=subprocess.DEVNULL,
                stdout=elsewhere if output else out, stderr=err, cwd=folder,
                start_new_session=True)
        late = threading.Event()

        def kill():
            late.set()
            os.killpg(process.pid, signal.SIGKILL)
        timer = threading.Timer(deadline, kill)
        timer.start()
        # wait4, because it says how much memory was used.
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        done = Done(words, process.returncode,
                    out.read().decode("utf-8", "replace"),
                    err.read().decode("utf-8", "replace"),
                    seconds, used.ru_maxrss)
    check(not late.is_set(), "still running after %d s" % deadline, done)
    check(not SANITIZER.search(done.err), "a sanitizer spoke", done)
    return done


def snapshot(home, but=(LOCK,)):
    """Every path below a folder: its mode, and bytes or target."""
    seen = {}
    for folder, folders, files in os.walk(home):
        for name in folders + files:
            path = os.path.join(folder, name)
            short = os.path.relpath(path, home)
            if short in but:
                continue
            state = os.lstat(path)
            what = oct(state.st_mode)
            if os.path.islink(path):
                seen[short] = (what, os.readlink(path))
            elif os.path.isfile(path):
                seen[short] = (what, sites.get(path))
            else:
                seen[short] = (what, None)
    return seen


def differences(before, after):
    for path in sorted(set(before) | set(after)):
        if path not in after:
            yield "gone: " + path
        elif path not in before:
            yield "new: " + path
        elif before[path] != after[path]:
            yield "changed: %s\n%s\n%s" % (path, before[path], after[path])


def without_empty_store(snapshot):
    """A snapshot without the folders that the lock of the store lies in, when
    they hold nothing else: they are made before anything is known."""
    feeds = os.path.dirname(LOCK)
    if any(path.startswith(feeds + os.sep) for path in snapshot):
        return snapshot
    return {path: what for path, what in snapshot.items()
            if path not in (feeds, STORE, os.path.dirname(STORE))}


class Shared:
    """What all cases use: certificates and keys, in the folder of the run."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("certs", "keys", "cases"):
            os.mkdir(os.path.join(folder, name))
        self.certs = Certificates(os.path.join(folder, "certs"))
        keys = os.path.join(folder, "keys")
        self.key = sites.Key(keys, "council")
        self.thief = sites.Key(keys, "thief")
        self.other = sites.Key(keys, "other")


class World:
    """A home, a server, and the sites that it has served."""

    def __init__(self, shared, name):
        self.shared, self.certs = shared, shared.certs
        self.key, self.thief, self.other = (shared.key, shared.thief,
                                            shared.other)
        self.folder = os.path.join(shared.folder, "cases",
                                   re.sub(r"[^A-Za-z0-9_.-]", "_", name))
        self.home = os.path.join(self.folder, "home")
        os.makedirs(self.home)
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": self.home,
            "XDG_CONFIG_HOME": os.path.join(self.home, "config"),
            "XDG_DATA_HOME": os.path.join(self.home, "data"),
            "XDG_CACHE_HOME": os.path.join(self.home, "cache"),
            "XDG_STATE_HOME": os.path.join(self.home, "state"),
            "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
        }
        self._open, self._sites, self._date = [], 0, int(time.time()) - 9999
        self.serial = 0    # of the publication that is held
        self.server = None

    # Sites and servers.

    def listen(self, make, *words, **more):
        """A server that is closed with the world."""
        made = make(*words, **more)
        self._open.append(made)
        return made

    def start(self, chain="good", **more):
        """The server of this world; the site is below /feed/."""
        folder = os.path.join(self.folder, "www")
        os.makedirs(folder, exist_ok=True)
        chain = self.certs.chain(chain) if chain else None
        self.server = self.listen(servers.Server, folder, chain, **more)
        return self.server

    def url(self, **more):
        return self.server.url("feed/feed.json", **more)

    def publication(self, serial, ids=("county", "northshire"), **more):
        """An honest publication: the county's serial is that of the index,
        the other frameworks stay at 1."""
        made = sites.Publication(more.pop("key", self.key), serial, **more)
        for name in ids:
            made.offer(name, serial if name == "county" else 1)
        return made

    def site(self, publication):
        """Writes a publication into a folder of its own."""
        self._sites += 1
        return publication.write(
            os.path.join(self.folder, "site-%d" % self._sites))

    def serve(self, publication):
        """The server has this publication from now on. Older files stay, as
        on a real one."""
        return self.serve_folder(self.site(publication))

    def serve_folder(self, folder):
        target = os.path.join(self.server.folder, "feed")
        if os.path.isdir(target):
            os.rename(target, "%s-before-%d" % (target, self._sites))
            self._sites += 1
        shutil.copytree(folder, target)
        # Two within one second have one date: a server tells them apart.
        self._date += 2
        os.utime(os.path.join(target, "feed.json"), (self._date, self._date))
        return folder

    def other_feed(self, framework="eastshire", serial=1):
        """A feed of somebody else on the same server; gives its address."""
        made = sites.Publication(self.other, 1, feed="other.example")
        made.offer(framework, serial)
        made.write(os.path.join(self.server.folder, "other"))
        return self.server.url("other/feed.json")

    # Runs.

    def run(self, *words, **more):
        extra = more.pop("env", {})
        done = run(words, {**self.environment, **extra}, **more)
        check(done.memory < MOST_MEMORY,
              "it took %d KB of memory" % done.memory, done)
        return done

    def ok(self, *words, **more):
        done = self.run(*words, **more)
        check(done.code == 0, "it failed", done)
        return done

    def configure(self, ca_file=True, **more):
        """Writes a configuration, with the tests' authority in it."""
        path = os.path.join(self.home, CONFIG)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        data = {"format": "skillgap-config/1"}
        if ca_file:
            data["certificates"] = {"ca_file": self.certs.ca}
        data.update(more)
        sites.put(path, json.dumps(data, indent=1).encode() + b"\n")
        os.chmod(path, 0o600)

    def add(self, name=NAME, url=None, key=None, **more):
        return self.ok("feed", "add", name, url or self.url(), "--key",
                       (key or self.key).public, **more)

    def hold(self, serial=5, publication=None, **more):
        """The state that most cases begin with: an honest publication is held.
        """
        if self.server is None:
            self.start(**more)
        self.configure()
        self.serve(publication or self.publication(serial))
        self.add()
        self.ok("feed", "update")
        self.serial = serial
        self.holds(serial)
        self.server.clear()

    def gap(self):
        return self.ok(*GAP).out

    def holds(self, serial):
        """The county's framework of this publication is what a gap uses."""
        text = self.gap()
        check('"version": "county-%d"' % serial in text and
              "[county-%d]" % serial in text,
              "a gap does not use publication %d" % serial,
              re.findall(r'"version": "[^"]*"', text))

    def snapshot(self):
        return snapshot(self.home)

    def record(self):
        return json.loads(sites.get(os.path.join(self.home, RECORD)))

    # What a refusal must look like.

    def refused(self, code, reason, words=None, says=None, limit=30,
                twice=True, requests=True, ignore=None, **more):
        """Runs an update (or other words), which must be refused so, change
        nothing and say why. A tuple of reasons allows any of them. ignore is a
        function that takes out of a snapshot what may change."""
        words = words or ("feed", "update", NAME)
        before, gap = self.snapshot(), self.gap()
        asked = len(self.server.log) if self.server else 0
        done = self._refused_once(words + ("--json",), code, limit, more)
        self._check_error(done, reason, says)
        if self.server and requests is not None:
            check((len(self.server.log) > asked) == bool(requests),
                  "%d requests were made" % (len(self.server.log) - asked),
                  done)
        if twice:
            plain = self._refused_once(words, code, limit, more)
            check(plain.err.strip(), "nothing was said", plain)
            self._check_words(done.error()["reason"], plain.err, says, plain)
        self.unchanged(before, gap, done, ignore)
        return done

    def _refused_once(self, words, code, limit, more):
        done = self.run(*words, **more)
        codes = code if isinstance(code, tuple) else (code,)
        check(done.code in codes, "exit code %s was expected" % (code,), done)
        check(done.out == "", "there is something on standard output", done)
        check(done.seconds < limit,
              "it took %.1f s, not %d" % (done.seconds, limit), done)
        return done

    def _check_error(self, done, reason, says):
        error = done.error()
        reasons = reason if isinstance(reason, tuple) else (reason,)
        check(error.get("reason") in reasons,
              "the reason is %s, not %s" % (error.get("reason"), reason), done)
        check(error.get("skillgap") == 1 and error.get("message"),
              "this is no error as promised", done)
        self._check_words(error["reason"], error["message"], says, done)

    @staticmethod
    def _check_words(reason, text, says, done):
        text = " ".join(text.split())
        for pattern in (PLAIN.get(reason, "."), says or "."):
            check(re.search(pattern, text, re.I),
                  "the message does not say /%s/" % pattern, done)

    def unchanged(self, before, gap, done="", ignore=None):
        after = self.snapshot()
        if ignore is not None:
            before, after = ignore(before), ignore(after)
        changed = list(differences(before, after))
        check(not changed, "the home is not what it was", *changed, done)
        check(self.gap() == gap, "a gap is not answered as before", done)

    def refused_twice(self, publication, code, reason, says=None, **more):
        """A publication is refused as an update and as an import."""
        folder = self.serve(publication)
        self.refused(code, reason, says=says, **more)
        self.refused(code, reason, words=("feed", "import", NAME, folder),
                     says=says, requests=None)

    def recovers(self, *words):
        """After all that, the next honest publication is taken: what was
        refused was refused for the lie, and nobody is locked out."""
        self.server.calm()
        self.serial += 1
        self.serve(self.publication(self.serial))
        self.ok("feed", "update", NAME, *words)
        self.holds(self.serial)

    def close(self):
        for made in self._open:
            made.close()
