#!/usr/bin/env python3
"""What a fuzzer of texts begins with: seeds.py FOLDER DICTIONARY

Writes the texts of the cases and the paragraphs of the seed articles, a file each, to a folder, and words of the lexicon that rules look for to a libFuzzer dictionary.
"""
import hashlib
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_WORDS = 3000


def texts():
    for path in sorted((ROOT / "corpora/cases").glob("*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    with open(ROOT / "seeds/articles.jsonl", encoding="utf-8") as lines:
        for line in lines:
            yield from json.loads(line)["text"].split("\n\n")


def words():
    """As many of every folder, in even steps."""
    for folder in ["context", "dates", "numbers", "quotations", "stance", "people", "segmentation"]:
        rows = [line.split("\t")[0] for path in sorted((ROOT / "lexicons/en" / folder).glob("*.tsv")) for line in open(path, encoding="utf-8")]
        step = max(1, len(rows) * 7 // MOST_WORDS)
        yield from (row for row in rows[1::step] if len(row.encode()) <= 60)
    yield from ["“", "”", "‘", "’", "—", "…", "\r\n\r\n", " per cent", "$", "€", "٣", "́", "中", "ไทย", "😀", "‍"]


folder, dictionary = map(pathlib.Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
for text in texts():
    data = text.encode()[:4096]
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
with open(dictionary, "w", encoding="ascii") as file:
    for word in words():
        file.write('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n')
