"""Text in which a spreadsheet or converter has padded the rows: blank fields stand for what merged cells cover."""

from __future__ import annotations

import pytest

from lint import readers
from lint.model import Document, Paragraph, Table
from tests.whole.checking import accusations, all_zero, busy, checked, edited, told


def rows(table: Table) -> list[str]:
    lines = []
    for number, line in enumerate(table.grid, 1):
        fields = [
            cell.text.replace("\n", "") if cell and cell.location[1:3] == (number, place) else ""
            for place, cell in enumerate(line, 1)
        ]
        lines.append("\t".join(fields))
    return lines


def padded(document: Document) -> Document:
    lines: list[str] = []
    for block in document.blocks:
        lines += [block.text] if isinstance(block, Paragraph) else ["", *rows(block), ""]
    return readers.read("\n".join(lines).encode(), document.name.replace(".docx", ".txt"))


@pytest.mark.parametrize("edition", [None, "2019"])
def test_a_right_report_is_clean(edition: str | None) -> None:
    for document in (all_zero(edition), busy(edition)):
        report = checked(padded(document))
        assert accusations(report) == []
        assert report.unchecked == ()


@pytest.mark.parametrize("edition", [None, "2019"])
def test_the_tables_are_those_of_the_word_file(edition: str | None) -> None:
    document = busy(edition)
    assert not any(table.ragged for table in padded(document).tables())
    for rank in (1, 2):
        made, read = list(document.tables())[rank], list(padded(document).tables())[rank]
        shapes = [
            [[cell and (cell.text, cell.rowspan, cell.colspan) for cell in line] for line in table.grid]
            for table in (made, read)
        ]
        assert shapes[0] == shapes[1]


DEFECTS: list[tuple[str, str, dict[str, object]]] = [
    ("TB003", "rename-row", {"table": "applications", "row": "refused_law", "to": "2.其他规定禁止公开"}),
    ("TB003", "rename-group", {"table": "applications", "row": "refused_law", "to": "（三）拒绝公开", "level": 1}),
    ("TB001", "drop-row", {"table": "applications", "row": "refused_law"}),
    ("TB001", "drop-row", {"table": "disclosed", "row": "coercion"}),
    ("TB002", "add-row", {"table": "applications", "after": "refused_law", "label": "9.其他"}),
    ("TB005", "rename-column", {"table": "applications", "column": "research", "to": "研究单位"}),
    ("TB005", "rename-column", {"table": "disclosed", "column": "decisions", "row": "permits", "to": "决定数量"}),
    ("TB006", "drop-column", {"table": "applications", "column": "research"}),
    ("TB006", "drop-column", {"table": "disputes", "column": "direct_other"}),
    ("TB007", "drop-band", {"table": "disclosed", "row": "permits"}),
    (
        "TB008",
        "rename-header",
        {
            "table": "applications",
            "label": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "to": "项目",
        },
    ),
    ("TB010", "set-value", {"table": "applications", "row": "granted", "column": "natural", "to": ""}),
    ("TB010", "set-value", {"table": "applications", "row": "new", "column": "total", "to": ""}),
    ("TB010", "set-value", {"table": "disclosed", "row": "permits", "column": "decisions", "to": ""}),
    ("TB010", "set-value", {"table": "disputes", "row": "cases", "column": "direct_total", "to": ""}),
    ("TB011", "set-value", {"table": "applications", "row": "granted", "column": "natural", "to": "无"}),
    ("TB011", "set-value", {"table": "applications", "row": "granted", "column": "research", "to": "/"}),
]


@pytest.mark.parametrize(("code", "op", "options"), DEFECTS, ids=[f"{code} {op}" for code, op, _ in DEFECTS])
def test_one_defect_is_told_once(code: str, op: str, options: dict[str, object]) -> None:
    assert [found[0] for found in told(checked(padded(edited(all_zero(), op, **options))))] == [code]
