"""Prints what reading, checking and a cold start cost, as ratios in one run: `python -m tests.benchmarks.speed`.

The floor of the first two is unzipping and parsing the same document.xml, that of the third an interpreter that imports
click, lxml and rapidfuzz. Bytecode is kept, as after an ordinary installation; what is timed alternates.
"""

from __future__ import annotations

import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from lint import engine
from lint.forms.examples import load_examples
from lint.readers import read
from lint.rulebook import load_rulebook
from tests.benchmarks.formatted import formatted

ROUNDS = 60
STARTS = 25
BARS = {"reading": 1.6, "whole check": 3.0, "cold start": 2.2}


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _in_turn(floor: Callable[[], object], *others: Callable[[], object], rounds: int) -> list[list[float]]:
    """Return, for each of the others, its ratio to the floor round by round."""
    for action in (floor, *others):
        action()
    ratios: list[list[float]] = [[] for _ in others]
    for _ in range(rounds):
        base = _seconds(floor)
        for kept, action in zip(ratios, others, strict=True):
            kept.append(_seconds(action) / base)
    return ratios


def _cold(path: Path) -> list[float]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def run(*command: str | Path) -> Callable[[], object]:
        return lambda: subprocess.run(command, env=environment, cwd=path.parent, stdout=subprocess.DEVNULL, check=False)

    script = Path(sys.executable).with_name("reportlint.exe" if os.name == "nt" else "reportlint")
    if not script.is_file():
        sys.exit("install the project first: pip install -e .")
    floor = run(sys.executable, "-c", "import click, lxml.etree, rapidfuzz.fuzz")
    return _in_turn(floor, run(script, "check", path), rounds=STARTS)[0]


def _print(name: str, ratios: list[float]) -> None:
    quarters = statistics.quantiles(ratios, n=4)
    middle = statistics.median(ratios)
    sys.stdout.write(f"{name:12} {middle:5.2f}  (quartiles {quarters[0]:.2f}–{quarters[2]:.2f}, bar {BARS[name]})\n")


def main() -> None:
    """Measure and print."""
    data = formatted(load_examples("cn-disclosure").document())
    book = load_rulebook("cn-disclosure")
    options = engine.Options(frozenset(rule.code for rule, _ in book.checks))

    def floor() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def whole() -> object:
        return engine.check(read(data, "report.docx"), book, options, "report.docx")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    sys.stdout.write(f"document.xml: {size / 1024:.0f} KB\n")
    gc.freeze()
    reading, checking = _in_turn(floor, lambda: read(data, "report.docx"), whole, rounds=ROUNDS)
    _print("reading", reading)
    _print("whole check", checking)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        _print("cold start", _cold(path))


if __name__ == "__main__":
    main()
