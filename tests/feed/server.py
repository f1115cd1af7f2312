# SPDX-License-Identifier: MIT
"""An HTTPS server for tests, which serves a folder and misbehaves on demand.

    server = Server(folder, certs.chain("good"))
    server.behave("/feed.json", status(503))
    server.url("feed.json")       https://localhost:PORT/feed.json
    server.log                    a Request for each request that was answered
    server.close()

By hand:  server.py FOLDER [PATH=BEHAVIOUR]...   e.g. /feed.json=endless
prints its address and the authority to trust, and runs until interrupted.

A behaviour is a function of the handler: it writes what it likes to
handler.wfile. Each one ends when the client goes away or the server closes.
Proxy is a proxy for CONNECT, Deaf a server that accepts and never answers.
"""

import base64
import email.utils
import gzip
import hashlib
import http.server
import os
import socket
import socketserver
import ssl
import sys
import tempfile
import threading
import time
import warnings
import zlib

GONE = (OSError, ssl.SSLError, ValueError)  # ValueError: a closed file


class Request:
    """What was asked, and how many bytes went each way (without TLS)."""

    def __init__(self, method, path, headers):
        self.method, self.path, self.headers = method, path, headers
        self.status = None
        self.received = 0
        self.sent = 0

    def __repr__(self):
        return "%s %s -> %s (%d bytes)" % (self.method, self.path,
                                           self.status, self.sent)


class _Counted:
    """A file that counts what passes, what is written in the record too."""

    def __init__(self, file):
        self._file = file
        self.count = 0
        self.record = None

    def readline(self, *limit):
        line = self._file.readline(*limit)
        self.count += len(line)
        return line

    def write(self, data):
        # Counted first: what the client never reads is on the wire as well.
        if self.record is not None:
            self.record.sent += len(data)
        written = self._file.write(data)
        self._file.flush()
        return written

    def __getattr__(self, name):
        return getattr(self._file, name)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "tests"
    sys_version = ""

    def setup(self):
        # In the thread of the connection: a slow handshake stops nobody else.
        # A client that refuses the certificate ends here.
        self.request.settimeout(60)
        context = self.server.owner.context
        if context is not None:
            self.request = context.wrap_socket(self.request, server_side=True)
        self.server.owner.keep(self.request)
        super().setup()
        self.rfile = _Counted(self.rfile)
        self.wfile = _Counted(self.wfile)

    def finish(self):
        self.server.owner.forget(self.request)
        try:
            super().finish()
            self.request.shutdown(socket.SHUT_RDWR)
        except GONE:
            pass
        self.request.close()

    def handle(self):
        try:
            super().handle()
        except GONE:
            pass

    def do_GET(self):
        owner = self.server.owner
        self.record = Request(self.command, self.path, self.headers)
        self.record.received = self.rfile.count
        self.wfile.record = self.record
        owner.add(self.record)
        try:
            owner.behaviour(self.path)(self)
        except GONE:
            self.close_connection = True
        finally:
            self.rfile.count = 0
            owner.done(self.record)

    do_HEAD = do_POST = do_PUT = do_GET

    def send_response(self, code, message=None):
        self.record.status = code
        super().send_response(code, message)

    def log_message(self, *words):
        pass


class _Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, GONE):
            super().handle_error(request, client_address)


class _Listener:
    """A listening socket on a free port with a thread, and what it has open."""

    def __init__(self, handler):
        self.stopping = threading.Event()
        self.lock = threading.Condition()
        self.log = []
        self._open = set()
        self._server = _Threads(("127.0.0.1", 0), handler)
        self._server.owner = self
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def keep(self, connection):
        with self.lock:
            self._open.add(connection)

    def forget(self, connection):
        with self.lock:
            self._open.discard(connection)

    def add(self, record):
        with self.lock:
            self.log.append(record)
            self.lock.notify_all()

    def done(self, _record):
        with self.lock:
            self.lock.notify_all()

    def wait_for(self, enough, seconds=30):
        """Waits until enough(log) holds; False when it does not in time."""
        with self.lock:
            return self.lock.wait_for(lambda: enough(self.log), seconds)

    def clear(self):
        """Forgets the log, and gives what it was."""
        with self.lock:
            log, self.log = self.log, []
        return log

    def close(self):
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        with self.lock:
            open_now = list(self._open)
        for connection in open_now:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except GONE:
                pass


