# SPDX-License-Identifier: MIT
"""What signatures have to hold against: first that the honest way works, then
one case or more for each attack that The Update Framework names, a stolen key,
and clocks.

    attacks.py [--list] [--keep] [--every N] [-j N] [GROUP | NAME]...

Groups: honest, arbitrary-installation, endless-data, extraneous, fast-forward,
freeze, malicious-mirror, mix-and-match, rollback, wrong-software, stolen-key,
format, import, clock, home.

Every site is signed with the stock minisign program. After each refusal the
whole home must be byte for byte what it was and a gap be answered as before
(World.refused), and the next honest publication must be taken
(World.recovers): so a refusal was for the lie.
"""

import json
import os
import shutil
import sys
import threading
import time

import server as servers
import sites
import world
from server import endless, huge, longer, serve, status
from world import FILES, INDEX, INDEX_SIGNATURE, NAME, case, check, file_of

# The honest way.

@case("honest")
def the_first_update_brings_what_a_gap_uses(w):
    """A feed is added and updated, and a gap uses its framework and says so."""
    w.start()
    w.configure()
    before = w.gap()
    w.serve(w.publication(1))
    w.add()
    w.ok("feed", "update")
    w.holds(1)
    check(w.gap() != before, "a gap is as it was without the feed")
    again = w.gap()
    check(again == w.gap(), "the same question has two answers")
    listed = w.ok("feed", "list").out
    check(NAME in listed and w.url() in listed, "feed list lacks it", listed)
    listed = w.ok("feed", "list", "--json").json()
    check(listed["skillgap"] == 1, "no JSON as promised", listed)
    roles = w.ok("roles", "--council", "northshire").out
    check("northshire/" in roles, "a new council's roles are missing", roles)


@case("honest")
def an_unchanged_feed_costs_one_small_answer(w):
    """An update that brings nothing new is one request and less than 2 KB."""
    w.hold(5)
    record = w.record()
    done = w.ok("feed", "update")
    log = w.server.clear()
    check(len(log) == 1, "%d requests" % len(log), *log)
    check(log[0].status == 304, "it was not answered with 304", *log)
    size = log[0].received + log[0].sent
    check(0 < size < 2048, "%d bytes went to and fro" % size, log)
    check(w.record()["held"] == record["held"], "what is held has changed",
          done)
    w.holds(5)


@case("honest")
def an_unchanged_feed_is_known_by_its_date_alone(w):
    """A server without ETag is asked with If-Modified-Since."""
    w.hold(5, etag=False)
    w.ok("feed", "update")
    log = w.server.clear()
    check([one.status for one in log] == [304], "not one 304", *log)
    check("If-Modified-Since" in log[0].headers, "the date was not sent")


@case("honest")
def a_server_without_validators_works(w):
    """A server that sends neither ETag nor date works, at a higher price."""
    w.hold(5, etag=False, last_modified=False)
    w.ok("feed", "update")
    log = w.server.clear()
    check(len(log) in (1, 2), "frameworks were fetched again", *log)
    w.holds(5)
    w.recovers()


@case("honest")
def an_update_fetches_what_has_changed_and_no_more(w):
    """A change in one framework of two fetches the index and that framework.
    """
    w.hold(5)
    w.recovers()
    paths = sorted(one.path for one in w.server.clear())
    check(paths == sorted([INDEX, INDEX_SIGNATURE, file_of(6),
                           file_of(6) + ".minisig"]),
          "other requests than expected", *paths)


@case("honest")
def a_change_is_told_by_diff_and_show(w):
    """diff tells what is new between two publications; show what is held."""
    w.hold(5)
    w.recovers()
    text = w.ok("feed", "diff", NAME).out
    check("[county-6]" in text or "county-6" in text,
          "diff does not name the new version", text)
    json.loads(w.ok("feed", "diff", NAME, "--json").out)
    same = w.ok("feed", "diff", NAME, "6", "6").out
    check("[county-6]" not in same, "a publication differs from itself", same)
    text = w.ok("feed", "show", NAME).out
    for word in (w.url(), "county-6", "northshire-1", "publication 5"):
        check(word in text, "show does not say %s" % word, text)


@case("honest")
def one_can_go_back_by_hand(w):
    """rollback returns to the publication before; updates tell of newer ones
    but take none until --forward."""
    w.hold(5)
    w.recovers()
    w.ok("feed", "rollback", NAME)
    w.holds(5)
    w.ok("feed", "update")
    w.holds(5)
    w.serve(w.publication(7))
    done = w.ok("feed", "update")
    check("--forward" in done.out + done.err, "--forward is not told", done)
    w.holds(5)
    w.ok("feed", "update", "--forward")
    w.holds(7)
    w.serial = 7
    w.recovers()


@case("honest")
def the_last_three_publications_are_kept(w):
    """Of many publications the last three are kept, and nothing else."""
    w.hold(5)
    for _ in range(4):
        w.recovers()
    folder = os.path.join(w.home, world.STORE, "feeds", NAME)
    kept = sorted(os.listdir(folder))
    check(kept == ["publication-7", "publication-8", "publication-9",
                   "record.json"], "this is kept", *kept)


