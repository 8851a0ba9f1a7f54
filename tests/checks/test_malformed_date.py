from __future__ import annotations

import pytest

from lint.checks.malformed_date import MalformedDate
from lint.checks.signature import SignedOn, Unsigned
from lint.checks.title import TitleHas
from lint.model import Phrase
from tests.checks.reports import hits, report, untold


@pytest.mark.parametrize(
    "overview",
    [
        "12月10日更新指南，2020年2月29日发文。",
        "国办公开办函〔2021〕30号；电话0533-7882021；版本2.13.31。",
        "自202111日起，办理202021件。",
        "二三月份组织培训，历时13个月。",
    ],
)
def test_leaves_alone(overview: str) -> None:
    assert hits(MalformedDate(), report(overview=(overview,))) == []


@pytest.mark.parametrize(
    ("overview", "problem"),
    [
        ("2021年2月30日组织培训。", Phrase("2月没有30日", "there is no 2月30日")),
        ("2021年2月29日组织培训。", Phrase("2021年2月没有29日", "there is no 2021年2月29日")),
        ("2021年13月组织培训。", Phrase("没有13月", "there is no month 13")),
        ("202021年12月组织培训。", Phrase("“202021年”不是四位数的年份", "“202021年” is no year of four digits")),
    ],
)
def test_catches_in_prose(overview: str, problem: Phrase) -> None:
    (hit,) = hits(MalformedDate(), report(overview=(overview,)))
    assert (hit.at.part, hit.at.location.block, hit.facts["problem"]) == ("一", 4, problem)


def test_a_malformed_title_year_is_no_missing_one() -> None:
    subject = report(title="敬仲镇202021年政府信息公开工作年度报告")
    assert [hit.found for hit in hits(MalformedDate(), subject)] == ["202021年"]
    assert hits(TitleHas("year"), subject) == []


@pytest.mark.parametrize("date", ["2022年1月32日", "2022年13月17日", "20222年1月17日", "2022年1月17"])
def test_a_malformed_signature_is_neither_missing_nor_late(date: str) -> None:
    subject = report(end=("敬仲镇人民政府", date))
    assert len(hits(MalformedDate(), subject)) == 1
    assert hits(Unsigned(), subject) == []
    assert untold(SignedOn("late"), subject)
    assert untold(SignedOn("early"), subject)


def test_a_period_that_breaks_off_says_so() -> None:
    (cut,) = hits(MalformedDate(), report(preamble=("统计数据截止时间为",)))
    (half,) = hits(MalformedDate(), report(preamble=("统计期限自2021年1月1日起。",)))
    assert isinstance(cut.facts["problem"], Phrase)
    assert isinstance(half.facts["problem"], Phrase)
    assert "没有说完" in cut.facts["problem"].zh
    assert "截止日期" in half.facts["problem"].zh
