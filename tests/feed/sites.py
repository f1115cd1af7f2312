# SPDX-License-Identifier: MIT
"""Sites made by hand and signed with the stock minisign program, so that every
lie can be told with a right signature. (Not called site.py: Python has a
module of that name.)

    key = Key(folder, "council")
    first = Publication(key, serial=1).offer("county", serial=1)
    first.write(folder)             feed.json, its signature, the frameworks

    first.items[0].sha256 = "0" * 64              a lie about a framework
    first.edit = lambda index: index["items"].reverse()    or about the index
    first.comment = "..."                         or in what minisign vouches for

What is None in an Item or a Publication is what it ought to be.

By hand:  sites.py FOLDER [--serial N] [--key NAME]  writes an honest site and
the keys (NAME and NAME.pub, beside the folder) unless they are there.
"""

import base64
import datetime
import hashlib
import json
import os
import subprocess
import sys

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
FRAMEWORKS = os.path.join(TOP, "data", "frameworks")
FEED = "tests.example"

# A label of the shipped framework of the county that a gap from 1387 to 1366
# shows; what a test puts behind it is seen in the answer.
LABEL = "Appropriate level of literacy and numeracy"


def framework(name, version="1", mark=None, council=None):
    """The bytes of a shipped framework, edited: its version, a mark behind a
    label, and the id of another council throughout."""
    with open(os.path.join(FRAMEWORKS, name + ".json"), encoding="utf-8") as f:
        text = f.read()
    if mark is not None:
        if LABEL not in text:
            raise ValueError("%s.json no longer says: %s" % (name, LABEL))
        text = text.replace(LABEL, "%s %s" % (LABEL, mark))
    if council is not None:
        text = text.replace('"%s/' % name, '"%s/' % council)
    data = json.loads(text)
    data["version"] = version
    if council is not None:
        data["id"] = council
        data["council"] = {"name": council.title()}
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


class Key:
    """A pair of minisign keys without a password: `secret` and `public` are
    files. An existing pair of that name is used."""

    def __init__(self, folder, name):
        self.name = name
        self.secret = os.path.join(folder, name)
        self.public = self.secret + ".pub"
        if not os.path.exists(self.secret):
            _minisign("-G", "-W", "-s", self.secret, "-p", self.public)

    def text(self):
        """The public key as one word."""
        with open(self.public) as file:
            return file.read().split("\n")[1]

    def sign(self, path, comment, legacy=False):
        """Writes path.minisig."""
        words = ["-S", "-s", self.secret, "-m", path, "-x", path + ".minisig",
                 "-c", "signature by the tests", "-t", comment]
        _minisign(*words, *(["-l"] if legacy else []))

    def verifies(self, path):
        """Whether stock minisign accepts path with path.minisig."""
        return subprocess.run(
            ["minisign", "-V", "-q", "-p", self.public, "-m", path],
            capture_output=True, stdin=subprocess.DEVNULL).returncode == 0


