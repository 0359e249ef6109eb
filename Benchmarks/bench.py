#!/usr/bin/env python3
"""Measures the program on the project's own texts and checks its answers.

usage: bench.py [--floors] [--cpu N] [--rounds N]
Prints processor time by step, instructions by step where valgrind is at hand, and the ratio of the whole job's throughput to that of a bare ICU
loop over the same texts on the same core, run in turn. With --floors it fails where a figure of FLOORS.tsv is missed.
"""
import argparse
import datetime
import platform
import re
import shutil
import statistics
import subprocess
import tempfile

from answers import check
from measuring import GAZETTE, IMAGE, LAYERS, ROOT, Yardstick, articles, as_lines, gazette, repeated, text_bytes

SETTINGS = [("sentences,tokens", "segmentation alone")] + [(layer, f"{layer} and what they require") for layer in LAYERS[2:]] + [(",".join(LAYERS), "all layers")]


def steps(records, cpu):
    """The program's own table of where its time went."""
    return gazette(as_lines(records), "--timings", cpu=cpu)[1]


def ratios(records, yardstick, cpu, rounds):
    """By layers: throughput in MB/s and its ratio to the yardstick's, as medians of pairs."""
    lines, size, result = as_lines(records), text_bytes(records), {}
    for layers, name in SETTINGS:
        speeds, shares = [], []
        for _ in range(rounds):
            icu = yardstick.run(records, cpu)["seconds"]
            seconds = gazette(lines, "--layers", layers, cpu=cpu)[2]
            speeds.append(size / seconds / 1e6)
            shares.append(icu / seconds)
        result[name] = (statistics.median(speeds), statistics.median(shares), min(shares), max(shares))
    return result


def instructions():
    """By step: instructions a byte of text on the seed articles, counted by callgrind; nothing without valgrind."""
    if not shutil.which("valgrind"):
        return {}
    seeds = ROOT / "seeds/articles.jsonl"
    size = text_bytes([r for r in articles()][: len(seeds.read_bytes().splitlines())])
    with tempfile.TemporaryDirectory() as folder:
        # Some versions of valgrind cannot read the debug information that Swift writes; the names of functions are enough.
        program, counts = f"{folder}/gazette", f"{folder}/counts"
        subprocess.run(["strip", "-g", "-o", program, str(GAZETTE)], check=True)
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", program]
        command += ["annotate", "--jobs", "1", "--image", str(IMAGE), str(seeds)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], capture_output=True, text=True, check=True)
    found = {}
    for line in report.stdout.splitlines():
        count = re.match(r"\s*([\d,]+) \(", line)
        name = step_name(line)
        if count and name:
            found[name] = max(found.get(name, 0), int(count[1].replace(",", "")) / size)
    return found


def step_name(line):
    """The step whose entry function a line of callgrind's report is about, told by Swift's mangled name."""
    stage = re.search(r"\$s7Gazette\d+(\w+?Stage)VA.*P3run2on.*TW", line)
    if stage:
        return stage[1]
    marks = {
        "7Gazette13ArticleReaderV4read4json": "reading",
        "7Gazette12RecordWriterV6append.*AA7ArticleV_AA8DocumentV": "writing",
        "7Gazette11ChunkWorkerC7process": "all",
    }
    return next((name for mark, name in marks.items() if re.search(mark, line)), None)


def floors():
    """Rows of FLOORS.tsv: figure, at least or at most, value."""
    rows = (ROOT / "Benchmarks/FLOORS.tsv").read_text("utf-8").splitlines()[1:]
    return [(name, bound, float(value)) for name, bound, value in (row.split("\t") for row in rows)]


def missed(counts, shares):
    """The floors that the figures miss, in words."""
    figures = {f"instructions {name}": value for name, value in counts.items()}
    figures |= {f"ratio {name}": values[3] for name, values in shares.items()}
    for name, bound, value in floors():
        found = figures.get(name)
        if found is None and not counts:
            print(f"{name}: not measured (no valgrind)")
        elif found is None:
            yield f"{name} is not found in what valgrind has counted"
        elif found < value if bound == "least" else found > value:
            yield f"{name} is {found:.2f}, at {bound} {value:g} is wanted"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--cpu", default="0")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    yardstick, own = Yardstick(), articles()
    check(as_lines(own), own, yardstick.run(own, options.cpu))
    print(f"answers checked on {len(own)} articles; {platform.machine()}, {datetime.date.today()}\n")
    records = repeated(own, 8_000_000)
    print(steps(records, options.cpu))
    counts = instructions()
    print("instructions a byte of text" + ("" if counts else ": skipped, valgrind is not installed"))
    for name, value in counts.items():
        print(f"  {name:<20}{value:10.1f}")
    shares = ratios(records, yardstick, options.cpu, options.rounds)
    print(f"\n{'layers':<40}{'MB/s':>8}{'ratio to bare ICU':>20}")
    for name, (speed, ratio, low, high) in shares.items():
        print(f"{name:<40}{speed:8.1f}{ratio:12.3f} ({low:.3f}–{high:.3f})")
    failures = list(missed(counts, shares)) if options.floors else []
    for failure in failures:
        print(failure)
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
