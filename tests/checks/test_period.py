from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest

from lint.checks.malformed_date import MalformedDate
from lint.checks.period import Period
from lint.checks.report_year import Years
from lint.checks.signature import SignedOn
from tests.checks.reports import STATED, hits, report, untold

FAULTS: tuple[Any, ...] = get_args(get_type_hints(Period)["fault"])
LAST_YEAR = STATED.replace("2021", "2020")
HALF = STATED.replace("12月31日", "6月30日")


def _codes(preamble: tuple[str, ...], overview: tuple[str, ...] = (), year: int | None = None) -> list[str]:
    """Return the faults found, by kind of check."""
    subject = report(preamble=preamble, overview=overview, year=year)
    found = [fault for fault in FAULTS for _ in hits(Period(fault), subject)]
    found += ["malformed" for _ in hits(MalformedDate(), subject)]
    found += ["years" for _ in hits(Years(), subject)]
    return found + [fault for fault in ("early", "late") for _ in hits(SignedOn(fault), subject)]


@pytest.mark.parametrize(
    ("preamble", "overview"),
    [
        ((STATED,), ()),
        (("统计期限为2021年1月1日至12月31日。",), ()),
        (("统计期限为2021.1.1—2021.12.31。",), ()),
        (("统计期限为２０２１ 年 1 月 1 日 至 12 月 31 日。",), ()),
        ((), (STATED,)),
        ((), ("自2021年1月1日起至2021年12月31日止，公开信息120条。",)),
        ((STATED,), ("2020年1月1日至2020年12月31日公开信息100条，2021年增长20%。",)),
        ((STATED,), ("统计时限为2021年1月至10月的群众满意度调查显示，满意率为98%。",)),
        ((STATED,), ("截至2021年11月30日，网站访问量10万次；2022年将继续推进。",)),
        ((STATED, "根据〔2019〕60号文件和2020年政务公开工作要点编制。"), ("全区统计数据2020年为100条。",)),
    ],
)
def test_leaves_alone(preamble: tuple[str, ...], overview: tuple[str, ...]) -> None:
    assert _codes(preamble, overview) == []


@pytest.mark.parametrize(
    ("preamble", "overview", "found"),
    [
        ((), (), ["missing"]),
        ((LAST_YEAR,), (), ["wrong-year"]),
        (("统计期限截至2020年12月31日。",), (), ["wrong-year"]),
        ((HALF,), (), ["partial"]),
        (("统计期限为2021年1月1日至12月30日。",), (), ["partial"]),
        (("统计期限为2021年12月31日至2021年1月1日。",), (), ["reversed"]),
        (("统计期限为2020年1月1日至2021年12月31日。",), (), ["reversed"]),
        (("统计期限为2021年1月1日至2022年12月31日。",), (), ["reversed"]),
        ((STATED, LAST_YEAR), (), ["conflicting"]),
        ((STATED,), (LAST_YEAR,), ["conflicting"]),
        ((LAST_YEAR,), (STATED,), ["conflicting"]),
        ((STATED,), (HALF,), ["conflicting"]),
        ((LAST_YEAR, LAST_YEAR), (), ["wrong-year"]),
        (("统计期限截至2021年12月31日。",), (), ["open"]),
        ((STATED, STATED), (), ["repeated"]),
        ((STATED,), ("统计期限截至2021年12月31日。",), ["repeated"]),
        (("统计期限自2020年1月1日起至202021年12月31日止。",), (), ["malformed"]),
        (("统计期限为2021年1月1日至2021年12月31止。",), (), ["malformed"]),
        (("统计期限为2021年1月1日至2021年11月31日。",), (), ["malformed"]),
        (("统计数据截止时间为",), (), ["malformed"]),
    ],
)
def test_catches_each_once(preamble: tuple[str, ...], overview: tuple[str, ...], found: list[str]) -> None:
    assert _codes(preamble, overview) == found


def test_shows_the_wrong_statement_and_the_right_one() -> None:
    (hit,) = hits(Period("conflicting"), report(overview=(LAST_YEAR,)))
    assert (hit.at.part, hit.found) == ("一", LAST_YEAR.removeprefix("本报告所列")[3:-1])
    assert [place.text for place in hit.related] == [STATED.removeprefix("本报告所列")[3:-1]]
    assert hit.expected == "2021年1月1日至2021年12月31日"


def test_what_an_export_lost_is_not_accused() -> None:
    subject = report(preamble=("统计期限为202111日至20211231日。",))
    assert [hits(Period(fault), subject) for fault in FAULTS] == [[]] * len(FAULTS)
    assert all(untold(Period(fault), subject) for fault in FAULTS)
    assert hits(MalformedDate(), subject) == []


def test_without_a_year_the_wrong_one_cannot_be_told() -> None:
    subject = report(title="敬仲镇政府信息公开工作年度报告", preamble=(), end=())
    assert untold(Period("wrong-year"), subject)
    assert hits(Period("wrong-year"), subject) == []


def test_the_year_the_user_names_is_the_measure() -> None:
    assert _codes((STATED,), year=2020) == ["wrong-year", "years", "early"]
