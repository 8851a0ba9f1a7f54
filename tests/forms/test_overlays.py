"""Overlays: all they can say takes effect, and what they loosen is told, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.model import Phrase
from tests.forms.overlay_files import FULL, Writer, rules


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


def test_everything_an_overlay_can_say_takes_effect(writer: Writer) -> None:
    book = writer.load(FULL)
    # One edition may be used in place of another.
    assert {"2019", "2021"} <= {template.edition for template in book.pack.templates}
    assert (book.edition, book.overlays) == ("2021", (Phrase("某市要求", "City demands"),))
    assert rules(book, "DT001")[0].severity == "error"
    assert rules(book, "QX001")[0].basis == Phrase("某政办〔2024〕1号：第六部分", "某政办〔2024〕1号: part 六")
    assert "ST016" not in {rule.code for rule, _ in book.checks}
    assert "ST016" in {rule.code for rule in book.pack.rules}, "it can still be named on a command line"
    due, welcome = sorted(rules(book, "ST010"), key=lambda rule: rule.since or 0, reverse=True)
    assert (due.severity, due.until, due.message.zh, due.advice.en) == ("warning", 2035, "没有写收费", "Add one.")
    assert due.basis == Phrase("某政办〔2024〕1号", "after 某政办〔2024〕1号")
    assert (welcome.severity, welcome.until) == ("info", 2020), "the one for the year before is another rule"
    topics = rules(book, "ST006")[0].options["topics"]
    assert list(topics)[-1] == "政策解读"
    assert topics["主动公开"].endswith("|(?:公示)")
    template = book.pack.template("2021", None)
    assert template.section("problems").aliases[-1] == "问题与改进"
    table = template.table("applications")
    assert [row.aliases for _, row in table.rows() if row.key == "granted"] == [("（一）已公开",)]
    assert [column.aliases for column in table.bands[0].columns if column.key == "business"] == [("企业",)]


def test_braces_in_a_source_are_no_facts(writer: Writer) -> None:
    book = writer.load(FULL.replace("某政办〔2024〕1号", "{某}文"))
    assert rules(book, "QX001")[0].basis.zh.format(source="别的") == "{某}文：第六部分"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('[severity]\nDT001 = "error"\n', [], id="raised severity"),
        pytest.param('[severity]\nTB010 = "info"\n', ["把 TB010 由警告降为提示"], id="lowered severity"),
        pytest.param('[severity]\nST010 = "warning"\n', ["把 ST010 由错误降为警告"], id="one of two rules of a code"),
        pytest.param('[severity]\nST010 = "off"\n', ["停用了规则 ST010"], id="both rules of a code, told once"),
        pytest.param('[[change]]\ncode = "DT001"\nsince = 2024\n', ["把 DT001 限于2024 年度及以后的报告"], id="later"),
        pytest.param('[[change]]\ncode = "ST007"\nuntil = 2023\n', ["把 ST007 限于2021 至 2023 年度的报告"], id="ends"),
        pytest.param('[[change]]\ncode = "ST007"\nsince = 2019\n', [], id="due in more years"),
        pytest.param('[[change]]\ncode = "ST007"\nwith = { longest = 800 }\n', [], id="lower maximum"),
        pytest.param(
            '[[change]]\ncode = "ST007"\nwith = { longest = 1500 }\n',
            ["把 ST007 的字数上限由 1000 改为 1500"],
            id="higher maximum",
        ),
        pytest.param('[[change]]\ncode = "ST016"\nwith = { shortest = 100 }\n', [], id="higher minimum"),
        pytest.param(
            '[[change]]\ncode = "ST016"\nwith = { shortest = 5 }\n',
            ["把 ST016 的最低字数由 30 改为 5"],
            id="lower minimum",
        ),
        pytest.param('[[change]]\ncode = "DT012"\nextend = { levels = ["01-20 镇"] }\n', [], id="earlier deadline"),
        pytest.param(
            '[[change]]\ncode = "DT012"\nextend = { levels = ["02-10 镇 乡"] }\n',
            ["把 DT012 的期限放宽：镇、乡由1月31日改为2月10日"],
            id="later deadline",
        ),
        pytest.param(
            '[[change]]\ncode = "DT012"\nwith = { levels = ["02-01 县"] }\n',
            None,
            id="levels replaced: others fall back to the last day",
        ),
        pytest.param(
            '[[change]]\ncode = "DT012"\nwith = { otherwise = "04-15" }\n',
            ["把 DT012 的期限放宽：其他单位由3月31日改为4月15日"],
            id="later for all others",
        ),
        pytest.param(
            '[[change]]\ncode = "ST010"\nextend = { pattern = "无" }\n', ["放宽了 ST010 认可的写法"], id="more accepted"
        ),
        pytest.param('[[change]]\ncode = "ST012"\nextend = { pattern = "暂缺" }\n', [], id="more found"),
        pytest.param(
            '[[change]]\ncode = "ST010"\nwith = { pattern = "费" }\n',
            ["改动了 ST010 的设定（pattern）"],
            id="other pattern",
        ),
        pytest.param('[[change]]\ncode = "ST006"\nextend = { topics = { "解读" = "解读" } }\n', [], id="further topic"),
        pytest.param(
            '[[change]]\ncode = "ST006"\nextend = { topics = { "监督保障" = "问责" } }\n',
            ["改动了 ST006 认可的写法（“监督保障”）"],
            id="topic easier to meet",
        ),
        pytest.param(
            '[[change]]\ncode = "ST006"\nwith = { topics = { "监督保障" = "问责" } }\n',
            None,
            id="topics replaced",
        ),
        pytest.param(
            '[[change]]\ncode = "IN003"\nwith = { kinds = ["insertion", "deletion"] }\n',
            ["让 IN003 不再查“move”、“reformatting”、“comment”"],
            id="kinds left out",
        ),
        pytest.param('[[change]]\ncode = "IN003"\nextend = { kinds = ["hidden"] }\n', [], id="kinds added"),
        pytest.param('[[change]]\ncode = "DT001"\nzh = { advice = "请补写。" }\n', [], id="other words"),
    ],
)
def test_what_is_loosened_is_told_and_nothing_else(writer: Writer, text: str, said: list[str] | None) -> None:
    found = writer.said(text)
    if said is None:
        assert found
    else:
        assert found == [f"某区要求（area.toml）{sentence}" for sentence in said]


def test_it_is_told_in_english_too(writer: Writer) -> None:
    assert writer.said('[severity]\nTB010 = "info"\n', "en") == [
        "District demands (area.toml) lowers TB010 from warning to info"
    ]
