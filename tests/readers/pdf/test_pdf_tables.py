"""Tables from ruling lines, however these are drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.model import Table
from tests.readers.pdf.drawn import Cell, Drawing, document, rows, tables

XS = (90.0, 120.0, 200.0, 330.0, 380.0, 430.0)
HEAD = [Cell("说明", 0, 3), Cell("甲", 3, 4), Cell("乙", 4, 5)]
GROUP = [
    [Cell("三/、/结/果", 0, 1, 3), Cell("（一）公开", 1, 3), Cell("1", 3, 4), Cell("2", 4, 5)],
    [Cell("（二）不予公开", 1, 2, 2), Cell("1.秘密", 2, 3), Cell("3", 3, 4), Cell("4", 4, 5)],
    [Cell("2.其他", 2, 3), Cell("5", 3, 4), Cell("6", 4, 5)],
]
LAST = [Cell("四、结转", 0, 3), Cell("7", 3, 4), Cell("8", 4, 5)]
THREE = [Cell("1", 0, 1), Cell("2", 1, 2), Cell("3", 2, 3)]
WHOLE = [
    ["说明", None, None, "甲", "乙"],
    ["三、结果", "（一）公开", None, "1", "2"],
    [None, "（二）不予公开", "1.秘密", "3", "4"],
    [None, None, "2.其他", "5", "6"],
    ["四、结转", None, None, "7", "8"],
]
Strokes = list[tuple[float, float, float, float]]


def drawn(top: float = 100) -> Drawing:
    return Drawing().table(top, XS, [HEAD, *GROUP, LAST])


def only(*pages: Drawing) -> Table:
    (table,) = tables(*pages)
    return table


def broken_up(strokes: Strokes, step: float, length: float) -> Strokes:
    """Return each line as pieces of a length, one every step."""
    made: Strokes = []
    for x0, y0, x1, y1 in strokes:
        count = int(max(x1 - x0, y1 - y0) / step) + 1
        for number in range(count):
            if x1 > x0:
                made.append((x0 + number * step, y0, min(x0 + number * step + length, x1), y1))
            else:
                made.append((x0, y0 + number * step, x1, min(y0 + number * step + length, y1)))
    return made


def dots(strokes: Strokes) -> Strokes:
    return [(x - 0.25, y - 0.25, x + 0.25, y + 0.25) for x, y, _, _ in broken_up(strokes, 1.5, 0.5)]


def double(strokes: Strokes) -> Strokes:
    return strokes + [
        (x0 - 1.5 * (x0 == x1), y0 - 1.5 * (y0 == y1), x1 - 1.5 * (x0 == x1), y1 - 1.5 * (y0 == y1))
        for x0, y0, x1, y1 in strokes
    ]


WAYS: dict[str, Callable[[Strokes], Strokes]] = {
    "a border around each cell": lambda strokes: strokes,
    "dashes": lambda strokes: broken_up(strokes, 5, 2.5),
    "dots": dots,
    "double lines": double,
    "thin boxes": lambda strokes: [(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3) for x0, y0, x1, y1 in strokes],
    "borders of neighbours half a point apart": lambda strokes: [
        (x0 + 0.5 * (number % 2), y0 + 0.5 * (number % 2), x1 + 0.5 * (number % 2), y1 + 0.5 * (number % 2))
        for number, (x0, y0, x1, y1) in enumerate(strokes)
    ],
    "ends that miss the corner by two points": lambda strokes: [
        (x0 + 2 * (y0 == y1), y0 + 2 * (x0 == x1), x1 - 2 * (y0 == y1), y1 - 2 * (x0 == x1))
        for x0, y0, x1, y1 in strokes
    ],
    "no line at the bottom": lambda strokes: [
        each for each in strokes if each[1] != each[3] or each[1] < max(y for _, y, _, _ in strokes)
    ],
    "no line at the top": lambda strokes: [each for each in strokes if each[1] != each[3] or each[1] > 100],
    "open sides": lambda strokes: [each for each in strokes if each[0] != each[2] or XS[0] < each[0] < XS[-1]],
}


@pytest.mark.parametrize("way", WAYS)
def test_however_its_lines_are_drawn_a_table_is_the_same(way: str) -> None:
    drawing = drawn()
    drawing.strokes = WAYS[way](drawing.strokes)
    table = only(drawing)
    assert rows(table) == WHOLE
    assert [(cell.rowspan, cell.colspan) for cell in table.cells()][:5] == [(1, 3), (1, 1), (1, 1), (3, 1), (1, 2)]


def test_a_line_under_words_is_no_rule() -> None:
    drawing = Drawing().table(100, (90, 119, 300), [[Cell("结果/维持", 0, 1, 2), Cell("甲", 1, 2)], [Cell("乙", 1, 2)]])
    drawing.rule(95.4, 113.5, 113.4, 113.5)
    assert rows(only(drawing)) == [["结果维持", "甲"], [None, "乙"]]


def test_a_frame_around_the_page_and_lines_of_one_column_are_no_table() -> None:
    drawing = drawn().frame(40, 40, 555, 800).rule(90, 700, 500, 700)
    assert rows(only(drawing)) == WHOLE


def test_a_stray_rule_within_a_merged_heading_is_left_out() -> None:
    drawing = Drawing().table(100, (90, 190, 250, 390), [[Cell("甲", 0, 1), Cell("", 1, 3)], THREE])
    drawing.rule(250, 100, 250, 120).text(272, 114, "行政诉讼", 9)
    assert rows(only(drawing))[0] == ["甲", "行政诉讼", None]


def test_an_empty_cell_beside_a_label_stays_a_cell() -> None:
    drawing = Drawing().table(100, (90, 190, 290, 390), [[Cell("（七）总计", 0, 1), Cell("", 1, 2), Cell("95", 2, 3)]])
    drawing.table(120, (90, 190, 290, 390), [THREE])
    assert rows(only(drawing))[0] == ["（七）总计", "", "95"]


def test_pictures_belong_to_the_cell_they_stand_in() -> None:
    drawing = drawn().picture(335, 102, 350, 118).picture(100, 400, 300, 500)
    read = document(drawing)
    (table,) = read.tables()
    assert [cell.text for cell in table.cells() if cell.pictures] == ["甲"]
    assert [(each.text, each.pictures) for each in read.paragraphs()] == [("", 1)]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_drawn_sideways_is_read_upright(turn: int) -> None:
    upright = drawn()
    expected = rows(only(upright))
    width, height = upright.width, upright.height
    turned = Drawing(*((height, width) if turn % 2 else (width, height)))

    def moved(x: float, y: float) -> tuple[float, float]:
        """Return where a point lies once the page is turned against the clock."""
        return ((y, width - x), (width - x, height - y), (height - y, x))[turn - 1]

    for char, x, base, size, _ in upright.shown:
        far, down = moved(x, base)
        along, line = ((-down, far), (-far, -down), (down, -far))[turn - 1]
        turned.shown.append((char, along, line, size, turn))
    for x0, y0, x1, y1 in upright.strokes:
        (a, b), (c, d) = moved(x0, y0), moved(x1, y1)
        turned.rule(min(a, c), min(b, d), max(a, c), max(b, d))
    assert rows(only(turned)) == expected
