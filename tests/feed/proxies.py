# SPDX-License-Identifier: MIT
"""Between here and a server: waits that it asks for, proxies, private
authorities, plain http and odd addresses. Cases of network.py."""

import os
import time

import server as servers
import sites
import world
from cases import case
from server import retry_at, status
from world import CONFIG, INDEX, NAME, check, differences


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
    "nothing": [], "empty": [("Retry-After", "")],
    "words": [("Retry-After", "soon")], "negative": [("Retry-After", "-5")],
    "nought": [("Retry-After", "0")],
    "huge": [("Retry-After", "9" * 40)],
    "a-date-gone-by":
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
    url = w.other_feed()
    w.server.behave(INDEX, status(429, [("Retry-After", "3600")]))
    w.refused(4, "too-many-requests", twice=False, ignore=_without_wait)
    w.add("second", url, w.other)
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


@case("proxy", each={
    "forbidden": (servers.status(403), "proxy", "NO_PROXY"),
    "unreachable": (servers.status(502), "proxy", "NO_PROXY"),
    "page": (servers.page(), ("certificate", "network", "cut-short"), "."),
    "garbage": (servers.garbage(), ("network", "cut-short"), "."),
    "hang-up": (servers.hang_up(), ("network", "cut-short"), "."),
    "endless-headers": (servers.endless_headers(),
                        ("network", "cut-short", "endless-data"), "."),
    "endless": (servers.endless(False), ("network", "certificate",
                                         "cut-short", "endless-data"), ".")})
def a_proxy_that_does_not_let_through_is_told(w, row):
    """Whatever a proxy answers instead of a tunnel ends the update soon, with
    a sentence."""
    answer, reason, says = row
    w.hold(5)
    proxy = w.listen(servers.Proxy, answer=answer)
    done = w.refused(4, reason, says=says, requests=False, limit=20,
                     env={"https_proxy": proxy.url()})
    check(proxy.log, "the proxy was not asked")
    check(done.memory < 200 << 10, "it took %d KB" % done.memory)
    w.recovers()


@case("proxy", slow=True)
def a_proxy_that_never_answers_is_given_up(w):
    """A silent proxy is given up within the time for connecting."""
    w.hold(5)
    proxy = w.listen(servers.Proxy, answer=servers.silent())
    w.refused(4, "too-slow", says="https_proxy", requests=False, limit=30,
              twice=False, env={"https_proxy": proxy.url()})
    check(proxy.log, "the proxy was not asked")


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
