# SPDX-License-Identifier: MIT
"""The honest way works: add, update, list, show, diff, rollback, and sites
of skillgap publish. Cases of attacks.py."""

import json
import os

import sites
import world
from cases import case
from world import INDEX, INDEX_SIGNATURE, NAME, check, file_of


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
