"""Checks that what is timed is also right."""
import json

from measuring import gazette

SPANS = {"entities", "dates", "numbers", "stance"}


def check(lines, records, icu):
    """One record for each article, every span's text where it says; no more words than ICU parts and rules join; the same bytes from two workers."""
    output, _, _ = gazette(lines)
    found = [json.loads(line) for line in output.splitlines()]
    assert [r["id"] for r in found] == [r["id"] for r in records], "records are lost or out of order"
    for record, article in zip(found, records):
        text = article["text"]
        assert record["text"] == text, f"record {record['id']}: the text has changed"
        for layer in SPANS:
            for span in record[layer]:
                assert text[span["start"] : span["end"]] == span["text"], f"record {record['id']}: {layer} {span}"
        covered = "".join(text[start:end] for start, end in record["tokens"])
        assert covered == "".join(text.split()), f"record {record['id']}: tokens do not cover the text"
    tokens = sum(len(r["tokens"]) for r in found)
    assert 0.4 * icu["words"] < tokens < icu["words"], f"{tokens} tokens of ICU's {icu['words']} stretches"
    assert gazette(lines, jobs=2, cpu=None)[0] == output, "two workers give other bytes"
    return output