class Server(_Listener):
    """Serves the files of a folder, over TLS when there is a certificate."""

    def __init__(self, folder, chain=None, newest_tls=None, etag=True,
                 last_modified=True):
        self.folder = folder
        self.etag, self.last_modified = etag, last_modified
        self.scheme = "https" if chain else "http"
        self.context = None
        if chain is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(chain)
            if newest_tls is not None:
                self.context.set_ciphers("ALL:@SECLEVEL=0")
                with warnings.catch_warnings():
                    # An old one is what is wanted here.
                    warnings.simplefilter("ignore", DeprecationWarning)
                    self.context.minimum_version = ssl.TLSVersion.TLSv1
                    self.context.maximum_version = newest_tls
        self._behaviours = {}
        super().__init__(_Handler)

    def url(self, path="", host="localhost"):
        return "%s://%s:%d/%s" % (self.scheme, host, self.port, path)

    def behave(self, path, behaviour):
        """Answers for this path, or for all with "*", are the behaviour's."""
        self._behaviours[path] = behaviour

    def calm(self):
        """Honest again, everywhere."""
        self._behaviours = {}

    def behaviour(self, path):
        for name in (path, "*"):
            if name in self._behaviours:
                return self._behaviours[name]
        return serve


class Deaf(_Listener):
    """Accepts connections and never says a word: no handshake either."""

    class _Handler(socketserver.BaseRequestHandler):
        def handle(self):
            owner = self.server.owner
            owner.keep(self.request)
            owner.add(Request("connect", "", {}))
            owner.stopping.wait(300)

    def __init__(self):
        super().__init__(Deaf._Handler)


def closed_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


# A proxy.

