from __future__ import annotations

import pytest

from lint.model import Cell, Location, Paragraph, Table
from lint.readers.grid import Layout, Slot, lay
from lint.readers.limits import Limits
from tests.readers.fragments import CONTINUE, RESTART, document, grid, kinds, p, span, table, tbl, tc, texts, tr

LEFT, FURTHER = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([tr("a", "b"), tr("c", "d")], [["a", "b"], ["c", "d"]], id="plain-without-grid"),
        pytest.param([tr(tc("a", span(2)), "b"), tr("c", "d", "e")], [["a", "a", "b"], ["c", "d", "e"]], id="span"),
        pytest.param(
            [tr(tc("a", RESTART), "b"), tr(tc("", CONTINUE), "c"), tr(tc("", CONTINUE), "d")],
            [["a", "b"], ["a", "c"], ["a", "d"]],
            id="vertical-merge",
        ),
        pytest.param(
            [tr(tc("a", span(2) + RESTART), "b"), tr(tc("", span(2) + CONTINUE), "c"), tr("d", "e", "f")],
            [["a", "a", "b"], ["a", "a", "c"], ["d", "e", "f"]],
            id="block-merge",
        ),
        pytest.param(
            [tr(tc("a", RESTART), "b"), tr(tc("c", RESTART), "d"), tr(tc("", CONTINUE), "e")],
            [["a", "b"], ["c", "d"], ["c", "e"]],
            id="restart-under-a-merge",
        ),
        pytest.param(
            [tr("a", "b"), tr(tc("c", CONTINUE), "d")], [["a", "b"], ["c", "d"]], id="continue-without-restart"
        ),
        pytest.param(
            [tr(tc("a", span(2) + RESTART), "b"), tr(tc("c", CONTINUE), "d", "e"), tr(tc("f", CONTINUE), "g", "h")],
            [["a", "a", "b"], ["c", "d", "e"], ["c", "g", "h"]],
            id="continue-narrower",
        ),
        pytest.param(
            [tr(tc("a", RESTART), "b", "c"), tr(tc("d", span(2) + CONTINUE), "e")],
            [["a", "b", "c"], ["d", "d", "e"]],
            id="continue-wider",
        ),
        pytest.param(
            [tr(tc("a", LEFT), tc("", FURTHER), "b"), tr("c", "d", "e")],
            [["a", "a", "b"], ["c", "d", "e"]],
            id="hMerge",
        ),
        pytest.param(
            [tr("a", "b", "c"), tr("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
            [["a", "b", "c"], ["", "d", ""]],
            id="grid-before-and-after",
        ),
        pytest.param([tr("a", "b", "c"), tr("d")], [["a", "b", "c"], ["d", "", ""]], id="short-row"),
        pytest.param([tr(tc("a", span(0)), "b"), tr("c", "d")], [["a", "b"], ["c", "d"]], id="span-of-nothing"),
        pytest.param([tr("a", tc("b", span(99_999))), tr("c", "d")], [["a", "b"], ["c", "d"]], id="absurd-span"),
        pytest.param(
            [tr(tc("a", '<w:gridSpan w:val="x"/>'), "b"), tr("c", "d")],
            [["a", "b"], ["c", "d"]],
            id="span-is-no-number",
        ),
        pytest.param(
            [tr(tc("a", span(3)), tc("b", span(2))), tr(tc("c", span(3)), tc("d", span(2)))],
            [["a", "b"], ["c", "d"]],
            id="columns-never-parted",
        ),
        pytest.param(
            [
                tr("a", CONTROL.format(tc("b"))),
                CONTROL.format(tr("c", "d")),
                f"<w:customXml>{tr('e', 'f')}</w:customXml>",
            ],
            [["a", "b"], ["c", "d"], ["e", "f"]],
            id="controls-around-cells-and-rows",
        ),
        pytest.param([tr(tc(inner=CONTROL.format(p("a"))), "b")], [["a", "b"]], id="control-inside-a-cell"),
        pytest.param(
            [tr(tc(inner=p("第一项") + p() + p("第二项")), "b")], [["第一项\n第二项", "b"]], id="paragraphs-of-a-cell"
        ),
    ],
)
def test_tables_become_rectangles(rows: list[str], expected: list[list[str]]) -> None:
    assert grid(table(tbl(*rows))) == expected