@case("honest")
def what_is_kept_is_for_the_user_alone(w):
    """Files are 0600 and folders 0700, whatever the umask."""
    old = os.umask(0)
    try:
        w.hold(5)
        w.recovers()
    finally:
        os.umask(old)
    for top in (world.STORE, os.path.dirname(world.CONFIG)):
        seen = world.snapshot(os.path.join(w.home, top), but=())
        check(seen, "nothing is there")
        bad = [(path, mode) for path, (mode, what) in seen.items()
               if mode not in ("0o100600", "0o40700")]
        check(not bad, "others may read or write", *bad)


@case("honest")
def the_order_of_items_says_nothing(w):
    """Items may stand in any order: the highest serial is the present one."""
    w.hold(5)
    told = w.publication(6)
    told.offer("county", 4).offer("county", 5)
    told.items.insert(0, told.items.pop())
    told.edit = lambda index: index["items"].reverse()
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)


@case("honest")
def items_of_others_are_passed_over(w):
    """A JSON Feed may hold items that are no frameworks, and fields more."""
    w.hold(5)
    told = w.publication(6)

    def edit(index):
        index["authors"] = [{"name": "Somebody"}]
        index["items"].insert(0, {"id": "news", "content_text": "Hello."})
        index["items"][1]["tags"] = ["new"]
    told.edit = edit
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)


