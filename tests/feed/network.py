# SPDX-License-Identifier: MIT
"""What a network and a web server can do to an update, fault by fault.

    network.py [--list] [--keep] [--every N] [-j N] [GROUP | NAME]...

Groups: answer, redirect, body, slow, certificate, connection, wait, proxy,
private-authority, plain-http, address.

After each refusal the whole home must be byte for byte what it was and a gap
be answered as before (World.refused), and the next honest publication must be
taken (World.recovers).
"""

import os
import ssl
import sys

import server as servers
import cases
import proxies  # noqa: F401 - its cases are run with these
from cases import case
from server import cut, redirect, serve, status
from world import FILES, INDEX, INDEX_SIGNATURE, NAME, check, file_of


def everywhere(rows, but=()):
    """Each fault at each of the four files of an update."""
    return {"%s-%s" % (fault, place): (FILES[place],) + rows[fault]
            for fault in rows for place in FILES
            if (fault, place) not in but}


def meets(w, path, behaviour, code, reason, **more):
    """Publication 6 is served with a fault in one place; what was asked there
    is seen in the server's log."""
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(path, behaviour)
    done = w.refused(code, reason, **more)
    check(any(one.path == path for one in w.server.log),
          "the fault was never met", *w.server.log)
    return done


# Answers.

ANSWERS = {
    "401": (status(401, [("WWW-Authenticate", 'Basic realm="x"')]), "login"),
    "403": (status(403), "forbidden"),
    "404": (status(404), "missing"),
    "407": (status(407), "proxy-login"),
    "410": (status(410), "missing"),
    "418": (status(418), "network"),
    "500": (status(500), "server"),
    "503": (status(503), "server"),
    "503-with-retry-after": (status(503, [("Retry-After", "9")]), "server"),
    "204": (status(204), "network"),
    "206": (status(206), "network"),
    "300": (status(300), "network"),
    "304-unasked": (status(304), ("network", "mix-and-match")),
    "web-page": (servers.page(), "web-page"),
    "web-page-as-json": (servers.page("application/json"), "web-page"),
    "web-page-of-no-kind": (servers.page(None), "web-page"),
}


@case("answer", each=everywhere(
    ANSWERS, but=[("304-unasked", "index")]))
def an_answer_that_is_none_is_named(w, row):
    """Whatever a server answers instead of a file ends the update, with the
    reason by its own name."""
    path, behaviour, reason = row
    if path.endswith(".minisig"):
        # What stands there instead of a signature may be called that.
        reasons = reason if isinstance(reason, tuple) else (reason,)
        reason = reasons + ("signature-missing", "signature")
    meets(w, path, behaviour, (4, 5), reason)
    w.recovers()


@case("answer")
def a_missing_feed_is_no_missing_signature(w):
    """403 and 503 for the signature are told as what they are."""
    w.hold(5)
    w.serve(w.publication(6))
    for code, reason in ((403, "forbidden"), (503, "server")):
        w.server.behave(INDEX_SIGNATURE, status(code))
        w.refused(4, reason)
    w.recovers()


@case("answer")
def not_modified_without_being_asked_is_no_answer(w):
    """304 at the very first request is not taken for an empty feed."""
    w.start()
    w.configure()
    w.serve(w.publication(1))
    w.server.behave(INDEX, status(304))
    done = w.run("feed", "add", NAME, w.url(), "--key", w.key.public)
    if done.code == 0:
        done = w.run("feed", "update")
    check(done.code == 4, "exit code", done)


@case("answer")
def hostile_validators_are_survived(w):
    """ETags with quotes, spaces, control characters or a megabyte do no harm
    to the record or to the next request."""
    w.hold(5)
    w.serial = 5
    for tag in ('""', '"' + "x" * 5000 + '"', 'W/"a b"', '"\x01\x7f\x1b[2J"',
                '"\xff\xfe"', '"a", "b"', '\\"', "{}"):
        def behave(handler, tag=tag):
            send = handler.send_header
            handler.send_header = lambda name, value: send(
                name, tag if name == "ETag" else value)
            serve(handler)
        w.serial += 1
        w.serve(w.publication(w.serial))
        w.server.behave(INDEX, behave)
        w.ok("feed", "update")
        w.holds(w.serial)
        w.ok("feed", "update")
        w.ok("feed", "list", "--json").json()
    w.recovers()


