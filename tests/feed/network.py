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
import time

import server as servers
import sites
import world
from server import cut, redirect, retry_at, serve, status
from world import (CONFIG, FILES, INDEX, INDEX_SIGNATURE, NAME, case, check,
                   differences, file_of)


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
    other = sites.Publication(w.other, 1, feed="other.example")
    other.offer("eastshire", 1)
    os.mkdir(os.path.join(w.server.folder, "other"))
    other.write(os.path.join(w.server.folder, "other"))
    feeds = [
        {"name": "first", "key": w.key.text(), "url":
         "https://localhost:%d/feed.json" % servers.closed_port()},
        {"name": NAME, "key": w.key.text(), "url": w.url()},
        {"name": "last", "key": w.other.text(), "url":
         w.server.url("other/feed.json")}]
    w.configure(feeds=feeds)
    w.serve(w.publication(6))
    done = w.run("feed", "update")
    check(done.code == 4, "exit code", done)
    check(feeds[0]["url"] in done.err, "the bad one is not named", done)
    w.holds(6)
    check("eastshire/" in w.ok("roles").out, "the last one was left out")


# Asked too often.

RETRY = {
    "seconds": (lambda: "3600", 3600), "a-date": (lambda: retry_at(3600),
                                                  3600),
    "a-week": (lambda: "604800", 86400), "a-date-far-off": (
        lambda: "Fri, 31 Dec 2100 23:59:59 GMT", 86400),
    "past-32-bits": (lambda: str(2 ** 32 + 5), 86400),
}


def _without_wait(snapshot):
    """The record without the time before which the server is not asked."""
    record = dict(snapshot)
    mode, data = record[world.RECORD]
    data = world.json.loads(data)
    data.pop("not_before", None)
    record[world.RECORD] = (mode, data)
    return record


@case("wait", each=RETRY)
def a_server_that_wants_rest_gets_it(w, row):
    """429 with Retry-After: until then, at most a day, no request is made and
    the message says so; afterwards updates go on."""
    make, seconds = row
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(INDEX, status(429, [("Retry-After", make())]))
    now = time.time()
    w.refused(4, "too-many-requests", twice=False, ignore=_without_wait)
    until = w.record()["not_before"]
    check(abs(until - now - seconds) < 60, "it waits %d s" % (until - now))
    w.server.calm()
    w.refused(4, "too-many-requests", requests=False)
    later = time.strftime("@%Y-%m-%d %H:%M:%S", time.gmtime(until + 60))
    w.ok("feed", "update", faketime=later)
    w.holds(6)
    check("not_before" not in w.record(), "it is still in the record")


@case("wait", each={
    "nothing": [], "huge": [("Retry-After", "9" * 40)], "empty": [("Retry-After", "")], "words":
    [("Retry-After", "soon")], "negative": [("Retry-After", "-5")],
    "nought": [("Retry-After", "0")], "a-date-gone-by":
    [("Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT")]})
def a_wait_that_is_none_locks_nobody_out(w, headers):
    """429 without a sensible Retry-After: the next update asks again, or at
    most a day passes."""
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(INDEX, status(429, headers))
    w.refused(4, "too-many-requests", twice=False, ignore=_without_wait)
    until = w.record().get("not_before", 0)
    check(until < time.time() + 86460, "it waits until %d" % until)
    w.server.calm()
    if until <= time.time():
        w.ok("feed", "update")
        w.holds(6)


@case("wait")
def a_wait_of_one_feed_is_not_that_of_another(w):
    """While one server wants rest the other is asked."""
    w.hold(5)
    other = sites.Publication(w.other, 1, feed="other.example")
    other.offer("eastshire", 1)
    os.mkdir(os.path.join(w.server.folder, "other"))
    other.write(os.path.join(w.server.folder, "other"))
    w.server.behave(INDEX, status(429, [("Retry-After", "3600")]))
    w.refused(4, "too-many-requests", twice=False, ignore=_without_wait)
    w.add("second", w.server.url("other/feed.json"), w.other)
    w.run("feed", "update")
    check("eastshire/" in w.ok("roles").out, "the other was not asked")


@case("wait")
def a_wait_does_not_stop_an_import(w):
    """A copy can be imported while the server wants rest."""
    w.hold(5)
    w.server.behave(INDEX, status(429, [("Retry-After", "3600")]))
    w.refused(4, "too-many-requests", twice=False, ignore=_without_wait)
    w.ok("feed", "import", NAME, w.site(w.publication(6)))
    w.holds(6)