@case("honest")
def absolute_addresses_below_the_feed_are_fine(w):
    """An attachment may be named by an address below that of the index."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").url = w.server.url("feed/frameworks/county-6.json")
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)


@case("honest")
def a_withdrawn_framework_is_no_longer_used(w):
    """What a publication does not offer any more, a gap does not use."""
    w.hold(5)
    w.serve(w.publication(6, ids=("county",)))
    w.ok("feed", "update")
    w.holds(6)
    roles = w.ok("roles").out
    check("northshire/" not in roles, "it is still used", roles)


@case("honest")
def sites_of_publish_are_taken_and_stock_minisign_agrees(w):
    """What skillgap publish makes verifies with minisign, and is taken."""
    w.start()
    w.configure()
    folder, site = os.path.join(w.folder, "own"), os.path.join(w.folder, "pub")
    os.mkdir(folder)
    key = os.path.join(w.folder, "own.key")
    w.ok("publish", "--new-key", key)
    pair = sites.Key(w.folder, "own.key")
    for serial in (1, 2):
        sites.put(os.path.join(folder, "county.json"), sites.framework(
            "county", "county-%d" % serial, "[county-%d]" % serial))
        w.ok("publish", folder, "--out", site, "--key", key)
        for name in ("feed.json", "frameworks/county-%d.json" % serial):
            check(pair.verifies(os.path.join(site, name)),
                  "minisign does not accept %s" % name)
        w.serve_folder(site)
        if serial == 1:
            w.add(key=pair)
        w.ok("feed", "update")
        w.holds(serial)
    index = json.loads(sites.get(os.path.join(site, "feed.json")))
    check(index["_skillgap"]["serial"] == 2, "not the second", index)


@case("honest")
def keys_of_minisign_can_publish(w):
    """A pair made by stock minisign signs for skillgap publish, too."""
    w.start()
    w.configure()
    folder, site = os.path.join(w.folder, "own"), os.path.join(w.folder, "pub")
    os.mkdir(folder)
    sites.put(os.path.join(folder, "county.json"),
              sites.framework("county", "county-1", "[county-1]"))
    w.ok("publish", folder, "--out", site, "--key", w.key.secret)
    check(w.key.verifies(os.path.join(site, "feed.json")), "minisign: no")
    w.serve_folder(site)
    w.add()
    w.ok("feed", "update")
    w.holds(1)


@case("honest")
def a_pair_of_publish_signs_for_minisign(w):
    """Stock minisign signs with a secret key that publish --new-key made."""
    key = os.path.join(w.folder, "own.key")
    w.ok("publish", "--new-key", key)
    check(os.stat(key).st_mode & 0o777 == 0o600, "others may read the key")
    pair = sites.Key(w.folder, "own.key")
    path = os.path.join(w.folder, "a")
    sites.put(path, b"a\n")
    pair.sign(path, "whatever")
    check(pair.verifies(path), "it does not verify")
    done = w.run("publish", "--new-key", key)
    check(done.code != 0, "a key that is there was replaced", done)


# 1. Arbitrary installation.

def bad_index(w, edit):
    """Serves publication 6 after edit(folder), and gives the folder."""
    folder = w.site(w.publication(6))
    edit(folder)
    return w.serve_folder(folder)


def _change(path, old, new):
    data = sites.get(path)
    check(old in data, "the test is wrong: %r is not there" % old)
    sites.put(path, data.replace(old, new, 1))


# What is no signature is as good as none.
UNREADABLE = ("signature-missing", "signature")

ARBITRARY = {
    "index-of-a-stranger": (
        lambda w, d: _stranger(w, d, "feed.json"), "unknown-key"),
    "framework-of-a-stranger": (
        lambda w, d: _stranger(w, d, "frameworks/county-6.json"),
        "unknown-key"),
    "index-of-a-stranger-who-claims-the-key": (
        lambda w, d: _stranger(w, d, "feed.json", claim=True), "signature"),
    "framework-of-a-stranger-who-claims-the-key": (
        lambda w, d: _stranger(w, d, "frameworks/county-6.json", claim=True),
        "signature"),
    "index-changed": (
        lambda w, d: _change(d + "/feed.json", b"county-6\"", b"county-7\""),
        "signature"),
    "index-with-a-space-more": (
        lambda w, d: _change(d + "/feed.json", b"{", b"{ "), "signature"),
    "index-signature-changed": (
        lambda w, d: sites.edit_signature(
            d + "/feed.json.minisig", 1, lambda l: sites.flip(l, 40)),
        "signature"),
    "framework-signature-changed": (
        lambda w, d: sites.edit_signature(
            d + "/frameworks/county-6.json.minisig", 1,
            lambda l: sites.flip(l, 40)),
        "signature"),
    "index-comment-changed": (
        lambda w, d: sites.edit_signature(
            d + "/feed.json.minisig", 2,
            lambda l: l.replace(b"serial:6", b"serial:7")),
        "signature"),
    "framework-comment-changed": (
        lambda w, d: sites.edit_signature(
            d + "/frameworks/county-6.json.minisig", 2,
            lambda l: l.replace(b"county", b"countx")),
        "signature"),
    "comment-signature-changed": (
        lambda w, d: sites.edit_signature(
            d + "/feed.json.minisig", 3, lambda l: sites.flip(l, 40)),
        "signature"),
    "signature-of-another-file": (
        lambda w, d: shutil.copy(d + "/frameworks/county-6.json.minisig",
                                 d + "/feed.json.minisig"),
        "signature"),
    "signature-of-unknown-kind": (
        lambda w, d: sites.edit_signature(
            d + "/feed.json.minisig", 1, lambda l: sites.flip(l, 0)),
        UNREADABLE),
    "empty-signature": (
        lambda w, d: sites.put(d + "/feed.json.minisig", b""),
        UNREADABLE),
    "signature-of-one-line": (
        lambda w, d: _change(d + "/feed.json.minisig", b"\n", b" "),
        UNREADABLE),
    "signature-cut": (
        lambda w, d: sites.put(d + "/feed.json.minisig",
                               sites.get(d + "/feed.json.minisig")[:150]),
        UNREADABLE),
    "signature-that-is-no-base64": (
        lambda w, d: sites.edit_signature(
            d + "/feed.json.minisig", 1, lambda l: b"!" * len(l)),
        UNREADABLE),
    "signature-of-bytes": (
        lambda w, d: sites.put(d + "/feed.json.minisig", bytes(range(256))),
        UNREADABLE),
    "index-signature-missing": (
        lambda w, d: os.remove(d + "/feed.json.minisig"),
        "signature-missing"),
    "framework-signature-missing": (
        lambda w, d: os.remove(d + "/frameworks/county-6.json.minisig"),
        "signature-missing"),
}


def _stranger(w, folder, name, claim=False):
    """The thief signs a file anew, with the honest comment."""
    path = os.path.join(folder, name)
    comment = sites.get(path + ".minisig").split(b"\n")[2].decode()
    w.thief.sign(path, comment.partition(": ")[2])
    if claim:
        sites.edit_signature(path + ".minisig", 1, sites.as_if_by(w.key))


@case("arbitrary-installation", each=ARBITRARY)
def nothing_is_installed_without_the_right_signature(w, row):
    """What the pinned key did not sign is refused, as update and as import."""
    edit, reason = row
    w.hold(5)
    folder = bad_index(w, lambda folder: edit(w, folder))
    w.refused(5, reason)
    w.refused(5, reason, words=("feed", "import", NAME, folder),
              requests=None)
    w.recovers()


@case("arbitrary-installation")
def the_first_publication_is_checked_as_well(w):
    """A feed added with one key takes nothing that another has signed."""
    w.start()
    w.configure()
    before = w.gap()
    w.serve(w.publication(1, key=w.thief))
    done = w.run("feed", "add", NAME, w.url(), "--key", w.key.public)
    if done.code == 0:
        done = w.run("feed", "update")
    check(done.code == 5, "it was taken", done)
    check(w.gap() == before, "a gap uses it")
    check("northshire/" not in w.ok("roles").out, "its roles are there")


@case("arbitrary-installation", each={
    "no-file": None, "empty": b"", "secret": "secret", "text": b"hello\n",
    "short": b"untrusted comment: x\nRWQf6LRCGA9i\n",
    "long": b"untrusted comment: x\nRWQ" + b"A" * 5000 + b"\n"})
def a_key_that_is_none_is_refused(w, data):
    """feed add refuses a file that is no public key, and adds nothing; of a
    secret key nothing is repeated."""
    w.start()
    w.serve(w.publication(1))
    w.configure()
    path = os.path.join(w.folder, "key")
    if data == "secret":
        data = sites.get(w.key.secret)
    if data is not None:
        sites.put(path, data)
    done = w.refused((2, 3), tuple(
        "missing bad-key key not-a-key feed-key wrong-type format bad-value "
        "unknown-key usage secret-key".split()),
        words=("feed", "add", NAME, w.url(), "--key", path), requests=False,
        ignore=world.without_empty_store)
    for line in (data or b"").split(b"\n"):
        check(len(line) < 40 or line.decode() not in done.err,
              "the key is repeated", done)


# 2. Endless data.

ENDLESS = {
    "chunked": endless(True), "without-length": endless(False),
    "huge-length": huge(), "longer": longer(b" " * (3 << 20)),
}


@case("endless-data", each={
    "%s-%s" % (name, kind): (FILES[name], ENDLESS[kind])
    for name in FILES for kind in ENDLESS})
def data_ends_where_it_has_to(w, row):
    """A body past its bound ends the update at once, not when the disk or the
    memory is full."""
    path, behaviour = row
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(path, behaviour)
    w.refused(4, "endless-data", limit=15)
    sent = max(one.sent for one in w.server.log)
    # What lies in buffers between the two is never read.
    check(sent < 32 << 20, "%d bytes were sent" % sent)
    w.recovers()


@case("endless-data")
def a_framework_is_no_longer_than_signed(w):
    """One byte more than the index says is one too many."""
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(file_of(6), longer(b"\n"))
    w.refused(4, "endless-data")
    w.recovers()


@case("endless-data")
def a_framework_with_a_byte_more_is_refused_when_imported(w):
    """The same in a folder."""
    w.hold(5)
    folder = w.site(w.publication(6))
    path = os.path.join(folder, "frameworks", "county-6.json")
    sites.put(path, sites.get(path) + b"\n")
    w.refused((4, 5), ("endless-data", "mix-and-match"),
              words=("feed", "import", NAME, folder), requests=False)
    w.serve(w.publication(6))
    w.recovers()


@case("endless-data")
def an_index_of_two_megabytes_is_refused(w):
    """An index has a bound as well, signed or not."""
    w.hold(5)
    told = w.publication(6)
    told.edit = lambda index: index.update(padding="x" * (2 << 20))
    w.refused_twice(told, 4, "endless-data")
    w.recovers()


# 3. Extraneous dependencies.

def _more(url, mime="application/json", size=10):
    return [{"url": url, "mime_type": mime, "size_in_bytes": size}]


PLACES = {
    "shared-object": "frameworks/county-6.so",
    "plugin-below": "plugins/county.json.so",
    "parent": "../../x.json",
    "parent-below": "frameworks/../../x.json",
    "parent-escaped": "frameworks/%2e%2e/%2e%2e/x.json",
    "backslash": "frameworks\\..\\x.json",
    "absolute-path": "/etc/passwd",
    "absolute-path-json": "/elsewhere/x.json",
    "hidden": ".config.json",
    "hidden-folder": ".git/x.json",
    "other-host": "https://127.0.0.1:1/feed/frameworks/county-6.json",
    "other-host-short": "//127.0.0.1/x.json",
    "file": "file:///etc/passwd",
    "file-json": "file:///tmp/x.json",
    "http": "http://localhost/feed/frameworks/county-6.json",
    "query": "frameworks/county-6.json?x=.json",
    "fragment": "frameworks/county-6.json#.json",
    "data": "data:application/json,{}.json",
    "upper-case": "frameworks/COUNTY-6.json",
    "space": "frameworks/county 6.json",
    "line-break": "frameworks/county-6\n.json",
    "empty-part": "frameworks//county-6.json",
    "no-name": "frameworks/.json",
    "empty": "",
    "very-long": "f" * 1900 + ".json",
}


@case("extraneous", each=PLACES)
def a_framework_lies_below_its_feed(w, url):
    """A signed index cannot make the program fetch from elsewhere, or fetch
    what is no JSON file."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").url = url
    w.refused_twice(told, (3, 5), ("extraneous", "feed-format"))
    asked = {one.path for one in w.server.log}
    check(asked <= {INDEX, INDEX_SIGNATURE}, "more was asked for", *asked)
    w.recovers()


