from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, put

pytestmark = pytest.mark.usefixtures("staged")


@pytest.mark.parametrize(
    ("names", "options", "status"),
    [
        (["clean.docx"], [], 0),
        (["info.docx", "warning.docx"], [], 0),
        (["error.docx", "clean.docx"], [], 1),
        (["unreadable.docx"], [], 1),
        (["warning.docx"], ["--fail-on", "warning"], 1),
        (["info.docx"], ["--fail-on", "warning"], 0),
        (["info.docx"], ["--fail-on", "info"], 1),
        (["clean.docx"], ["--fail-on", "info"], 0),
        (["error.docx"], ["--exit-zero"], 0),
        (["unreadable.docx"], ["--exit-zero"], 0),
        (["error.docx"], ["missing.docx"], 2),
        (["error.docx"], ["--exit-zero", "missing.docx"], 2),
        (["bug.docx"], ["missing.docx"], 3),
        (["bug.docx"], ["--exit-zero"], 3),
        (["interrupt.docx"], [], 130),
    ],
    ids=str,
)
def test_status(command_line: CommandLine, names: list[str], options: list[str], status: int) -> None:
    put(*names)
    assert command_line("check", *names, *options).status == status


def test_the_working_folder_is_the_default(command_line: CommandLine) -> None:
    put("clean.docx", "sub/error.docx")
    result = command_line("check", "--isolated", "--no-cache")
    assert result.status == 1
    assert [line for line in result.out.splitlines() if ".docx" in line] == [
        "clean.docx  通过",
        "sub/error.docx  未通过",
    ]
    assert result.err == ""


def test_a_bug_names_file_and_rule_and_costs_the_others_nothing(command_line: CommandLine) -> None:
    put("bug.docx", "error.docx")
    result = command_line("check", "bug.docx", "error.docx", "--output-format", "concise")
    assert result.status == 3
    assert "检查“bug.docx”，规则 TB003：程序自身出错" in result.err
    assert "KeyError" in result.err
    assert "Traceback" not in result.err
    assert {line.split(":")[0] for line in result.out.splitlines()} == {"error.docx"}


def test_what_is_wrong_with_paths_goes_to_standard_error(command_line: CommandLine) -> None:
    put("clean.docx", "empty/note.txt")
    result = command_line("check", "gone.docx", "empty", "clean.docx")
    assert result.status == 2
    assert result.err == "reportlint: 找不到“gone.docx”\nreportlint: 文件夹“empty”里没有可检查的文档\n"
    assert result.out.startswith("clean.docx  通过\n")


def test_nothing_to_check_writes_no_report(command_line: CommandLine) -> None:
    result = command_line("check", "gone.docx", "--output-format", "json", "-o", "report.json")
    assert (result.status, result.out) == (2, "")
    assert not Path("report.json").exists()


def test_verbose_names_what_was_skipped(command_line: CommandLine) -> None:
    put("clean.docx", "~$clean.docx", "notes.md")
    assert command_line("check").err == ""
    assert command_line("check", "-v", "--lang", "en").err.splitlines() == [
        "reportlint: skipped notes.md (shows no title or section of a form)",
        "reportlint: skipped ~$clean.docx (lock file of Word)",
    ]


def test_quiet_says_nothing_of_valid_files(command_line: CommandLine) -> None:
    put("clean.docx", "info.docx")
    assert command_line("check", "-q") == (0, "", "")


def test_json_on_standard_output_is_json_alone(command_line: CommandLine) -> None:
    put("error.docx", "bug.docx")
    result = command_line("check", "error.docx", "bug.docx", "gone.docx", "-v", "--output-format", "json")
    assert json.loads(result.out)["summary"]["files"] == 1


def test_show_files(command_line: CommandLine) -> None:
    put("b.docx", "sub/a b.docx", "notes.md")
    assert command_line("check", "--show-files") == (0, "b.docx\nsub/a b.docx\n", "")


