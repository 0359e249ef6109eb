"""What Spark returns is what `gazette annotate` writes. Needs pyspark, Java, and a build of the program."""
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)
ROOT = os.path.dirname(os.path.dirname(PACKAGE))
PROGRAM = os.environ.get("GAZETTE", os.path.join(ROOT, ".build", "release", "gazette"))
IMAGE = os.environ.get("GAZETTE_IMAGE", os.path.join(ROOT, ".build", "release", "en.gazette"))
SEEDS = os.path.join(ROOT, "seeds", "articles.jsonl")
SIZE = int(os.environ.get("GAZETTE_SPARK_ARTICLES", "120"))

sys.path.insert(0, PACKAGE)
os.environ["PYTHONPATH"] = PACKAGE
os.environ["PYSPARK_PYTHON"] = sys.executable

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from gazette_spark import annotate  # noqa: E402
from gazette_spark.schema import arrow_schema, load  # noqa: E402
from gazette_spark.stream import Stream  # noqa: E402


def articles(count):
    with open(SEEDS, encoding="utf-8") as lines:
        seeds = [json.loads(line) for line in lines]
    return [dict(seeds[number % len(seeds)], id=f"a{number}") for number in range(count)]


def annotated(path, layers=None):
    """The records of a file, by the program alone."""
    options = ["--layers", ",".join(layers)] if layers else []
    lines = subprocess.run([PROGRAM, "annotate", path, "--image", IMAGE, *options], stdout=subprocess.PIPE, check=True).stdout.splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def without_nulls(value):
    """Arrow's absent fields are null, the record's are left out."""
    if isinstance(value, dict):
        return {name: without_nulls(part) for name, part in value.items() if part is not None}
    return [without_nulls(part) for part in value] if isinstance(value, list) else value


def session(master, **options):
    builder = SparkSession.builder.master(master).appName("gazette tests").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    for name, value in options.items():
        builder = builder.config(name.replace("_", "."), value)
    return builder.getOrCreate()


class SchemaTest(unittest.TestCase):
    def test_records_parse_without_loss(self):
        """Every field that the program writes is in the schema, and comes through Arrow as it is."""
        layers = [name for name in load()["properties"] if name != "gazette"]
        records = annotated(SEEDS, layers)
        with Stream([PROGRAM, "stream", "--errors", "inline", "--image", IMAGE, "--layers", ",".join(layers)], arrow_schema(layers)) as stream:
            rows = stream.annotate([record["text"] for record in records.values()], [record.get("date") for record in records.values()]).to_pylist()
        for record, row in zip(records.values(), rows):
            given = next(article for article in articles(24) if article["title"] == record["title"])
            self.assertEqual(without_nulls(row), {name: part for name, part in record.items() if name not in given})

    def test_numbers_keep_their_digits(self):
        """A double's shortest digits are the record's, as long as there are no more than 15 of them."""
        text = "It cost $0.1, then 2.675 and 0.333333333333333 percent of 123,456,789,012,345 and 4,503,599,627,370,497.75 dollars, minus 17.50."
        line = subprocess.run([PROGRAM, "stream", "--image", IMAGE], input=Stream.line(text, None), stdout=subprocess.PIPE, check=True).stdout
        exact = [number["value"] for number in json.loads(line, parse_float=Decimal, parse_int=Decimal)["numbers"]]
        with Stream([PROGRAM, "stream", "--image", IMAGE], arrow_schema()) as stream:
            values = [number["value"] for number in stream.annotate([text]).to_pylist()[0]["numbers"]]
        self.assertEqual(len(exact), 6)
        for value, digits in zip(values, exact):
            self.assertEqual(value, float(digits))
            self.assertEqual(Decimal(repr(value)) == digits, len(digits.normalize().as_tuple().digits) <= 15)

    def test_the_summary_is_asked_for(self):
        self.assertNotIn("summary", arrow_schema().names)
        self.assertEqual(arrow_schema(["summary"]).names, ["summary", "gazette", "error"])

    def test_unknown_layer(self):
        with self.assertRaises(ValueError):
            arrow_schema(["verbs"])