@case("extraneous", each={
    "shared-object": _more("frameworks/county.so",
                           "application/x-sharedlib"),
    "second-framework": _more("frameworks/northshire-1.json"),
    "parent": _more("../../x"), "absolute-path": _more("/etc/passwd"),
    "other-host": _more("https://other.example/x.json"),
    "file": _more("file:///etc/passwd")})
def an_item_is_one_framework_and_nothing_else(w, more):
    """Whatever comes along with a framework is refused, not fetched."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").more = more
    w.refused_twice(told, 5, "extraneous")
    asked = {one.path for one in w.server.log}
    check(asked <= {INDEX, INDEX_SIGNATURE}, "more was asked for", *asked)
    w.recovers()


@case("extraneous")
def a_feed_cannot_take_over_a_shipped_framework(w):
    """A framework that the program comes with and the feed did not offer when
    it was added is refused."""
    w.hold(5)
    told = w.publication(6, ids=("county", "northshire", "st-albans"))
    w.refused_twice(told, 5, "extraneous", says="st-albans")
    w.recovers()


@case("extraneous")
def a_feed_cannot_take_over_that_of_another_feed(w):
    """A framework that another feed offers is refused."""
    w.hold(5)
    other = sites.Publication(w.other, 1, feed="other.example")
    other.offer("eastshire", 1)
    os.mkdir(os.path.join(w.server.folder, "other"))
    other.write(os.path.join(w.server.folder, "other"))
    w.add("second", w.server.url("other/feed.json"), w.other)
    w.ok("feed", "update", "second")
    check("eastshire/" in w.ok("roles").out, "the second feed is not there")
    w.ok("feed", "update", NAME)
    w.server.clear()
    told = w.publication(6, ids=("county", "northshire", "eastshire"))
    w.refused_twice(told, 5, "extraneous", says="eastshire")
    w.recovers()
    check("eastshire/" in w.ok("roles").out, "the second feed is gone")


@case("extraneous")
def two_feeds_never_offer_one_framework(w):
    """A second feed with a framework of the first is refused at once."""
    w.hold(5)
    other = sites.Publication(w.other, 1, feed="other.example")
    other.offer("county", 9)
    os.mkdir(os.path.join(w.server.folder, "other"))
    other.write(os.path.join(w.server.folder, "other"))
    before = w.gap()
    words = ("feed", "add", "second", w.server.url("other/feed.json"),
             "--key", w.other.public)
    done = w.run(*words)
    if done.code == 0:
        done = w.run("feed", "update", "second")
    check(done.code == 5, "it was taken", done)
    check(w.gap() == before, "a gap uses it")
    w.recovers()


@case("extraneous")
def a_new_framework_of_a_new_council_is_welcome(w):
    """The control: a framework that nobody else has may be added later."""
    w.hold(5)
    w.serve(w.publication(6, ids=("county", "northshire", "eastshire")))
    w.ok("feed", "update")
    check("eastshire/" in w.ok("roles").out, "it is not there")


# 4. Fast-forward.

@case("fast-forward", each={
    "last": 2 ** 32 - 1, "last-signed": 2 ** 31 - 1,
    "one-too-far": 5 + 10001})
def a_serial_does_not_leap(w, serial):
    """A serial far above the one held is refused: it would shut out all that
    comes after."""
    w.hold(5)
    told = w.publication(serial)
    told.items = w.publication(6).items
    # Past 31 bits a number is no serial at all, and refused as such.
    w.refused_twice(told, 5, "fast-forward" if serial < 2 ** 31 else
                    ("fast-forward", "wrong-software"))
    w.recovers()


@case("fast-forward")
def the_widest_step_is_taken(w):
    """The control: 10000 above is still a step."""
    w.hold(5)
    told = w.publication(5 + 10000)
    told.items = w.publication(6).items
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)


@case("fast-forward", each={"past-32-bits": 2 ** 32, "past-64-bits": 2 ** 64,
                            "nought": 0, "negative": -1})
def a_serial_is_a_number_of_32_bits(w, serial):
    """What is no serial is none, however it is signed."""
    w.hold(5)
    told = w.publication(serial)
    told.items = w.publication(6).items
    w.refused_twice(told, (3, 5), ("feed-format", "fast-forward", "rollback",
                                   "number", "wrong-type", "out-of-range",
                                   "bad-value", "wrong-software"))
    w.recovers()


@case("fast-forward", each={
    "last": 2 ** 32 - 1, "last-signed": 2 ** 31 - 1,
    "one-too-far": 5 + 10001})
def a_framework_does_not_leap_either(w, serial):
    """The serial of a framework may go no further up than that of an index."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").serial = serial
    if serial < 2 ** 31:
        w.refused_twice(told, 5, "fast-forward", says="county")
    else:
        w.refused_twice(told, (3, 5), ("fast-forward", "feed-format"))
    w.recovers()