# Redirects.

def _here(text):
    return lambda w: text


def _absolute(make):
    return lambda w: make(w.server)


AWAY = {
    "other-host": _absolute(
        lambda s: s.url("feed/other.json", host="127.0.0.1")),
    "other-port": _absolute(
        lambda s: "https://localhost:%d/feed/other.json" % (s.port + 1)),
    "other-folder": _here("/elsewhere/feed.json"),
    "parent": _here("/feed/../elsewhere/feed.json"),
    "parent-escaped": _here("/feed/%2e%2e/elsewhere/feed.json"),
    "relative-parent": _here("../../elsewhere/feed.json"),
    "folder-with-same-beginning": _here("/feedback/feed.json"),
    "http": _absolute(
        lambda s: "http://localhost:%d/feed/feed.json" % s.port),
    "file": _here("file:///etc/passwd"),
    "file-of-the-feed": lambda w: "file://%s/feed/feed.json" %
                                  w.server.folder,
    "ftp": _here("ftp://localhost/feed/feed.json"),
    "short-host": _absolute(
        lambda s: "//127.0.0.1:%d/feed/other.json" % s.port),
    "user": _absolute(
        lambda s: "https://localhost@127.0.0.1:%d/feed/other.json" % s.port),
    "longer-host": _here("https://localhost.example/feed/feed.json"),
    "metadata-address": _here("http://169.254.169.254/latest/meta-data"),
    "script": _here("javascript:alert(1)"),
    "login-page": _here("/login?next=/feed/feed.json"),
}


@case("redirect", each={
    "%s-%s" % (place, name): (FILES[place], AWAY[name])
    for name in AWAY for place in ("index", "framework")})
def a_feed_sends_nobody_elsewhere(w, row):
    """A redirect out of the feed's folder is refused, and what it names is
    not fetched."""
    path, make = row
    w.start()
    for name in ("elsewhere", "feedback"):
        w.server.behave("/%s/feed.json" % name, servers.page())
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(path, redirect(make(w)))
    w.refused(4, "redirect")
    known = set(FILES.values())
    asked = {one.path for one in w.server.log}
    check(path in asked, "the fault was never met", *asked)
    check(asked <= known, "it was followed", *asked)
    w.recovers()


@case("redirect", each={str(code): code for code in (301, 302, 303, 307, 308)})
def every_kind_of_redirect_is_looked_at(w, code):
    """All five kinds of redirect are refused when they lead to another
    folder, and followed when they stay."""
    meets(w, INDEX, redirect("/elsewhere/feed.json", code), 4, "redirect")
    w.server.behave(INDEX, redirect("/feed/moved.json", code))
    w.server.behave("/feed/moved.json", _copy_of(INDEX))
    w.ok("feed", "update")
    w.holds(6)


def _copy_of(path):
    """Serves another path's file."""
    def behave(handler):
        handler.path = path
        serve(handler)
    return behave


@case("redirect")
def three_redirects_are_followed_and_four_are_not(w):
    """Three redirects within the folder are followed, the fourth is not."""
    w.hold(5)
    w.serve(w.publication(6))
    steps = [INDEX] + ["/feed/step-%d.json" % n for n in range(1, 5)]
    for here, there in zip(steps, steps[1:]):
        w.server.behave(here, redirect(there))
    w.server.behave(steps[4], _copy_of(INDEX))
    w.refused(4, "redirect")
    w.server.behave(steps[3], _copy_of(INDEX))
    w.ok("feed", "update")
    w.holds(6)


@case("redirect", each=FILES)
def a_loop_ends(w, path):
    """A redirect to itself ends after a few requests."""
    meets(w, path, redirect(path), 4, "redirect", twice=False)
    asked = [one for one in w.server.log if one.path == path]
    check(len(asked) == 4, "%d requests" % len(asked))
    w.recovers()


@case("redirect")
def a_redirect_that_says_not_where_is_no_answer(w):
    """302 without an address is refused."""
    meets(w, INDEX, status(302), 4, ("redirect", "network"))
    w.recovers()


