# SPDX-License-Identifier: MIT
"""Certificates for the tests' servers, made with the openssl command.

    certs = Certificates(folder)
    certs.ca              the file that a client is to trust
    certs.chain("good")   a file with a certificate and its key

good         for localhost, 127.0.0.1 and feed.example, from 2000 to 2099: the
             clock of a test may be anywhere between
expired      good, but ended in 2020
other-host   for other.example only
self-signed  for localhost, signed by itself
unknown-ca   for localhost, by an authority that the client was not told of
"""

import os
import subprocess

HOSTS = "DNS:localhost,DNS:feed.example,IP:127.0.0.1"
KINDS = ("good", "expired", "other-host", "self-signed", "unknown-ca")

CONFIG = """\
[req]
distinguished_name = name
prompt = no
[name]
CN = %(name)s
[ca]
default_ca = own
[own]
database = %(folder)s/index
new_certs_dir = %(folder)s
rand_serial = yes
default_md = sha256
unique_subject = no
policy = anything
x509_extensions = %(extensions)s
[anything]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = %(hosts)s
[alone]
basicConstraints = critical,CA:FALSE
subjectAltName = %(hosts)s
"""

LONG = ("20000101000000Z", "20991231235959Z")
OVER = ("20150101000000Z", "20200101000000Z")


class Certificates:
    """All certificates of a test run, in a folder that exists and is empty."""

    def __init__(self, folder):
        self.folder = folder
        self.ca = self._path("ca.crt")
        for authority in ("ca", "unknown"):
            self._make(authority, None, "authority", "", LONG)
        self._make("good", "ca", "server", HOSTS, LONG)
        self._make("expired", "ca", "server", HOSTS, OVER)
        self._make("other-host", "ca", "server", "DNS:other.example", LONG)
        self._make("self-signed", None, "alone", HOSTS, LONG)
        self._make("unknown-ca", "unknown", "server", HOSTS, LONG)

    def chain(self, kind):
        """A file with certificate and key of one of KINDS."""
        return self._path(kind + ".pem")

    def _path(self, name):
        return os.path.join(self.folder, name)

    def _openssl(self, *words):
        done = subprocess.run(("openssl",) + words, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise RuntimeError("openssl %s: %s" % (words[0], done.stderr))

    def _make(self, name, signer, extensions, hosts, dates):
        """A key, a request and the certificate; by itself without signer."""
        config, key = self._path(name + ".cnf"), self._path(name + ".key")
        request, made = self._path(name + ".csr"), self._path(name + ".crt")
        with open(config, "w") as file:
            file.write(CONFIG % {"name": name, "folder": self.folder,
                                 "extensions": extensions,
                                 "hosts": hosts or HOSTS})
        open(self._path("index"), "a").close()
        self._openssl("req", "-new", "-config", config, "-newkey", "ec",
                      "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-keyout", key, "-out", request)
        by = ["-selfsign", "-keyfile", key]
        if signer is not None:
            by = ["-cert", self._path(signer + ".crt"),
                  "-keyfile", self._path(signer + ".key")]
        self._openssl("ca", "-batch", "-notext", "-config", config,
                      "-startdate", dates[0], "-enddate", dates[1],
                      "-in", request, "-out", made, *by)
        with open(self.chain(name), "w") as chain:
            for part in (made, key):
                with open(part) as file:
                    chain.write(file.read())