# 5. Indefinite freeze.

@case("freeze")
def an_index_past_its_end_is_refused(w):
    """An index that has expired is not taken, though it is newer."""
    w.hold(5)
    told = w.publication(6)
    told.issued, told.expires = sites.moment(-100), sites.day(-1)
    w.refused_twice(told, 5, "expired", says=told.expires)
    w.recovers()


@case("freeze")
def a_mirror_that_says_unchanged_for_ever_is_found_out(w):
    """After its end an index is refused with 304 as well: what is held goes
    on being used, and every answer says how old it is."""
    w.hold(5)
    later = "@2099-01-01 12:00:00"
    w.refused(5, "expired", faketime=later)
    check(w.server.log[-1].status == 304, "not asked conditionally",
          *w.server.log)
    w.recovers()


@case("freeze")
def an_old_index_once_more_is_refused_after_its_end(w):
    """The same bytes again, without 304, are refused after their end."""
    w.hold(5, etag=False, last_modified=False)
    w.refused(5, "expired", faketime="@2099-01-01 12:00:00")
    w.recovers()


@case("freeze")
def old_data_is_used_and_its_age_told(w):
    """Past the end of what is held a gap still answers, and says how old it
    is; before, it says nothing of the kind."""
    w.hold(5)
    fresh = w.ok(*GAP_TEXT)
    check(not fresh.err.strip(), "there is something to say", fresh)
    old = w.ok(*GAP_TEXT, faketime="@2099-01-01 12:00:00")
    check("county-5" in old.out, "it is not used", old)
    told = " ".join((old.out + old.err).split())
    check(sites.day(90) in told or sites.day(0) in told,
          "its age is not told", old)
    as_json = w.ok(*world.GAP, faketime="@2099-01-01 12:00:00")
    check(json.loads(as_json.out)["kind"] == "gap", "no answer", as_json)
    check(sites.day(90) in as_json.out + as_json.err or
          sites.day(0) in as_json.out + as_json.err,
          "its age is not told to programs", as_json)
    for words in (("roles",), ("next", "--from", "1387"), ("show", "1366")):
        done = w.ok(*words, faketime="@2099-01-01 12:00:00")
        told = done.out + done.err
        check(sites.day(90) in told or sites.day(0) in told,
              "its age is not told", done)


