#!/usr/bin/env python3
"""How costs grow: processor time for each byte or record as texts get longer, lexicons larger, records more, and other scripts more frequent.

usage: curves.py [--large] [--cpu N]
Prints tables in Markdown. --large adds texts of 100 MB, lexicons of 5 million surfaces and a million records; it takes ten minutes and some
gigabytes. Every measure is the whole program, its start taken off.
"""
import argparse
import json
import pathlib
import random
import subprocess
import tempfile

import measuring
from measuring import GAZETTE, IMAGE, ROOT, articles, as_lines, gazette, repeated

CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"


def cost(lines, cpu, start):
    return max(gazette(lines, cpu=cpu)[2] - start, 1e-9)


def table(title, header, rows):
    print(f"\n### {title}\n\n| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)


def long_text(texts, size):
    """One text of about so many bytes, paragraph after paragraph."""
    parts, total, n = [], 0, 0
    while total < size:
        part = texts[n % len(texts)]
        part = part.encode()[: size - total].decode("utf-8", "ignore")
        parts.append(part)
        total += len(part.encode()) + 2
        n += 1
    return "\n\n".join(parts)


def lengths(texts, options, start):
    """The same amount of text in records of different lengths."""
    sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000] + ([100_000_000] if options.large else [])
    for size in sizes:
        count = max(1, 4_000_000 // size)
        record = {"date": "2024-05-01", "text": long_text(texts, size)}
        lines = as_lines([{**record, "id": str(n)} for n in range(count)])
        yield f"{size:,}", count, f"{cost(lines, options.cpu, start) * 1e9 / (size * count):.0f}"


def counts(own, options, start):
    for count in [1, 100, 10_000] + ([1_000_000] if options.large else []):
        record = {"date": "2024-05-01", "text": own[0]["text"][:400]}
        lines = as_lines([{**record, "id": str(n)} for n in range(count)])
        yield f"{count:,}", f"{cost(lines, options.cpu, start) * 1e6 / count:.0f}"


def shares(texts, options, start):
    """Sentences of Cyrillic, Greek and accented Latin letters in place of a share of the text's lines."""
    foreign = ["Министр встретился с делегацией в столице.", "Ο υπουργός συναντήθηκε με την αντιπροσωπεία.", "Près de l’été, où être déçu à Noël."]
    for percent in (0, 1, 10, 50, 100):
        chooser = random.Random(percent)
        lines = [line for text in texts for line in text.split("\n")]
        text = "\n".join(chooser.choice(foreign) if chooser.randrange(100) < percent else line for line in lines)
        count = max(1, 3_000_000 // len(text.encode()))
        records = [{"id": str(n), "date": "2024-05-01", "text": text} for n in range(count)]
        yield percent, f"{cost(as_lines(records), options.cpu, start) * 1e9 / (len(text.encode()) * count):.0f}"


def lexicons(own, options):
    """The project's lexicon with invented names of two words: the texts hold hardly any of them."""
    names = random.Random(7)

    def word():
        return "".join(names.choice(CONSONANTS) + names.choice(VOWELS) for _ in range(names.randrange(2, 5))).capitalize()

    lines = as_lines(repeated(own, 3_000_000))
    for count in [0, 10_000, 100_000, 1_000_000] + ([5_000_000] if options.large else []):
        with tempfile.TemporaryDirectory() as folder:
            for source in (ROOT / "lexicons/en").rglob("*.tsv"):
                target = pathlib.Path(folder) / source.relative_to(ROOT / "lexicons/en")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
            surfaces = sorted({f"{word()} {word()}" for _ in range(count)})
            rows = ["surface\tlabel\tid\tname\tweight\tflags\tsource"] + [f"{s}\tORG\tx:{n}\t{s}\t0\t\thand" for n, s in enumerate(surfaces)]
            (pathlib.Path(folder) / "entities/invented.tsv").write_text("\n".join(rows) + "\n", "utf-8")
            image = pathlib.Path(folder) / "invented.gazette"
            subprocess.run([str(GAZETTE), "lexicon", "compile", folder, "--output", str(image)], check=True, capture_output=True)
            measuring.IMAGE = image
            start = cost(b"", options.cpu, 0)
            seconds = cost(lines, options.cpu, start)
            yield f"{len(surfaces):,}", f"{image.stat().st_size / 1e6:.0f}", f"{seconds * 1e9 / 3_000_000:.0f}", f"{start * 1e3:.0f}"
    measuring.IMAGE = IMAGE


HOSTILE = {
    "one sentence without an end": "and then they went on to the next place ",
    "quotations in quotations": "he said “she said ‘",
    "closing marks": "”)’]\" ",
    "a million matches": "United Nations ",
    "capitals": "PRESIDENT OF THE UNITED STATES OF AMERICA ",
    "digits": "12345 67,890 ",
    "digits without spaces": "1234567890",
    "number words": "twenty-five thousand two hundred and ",
    "dates": "3 January 2024, ",
    "abbreviations": "U.S. Gen. Dr. a.m. ",
    "letters without spaces": "abcdefghij",
    "stops": ". ",
    "commas": ", ",
    "hyphens": "a-b-",
    "combining marks": "e\u0301\u0302",
    "Chinese": "我们昨天在北京见了面",
    "Thai": "เมื่อวานนี้เราพบกัน",
    "emoji": "👩‍👩‍👧 ",
}


def corners(options, start):
    """Nanoseconds a byte for 50 KB and for 800 KB of the same piece: no corner may be quadratic."""
    for name, piece in HOSTILE.items():
        found = []
        for size in (50_000, 800_000):
            text = piece * (size // len(piece.encode()))
            count = 800_000 // size
            lines = as_lines([{"id": str(n), "date": "2024-05-01", "text": text} for n in range(count)])
            found.append(cost(lines, options.cpu, start) * 1e9 / (len(text.encode()) * count))
        yield name, f"{found[0]:.0f}", f"{found[1]:.0f}", "**grows**" if found[1] > 3 * found[0] else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--cpu", default="0")
    options = parser.parse_args()
    own = articles()
    texts = [record["text"] for record in own]
    start = min(gazette(b"", cpu=options.cpu)[2] for _ in range(5))
    print(f"start: {start * 1e3:.1f} ms")
    table("Length of a text", ["bytes", "texts", "ns/byte"], lengths(texts, options, start))
    table("Number of records of 400 characters", ["records", "µs/record"], counts(own, options, start))
    table("Share of lines in other scripts or with accents", ["percent", "ns/byte"], shares(texts, options, start))
    table("Hostile texts", ["text", "ns/byte at 50 KB", "at 800 KB", ""], corners(options, start))
    table("Size of the lexicon", ["names added", "image MB", "ns/byte", "start ms"], lexicons(own, options))


if __name__ == "__main__":
    main()
