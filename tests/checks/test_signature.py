from __future__ import annotations

import pytest

from lint.checks.signature import SignedOn, Unsigned
from tests.checks.reports import hits, report, untold

LEVELS = ("01-31 镇 镇人民政府 局", "02-20 区人民政府 县人民政府", "03-10 市人民政府", "03-31 管委会 自治区人民政府")


def _late(body: str, date: str) -> list[str | None]:
    subject = report(title=f"{body}2021年政府信息公开工作年度报告", end=(date,))
    return [hit.expected for hit in hits(SignedOn("late", LEVELS), subject)]


@pytest.mark.parametrize(
    ("body", "last", "first_late", "deadline"),
    [
        ("敬仲镇人民政府", "2022年1月31日", "2022年2月1日", "2022年1月31日"),
        ("某县财政局", "2022年1月31日", "2022年2月1日", "2022年1月31日"),
        ("临淄区人民政府", "2022年2月20日", "2022年2月21日", "2022年2月20日"),
        ("淄博市人民政府", "2022年3月10日", "2022年3月11日", "2022年3月10日"),
        ("某某自治区人民政府", "2022年3月31日", "2022年4月1日", "2022年3月31日"),
        ("某某区管委会", "2022年3月31日", "2022年4月1日", "2022年3月31日"),
        ("某某中心", "2022年3月31日", "2022年4月1日", "2022年3月31日"),
    ],
)
def test_each_level_has_its_deadline(body: str, last: str, first_late: str, deadline: str) -> None:
    assert _late(body, last) == []
    assert _late(body, first_late) == [deadline]


@pytest.mark.parametrize("date", ["2022年1月1日", "2022年12月31日", "二〇二二年一月十七日"])
def test_early_leaves_the_next_year_alone(date: str) -> None:
    assert hits(SignedOn("early"), report(end=(date,))) == []


@pytest.mark.parametrize("date", ["2021年1月17日", "2021年12月31日", "2023年1月17日"])
def test_another_year_is_early_and_never_late(date: str) -> None:
    subject = report(end=("敬仲镇人民政府", date))
    (hit,) = hits(SignedOn("early", LEVELS), subject)
    assert (hit.at.part, hit.found, hit.expected) == ("六", date, "2022年")
    assert hits(SignedOn("late", LEVELS), subject) == []


def test_no_date_is_told_once() -> None:
    subject = report(end=())
    assert [hit.at.location.block for hit in hits(Unsigned(), subject)] == [len(subject.document.blocks)]
    assert untold(SignedOn("early"), subject) == untold(SignedOn("late"), subject) != []
    assert hits(Unsigned(), report()) == []
