"""Annotates a folder of JSON Lines or Parquet: `spark-submit gazette_job.py INPUT OUTPUT`, `python -m gazette_spark INPUT OUTPUT`."""
import argparse

from pyspark.sql import SparkSession

from . import annotate


def read(spark, path, form):
    """A line that is no JSON keeps its text in the column `corrupt`."""
    if form == "json":
        return spark.read.option("columnNameOfCorruptRecord", "corrupt").json(path)
    return spark.read.parquet(path)


def main():
    parser = argparse.ArgumentParser(prog="gazette_spark", description=__doc__)
    parser.add_argument("input", help="a folder or file")
    parser.add_argument("output", help="the folder to write; it must not exist")
    parser.add_argument("--from", dest="source", choices=["json", "parquet"], default="json")
    parser.add_argument("--to", dest="target", choices=["json", "parquet"], default="parquet")
    parser.add_argument("--program", default="gazette", help="its name on the workers, or the path of one to send to them")
    parser.add_argument("--image", help="the compiled lexicon to send to the workers")
    parser.add_argument("--text", default="text")
    parser.add_argument("--date", default="date")
    parser.add_argument("--layers", type=lambda names: names.split(","))
    parser.add_argument("--partitions", type=int, help="how many parts the work has; by default as Spark cuts the files")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("gazette").getOrCreate()
    frame = read(spark, options.input, options.source)
    if options.partitions:
        frame = frame.repartition(options.partitions)
    frame = annotate(frame, options.program, options.image, options.text, options.date, options.layers)
    getattr(frame.write, options.target)(options.output)
    spark.stop()


if __name__ == "__main__":
    main()
