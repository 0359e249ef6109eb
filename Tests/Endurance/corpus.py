"""Articles for endurance runs: the seeds, repeated under new ids, whole and damaged."""
import json
import os
import random

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = os.path.join(ROOT, "seeds", "articles.jsonl")


def texts(source=None):
    """The records of a file of JSON Lines; without one, of the seeds."""
    with open(source or SEEDS, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def lines(size, source=None, prefix="a"):
    """Lines of at least `size` bytes in all, each with an id of its own."""
    parted = [json.dumps(dict(article, id="?id?"), ensure_ascii=False).encode().split(b"?id?", 1) for article in texts(source)]
    written, number = 0, 0
    while written < size:
        before, behind = parted[number % len(parted)]
        line = b"%b%b%d%b\n" % (before, prefix.encode(), number, behind)
        yield line
        written += len(line)
        number += 1


def write(path, size, source=None, prefix="a"):
    """Writes lines to a file and returns how many."""
    count = 0
    with open(path, "wb") as file:
        for line in lines(size, source, prefix):
            file.write(line)
            count += 1
    return count


def damage(line, draw):
    """A line with a bit flipped, a piece or its end cut off, or a piece doubled, never with another line feed."""
    body = bytearray(line[:-1])
    at = draw.randrange(len(body))
    kind = draw.choice(["flip", "high bit", "cut", "end", "double"])
    if kind == "flip":
        body[at] ^= 1 << draw.randrange(8)
    elif kind == "high bit":
        body[at] ^= 0x80
    elif kind == "end":
        del body[at:]
    elif kind == "cut":
        del body[at:at + draw.randrange(1, 200)]
    else:
        body[at:at] = body[at:at + draw.randrange(1, 200)]
    return bytes(body).replace(b"\n", b" ") + b"\n"


def damaged(path, size, share, seed=1):
    """Writes lines of which a share is damaged. Returns the line numbers of these, from 1 on, and how many lines there are."""
    draw, bad, count = random.Random(seed), set(), 0
    with open(path, "wb") as file:
        for line in lines(size):
            count += 1
            if draw.random() < share:
                bad.add(count)
                line = damage(line, draw)
            file.write(line)
    return bad, count
