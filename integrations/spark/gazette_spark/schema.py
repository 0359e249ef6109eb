"""The types of what Gazette adds to a record, made from record.schema.json."""
import json
import os

import pyarrow as pa

PATH = os.path.join(os.path.dirname(__file__), "record.schema.json")


def load():
    with open(PATH, encoding="utf-8") as file:
        return json.load(file)


def arrow_type(schema, root):
    """The Arrow type of a part of the JSON Schema."""
    if "$ref" in schema:
        return arrow_type(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    kind = schema["type"]
    if kind == "array":
        return pa.list_(arrow_type(schema["items"], root))
    if kind == "object":
        return pa.struct([(name, arrow_type(part, root)) for name, part in schema["properties"].items()])
    return {"integer": pa.int32(), "number": pa.float64(), "string": pa.string(), "boolean": pa.bool_()}[kind]


def arrow_schema(layers=None):
    """The columns that are added: the layers asked for or those written by default, `gazette`, and `error` for a record that could not be annotated."""
    root = load()
    wanted = root["required"] if layers is None else [*layers, "gazette"]
    names = [name for name in root["properties"] if name in wanted]
    unknown = set(wanted) - set(names)
    if unknown:
        raise ValueError(f"no layer is called {', '.join(sorted(unknown))}")
    fields = [pa.field(name, arrow_type(root["properties"][name], root)) for name in names]
    return pa.schema(fields + [pa.field("error", pa.string())])
