"""What the benchmarks share: the project's own texts, the yardstick, and processor time."""
import json
import pathlib
import resource
import shutil
import struct
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GAZETTE = ROOT / ".build/release/gazette"
IMAGE = ROOT / ".build/release/en.gazette"
LAYERS = ["sentences", "tokens", "entities", "dates", "numbers", "stance"]


def articles():
    """The seed articles and the annotated ones, as id, date and text."""
    paths = [ROOT / "seeds/articles.jsonl", *sorted((ROOT / "corpora/articles").glob("*.jsonl"))]
    records = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [{"id": str(n), "date": r["date"], "text": r["text"]} for n, r in enumerate(records)]


def repeated(records, size):
    """Records again and again, under new ids, up to a size of text in bytes."""
    result, total = [], 0
    while total < size:
        for record in records:
            result.append({**record, "id": str(len(result))})
            total += len(record["text"].encode())
            if total >= size:
                break
    return result


def as_lines(records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()


def text_bytes(records):
    return sum(len(r["text"].encode()) for r in records)


class Yardstick:
    """The bare ICU loop, compiled once."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.program = pathlib.Path(self.folder.name) / "bare_icu"
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "icu-uc"], capture_output=True, text=True, check=True).stdout.split()
        source = ROOT / "Benchmarks/bare_icu.c"
        subprocess.run(["cc", "-O2", str(source), "-o", str(self.program), *flags], check=True)

    def run(self, records, cpu="0"):
        """What ICU finds, and the processor time it takes."""
        texts = [r["text"].encode() for r in records]
        framed = b"".join(struct.pack("<I", len(t)) + t for t in texts)
        done = subprocess.run([*on_core(cpu), str(self.program)], input=framed, capture_output=True, check=True)
        return json.loads(done.stdout)


def on_core(cpu):
    return ["taskset", "-c", cpu] if cpu is not None and shutil.which("taskset") else []


def children_time():
    """Seconds of processor time of all processes that were waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def command(*options, cpu="0", jobs=1):
    return [*on_core(cpu), str(GAZETTE), "stream", "--image", str(IMAGE), "--jobs", str(jobs), *options]


def succeeded(done):
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(done.args)} ended with {done.returncode}: {done.stderr.decode()[:500]}")
    return done


def gazette(lines, *options, cpu="0", jobs=1):
    """Runs `gazette stream`; its output, its standard error and the processor time of the whole process in seconds."""
    before = children_time()
    done = succeeded(subprocess.run(command(*options, cpu=cpu, jobs=jobs), input=lines, capture_output=True))
    return done.stdout, done.stderr.decode(), children_time() - before


def processor_time(lines, copies=1, cpu="0"):
    """Seconds that `gazette stream` takes for lines given so many times over, its output thrown away."""
    with tempfile.TemporaryFile() as source:
        for _ in range(copies):
            source.write(lines)
        source.seek(0)
        before = children_time()
        succeeded(subprocess.run(command(cpu=cpu), stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
        return children_time() - before
