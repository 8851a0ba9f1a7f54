from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lint.checks import KINDS
from lint.forms import load_pack
from lint.forms.store import rules_folder
from tests.cli.running import CommandLine

RULES = load_pack("cn-disclosure").rules


def test_a_rule_with_its_example(command_line: CommandLine) -> None:
    result = command_line("rule", "TB003")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(
        "TB003  altered-row  错误\n  提示语：第三部分表格的行名称被改动：现为“2.其他法律法规禁止公开”"
    )
    assert "  写成：2.其他法律法规禁止公开\n  应为：2.其他法律行政法规禁止公开\n" in result.out
    assert f"  依据：{load_pack('cn-disclosure').templates[-1].source}：" in result.out


def test_a_rule_that_changed_with_the_years(command_line: CommandLine) -> None:
    result = command_line("rule", "ST010", "--lang", "en")
    assert result.out.count("missing-fee-statement") == 1
    assert "  report years: from 2021\n  2020 (info): basis: " in result.out
    both = json.loads(command_line("rule", "ST010", "--output-format", "json").out)
    assert [(rule["severity"], rule["since"], rule["until"]) for rule in both] == [
        ("error", 2021, None),
        ("info", 2020, 2020),
    ]


def test_rules_come_in_the_order_asked_for(command_line: CommandLine) -> None:
    result = command_line("rule", "pb001", "AR001", "PB001", "--output-format", "json")
    assert [rule["code"] for rule in json.loads(result.out)] == ["PB001", "AR001"]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule(command_line: CommandLine, form: str, lang: str) -> None:
    result = command_line("rule", "--all", "--output-format", form, "--lang", lang)
    assert result.status == 0
    assert [code for code in dict.fromkeys(rule.code for rule in RULES) if code not in result.out] == []
    if form == "json":
        assert [rule["code"] for rule in json.loads(result.out)] == [rule.code for rule in RULES]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["AR01"], "没有规则“AR01”，是不是 AR001？"),
        (["AR0001"], "没有规则“AR0001”，是不是 AR001？"),
        (["TB"], "请写完整的编号：TB 开头的有 TB001、TB002、"),
        (["Pattern"], "pattern 是检查类型，请写 reportlint rule --kinds pattern"),
        (["altered-rwo"], "没有规则“altered-rwo”"),
        (["--kinds", "patern"], "没有检查类型“patern”，是不是 pattern？"),
        (["--kinds", "--all"], "--kinds 和 --all 只能用一个"),
        ([], "--kinds"),
    ],
)
def test_what_is_not_there_is_answered_with_the_nearest(command_line: CommandLine, argv: list[str], words: str) -> None:
    result = command_line("rule", *argv)
    assert (result.status, result.out) == (2, "")
    assert words in result.err


@pytest.mark.parametrize("word", ["ＴＢ００３", " tb003", "altered-row", "Altered-Row"])
def test_a_rule_by_its_name_or_in_full_width(command_line: CommandLine, word: str) -> None:
    result = command_line("rule", word)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("TB003  altered-row  错误\n")


def test_a_code_of_another_form_is_told_where_it_is(command_line: CommandLine, folder: Path) -> None:
    text = (rules_folder() / "cn-disclosure" / "2021.toml").read_text(encoding="utf-8")
    (folder / "bare.toml").write_text(text.replace('form = "cn-disclosure"', 'form = "bare"'), encoding="utf-8")
    result = command_line("rule", "--form", "bare.toml", "AR001")
    assert (result.status, result.out) == (2, "")
    assert "AR001 在表单 cn-disclosure 里，请加 --form cn-disclosure" in result.err


def test_a_kind_of_check(command_line: CommandLine) -> None:
    result = command_line("rule", "--kinds", "pattern")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("pattern\n")
    assert 'expect  （下列之一；默认 "present"）' in result.out
    assert "statement" not in result.out
    assert command_line("rule", "--kinds", "pattern", "--lang", "en").out.startswith("pattern\n  A wording that must")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_check(command_line: CommandLine, form: str, lang: str) -> None:
    result = command_line("rule", "--kinds", "--output-format", form, "--lang", lang)
    assert result.status == 0
    assert [name for name in KINDS if name not in result.out] == []


OVERLAY = """
extends = "cn-disclosure"
name = { zh = "本县要求", en = "demands of the county" }
source = "青政办函〔2025〕3号"
[severity]
DT001 = "off"
[[rule]]
code = "ZB001"
name = "proposals"
check = "pattern"
severity = "warning"
basis = { zh = "{source}：建议提案", en = "{source}: proposals" }
with = { section = "other", pattern = "提案" }
zh = { message = "{scope}没有写提案", advice = "请补写。" }
en = { message = "{scope} says nothing of proposals", advice = "Add it." }
"""


def test_rules_of_a_file_of_local_demands(command_line: CommandLine, folder: Path) -> None:
    (folder / "local.toml").write_text(OVERLAY, encoding="utf-8")
    result = command_line("rule", "--form", "local.toml", "ZB001", "DT001", "TB003")
    assert (result.status, result.err) == (0, "")
    assert "ZB001  proposals  警告\n  提示语：{scope}没有写提案\n" in result.out
    assert "依据：青政办函〔2025〕3号：建议提案\n" in result.out
    assert "DT001  missing-period  不用\n" in result.out
    assert "  写成：2.其他法律法规禁止公开\n" in result.out


def test_a_help_page_needs_no_engine() -> None:
    code = (
        "import sys; from lint.cli.app import run; run(['rule', '--help']); "
        "print(sorted({'lint.engine', 'lint.forms.examples', 'lxml', 'rapidfuzz'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
