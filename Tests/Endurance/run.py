#!/usr/bin/env python3
"""Batches and streams that are left alone: killed, starved, flooded. Needs the program in .build/release, or $GAZETTE.

    python3 Tests/Endurance/run.py                            # small, for every change
    python3 Tests/Endurance/run.py --size 1G --kills 50       # for a release
"""
import argparse
import fnmatch

import faults
import flow
import resuming
from checks import Checks


def size(text):
    units = {"K": 10, "M": 20, "G": 30}
    return int(text[:-1]) << units[text[-1]] if text[-1] in units else int(text)


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--size", type=size, default=size("4M"), help="how much input the long runs read")
parser.add_argument("--kills", type=int, default=6, help="how often a batch is killed, in all")
parser.add_argument("--only", action="append", help="only checks whose names match, such as 'killed*'; may be repeated")
options = parser.parse_args()
small = min(options.size, 8 << 20)

plan = [
    ("start-up to the first record", flow.start_up),
    ("a line that comes alone", flow.prompt),
    ("the reader is gone", flow.closed_output),
    ("the input is closed", flow.closed_input),
    ("a slow reader", flow.slow_reader, 2 << 20),
    ("lines beyond the limit", flow.long_lines),
    ("a full disk", faults.full_disk, small),
    ("a full file system", faults.full_file_system, small),
    ("a read-only target", faults.read_only_target),
    ("an unreadable folder", faults.unreadable_folder),
    ("a folder that becomes unreadable", faults.folder_becomes_unreadable, small),
    ("an input that is cut while it is read", faults.truncated, small),
    ("an input that is deleted while it is read", faults.deleted, small),
    ("compressed data that is cut off", faults.cut_gzip, small),
    ("one line in a hundred damaged", faults.damaged_lines, options.size),
    ("asked to end in a batch", resuming.terminated_and_resumed, small),
    ("memory and order", flow.memory_and_order, options.size),
]
for number in flow.SIGNALS:
    plan += [(f"asked to end: {number.name}", flow.terminated, number), (f"asked to end in work: {number.name}", flow.terminated_in_work, number)]

for index, layout in enumerate(resuming.LAYOUTS):
    plan.append((f"killed at a call: {layout}", resuming.killed_at_calls, layout, 4 * options.kills, index))


def wanted(name):
    return not options.only or any(fnmatch.fnmatch(name, only) for only in options.only)


layouts = [layout for layout in resuming.LAYOUTS if wanted(f"killed and resumed: {layout}")]
for index, layout in enumerate(layouts):
    kills = options.kills // len(layouts) + (index < options.kills % len(layouts))
    plan.append((f"killed and resumed: {layout}", resuming.killed_and_resumed, layout, options.size, kills, index))

checks = Checks()
for name, body, *arguments in plan:
    if wanted(name):
        checks.run(name, body, *arguments)
checks.end()
