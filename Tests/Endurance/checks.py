"""What endurance runs share: the program, a place for files, digests, and the counting of checks."""
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from corpus import ROOT

GAZETTE = os.environ.get("GAZETTE", os.path.join(ROOT, ".build", "release", "gazette"))
LIMIT = float(os.environ.get("ENDURANCE_LIMIT", "3600"))


class Checks:
    """Runs functions, tells how each went, and counts."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, 0, 0

    def run(self, name, body, *arguments):
        folder = tempfile.mkdtemp(prefix="gazette-endurance-")
        begun = time.time()
        try:
            told = body(folder, *arguments)
            self.passed += 1
            print(f"ok    {name} ({time.time() - begun:.1f} s){': ' + told if told else ''}", flush=True)
        except Skipped as reason:
            self.skipped += 1
            print(f"skip  {name}: {reason}", flush=True)
        except Exception as error:
            self.failed += 1
            print(f"FAIL  {name}: {type(error).__name__}: {error}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        sys.exit(1 if self.failed else 0)


class Skipped(Exception):
    """A check that cannot be made here."""


def expect(condition, problem):
    if not condition:
        raise AssertionError(problem)


def expect_quick(seconds, most, what):
    """Fails where something took too long, unless the machine has more to do than it has cores: then nothing can be said."""
    if seconds >= most and os.getloadavg()[0] > os.cpu_count():
        raise Skipped(f"{what} {seconds * 1000:.1f} ms, but the machine is too busy to tell (load {os.getloadavg()[0]:.1f})")
    expect(seconds < most, f"{what} {seconds * 1000:.1f} ms")


def wait_for(happened, process):
    """Waits until something is seen of a process that runs."""
    begun = time.time()
    while not happened():
        expect(process.poll() is None, f"the program ended with status {process.returncode} before")
        expect(time.time() - begun < LIMIT, "it does not happen")
        time.sleep(0.005)


def gazette(*arguments, **options):
    """Runs the program to its end; hangs for no longer than the limit."""
    options.setdefault("stdin", subprocess.DEVNULL)
    if options.get("input") is not None:
        del options["stdin"]
    return subprocess.run([GAZETTE, *arguments], capture_output=True, timeout=LIMIT, **options)


def digest(path):
    """Of a file's bytes, or of the names and bytes of a folder's files."""
    state = hashlib.sha256()
    if os.path.isdir(path):
        for name in sorted(os.listdir(path)):
            state.update(name.encode() + digest(os.path.join(path, name)).encode())
        return state.hexdigest()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            state.update(piece)
    return state.hexdigest()


def resident(process):
    """The resident memory of a process in MiB; None where the system does not tell."""
    try:
        with open(f"/proc/{process.pid}/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS:"))
    except (OSError, StopIteration):
        return None


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()


def no_large_files(size):
    """For a child process: files end at `size` bytes, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
