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
import shutil
import sys

import sites
import world
import cases
from cases import case
from world import NAME, check

# Their cases are run with these.
import honest  # noqa: F401
import signatures  # noqa: F401
import bounds  # noqa: F401
import inputs  # noqa: F401
import homes  # noqa: F401


# Rollback.

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


# Fast-forward.

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


# Indefinite freeze.

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


# Mix-and-match.

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


if __name__ == "__main__":
    cases.main(sys.argv[1:], __doc__)
