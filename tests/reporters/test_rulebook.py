from __future__ import annotations

import json

from lint.model import Phrase
from lint.reporters.rulebook import Entry, as_json, as_markdown, as_text
from lint.reporters.style import Style

BALANCE = Entry(
    "AR001",
    "column-balance",
    "error",
    Phrase("{where}：相差 {difference}", "{where}: off by {difference}"),
    Phrase("附件表三注", "annex, note to table three"),
    Phrase("核对这一列。", "Check this column."),
    since=2021,
    requires=("table:applications",),
    wrong=(Phrase("新收多填了一件", "one too many"),),
)
PLAIN = BALANCE._replace(code="ST003", name="altered-heading", severity="warning", since=None, wrong=())


def test_text() -> None:
    assert as_text([BALANCE, PLAIN], Style()) == (
        "AR001  column-balance  错误\n"
        "  提示语：{where}：相差 {difference}\n"
        "  依据：附件表三注\n"
        "  改法：核对这一列。\n"
        "  适用年度：2021–\n"
        "  错例：新收多填了一件\n"
        "\n"
        "ST003  altered-heading  警告\n"
        "  提示语：{where}：相差 {difference}\n"
        "  依据：附件表三注\n"
        "  改法：核对这一列。\n"
    )


def test_markdown_in_english() -> None:
    page = as_markdown([BALANCE], Style(lang="en"))
    assert page.startswith("## AR001 column-balance\n\nerror\n\n- **message**: {where}: off by {difference}\n")
    assert "- **example**: one too many\n" in page


def test_json() -> None:
    first, second = json.loads(as_json([BALANCE, PLAIN], Style(lang="en")))
    assert first == {
        "code": "AR001",
        "name": "column-balance",
        "severity": "error",
        "message": "{where}: off by {difference}",
        "basis": "annex, note to table three",
        "advice": "Check this column.",
        "since": 2021,
        "until": None,
        "requires": ["table:applications"],
        "examples": ["one too many"],
    }
    assert second["examples"] == []