# Bodies.

# Where no length was said, what is signed tells that something is missing.
NO_LENGTH = ("cut-short", "signature", "signature-missing", "mix-and-match")

BODIES = {
    "cut-with-length": (cut("length"), "cut-short"),
    "cut-with-length-unsaid": (cut("length", farewell=False), "cut-short"),
    "cut-chunked": (cut("chunked"), "cut-short"),
    "cut-at-once": (cut("length", keep=0), "cut-short"),
    "nothing-said-of-length": (cut("nothing"), NO_LENGTH),
    "nothing-said-at-all": (cut("nothing", farewell=False), NO_LENGTH),
    "empty": (status(200, [], b""), NO_LENGTH),
    "compressed": (servers.packed(), "compressed"),
    "bomb": (servers.bomb(), ("compressed", "endless-data")),
    "hang-up": (servers.hang_up(), ("cut-short", "network")),
    "garbage": (servers.garbage(), ("network", "cut-short")),
    "endless-headers": (servers.endless_headers(),
                        ("endless-data", "network")),
}


@case("body", each=everywhere(BODIES))
def a_body_is_whole_and_plain_or_refused(w, row):
    """A body cut short, compressed or empty is refused, wherever it is cut
    and whatever the headers say."""
    path, behaviour, reason = row
    done = meets(w, path, behaviour, (4, 5), reason, limit=15)
    check(done.memory < 200 << 10, "it took %d KB" % done.memory)
    w.recovers()


@case("body")
def no_compression_is_asked_for(w):
    """Requests ask for no compression and say nothing of the machine."""
    w.hold(5)
    w.recovers()
    for one in w.server.log:
        coding = one.headers.get("Accept-Encoding", "identity")
        check(coding == "identity", "it was asked for", coding)
        told = "\n".join("%s: %s" % item for item in one.headers.items())
        for word in (os.uname().nodename, os.uname().release, w.home,
                     "Cookie"):
            check(word not in told, "%s is told" % word, told)


# Slow ones: each ends within its own limit. What is slow is measured.

SLOW = {
    "silent": servers.silent(), "drip": servers.drip(),
    "drip-of-a-few-bytes": servers.drip(0.2),
}


@case("slow", each={"%s-%s" % (place, name): (FILES[place], SLOW[name])
                    for place in FILES for name in SLOW}, slow=True)
def a_slow_server_is_given_up(w, row):
    """Less than 1 KB a second for 15 seconds ends the update."""
    path, behaviour = row
    done = meets(w, path, behaviour, 4, "too-slow", limit=30, twice=False)
    check(done.seconds > 10, "it was given up after %.1f s" % done.seconds)
    w.recovers()


@case("slow", slow=True)
def a_server_that_says_nothing_is_given_up(w):
    """Ten seconds are enough to connect: no handshake, no update."""
    w.hold(5)
    deaf = w.listen(servers.Deaf)
    w.configure(feeds=[{"name": NAME, "url":
                        "https://localhost:%d/feed/feed.json" % deaf.port,
                        "key": w.key.text()}])
    done = w.refused(4, ("too-slow", "cannot-connect"), limit=20, twice=False,
                     requests=None)
    check(deaf.log, "nobody connected")
    check(done.seconds > 5, "it was given up after %.1f s" % done.seconds)


@case("slow", slow=True)
def a_slow_line_is_not_a_slow_server(w):
    """A line of 4 KB a second is slow, and yet good enough."""
    def slowly(handler):
        data, _ = servers._file(handler)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        for at in range(0, len(data), 2048):
            handler.wfile.write(data[at:at + 2048])
            handler.server.owner.stopping.wait(0.5)
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(file_of(6), slowly)
    done = w.ok("feed", "update", deadline=100)
    check(done.seconds > 20, "it was not slow", done)
    w.holds(6)


