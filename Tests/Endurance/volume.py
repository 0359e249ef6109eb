#!/usr/bin/env python3
"""Much text through the program, and nothing of what comes out kept: every record is counted, its place checked, and all of them hashed.

    volume.py write FILE SIZE [TEXTS…]          # the seeds' and other files' articles, again and again under new ids, until there are SIZE bytes
    volume.py run FILE annotate --jobs 1        # prints a row of a table
    volume.py run FILE stream

TEXTS are files of JSON Lines. The program is .build/release/gazette, or $GAZETTE.
"""
import hashlib
import json
import os
import subprocess
import sys
import time

import corpus
from checks import GAZETTE, expect, resident

FIELDS = ["id", "title", "date", "text"]


def write(path, size, texts):
    """Writes the file; `size` such as 10G counts in powers of ten."""
    units = {"M": 10 ** 6, "G": 10 ** 9}
    wanted = int(size[:-1]) * units[size[-1]] if size[-1] in units else int(size)
    articles = [article for source in [corpus.SEEDS, *texts] for article in corpus.texts(source)]
    chosen = path + ".articles"
    with open(chosen, "w", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps({name: article[name] for name in FIELDS if name in article}, ensure_ascii=False) + "\n")
    count = corpus.write(path, wanted, source=chosen)
    os.remove(chosen)
    print(f"{count} records of {len(articles)} articles, {os.path.getsize(path)} bytes")


def run(path, command, *options):
    """Runs a command over the file and tells what came out, and how much memory it took on the way."""
    size, begun = os.path.getsize(path), time.time()
    with open(path, "rb") as source:
        arguments = [path] if command == "annotate" else []
        process = subprocess.Popen([GAZETTE, command, *arguments, *options], stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        count, written, digest, memory = follow(process)
        _, status, usage = os.wait4(process.pid, 0)
    seconds, processor = time.time() - begun, usage.ru_utime + usage.ru_stime
    expect(status == 0, f"status {status}")
    curve = " ".join(str(memory[max(0, len(memory) * tenth // 10 - 1)]) for tenth in range(1, 11))
    print(f"| `{' '.join([command, *options])}` | {size / 1e9:.1f} GB | {count:,} | {written / 1e9:.1f} GB | {digest[:16]} | {seconds:.0f} s "
          f"| {processor:.0f} s | {size / 1e6 / processor:.1f} MB/s | {usage.ru_maxrss >> 10} | {curve} |", flush=True)


def follow(process):
    """Reads all records: how many, how many bytes, their digest, and the resident memory in MiB every 1,000 records."""
    count, written, state, memory = 0, 0, hashlib.sha256(), []
    for line in process.stdout:
        expect(line.startswith(b'{"id": "a%d",' % count) and line.endswith(b"}\n"), f"record {count} is not the next: {line[:60]}")
        state.update(line)
        count, written = count + 1, written + len(line)
        if count % 1000 == 0 or not memory:
            memory.append(resident(process) or 0)
    return count, written, state.hexdigest(), memory


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    if sys.argv[1] == "write":
        write(sys.argv[2], sys.argv[3], sys.argv[4:])
    else:
        run(sys.argv[2], *sys.argv[3:])