GAP_TEXT = ("gap", "--from", "1387", "--to", "1366")


# 6. Malicious mirrors.

MIRRORS = {
    "errors": status(503), "garbage": servers.garbage(),
    "pages": servers.page(), "silence": servers.hang_up(),
    "nothing": status(404), "zeros": status(200, [], bytes(5000)),
}


@case("malicious-mirror", each=MIRRORS)
def a_bad_mirror_cannot_keep_an_update_away(w, behaviour):
    """While a mirror gives nothing but rubbish, what is held is used, and a
    good copy can be imported."""
    w.hold(5)
    w.server.behave("*", behaviour)
    for _ in range(3):
        w.refused((4, 5), ("server", "network", "web-page", "cut-short",
                           "missing", "signature-missing"), twice=False)
    folder = w.site(w.publication(6))
    w.ok("feed", "import", NAME, folder)
    w.holds(6)
    w.serial = 6
    w.recovers()


@case("malicious-mirror")
def a_good_copy_needs_no_network(w):
    """An import asks no server for anything."""
    w.hold(5)
    w.ok("feed", "import", NAME, w.site(w.publication(6)))
    w.holds(6)
    check(not w.server.log, "it did", *w.server.log)
    # The address is asked with what it gave itself, not with the copy's.
    w.serial = 6
    w.recovers()


@case("malicious-mirror")
def an_imported_feed_is_then_unchanged(w):
    """A mirror that later has what was imported is no news, and no attack."""
    w.hold(5)
    told = w.publication(6)
    w.ok("feed", "import", NAME, w.site(told))
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)


# 7. Mix-and-match.

def _old_bytes(told, w):
    told.item("county").sha256 = None
    data = w.publication(5).item("county").data
    item = told.item("county")
    item.sha256 = sites.hashlib.sha256(item.data).hexdigest()
    item.size = len(item.data)
    item.data = data


def _other_publication(told, w):
    """The file of a later publication, all signed rightly."""
    item = told.item("county")
    item.sha256 = sites.hashlib.sha256(item.data).hexdigest()
    item.size = len(item.data)
    item.data = w.publication(7).item("county").data


MIXED = {
    "file-of-an-older-publication": _old_bytes,
    "file-of-a-newer-publication": _other_publication,
    "wrong-sha256": lambda told, w: setattr(told.item("county"), "sha256",
                                            "0" * 64),
    "larger-size": lambda told, w: setattr(
        told.item("county"), "size", len(told.item("county").data) + 1),
}


@case("mix-and-match", each=MIXED)
def index_and_frameworks_belong_together(w, edit):
    """A framework, rightly signed, that is not the one of this index is
    refused."""
    w.hold(5)
    told = w.publication(6)
    edit(told, w)
    w.refused_twice(told, (4, 5), ("mix-and-match", "cut-short"))
    w.recovers()


@case("mix-and-match")
def a_smaller_size_is_no_match(w):
    """A framework longer than its index says is refused."""
    w.hold(5)
    told = w.publication(6)
    told.item("county").size = len(told.item("county").data) - 1
    w.refused_twice(told, (4, 5), ("endless-data", "mix-and-match"))
    w.recovers()


@case("mix-and-match")
def one_good_framework_does_not_get_in_without_the_other(w):
    """When the second of two frameworks is bad the first is not taken."""
    w.hold(5)
    told = w.publication(6, ids=("county", "eastshire"))
    told.item("eastshire").sha256 = "f" * 64
    w.refused_twice(told, 5, "mix-and-match")
    check("eastshire/" not in w.ok("roles").out, "it is there")
    w.recovers()


