from __future__ import annotations

import json

from lint.forms.kinds import Kind, Kinds, Option, Term
from lint.model import Phrase
from lint.reporters.kinds import as_json, as_markdown, as_text
from lint.reporters.style import Style

KIND = Kind(
    "length",
    Phrase("某一部分太长", "A section that is too long"),
    (
        Option("longest", "number", Phrase("整数", "whole number"), Phrase("最多多少字", "how many it may have")),
        Option(
            "over",
            "choice",
            Phrase("下列之一", "one of those below"),
            Phrase("看什么", "what it is about"),
            '""',
            (Term("", Phrase("全文", "all")), Term("tables", Phrase("表格", "tables"))),
        ),
    ),
    (Term("found", Phrase("现有字数", "how many it has")),),
    ("section:KEY",),
    '[[rule]]\ncode = "ZB001"\n',
)
BARE = Kind("unsigned", Phrase("没有落款日期", "There is no date"), (), (), (), '[[rule]]\ncode = "ZB002"\n')
KINDS = Kinds((KIND, BARE), (Term("where", Phrase("位置", "the place")),), (), ())


def test_text() -> None:
    assert as_text(KINDS, Style()) == (
        "共 2 种检查类型：\n"
        "  length  某一部分太长\n"
        "  unsigned  没有落款日期\n"
        "\n"
        "length\n"
        "  某一部分太长\n"
        '  必须写 requires = ["section:KEY"]\n'
        "  选项：\n"
        "    longest  （整数；必填）最多多少字\n"
        '    over  （下列之一；默认 ""）看什么\n'
        '        ""  全文\n'
        "        tables  表格\n"
        "  提示语可用的事实：\n"
        "    {found}  现有字数\n"
        "  例：\n"
        "    [[rule]]\n"
        '    code = "ZB001"\n'
        "\n"
        "unsigned\n"
        "  没有落款日期\n"
        "  例：\n"
        "    [[rule]]\n"
        '    code = "ZB002"\n'
        "\n"
        "每条规则的提示语都可以用：\n"
        "  {where}  位置\n"
    )


def test_one_kind_needs_no_overview() -> None:
    text = as_text(KINDS._replace(kinds=(BARE._replace(tests=Phrase("甲；乙。丙", "a; b")),)), Style())
    assert text.startswith("unsigned\n  甲；乙。丙\n")


def test_an_overview_has_the_first_clause() -> None:
    text = as_text(KINDS._replace(kinds=(KIND, BARE._replace(tests=Phrase("甲；乙。丙", "a; b")))), Style())
    assert "\n  unsigned  甲\n\nlength\n" in text


def test_markdown_in_english() -> None:
    page = as_markdown(KINDS, Style(lang="en"))
    assert page.startswith('### length\n\nA section that is too long.\n\nMust have `requires = ["section:KEY"]`.\n')
    assert "| `longest` | whole number | required | how many it may have |\n" in page
    assert '| `over` | one of those below | `""` | what it is about<br>`""` all<br>`tables` tables |\n' in page
    assert page.endswith('### unsigned\n\nThere is no date.\n\n```toml\n[[rule]]\ncode = "ZB002"\n```\n')


def test_json() -> None:
    first, second = json.loads(as_json(KINDS, Style(lang="en")))
    assert first["requires"] == ["section:KEY"]
    assert first["options"][0] == {
        "name": "longest",
        "type": "number",
        "required": True,
        "default": None,
        "meaning": "how many it may have",
        "choices": {},
    }
    assert first["options"][1]["default"] == ""
    assert first["options"][1]["choices"] == {"": "all", "tables": "tables"}
    assert first["facts"] == {"found": "how many it has"}
    assert second["options"] == []
