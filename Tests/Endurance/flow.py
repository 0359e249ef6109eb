"""Pipes: promptness, backpressure, ends of all kinds, memory, order."""
import json
import os
import resource
import signal
import statistics
import subprocess
import threading
import time

import corpus
from checks import GAZETTE, LIMIT, digest, expect, expect_quick, gazette, resident


def stream(*arguments, **options):
    return subprocess.Popen([GAZETTE, "stream", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, **options)


def start_up(folder, most=0.030):
    """From the start of the program to its first record: the best of up to 200, and the processor time of each."""
    line, times = next(corpus.lines(1)), []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    while len(times) < 15 or min(times) >= most and len(times) < 200:
        begun = time.perf_counter()
        process = stream()
        process.stdin.write(line)
        process.stdout.read(1)
        times.append(time.perf_counter() - begun)
        process.communicate(timeout=LIMIT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / len(times)
    expect(processor < most, f"{processor * 1000:.1f} ms of processor time")
    expect_quick(min(times), most, "the best start takes")
    return f"best {min(times) * 1000:.1f} ms, median {statistics.median(times) * 1000:.1f} ms, {processor * 1000:.1f} ms of processor time, {len(times)} starts"


def prompt(folder, most=0.020):
    """A line that comes alone is answered at once, also when it comes in pieces and behind others."""
    process, times = stream(), []
    line = next(corpus.lines(1))
    for number in range(60):
        if number % 3 == 1:
            process.stdin.write(line[:100])
            time.sleep(0.005)
        time.sleep(0.01)
        begun = time.perf_counter()
        process.stdin.write(line[100:] if number % 3 == 1 else line)
        if number % 3 == 2:
            process.stdin.write(line[:50])
        read_line(process)
        times.append(time.perf_counter() - begun)
        if number % 3 == 2:
            process.stdin.write(line[50:])
            read_line(process)
    process.communicate(timeout=LIMIT)
    typical = sorted(times)[len(times) * 9 // 10]
    expect_quick(typical, most, "nine of ten lines take up to")
    return f"median {statistics.median(times) * 1000:.2f} ms, nine of ten within {typical * 1000:.2f} ms"


def read_line(process):
    while not process.stdout.read(1 << 20).endswith(b"\n"):
        pass


def terminated(folder, number):
    """Whoever ends the program gets an answer to every whole line that it has taken; asked again, it ends at once."""
    process = stream("--layers", "tokens")
    lines = list(corpus.lines(20_000))
    process.stdin.write(b"".join(lines) + lines[0][:100])
    head = process.stdout.read(1)
    time.sleep(0.3)
    process.send_signal(number)
    output, errors = head + process.stdout.read(), process.stderr.read()
    ids = [json.loads(line)["id"] for line in output.splitlines()]
    expect(ids == [f"a{number}" for number in range(len(lines))] and output.endswith(b"\n"), f"{len(ids)} of {len(lines)} lines are answered")
    expect(b"stopped within this line; its 100 bytes are not annotated" in errors, errors)
    expect(process.wait(LIMIT) == 1, "a line that was not answered is no failure")


def terminated_in_work(folder, number):
    """In the middle of the work, the answers are the first ones, whole and in order."""
    process = stream("--layers", "tokens")
    feeder = threading.Thread(target=feed, args=(process.stdin, b"".join(corpus.lines(3_000_000))))
    feeder.start()
    output = process.stdout.read(1)
    process.send_signal(number)
    output += process.stdout.read()
    feeder.join(LIMIT)
    process.wait(LIMIT)
    ids = [json.loads(line)["id"] for line in output.splitlines()]
    expect(ids == [f"a{number}" for number in range(len(ids))] and output.endswith(b"\n"), "the records are not the first ones, whole and in order")
    expect(process.returncode in (0, 1), f"status {process.returncode}")
    return f"{len(ids)} lines"


def feed(pipe, data):
    try:
        pipe.write(data)
    except BrokenPipeError:
        pass


def closed_output(folder):
    """When the reader has gone, the program ends quietly."""
    process = stream()
    process.stdout.close()
    feed(process.stdin, b"".join(corpus.lines(2_000_000)))
    try:
        process.stdin.close()
    except BrokenPipeError:
        pass
    errors = process.stderr.read()
    expect(process.wait(LIMIT) == 0 and errors == b"", errors)


def closed_input(folder):
    """An input that is closed at once, or in the middle of a line."""
    closed = subprocess.run(["/bin/sh", "-c", f"'{GAZETTE}' stream <&-"], capture_output=True, timeout=LIMIT)
    expect(closed.stdout == b"" and closed.returncode in (0, 1), closed.stderr)
    cut = gazette("stream", input=b"".join(corpus.lines(5000)) + b'{"id":"cut","te')
    expect(cut.returncode == 1 and b"the JSON is cut off" in cut.stderr and cut.stdout.endswith(b"\n"), cut.stderr)


def slow_reader(folder, size, rate=40_000, seconds=4):
    """A reader of so many bytes a second, a thousandth of what the program writes, holds it back: memory stays, nothing is lost."""
    process = stream("--jobs", "2")
    data = list(corpus.lines(size))
    feeder = threading.Thread(target=lambda: (feed(process.stdin, b"".join(data)), process.stdin.close()))
    feeder.start()
    most, taken, steps = 0, [], 20
    for _ in range(seconds * steps):
        time.sleep(1 / steps)
        taken.append(process.stdout.read(rate // steps))
        most = max(most, resident(process) or 0)
    while piece := process.stdout.read(1 << 20):
        taken.append(piece)
    feeder.join(LIMIT)
    process.wait(LIMIT)
    ids = [json.loads(line)["id"] for line in b"".join(taken).splitlines()]
    expect(ids == [f"a{number}" for number in range(len(data))], "records are lost or out of order")
    expect(most < 400, f"{most} MiB")
    return f"{len(ids)} records, {most} MiB at most"


def long_lines(folder):
    """Lines beyond the limit cost no memory and one error each."""
    process = stream("--max-line", "100K", "--errors", "inline", "--layers", "sentences")
    good = next(corpus.lines(1))
    threading.Thread(target=lambda: (feed(process.stdin, good + b"x" * 200_000_000 + b"\n" + good), process.stdin.close())).start()
    most, taken = 0, []
    while piece := process.stdout.read(1 << 16):
        taken.append(piece)
        most = max(most, resident(process) or 0)
    process.wait(LIMIT)
    lines = b"".join(taken).splitlines()
    expect(len(lines) == 3 and lines[1].startswith(b'{"error":"the line has more than 102400 bytes') and lines[1].endswith(b'"line":2}'), lines[1:2])
    expect(most < 300, f"{most} MiB")


def memory_and_order(folder, size):
    """Every record comes out once and in order, with any number of jobs, while memory stays flat."""
    path = os.path.join(folder, "a.jsonl")
    count, told, digests = corpus.write(path, size), [], []
    for name, arguments in [("annotate", ["annotate", path]), ("annotate, one job", ["annotate", path, "--jobs", "1"]), ("stream", ["stream"])]:
        out = os.path.join(folder, "out.jsonl")
        begun, curve = time.time(), []
        with open(path, "rb") as source, open(out, "wb") as target:
            process = subprocess.Popen([GAZETTE, *arguments], stdin=source, stdout=target)
            while process.poll() is None:
                curve.append(resident(process) or 0)
                time.sleep(max(0.02, (time.time() - begun) / 50))
        expect(process.returncode == 0, f"{name} failed")
        seconds = time.time() - begun
        digests.append(digest(out))
        expect(ids(out) == count, f"{name}: records are lost or out of order")
        curve = curve[:-1] or curve
        points = [curve[len(curve) * tenth // 10] for tenth in range(1, 10)] + [curve[-1]]
        middle = points[len(points) // 2]
        expect(points[-1] <= middle * 1.3 + 20, f"{name}: memory grows: {points} MiB")
        told.append(f"{name} {size / 1e6 / seconds:.1f} MB/s, memory by tenths {points} MiB")
        os.remove(out)
    expect(len(set(digests)) == 1, "the outputs differ")
    return "; ".join(told)


def ids(path):
    """How many records there are, where their ids count from 0 on; -1 otherwise."""
    with open(path, "rb") as file:
        for number, line in enumerate(file):
            if not line.startswith(b'{"id": "a%d",' % number) and json.loads(line)["id"] != f"a{number}":
                return -1
    return number + 1


SIGNALS = [signal.SIGTERM, signal.SIGINT]
