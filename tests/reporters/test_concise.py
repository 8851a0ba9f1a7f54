from __future__ import annotations

from lint.reporters.concise import render
from lint.reporters.style import Style
from tests.reporters.made_up import CLEAN, FAILED, REPORTS


def test_one_line_a_finding() -> None:
    lines = render(REPORTS, Style()).splitlines()
    assert lines[0] == "报送/a b.docx:3:0:0: ST003 标题应为“总体情况”"
    assert lines[2].startswith("报送/a b.docx:41:8:4: AR001 “自然人”列：")
    assert lines[3] == "坏.doc:0:0:0: IN001 文件是空的"
    assert len(lines) == 4


def test_nothing_for_a_clean_file() -> None:
    assert render([CLEAN], Style()) == ""


def test_quiet_leaves_out_info() -> None:
    assert "TB016" not in render([FAILED], Style(quiet=True))
