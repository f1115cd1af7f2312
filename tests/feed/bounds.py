# SPDX-License-Identifier: MIT
"""How much may come, and what: cases of attacks.py. Endless data, extraneous
dependencies, and mirrors that give nothing but rubbish."""

import os

import server as servers
import sites
from cases import case
from server import endless, huge, longer, status
from world import FILES, INDEX, INDEX_SIGNATURE, NAME, check, file_of


# Endless data.

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


# Extraneous dependencies.

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
    url = w.other_feed()
    w.add("second", url, w.other)
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
    url = w.other_feed("county", 9)
    before = w.gap()
    words = ("feed", "add", "second", url,
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


# Malicious mirrors.

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
