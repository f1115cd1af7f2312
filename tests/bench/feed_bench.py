# SPDX-License-Identifier: MIT
"""What it costs to keep frameworks current, from a server on this machine.

    SKILLGAP_BUILD=build/heavy python3 tests/bench/feed_bench.py [--megabytes N]

Prints the requests and bytes (headers and bodies, both ways, inside TLS) of a
check without news, and the peak memory of the process that takes a framework
of about N megabytes (7.75). Exits with 1 when a figure is past what the project
promises: one request, 2 KB, 128 MB. Medians of times beside are for
information."""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(TOP, "tests", "feed"))

import server as servers  # noqa: E402
from certificates import Certificates  # noqa: E402

BUILD = os.path.realpath(os.environ.get("SKILLGAP_BUILD") or
                         os.path.join(TOP, "build", "heavy"))
PROGRAM = os.path.join(BUILD, "bin", "skillgap")
CHECK_BYTES, UPDATE_BYTES = 2048, 128 << 20


def large(megabytes, version):
    """The county's framework with its family again and again."""
    with open(os.path.join(TOP, "data", "frameworks", "county.json"),
              encoding="utf-8") as file:
        framework = json.load(file)
    framework["version"] = version
    family = framework["families"][0]
    size = len(json.dumps(family))
    families = []
    for number in range(max(1, int(megabytes * 1e6 / size))):
        text = json.dumps(family)
        one = json.loads(text)
        one["id"] = f"{family['id']}-{number}" if number else family["id"]
        if number:
            for role in one["roles"]:
                role["id"] += f"-{number}"
                role["title"] += f" {number}"
                role["ref"] = None
                specification = role["specification"]
                for line in (specification["essential"] +
                             specification["desirable"]):
                    line["id"] += f"-{number}"
        families.append(one)
    framework["families"] = families
    return framework


def run(home, *words):
    """Runs the program; its peak memory in bytes, its time, its output."""
    environment = dict(os.environ, XDG_DATA_HOME=os.path.join(home, "data"),
                       XDG_CONFIG_HOME=os.path.join(home, "config"))
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([PROGRAM, *words], env=environment,
                                   stdin=subprocess.DEVNULL, stdout=out)
        _, code, used = os.wait4(process.pid, 0)
        out.seek(0)
        text = out.read().decode()
    if code != 0:
        sys.exit(f"skillgap {' '.join(words)} failed ({code})\n{text}")
    return used.ru_maxrss * 1024, time.monotonic() - begin, text


def publish(work, framework):
    jobs = os.path.join(work, "jobs")
    os.makedirs(jobs, exist_ok=True)
    path = os.path.join(jobs, "county.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(framework, file, ensure_ascii=False)
    run(work, "publish", jobs, "--out", os.path.join(work, "site", "feed"),
        "--key", os.path.join(work, "key"))
    return os.path.getsize(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=float, default=7.75)
    parser.add_argument("--runs", type=int, default=11)
    asked = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory(prefix="skillgap-bench.") as work:
        run(work, "publish", "--new-key", os.path.join(work, "key"))
        publish(work, large(asked.megabytes, "1"))
        folder = os.path.join(work, "certificates")
        os.mkdir(folder)
        certificates = Certificates(folder)
        server = servers.Server(os.path.join(work, "site"),
                                certificates.chain("good"))
        run(work, "feed", "add", "jobs", server.url("feed/feed.json"), "--key",
            os.path.join(work, "key.pub"), "--cacert", certificates.ca)
        framework = large(asked.megabytes, "2")
        framework["families"][0]["roles"][0]["title"] += " (new)"
        size = publish(work, framework)
        peak, seconds, _ = run(work, "feed", "update")
        good = good and peak <= UPDATE_BYTES
        print(f"update of a framework of {size / 1e6:.2f} MB: peak "
              f"{peak / (1 << 20):.0f} MB (at most 128), {seconds:.2f} s")
        times = []
        for _ in range(asked.runs):
            server.clear()
            peak, seconds, _ = run(work, "feed", "update")
            times.append(seconds)
        requests = server.log
        total = sum(one.received + one.sent for one in requests)
        good = good and len(requests) == 1 and total < CHECK_BYTES
        print(f"check without news: {len(requests)} request, {total} bytes (at "
              f"most {CHECK_BYTES}), peak {peak / (1 << 20):.0f} MB, median "
              f"{statistics.median(times) * 1000:.0f} ms of {asked.runs}")
        server.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
