"""Command lines in this process, with a check that tells files apart by their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lint.cli import linting
from lint.cli.app import run
from lint.findings import Report
from lint.run.loading import Loaded
from tests.cli.running import CommandLine, Outcome
from tests.reporters.made_up import CLEAN, FAILED, HEADING, STYLE, UNREADABLE


@pytest.fixture
def command_line(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    def line(*argv: str) -> Outcome:
        status = run(argv)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def staged(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """A folder to work in, where a file's name decides what the check makes of it."""
    reports = {"clean": CLEAN, "error": FAILED, "unreadable": UNREADABLE}
    reports["warning"] = FAILED._replace(findings=(HEADING,))
    reports["info"] = FAILED._replace(findings=(STYLE,))

    def check_loaded(loaded: Loaded, *_: Any) -> Report:  # noqa: ANN401 - the rest does not matter here
        kind = Path(loaded.source.name).stem
        if kind == "bug":
            error = KeyError("row")
            error.add_note("TB003")
            raise error
        if kind == "interrupt":
            raise KeyboardInterrupt
        return reports[kind]._replace(path=loaded.source.shown)

    monkeypatch.setattr(linting, "check_loaded", check_loaded)
    return folder
