from __future__ import annotations

import pytest

from lint.language.names import is_body, take_apart

NAME = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("title", "years", "body", "matched"),
    [
        ("临淄区敬仲镇人民政府2021年政府信息公开工作年度报告", (2021,), "临淄区敬仲镇人民政府", 12),
        ("敬仲镇２０２１年度 政府信息公开工作年度报告", (2021,), "敬仲镇", 12),
        ("2021年敬仲镇政府信息公开工作年度报告", (2021,), "敬仲镇", 12),
        ("2021年敬仲镇人民政府信息公开工作年度报告", (2021,), "敬仲镇人民政府", 12),
        ("二〇二一年敬仲镇政府信息公开工作年度报告", (2021,), "敬仲镇", 12),
        ("平潭局关于2021年度政府信息公开工作年度报告", (2021,), "平潭局", 12),
        ("敬仲镇政府信息公开工作年度报告（2021年度）", (2021,), "敬仲镇", 12),
        ("敬仲镇2021年政府信息公开工作的年度报告", (2021,), "敬仲镇", 12),
        ("关于印发敬仲镇2021年政府信息公开工作年度报告的通知", (2021,), "敬仲镇", 12),
        ("财政局2021年信息公开工作年度报告", (2021,), "财政局", 10),
        ("敬仲镇2021年政府信息公开年度报告", (2021,), "敬仲镇", 10),
        ("敬仲镇2021年政府信息公开工作报告", (2021,), "敬仲镇", 10),
        ("敬仲镇2021年政府信息公开工作年度报", (2021,), "敬仲镇", 11),
        ("敬仲镇政府信息公开工作年度报告", (), "敬仲镇", 12),
        ("2021年政府信息公开工作年度报告", (2021,), None, 12),
        ("中华人民共和国政府信息公开工作年度报告", (), None, 12),
        ("2021年敬仲镇2021年政府信息公开工作年度报告", (2021, 2021), "敬仲镇", 12),
        ("敬仲镇202021年政府信息公开工作年度报告", (), "敬仲镇", 12),
    ],
)
def test_takes_titles_apart(title: str, years: tuple[int, ...], body: str | None, matched: int) -> None:
    taken = take_apart(title, NAME)
    assert (taken.years, taken.body, taken.matched) == (years, body, matched)


def test_tells_an_odd_year_and_one_without_its_sign() -> None:
    assert take_apart("敬仲镇202021年政府信息公开工作年度报告", NAME).odd_year == "202021年"
    assert take_apart("耿马县2021政府信息公开工作年度报告", NAME).signless
    assert not take_apart("耿马县政府信息公开工作年度报告（2021）", NAME).signless


@pytest.mark.parametrize(
    "name",
    [
        *("敬仲镇人民政府", "某县财政局（盖章）", "某市发展和改革委员会", "某街道办事处", "某县医院"),
        *("某县第一中学", "中共某县委党校", "某县林场", "国营某县农场", "某县教育实践基地", "某县文联", "某市侨联"),
        *("某县12345热线办", "某市110指挥中心", "某县第2中学", "第八师150团", "某县人民政府办公室（某县外事办公室）"),
        *("Qingxi County Bureau of Finance", "Foreign Affairs Office", "Finance Department (Qingxi)"),
    ],
)
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", "局", "2022年1月17日", "欢迎监督。", "联系电话：7882021", "一、总体情况", "无其他事项"),
        *("2021年某县财政局", "共涉及12个单位", "受理120件某县政府", "1 某县财政局", "拨打12345热线", "来到现场"),
        *("Annual Report", "Home Office Page", "Contact the office", "Officer", "office"),
    ],
)
def test_no_bodies(name: str) -> None:
    assert not is_body(name)
