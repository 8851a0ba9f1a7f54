"""Files from the standard input, checked one after the other in this process → what it then holds.

Each file comes as the lengths of its name and its content, then both. One line of JSON at each of the counts given as
arguments tells memory in MB, threads, child processes and temporary files.
"""

from __future__ import annotations

import gc
import json
import struct
import sys
from collections import Counter

import lint
from tests.fuzz.cases import Case
from tests.fuzz.traces import traces

HEADER = struct.Struct("<2L")


def packed(case: Case) -> bytes:
    """Return a case as it is to be sent."""
    name = case.name.encode()
    return HEADER.pack(len(name), len(case.data)) + name + case.data


def main() -> None:
    """Check what comes in until it ends."""
    stops = {int(count) for count in sys.argv[1:]}
    statuses: Counter[str] = Counter()
    source = sys.stdin.buffer
    while header := source.read(HEADER.size):
        name, size = HEADER.unpack(header)
        shown = source.read(name).decode()
        report = lint.check_bytes(source.read(size), shown, lang="en" if size % 2 else "zh")
        statuses[report.status] += 1
        if statuses.total() in stops:
            del report
            gc.collect()
            sys.stdout.write(json.dumps({"files": statuses.total(), "statuses": statuses, **traces()._asdict()}) + "\n")


if __name__ == "__main__":
    main()