def test_a_merged_cell_is_one_object_at_its_upper_left_place() -> None:
    found = table(
        p("甲") + tbl(tr("x", tc("a", span(2) + RESTART)), tr("y", tc("", span(2) + CONTINUE)), tr("1", "2", "3"))
    )
    merged = found.grid[0][1]
    assert merged == Cell("a", Location(2, 1, 2), rowspan=2, colspan=2)
    assert all(found.grid[row][column] is merged for row in (0, 1) for column in (1, 2))
    assert [cell.text for cell in found.cells()] == ["x", "a", "y", "1", "2", "3"]
    assert not found.ragged


def test_slivers_left_by_converters_are_no_columns() -> None:
    rows = [tr(tc("a", span(2)), "b"), tr("c", tc("d", span(2)))]
    assert grid(table(tbl(*rows, columns=[900, 12, 900]))) == [["a", "b"], ["c", "d"]]
    assert grid(table(tbl(*rows, columns=[900, 300, 900]))) == [["a", "b"], ["c", "d"]], "a border dragged aside"
    assert grid(table(tbl(*rows, columns=[900, 600, 900]))) == [["a", "a", "b"], ["c", "d", "d"]]
    narrow = [tr("a", "b", "c"), tr("d", "e", "f")]
    assert grid(table(tbl(*narrow, columns=[900, 12, 900]))) == [["a", "b", "c"], ["d", "e", "f"]]


def test_rows_of_unequal_width_and_buried_text_are_noted() -> None:
    assert kinds(document(tbl(tr("a", "b"), tr("c")))) == {"irregular-table": 1}
    assert kinds(document(tbl(tr(tc("a", RESTART), "b"), tr(tc("藏", CONTINUE), "c")))) == {"irregular-table": 1}
    assert kinds(document(tbl(tr("a", "b"), tr("c", "d")))) == {}


@pytest.mark.parametrize(
    "outer",
    [
        pytest.param(tbl(tr(tc(inner=p("上") + tbl(tr("a", "b"), tr("c", "d")) + p("下")))), id="one-cell"),
        pytest.param(tbl(tr("上"), tr(tc(inner=tbl(tr("a", "b"), tr("c", "d")) + p())), tr("下")), id="one-column"),
        pytest.param(tbl(tr("上", tc(inner=tbl(tr("a", "b"), tr("c", "d")) + p()), "下")), id="three-columns"),
        pytest.param(
            tbl(tr(tc(inner=tbl(tr(tc(inner=p("上") + tbl(tr("a", "b"), tr("c", "d")) + p("下"))))))), id="twice"
        ),
    ],
)
def test_layout_tables_are_unpacked(outer: str) -> None:
    found = document(outer)
    first, inner, last = found.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(inner, Table)
    assert (first.text, grid(inner), last.text) == ("上", [["a", "b"], ["c", "d"]], "下")
    assert found.notes == ()


def test_a_table_nested_in_a_data_table_joins_its_cell() -> None:
    inner = tbl(tr("1", "2"))
    rows = [tr("甲", "乙", "丙", "丁"), tr("a", tc(inner=p("b") + inner + p("z")), "c", "d")]
    found = document(tbl(*rows))
    (only,) = found.tables()
    assert grid(only) == [["甲", "乙", "丙", "丁"], ["a", "b\n1\n2\nz", "c", "d"]]
    assert [(note.kind, note.location) for note in found.notes] == [("nested-table", Location(1, 2, 2))]


def test_single_column_tables_are_paragraphs() -> None:
    assert texts(tbl(tr("一、总体情况"), tr("正文"))) == ["一、总体情况", "正文"]


def test_laying_out_knows_no_xml() -> None:
    layout = lay([[Slot("a", 0, 2), Slot("b", 2, 3)], [Slot("c", 0, 1)]], Limits())
    assert layout.lines == [[0, 0, 1], [2, -1, -1]]
    assert layout.irregular
    nothing: Layout[str] = lay([], Limits())
    assert nothing.columns == 0
