"""Where prose begins and ends on a page: numbers beside its lines, signs beyond its margins, margins that differ."""

from __future__ import annotations

import pytest

from tests.readers.pdf.drawn import HEIGHT, LEFT, WIDTH, Cell, Drawing, document, paragraphs

FULL = "全镇认真贯彻落实上级部署和政府信息公开条例各项规定"  # 25 characters, at 16 points 400 wide
START = f"　　{FULL[:23]}"
PARAGRAPH = [START, FULL, "末段文字。"]
READ = f"{FULL[:23]}{FULL}末段文字。"


def numbered(drawing: Drawing, numbers: range, *, end: float = LEFT - 12, top: float = 120) -> Drawing:
    """Set numbers beside lines, 28 points apart, that end at one place."""
    for line, number in enumerate(numbers):
        drawing.text(end - 5 * len(str(number)), top + 28 * line, str(number), 10)
    return drawing


def test_numbers_beside_the_lines_are_left_out() -> None:
    first = numbered(Drawing().prose(120, [*PARAGRAPH, *PARAGRAPH]), range(8, 14))
    second = numbered(Drawing().prose(120, ["六、其他"]), range(14, 15))
    assert paragraphs(first, second) == [READ, READ, "六、其他"]


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3, 4], [3, 1, 4, 1, 5, 9], [2024] * 6], ids=["few", "in no order", "one and the same"]
)
def test_other_numbers_beside_the_lines_stay(numbers: list[int]) -> None:
    drawing = Drawing().prose(120, [f"　　第{name}项工作。" for name in "甲乙丙丁戊己"])
    for line, number in enumerate(numbers):
        drawing.text(LEFT - 30, 120 + 28 * line, str(number), 10)
    shown = [f"{number} 第{name}项工作。" for number, name in zip(numbers, "甲乙丙丁戊己", strict=False)]
    assert "".join(paragraphs(drawing)).startswith("".join(shown))


def test_figures_that_begin_lines_are_no_line_numbers() -> None:
    lines = [START, *(f"{number}件，{FULL[:22]}" for number in range(10, 16)), "止。"]
    assert paragraphs(Drawing().prose(120, lines)) == ["".join(lines).strip()]


def test_left_and_right_pages_may_have_margins_of_their_own() -> None:
    pages = [Drawing().prose(120, [*PARAGRAPH, *PARAGRAPH, START, FULL]) for _ in range(4)]
    for page in pages[1::2]:
        page.shown = [(char, x - 30, base, size, turn) for char, x, base, size, turn in page.shown]
    found = paragraphs(*pages)
    assert set(found[:2]) == {READ}
    assert not any(text == FULL for text in found)


def test_punctuation_may_hang_beyond_the_margin() -> None:
    hanging = [START, f"{FULL}，", FULL, f"{FULL}。", FULL, FULL, f"{FULL}；", "末段。"]
    assert paragraphs(Drawing().prose(120, hanging)) == ["".join(hanging).strip()]


def test_entries_of_a_table_of_contents_are_paragraphs_of_their_own() -> None:
    entries = [f"{name}、{FULL[:4]}{'.' * 39}{number}" for number, name in enumerate("一二三四", 1)]
    assert paragraphs(Drawing().prose(120, [*entries, *PARAGRAPH]))[:4] == entries


def page(number: int) -> Drawing:
    table = [
        [Cell("本年新收申请数量", 0, 1), Cell(str(number), 1, 2)],
        [Cell("上年结转申请数量", 0, 1), Cell("2", 1, 2)],
    ]
    drawing = Drawing().prose(120, [f"{'一二'[number]}、第{number}页", *PARAGRAPH]).table(400, (90, 300, 505), table)
    return (
        drawing.picture(200, 600, 260, 660).text(WIDTH / 2, 800, str(number + 1), 10).text(-700, 60, "内部", 9, turn=1)
    )


def side_by_side(left: Drawing, right: Drawing) -> Drawing:
    sheet = Drawing(2 * WIDTH, HEIGHT)
    for drawing, x in ((left, 0.0), (right, WIDTH)):
        sheet.shown += [
            (char, x0 + x * (not turn), base + x * bool(turn), size, turn)
            for char, x0, base, size, turn in drawing.shown
        ]
        sheet.strokes += [(x0 + x, y0, x1 + x, y1) for x0, y0, x1, y1 in drawing.strokes]
        sheet.images += [(x0 + x, y0, x1 + x, y1) for x0, y0, x1, y1 in drawing.images]
    return sheet


def test_two_pages_on_one_sheet_are_read_one_after_the_other() -> None:
    sheet = side_by_side(page(0), page(1))
    expected = document(page(0), page(1))
    assert document(sheet) == expected
    assert document(sheet.rule(WIDTH, 0, WIDTH, HEIGHT)) == expected


def test_a_table_across_the_middle_of_a_broad_page_is_whole() -> None:
    """Its rules are drawn cell by cell, and none crosses the middle."""
    xs = (100.0, 350.0, WIDTH, 840.0, 1090.0)
    texts = ("甲乙丙丁", "戊己庚辛")
    lines = [[Cell(f"{label}内容名称", number, number + 1) for number, label in enumerate(row)] for row in texts]
    (table,) = document(Drawing(2 * WIDTH, HEIGHT).table(200, xs, lines)).tables()
    assert [len(row) for row in table.grid] == [4, 4]
