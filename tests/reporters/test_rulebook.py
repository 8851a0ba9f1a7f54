from __future__ import annotations

import json

from lint.model import Phrase
from lint.reporters.rulebook import Entry, Worked, as_json, as_markdown, as_text, years
from lint.reporters.style import Style

WORKED = Worked("新收多填了一件", "42", "41", "“自然人”列相差 1", "核对“自然人”列。")
BALANCE = Entry(
    "AR001",
    "column-balance",
    "error",
    Phrase("{where}：相差 {difference}", "{where}: off by {difference}"),
    Phrase("附件表三注", "annex, note to table three"),
    Phrase("核对这一列。", "Check this column."),
    since=2021,
    requires=("table:applications",),
    needs=(Phrase("报告里有第三部分表格", "the report has the table of part 三"),),
    examples=(WORKED, WORKED._replace(wrong="结转少填了一件")),
)
PLAIN = BALANCE._replace(code="ST003", name="altered-heading", severity="warning", since=None, needs=(), examples=())
BEFORE = BALANCE._replace(
    severity="info", since=2020, until=2020, examples=(), basis=Phrase("施行前", "before it was in force")
)


def test_text() -> None:
    assert as_text([BALANCE, PLAIN], Style()) == (
        "AR001  column-balance  错误\n"
        "  提示语：“自然人”列相差 1\n"
        "  错例：新收多填了一件\n"
        "  写成：42\n"
        "  应为：41\n"
        "  改法：核对“自然人”列。\n"
        "  依据：附件表三注\n"
        "  也会指出：结转少填了一件\n"
        "  前提：报告里有第三部分表格\n"
        "  适用年度：2021 年度起\n"
        "\n"
        "ST003  altered-heading  警告\n"
        "  提示语：{where}：相差 {difference}\n"
        "  改法：核对这一列。\n"
        "  依据：附件表三注\n"
    )


def test_a_rule_for_other_years_stands_under_the_same_code() -> None:
    text = as_text([BALANCE, BEFORE, PLAIN], Style())
    assert text.count("AR001") == 1
    assert "  适用年度：2021 年度起\n  2020 年度（提示）：依据：施行前。\n\nST003" in text
    reworded = BEFORE._replace(advice=Phrase("建议核对。", "Consider a check."))
    assert "依据：施行前。 改法：建议核对。\n" in as_text([BALANCE, reworded], Style()).replace("　", " ")
    assert "  2020 年度（提示）：其余同上\n" in as_text([BALANCE, BEFORE._replace(basis=BALANCE.basis)], Style())
    english = as_markdown([BALANCE, BEFORE], Style(lang="en"))
    assert "- **report years**: from 2021\n- **2020 (info)**: basis: before it was in force.\n" in english


def test_a_rule_that_is_switched_off_says_so() -> None:
    assert as_text([PLAIN._replace(off=True)], Style()).startswith("ST003  altered-heading  不用\n")
    assert json.loads(as_json([PLAIN._replace(off=True)], Style()))[0]["severity"] == "off"


def test_something_added_or_left_out_has_nothing_to_be_set_against() -> None:
    missing = BALANCE._replace(examples=(WORKED._replace(found=""),))
    assert "  错例：新收多填了一件\n  应有：41\n" in as_text([missing], Style())
    added = BALANCE._replace(examples=(WORKED._replace(right=""),))
    assert "  写成：42\n  改法" in as_text([added], Style())


def test_an_example_on_an_earlier_form_names_it() -> None:
    early = BALANCE._replace(examples=(WORKED, WORKED._replace(wrong="少了一行", edition="2019")))
    assert "  也会指出：少了一行（2019 年版）\n" in as_text([early], Style())
    assert "少了一行 (edition 2019)\n" in as_text([early], Style(lang="en"))
    assert json.loads(as_json([early], Style()))[0]["examples"][1]["edition"] == "2019"


def test_markdown_in_english() -> None:
    page = as_markdown(
        [PLAIN._replace(examples=(WORKED._replace(message="off by *1*", right="<a|b>"),))], Style(lang="en")
    )
    assert page.startswith("## ST003 altered-heading\n\n**warning**\n\n- **message**: off by \\*1\\*\n")
    assert "- **reads**: 42\n- **right**: \\<a\\|b\\>\n" in page


def test_years_in_words() -> None:
    zh, en = Style(), Style(lang="en")
    cases = {
        (None, None): ("各年度", "every year"),
        (2021, None): ("2021 年度起", "from 2021"),
        (None, 2020): ("2020 年度止", "up to 2020"),
        (2020, 2020): ("2020 年度", "2020"),
        (2019, 2020): ("2019–2020 年度", "2019–2020"),
    }
    for (since, until), words in cases.items():
        entry = PLAIN._replace(since=since, until=until)
        assert (years(entry, zh), years(entry, en)) == words


def test_json() -> None:
    first, second, third = json.loads(as_json([BALANCE, BEFORE, PLAIN], Style(lang="en")))
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
        "examples": [
            {
                "wrong": "新收多填了一件",
                "edition": None,
                "found": "42",
                "right": "41",
                "message": "“自然人”列相差 1",
                "advice": "核对“自然人”列。",
            },
            {
                "wrong": "结转少填了一件",
                "edition": None,
                "found": "42",
                "right": "41",
                "message": "“自然人”列相差 1",
                "advice": "核对“自然人”列。",
            },
        ],
    }
    assert (second["since"], second["until"]) == (2020, 2020)
    assert third["examples"] == []
