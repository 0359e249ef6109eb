#!/usr/bin/env python3
"""Checks the scores of `gazette evaluate` against seqeval and nervaluate on seeded random entities.

Usage: ner_oracle.py GAZETTE. Prints how many ratios agree to 1e-9; exits 1 at the first that differs.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from nervaluate import Evaluator
from seqeval.metrics import f1_score, precision_score, recall_score
from seqeval.scheme import IOB2

LABELS = ["LOC", "MISC", "ORG", "PER"]
SCHEMES = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}


def random_spans(dice, length):
    """Spans of token indices (first, last, label) that do not overlap."""
    spans, position = [], 0
    while position < length:
        if dice.random() < 0.35:
            last = min(length - 1, position + dice.choice([0, 0, 1, 2]))
            spans.append((position, last, dice.choice(LABELS)))
            position = last + 1
        else:
            position += 1
    return spans


def disturbed(dice, spans, length):
    """What a mediocre tagger might find: some spans lost, moved, renamed, some added."""
    found = []
    for first, last, label in spans + random_spans(dice, length)[:1]:
        chance = dice.random()
        if chance < 0.15:
            continue
        if chance < 0.3:
            first, last = max(0, first + dice.choice([-1, 0, 1])), min(length - 1, last + dice.choice([0, 1]))
        elif chance < 0.45:
            label = dice.choice(LABELS)
        if first <= last and all(last < other[0] or other[1] < first for other in found):
            found.append((first, last, label))
    return sorted(found)


def tags(spans, length):
    row = ["O"] * length
    for first, last, label in spans:
        row[first] = "B-" + label
        row[first + 1:last + 1] = ["I-" + label] * (last - first)
    return row


def write(path, rows):
    documents = ["-DOCSTART- O\n\n" + "".join(f"w{index} {tag}\n" for index, tag in enumerate(row)) for row in rows]
    path.write_text("\n".join(documents))


def compare(name, ours, theirs, checked):
    assert abs((ours or 0) - theirs) < 1e-9, (name, ours, theirs)
    checked.append(name)


def check(gazette, seed, checked):
    dice = random.Random(seed)
    lengths = [dice.randint(1, 40) for _ in range(60)]
    gold = [random_spans(dice, length) for length in lengths]
    predicted = [disturbed(dice, spans, length) for spans, length in zip(gold, lengths)]
    gold_tags, predicted_tags = ([tags(*pair) for pair in zip(side, lengths)] for side in (gold, predicted))
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, name) for name in ("gold.conll", "predicted.conll")]
        write(paths[0], gold_tags)
        write(paths[1], predicted_tags)
        command = [gazette, "evaluate", paths[0], "--predictions", paths[1], "--json", "--samples", "1"]
        scores = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["layers"]["entities"]

    def spans(side):
        return [[{"start": first, "end": last, "label": label} for first, last, label in row] for row in side]

    results = Evaluator(spans(gold), spans(predicted), tags=LABELS, loader="dict").evaluate()
    for ours, theirs in SCHEMES.items():
        for ratio in ("precision", "recall", "f1"):
            compare(f"{seed} {ours} {ratio}", scores[ours][ratio], getattr(results["overall"][theirs], ratio), checked)
        for count in ("correct", "partial", "incorrect", "missed", "spurious"):
            compare(f"{seed} {ours} {count}", scores[ours][count], getattr(results["overall"][theirs], count), checked)
    for ratio, scorer in (("precision", precision_score), ("recall", recall_score), ("f1", f1_score)):
        compare(f"{seed} seqeval {ratio}", scores["strict"][ratio], scorer(gold_tags, predicted_tags, mode="strict", scheme=IOB2), checked)
    macro = f1_score(gold_tags, predicted_tags, mode="strict", scheme=IOB2, average="macro")
    compare(f"{seed} seqeval macro", scores["strict"]["macro_f1"], macro, checked)


checked = []
for seed in range(10):
    check(sys.argv[1], seed, checked)
print(f"{len(checked)} scores agree")