def test_statistics(command_line: CommandLine) -> None:
    put("error.docx", "warning.docx")
    assert command_line("check", "--statistics").out.splitlines()[0] == "2  ST003  警告  altered-heading"
    assert command_line("check", "--statistics", "--output-format", "json").status == 2


def test_exclude(command_line: CommandLine) -> None:
    put("clean.docx", "old/error.docx", "draft/error.docx")
    result = command_line("check", "--exclude", "old,none", "--extend-exclude", "draft", "--show-files")
    assert result.out == "clean.docx\n"


def test_several_outputs_in_one_run(command_line: CommandLine) -> None:
    put("error.docx")
    result = command_line(
        "check", "error.docx", "--output-format", "json", "-o", "r.json", "--output-format", "concise", "-o", "-",
        "--output-format", "text", "-o", "报告.out", "--color", "never",
    )  # fmt: skip
    assert result.out.startswith("error.docx:3:0:0: ST003")
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["schema"] == 1
    assert Path("报告.out").read_bytes().decode().startswith("error.docx  未通过\n")
    assert sorted(path.name for path in Path().iterdir()) == ["error.docx", "r.json", "报告.out"]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["-o", "error.docx"], id="an input"),
        pytest.param(["-o", "./sub/../error.docx"], id="an input by another path"),
        pytest.param(["-o", "hard.docx"], id="an input by another name"),
        pytest.param(["-o", "list.lst"], id="the list of paths"),
        pytest.param(["-o", "sub"], id="a folder"),
        pytest.param(["-o", "nowhere/report.txt"], id="in a folder that is not there"),
        pytest.param(["--output-format", "json", "--output-format", "text"], id="two formats on one screen"),
        pytest.param(["-o", "a.txt", "-o", "b.txt"], id="two files for one format"),
        pytest.param(
            ["--output-format", "json", "-o", "a", "--output-format", "text", "-o", "./a"], id="one file twice"
        ),
    ],
)
def test_outputs_refused(command_line: CommandLine, options: list[str]) -> None:
    put("error.docx", "sub/clean.docx")
    put("list.lst", data=b"error.docx\n")
    Path("hard.docx").hardlink_to("error.docx")
    result = command_line("check", "@list.lst", *options)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("reportlint: ")
    assert Path("error.docx").read_bytes() == b"x"
    assert sorted(path.name for path in Path().iterdir()) == ["error.docx", "hard.docx", "list.lst", "sub"]


def test_an_output_replaces_an_older_one(command_line: CommandLine) -> None:
    put("error.docx")
    put("report.json", data=b"old" * 10000)
    assert command_line("check", "error.docx", "--output-format", "json", "-o", "report.json").status == 1
    assert json.loads(Path("report.json").read_bytes())["summary"]["files"] == 1


def test_an_output_through_a_link_keeps_the_link(command_line: CommandLine) -> None:
    put("error.docx", "archive/report.txt")
    try:
        Path("latest.txt").symlink_to("archive/report.txt")
    except OSError:  # Windows lets only some users make links
        pytest.skip("no right to make links")
    command_line("check", "error.docx", "-o", "latest.txt")
    assert Path("latest.txt").is_symlink()
    assert "error.docx" in Path("archive/report.txt").read_text(encoding="utf-8")


def test_a_failed_write_leaves_nothing_behind(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    put("error.docx")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    result = command_line("check", "error.docx", "-o", "report.txt", "--lang", "en")
    assert (result.status, result.err) == (2, "reportlint: cannot write report.txt (No space left on device)\n")
    assert [path.name for path in Path().iterdir()] == ["error.docx"]


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"NO_COLOR": "1", "TERM": "dumb"}, ["--color", "always"], True),
        ({"NO_COLOR": ""}, [], False),
    ],
)
def test_colour(
    command_line: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    options: list[str],
    *,
    coloured: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    put("error.docx")
    assert ("\x1b[" in command_line("check", "error.docx", *options).out) is coloured
