"""What can go wrong with files: full disks, read-only places, inputs that change."""
import gzip
import json
import os
import subprocess
import time

import corpus
from checks import GAZETTE, LIMIT, Skipped, digest, expect, gazette, no_large_files


def full_disk(folder, size):
    """A batch that a full disk stops goes on when there is room."""
    path, whole, out = (os.path.join(folder, name) for name in ["a.jsonl", "whole.jsonl", "out.jsonl"])
    corpus.write(path, size)
    gazette("annotate", path, "--output", whole)
    room = os.path.getsize(whole) // 2
    stopped = gazette("annotate", path, "--output", out, "--checkpoint-size", "1M", preexec_fn=lambda: no_large_files(room))
    expect(stopped.returncode == 1 and b"too large" in stopped.stderr and b"--resume" in stopped.stderr, stopped.stderr)
    expect(not os.path.exists(out), "the output is there, though not complete")
    resumed = gazette("annotate", path, "--output", out, "--checkpoint-size", "1M", "--resume")
    expect(resumed.returncode == 0 and digest(out) == digest(whole), resumed.stderr or "the resumed output differs")
    return f"{room >> 10} KiB of {os.path.getsize(out) >> 10} fitted, then all"


def full_file_system(folder, size):
    """The same on a small file system of its own."""
    place = os.path.join(folder, "small")
    os.mkdir(place)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size * 2}", "tmpfs", place], capture_output=True).returncode:
        raise Skipped("a small file system cannot be mounted")
    try:
        path, whole, out = os.path.join(folder, "a.jsonl"), os.path.join(folder, "whole.jsonl"), os.path.join(place, "out.jsonl")
        corpus.write(path, size)
        gazette("annotate", path, "--output", whole)
        stopped = gazette("annotate", path, "--output", out, "--checkpoint-size", "1M")
        expect(stopped.returncode == 1 and b"No space left on device" in stopped.stderr, stopped.stderr)
        subprocess.run(["mount", "-o", f"remount,size={size * 64}", place], check=True)
        resumed = gazette("annotate", path, "--output", out, "--checkpoint-size", "1M", "--resume")
        expect(resumed.returncode == 0 and digest(out) == digest(whole), resumed.stderr or "the resumed output differs")
    finally:
        subprocess.run(["umount", place])


def read_only_target(folder):
    """Nothing is done before it is known that nothing can be written."""
    if os.geteuid() == 0:
        target = "/proc/out.jsonl"
    else:
        os.chmod(folder, 0o555)
        target = os.path.join(folder, "out.jsonl")
    done = gazette("annotate", corpus.SEEDS, "--output", target)
    os.chmod(folder, 0o755)
    expect(done.returncode == 1 and target.encode() in done.stderr, done.stderr)


def as_nobody(folder):
    """Options for a program that does not run as root, who may read everything."""
    if os.geteuid() != 0:
        return {}
    os.chmod(folder, 0o755)
    options = {"preexec_fn": lambda: os.setuid(65534)}
    if subprocess.run(["test", "-x", GAZETTE], **options).returncode:
        raise Skipped("root reads every folder, and nobody cannot run the program")
    return options


def unreadable_folder(folder):
    """A folder that cannot be read is named; the others are read."""
    options = as_nobody(folder)
    for name in ["closed", "open"]:
        os.mkdir(os.path.join(folder, name))
        with open(os.path.join(folder, name, "a.txt"), "w") as file:
            file.write("Kabul is calm.")
    os.chmod(os.path.join(folder, "closed"), 0)
    done = gazette("annotate", folder, **options)
    os.chmod(os.path.join(folder, "closed"), 0o755)
    expect(done.returncode == 1 and b"closed: the folder cannot be read" in done.stderr, done.stderr)
    expect(done.stdout.count(b"\n") == 1, "the other folder's article is missing")


