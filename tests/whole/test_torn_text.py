"""Texts in which only a part of a table, or none, can be read as one: unchecked, said at its place, nothing accused."""

from __future__ import annotations

import pytest

from lint import readers
from lint.findings import Report
from lint.model import Document, Paragraph, Table
from tests.whole import run_together, text_tables
from tests.whole.checking import accusations, all_zero, busy, checked, edited


def report_of(text: str, name: str = "报告.txt") -> Report:
    return checked(readers.read(text.encode(), name))


def torn(document: Document) -> str:
    """The document with its largest table cut up: rows in pieces, every third line of it beside them as text."""
    lines: list[str] = []
    for block in document.blocks:
        rows = [block.text] if isinstance(block, Paragraph) else text_tables.MANNERS["blank"](block)
        if isinstance(block, Table) and len(rows) > 20:
            rows = [" ".join(row.replace("|", " ").split()) if at % 3 == 2 else row for at, row in enumerate(rows)]
        lines += [*rows, ""]
    return "\n".join(lines)


@pytest.mark.parametrize("document", [all_zero(), busy(), all_zero("2019"), busy("2019")], ids=str)
def test_a_table_that_has_fallen_apart_is_unchecked(document: Document) -> None:
    report = report_of(torn(document), "报告.md")
    assert accusations(report) == []
    assert "IN006" in {finding.code for finding in report.findings}
    assert {"TB001", "TB003"} <= {each.code for each in report.unchecked}


def test_rows_that_are_missing_are_told_though_the_text_names_them() -> None:
    document = edited(all_zero(), "drop-row", table="disclosed", row="normative")
    document = edited(document, "drop-row", table="disclosed", row="coercion")
    text = text_tables.written(document, "blank").replace("## 三、", "本年没有行政许可。\n\n## 三、", 1)
    codes = [finding.code for finding in accusations(report_of(text, "报告.md"))]
    assert codes == [finding.code for finding in accusations(checked(document))]
    assert codes


@pytest.mark.parametrize(
    "dress", ["cell-a-line-no-values", "row-a-line", "row-a-line-with-blanks", "one-paragraph", "commas"]
)
def test_the_place_is_where_the_first_table_begins(dress: str) -> None:
    text = run_together.written(busy(), dress)
    (found,) = [finding for finding in report_of(text).findings if finding.code == "IN006"]
    head = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith("二、"))
    assert head < (found.place.location.line or 0) <= head + 4
    assert found.place.part == "二"


def test_no_table_is_called_missing_whose_labels_are_mostly_broken_by_figures() -> None:
    """As where a label goes over several lines of a page, beside the figures of its row."""
    head, body = run_together.written(busy(), "row-a-line-with-blanks").split("三、收到", maxsplit=1)
    body, rest = body.split("四、政府", maxsplit=1)
    rows = [
        row if at < 1 or row.startswith("一、") else "\n0\n".join(row[n : n + 3] for n in range(0, len(row), 3))
        for at, row in enumerate(body.split("\n"))
    ]
    report = report_of(head + "三、收到" + "\n".join(rows) + "\n四、政府" + rest)
    assert accusations(report) == []
    assert not [each.reason for each in report.unchecked if "缺少第三部分" in each.reason]


def broken(line: str, width: int) -> list[str]:
    lines = [""]
    for sign in line:
        if text_tables.columns_of(lines[-1] + sign) > width:
            lines.append("")
        lines[-1] += sign
    return lines


def test_a_text_broken_at_a_width_is_not_accused_of_half_a_date() -> None:
    text = run_together.written(busy(), "row-a-line-with-blanks").split("\n")
    texts = ([part for line in text for part in broken(line, width)] for width in range(48, 90))
    halved = [lines for lines in texts if any(line.endswith(("12月31", "12月3")) for line in lines)]
    assert len(halved) > 1
    for lines in halved:
        assert accusations(report_of("\n".join(lines))) == []
