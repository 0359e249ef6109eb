#!/usr/bin/env python3
"""Much text through the program, and nothing of what comes out kept: every record is counted, its place checked, and all of them hashed.

    volume.py write FILE SIZE [TEXTS…]          # the seeds' and other files' articles, again and again under new ids, until there are SIZE bytes
    volume.py run FILE annotate --jobs 1      
    volume.py run FILE stream

TEXTS are files of JSON Lines. Ended by SIGTERM, it tells how far it came. The program is .build/release/gazette, or $GAZETTE.
"""
import hashlib
import json
import os
import signal
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


class Flow:
    """What has come out so far: how many records and bytes, their digest, and the program's resident memory in MiB at every step."""

    STEP = 100_000

    def __init__(self):
        self.count, self.written, self.state, self.memory, self.digests = 0, 0, hashlib.sha256(), [], []
        self.is_stopped = False
        signal.signal(signal.SIGTERM, lambda *_: setattr(self, "is_stopped", True))

    def follow(self, process):
        """Reads records until there are no more, or SIGTERM."""
        for line in process.stdout:
            expect(line.startswith(b'{"id": "a%d",' % self.count) and line.endswith(b"}\n"), f"record {self.count} is not the next: {line[:60]}")
            self.state.update(line)
            self.count, self.written = self.count + 1, self.written + len(line)
            if self.count % self.STEP == 0:
                self.memory.append(resident(process))
                self.digests.append(self.state.hexdigest()[:8])
            if self.is_stopped:
                return process.kill()


def run(path, command, *options):
    """Runs a command over the file and tells what came out, with digest and memory every 100,000 records."""
    begun, flow = time.time(), Flow()
    with open(path, "rb") as source:
        arguments = [path] if command == "annotate" else []
        process = subprocess.Popen([GAZETTE, command, *arguments, *options], stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        flow.follow(process)
        _, status, usage = os.wait4(process.pid, 0)
    expect(status == 0 or flow.is_stopped, f"status {status}")
    processor = usage.ru_utime + usage.ru_stime
    print(f"{' '.join([command, *options])}: {'stopped after ' if flow.is_stopped else ''}{flow.count:,} records, {flow.written / 1e9:.1f} GB out, "
          f"{time.time() - begun:.0f} s, {processor:.0f} s of processor time, {usage.ru_maxrss >> 10} MiB at most, sha256 {flow.state.hexdigest()}")
    for step, (memory, digest) in enumerate(zip(flow.memory, flow.digests), 1):
        print(f"  {step * Flow.STEP:,} records: {memory} MiB, {digest}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    if sys.argv[1] == "write":
        write(sys.argv[2], sys.argv[3], sys.argv[4:])
    else:
        run(sys.argv[2], *sys.argv[3:])