@case("wait")
def a_clock_put_right_ends_a_wait(w):
    """A wait noted while the clock was years ahead locks nobody out."""
    w.hold(5)
    w.serve(w.publication(6))
    w.server.behave(INDEX, status(429, [("Retry-After", "60")]))
    w.run("feed", "update", faketime="@2090-01-01 12:00:00")
    w.server.calm()
    w.ok("feed", "update")
    w.holds(6)


# Proxies.

SECRET = "hunter2-and-more"


def _says_nothing(done, home):
    check(SECRET not in done.out + done.err, "the password is told", done)
    for path, (_, data) in world.snapshot(home, but=()).items():
        check(not isinstance(data, bytes) or SECRET.encode() not in data,
              "the password is kept in %s" % path)


@case("proxy", each={name: name for name in (
    "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")})
def a_proxy_is_used(w, variable):
    """An update goes through the proxy of the environment: its host is known
    to nobody but the proxy."""
    w.start()
    w.configure()
    w.serve(w.publication(5))
    proxy = w.listen(servers.Proxy)
    env = {variable: proxy.url()}
    w.add(url=w.url(host="feed.example"), env=env)
    w.ok("feed", "update", env=env)
    w.holds(5)
    check(proxy.log and proxy.log[0].path == "feed.example:%d" %
          w.server.port, "the proxy was not used", *proxy.log)


@case("proxy", each={"NO_PROXY": "NO_PROXY", "no_proxy": "no_proxy"})
def no_proxy_is_honoured(w, variable):
    """A host in NO_PROXY is asked without the proxy."""
    w.start()
    w.configure()
    w.serve(w.publication(5))
    proxy = w.listen(servers.Proxy)
    env = {"https_proxy": proxy.url(), variable: "localhost,127.0.0.1"}
    w.add(env=env)
    w.ok("feed", "update", env=env)
    w.holds(5)
    check(not proxy.log, "the proxy was used", *proxy.log)


@case("proxy", each={"none": None, "wrong": "somebody:" + SECRET})
def a_proxy_that_wants_a_login_names_the_setting(w, login):
    """407 names https_proxy; the password that was tried is not told."""
    w.hold(5)
    proxy = w.listen(servers.Proxy, "somebody:right")
    done = w.refused(4, "proxy-login", says="https_proxy", requests=False,
                     env={"https_proxy": proxy.url(login)})
    check(proxy.log, "the proxy was not asked")
    _says_nothing(done, w.home)
    w.recovers()


@case("proxy")
def a_login_to_the_proxy_is_used_and_never_told(w):
    """Name and password in https_proxy are used, and neither shown nor
    kept, whether all goes well or not."""
    w.start()
    w.configure()
    w.serve(w.publication(5))
    login = "somebody:" + SECRET
    proxy = w.listen(servers.Proxy, login)
    env = {"https_proxy": proxy.url(login)}
    seen = [w.add(env=env), w.ok("feed", "update", env=env)]
    check(proxy.log[-1].status == 200, "the login was not used", *proxy.log)
    w.holds(5)
    w.server.behave("*", status(503))
    dead = {"https_proxy": "http://%s@127.0.0.1:%d" % (
        login, servers.closed_port())}
    odd = {"https_proxy": "http://%s@no-such-proxy.invalid:1" % login}
    bad = {"https_proxy": "gopher://%s@127.0.0.1:1" % login}
    for more in (env, dead, odd, bad):
        for words in (("feed", "update"), ("feed", "update", "--json"),
                      ("feed", "list"), ("doctor",), ("doctor", "--json")):
            seen.append(w.run(*words, env=more))
    for done in seen:
        _says_nothing(done, w.home)


@case("proxy")
def a_proxy_that_is_not_there_is_told(w):
    """A dead proxy is told as a matter of connecting, and the setting is
    named."""
    w.hold(5)
    w.refused(4, ("cannot-connect", "cannot-resolve", "proxy", "network"),
              says="https_proxy", requests=False, env={
                  "https_proxy": "http://127.0.0.1:%d" %
                  servers.closed_port()})
    w.recovers()


@case("proxy")
def a_proxy_cannot_look_inside(w):
    """A proxy that answers in the name of the feed is found out by its
    certificate."""
    w.hold(5)
    bad = w.listen(servers.Server, w.server.folder,
                   w.certs.chain("unknown-ca"))
    proxy = w.listen(servers.Proxy, elsewhere=bad.port)
    w.refused(4, "certificate", requests=False,
              env={"https_proxy": proxy.url()})
    check(proxy.log, "the proxy was not asked")
    check(not bad.log, "a request was made", *bad.log)
    w.recovers()


# A private authority.