@case("mix-and-match")
def index_and_signature_belong_together(w):
    """An index with the right signature of another one is refused."""
    w.hold(5)
    folder = w.site(w.publication(6))
    later = w.site(w.publication(7))
    shutil.copy(later + "/feed.json.minisig", folder)
    w.serve_folder(folder)
    w.refused(5, "signature")
    w.recovers()


# 8. Rollback.

@case("rollback")
def an_older_publication_is_refused(w):
    """Publication 4 is refused after 5, by update and by import."""
    w.hold(5)
    w.refused_twice(w.publication(4), 5, "rollback", says="4.*5|5.*4")
    w.recovers()


@case("rollback")
def a_publication_that_was_once_held_is_refused(w):
    """What was held before cannot come back, though its files are here."""
    w.hold(5)
    old = w.publication(5)
    w.recovers()
    w.refused_twice(old, 5, "rollback")
    w.recovers()


@case("rollback")
def one_serial_is_one_publication(w):
    """Another index with the serial held is refused."""
    w.hold(5)
    told = w.publication(5)
    told.title = "Another title"
    w.refused_twice(told, 5, "rollback")
    w.recovers()


@case("rollback")
def a_framework_cannot_go_back_within_a_new_publication(w):
    """A newer index with an older framework is refused."""
    w.hold(5)
    told = w.publication(6)
    told.items = w.publication(4).items
    w.refused_twice(told, 5, "rollback", says="county")
    w.recovers()


@case("rollback")
def a_withdrawn_framework_does_not_come_back_older(w):
    """After a framework was withdrawn its serial is still remembered."""
    w.hold(5)
    w.serve(w.publication(6, ids=("northshire",)))
    w.ok("feed", "update")
    told = w.publication(7)
    told.items = w.publication(4).items
    w.refused_twice(told, 5, "rollback", says="county")
    w.serial = 6
    w.recovers()


@case("rollback")
def going_back_by_hand_opens_no_door(w):
    """After a rollback by hand an older publication is still refused."""
    w.hold(5)
    w.recovers()
    w.ok("feed", "rollback", NAME)
    w.holds(5)
    w.refused_twice(w.publication(4), 5, "rollback")
    w.recovers("--forward")


@case("rollback")
def removing_a_feed_forgets_it(w):
    """After remove nothing of the feed is used or kept."""
    before_any = w.gap()
    w.hold(5)
    w.ok("feed", "remove", NAME)
    check(w.gap() == before_any, "a gap is not as before the feed")
    left = [path for path in w.snapshot() if NAME in path]
    check(not left, "this is left", *left)
    done = w.run("feed", "update", NAME)
    check(done.code == 8, "a feed of that name is there", done)


# 9. Wrong software.

def _of_another_council(told, w):
    item = told.item("county")
    item.data = sites.framework("st-albans", item.version)


def _comment(which, text):
    def edit(told, w):
        target = told if which is None else told.item(which)
        target.comment = text + "\ttimestamp:%d" % told.stamp
    return edit


WRONG = {
    "file-of-another-council": _of_another_council,
    "file-of-another-version": lambda told, w: setattr(
        told.item("county"), "data", sites.framework("county", "other")),
    "signed-for-another-feed": _comment(
        "county", "skillgap-framework:1\tfeed:other.example\t"
        "framework:county\tserial:6"),
    "signed-for-another-framework": _comment(
        "county", "skillgap-framework:1\tfeed:%s\tframework:northshire\t"
        "serial:6" % sites.FEED),
    "signed-for-another-serial": _comment(
        "county", "skillgap-framework:1\tfeed:%s\tframework:county\tserial:5"
        % sites.FEED),
    "framework-signed-as-an-index": _comment(
        "county", "skillgap-feed:1\tfeed:%s\tserial:6" % sites.FEED),
    "framework-signed-as-something-else": _comment(
        "county", "letter:1\tfeed:%s\tframework:county\tserial:6"
        % sites.FEED),
    "framework-with-a-longer-serial": _comment(
        "county", "skillgap-framework:1\tfeed:%s\tframework:county\tserial:66"
        % sites.FEED),
    "index-signed-for-another-feed": _comment(
        None, "skillgap-feed:1\tfeed:other.example\tserial:6"),
    "index-signed-for-another-serial": _comment(
        None, "skillgap-feed:1\tfeed:%s\tserial:7" % sites.FEED),
    "index-signed-as-a-framework": _comment(
        None, "skillgap-framework:1\tfeed:%s\tframework:county\tserial:6"
        % sites.FEED),
    "index-signed-as-something-else": _comment(None, "file:feed.json"),
    "index-signed-by-a-later-program": _comment(
        None, "skillgap-feed:2\tfeed:%s\tserial:6" % sites.FEED),
    "index-signed-twice-over": _comment(
        None, "skillgap-feed:1\tfeed:other.example\tserial:7\tfeed:%s\t"
        "serial:6" % sites.FEED),
}