def _minisign(*words):
    done = subprocess.run(("minisign",) + words, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise RuntimeError("minisign: %s%s" % (done.stdout, done.stderr))


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def moment(days=0):
    """A time as an index gives it, so many days from now."""
    when = now() + datetime.timedelta(days=days)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def day(days=0):
    return moment(days)[:10]


class Item:
    """One version of one framework, and the lies about it."""

    def __init__(self, framework_id, serial, version, data):
        self.framework, self.serial, self.version = (framework_id, serial,
                                                     version)
        self.data = data       # what the server gives
        self.key = None        # who signs the file; False: nobody
        self.comment = None    # what minisign vouches for
        self.sha256 = None
        self.size = None
        self.url = None
        self.expires = day(90)
        self.min_program = "0.1.0"
        self.words = "What has changed: version %s." % version
        self.published = moment()
        self.more = []         # further attachments
        self.edit = None       # a function of the finished item

    def path(self):
        return "frameworks/%s-%d.json" % (self.framework, self.serial)

    def json(self, feed):
        sha256 = hashlib.sha256(self.data).hexdigest()
        item = {
            "id": "%s/%s/%d" % (feed, self.framework, self.serial),
            "title": "%s, version %s" % (self.framework, self.version),
            "content_text": self.words,
            "date_published": self.published,
            "attachments": [{
                "url": self.path() if self.url is None else self.url,
                "mime_type": "application/json",
                "size_in_bytes":
                    len(self.data) if self.size is None else self.size,
            }] + self.more,
            "_skillgap": {
                "framework": self.framework,
                "version": self.version,
                "serial": self.serial,
                "sha256": sha256 if self.sha256 is None else self.sha256,
                "expires": self.expires,
                "min_program": self.min_program,
            },
        }
        if self.edit is not None:
            self.edit(item)
        return item


class Publication:
    """A whole site: an index and its frameworks."""

    def __init__(self, key, serial, feed=FEED, title="Frameworks for tests"):
        self.key, self.serial, self.feed, self.title = key, serial, feed, title
        self.issued = moment()
        self.expires = day(90)
        self.stamp = int(now().timestamp())
        self.items = []
        self.comment = None    # of the index's signature
        self.signer = None     # of the index, when it is not `key`
        self.edit = None       # a function of the index before it is written
        self.bytes = None      # what to sign and give instead of an index

    def offer(self, framework_id, serial, version=None, data=None):
        """Adds a framework: the one given, or a shipped one whose county
        label shows the version."""
        version = version or "%s-%d" % (framework_id, serial)
        if data is None and framework_id == "county":
            data = framework("county", version, "[%s]" % version)
        elif data is None and framework_id == "st-albans":
            data = framework("st-albans", version)
        elif data is None:
            data = framework("st-albans", version, None, framework_id)
        self.items.append(Item(framework_id, serial, version, data))
        return self

    def item(self, framework_id):
        return [item for item in self.items
                if item.framework == framework_id][0]

    def index(self):
        """The index as bytes."""
        if self.bytes is not None:
            return self.bytes
        index = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "description": "Made by the tests.",
            "language": "en-GB",
            "_skillgap": {
                "about": "A feed of job frameworks.",
                "feed": self.feed,
                "serial": self.serial,
                "issued": self.issued,
                "expires": self.expires,
            },
            "items": [item.json(self.feed) for item in self.items],
        }
        if self.edit is not None:
            self.edit(index)
        return (json.dumps(index, indent=1, ensure_ascii=False) +
                "\n").encode("utf-8", "surrogatepass")

    def write(self, folder):
        """Writes the site into a folder, which may be there."""
        os.makedirs(os.path.join(folder, "frameworks"), exist_ok=True)
        path = os.path.join(folder, "feed.json")
        put(path, self.index())
        (self.signer or self.key).sign(path, self.comment or (
            "skillgap-feed:1\tfeed:%s\tserial:%d\ttimestamp:%d" % (
                self.feed, self.serial, self.stamp)))
        for item in self.items:
            self._write_item(folder, item)
        return folder

    def _write_item(self, folder, item):
        path = os.path.join(folder, item.path())
        put(path, item.data)
        if item.key is False:
            return
        (item.key or self.key).sign(path, item.comment or (
            "skillgap-framework:1\tfeed:%s\tframework:%s\tserial:%d\t"
            "timestamp:%d" % (self.feed, item.framework, item.serial,
                              self.stamp)))


def put(path, data):
    with open(path, "wb") as file:
        file.write(data)


def get(path):
    with open(path, "rb") as file:
        return file.read()


# A signature file has four lines: a comment, the signature (two letters, eight
# bytes that name the key, 64 of the signature), the trusted comment, and the
# signature over both of these.

def edit_signature(path, line, edit):
    """Replaces a line (0 to 3) of a signature file by edit(line)."""
    lines = get(path).split(b"\n")
    lines[line] = edit(lines[line])
    put(path, b"\n".join(lines))


def flip(line, at):
    """A line of base64 with one bit of a byte changed."""
    data = bytearray(base64.b64decode(line))
    data[at] ^= 1
    return base64.b64encode(bytes(data))


def as_if_by(key):
    """An edit of line 1 that claims that a key made this signature."""
    name = base64.b64decode(key.text())[2:10]

    def edit(line):
        data = base64.b64decode(line)
        return base64.b64encode(data[:2] + name + data[10:])
    return edit


def main(words):
    if not words:
        sys.exit(__doc__)
    folder, rest = words[0], words[1:]
    options = dict(zip(rest[::2], rest[1::2]))
    serial = int(options.get("--serial", "1"))
    os.makedirs(folder, exist_ok=True)
    key = Key(os.path.dirname(os.path.realpath(folder)),
              options.get("--key", "test-key"))
    site = Publication(key, serial).offer("county", serial)
    site.offer("northshire", serial).write(folder)
    print(folder, key.public)


if __name__ == "__main__":
    main(sys.argv[1:])
