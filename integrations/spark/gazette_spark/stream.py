"""A running `gazette stream`: batches of articles in, as many answers out."""
import json
import subprocess
import threading

import pyarrow as pa
import pyarrow.json


class Stream:
    """Belongs to one partition. Every line in is a line out, so that answers need no names to find their articles."""

    def __init__(self, command, schema, lexicon=None):
        """Starts the program. `lexicon` is the digest that its answers must bear."""
        self.schema, self.lexicon = schema, lexicon
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.process.kill()
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def annotate(self, texts, dates=None):
        """A table with a row for every text."""
        lines = [self.line(text, date) for text, date in zip(texts, dates or [None] * len(texts))]
        feeder = threading.Thread(target=self.feed, args=(b"".join(lines),), daemon=True)
        feeder.start()
        answers = [self.process.stdout.readline() for _ in lines]
        feeder.join()
        if not all(answer.endswith(b"\n") for answer in answers):
            raise RuntimeError(f"gazette ended with status {self.process.wait()} after {sum(map(bool, answers))} of {len(lines)} records")
        return self.table(answers)

    @staticmethod
    def line(text, date):
        article = {"text": text} if date is None else {"date": str(date), "text": text}
        return json.dumps(article).encode() + b"\n"

    def feed(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except OSError:
            pass

    def table(self, answers):
        if not answers:
            return self.schema.empty_table()
        data = b"".join(answers)
        table = pa.json.read_json(
            pa.BufferReader(data), pa.json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            pa.json.ParseOptions(explicit_schema=self.schema, unexpected_field_behavior="ignore"))
        table = table.select(self.schema.names)
        self.check(table)
        return table

    def check(self, table):
        digests = {answer["lexicon"] for answer in table["gazette"].slice(0, 100).to_pylist() if answer}
        if self.lexicon and digests - {self.lexicon}:
            raise RuntimeError(f"the lexicon here is {digests.pop()}, the driver's {self.lexicon}")
