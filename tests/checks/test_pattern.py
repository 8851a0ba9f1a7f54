from __future__ import annotations

import re
from typing import Any

import pytest

from lint.checks.pattern import Pattern
from lint.checks.prose import Statement
from lint.model import Phrase
from tests.checks.reports import OTHER, hits, report, untold


def pattern(text: str, **options: Any) -> Pattern:  # noqa: ANN401 - options of the check
    return Pattern(re.compile(text), **options)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("统计期限", {}),
        ("信息处理费", {"section": "other"}),
        ("信息处理费", {"section": "other", "scope": "section"}),
        ("敬仲镇", {"scope": "title"}),
        ("统计 期限自２０２１年", {"scope": "preamble"}),
        ("公开信息120条", {"section": "overview"}),
    ],
)
def test_leaves_alone_what_is_said(text: str, options: dict[str, Any]) -> None:
    assert list(pattern(text, **options).run(report())) == []


@pytest.mark.parametrize(
    ("options", "block", "scope"),
    [
        ({}, 0, "报告全文"),
        ({"section": "other"}, 5, "“六、其他需要报告的事项”"),
        ({"scope": "title"}, 1, "标题"),
        ({"scope": "preamble"}, 2, "开头的说明"),
    ],
)
def test_misses_what_is_not_said(options: dict[str, Any], block: int, scope: str) -> None:
    (hit,) = hits(pattern("建议提案", **options), report())
    assert (hit.at.location.block, hit.found) == (block, None)
    assert isinstance(hit.facts["scope"], Phrase)
    assert hit.facts["scope"].zh == scope
    assert hit.at.section == options.get("section")


def test_what_must_not_be_said_is_told_paragraph_by_paragraph_as_written() -> None:
    subject = report(overview=("数据详 见附件。详见附件。", "没有别的。", "「详见附件」（表）"))
    found = hits(pattern("详见附件[（]?", expect="absent"), subject)
    assert [(hit.at.location.block, hit.found) for hit in found] == [(4, "详 见附件"), (6, "详见附件」（")]
    assert [hit.facts["heading"] for hit in found] == ["一、总体情况"] * 2
    assert [hit.at.section for hit in found] == ["overview"] * 2
    assert found[0].at.text == "数据详 见附件。详见附件。"
    assert hits(pattern("详见附件", expect="absent", section="other"), subject) == []
    assert hits(pattern("敬仲镇", expect="absent", scope="title"), subject)[0].facts["heading"] == ""


@pytest.mark.parametrize("expect", ["present", "absent"])
@pytest.mark.parametrize(
    ("options", "changes", "reason"),
    [
        ({"scope": "title"}, {"title": ""}, "标题"),
        ({"scope": "preamble"}, {"preamble": ()}, "开头"),
        ({"scope": "tables"}, {}, "没有表格"),
    ],
)
def test_where_there_is_nothing_to_search_it_cannot_tell(
    expect: str, options: dict[str, Any], changes: dict[str, Any], reason: str
) -> None:
    check = pattern("甲", expect=expect, **options)
    assert reason in untold(check, report(**changes))[0]
    assert hits(check, report(**changes)) == []


def test_a_missing_section_is_given_as_the_reason() -> None:
    absent = Phrase("没有这一部分", "there is no such section")
    subject = report()._replace(sections={}, absent={"section:other": absent})
    for check in (pattern("甲", section="other"), Statement(re.compile("甲"), "other")):
        assert untold(check, subject) == [absent.zh]


def test_a_section_with_nothing_but_a_hint_is_silent() -> None:
    subject = report()
    spec = OTHER._replace(hint="（说明收费情况）")
    match = subject.sections["other"]
    silent = match._replace(spec=spec, body=(match.heading._replace(text="（说明收费情况）"),))
    subject = subject._replace(sections={**subject.sections, "other": silent})
    assert untold(pattern("收费", section="other"), subject) == ["“六、其他需要报告的事项”没有文字"]
    assert hits(pattern("收费", section="other", expect="absent"), subject) == []


@pytest.mark.parametrize(
    ("text", "options", "wrong"),
    [
        ("甲", {}, ""),
        ("甲", {"section": "other"}, ""),
        ("甲", {"scope": "section"}, "section"),
        ("甲", {"scope": "title", "section": "other"}, "scope"),
        ("(甲+)+", {}, "pattern"),
    ],
)
def test_options_that_do_not_go_together(text: str, options: dict[str, Any], wrong: str) -> None:
    assert pattern(text, **options).misfit() == wrong


def test_a_statement_is_looked_for_in_its_section_or_anywhere() -> None:
    fees = re.compile("未收取（?信息处理费")
    assert hits(Statement(fees, "other"), report()) == []
    assert hits(Statement(fees), report()) == []
    (hit,) = hits(Statement(fees, "overview"), report())
    assert (hit.facts["heading"], hit.at.section) == ("一、总体情况", "overview")
    (hit,) = hits(Statement(re.compile("建议提案")), report())
    assert hit.at.location.block == 0
    assert Statement(re.compile("(甲+)+")).misfit() == "pattern"
