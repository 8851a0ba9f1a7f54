from __future__ import annotations

import pytest

from lint.checks.title import TitleHas, TitleName
from lint.checks.verdict import Check
from lint.model import Phrase
from tests.checks.reports import TEMPLATE, hits, report, untold

PARTS = ("政府", "信息公开", "工作", "年度", "报告")
CHECKS: dict[str, Check] = {
    "year": TitleHas("year"),
    "name": TitleName(PARTS),
    "body": TitleHas("body"),
    "twice": TitleHas("repetition"),
}


def _faults(title: str) -> list[str]:
    subject = report(title=title)
    assert subject.identity.title_text == title
    return [fault for fault, check in CHECKS.items() for _ in hits(check, subject)]


@pytest.mark.parametrize(
    "title",
    [
        "临淄区敬仲镇人民政府2021年政府信息公开工作年度报告",
        "敬仲镇2021年度政府信息公开工作年度报告",
        "2021年敬仲镇政府信息公开工作年度报告",
        "2021年敬仲镇人民政府信息公开工作年度报告",
        "敬仲镇政府信息公开工作2021年度报告",
        "敬仲镇政府信息公开工作2021年年度报告",
        "敬仲镇政府信息公开工作年度报告（2021年度）",
        "平潭综合实验区旅游与文化体育局关于2021年度政府信息公开工作年度报告",
        "敬仲镇二〇二一年政府信息公开工作年度报告",
        "耿马自治县2021政府信息公开工作年度报告",
    ],
)
def test_leaves_alone(title: str) -> None:
    assert _faults(title) == []


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("敬仲镇政府信息公开工作年度报告", "year"),
        ("敬仲镇2021年政府信息公开年度报告", "name"),
        ("敬仲镇2021年度政府信息公开年度报告", "name"),
        ("敬仲镇2021年政府信息公开工作报告", "name"),
        ("敬仲镇2021年度政府信息公开工作报告", "name"),
        ("敬仲镇2021年信息公开工作年度报告", "name"),
        ("敬仲镇2021年政府信息公开工作的年度报告", "name"),
        ("敬仲镇2021年政府信息公开工作年度报", "name"),
        ("敬仲镇2021年政府信息公开年报", "name"),
        ("2021年政府信息公开工作年度报告", "body"),
        ("2021年敬仲镇2021年政府信息公开工作年度报告", "twice"),
        ("敬仲镇2021年年度政府信息公开工作年度报告", "twice"),
        ("敬仲镇2021年度年度政府信息公开工作年度报告", "twice"),
        ("敬仲镇2021年政府信息公开工作年度报告（2021年度）", "twice"),
    ],
)
def test_catches_one(title: str, fault: str) -> None:
    assert _faults(title) == [fault]


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("敬仲镇2021年度政府信息公开工作报告", "年度"),
        ("敬仲镇2021年信息公开年度报告", "政府”“工作"),
        ("敬仲镇2021年政府信息公开工作年度报", "报告"),
    ],
)
def test_names_what_is_missing(title: str, missing: str) -> None:
    (hit,) = hits(TitleName(PARTS), report(title=title))
    problem = hit.facts["problem"]
    assert isinstance(problem, Phrase)
    assert problem.zh.endswith(f"缺少“{missing}”")
    assert hit.expected == TEMPLATE.title


def test_no_title_is_one_finding() -> None:
    subject = report(title="")
    assert [bool(hits(check, subject)) for check in CHECKS.values()] == [False, True, False, False]
    assert [bool(untold(check, subject)) for check in CHECKS.values()] == [True, False, True, True]
