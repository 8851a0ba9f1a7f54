"""Ctrl-C in the middle of a run: status 130, and neither a process nor a temporary file is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.fuzz.cases import Case
from tests.fuzz.growth import shapes
from tests.fuzz.soup import RTF
from tests.fuzz.starting import words
from tests.fuzz.traces import PROC, children

ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0  # seconds; everything here takes one or two
# Like the real one it starts a second process, answers to nothing but a signal and leaves files where it works.
_SLOW = """#!/bin/sh
sleep 300 &
echo $$ $! > "{marker}.new"
touch "$TMPDIR/left-behind" 2>/dev/null
mv "{marker}.new" "{marker}"
wait
"""

needs_signals = pytest.mark.skipif(
    sys.platform == "win32" or not PROC.is_dir(), reason="processes are looked up in /proc, and told by signals"
)


def _until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, f"{what} in {_PATIENCE} seconds"
        time.sleep(0.05)


def _gone(process: int) -> bool:
    """Tell whether a process is no more, or only a name in the table of one that nobody waited for."""
    try:
        stat = (PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


def _started(folder: Path, config: str) -> subprocess.Popen[bytes]:
    """Start a check of the folder `in`; its temporary files go to the folder `temporary`."""
    (folder / "temporary").mkdir()
    (folder / "reportlint.toml").write_text(config, encoding="utf-8")
    environment = {**os.environ, "TMPDIR": str(folder / "temporary"), "PYTHONPATH": str(ROOT), "CI": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "lint", "check", "in"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _interrupted(running: subprocess.Popen[bytes], *, alone: bool) -> None:
    """Press Ctrl-C: the terminal tells every process of the foreground group; `alone`: only ours is told."""
    if alone:
        running.send_signal(signal.SIGINT)
    else:
        os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=_PATIENCE)
    assert running.returncode == 130, err[-2_000:].decode(errors="replace")
    assert b"Traceback" not in err


@needs_signals
@pytest.mark.parametrize("alone", [False, True], ids=["terminal", "signal"])
def test_a_conversion_is_broken_off(tmp_path: Path, *, alone: bool) -> None:
    marker, program, folder = tmp_path / "marker", tmp_path / "soffice", tmp_path / "in"
    program.write_text(_SLOW.format(marker=marker), encoding="utf-8")
    program.chmod(0o755)
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.docx").write_bytes(words()[number])
        (folder / f"{number}.rtf").write_bytes(RTF)
    running = _started(tmp_path, f"soffice = '{program}'\n")
    try:
        _until(lambda: marker.exists() or running.poll() is not None, "LibreOffice was not started")
        assert running.poll() is None, running.communicate()
        _interrupted(running, alone=alone)
        for process in map(int, marker.read_text(encoding="ascii").split()):
            _until(partial(_gone, process), "LibreOffice was not ended")
    finally:
        running.kill()
        running.communicate()
        for process in map(int, marker.read_text(encoding="ascii").split() if marker.exists() else ()):
            if not _gone(process):
                os.kill(process, signal.SIGKILL)
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_signals
@pytest.mark.parametrize("alone", [False, True], ids=["terminal", "signal"])
def test_reading_a_pdf_is_broken_off(tmp_path: Path, *, alone: bool) -> None:
    make, _ = shapes()["pdf-hatching"]
    case: Case = make(40_000)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(case.data)
    running = _started(tmp_path, "")
    try:
        _until(lambda: bool(children(running.pid)) or running.poll() is not None, "no process was started")
        assert running.poll() is None, running.communicate()
        started = children(running.pid)
        time.sleep(0.3)  # into the middle of it
        _interrupted(running, alone=alone)
    finally:
        running.kill()
        running.communicate()
    for process in started:
        _until(partial(_gone, process), "the process that reads PDFs was not ended")
    assert list((tmp_path / "temporary").iterdir()) == []
