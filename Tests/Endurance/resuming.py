"""Batches that are killed at random moments and resumed."""
import atexit
import functools
import gzip
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import corpus
from checks import GAZETTE, LIMIT, Skipped, digest, expect, gazette, kill, wait_for


@functools.cache
def inputs(size):
    """A folder of files of several formats, of about `size` bytes when decompressed; it lasts as long as the run."""
    place = tempfile.mkdtemp(prefix="gazette-endurance-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    news = os.path.join(place, "news")
    os.makedirs(os.path.join(news, "texts"))
    corpus.write(os.path.join(news, "a.jsonl"), size // 2, prefix="a")
    with gzip.open(os.path.join(news, "b.jsonl.gz"), "wb", 1) as file:
        for line in corpus.lines(size // 4, prefix="b"):
            file.write(line)
    with open(os.path.join(news, "c.json"), "wb") as file:
        file.write(b"[" + b",\n".join(line[:-1] for line in corpus.lines(size // 8, prefix="c")) + b"]")
    with open(os.path.join(news, "d.jsonl"), "wb") as file:
        for number, line in enumerate(corpus.lines(size // 16, prefix="d")):
            file.write(line if number % 100 else b'{"id":"bad"}\n')
    for number, article in enumerate(corpus.texts()[:10]):
        with open(os.path.join(news, "texts", f"{number}.txt"), "w", encoding="utf-8") as file:
            file.write(article["text"])
    return news


LAYOUTS = {
    "one file": lambda out: ["--output", os.path.join(out, "all.jsonl")],
    "one file, zstd": lambda out: ["--output", os.path.join(out, "all.jsonl.zst")],
    "parts": lambda out: ["--output", os.path.join(out, "part.jsonl"), "--split-size", "3M"],
    "parts, gzip": lambda out: ["--output", os.path.join(out, "part.jsonl.gz"), "--split-size", "2M"],
    "a file each": lambda out: ["--output-directory", os.path.join(out, "each")],
    "a file each, gzip": lambda out: ["--output-directory", os.path.join(out, "each"), "--compress", "gzip"],
}


UNFINISHED = (".partial", ".journal")


def listing(path, known=(), passed=UNFINISHED):
    """The files below a folder with their digests, without the report, without those known, and without names that end so."""
    names = (os.path.relpath(os.path.join(root, name), path) for root, _, names in os.walk(path) for name in names)
    return {name: digest(os.path.join(path, name)) for name in names if name != "report.json" and name not in known and not name.endswith(passed)}


def killed_and_resumed(folder, layout, size, kills, seed=1):
    """Kills a batch again and again while it goes on, then the next, until there were `kills`; compares every one that is complete."""
    news, draw = inputs(size), random.Random(seed)
    options = ["--jobs", "2", "--checkpoint-size", str(min(64 << 20, max(1 << 20, size // 4)))]

    def command(out):
        return ["annotate", news, *LAYOUTS[layout](out), "--report", os.path.join(out, "report.json"), *options]

    out = os.path.join(folder, "out")
    os.mkdir(out)
    begun = time.time()
    done = gazette(*command(out))
    expect(done.returncode == 1 and done.stderr.count(b"field 'text' is missing") > 0, done.stderr[-300:])
    duration, failures = time.time() - begun, failure_list(os.path.join(out, "report.json"))
    expected, left, rounds = listing(out), kills, 0
    while left > 0:
        shutil.rmtree(out)
        os.mkdir(out)
        rounds += 1
        left = killed_until_complete(command(out) + ["--resume"], out, expected, lambda: draw.uniform(0.01, duration * 2 / kills), left)
        found = listing(out, passed=())
        expect(found == expected, f"round {rounds}: {sorted(set(found.items()) ^ set(expected.items()))[:4]}")
        expect(failure_list(os.path.join(out, "report.json")) == failures, f"round {rounds}: the reports name other failures")
    records, read, _, reported = failures
    one = hashlib.sha256(json.dumps(sorted(expected.items())).encode()).hexdigest()
    return (f"{kills - left} kills in {rounds} batches of {read / 1e6:.0f} MB, each with the same {records} records, {len(reported)} failures "
            f"and {len(expected)} files ({one[:16]})")


def killed_until_complete(command, out, expected, moment, most):
    """Starts a batch as often as it is killed, at most `most` times; returns how many times are left. What has its name before is whole."""
    left, whole = most, {}
    while left > 0:
        process = subprocess.Popen([GAZETTE, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(moment())
            break
        except subprocess.TimeoutExpired:
            kill(process)
            left -= 1
        whole.update(listing(out, known=whole))
        expect(whole.items() <= expected.items(), f"{sorted(whole.items() - expected.items())[:4]} appeared before they were complete")
    for _ in range(2):
        gazette(*command)
    return left


def killed_at_calls(folder, layout, most, seed=1):
    """Kills a small batch at every call that changes files, or at `most` of them chosen at random, and goes on with each."""
    news, tool = inputs(256 << 10), os.path.join(folder, "kill_at.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "kill_at.c")
    if not sys.platform.startswith("linux") or not shutil.which("cc") or subprocess.run(["cc", "-shared", "-fPIC", "-o", tool, source]).returncode:
        raise Skipped("this needs Linux and a C compiler")
    out = os.path.join(folder, "out")
    command = ["annotate", news, *LAYOUTS[layout](out), "--report", os.path.join(out, "report.json"), "--jobs", "1", "--checkpoint-size", "300K", "--resume"]

    def begin(**environment):
        shutil.rmtree(out, ignore_errors=True)
        os.mkdir(out)
        return gazette(*command, env=dict(os.environ, LD_PRELOAD=tool, **environment))

    whole = begin()
    calls = int(whole.stderr.split()[-2])
    expected, failures = listing(out), failure_list(os.path.join(out, "report.json"))
    chosen = range(1, calls + 1) if calls <= most else sorted(random.Random(seed).sample(range(1, calls + 1), most))
    for call in chosen:
        killed = begin(KILL_AT=str(call))
        expect(killed.returncode == -signal.SIGKILL, f"call {call} is not made: {killed.returncode}")
        expect(listing(out).items() <= expected.items(), f"call {call}: a file appeared before it was complete")
        resumed = [gazette(*command) for _ in range(2)][0]
        found = listing(out, passed=())
        expect(found == expected, f"call {call}: {sorted(set(found.items()) ^ set(expected.items()))[:4]} {resumed.stderr[-200:]}")
        expect(failure_list(os.path.join(out, "report.json")) == failures, f"call {call}: the reports name other failures")
    return f"{len(chosen)} of {calls} calls"


def failure_list(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    expect(report["complete"] and report["failed"] == len(report["failures"]), "the report does not count its failures")
    return report["documents"], report["inputBytes"], report["outputBytes"], report["failures"]


def terminated_and_resumed(folder, size):
    """SIGTERM leaves a batch that can be resumed; a different option is refused."""
    path = os.path.join(folder, "a.jsonl")
    corpus.write(path, size)
    whole = os.path.join(folder, "whole.jsonl")
    gazette("annotate", path, "--output", whole)
    out = os.path.join(folder, "out.jsonl")
    process = subprocess.Popen([GAZETTE, "annotate", path, "--output", out], stderr=subprocess.PIPE)
    wait_for(lambda: os.path.exists(out + ".partial") and os.path.getsize(out + ".partial"), process)
    process.terminate()
    _, errors = process.communicate(timeout=LIMIT)
    expect(process.returncode == 1 and b"--resume" in errors, errors)
    expect(not os.path.exists(out), "an interrupted batch has left its output")
    refused = gazette("annotate", path, "--output", out)
    expect(refused.returncode == 1 and b"--resume goes on with it" in refused.stderr, refused.stderr)
    other = gazette("annotate", path, "--output", out, "--resume", "--layers", "tokens")
    expect(other.returncode == 1 and b"other options" in other.stderr, other.stderr)
    resumed = gazette("annotate", path, "--output", out, "--resume")
    expect(resumed.returncode == 0, resumed.stderr)
    expect(digest(out) == digest(whole), "the resumed output differs")
    again = gazette("annotate", path, "--output", out, "--resume")
    expect(again.returncode == 0 and b"is complete" in again.stderr, again.stderr)
