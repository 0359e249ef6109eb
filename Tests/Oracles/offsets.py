#!/usr/bin/env python3
"""Checks records on standard input: every annotation's text is the slice of the record's text at its offsets, in the unit that the record states.

Prints how many records and annotations were checked; exits 1 at the first that differs.
"""
import json
import sys

LAYERS = ("sentences", "tokens", "entities", "dates", "numbers", "stance", "quotations")


def slicer(text, unit):
    if unit == "codepoint":
        return lambda start, end: text[start:end]
    encoding = {"utf16": "utf-16-le", "utf8": "utf-8"}[unit]
    width = 2 if unit == "utf16" else 1
    encoded = text.encode(encoding)
    return lambda start, end: encoded[start * width:end * width].decode(encoding)


def spans(value):
    """Every object with start, end and text below a value."""
    if isinstance(value, dict):
        if "start" in value and "end" in value and "text" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


records = annotations = 0
for line in sys.stdin.buffer:
    record = json.loads(line)
    cut = slicer(record["text"], record["gazette"]["offsets"])
    for layer in LAYERS:
        for annotation in record.get(layer, []):
            if isinstance(annotation, list):
                start, end = annotation
                piece = cut(start, end)
                assert piece and piece == piece.strip("\n\r"), (record.get("id"), layer, annotation, piece)
                annotations += 1
        for span in spans(record.get(layer, [])):
            piece = cut(span["start"], span["end"])
            assert piece == span["text"], (record.get("id"), layer, span, piece)
            annotations += 1
    records += 1
print(f"{records} records, {annotations} annotations")