@case("slow", slow=True)
def a_line_that_is_just_fast_enough_ends_as_well(w):
    """After two minutes a file has come or does not come at all."""
    def slowly(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        for at in range(0, len(data), 512):
            handler.wfile.write(data[at:at + 512])
            if handler.server.owner.stopping.wait(0.2):
                break
    w.hold(5)
    told = w.publication(6)
    item = told.item("county")
    data = item.data = item.data + b" " * (500 << 10)
    w.serve(told)
    w.server.behave(file_of(6), slowly)
    done = w.refused(4, "too-slow", limit=135, twice=False, deadline=150)
    check(done.seconds > 100, "it was given up after %.1f s" % done.seconds)
    w.recovers()


# Certificates.

@case("certificate", each={
    "expired": "expired", "self-signed": "self-signed",
    "other-host": "other-host", "unknown-ca": "unknown-ca"})
def a_bad_certificate_is_refused(w, kind):
    """A certificate that has expired, is self-signed, of another host or by
    somebody unknown ends the update, and no request is made."""
    w.hold(5)
    bad = w.listen(servers.Server, w.server.folder, w.certs.chain(kind))
    w.configure(feeds=[{"name": NAME, "url": bad.url("feed/feed.json"),
                        "key": w.key.text()}])
    w.refused(4, "certificate", requests=None)
    check(not bad.log, "a request was made", *bad.log)


@case("certificate")
def an_old_tls_is_refused(w):
    """TLS 1.1 is not spoken."""
    w.hold(5)
    old = w.listen(servers.Server, w.server.folder, w.certs.chain("good"),
                   newest_tls=ssl.TLSVersion.TLSv1_1)
    w.configure(feeds=[{"name": NAME, "url": old.url("feed/feed.json"),
                        "key": w.key.text()}])
    w.refused(4, ("network", "certificate", "cannot-connect", "cut-short"),
              requests=None)
    check(not old.log, "a request was made", *old.log)


@case("certificate")
def a_server_without_tls_is_no_server(w):
    """https is not answered by http, and nothing is sent in the clear."""
    w.hold(5)
    plain = w.listen(servers.Server, w.server.folder)
    w.configure(feeds=[{"name": NAME, "url": "https://localhost:%d/feed/"
                        "feed.json" % plain.port, "key": w.key.text()}])
    w.refused(4, ("network", "certificate", "cannot-connect", "cut-short"),
              requests=None)


@case("certificate")
def a_clock_long_past_is_named_with_the_certificate(w):
    """When a certificate is not valid yet, the message tells the date of the
    clock."""
    w.hold(5)
    done = w.refused(4, "certificate", faketime="@1999-05-05 12:00:00",
                     requests=None, says="1999")
    check("clock" in done.err, "the clock is not named", done)
    w.recovers()


# Connections.

@case("connection")
def nobody_listens(w):
    """A closed port is told as such."""
    w.hold(5)
    w.configure(feeds=[{"name": NAME, "key": w.key.text(), "url":
                        "https://localhost:%d/feed.json"
                        % servers.closed_port()}])
    w.refused(4, "cannot-connect", requests=None)


@case("connection")
def nobody_knows_the_host(w):
    """A host that does not exist is told as such. (No name below .invalid ever
    exists: RFC 6761.)"""
    w.hold(5)
    w.configure(feeds=[{"name": NAME, "key": w.key.text(), "url":
                        "https://council.invalid/feed.json"}])
    w.refused(4, "cannot-resolve", requests=None)


@case("connection")
def one_bad_feed_does_not_stop_the_others(w):
    """An update of all feeds takes the good ones, and its exit code tells of
    the bad one."""
    w.hold(5)
    url = w.other_feed()
    feeds = [
        {"name": "first", "key": w.key.text(), "url":
         "https://localhost:%d/feed.json" % servers.closed_port()},
        {"name": NAME, "key": w.key.text(), "url": w.url()},
        {"name": "last", "key": w.other.text(), "url":
         url}]
    w.configure(feeds=feeds)
    w.serve(w.publication(6))
    done = w.run("feed", "update")
    check(done.code == 4, "exit code", done)
    check(feeds[0]["url"] in done.err, "the bad one is not named", done)
    w.holds(6)
    check("eastshire/" in w.ok("roles").out, "the last one was left out")


if __name__ == "__main__":
    cases.main(sys.argv[1:], __doc__)
