from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from lint.forms import load_pack
from lint.forms.examples import load_examples
from lint.reporters.difference import difference
from lint.reporters.rulebook import Entry
from lint.reporters.style import Style
from lint.reporters.worked import entries
from lint.rulebook import load_rulebook
from tests.whole.checking import busy, edited


@cache
def explained(lang: str) -> tuple[Entry, ...]:
    return tuple(entries(load_rulebook("cn-disclosure"), lang))


def test_every_rule_is_explained_in_the_order_of_reports() -> None:
    codes = [rule.code for rule in load_pack("cn-disclosure").rules]
    assert [entry.code for entry in explained("zh")] == codes


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_example_is_found_by_its_rule(lang: str) -> None:
    worked = Counter(entry.code for entry in explained(lang) for _ in entry.examples)
    shelf = (load_examples("cn-disclosure"), load_examples("cn-disclosure", "2019"))
    assert worked == Counter(example.code for examples in shelf for example in examples.examples)


def test_every_rule_has_a_wrong_and_a_right_example() -> None:
    for lang in ("zh", "en"):
        newest = {entry.code: entry for entry in reversed(explained(lang)) if entry.examples}
        assert set(newest) == {rule.code for rule in load_pack("cn-disclosure").rules}
        assert [code for code, entry in newest.items() if not all(each.right for each in entry.examples)] == []


@pytest.mark.parametrize(
    ("code", "found", "right"),
    [
        ("IN001", "", "能正常打开的 Word 文件"),
        ("IN003", "", "没有修订、批注和隐藏文字的定稿"),
        ("IN005", "青溪县市场监督管理局政府信息公开工作年度报告", "青溪县市场监督管理局2024年政府信息公开工作年度报告"),
        ("ST007", "1088 字", "不超过 1000 字"),
        ("TB002", "9.不予公开的其他情形", "（删去）"),
        ("TB016", "4 张表", "3 张表"),
        ("AR005", "", "1"),
    ],
)
def test_what_an_example_reads_and_should_read(code: str, found: str, right: str) -> None:
    entry = next(entry for entry in explained("zh") if entry.code == code)
    assert (entry.examples[0].found, entry.examples[0].right) == (found, right)


def test_examples_on_an_earlier_form_are_marked() -> None:
    told = [each.told(Style()) for entry in explained("zh") for each in entry.examples if entry.code == "TB007"]
    assert told[-1] == "第（九）项整栏不见了（2019 年版）"
    newest = load_pack("cn-disclosure").templates[-1].edition
    assert all(
        bool(each.edition) == (each.told(Style()) != each.wrong) and each.edition != newest
        for entry in explained("zh")
        for each in entry.examples
    )


def test_the_newest_form_of_a_rule_comes_first_and_rests_on_its_own_notice() -> None:
    newer, older = (entry for entry in explained("zh") if entry.code == "ST010")
    assert (newer.since, older.until) == (2021, 2020)
    assert newer.examples
    (row,) = (entry for entry in explained("en") if entry.code == "TB003")
    assert row.basis.zh.startswith(load_pack("cn-disclosure").templates[-1].source)
    assert all("{" not in entry.basis.zh + entry.basis.en for entry in explained("en"))


def test_what_is_needed_is_told_in_the_words_of_the_form() -> None:
    needs = {entry.code: [phrase.zh for phrase in entry.needs] for entry in explained("zh")}
    assert needs["ST006"] == ["报告里有“一、总体情况”这一部分"]
    assert needs["AR001"] == ["报告里有第三部分表格"]
    assert needs["PB001"] == ["报告有标题"]


def test_messages_and_advice_are_filled_in() -> None:
    for entry in explained("en"):
        for example in entry.examples:
            assert "{" not in example.message + example.advice + example.wrong


def test_an_edition_that_is_named_gives_the_notice() -> None:
    (row,) = entries(load_rulebook("cn-disclosure/2019"), "zh", ["TB003"])
    assert row.basis.zh.startswith("国办公开办函〔2019〕60号")


@pytest.mark.parametrize(
    ("op", "options", "found", "right"),
    [
        (
            "rename-row",
            {"table": "applications", "row": "new", "to": "一、新收"},
            "一、新收",
            "一、本年新收政府信息公开申请数量",
        ),
        ("set-value", {"table": "disputes", "row": "cases", "column": "review_total", "to": "6"}, "6", "5"),
        ("set-name", {"to": "年报.docx"}, "年报.docx", "青溪县市场监督管理局2024年政府信息公开工作年度报告.docx"),
        (
            "swap-sections",
            {"section": "problems", "other": "other"},
            "六、其他需要报告的事项 → 五、存在的主要问题及改进情况",
            "五、存在的主要问题及改进情况 → 六、其他需要报告的事项",
        ),
        (
            "swap-rows",
            {"table": "applications", "row": "refused_safety", "other": "refused_third_party"},
            "4.保护第三方合法权益 → 3.危及“三安全一稳定”",
            "3.危及“三安全一稳定” → 4.保护第三方合法权益",
        ),
        ("split-table", {"table": "applications", "row": "unable_creation"}, "", ""),
        (
            "merge-values",
            {"table": "disclosed", "row": "rules", "columns": ("made", "repealed"), "to": "0"},
            "规章｜0｜0",
            "规章｜0｜0｜0",
        ),
        ("set-date", {"to": "2024年12月20日"}, "2024年12月20日", "2025年1月16日"),
        (
            "drop-row",
            {"table": "applications", "row": "refused_law"},
            "",
            "2.其他法律行政法规禁止公开｜1｜0｜0｜0｜0｜0｜1",
        ),
    ],
)
def test_difference(op: str, options: dict[str, Any], found: str, right: str) -> None:
    assert difference(edited(busy(), op, **options), busy()) == (found, right)


def test_a_difference_in_a_long_paragraph_is_shown_with_a_little_before_it() -> None:
    wrong = edited(
        busy(), "replace-text", old="通过县政府网站主动公开各类信息486条", new="通过县政府网站主动公开各类信息48条"
    )
    found, right = difference(wrong, busy())
    assert found.startswith("…政府网站主动公开各类信息48条，")
    assert right.startswith("…政府网站主动公开各类信息486条，")
    assert len(right) < 100
