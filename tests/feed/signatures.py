# SPDX-License-Identifier: MIT
"""What a signature vouches for: cases of attacks.py. Signatures that are
missing, broken or by others (arbitrary installation), signatures of something
else (wrong software), and a key that was stolen."""

import os
import shutil

import sites
import world
from cases import case
from world import NAME, check


# Arbitrary installation.

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


# Wrong software.

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
    url = w.other_feed()
    w.add("second", url, w.other)
    w.ok("feed", "update", "second")
    w.server.clear()
    w.refused_twice(w.publication(6, key=w.other), 5, "unknown-key")
    w.recovers()
