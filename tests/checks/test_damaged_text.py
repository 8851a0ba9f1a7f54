from __future__ import annotations

import pytest

from lint.checks.damaged_text import DamagedText
from lint.model import Location, Note
from tests.checks.reports import hits, report


@pytest.mark.parametrize("overview", ["2021年1月1日起施行，20211231。", "编号202111，2021 12月版。", "共2021日。"])
def test_leaves_alone(overview: str) -> None:
    assert hits(DamagedText(), report(overview=(overview,))) == []


@pytest.mark.parametrize(
    ("title", "preamble", "overview", "found"),
    [
        (
            "敬仲镇2021年政府信息公开工作年度报告",
            "统计期限为202111日至20211231日。",
            "",
            "统计期限为202111日至20211231日",
        ),
        ("敬仲镇2021年政府信息公开工作年度报告", "根据《条例》编制。", "自20211月1日起施行。", "20211月1日"),
        ("敬仲镇2021政府信息公开工作年度报告", "根据《条例》编制。", "", "敬仲镇2021政府信息公开工作年度报告"),
    ],
)
def test_catches(title: str, preamble: str, overview: str, found: str) -> None:
    (hit,) = hits(DamagedText(), report(title=title, preamble=(preamble,), overview=(overview,)))
    assert (hit.found, hit.related) == (found, ())


def test_all_damage_is_one_hit() -> None:
    note = Note("damaged-text", Location(5), detail="规章000")
    (hit,) = hits(DamagedText(), report(overview=("自20211月1日起", "至202112月31日"), notes=(note,)))
    assert [place.text for place in (hit.at, *hit.related)] == ["20211月1日", "202112月31日", "规章000"]


def test_other_notes_are_no_damage() -> None:
    assert hits(DamagedText(), report(notes=(Note("comment", Location(2)),))) == []
