from __future__ import annotations

import pytest

from lint.learn.outline import outline
from lint.learn.titles import report_title
from tests.learn.blank_forms import document, table

GRID = table(("项目", "数量"), ("甲", ""))
NONE = frozenset[str]()


def _parts(*blocks: object, known: frozenset[str] = NONE) -> list[tuple[str, str]]:
    found = outline(document(*blocks), known)  # type: ignore[arg-type]
    return [(part.numeral, part.heading) for part in found.parts]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("一、概况", "二、数据"), [("一", "概况"), ("二", "数据")]),
        (("一 概况", "二 数据"), [("一", "概况"), ("二", "数据")]),
        (("第一部分 概况", "第二部分：数据"), [("一", "概况"), ("二", "数据")]),
        (("第1章 概况", "第2章 数据"), [("1", "概况"), ("2", "数据")]),
        (("（一）概况", "（二）数据"), [("（一）", "概况"), ("（二）", "数据")]),
        (("1. 概况", "2．数据"), [("1", "概况"), ("2", "数据")]),
        (("I. Overview", "II. Figures"), [("", "I. Overview"), ("", "II. Figures")]),
    ],
)
def test_numbers_of_every_manner_head_parts(headings: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert _parts(headings[0], "（文字描述）", headings[1], GRID) == expected


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(("填报说明", GRID), id="no number"),
        pytest.param(("1. 概况", GRID), id="a single Arabic number"),
        pytest.param(("3. 概况", "4. 数据", GRID), id="a list that does not begin with 1"),
        pytest.param(("V.A. Received", "V.B. Processed"), id="numbers of a second rank"),
        pytest.param(("一、本表由各单位填写。", "二、按年度填写；"), id="sentences"),
        pytest.param(("2021年情况", "1.5万元", "一般情况"), id="figures and words that begin like numbers"),
        pytest.param(("一、总则……………1", "二、分则\t2"), id="a list of contents"),
    ],
)
def test_what_may_be_no_heading_is_left_alone(blocks: tuple[object, ...]) -> None:
    assert _parts(*blocks) == []


def test_the_outermost_manner_heads_the_parts() -> None:
    assert _parts("第一部分 概况", "一、机构", "1. 名称", "二、人员", "第二部分 数据") == [
        ("一", "概况"),
        ("二", "数据"),
    ]


def test_a_list_of_contents_is_not_the_parts() -> None:
    found = outline(document("目录", "一、概况", "二、数据", "一、概况", "说明", "二、数据", GRID), NONE)
    assert [(part.heading, part.lines, len(part.tables)) for part in found.parts] == [
        ("概况", ("说明",), 0),
        ("数据", (), 1),
    ]


def test_a_list_inside_a_part_does_not_break_the_numbers() -> None:
    assert [sign for sign, _ in _parts("一、概况", "二、数据", "一、其一", "三、问题", "四、其他")] == list("一二三四")


def test_known_wordings_are_headings_without_a_number() -> None:
    known = frozenset({"概况", "数据"})
    assert _parts("概况", "填写：", "数据", GRID, known=known) == [("", "概况"), ("", "数据")]


def test_a_known_wording_is_a_heading_once() -> None:
    assert _parts("一、概况", "二、数据", "数据", known=frozenset({"数据"})) == [("一", "概况"), ("二", "数据")]


def test_lines_below_a_heading_end_at_its_table_and_before_the_signature() -> None:
    found = outline(
        document("一、数据", "（单位：件）", GRID, "注", "二、其他", "（文字描述）", "××局", "20××年×月×日"), NONE
    )
    assert [part.lines for part in found.parts] == [("（单位：件）",), ("（文字描述）",)]


def test_tables_before_the_first_heading_are_in_no_part() -> None:
    found = outline(document("年度报告", GRID, "一、概况"), NONE)
    assert (found.front, len(found.tables), len(found.parts)) == (("年度报告",), 1, 1)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("依法行政工作年度报告格式模板", "依法行政工作年度报告"),
        ("依法行政工作年度报告（样式）", "依法行政工作年度报告"),
        ("依法行政工作年度报告格式（试行）", "依法行政工作年度报告"),
        ("××市××局××××年依法行政工作年度报告", "依法行政工作年度报告"),
        ("（单位名称）2031年度依法行政工作报告", "依法行政工作报告"),
        ("年依法行政工作年度报告", "依法行政工作年度报告"),
        ("2031年度报告", "2031年度报告"),
        ("Annual Report Template", "Annual Report"),
        ("附件1", ""),
        ("登记表", ""),
        ("现将有关情况，写成报告", ""),
    ],
)
def test_the_title_is_the_name_of_the_report_alone(line: str, title: str) -> None:
    assert report_title(("附件", line)) == title
