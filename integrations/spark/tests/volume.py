"""Much text through Spark, compared with what the program writes alone, record for record.

    volume.py FILE FOLDER

FILE is JSON Lines with the ids a0, a1, …, as `Tests/Endurance/volume.py write` makes it. It is annotated on local[2], then on a standalone cluster of two
workers of which one is killed when half of the tasks are done; Parquet goes to FOLDER and is compared, in order, with what `gazette annotate` writes.
"""
import os
import subprocess
import sys
import threading
import time

import pyarrow as pa
import pyarrow.json
import pyarrow.parquet
from pyspark import SparkContext

from test_annotate import IMAGE, PROGRAM, Cluster, annotate, arrow_schema, completed, session

FIELDS = [pa.field(name, pa.string()) for name in ["id", "title", "date", "text"]]
PIECE = 64 << 20


def write(spark, source, target, before=lambda: None):
    """Annotates a file into a folder of Parquet."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", os.path.getsize(source) // 40)
    frame = spark.read.schema(", ".join(f"{field.name} string" for field in FIELDS)).json(source)
    before()
    annotate(frame, PROGRAM, IMAGE).write.parquet(target)


def on_one_machine(source, target):
    spark = session("local[2]")
    write(spark, source, target)
    spark.stop()
    gateway, SparkContext._gateway, SparkContext._jvm = SparkContext._gateway, None, None
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()


def on_a_cluster(source, target):
    with Cluster(os.path.dirname(target)) as cluster:
        spark = session(cluster.url, spark_executor_cores="1", spark_executor_memory="1g", spark_cores_max="2")
        killer = threading.Thread(target=lambda: cluster.kill_a_worker(when=lambda: completed(spark.sparkContext) >= 20, seconds=36000))
        write(spark, source, target, before=killer.start)
        killer.join()


def parts(folder):
    """The files of a folder in the order of their records."""
    paths = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".parquet")]
    first = {path: next(pa.parquet.ParquetFile(path).iter_batches(1, columns=["id"]), None) for path in paths}
    return sorted((path for path in paths if first[path] is not None), key=lambda path: int(first[path]["id"][0].as_py()[1:]))


def tables(folder, schema):
    for path in parts(folder):
        for batch in pa.parquet.ParquetFile(path).iter_batches(2000):
            yield pa.Table.from_batches([batch]).select(schema.names).cast(schema)


def compare(source, folders):
    """How many records there are, all the same in every folder as by the program alone."""
    schema = pa.schema([*FIELDS, *arrow_schema()])
    process = subprocess.Popen([PROGRAM, "annotate", source, "--image", IMAGE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    rest, count = {folder: None for folder in folders}, 0
    found = {folder: tables(folder, schema) for folder in folders}
    while lines := process.stdout.readlines(PIECE):
        data = b"".join(lines)
        expected = pa.json.read_json(
            pa.BufferReader(data), pa.json.ReadOptions(block_size=len(data) + 1), pa.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"))
        for folder in folders:
            while rest[folder] is None or rest[folder].num_rows < len(lines):
                more = next(found[folder])
                rest[folder] = more if rest[folder] is None else pa.concat_tables([rest[folder], more])
            if not rest[folder].slice(0, len(lines)).combine_chunks().equals(expected.select(schema.names).combine_chunks()):
                raise AssertionError(f"{folder}: records {count} to {count + len(lines)} differ")
            rest[folder] = rest[folder].slice(len(lines))
        count += len(lines)
    if process.wait() or any(table is None or table.num_rows or next(found[folder], None) for folder, table in rest.items()):
        raise AssertionError("there are more records than there should be")
    return count


def measured(name, body, *arguments):
    """Runs a function and prints how long it took and what time of processors its processes took, those of a cluster excepted."""
    def processor():
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system
    begun, before = time.time(), processor()
    told = body(*arguments)
    print(f"{name}: {time.time() - begun:.0f} s, {processor() - before:.0f} s of processor time{f', {told} records' if told else ''}", flush=True)


def alone(source):
    subprocess.run([PROGRAM, "annotate", source, "--image", IMAGE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, folder = map(os.path.abspath, sys.argv[1:])
    os.makedirs(folder)
    local, cluster = os.path.join(folder, "local"), os.path.join(folder, "cluster")
    measured("the program alone", alone, source)
    measured("local[2]", on_one_machine, source, local)
    measured("a cluster of two workers, one killed half-way", on_a_cluster, source, cluster)
    measured("the same records", compare, source, [local, cluster])