class SparkTest(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory(prefix="gazette-spark-")
        self.path = os.path.join(self.place.name, "articles.jsonl")
        with open(self.path, "w", encoding="utf-8") as file:
            for article in articles(SIZE):
                file.write(json.dumps(article, ensure_ascii=False) + "\n")

    def tearDown(self):
        SparkSession.getActiveSession() and SparkSession.getActiveSession().stop()
        self.place.cleanup()

    def compare(self, rows):
        expected = annotated(self.path)
        found = {row["id"]: row for row in (row.asDict(recursive=True) for row in rows)}
        self.assertEqual(len(rows), len(expected))
        self.assertEqual(found.keys(), expected.keys())
        for name, row in found.items():
            self.assertEqual(without_nulls(row), expected[name])

    def test_one_machine(self):
        spark = session("local[2]")
        frame = spark.read.json(self.path).repartition(3)
        self.compare(annotate(frame, PROGRAM, IMAGE).collect())
        with open(self.path, "a", encoding="utf-8") as file:
            file.write('{"id":"cut","te\n{"id":"none"}\n')
        frame = spark.read.option("columnNameOfCorruptRecord", "corrupt").json(self.path).repartition(2)
        bad = annotate(frame, PROGRAM, IMAGE, layers=["dates"]).where("error is not null").select("id", "error", "dates", "corrupt").collect()
        self.assertEqual(sorted((row.corrupt or row.id, row.dates) for row in bad), [("none", None), ('{"id":"cut","te', None)])
        self.assertEqual({row.error for row in bad}, {"field 'text' is null, a string is wanted"})
        with self.assertRaisesRegex(ValueError, "no column 'body'"):
            annotate(frame, PROGRAM, IMAGE, text="body")

    def test_a_worker_dies(self):
        """A cluster of two workers, one of which is killed in the middle of the work."""
        with Cluster(self.place.name) as cluster:
            spark = session(cluster.url, spark_executor_cores="1", spark_executor_memory="512m", spark_cores_max="2")
            frame = annotate(spark.read.json(self.path).repartition(40), PROGRAM, IMAGE)
            out = os.path.join(self.place.name, "out")
            work = threading.Thread(target=lambda: frame.write.parquet(out))
            work.start()
            cluster.kill_a_worker(when=lambda: completed(spark.sparkContext) >= 8)
            work.join(300)
            self.compare(spark.read.parquet(out).collect())


def completed(context, tasks=40):
    """How many tasks are done of the stage in work that has at least so many."""
    tracker = context.statusTracker()
    infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return max([info.numCompletedTasks for info in infos if info and info.numTasks >= tasks], default=0)


class Cluster:
    """A standalone master and two workers on this machine."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"spark://127.0.0.1:{self.port}"

    def __enter__(self):
        self.start("master.Master", "--port", str(self.port))
        self.wait(lambda: socket.create_connection(("127.0.0.1", self.port), 1).close() or True)
        for number in range(2):
            place = os.path.join(self.folder, f"worker{number}")
            self.start("worker.Worker", self.url, "--cores", "1", "--memory", "1g", "--work-dir", place)
        return self

    def __exit__(self, *reason):
        SparkSession.getActiveSession() and SparkSession.getActiveSession().stop()
        for process in self.processes:
            self.kill(process)

    def start(self, name, *arguments):
        command = [os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-class"), f"org.apache.spark.deploy.{name}"]
        environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", PYTHONPATH=PACKAGE)
        self.processes.append(
            subprocess.Popen(
                [*command, "--host", "127.0.0.1", "--webui-port", "0", *arguments], env=environment, start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    @staticmethod
    def wait(ready, seconds=60):
        end = time.time() + seconds
        while time.time() < end:
            try:
                if ready():
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise TimeoutError("the cluster does not come up")

    def kill_a_worker(self, when, seconds=600):
        self.wait(when, seconds)
        self.kill(self.processes.pop())

    @staticmethod
    def kill(process):
        """With its executors, which are in its group."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()


if __name__ == "__main__":
    unittest.main(verbosity=2)
