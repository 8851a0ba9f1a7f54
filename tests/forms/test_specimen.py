from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lint.forms.examples import load_examples
from lint.forms.layout import laid_out
from lint.forms.places import stretch
from lint.forms.specimen import renumbered, specimen
from lint.forms.template import Band, ColumnSpec, RowSpec, TableSpec
from lint.language.wording import compact
from lint.model import Document, Phrase, Table
from lint.readers import read
from tests.forms.rectangle import check_rectangle

EXAMPLES = load_examples("cn-disclosure")
TEMPLATE = EXAMPLES.template
CLEAN = EXAMPLES.document()
OFFICIAL = sorted((Path(__file__).parents[3] / "shared" / "real").glob("official-form-2021.docx"))


def _table(document: Document, key: str, piece: int = 0) -> Table:
    """The tables of one section, in order."""
    start, end = stretch(document, TEMPLATE, TEMPLATE.table(key).section)
    return [block for block in document.blocks[start:end] if isinstance(block, Table)][piece]


@pytest.mark.parametrize(
    ("key", "rows", "columns"), [("disclosed", 14, 4), ("applications", 28, 10), ("disputes", 4, 15)]
)
def test_a_table_has_the_size_of_the_official_one(key: str, rows: int, columns: int) -> None:
    table = _table(CLEAN, key)
    assert (len(table.grid), len(table.grid[0])) == (rows, columns)
    check_rectangle(table)


@pytest.mark.parametrize(
    ("key", "text", "row", "column", "rowspan", "colspan"),
    [
        ("disclosed", "第二十条第（一）项", 1, 1, 1, 4),
        ("disclosed", "现行有效件数", 2, 4, 1, 1),
        ("disclosed", "本年处理决定数量", 6, 2, 1, 3),
        ("disclosed", "1268", 7, 2, 1, 3),
        ("applications", TEMPLATE.table("applications").bands[0].stub, 1, 1, 3, 3),
        ("applications", "申请人情况", 1, 4, 1, 7),
        ("applications", "自然人", 2, 4, 2, 1),
        ("applications", "法人或其他组织", 2, 5, 1, 5),
        ("applications", "一、本年新收政府信息公开申请数量", 4, 1, 1, 3),
        ("applications", "三、本年度办理结果", 6, 1, 22, 1),
        ("applications", "（一）予以公开", 6, 2, 1, 2),
        ("applications", "（三）不予公开", 8, 2, 8, 1),
        ("applications", "1.属于国家秘密", 8, 3, 1, 1),
        ("applications", "（七）总计", 27, 2, 1, 2),
        ("disputes", "行政诉讼", 1, 6, 1, 10),
        ("disputes", "结果维持", 2, 1, 2, 1),
        ("disputes", "复议后起诉", 2, 11, 1, 5),
    ],
)
def test_labels_stand_and_span_as_in_the_official_form(
    key: str, text: str, row: int, column: int, rowspan: int, colspan: int
) -> None:
    cell = next(cell for cell in _table(CLEAN, key).cells() if cell.text == text)
    assert (cell.location.row, cell.location.column, cell.rowspan, cell.colspan) == (row, column, rowspan, colspan)


def test_equal_labels_are_one_cell_only_within_one_group() -> None:
    rows = (RowSpec("a", ("甲", "1")), RowSpec("b", ("甲", "2")), RowSpec("c", ("乙", "1")), RowSpec("d", ("甲", "1")))
    spec = TableSpec("t", "s", Phrase("", ""), (Band("", "项目", (ColumnSpec("n", ("数量",)),), rows),))
    spans = [(cell.text, cell.rowspan) for cell in laid_out(spec, {}).cells() if cell.location.column == 1]
    assert spans == [("项目", 1), ("甲", 2), ("乙", 1), ("甲", 1)]


def test_blocks_are_numbered_in_reading_order() -> None:
    assert [block.location.block for block in CLEAN.blocks] == list(range(1, len(CLEAN.blocks) + 1))
    assert renumbered(CLEAN.blocks) == CLEAN.blocks


def test_prose_stands_in_the_order_of_the_form() -> None:
    headings = [f"{section.numeral}、{section.heading}" for section in TEMPLATE.sections]
    texts = [paragraph.text for paragraph in CLEAN.paragraphs()]
    assert [text for text in texts if text in headings] == headings
    assert texts[0] == "青溪县市场监督管理局2024年政府信息公开工作年度报告"
    assert texts[-2:] == ["青溪县市场监督管理局", "2025年1月16日"]
    assert not [text for text in texts if "{" in text]


def _figures(key: str) -> Counter[tuple[str, str]]:
    values = EXAMPLES.report.values[key]
    return Counter({(row, column): int(figure) for row, line in values.items() for column, figure in line.items()})


def test_the_sums_of_the_conforming_report_hold() -> None:
    figures = _figures("applications")
    rows = [row.key for _, row in TEMPLATE.table("applications").rows()]
    columns = [column.key for column in TEMPLATE.table("applications").bands[0].columns]
    for row in rows:
        assert figures[row, "total"] == sum(figures[row, column] for column in columns[:-1]), row
    for column in columns:
        assert figures["processed", column] == sum(figures[row, column] for row in rows[2:-2]), column
        received = figures["new", column] + figures["carried_in", column]
        assert received == figures["processed", column] + figures["carried_out", column], column
    disputes = _figures("disputes")
    for half in ("review", "direct", "after"):
        parts = sum(disputes["cases", f"{half}_{part}"] for part in ("upheld", "corrected", "other", "pending"))
        assert disputes["cases", f"{half}_total"] == parts, half


def test_the_overview_keeps_to_its_length() -> None:
    assert 500 < sum(map(len, EXAMPLES.report.sections["overview"])) < 1000


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.name)
def test_the_tables_are_those_of_the_official_form(path: Path) -> None:
    official = read(path.read_bytes(), path.name)
    blank = specimen(TEMPLATE, EXAMPLES.report._replace(values={}))
    for theirs, ours in zip(official.tables(), blank.tables(), strict=True):
        labels = [(compact(cell.text), *cell.location[1:3], cell.rowspan, cell.colspan) for cell in theirs.cells()]
        drawn = [(cell.text, *cell.location[1:3], cell.rowspan, cell.colspan) for cell in ours.cells()]
        assert [("" if text == "0" else text, *spans) for text, *spans in drawn] == labels
