from __future__ import annotations

import pytest

from lint.checks.report_year import UnknownYear, Years
from tests.checks.reports import TITLE, hits, report, untold


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("报告.docx", "一、总体情况"),
        ("敬仲镇2021年政府信息公开工作年度报告.docx", "一、2021年总体情况"),
        ("2022年1月上报.docx", "一、总体情况"),
        ("敬仲镇政府信息公开工作年度报告20220117.docx", "一、总体情况及2022年打算"),
    ],
)
def test_leaves_alone(name: str, heading: str) -> None:
    assert hits(Years(), report(name=name, heading=heading)) == []


def test_catches_the_title() -> None:
    (hit,) = hits(Years(), report(title=TITLE.replace("2021", "2020")))
    assert (hit.at.location.block, hit.found, hit.expected) == (1, "2020", "2021")


def test_catches_the_file_name() -> None:
    name = "敬仲镇2020年政府信息公开工作年度报告.docx"
    (hit,) = hits(Years(), report(name=name))
    assert (hit.at.location.block, hit.at.text, hit.found) == (0, name, "2020")


def test_catches_a_heading() -> None:
    (hit,) = hits(Years(), report(heading="一、2020年总体情况"))
    assert (hit.at.part, hit.found, hit.expected) == ("一", "2020", "2021")


def test_the_year_is_known_as_long_as_one_place_tells_it() -> None:
    bare = "敬仲镇政府信息公开工作年度报告"
    assert hits(UnknownYear(), report(title=bare, preamble=())) == []
    unknown = report(title=bare, preamble=(), end=())
    assert [hit.at.location.block for hit in hits(UnknownYear(), unknown)] == [1]
    assert untold(Years(), unknown)