def folder_becomes_unreadable(folder, size):
    """Of a folder that is closed when its files are already in the plan, every file is named; the others are read."""
    options = as_nobody(folder)
    for name in ["a", "b", "c"]:
        os.mkdir(os.path.join(folder, name))
    count = corpus.write(os.path.join(folder, "a", "a.jsonl"), size)
    for number in range(10):
        for name in ["b", "c"]:
            with open(os.path.join(folder, name, f"{number}.txt"), "w") as file:
                file.write("Kabul is calm.")
    closed = os.path.join(folder, "b")
    process = subprocess.Popen([GAZETTE, "annotate", folder, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, **options)
    head = process.stdout.read(1000)
    os.chmod(closed, 0)
    output, errors = process.communicate(timeout=LIMIT)
    os.chmod(closed, 0o755)
    wanted = "".join(f"{closed}/{number}.txt: Permission denied\n" for number in range(10))
    expect(process.returncode == 1 and errors.decode() == wanted, errors)
    ids = [json.loads(line)["id"] for line in (head + output).splitlines()]
    expect(ids == [f"a{number}" for number in range(count)] + [f"c/{number}" for number in range(10)], "records are missing")
    return f"{count + 20} articles, {len(ids)} records, 10 reported"


def slowed(path, out_of):
    """Starts a batch whose output is taken slowly, and waits until it is in the middle of its input."""
    process = subprocess.Popen([GAZETTE, "annotate", path, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    head = process.stdout.read(1000)
    out_of()
    output, errors = process.communicate(timeout=LIMIT)
    return process.returncode, head + output, errors


def truncated(folder, size):
    """An input that is cut while it is read is reported, and what was whole comes out."""
    path = os.path.join(folder, "a.jsonl")
    count = corpus.write(path, size)
    status, output, errors = slowed(path, lambda: os.truncate(path, size // 2))
    expect(status == 1 and b"the file became shorter while it was read" in errors, errors)
    ids = [json.loads(line)["id"] for line in output.splitlines()]
    records = len(ids)
    expect(ids == [f"a{number}" for number in range(records)], "the records are not the first ones, whole and in order")
    expect(count // 3 < records < count, f"{records} records of {count}")
    return f"{records} of {count} records"


def deleted(folder, size):
    """An input that is deleted while it is read is read to its end; one that is gone before is reported."""
    first, second = os.path.join(folder, "a.jsonl"), os.path.join(folder, "b.jsonl")
    count = corpus.write(first, size)
    corpus.write(second, 1000)

    def remove():
        os.remove(first)
        os.remove(second)
    process = subprocess.Popen([GAZETTE, "annotate", first, second, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    head = process.stdout.read(1000)
    remove()
    output, errors = process.communicate(timeout=LIMIT)
    expect(process.returncode == 1 and errors == f"{second}: No such file or directory\n".encode(), errors)
    expect((head + output).count(b"\n") == count, "records are missing")
    return f"{count} of {count} records, 1 file reported"


def cut_gzip(folder, size):
    """Of a compressed file that is cut off or damaged, the whole records come out and the rest is reported."""
    lines = list(corpus.lines(size))
    path = os.path.join(folder, "a.jsonl.gz")
    packed = gzip.compress(b"".join(lines), 1)
    with open(path, "wb") as file:
        file.write(packed[:len(packed) // 2])
    done = gazette("annotate", path)
    expect(done.returncode == 1 and b"the compressed data is cut off" in done.stderr, done.stderr)
    kept = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    expect(kept == [f"a{number}" for number in range(len(kept))] and len(kept) > len(lines) // 3, f"{len(kept)} of {len(lines)} records")
    half = len(kept)
    with open(path, "wb") as file:
        file.write(packed[:len(packed) // 2] + bytes(1000) + packed[len(packed) // 2:])
    done = gazette("annotate", path)
    expect(done.returncode == 1 and b"damaged" in done.stderr, done.stderr)
    return f"{half} of {len(lines)} records before the cut"


def damaged_lines(folder, size):
    """Of a file with damaged lines every good record comes out once, unchanged, and every other line is reported."""
    path, report = os.path.join(folder, "a.jsonl"), os.path.join(folder, "report.json")
    bad, count = corpus.damaged(path, size, 0.01)
    whole = [json.loads(line) for line in corpus.lines(size)]
    done = gazette("annotate", path, "--output", os.path.join(folder, "out.jsonl"), "--report", report, "--layers", "sentences")
    with open(report, encoding="utf-8") as file:
        told = json.load(file)
    reported = {failure["line"] for failure in told["failures"]}
    expect(reported <= bad, f"good lines are reported: {sorted(reported - bad)[:5]}")
    with open(os.path.join(folder, "out.jsonl"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    expect(len(records) + len(reported) == count, f"{len(records)} records and {len(reported)} failures of {count} lines")
    numbers = [number for number in range(1, count + 1) if number not in reported]
    for number, record in zip(numbers, records):
        wanted = whole[number - 1]
        expect(number in bad or {key: record[key] for key in wanted} == wanted, f"line {number} is not its own")
    expect(told["documents"] == len(records) and told["failed"] == len(reported) == done.stderr.count(b"\n") - warned(done), "the counts differ")
    inline = subprocess.run([GAZETTE, "stream", "--errors", "inline", "--layers", "sentences"], stdin=open(path, "rb"), capture_output=True, timeout=LIMIT)
    answers = inline.stdout.splitlines()
    errors = {number for number, line in enumerate(answers, 1) if line.startswith(b'{"error":')}
    expect(len(answers) == count and errors == reported, f"{len(answers)} answers to {count} lines, {len(errors)} errors")
    return f"{count} lines, {len(bad)} damaged, {len(reported)} reported, {len(bad - reported)} still records"


def warned(done):
    return sum(b"warning" in line for line in done.stderr.splitlines())
