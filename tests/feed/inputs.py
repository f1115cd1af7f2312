# SPDX-License-Identifier: MIT
"""Signed and yet not fit, and folders to import that somebody else filled:
cases of attacks.py."""

import json
import os
import shutil

import sites
import world
from cases import case
from world import INDEX, INDEX_SIGNATURE, NAME, check


# Signed, and yet not fit.

def _index(edit):
    return lambda told: setattr(told, "edit", edit)


def _text(edit):
    """The index as bytes, edited."""
    def apply(told):
        told.bytes = edit(told.index())
    return apply


def _own(**fields):
    return _index(lambda index: index["_skillgap"].update(fields))


def _item(**fields):
    return _index(lambda index: index["items"][0]["_skillgap"].update(fields))


def _file(**fields):
    return _index(
        lambda index: index["items"][0]["attachments"][0].update(fields))


MALFORMED = {
    "cut": _text(lambda data: data[:len(data) // 2]),
    "text": _text(lambda data: b"hello\n"),
    "empty": _text(lambda data: b""),
    "list": _text(lambda data: b"[]\n"),
    "null": _text(lambda data: b"null\n"),
    "deep": _text(lambda data: b"[" * 100000 + b"]" * 100000),
    "many": _text(lambda data: b"[" + b"{}," * 200000 + b"{}]"),
    "not-utf-8": _text(lambda data: data.replace(b"Made by", b"M\xff\xfe")),
    "nul": _text(lambda data: data.replace(b"county-6\"", b"c\\u0000\"")),
    "lone-surrogate": _text(
        lambda data: data.replace(b"Frameworks for", b"\\ud800")),
    "duplicate-key": _text(lambda data: data.replace(
        b'"feed":', b'"feed": "other", "feed":')),
    "number-too-large": _text(
        lambda data: data.replace(b'"serial": 6', b'"serial": 1e400')),
    "two-objects": _text(lambda data: data + data),
    "other-version": _index(
        lambda index: index.update(version="https://jsonfeed.org/version/9")),
    "no-extension": _index(lambda index: index.pop("_skillgap")),
    "no-items": _index(lambda index: index.pop("items")),
    "items-no-list": _index(lambda index: index.update(items={})),
    "no-title": _index(lambda index: index.pop("title")),
    "title-a-number": _index(lambda index: index.update(title=1)),
    "serial-a-text": _own(serial="6"), "serial-a-fraction": _own(serial=6.5),
    "no-serial": _index(lambda index: index["_skillgap"].pop("serial")),
    "no-expiry": _index(lambda index: index["_skillgap"].pop("expires")),
    "expiry-no-date": _own(expires="soon"),
    "expiry-that-does-not-exist": _own(expires="2027-02-30"),
    "expiry-a-number": _own(expires=20990101),
    "issued-no-time": _own(issued="2026-11-27"),
    "feed-id-a-path": _own(feed="../../x"),
    "feed-id-empty": _own(feed=""),
    "sha256-short": _item(sha256="00"),
    "sha256-large-letters": _item(sha256="A" * 64),
    "framework-id-a-path": _item(framework="../county"),
    "framework-id-empty": _item(framework=""),
    "framework-id-a-dot": _item(framework="."),
    "framework-id-long": _item(framework="c" * 300),
    "framework-serial-nought": _item(serial=0),
    "size-nought": _file(size_in_bytes=0),
    "size-negative": _file(size_in_bytes=-1),
    "size-huge": _file(size_in_bytes=2 ** 40),
    "size-a-text": _file(size_in_bytes="12"),
    "no-attachments": _index(lambda index: index["items"][0].update(
        attachments=[])),
    "no-url": _index(
        lambda index: index["items"][0]["attachments"][0].pop("url")),
    "min-program-no-version": _item(min_program="new"),
}


@case("format", each=MALFORMED)
def a_signed_index_is_checked_as_any_input(w, edit):
    """A signed index that is malformed is refused with what is wrong."""
    w.hold(5)
    told = w.publication(6)
    edit(told)
    w.refused_twice(told, (3, 5), ("feed-format", "extraneous",
                                   "wrong-software"), limit=10)
    w.recovers()


@case("format")
def the_same_framework_twice_is_refused(w):
    """Two items of one framework and one serial contradict each other."""
    w.hold(5)
    told = w.publication(6).offer("county", 6, "other")
    w.refused_twice(told, (3, 5), ("feed-format", "mix-and-match",
                                   "wrong-software"))
    w.recovers()


@case("format")
def more_frameworks_than_can_be_used_are_refused(w):
    """A feed with more frameworks than a program can hold is refused before
    any of them is fetched."""
    w.hold(5)
    told = w.publication(6)
    item = told.items[0]

    def edit(index):
        for n in range(300):
            index["items"].append(sites.Item(
                "c%d" % n, 1, "1", item.data).json(sites.FEED))
    told.edit = edit
    w.refused_twice(told, 3, "feed-format", says="256")
    check({one.path for one in w.server.log} == {INDEX, INDEX_SIGNATURE},
          "more was asked for")
    w.recovers()


def _broken_framework(edit):
    def apply(told):
        item = told.item("county")
        data = json.loads(item.data)
        edit(data)
        item.data = json.dumps(data).encode()
    return apply


INVALID = {
    "cut": lambda told: setattr(told.item("county"), "data",
                                told.item("county").data[:5000]),
    "text": lambda told: setattr(told.item("county"), "data", b"hello\n"),
    "no-families": _broken_framework(lambda data: data.pop("families")),
    "dangling": _broken_framework(
        lambda data: data["families"][0]["roles"][0].update(grade=1)),
    "later-format": _broken_framework(
        lambda data: data.update(format="skillgap-framework/99")),
}


@case("format", each=INVALID)
def a_signed_framework_is_checked_as_any_framework(w, edit):
    """Signed data that fails validation is refused, with its own problems."""
    w.hold(5)
    told = w.publication(6)
    edit(told)
    folder = w.serve(told)
    path = os.path.join(folder, told.item("county").path())
    own = w.run("check", path, "--json")
    check(own.code == 3, "the test is wrong: check takes it", own)
    reason = json.loads(own.out)["files"][0]["problems"][0]["reason"]
    w.refused(3, (reason, "feed-format", "newer-program"))
    w.refused(3, (reason, "feed-format", "newer-program"),
              words=("feed", "import", NAME, folder), requests=None)
    w.recovers()


@case("format", each={"major": "99.0.0", "minor": "0.99.0", "patch": "0.1.99",
                      "huge": "4294967296.0.0"})
def what_needs_a_newer_program_says_so(w, version):
    """A framework for a later program is refused, and the message says which
    one it takes."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").min_program = version
    w.refused_twice(told, 3, ("newer-program", "feed-format"),
                    says=version.replace(".", "\\."))
    w.recovers()


@case("format")
def signed_text_does_not_reach_the_terminal_raw(w):
    """Control characters, line breaks and bidi overrides in a signed title or
    text are shown as text, or refused."""
    w.hold(5)
    told = w.publication(6)
    nasty = "\x1b]0;owned\x07\x1b[2J\u202egnp\u2066\r\nOK \x9b31m"
    told.title = "T" + nasty
    told.item("county").words = "W" + nasty
    w.serve(told)
    seen = [w.run("feed", "update")]
    for words in (("list",), ("show", NAME), ("diff", NAME)):
        seen.append(w.run("feed", *words))
    for done in seen:
        check(done.code in (0, 3), "unexpected", done)
        for mark in ("\x1b", "\x07", "\u202e", "\u2066", "\x9b", "\r"):
            check(mark not in done.out + done.err,
                  "%r reaches the terminal" % mark, repr(done.out))


# Importing from a folder that somebody else filled.

def _fifo(folder):
    os.remove(folder + "/feed.json")
    os.mkfifo(folder + "/feed.json")


def _folder(folder):
    os.remove(folder + "/feed.json")
    os.mkdir(folder + "/feed.json")


def _sparse(folder):
    with open(folder + "/feed.json", "r+b") as file:
        file.truncate(1 << 40)


def _outside(folder):
    os.rename(folder + "/feed.json", folder + "-moved.json")
    os.symlink("/dev/zero", folder + "/feed.json")


def _frameworks_fifo(folder):
    os.remove(folder + "/frameworks/county-6.json")
    os.mkfifo(folder + "/frameworks/county-6.json")


FOLDERS = {
    "fifo": _fifo, "folder": _folder, "sparse": _sparse, "device": _outside,
    "framework-fifo": _frameworks_fifo,
    "no-index": lambda folder: os.remove(folder + "/feed.json"),
    "no-framework": lambda folder: os.remove(
        folder + "/frameworks/county-6.json"),
    "no-folder": shutil.rmtree,
    "empty-index": lambda folder: sites.put(folder + "/feed.json", b""),
}


@case("import", each=FOLDERS)
def a_bad_folder_is_refused(w, edit):
    """A folder with a pipe, a device, a hole or nothing where a file should be
    is refused at once."""
    w.hold(5)
    folder = w.site(w.publication(6))
    edit(folder)
    w.refused((3, 4, 5), tuple(
        "missing not-a-file too-large endless-data unreadable signature "
        "feed-format mix-and-match signature-missing".split()),
        words=("feed", "import", NAME, folder), requests=False, limit=5)
    w.recovers()


@case("import")
def importing_takes_what_is_new_and_says_when_nothing_is(w):
    """A copy is imported once; the second time there is nothing to do."""
    w.hold(5)
    folder = w.site(w.publication(6))
    w.ok("feed", "import", NAME, folder)
    w.holds(6)
    w.ok("feed", "import", NAME, folder)
    w.holds(6)


@case("import")
def names_that_are_no_feeds_are_not_found(w):
    """Every command says so when there is no feed of that name."""
    w.hold(5)
    folder = w.site(w.publication(6))
    for words in (("update", "nobody"), ("show", "nobody"),
                  ("diff", "nobody"), ("rollback", "nobody"),
                  ("remove", "nobody"), ("import", "nobody", folder),
                  ("trust", "nobody", "--key", w.other.public)):
        w.refused(8, ("not-found", "unknown-feed"), words=("feed",) + words,
                  says="nobody", requests=False)


@case("import", each={
    "parent": "../x", "absolute": "/tmp/x", "dot": ".lock", "empty": "",
    "space": "a b", "long": "n" * 300, "option": "--x", "percent": "%2e"})
def a_name_is_no_path(w, name):
    """feed add takes only plain names, since they name folders."""
    w.start()
    w.serve(w.publication(1))
    w.configure()
    before = w.snapshot()
    done = w.run("feed", "add", name, w.url(), "--key", w.key.public)
    check(done.code in (2, 3), "exit code", done)
    check(not list(world.differences(
        before, world.without_empty_store(w.snapshot()))),
        "something was written", done)
