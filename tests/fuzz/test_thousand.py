"""A thousand files in a row leave nothing behind, and no check of a real file takes much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.readers.preparing import needs_preparing
from tests.fuzz.cases import Case
from tests.fuzz.kinds import KINDS, case_of
from tests.fuzz.thousand import packed

ROOT = Path(__file__).parents[2]
WORD = ROOT.parent / "shared" / "word"
STOPS = (200, 600, 1_000)
_PDF_EVERY = 40  # files: each starts a process
_OTHERS = sorted(KINDS.keys() - {"pdf"})
_SLACK = 24  # MB: what allocators keep of the largest files freed; a thousand leaked reports would be 40
_MOST = 300  # MB
_PEAKS = """
import resource, sys
from pathlib import Path
import lint
from lint.readers.preparing import needs_preparing
unit = 2**20 if sys.platform == "darwin" else 2**10
for line in sys.stdin:
    path = Path(line.strip())
    data = path.read_bytes()
    if not needs_preparing(data, path.name):  # LibreOffice has memory of its own
        lint.check_bytes(data, path.name)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit, path.name, flush=True)
"""


def _cases() -> Iterator[Case]:
    for number in range(1, STOPS[-1] + 1):
        if number % _PDF_EVERY == 0:
            yield case_of("pdf", number)
            continue
        case = case_of(_OTHERS[number % len(_OTHERS)], number)
        # LibreOffice takes a second for each file, and PDFs have their share already.
        yield case_of("word", number) if needs_preparing(case.data, case.name) else case


def _in(folder: Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


def test_a_thousand_files_leave_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.thousand", *map(str, STOPS)]
    with subprocess.Popen(
        command, cwd=ROOT, env=_in(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin
        for case in _cases():
            running.stdin.write(packed(case))
        out, _ = running.communicate()
    assert running.returncode == 0
    stops = [json.loads(line) for line in out.splitlines()]
    assert [stop["files"] for stop in stops] == list(STOPS)
    assert stops[-1]["statuses"].keys() == {"failed", "passed", "unreadable"}
    for stop in stops:
        assert stop["memory"] < stops[0]["memory"] + _SLACK, out
        assert stop["threads"] == 0, out
        assert stop["children"] == 0, out
        assert stop["files_left"] == [], out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not WORD.is_dir(), reason="no shared folder beside this checkout")
@pytest.mark.skipif(sys.platform == "win32", reason="the most memory a process held is not told there")
def test_a_check_of_a_real_file_stays_under_300_megabytes(tmp_path: Path) -> None:
    paths = sorted(WORD.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", _PEAKS],
        cwd=ROOT,
        env=_in(tmp_path),
        input="".join(f"{path}\n" for path in paths),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    peaks = [line.split(" ", 1) for line in done.stdout.splitlines()]
    assert len(peaks) == len(paths)
    assert int(peaks[-1][0]) < _MOST, peaks[-1]
