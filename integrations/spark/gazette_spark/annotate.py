"""Annotates DataFrames: a long-running `gazette stream` for every partition."""
import json
import os
import shutil
import subprocess

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from .schema import arrow_schema
from .stream import Stream


def annotate(frame, program="gazette", image=None, text="text", date="date", layers=None, options=()):
    """The DataFrame with a column for every layer, `gazette`, and `error`, which is null unless the record could not be annotated.

    program  the name of a program that every worker has, or the path of one here, which is sent to them
    image    the path of a compiled lexicon here, which is sent to the workers once; without it, the program's own
    text     the column that holds the text
    date     the column that holds the day of writing; it need not exist
    layers   the layers to add; without it, all but `summary`
    options  further options of `gazette stream`

    Columns of the same names are replaced. The workers' lexicon must have the digest of the one here.
    """
    if text not in frame.columns:
        raise ValueError(f"there is no column '{text}' among {', '.join(frame.columns)}")
    added = arrow_schema(layers)
    kept = [name for name in frame.columns if name not in added.names]
    ship = Shipment(frame.sparkSession.sparkContext, program, image, ["--errors", "inline", *(["--layers", ",".join(layers)] if layers else []), *options])
    lexicon = ship.lexicon
    output = StructType(frame.select(*kept).schema.fields + from_arrow_schema(added).fields)
    kept_schema = to_arrow_schema(frame.select(*kept).schema)
    result = pa.schema(list(kept_schema) + list(added))

    def partition(batches):
        with Stream(ship.command(), added, lexicon) as stream:
            for piece in (piece for batch in batches for piece in pieces(batch)):
                table = pa.Table.from_batches([piece])
                dates = table[date].to_pylist() if date in table.column_names else None
                answers = stream.annotate(table[text].to_pylist(), dates)
                columns = [table[name] for name in kept] + [answers[name] for name in added.names]
                yield from pa.table(columns, names=result.names).cast(result).combine_chunks().to_batches()

    return frame.mapInArrow(partition, output)


def pieces(batch, most=4 << 20):
    """A batch in slices of about so many bytes: annotations take ten times the room of a text, and a worker should hold few of them."""
    rows = max(1, batch.num_rows * most // max(1, batch.nbytes))
    return (batch.slice(start, rows) for start in range(0, batch.num_rows, rows))


class Shipment:
    """The program and its lexicon as the workers find them."""

    def __init__(self, context, program, image, options):
        local = shutil.which(program)
        if local is None:
            raise FileNotFoundError(f"there is no program '{program}' here; name the path of one")
        self.lexicon = digest(local, image)
        self.program, self.image, self.options = program, image, list(options)
        if os.sep in program:
            context.addFile(program)
        if image is not None:
            context.addFile(image)

    def command(self):
        """What a worker runs."""
        program = SparkFiles.get(os.path.basename(self.program)) if os.sep in self.program else self.program
        image = [] if self.image is None else ["--image", SparkFiles.get(os.path.basename(self.image))]
        return [program, "stream", "--jobs", "1", *image, *self.options]


def digest(program, image):
    """The digest of the lexicon that a program uses, by its own account."""
    command = [program, "stream", "--layers", "sentences"] + ([] if image is None else ["--image", image])
    answer = subprocess.run(command, input=b'{"text":""}\n', stdout=subprocess.PIPE, check=True, timeout=60).stdout
    return json.loads(answer)["gazette"]["lexicon"]
