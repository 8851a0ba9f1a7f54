from __future__ import annotations

import json

import pytest

import lint
from tests.cli.running import CommandLine, put

pytestmark = pytest.mark.usefixtures("staged")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["check", "--sleect", "ST"], "没有选项 --sleect，是不是 --select？"),
        (["check", "--select", "ST99"], "没有规则“ST99”"),
        (["check", "--select", "TB03"], "是不是 TB003"),
        (["check", "--ignore", "ST001,QQ"], "没有规则“QQ”"),
        (["check", "--fail-on", "warn"], "没有级别“warn”，是不是 warning？（可用：error、warning、info）"),
        (["check", "--output-format", "jsno"], "是不是 json？"),
        (["check", "--color", "yes"], "可用：auto、always、never"),
        (["check", "--lang", "fr"], "没有语言“fr”（可用：zh、en）"),
        (["check", "--year", "21"], "年度“21”不对"),
        (["check", "--year", "二〇二一"], "年度“二〇二一”不对"),
        (["check", "--year"], "--year"),
        (["check", "--edition", "2O21"], "没有表单版本“2O21”，是不是 2021？"),
        (["check", "--form", "cn-disclosur"], "cn-disclosure"),
        (["version", "x", "y"], "命令后面多了内容：x y"),
        (["chekc"], "没有命令“chekc”，是不是 check？"),
        (["clean.docx"], "reportlint check clean.docx"),
        (["rule"], "--all"),
        (["rule", "AR001", "--all"], "--all"),
        (["rule", "AR01"], "是不是 AR001"),
        (["check", "@nowhere.txt"], "没有这个文件"),
    ],
    ids=str,
)
def test_a_wrong_command_line_is_one_sentence_and_status_2(
    command_line: CommandLine, argv: list[str], words: str
) -> None:
    put("clean.docx")
    result = command_line(*argv)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert result.err.startswith("reportlint: ")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("lang", [["--lang", "en"], ["--lang=en"]])
@pytest.mark.parametrize("wrong", [["--sleect", "ST"], ["--select", "QQ"], ["--year", "21"], ["gone.docx"], ["--year"]])
def test_the_sentence_comes_in_english_too(command_line: CommandLine, lang: list[str], wrong: list[str]) -> None:
    result = command_line("check", *lang, *wrong)
    assert result.status == 2
    assert result.err.isascii()


@pytest.mark.parametrize(("lang", "words"), [("zh", "用法：reportlint check"), ("en", "Usage: reportlint check")])
def test_help(command_line: CommandLine, lang: str, words: str) -> None:
    result = command_line("check", "--lang", lang, "--help")
    assert result.status == 0
    assert result.out.startswith(words)
    assert result.out.isascii() is (lang == "en")


def test_no_command_shows_the_help(command_line: CommandLine) -> None:
    assert "check" in command_line().out


def test_version(command_line: CommandLine) -> None:
    assert command_line("version") == (0, f"reportlint {lint.__version__}\n", "")
    assert json.loads(command_line("version", "--output-format", "json").out)["version"] == lint.__version__


def test_rule(command_line: CommandLine) -> None:
    result = command_line("rule", "ar001", "IN001", "--lang", "en")
    assert result.status == 0
    assert [line.split()[:2] for line in result.out.splitlines() if not line.startswith(" ") and line] == [
        ["AR001", "column-balance"],
        ["IN001", "unreadable-file"],
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_rule(command_line: CommandLine, form: str) -> None:
    result = command_line("rule", "--all", "--output-format", form)
    assert result.status == 0
    assert all(code in result.out for code in ("IN001", "ST001", "TB001", "DT001", "AR001", "PB001"))


@pytest.mark.parametrize(
    "argv", [("--lang", "en", "form", "list"), ("form", "--lang", "en", "list"), ("form", "list", "--lang", "en")]
)
def test_the_language_may_be_named_anywhere(argv: tuple[str, ...], command_line: CommandLine) -> None:
    assert command_line(*argv).out.startswith("form ")


@pytest.mark.parametrize("argv", [("--help", "--lang", "en"), ("form", "--help", "--lang", "en")])
def test_help_speaks_the_language_named_behind_it(argv: tuple[str, ...], command_line: CommandLine) -> None:
    done = command_line(*argv)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: ")