class _Tunnel(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_CONNECT(self):
        owner = self.server.owner
        record = Request("CONNECT", self.path, self.headers)
        owner.add(record)
        record.status = 200
        self.record, self.close_connection = record, True
        if owner.answer is not None:
            try:
                owner.answer(self)
            except GONE:
                pass
            return
        if owner.login is not None and not self._may():
            record.status = 407
            self.send_response(407)
            self.send_header("Proxy-Authenticate", 'Basic realm="tests"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        port = owner.elsewhere or int(self.path.rpartition(":")[2])
        try:
            there = socket.create_connection(("127.0.0.1", port), 10)
        except OSError:
            record.status = 502
            self.send_error(502)
            return
        self.send_response(200)
        self.end_headers()
        back = threading.Thread(target=_pump, args=(there, self.connection),
                                daemon=True)
        back.start()
        _pump(self.connection, there)
        back.join(30)
        there.close()

    def _may(self):
        wanted = base64.b64encode(self.server.owner.login.encode()).decode()
        return self.headers.get("Proxy-Authorization") == "Basic " + wanted

    def log_message(self, *words):
        pass


class Proxy(_Listener):
    """A proxy for CONNECT. Every host is this machine, so that a test can see
    that a name was not looked up by the client. login is "user:password";
    elsewhere is a port to which a lying proxy leads; answer is a behaviour
    instead of a tunnel."""

    def __init__(self, login=None, elsewhere=None, answer=None):
        self.login, self.elsewhere, self.answer = login, elsewhere, answer
        super().__init__(_Tunnel)

    def url(self, login=None):
        before = login + "@" if login else ""
        return "http://%s127.0.0.1:%d" % (before, self.port)


def _pump(source, target):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except GONE:
        pass


# Behaviours.

def serve(handler):
    """The honest one: the file, or 304 when the client has it, or 404."""
    data, modified = _file(handler)
    if data is None:
        return status(404)(handler)
    owner = handler.server.owner
    tag = '"%s"' % hashlib.sha256(data).hexdigest()[:20]
    date = email.utils.formatdate(modified, usegmt=True)
    unchanged = False
    if owner.etag and handler.headers.get("If-None-Match"):
        unchanged = handler.headers["If-None-Match"] == tag
    elif owner.last_modified:
        unchanged = handler.headers.get("If-Modified-Since") == date
    handler.send_response(304 if unchanged else 200)
    if owner.etag:
        handler.send_header("ETag", tag)
    if owner.last_modified:
        handler.send_header("Last-Modified", date)
    if not unchanged:
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    if not unchanged:
        handler.wfile.write(data)
    return None


def _file(handler):
    top = os.path.realpath(handler.server.owner.folder)
    path = os.path.realpath(top + handler.path.partition("?")[0])
    if not path.startswith(top + os.sep) or not os.path.isfile(path):
        return None, None
    with open(path, "rb") as file:
        return file.read(), int(os.stat(path).st_mtime)


def status(code, headers=(), body=b"Sorry.\n"):
    """A whole answer with a status."""
    def behave(handler):
        handler.send_response(code)
        for name, value in headers:
            handler.send_header(name, value)
        if code >= 200 and code not in (204, 304):
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if code not in (204, 304):
            handler.wfile.write(body)
    return behave


def redirect(location, code=302):
    return status(code, [("Location", location)], b"")


PAGE = (b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>"
        b"<form>Your name <input name=user></form></body></html>\n")


def page(kind="text/html; charset=utf-8"):
    """What a guest network answers: a page, with status 200."""
    return status(200, [("Content-Type", kind)] if kind else [], PAGE)


def endless(chunked, piece=b" " * 65536):
    """A body that never ends."""
    def behave(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.close_connection = True
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
            data = b"%x\r\n%s\r\n" % (len(piece), piece)
        else:
            handler.send_header("Connection", "close")
            data = piece
        handler.end_headers()
        while not handler.server.owner.stopping.is_set():
            handler.wfile.write(data)
    return behave


def huge(length=1 << 40):
    """A length that nobody has room for, and a body that goes on."""
    def behave(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        while not handler.server.owner.stopping.is_set():
            handler.wfile.write(b" " * 65536)
    return behave


def longer(more=b"\n"):
    """The file and more, all of it as the length says."""
    def behave(handler):
        data, _ = _file(handler)
        status(200, [], data + more)(handler)
    return behave


def drip(seconds=1.0):
    """The file, a byte at a time."""
    def behave(handler):
        data, _ = _file(handler)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        for n in range(len(data)):
            if handler.server.owner.stopping.wait(seconds):
                break
            handler.wfile.write(data[n:n + 1])
    return behave


def cut(kind="length", keep=0.5, farewell=True):
    """Part of the file, then the end. What says how long it is: "length",
    "chunked", or "nothing"; with or without TLS's own farewell."""
    def behave(handler):
        data, _ = _file(handler)
        part = data[:int(len(data) * keep)]
        handler.send_response(200)
        handler.close_connection = True
        if kind == "length":
            handler.send_header("Content-Length", str(len(data)))
        elif kind == "chunked":
            handler.send_header("Transfer-Encoding", "chunked")
            part = b"%x\r\n%s" % (len(data), part)
        else:
            handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(part)
        if farewell:
            _farewell(handler.request)
    return behave


def _farewell(connection):
    """Sends TLS's close_notify, without waiting for the other's."""
    if isinstance(connection, ssl.SSLSocket):
        connection.settimeout(0.2)
        connection.unwrap()


def bomb(megabytes=200):
    """A small body that says it is gzip, and large once it is unpacked."""
    packed = _bomb(megabytes)
    return status(200, [("Content-Encoding", "gzip"),
                        ("Content-Type", "application/json")], packed)


_bombs = {}


def _bomb(megabytes):
    # Piece by piece: what this program needs counts for those it starts.
    if megabytes not in _bombs:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        _bombs[megabytes] = b"".join(
            [packer.compress(b" " * (1 << 20)) for _ in range(megabytes)] +
            [packer.flush()])
    return _bombs[megabytes]


def packed():
    """The honest file with gzip, though nobody asked for that."""
    def behave(handler):
        data, _ = _file(handler)
        status(200, [("Content-Encoding", "gzip")],
               gzip.compress(data))(handler)
    return behave


def endless_headers():
    def behave(handler):
        handler.record.status = 200
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        line = b"X-More: " + b"x" * 1000 + b"\r\n"
        while not handler.server.owner.stopping.is_set():
            handler.wfile.write(line)
    return behave


def silent():
    """Never answers."""
    def behave(handler):
        handler.close_connection = True
        handler.server.owner.stopping.wait(300)
    return behave


def hang_up():
    """Closes instead of an answer."""
    def behave(handler):
        handler.close_connection = True
    return behave


def garbage():
    """Something that is not HTTP."""
    def behave(handler):
        handler.close_connection = True
        handler.wfile.write(b"\x00\xff\x13 220 mail ready\r\n\r\n" * 20)
    return behave


def after(event, then=serve):
    """Waits for an event, then behaves."""
    def behave(handler):
        stopping = handler.server.owner.stopping
        while not event.wait(0.02) and not stopping.is_set():
            pass
        then(handler)
    return behave


def in_turn(*behaviours):
    """The first behaviour at first, then the next; the last one stays."""
    left = list(behaviours)

    def behave(handler):
        now = left.pop(0) if len(left) > 1 else left[0]
        now(handler)
    return behave


def retry_at(seconds_from_now):
    """A date as Retry-After gives it."""
    return email.utils.formatdate(time.time() + seconds_from_now, usegmt=True)


BY_HAND = {
    "endless": endless(True), "endless-plain": endless(False),
    "huge": huge(), "longer": longer(), "drip": drip(), "cut": cut(),
    "cut-chunked": cut("chunked"), "cut-nothing": cut("nothing"),
    "endless-headers": endless_headers(), "silent": silent(),
    "hang-up": hang_up(), "garbage": garbage(), "page": page(),
    "packed": packed(), "bomb": bomb,
}


def main(words):
    from certificates import Certificates
    if not words:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        certs = Certificates(folder)
        server = Server(words[0], certs.chain("good"))
        for word in words[1:]:
            path, _, name = word.partition("=")
            behaviour = status(int(name)) if name.isdigit() else BY_HAND[name]
            server.behave(path, behaviour() if name == "bomb" else behaviour)
        print(server.url(), certs.ca, flush=True)
        seen = 0
        try:
            while server.wait_for(lambda log: len(log) > seen, 1 << 20):
                print(server.log[seen], flush=True)
                seen += 1
        except KeyboardInterrupt:
            server.close()


if __name__ == "__main__":
    main(sys.argv[1:])
