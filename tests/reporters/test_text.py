from __future__ import annotations

import re

import pytest

from lint.reporters.columns import width
from lint.reporters.style import Style
from lint.reporters.text import render
from tests.reporters.made_up import CLEAN, FAILED, REPORTS, STYLE

GOLDEN = """\
干净.docx  通过
  某镇人民政府，2021 年度，对照工作年度报告（2021年格式）
  60 条规则：成立 60，不符 0 处，未能检查 0

报送/a b.docx  未通过
  对照工作年度报告（2021年格式）

  警告 ST003  第一部分（文件第 7 行）
       标题应为“总体情况”
       改法：改回原标题。
       依据：国办公开办函〔2021〕30号 附件

  提示 TB016  第二部分（正文第 12 段）
       表格分成了两段
       依据：经验

  错误 AR001  第三部分 · 一、本年新收政府信息公开申请数量（表格第 8 行第 4 列）
       “自然人”列：新收加上年结转为 5，办理总计加结转下年度为 1203，相差 1198，
       请对照原始台账 ledger-2021.xlsx 逐行核对这一列的数据
       涉及（自然人）：
         一、本年新收政府信息公开申请数量      5
         （七）总计                        1,203
       一并解释：AR002
       改法：改正登记错的那一格。
       依据：国办公开办函〔2021〕30号 附件表三注

  未能检查 2 条：没有找到第四部分表格
  60 条规则：成立 55，不符 3 处（错误 1，警告 1，提示 1），未能检查 2

坏.doc  无法读取

  错误 IN001  全文
       文件是空的
       改法：重新报送。
       依据：经验

  1 条规则：成立 0，不符 1 处（错误 1），未能检查 0

共 3 份：通过 1，未通过 1，无法读取 1；错误 2，警告 1，提示 1；未能检查 2
"""


def test_golden() -> None:
    assert render(REPORTS, Style()) == GOLDEN


def test_english_tally() -> None:
    lines = render(REPORTS, Style(lang="en")).splitlines()
    assert "60 rules: 55 held, 3 findings (1 error, 1 warning, 1 info), 2 unchecked" in [line.strip() for line in lines]
    assert " ".join(lines[-2:]) == "3 files: 1 passed, 1 failed, 1 unreadable; 2 errors, 1 warning, 1 info; 2 unchecked"


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_lines_fit_the_width(columns: int) -> None:
    assert max(width(line) for line in render(REPORTS, Style(width=columns)).splitlines()) <= columns


def test_a_word_is_never_broken() -> None:
    assert "ledger-2021.xlsx" in render([FAILED], Style(width=40))


def test_figures_stand_below_each_other() -> None:
    lines = render([FAILED], Style()).splitlines()
    first, second = (line for line in lines if line.rstrip().endswith(("   5", "1,203")))
    assert width(first) == width(second)


def test_verbose_names_the_unchecked_rules() -> None:
    assert "没有找到第四部分表格（AR004、TB003）" in render([FAILED], Style(verbose=True))


def test_quiet_says_nothing_of_valid_files() -> None:
    info_only = CLEAN._replace(findings=(STYLE,))
    assert render([CLEAN, info_only], Style(quiet=True)) == ""


def test_quiet_keeps_errors_and_warnings_only() -> None:
    text = render(REPORTS, Style(quiet=True))
    assert re.findall(r"[A-Z]{2}\d{3}(?=  )", text) == ["ST003", "AR001", "IN001"]
    assert "条规则" not in text


def test_colour_changes_no_word() -> None:
    plain = render(REPORTS, Style())
    coloured = render(REPORTS, Style(color=True))
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_text_of_the_document_cannot_steer_the_terminal() -> None:
    place = FAILED.findings[0].place._replace(row_label="\x1b[2J一、总体")
    finding = FAILED.findings[0]._replace(place=place, message="\x1b]0;x\x07标题")
    assert "\x1b" not in render([FAILED._replace(findings=(finding,))], Style())


class TestAdjusted:
    """What an overlay asks less is told once: below a single file, above several held against the same."""

    SAID = ("某区要求（area.toml）停用了规则 ST016", "某区要求（area.toml）把 TB010 由警告降为提示")

    def test_below_the_subject_of_a_single_file(self) -> None:
        lines = render([CLEAN._replace(adjusted=self.SAID)], Style()).splitlines()
        assert lines[2:4] == [f"  调整：{sentence}" for sentence in self.SAID]

    def test_above_several(self) -> None:
        text = render([report._replace(adjusted=self.SAID) for report in REPORTS], Style())
        head = "".join(f"调整：{sentence}\n" for sentence in self.SAID)
        assert text == f"{head}\n{GOLDEN}"

    def test_below_each_where_they_differ(self) -> None:
        text = render([CLEAN._replace(adjusted=self.SAID), FAILED], Style(lang="en"))
        assert text.count("  adjusted: ") == 2
        assert text.index("adjusted: ") > text.index("干净.docx")
