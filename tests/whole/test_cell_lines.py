"""Text in which each cell of a table has a line of its own and no row ends: made into tables by the form, or left."""

from __future__ import annotations

import pytest

from lint import readers
from lint.findings import Report
from lint.model import Document, Paragraph, Table
from tests.whole.checking import accusations, all_zero, busy, checked, edited, told
from tests.whole.test_padded_text import DEFECTS


def cells(table: Table, *, covered: bool) -> list[str]:
    """The cells of a table in reading order; what a merge covers from above is a blank one, if anything."""
    lines: list[str] = []
    for row, line in enumerate(table.grid, 1):
        for column, cell in enumerate(line, 1):
            if cell is not None and cell.location[1:3] == (row, column):
                lines.append(cell.text.replace("\n", ""))
            elif covered and cell is not None and cell.location.column == column:
                lines.append("")
    return lines


def written(document: Document, *, covered: bool = True, between: str = "\n") -> str:
    lines: list[str] = []
    for block in document.blocks:
        lines += [block.text] if isinstance(block, Paragraph) else cells(block, covered=covered)
    return between.join(lines)


def report_of(text: str) -> Report:
    return checked(readers.read(text.encode(), "报告.txt"))


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("edition", [None, "2019"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"], ids=repr)
@pytest.mark.parametrize("covered", [True, False], ids=["blank-for-covered", "covered-left-out"])
def test_a_right_report_is_clean(covered: bool, between: str, edition: str | None) -> None:  # noqa: FBT001 - a case
    for document in (all_zero(edition), busy(edition)):
        report = report_of(written(document, covered=covered, between=between))
        assert codes(report) == codes(checked(document))
        assert report.unchecked == ()


@pytest.mark.parametrize(("code", "op", "options"), DEFECTS, ids=[f"{code} {op}" for code, op, _ in DEFECTS])
def test_one_defect_is_told_at_the_same_keys_or_nothing_is(code: str, op: str, options: dict[str, object]) -> None:
    document = edited(busy(), op, **options)
    report = report_of(written(document))
    assert told(report) == told(checked(document)) or (codes(report) == ["IN006"] and not accusations(report))
    assert code in codes(checked(document))


@pytest.mark.parametrize("at", [0, 3, 6])
def test_a_blank_figure_stands_where_its_line_is_blank(at: int) -> None:
    column = ("natural", "business", "research", "public_interest", "legal_service", "other", "total")[at]
    document = edited(all_zero(), "set-value", table="applications", row="refused_law", column=column, to="")
    assert told(report_of(written(document))) == [("TB010", "refused_law", column)]


def test_a_blank_figure_without_a_line_is_not_guessed() -> None:
    document = edited(busy(), "set-value", table="applications", row="refused_law", column="natural", to="")
    text = written(document, covered=False).split("\n")
    report = report_of("\n".join(line for line in text if line))
    assert codes(report) == ["IN006"]
    assert accusations(report) == []


@pytest.mark.parametrize(
    ("line", "others"),
    [
        pytest.param("17", ["1", "7"], id="a-figure-broken-over-lines"),
        pytest.param("36.85", ["36", ".", "85"], id="a-figure-broken-at-its-point"),
        pytest.param("1268", [], id="a-figure-lost"),
        pytest.param("1268", ["1268", "1268"], id="a-figure-twice"),
        pytest.param("行政许可", ["行政", "许可"], id="a-label-broken-over-lines"),
        pytest.param("本年收费金额（单位：万元）", [], id="a-header-lost"),
    ],
)
def test_what_is_not_certain_stays_unchecked(line: str, others: list[str]) -> None:
    lines = written(busy()).split("\n")
    at = lines.index(line)
    report = report_of("\n".join([*lines[:at], *others, *lines[at + 1 :]]))
    assert accusations(report) == []
    assert codes(report) == ["IN006"]


def test_places_are_lines_and_blocks_are_counted_anew() -> None:
    document = edited(busy(), "set-value", table="applications", row="granted", column="natural", to="99")
    text = written(document)
    report, original = report_of(text), checked(document)
    assert told(report) == told(original)
    assert [found.place.location.block for found in report.findings] == [
        found.place.location.block for found in original.findings
    ]
    lines = text.split("\n")
    assert all(lines[found.place.location.line - 1] == (found.place.text or "").strip() for found in report.findings)


@pytest.mark.parametrize("text", ["甲\n1\n" * 40_000, "1\n" * 80_000, "一、本年新收政府信息公开申请数量\n0\n" * 20_000])
def test_many_lines_are_soon_read(text: str) -> None:
    report_of("某镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n" + text)
