#!/usr/bin/env python3
"""How costs grow: processor time for each byte or record as texts get longer, lexicons larger, records more, and other scripts more frequent.

usage: curves.py [--large] [--cpu N] [--plot FILE.svg]
Prints tables in Markdown and draws them. --large adds texts of 100 MB, lexicons of 5 million surfaces and ten million records; it takes half an hour
and some gigabytes. Every measure is the whole program, its start taken off.
"""
import argparse
import json
import pathlib
import random
import subprocess
import tempfile

import measuring
from measuring import GAZETTE, IMAGE, ROOT, articles, as_lines, processor_time, repeated
from plot import Panel, drawing

CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"


def cost(lines, options, start, copies=1):
    """Seconds for lines given so many times over, without the program's start."""
    return max(processor_time(lines, copies, options.cpu) - start, 1e-9)


def table(title, header, rows):
    """Prints rows as they come, and gives them back."""
    print(f"\n### {title}\n\n| {' | '.join(header)} |\n|{'---|' * len(header)}")
    kept = []
    for row in rows:
        kept.append(row)
        print("| " + " | ".join(cell if isinstance(cell, str) else f"{cell:,.0f}" for cell in row) + " |", flush=True)
    return kept


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
    """The same text in records of different lengths."""
    sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000] + ([100_000_000] if options.large else [])
    for size in sizes:
        text = long_text(texts, max(size, 5_000_000)).encode()
        pieces = [text[n : n + size].decode("utf-8", "ignore") for n in range(0, len(text), size)]
        lines = as_lines([{"date": "2024-05-01", "text": piece} for piece in pieces])
        yield size, len(pieces), cost(lines, options, start) * 1e9 / len(text)


def counts(own, options, start):
    for count in [1, 100, 10_000] + ([1_000_000, 10_000_000] if options.large else []):
        line = as_lines([{"date": "2024-05-01", "text": own[0]["text"][:400]}])
        yield count, cost(line, options, start, count) * 1e6 / count


def shares(texts, options, start):
    """Sentences of Cyrillic, Greek and accented Latin letters in place of a share of the text's lines."""
    foreign = ["Министр встретился с делегацией в столице.", "Ο υπουργός συναντήθηκε με την αντιπροσωπεία.", "Près de l’été, où être déçu à Noël."]
    for percent in (0, 1, 10, 50, 100):
        chooser = random.Random(percent)
        lines = [line for text in texts for line in text.split("\n")]
        text = "\n".join(chooser.choice(foreign) if chooser.randrange(100) < percent else line for line in lines)
        count = max(1, 3_000_000 // len(text.encode()))
        line = as_lines([{"date": "2024-05-01", "text": text}])
        yield percent, cost(line, options, start, count) * 1e9 / (len(text.encode()) * count)


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
            start = cost(b"", options, 0)
            seconds = cost(lines, options, start)
            yield len(surfaces), image.stat().st_size / 1e6, seconds * 1e9 / 3_000_000, start * 1e3
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
    """Nanoseconds a byte for 50 KB and for 800 KB of the same piece: a quadratic rule would take 16 times as long, memory that is new only a few."""
    for name, piece in HOSTILE.items():
        found = []
        for size in (50_000, 800_000):
            text = piece * (size // len(piece.encode()))
            count = 800_000 // size
            line = as_lines([{"date": "2024-05-01", "text": text}])
            found.append(cost(line, options, start, count) * 1e9 / (len(text.encode()) * count))
        yield name, *found, "**grows**" if found[1] > 3 * found[0] else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--cpu", default="0")
    parser.add_argument("--plot", type=pathlib.Path)
    options = parser.parse_args()
    own = articles()
    texts = [record["text"] for record in own]
    start = min(processor_time(b"", cpu=options.cpu) for _ in range(5))
    print(f"start: {start * 1e3:.1f} ms")
    by_length = table("Length of a text", ["bytes", "texts", "ns/byte"], lengths(texts, options, start))
    by_count = table("Number of records of 400 characters", ["records", "µs/record"], counts(own, options, start))
    by_share = table("Share of lines in other scripts or with accents", ["percent", "ns/byte"], shares(texts, options, start))
    table("Hostile texts", ["text", "ns/byte at 50 KB", "at 800 KB", ""], corners(options, start))
    by_lexicon = table("Size of the lexicon", ["names added", "image MB", "ns/byte", "start ms"], lexicons(own, options))
    if options.plot:
        panels = [
            Panel("ns a byte by the length of a text in bytes", [(size, cost) for size, _, cost in by_length]),
            Panel("ns a byte by the names added to the lexicon", [(names, cost) for names, _, cost, _ in by_lexicon]),
            Panel("µs a record of 400 characters by the number of records", by_count[1:]),
            Panel("ns a byte by the percentage of lines in other scripts", by_share),
        ]
        options.plot.write_text(drawing(panels), "utf-8")


if __name__ == "__main__":
    main()
