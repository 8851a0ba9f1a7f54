"""The configuration file and the options that win over it, by what a check then does."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.cli import linting
from lint.engine import Options
from lint.findings import Report
from lint.readers.means import Means
from lint.rulebook import Rulebook
from lint.run.job import check_loaded
from lint.run.loading import Loaded
from tests.cli.running import CommandLine

_SMALL = "[limits]\ntext-lines = 2\n"


@pytest.fixture
def report(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("年度报告\n一、总体情况\n总体良好。\n", encoding="utf-8")
    return path


@pytest.fixture
def means(monkeypatch: pytest.MonkeyPatch) -> list[Means]:
    """What every check was given."""
    seen: list[Means] = []

    def noted(loaded: Loaded, book: Rulebook, options: Options, means: Means) -> Report:
        seen.append(means)
        return check_loaded(loaded, book, options, means)

    monkeypatch.setattr(linting, "check_loaded", noted)
    return seen


def test_a_limit_of_the_configuration_holds(report: Path, folder: Path, command_line: CommandLine) -> None:
    (folder / "reportlint.toml").write_text(_SMALL, encoding="utf-8")
    done = command_line("check", report.name, "--lang", "en")
    assert done.status == 1
    assert "the number of lines and cells is 3, beyond the limit of 2" in " ".join(done.out.split())
    assert "raise limits.text-lines in the configuration" in " ".join(done.out.split())


def test_isolated_reads_no_configuration(report: Path, folder: Path, command_line: CommandLine) -> None:
    (folder / "reportlint.toml").write_text(_SMALL, encoding="utf-8")
    assert "IN001" not in command_line("check", report.name, "--isolated").out


def test_a_configuration_may_be_named(report: Path, folder: Path, command_line: CommandLine) -> None:
    (folder / "reportlint.toml").write_text("", encoding="utf-8")
    (folder / "other.toml").write_text(_SMALL, encoding="utf-8")
    assert "IN001" in command_line("check", report.name, "--config", "other.toml").out
    done = command_line("check", report.name, "--config", "none.toml", "--lang", "en")
    assert done.status == 2
    assert "none.toml" in done.err


def test_a_mistake_in_it_is_told(report: Path, folder: Path, command_line: CommandLine) -> None:
    (folder / "reportlint.toml").write_text("timeot = 5\n", encoding="utf-8")
    done = command_line("check", report.name)
    assert done.status == 2
    assert "没有设置" in done.err
    assert "是不是 timeout？" in done.err
    assert done.out == ""


def test_it_is_never_written_over(report: Path, folder: Path, command_line: CommandLine) -> None:
    (folder / "reportlint.toml").write_text("timeout = 5\n", encoding="utf-8")
    done = command_line("check", report.name, "--output-format", "json", "-o", "reportlint.toml")
    assert done.status == 2
    assert (folder / "reportlint.toml").read_text(encoding="utf-8") == "timeout = 5\n"


def test_the_command_line_wins(report: Path, folder: Path, command_line: CommandLine, means: list[Means]) -> None:
    (folder / "reportlint.toml").write_text("timeout = 5\n[limits]\nentries = 9\n", encoding="utf-8")
    command_line("check", report.name)
    command_line("check", report.name, "--timeout", "2.5")
    command_line("check", report.name, "--timeout", "３０", "--isolated")
    assert [(one.limits.timeout, one.limits.entries) for one in means] == [(5, 9), (2.5, 9), (30, 20_000)]


@pytest.mark.parametrize("given", ["0", "-1", "abc", "nan", "inf"])
def test_a_time_limit_that_is_none(report: Path, command_line: CommandLine, given: str) -> None:
    done = command_line("check", report.name, "--timeout", given)
    assert done.status == 2
    assert "应为大于 0 的秒数" in done.err