@case("wrong-software", each=WRONG)
def a_signature_is_for_one_purpose(w, edit):
    """A file rightly signed for something else is refused here."""
    w.hold(5)
    told = w.publication(6)
    edit(told, w)
    w.refused_twice(told, (3, 5), ("wrong-software", "newer-program"))
    w.recovers()


@case("wrong-software")
def another_feed_of_the_same_publisher_is_another_feed(w):
    """A publisher's other feed, with the same key, does not replace this."""
    w.hold(5)
    w.refused_twice(w.publication(6, feed="other.example"), 5,
                    "wrong-software", says="other.example")
    w.recovers()


# The stolen key.

def trust(w):
    """Pins the other key, while the server still has what the old one signed.
    """
    done = w.run("feed", "trust", NAME, "--key", w.other.public, "--json")
    check(done.code == 5, "exit code", done)
    check(done.error()["reason"] == "unknown-key", "the reason", done)
    w.server.clear()


@case("stolen-key")
def after_trust_the_old_key_signs_nothing(w):
    """feed trust replaces the pinned key: what the old one signs is refused,
    by update and by import, and what the new one signs is taken."""
    w.hold(5)
    trust(w)
    for serial in (5, 6, 7, 10005):
        told = w.publication(serial)
        told.items = w.publication(6).items
        w.refused_twice(told, 5, "unknown-key")
    w.serve(w.publication(6, key=w.other))
    w.ok("feed", "update")
    w.holds(6)
    w.refused_twice(w.publication(7), 5, "unknown-key")


@case("stolen-key")
def after_trust_what_the_old_key_signed_is_not_used(w):
    """What is held counts no more either, and this is said; the frameworks
    that came with the program are used."""
    w.start()
    w.configure()
    shipped = w.gap()
    w.hold(5)
    trust(w)
    check(w.gap() == shipped, "it is still used")
    check("northshire/" not in w.ok("roles").out, "it is still used")
    listed = w.ok("feed", "list")
    check("key" in listed.out + listed.err, "feed list does not say", listed)
    done = w.run("feed", "rollback", NAME)
    check(done.code != 0, "one can go back to it", done)
    check(w.gap() == shipped, "it is used again")


@case("stolen-key")
def trust_takes_what_the_new_key_signed_at_once(w):
    """When the server has what the new key signed, trust brings it."""
    w.hold(5)
    w.serve(w.publication(6, key=w.other))
    w.refused(5, "unknown-key")
    w.ok("feed", "trust", NAME, "--key", w.other.public)
    w.holds(6)


@case("stolen-key")
def no_part_may_be_signed_by_the_old_key(w):
    """After trust an index by the new key with a framework by the old one is
    refused, be it new or held."""
    w.hold(5)
    trust(w)
    told = w.publication(6, key=w.other)
    told.item("county").key = w.key
    w.refused_twice(told, 5, "unknown-key")
    told = w.publication(6, key=w.other)
    told.items = w.publication(5).items
    for item in told.items:
        item.key = w.key
    w.refused_twice(told, 5, "unknown-key")
    w.serve(w.publication(6, key=w.other))
    w.ok("feed", "update")
    w.holds(6)


@case("stolen-key")
def a_thief_cannot_name_the_next_key(w):
    """Nothing in a feed changes the key: only somebody at the machine does."""
    w.hold(5)
    told = w.publication(6)

    def edit(index):
        index["_skillgap"]["key"] = w.thief.text()
        index["_skillgap"]["next_key"] = w.thief.text()
    told.edit = edit
    w.serve(told)
    w.ok("feed", "update")
    w.holds(6)
    w.refused_twice(w.publication(7, key=w.thief), 5, "unknown-key")


@case("stolen-key")
def a_thief_who_ran_ahead_is_undone_by_a_new_key(w):
    """After a thief's leap was taken, trust lets the publisher's new key go on
    from where the publisher was."""
    w.hold(5)
    for serial in (10005, 20005):
        told = w.publication(serial)
        told.items = w.publication(6).items
        told.item("county").serial = serial
        told.item("county").data = sites.framework("county", "county-6",
                                                   "[county-6]")
        w.serve(told)
        w.ok("feed", "update")
    w.refused_twice(w.publication(7), 5, "rollback")
    w.serve(w.publication(7, key=w.other))
    w.ok("feed", "trust", NAME, "--key", w.other.public)
    w.holds(7)


@case("stolen-key")
def a_stolen_key_does_not_unlock_another_feed(w):
    """The key of one feed signs nothing for another."""
    w.hold(5)
    other = sites.Publication(w.other, 1, feed="other.example")
    other.offer("eastshire", 1)
    folder = os.path.join(w.server.folder, "other")
    os.mkdir(folder)
    other.write(folder)
    w.add("second", w.server.url("other/feed.json"), w.other)
    w.ok("feed", "update", "second")
    w.server.clear()
    w.refused_twice(w.publication(6, key=w.other), 5, "unknown-key")
    w.recovers()


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


if __name__ == "__main__":
    start = time.monotonic()
    try:
        world.main(sys.argv[1:], __doc__)
    finally:
        print("%.0f s" % (time.monotonic() - start))