@case("private-authority")
def an_authority_can_be_named_on_the_command_line(w):
    """--cacert FILE is trusted; without it the update is refused."""
    w.hold(5)
    w.configure(ca_file=False, feeds=[{"name": NAME, "url": w.url(),
                                       "key": w.key.text()}])
    w.serve(w.publication(6))
    w.refused(4, "certificate", says="cacert", requests=False)
    w.ok("feed", "update", "--cacert", w.certs.ca)
    w.holds(6)


@case("private-authority")
def adding_a_feed_keeps_the_configuration(w):
    """feed add leaves the authority and the folders of the configuration."""
    w.start()
    w.serve(w.publication(5))
    w.configure(folders={"data": [w.folder], "plugins": []})
    w.add()
    kept = world.json.loads(sites.get(os.path.join(w.home, CONFIG)))
    check(kept["certificates"] == {"ca_file": w.certs.ca}, "lost", kept)
    check(kept["folders"]["data"] == [w.folder], "lost", kept)
    check(kept["feeds"] == [{"name": NAME, "url": w.url(),
                             "key": w.key.text()}], "not as promised", kept)


@case("private-authority", each={"missing": None, "text": b"hello\n",
                                 "empty": b""})
def a_file_of_authorities_that_is_none_is_named(w, data):
    """A file that holds no certificates is told, and nothing is trusted
    instead."""
    w.hold(5)
    path = os.path.join(w.folder, "none.pem")
    if data is not None:
        sites.put(path, data)
    w.refused((2, 3, 4), ("certificate", "missing", "network"),
              words=("feed", "update", NAME, "--cacert", path),
              requests=False)
    w.recovers()


# Plain http.

@case("plain-http")
def plain_http_is_for_this_machine_and_only_when_asked_for(w):
    """http:// is refused; with --plain-http it is taken for this machine and
    for no other."""
    w.start(chain=None)
    w.serve(w.publication(5))
    before = w.snapshot()
    for url, more in ((w.url(), ()), ("http://council.example/feed.json",
                                      ("--plain-http",)),
                      ("http://127.0.0.1.example/feed.json",
                       ("--plain-http",)),
                      ("http://192.0.2.1/feed.json", ("--plain-http",))):
        done = w.run("feed", "add", NAME, url, "--key", w.key.public, *more)
        check(done.code == 2, "exit code", done)
        check("https" in done.err, "https is not named", done)
        check(not list(differences(
            before, world.without_empty_store(w.snapshot()))),
            "written", done)
    check(not w.server.log, "a request was made", *w.server.log)
    w.ok("feed", "add", NAME, w.url(), "--key", w.key.public, "--plain-http")
    w.ok("feed", "update")
    w.holds(5)


# Addresses.

ADDRESSES = {
    "file": "file:///etc/passwd", "ftp": "ftp://localhost/feed.json",
    "none": "feed.json", "empty": "", "no-host": "https:///feed.json",
    "user": "https://somebody:%s@localhost/feed.json" % SECRET,
    "space": "https://localhost/a b/feed.json",
    "line-break": "https://localhost/feed.json\r\nX: y",
    "escape": "https://localhost/\x1b[2J/feed.json",
    "large-letters": "HTTPS://localhost/feed.json",
    "backslash": "https://localhost\\@example.org/feed.json",
    "script": "javascript:alert(1)", "option": "--output",
    "parent": "https://localhost/feed/../../feed.json",
    "long": "https://localhost/" + "x" * 5000 + "/feed.json",
}


@case("address", each=ADDRESSES)
def an_address_that_could_be_two_is_refused(w, url):
    """feed add takes plain https addresses only, writes nothing otherwise, and
    repeats no password."""
    w.start()
    w.configure()
    before = w.snapshot()
    done = w.run("feed", "add", NAME, url, "--key", w.key.public)
    check(done.code == 2, "exit code", done)
    check(done.err.strip() and not done.out, "nothing was said", done)
    check("\x1b" not in done.err, "it reaches the terminal raw", done)
    check(not list(differences(
        before, world.without_empty_store(w.snapshot()))), "written", done)
    _says_nothing(done, w.home)


@case("address")
def a_folder_stands_for_its_index(w):
    """An address that ends with / is that of the index below it."""
    w.start()
    w.configure()
    w.serve(w.publication(5))
    w.add(url=w.server.url("feed/"))
    w.ok("feed", "update")
    w.holds(5)
    kept = world.json.loads(sites.get(os.path.join(w.home, CONFIG)))
    check(kept["feeds"][0]["url"] == w.url(), "not as promised", kept)


if __name__ == "__main__":
    start = time.monotonic()
    try:
        world.main(sys.argv[1:], __doc__)
    finally:
        print("%.0f s" % (time.monotonic() - start))
