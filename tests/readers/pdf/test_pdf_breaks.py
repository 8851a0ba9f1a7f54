"""Tables cut by page breaks: between rows, within a row, a merged cell or a heading, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.readers.pdf.drawn import Cell, Drawing, document, rows, tables
from tests.readers.pdf.test_pdf_tables import GROUP, HEAD, LAST, THREE, WHOLE, XS, only


def cut(upper: list[list[Cell]], lower: list[list[Cell]], *, shift: float = 0) -> tuple[Drawing, Drawing]:
    """Return two pages: rows at the foot of one, rows at the head of the next."""
    first = Drawing().prose(80, ["一、情况"]).table(770 - 30 * len(upper), XS, upper, height=30)
    second = Drawing().table(72, [x + shift for x in XS], lower, height=30)
    return first, second


LABEL, EMPTY = Cell("三/、/结/果", 0, 1), Cell("", 0, 1)
CUTS: dict[str, tuple[list[list[Cell]], list[list[Cell]]]] = {
    "before the merged labels": ([HEAD], [*GROUP, LAST]),
    "after the merged labels": ([HEAD, *GROUP], [LAST]),
    "within a merged label that stands above": (
        [HEAD, [Cell("三/、/结/果", 0, 1), *GROUP[0][1:]]],
        [[Cell("", 0, 1, 2), *GROUP[1]], GROUP[2], LAST],
    ),
    "within two merged labels": (
        [HEAD, [Cell("三/、/结/果", 0, 1, 2), *GROUP[0][1:]], [Cell("（二）不予公开", 1, 2), *GROUP[1][1:]]],
        [[EMPTY, Cell("", 1, 2), *GROUP[2]], LAST],
    ),
    "within a label whose halves stand on either page": (
        [HEAD, [Cell("三/、", 0, 1), *GROUP[0][1:]]],
        [[Cell("结/果", 0, 1, 2), *GROUP[1]], GROUP[2], LAST],
    ),
    "with its heading repeated": ([HEAD, *GROUP], [HEAD, LAST]),
}


@pytest.mark.parametrize("where", CUTS)
@pytest.mark.parametrize("shift", [0.0, 1.5, -30.0], ids=["same place", "a little off", "mirrored margins"])
def test_a_table_cut_by_a_page_break_is_one_table(where: str, shift: float) -> None:
    upper, lower = CUTS[where]
    assert rows(only(*cut(upper, lower, shift=shift))) == WHOLE


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    label = "5.要求行政机关确认或者重新出具"
    upper = [HEAD, [Cell(label, 0, 3), Cell("1", 3, 4), Cell("2", 4, 5)]]
    lower = [[Cell("已获取信息", 0, 3), Cell("", 3, 4), Cell("", 4, 5)], LAST]
    wide = (90.0, 120.0, 150.0, 236.0, 380.0, 430.0)  # the label fills its cell
    first = Drawing().table(730, wide, upper)
    second = Drawing().table(72, wide, lower)
    assert rows(only(first, second)) == [
        ["说明", "甲", "乙"],
        [f"{label}已获取信息", "1", "2"],
        ["四、结转", "7", "8"],
    ]


HEADING = [
    [Cell("复议", 0, 2), Cell("诉讼", 2, 4)],
    [Cell("结果维/持", 0, 1, 2), Cell("总计", 1, 2, 2), Cell("直接起诉", 2, 4)],
    [Cell("结果", 2, 3), Cell("其他", 3, 4)],
    [Cell(figure, number, number + 1) for number, figure in enumerate("1234")],
]


def test_a_heading_cut_by_a_page_break_is_one_heading() -> None:
    xs = (90.0, 132.0, 174.0, 216.0, 258.0)
    first = Drawing().table(770, xs, [HEADING[0], [Cell("结果维", 0, 1), Cell("总计", 1, 2), HEADING[1][2]]])
    second = Drawing().table(72, xs, [[Cell("持", 0, 1), Cell("", 1, 2), *HEADING[2]], HEADING[3]])
    (whole,), (found,) = tables(Drawing().table(100, xs, HEADING)), tables(first, second)
    assert rows(found) == rows(whole)
    assert [each[1:] for each in found.cells()] == [
        each._replace(location=each.location._replace(block=1))[1:] for each in whole.cells()
    ]


def test_figures_below_each_other_on_either_page_stay_apart() -> None:
    xs = (90.0, 112.0, 134.0, 300.0)
    upper = [[Cell("1", 0, 1), Cell("2", 1, 3)]]
    lower = [[Cell("3", 0, 1), Cell("4", 1, 2), Cell("5", 2, 3)], [Cell("6", 0, 1), Cell("7", 1, 2), Cell("8", 2, 3)]]
    found = only(Drawing().table(780, xs, upper), Drawing().table(72, xs, lower))
    assert rows(found)[:2] == [["1", "2", None], ["3", "4", "5"]]


def test_an_ordinal_within_brackets_carries_on_a_cut_note() -> None:
    xs = (90.0, 180.0, 220.0)
    first = Drawing().table(760, xs, [[Cell("（本列第一项加第二/项之和，等于前面的", 0, 1), Cell("甲方", 1, 2)]])
    second = Drawing().table(
        72,
        xs,
        [
            [Cell("第三项加第四项）", 0, 1, 2), Cell("乙方", 1, 2)],
            [Cell("丙", 1, 2)],
            [Cell("丁", 0, 1), Cell("1", 1, 2)],
        ],
    )
    assert rows(only(first, second))[0] == ["（本列第一项加第二项之和，等于前面的第三项加第四项）", "甲方"]


def test_the_same_word_in_two_rows_is_no_cut_heading() -> None:
    xs = (90.0, 110.0, 260.0, 280.0)
    upper = [[Cell("说明", 0, 2), Cell("数", 2, 3)], [Cell("一、新收", 0, 2), Cell("无", 2, 3)]]
    lower = [[Cell("三", 0, 1), Cell("（一）公开", 1, 2), Cell("无", 2, 3)]]
    found = only(Drawing().table(780, xs, upper), Drawing().table(72, xs, lower))
    assert [row[2] for row in rows(found)] == ["数", "无", "无"]


def test_a_repeated_heading_may_hold_figures_below_its_first_row() -> None:
    top = [[Cell("第一项", 0, 5)], [Cell("规章", 0, 3), Cell("0", 3, 4), Cell("7", 4, 5)]]
    found = only(*cut([*top, LAST], [*top, [*LAST[:2], Cell("9", 4, 5)]]))
    assert rows(found)[2:] == [["四、结转", "7", "8"], ["四、结转", "7", "9"]]


def test_a_row_left_blank_at_the_head_of_a_page_stays_a_row() -> None:
    lower = [[Cell("2.重复申请", 0, 3), Cell("", 3, 4), Cell("", 4, 5)], LAST]
    assert rows(only(*cut([HEAD, LAST], lower)))[2] == ["2.重复申请", "", ""]


def test_a_page_break_leaves_no_rule_at_either_edge() -> None:
    first, second = cut([HEAD, *GROUP], [LAST])
    first.strokes = [each for each in first.strokes if each[1] != each[3] or each[1] < 760]
    second.strokes = [each for each in second.strokes if each[1] != each[3] or each[1] > 72]
    assert rows(only(first, second)) == WHOLE


def test_a_running_head_and_a_page_number_do_not_part_a_table() -> None:
    pages = cut([HEAD, *GROUP], [LAST])
    for number, page in enumerate(pages, 1):
        page.text(200, 40, "青溪县政府信息公开", 9).text(290, 810, f"- {number} -", 9)
    read = document(*pages)
    assert [rows(table) for table in read.tables()] == [WHOLE]
    assert [each.text for each in read.paragraphs()] == ["一、情况"]


@pytest.mark.parametrize(
    "second",
    [
        Drawing().prose(80, ["四、另一部分"]).table(100, XS, [LAST, HEAD]),
        Drawing().table(72, (90, 200, 330, 500), [THREE, THREE]),
        Drawing().table(72, (90, 140, 222, 430), [THREE, THREE]),
    ],
    ids=["text between", "another width", "other columns"],
)
def test_another_table_stays_apart(second: Drawing) -> None:
    first, _ = cut([HEAD, *GROUP], [LAST])
    assert len(tables(first, second)) == 2
