"""Annotates DataFrames of news with Gazette on Apache Spark."""
from .annotate import annotate

__all__ = ["annotate"]
