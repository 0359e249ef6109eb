"""Batches that are killed at random moments and resumed."""
import os
import random
import subprocess
import time

import corpus
from checks import GAZETTE, LIMIT, digest, expect, gazette, kill


def inputs(folder, size):
    """A folder of files of several formats, of about `size` bytes."""
    import gzip
    news = os.path.join(folder, "news")
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


def listing(path):
    """Every file below a folder with its digest."""
    return {os.path.relpath(os.path.join(root, name), path): digest(os.path.join(root, name))
            for root, _, names in os.walk(path) for name in names}


def killed_and_resumed(folder, layout, size, kills, seed=1):
    """Kills a batch `kills` times at random moments, each time in a new batch or a resumed one, and compares what comes out."""
    news, draw = inputs(folder, size), random.Random(seed)
    options = ["--jobs", "2", "--checkpoint-size", str(max(1 << 20, size // 4))]
    whole = os.path.join(folder, "whole")
    os.mkdir(whole)
    begun = time.time()
    done = gazette("annotate", news, *LAYOUTS[layout](whole), "--report", os.path.join(whole, "report.json"), *options)
    expect(done.returncode == 1 and done.stderr.count(b"field 'text' is missing") > 0, done.stderr[-300:])
    duration, expected = time.time() - begun, listing(whole)
    reports = [expected.pop("report.json")]
    failures = failure_list(os.path.join(whole, "report.json"))
    left, rounds = kills, 0
    while left > 0:
        out = os.path.join(folder, f"out{rounds}")
        os.mkdir(out)
        rounds += 1
        command = ["annotate", news, *LAYOUTS[layout](out), "--report", os.path.join(out, "report.json"), "--resume", *options]
        for _ in range(draw.randint(1, 3)):
            process = subprocess.Popen([GAZETTE, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(draw.uniform(0.01, duration))
                break
            except subprocess.TimeoutExpired:
                kill(process)
                left -= 1
                for name, content in listing(out).items():
                    expect(name.endswith((".partial", ".journal")) or content == expected.get(name), f"{name} appeared before it was complete")
        for _ in range(2):
            gazette(*command)
        found = listing(out)
        found.pop("report.json")
        expect(found == expected, f"round {rounds}: {sorted(set(found.items()) ^ set(expected.items()))[:4]}")
        expect(failure_list(os.path.join(out, "report.json")) == failures, f"round {rounds}: the reports name other failures")
        subprocess.run(["rm", "-r", out], check=True)
    return f"{kills - left} kills in {rounds} batches of {sum(os.path.getsize(os.path.join(r, n)) for r, _, ns in os.walk(news) for n in ns) >> 20} MiB"


def failure_list(path):
    import json
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
    time.sleep(0.15)
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
