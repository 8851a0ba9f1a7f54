from __future__ import annotations

import re
from typing import Any

import pytest

from lint.checks.binding import bind
from lint.checks.pattern import Pattern
from lint.checks.prose import Statement
from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.fields import Fields
from lint.forms.rule import read_rule
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
    ("text", "options", "wrong", "why"),
    [
        ("甲", {"scope": "section"}, "section", "scope 为 section 时要写 section"),
        ("甲", {"scope": "title", "section": "other"}, "scope", "写了 section，scope 只能是 section"),
        ("(甲+)+", {}, "pattern", "这个正则表达式里重复套着重复"),
        ("甲*", {}, "pattern", "这个正则表达式什么都不写也符合"),
    ],
)
def test_options_that_do_not_go_together(text: str, options: dict[str, Any], wrong: str, why: str) -> None:
    misfit = pattern(text, **options).misfit()
    assert misfit is not None
    assert misfit[0] == wrong
    assert misfit[1].zh.startswith(why)


@pytest.mark.parametrize("options", [{}, {"section": "other"}, {"scope": "section", "section": "other"}])
def test_options_that_go_together(options: dict[str, Any]) -> None:
    assert pattern("甲", **options).misfit() is None
    assert Statement(re.compile("甲")).misfit() is None


def test_a_rule_is_refused_with_the_reason() -> None:
    data = {
        "code": "ZB001",
        "name": "slow",
        "check": "pattern",
        "severity": "info",
        "basis": {"zh": "惯例", "en": "custom"},
        "with": {"pattern": ".*.*z"},
        "zh": {"message": "没有", "advice": "补写。"},
        "en": {"message": "none", "advice": "Add it."},
    }
    rule = read_rule(Fields(data, "local.toml", ""), "local.toml")
    with pytest.raises(PackError, match=r"with\.pattern.*too many repeats") as error:
        bind(rule, load_pack("cn-disclosure").templates)
    assert "不限次数或上限很大的重复太多" in error.value.sentence.zh


def test_a_statement_is_looked_for_in_its_section_or_anywhere() -> None:
    fees = re.compile("未收取（?信息处理费")
    assert hits(Statement(fees, "other"), report()) == []
    assert hits(Statement(fees), report()) == []
    (hit,) = hits(Statement(fees, "overview"), report())
    assert (hit.facts["heading"], hit.at.section) == ("一、总体情况", "overview")
    (hit,) = hits(Statement(re.compile("建议提案")), report())
    assert hit.at.location.block == 0
    misfit = Statement(re.compile("(甲+)+")).misfit()
    assert misfit is not None
    assert misfit[0] == "pattern"
